"""What is read of a text without soft breaks stands where it stands in the original."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from oversight_adapters.texts.layers import in_place, unbroken
from oversight_core.provenance import Excerpt, Source, TextSpan
from oversight_core.reading import Candidate, Reading, Text

SOFT = st.sampled_from(["", "\u00ad", "\u200b", "\ufeff", "\x02\n", "\ufffe\r\n"])


@given(st.lists(st.tuples(st.text("ab c.\n", min_size=1, max_size=4), SOFT), min_size=1), st.data())
def test_every_span_leads_back_to_its_words(parts: list[tuple[str, str]], data: st.DataObject) -> None:
    content = "".join(words + soft for words, soft in parts)
    smooth = "".join(words for words, _ in parts)
    start = data.draw(st.integers(0, len(smooth) - 1))
    end = data.draw(st.integers(start + 1, len(smooth)))

    def read(text: Text) -> Reading:
        assert text.content == smooth
        excerpt = Excerpt("title", smooth[start:end], TextSpan(start, end))
        return Reading((Candidate(None, None, excerpts=(excerpt,)),), source=text.source)  # type: ignore[arg-type]

    text = Text(Source.of(b""), content)
    (excerpt,) = in_place(text, read).candidates[0].excerpts
    assert excerpt.locator is not None
    assert text.at(excerpt.locator) == excerpt.words
    assert unbroken(str(excerpt.words)) == smooth[start:end]


def test_a_text_without_soft_breaks_is_read_as_it_is() -> None:
    text = Text(Source.of(b"a"), "a")
    seen: list[Text] = []

    def read(given: Text) -> Reading:
        seen.append(given)
        return Reading()

    assert in_place(text, read) == Reading() and seen[0] is text


def test_a_text_of_blanks_is_read_in_place() -> None:
    content = "ICE" + " " * 500 + "agreed"

    def read(text: Text) -> Reading:
        assert len(text.content) < 30
        place = text.content.index("agreed")
        excerpt = Excerpt("title", "agreed", TextSpan(place, place + 6))
        return Reading((Candidate(None, None, excerpts=(excerpt,)),), source=text.source)  # type: ignore[arg-type]

    (excerpt,) = in_place(Text(Source.of(b""), content), read).candidates[0].excerpts
    assert excerpt.locator == TextSpan(503, 509)
