"""What stands in a column: which words and how often, how long they are, whether they look like dates or people."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from functools import cached_property

import attrs

from oversight_adapters.readers.mapped_table.forms import CONTRADICTING, FORMS, read_date
from oversight_adapters.readers.mapped_table.guess.headings import Heading, heading_of
from oversight_adapters.readers.mapped_table.guess.known_words import means_nothing
from oversight_adapters.readers.mapped_table.header import Columns
from oversight_adapters.readers.mapped_table.layout import Layout, Line
from oversight_adapters.readers.mapped_table.mapping import column_key

_AS_NUMBERS = ("year", "compact", "serial", "serial-1904", "vague")  # forms of dates that may be plain numbers
_KNOWN_FORMS = tuple(form.name for form in FORMS if form.name != "vague")
_FIRST_YEAR, _LAST_YEAR = 1980, 2100  # of a number that is taken for a day
_MOST_DATES = 2_000  # different words that are looked at as dates
_NUMBER = re.compile(r"(?:[^\d\s]{1,30}\s)?[^\d\s$€£]{0,10}\d[^\s%]{0,20}")
_LONGEST_NUMBER = 40


@attrs.frozen
class Column:
    """A column: its place, its name, which of several of that name it is (0: the only one), and its values by row.

    `lower` is the last part of a name of several; an `optional` column stands under some headers of the table only.
    """

    index: int
    name: str
    position: int
    values: dict[int, str] = attrs.field(repr=False)
    lower: str = ""
    optional: bool = False

    @cached_property
    def heading(self) -> Heading | None:
        """What its name says it is: the whole name, else its lower part."""
        return heading_of(self.name) or heading_of(self.lower)

    @property
    def named(self) -> str:
        """The role that its name says; "" where that says nothing."""
        return self.heading.role if self.heading else ""

    @cached_property
    def words(self) -> Counter[str]:
        """How often each value stands in it."""
        return Counter(self.values.values())

    @cached_property
    def length(self) -> float:
        """Characters of a value, on average."""
        return sum(map(len, self.values.values())) / len(self.values) if self.values else 0.0

    @cached_property
    def numbers(self) -> bool:
        """Whether numbers stand in it, and no dates: a word or two with a figure in them."""
        values = [words.strip() for words in self.values.values()]
        numbers = sum(1 for words in values if len(words) <= _LONGEST_NUMBER and _NUMBER.fullmatch(words))
        return bool(values) and numbers >= len(values) * 0.8 and not self.dated

    @property
    def repeated(self) -> bool:
        """Whether most of its words stand in several rows."""
        return len(self.words) * 2 < len(self.values)

    @property
    def codes(self) -> bool:
        """Whether they are numbers of one word each, such as OIG-24-12."""
        return self.numbers and sum(" " in words.strip() for words in self.values.values()) * 5 <= len(self.values)

    @cached_property
    def dates(self) -> Dates | None:
        """How its dates look; None where there are none to speak of."""
        return dates_of(self) if self.values else None

    @cached_property
    def dated(self) -> bool:
        """Whether dates stand in it that are no mere numbers."""
        return (
            bool(self.values) and dates_of(self, (form for form in _KNOWN_FORMS if form not in _AS_NUMBERS)) is not None
        )


def columns_of(found: Layout) -> list[Column]:
    """The columns that have a name, in order; those of several headers by their names."""
    heads = list(dict.fromkeys(line.columns for line in found.lines)) or ([found.header] if found.header else [])
    made: dict[tuple[str, int], Column] = {}
    counted = Counter(key for columns in heads for key in _counted(columns))
    for columns in heads:
        several, seen = Counter(map(column_key, columns.names)), Counter[str]()
        lines = [line for line in found.lines if line.columns == columns]
        for index, (name, lower) in enumerate(zip(columns.names, lower_names(found, columns), strict=True), 1):
            if not name:
                continue
            key = column_key(name)
            seen[key] += 1
            place = (key, seen[key])
            if place not in made:
                position = seen[key] if several[key] > 1 else 0
                made[place] = Column(len(made) + 1, name, position, {}, lower, counted[place] < len(heads))
            made[place].values.update(_values(lines, index))
    return list(made.values())


def _counted(columns: Columns) -> Iterator[tuple[str, int]]:
    seen: Counter[str] = Counter()
    for key in map(column_key, columns.names):
        seen[key] += 1
        yield key, seen[key]


def lower_names(found: Layout, columns: Columns) -> list[str]:
    """The last part of each name: the words in the last row of a header, or the last key of nested JSON."""
    if found.sheet.columns:
        return [name.rpartition(".")[2] for name in columns.names]
    row = found.sheet.row(columns.last_row)
    return [row.at(index) if row else "" for index in range(1, len(columns.names) + 1)]


def _values(lines: Sequence[Line], index: int) -> Iterator[tuple[int, str]]:
    for line in lines:
        _, words = line.cell(index)
        if words.strip():
            yield line.row.number, words


@attrs.frozen
class Dates:
    """How a column's dates look: the forms that read them, how many they leave, and forms that would read all too."""

    forms: tuple[str, ...]
    unread: tuple[str, ...] = ()
    rivals: tuple[str, ...] = ()


def dates_of(column: Column, known: Iterable[str] = _KNOWN_FORMS) -> Dates | None:
    """The fewest forms that read the dates of a column; None where less than four fifths of its values are dates."""
    values = list(column.words)[:_MOST_DATES]
    left, forms = values, []
    reads = {form: {words for words in values if _reads(words, form)} for form in known}
    rivals: tuple[str, ...] = ()
    while left:
        name = max(reads, key=lambda form: len(reads[form] & set(left)))
        taken = reads[name] & set(left)
        if not taken:
            break
        pair = next((pair for pair in CONTRADICTING if name in pair), ())
        other = next((form for form in pair if form != name), "")
        if other and len(reads[other] & set(left)) == len(taken):
            rivals = (name, other)
        forms.append(name)
        reads.pop(other, None)
        left = [words for words in left if words not in taken]
    unread = sum(column.words[words] for words in left if not means_nothing(words))
    if not forms or unread * 5 > sum(column.words[words] for words in values):
        return None
    return Dates(tuple(forms), tuple(left), rivals)


def _reads(words: str, form: str) -> bool:
    try:
        read = read_date(words, (form,) if form != "iso" else ())
    except ValueError:
        return False
    if form.startswith("serial") and not _FIRST_YEAR <= (read.earliest or date.min).year <= _LAST_YEAR:
        return False
    return form == "iso" or not _reads(words, "iso")
