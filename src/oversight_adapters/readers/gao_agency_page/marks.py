"""Words that state something, before they are quoted: which field, by which row, and where."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from oversight_adapters.readers.gao_agency_page.phrases import BOOK
from oversight_adapters.readers.phrasebook import Hit, Phrase
from oversight_core.moments import Moment

_MOST = 10_000  # masks that are remembered


class Sentence(NamedTuple):
    """A sentence, folded, and what rules most rows out at once: its words in lower case, and how many years it names.

    Places in it count from its start: the same sentence stands in many comments.
    """

    words: str
    lower: str
    years: int

    @classmethod
    def of(cls, words: str) -> Sentence:
        """These words as a sentence.

        >>> Sentence.of("By 2024 or\\nMay 2025.")
        Sentence(words='By 2024 or\\nMay 2025.', lower='by 2024 or may 2025.', years=2)
        """
        lower = words.lower().replace("\n", " ")  # cues are words with blanks, whatever the line ends
        if len(lower) != len(words):  # a letter that is two in lower case would shift every place behind it
            lower = words.replace("\n", " ")
        return cls(words, lower, years_in(lower))


def years_in(lower: str) -> int:
    """How many years lower-case words seem to name."""
    years = lower.count("20")
    if years > 1:
        years -= lower.count("2020")
    if "fy" in lower:  # "FY24"
        years += lower.count("fy") - lower.count("fy20") - lower.count("fy 20")
    return years or lower.count("19")


def holds(lower: str, cues: Iterable[str]) -> bool:
    """Whether one of these cues stands in lower-case words; asked often, hence the plain loop."""
    for cue in cues:  # noqa: SIM110  # a generator would cost twice as much
        if cue in lower:
            return True
    return False


class Table:
    """Rows of which those are tried whose cues stand in a text; which cues stand there is asked once for all of them.

    >>> rows = (Phrase("sent", "sent to", "", "", cues=("sent",)), Phrase("made", "made", "", "", cues=("made",)))
    >>> [row.name for row in Table(rows).cued("it was sent to us")]
    ['sent']
    """

    def __init__(self, rows: Iterable[Phrase]) -> None:
        self.rows = tuple(rows)
        words = dict.fromkeys(word for row in self.rows for word in (*row.cues, *row.also))
        self._bits = tuple((word, 1 << n) for n, word in enumerate(words))
        of = dict(self._bits)
        self._wanted = [(row, sum(of[w] for w in row.cues), sum(of[w] for w in row.also)) for row in self.rows]
        self._known: dict[int, tuple[Phrase, ...]] = {}

    def cued(self, lower: str) -> tuple[Phrase, ...]:
        """The rows of which a cue stands in these lower-case words."""
        mask = 0
        for word, bit in self._bits:
            if word in lower:
                mask |= bit
        rows = self._known.get(mask)
        if rows is None:
            if len(self._known) >= _MOST:
                self._known.clear()
            rows = self._known[mask] = tuple(
                row for row, one, other in self._wanted if (not one or one & mask) and (not other or other & mask)
            )
        return rows


def hits(row: Phrase, sentence: Sentence) -> Iterator[Hit]:
    """Every place in a sentence where a row's pattern matches; tried only where what it reads may start."""
    words, lower, _ = sentence
    if not row.starts:
        yield from BOOK.finditer(row.name, words, 0, len(words))
        return
    until = 0
    for place in places(lower, row.starts):
        if place >= until and (hit := BOOK.match(row.name, words, place, len(words))):
            yield hit
            until = hit.match.end()


def places(lower: str, words: tuple[str, ...]) -> list[int]:
    """Where these words stand, in order.

    >>> places("will expect, and will", ("will", "expect"))
    [0, 5, 17]
    """
    found = []
    for word in words:
        at = lower.find(word)
        while at >= 0:
            found.append(at)
            at = lower.find(word, at + 1)
    return sorted(found) if len(found) > 1 else found


class Mark(NamedTuple):
    """A field, the row and slot that read it (``as-of/as_of``), and a half-open span."""

    field: str
    row: str
    start: int
    end: int


def mark(hit: Hit, slot: str) -> Mark | None:
    """What a slot of a found phrase states; None where it took no part, or where the phrase has none such."""
    try:
        start, end = hit.match.span(slot)
    except IndexError:
        return None
    return Mark(slot, f"{hit.phrase.name}/{slot}", start, end) if start >= 0 else None


def value_at(folded: str, place: Mark | None) -> Any:
    """What marked words mean; None where there are none, or where they are no such thing (the 31st of June)."""
    if place is None:
        return None
    try:
        return BOOK.slot(place.row).read(folded[place.start : place.end])
    except ValueError:
        return None


def later(one: Moment, other: Moment) -> bool:
    """Whether a moment starts after another, or starts with it and is finer; vague words are after nothing.

    >>> later(Moment.parse("2023-06-15"), Moment.parse("2023-06")), later(Moment.parse("2023"), Moment.parse("2023-06"))
    (True, False)
    """
    if one.earliest is None or other.earliest is None:
        return False
    if one.earliest != other.earliest:
        return one.earliest > other.earliest
    return one.finer_inside(other)
