"""A phrasebook: rows of phrases over kinds of words, each compiled when it is first tried: a page needs few of them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from oversight_adapters.readers.phrasebook.rows import Hit, Phrase, Slot
from oversight_core.provenance import Excerpt, TextSpan
from oversight_core.quick import maker
from oversight_core.reading import Problem, Text

_excerpt, _span = maker(Excerpt), maker(TextSpan)
_SLOT = re.compile(r"<(\w+):([\w-]+)>")
_BLANK = re.compile(r" (?!\?)")


def _spaced(pattern: str) -> str:
    """A pattern in which a blank stands for any white space.

    It is taken whole or not at all, so that no row of blanks is tried in many ways; only where a pattern has "a blank
    or none" it may be given back.
    """
    return _BLANK.sub(r"\\s++", pattern).replace(" ", r"\s+")


class _Patterns(dict[str, re.Pattern[str]]):
    """The patterns of rows, each compiled when it is first asked for; ValueError where it is no pattern."""

    def __init__(self, written: Mapping[str, str]) -> None:
        super().__init__()
        self._written = written

    def __missing__(self, row: str) -> re.Pattern[str]:
        try:
            pattern = self[row] = re.compile(self._written[row], re.IGNORECASE)
        except re.error as error:
            raise ValueError(f"the pattern of row {row} is none: {error}") from error
        return pattern


class Phrasebook:
    """A named set of phrases over a set of slots.

    Raises ValueError where two rows share a name or a row uses an unknown slot; `faults` checks patterns and examples.
    """

    def __init__(self, name: str, slots: Iterable[Slot], phrases: Iterable[Phrase]) -> None:
        self.name = name
        self.slots: Mapping[str, Slot] = {slot.name: slot for slot in slots}
        self.phrases: Mapping[str, Phrase] = {}
        self._slots: dict[str, Slot] = {}
        rows: dict[str, Phrase] = {}
        written: dict[str, str] = {}
        for phrase in phrases:
            if phrase.name in rows:
                raise ValueError(f"phrasebook {name}: two rows are named {phrase.name}")
            rows[phrase.name] = phrase
            written[phrase.name] = self._filled(phrase)
        self.phrases = rows
        self.written: Mapping[str, str] = written
        """The pattern of each row as it is written, its slots filled in."""
        self._patterns = _Patterns(written)

    def _filled(self, phrase: Phrase) -> str:
        def slot(match: re.Match[str]) -> str:
            field, kind = match.groups()
            if kind not in self.slots:
                raise ValueError(f"phrasebook {self.name}: row {phrase.name} has an unknown slot {kind}")
            self._slots[f"{phrase.name}/{field}"] = self.slots[kind]
            return f"(?P<{field}>{self.slots[kind].pattern})"

        parts = _SLOT.split(phrase.pattern)
        spaced = "".join(
            _spaced(part) if n % 3 == 0 else (f"<{part}:{parts[n + 1]}>" if n % 3 == 1 else "")
            for n, part in enumerate(parts)
        )
        return _SLOT.sub(slot, spaced)

    def pattern(self, phrase: str) -> re.Pattern[str]:
        """The pattern of a row, its slots filled in; KeyError where there is no such row, ValueError for no pattern."""
        return self._patterns[phrase]

    def faults(self) -> list[str]:
        """Rows whose example is not read or holds no cue, or whose counter-example is read; a test asks for none."""
        out = []
        for name, phrase in self.phrases.items():
            try:
                pattern = self.pattern(name)
            except ValueError as error:
                out.append(str(error))
                continue
            if not pattern.search(phrase.example):
                out.append(f"{name}: the example is not read")
            if phrase.counter_example and pattern.search(phrase.counter_example):
                out.append(f"{name}: the counter-example is read")
            example = phrase.example.lower()
            if any(words and not any(word in example for word in words) for words in (phrase.cues, phrase.also)):
                out.append(f"{name}: the example holds no cue")
            if phrase.starts and not any(hit[0].lower().startswith(phrase.starts) for hit in pattern.finditer(example)):
                out.append(f"{name}: the example starts with none of its starts")
        return out

    def search(self, phrase: str, folded: str, start: int, end: int) -> Hit | None:
        """The first place in a span where a row's pattern matches."""
        match = self._patterns[phrase].search(folded, start, end)
        return Hit(self.phrases[phrase], match) if match else None

    def match(self, phrase: str, folded: str, start: int, end: int) -> Hit | None:
        """A row at the very start of a span."""
        match = self._patterns[phrase].match(folded, start, end)
        return Hit(self.phrases[phrase], match) if match else None

    def finditer(self, phrase: str, folded: str, start: int, end: int) -> Iterator[Hit]:
        """Every place in a span where a row's pattern matches."""
        for match in self._patterns[phrase].finditer(folded, start, end):
            yield Hit(self.phrases[phrase], match)

    def hits(self, folded: str, spans: Iterable[tuple[int, int]]) -> Iterator[Hit]:
        """For each span that a row reads from its start on, the first such row."""
        for start, end in spans:
            if hit := next(filter(None, (self.match(phrase, folded, start, end) for phrase in self.phrases)), None):
                yield hit

    def excerpts(self, hit: Hit, text: Text, problems: list[Problem]) -> Iterator[Excerpt]:
        """The words of each slot of a hit that can be read; of one that cannot, such as May 39, a problem."""
        for field, start, end in hit.spans():
            excerpt = self.excerpt(field, (f"{hit.phrase.name}/{field}", start, end), text.content, text.source.digest)
            try:
                self.value(excerpt)
            except ValueError:
                message = f"{excerpt.words!r} cannot be read as {field.replace('_', ' ')}; it is left out"
                problems.append(Problem("unreadable-value", message, excerpt.locator, excerpt.source))
            else:
                yield excerpt

    def excerpt(self, field: str, place: tuple[str, int, int], content: str, source: str) -> Excerpt:
        """The excerpt of an entity's `field` from a slot at a place: (row/slot, start, end) of the original text."""
        name, start, end = place
        return _excerpt(field, content[start:end], _span(start, end), source, f"{self.name}:{name}")

    def value(self, excerpt: Excerpt) -> Any:
        """What the row named by an excerpt makes of its words alone; KeyError where there is no such row."""
        return self.slot(excerpt.phrase.partition(":")[2]).value(str(excerpt.words))

    def slot(self, place: str) -> Slot:
        """The slot at a place (``row/slot``); KeyError where there is none."""
        return self._slots[place]

    def places(self) -> Iterator[tuple[str, Slot]]:
        """Every place (``row/slot``) with its slot."""
        yield from self._slots.items()
