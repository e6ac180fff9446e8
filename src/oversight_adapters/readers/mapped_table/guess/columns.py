"""What stands in a column: which words and how often, how long they are, whether they look like dates or people."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cached_property

import attrs

from oversight_adapters.readers.mapped_table.forms import CONTRADICTING, FORMS, read_date
from oversight_adapters.readers.mapped_table.layout import Line
from oversight_adapters.readers.mapped_table.mapping import column_key

_MOST_DATES = 2_000  # different words that are looked at as dates
_PERSONAL = (
    ("e-mail addresses", re.compile(r"[\w.+-]{1,64}@[\w-]{1,63}\.[\w.-]{1,63}")),
    ("telephone numbers", re.compile(r"(?:\+?1[ .-]?)?\(?\d{3}\)?[ .-]?\d{3}[.-]\d{4}(?: ?(?:x|ext\.?) ?\d{1,6})?")),
    ("alien numbers", re.compile(r"A[- #]?\d{3}[- ]?\d{3}[- ]?\d{2,3}")),
    ("social security numbers", re.compile(r"\d{3}-\d{2}-\d{4}")),
)
_SHARE = 0.2  # of the values of a column, from which on it looks personal


@attrs.frozen
class Column:
    """A column: its place, its name, which of several of that name it is (0: the only one), and its values by row."""

    index: int
    name: str
    position: int
    values: dict[int, str] = attrs.field(repr=False)

    @cached_property
    def words(self) -> Counter[str]:
        """How often each value stands in it."""
        return Counter(self.values.values())

    @cached_property
    def length(self) -> float:
        """Characters of a value, on average."""
        return sum(map(len, self.values.values())) / len(self.values) if self.values else 0.0

    def personal(self) -> str:
        """What in it looks like data about people; "" where nothing does."""
        for what, pattern in _PERSONAL:
            hits = sum(1 for words in self.values.values() if pattern.fullmatch(words.strip()))
            if hits and hits >= len(self.values) * _SHARE:
                return what
        return ""


def columns_of(names: Sequence[str], lines: Sequence[Line]) -> list[Column]:
    """The columns that have a name, in order; a block line is the column of index 0."""
    keys = Counter(map(column_key, names))
    seen: Counter[str] = Counter()
    made = []
    for index, name in enumerate(names, 1):
        if not name:
            continue
        seen[column_key(name)] += 1
        position = seen[column_key(name)] if keys[column_key(name)] > 1 else 0
        made.append(Column(index, name, position, dict(_values(lines, index))))
    return made


def _values(lines: Sequence[Line], index: int) -> Iterator[tuple[int, str]]:
    for line in lines:
        words = line.row.at(index)
        if words.strip():
            yield line.row.number, words


@attrs.frozen
class Dates:
    """How a column's dates look: the forms that read them, how many they leave, and forms that would read all too."""

    forms: tuple[str, ...]
    unread: tuple[str, ...] = ()
    rivals: tuple[str, ...] = ()


def dates_of(column: Column) -> Dates | None:
    """The fewest forms that read the dates of a column; None where less than four fifths of its values are dates."""
    values = list(column.words)[:_MOST_DATES]
    left, forms = values, []
    reads = {
        form.name: {words for words in values if _reads(words, form.name)} for form in FORMS if form.name != "vague"
    }
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
    unread = sum(column.words[words] for words in left)
    if not forms or unread * 5 > sum(column.words[words] for words in values):
        return None
    return Dates(tuple(forms), tuple(left), rivals)


def _reads(words: str, form: str) -> bool:
    try:
        read_date(words, (form,) if form != "iso" else ())
    except ValueError:
        return False
    return form == "iso" or not _reads(words, "iso")
