"""Pages in the form of the office: what they say, what they leave out, and that the table of sentences is kept."""

from __future__ import annotations

import io
import re
from collections.abc import Callable

import pytest
from tests.writers.hostile import HOSTILE

from oversight_adapters.plugins import Adapters
from oversight_adapters.stores.memory import MemoryStore
from oversight_adapters.testing import WriterSuite
from oversight_adapters.testing.writer_suite_hooks import MakeWriter
from oversight_adapters.writers.summary import SummaryWriter
from oversight_adapters.writers.summary.sentences import ROWS, said
from oversight_core.entities import Document, Response, Review
from oversight_core.ledger import Registered
from oversight_core.moments import AsOf, Moment
from oversight_core.names import Item, fingerprint
from oversight_core.provenance import Source
from oversight_core.register import Register

Record = Callable[[str], Register]


class TestSummary(WriterSuite):
    @pytest.fixture
    def make_writer(self) -> MakeWriter:
        return SummaryWriter

    def left_out(self, text: str) -> int:
        found = re.search(r"^([\d,]+) items? of this record (?:is|are) left out here\.$", text, re.MULTILINE)
        return int(found[1].replace(",", "")) if found else 0


def written(register: Register, as_of: AsOf | None = None) -> str:
    out = io.StringIO()
    SummaryWriter(as_of or AsOf()).write(register, out)
    return out.getvalue()


def answered(*subjects: str, responded_on: Moment | None = None) -> Register:
    """A record of a memo about each subject, of its answer and of the review behind it."""
    register = Register(MemoryStore(), recorder="tests")
    for subject in subjects:
        memo = Item("document", "crcl", fingerprint(subject), "recommendation-memorandum", "ice")
        review = Item("review", "crcl", fingerprint(subject))
        document = Document(
            type=memo.number,
            printed_type=("Recommendation Memorandum",),
            issuer="CRCL",
            addressee="ICE",
            review=review,
        )
        answer = Response(answers=memo, responder="ICE", responded_on=responded_on, concurred=4)
        register.enter(
            [
                Registered(memo, document),
                Registered(memo.within("response", "ice"), answer),
                Registered(review, Review(type="periodic", topic=(subject,))),
            ]
        )
    return register


def _pattern(sentence: str) -> str:
    """What a sentence of the table may come to: its parts in brackets may be absent."""
    plain = re.sub(r"\{[a-z_.:]+\}", "@", sentence)
    return re.escape(plain).replace(r"\[", "(?:").replace(r"\]", ")?").replace("@", ".+")


def test_every_sentence_of_the_table_is_whole_with_all_its_fields() -> None:
    for row in ROWS:
        assert any(re.fullmatch(_pattern(sentence), row.example) for sentence in row.sentences), row
        for sentence in row.sentences:
            fields = re.findall(r"\{([a-z_.]+)(?::([a-z]+))?\}", sentence)
            stand_ins = {
                name: Moment.parse("2024-05") if form in ("on", "over", "month") else 4 for name, form in fields
            }
            assert fields and not set("{}[]") & set(said(sentence, stand_ins)), row
            assert said(sentence, {}) == "", row


def test_several_pages_read_as_entries_of_one_document() -> None:
    text = written(answered("the use of force", "mental health care", "how complaints are tracked"))
    reading = Adapters().read(Source.of(text.encode(), name="summaries.txt"))
    titles = [c.entity.title for c in reading.candidates if c.item.number == "summary"]
    assert len(titles) == 3 == len([c for c in reading.candidates if c.item.kind == "response"]), text
    assert {c.entity.concurred for c in reading.candidates if c.item.kind == "response"} == {4}
    assert (reading.problems, reading.unaccounted) == ((), ())


def test_what_is_not_stated_is_no_zero_and_a_vague_date_is_left_out() -> None:
    text = written(answered("the use of force", responded_on=Moment.vague("late in the spring")))
    assert "\nICE responded to CRCL's Recommendation Memorandum, which followed a periodic review.\n" in text
    assert "\nICE concurred with four recommendations.\n" in text
    assert "spring" not in text and "none" not in text


def test_a_document_says_as_of_when_it_speaks_and_what_it_leaves_out(record: Record) -> None:
    assert written(record("ICE")).startswith("As far as the record goes.\n1 item of this record is left out here.\n\n")
    assert written(record("ICE"), AsOf("2023-12-31")) == "As known on 2023-12-31.\n"


@pytest.mark.parametrize("words", HOSTILE)
def test_hostile_words_begin_no_line(record: Record, words: str) -> None:
    text, plain = written(record(words)), written(record("word"))
    assert len(text.splitlines()) == len(plain.splitlines())
    assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", text)


def test_words_that_were_disposed_of_are_nowhere() -> None:
    register = answered("Quetzalcoatl and his house")
    assert "Quetzalcoatl" in written(register)
    review = next(item for item in register.cases() if item.kind == "review")
    register.dispose(review, [1], "GRS 2.8")
    assert "Quetzalcoatl" not in written(register)
