"""Which row of a sheet names its columns, whether it comes again, and which rows name those of another table."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

import attrs

from oversight_adapters.readers.mapped_table.guess.headings import FIGURES, role_of
from oversight_adapters.readers.mapped_table.guess.known_words import known, means_nothing
from oversight_adapters.readers.mapped_table.layout import filled
from oversight_adapters.readers.mapped_table.mapping import Header, column_key
from oversight_adapters.texts.grid import Row, Sheet

_DEEPEST = 60  # rows from the top in which a header is looked for
_LONGEST_NAME = 80  # characters of a name of a column


@attrs.frozen
class Head:
    """The rows that name the columns: the first of them, how many they are, and how much they are like a header.

    `others` begin the tables besides it: rows that name other columns.
    """

    row: Row | None = None
    height: int = 1
    score: float = 0.0
    header: Header = attrs.Factory(Header)
    others: tuple[Row, ...] = ()


def head_of(sheet: Sheet) -> Head:
    """The header of a sheet: the row most like one, or the first that names the same columns."""
    rows = sheet.rows[:_DEEPEST]
    widths = Counter(len(list(filled(row))) for row in sheet.rows[:500])
    usual = max(widths, key=lambda width: (widths[width], width))
    scored = sorted(((-_score(row, usual), n) for n, row in enumerate(rows)), key=lambda one: one)
    index = next((n for score, n in scored if score and not _is_record(sheet, rows[n])), None)
    if index is None:
        return Head()
    row, score, height = rows[index], _score(rows[index], usual), 1
    if index + 1 < len(rows) and _groups(sheet, row) and _names(rows[index + 1]):
        height = 2
    elif index and rows[index - 1].number == row.number - 1 and _heads(sheet, rows[index - 1], row):
        row, height = rows[index - 1], 2
    if height == 2:
        return Head(row, height, score, _by_names(sheet, row, height))
    alike = [one for one in _heads_like(sheet, row) if _alike(one, row)]
    first = alike[0] if alike else row
    others = tuple(one for one in _heads_like(sheet, row) if not _alike(one, row) and _apart(sheet, one))
    common = [name for name in _words(first) if all(column_key(name) in _keys(one) for one in (*alike, row))]
    return Head(first, 1, score, _by_names(sheet, first, 1, common if len(alike) > 1 else ()), others)


def _score(row: Row, usual: int) -> float:
    """How much a row is like a header: names that are known, and as many of them as the table has columns."""
    words = _words(row)
    names = [word for word in words if len(word) <= _LONGEST_NAME and not FIGURES.fullmatch(word)]
    lonely = len(words) < 2 and not role_of("".join(words))
    if lonely or len(names) < len(words) * 0.8 or len(set(map(column_key, names))) < len(names) * 0.5:
        return 0.0
    recognised = sum(1 for name in names if role_of(name))
    if not recognised and any(map(_of_a_record, words)):
        return 0.0
    return 3 * recognised + min(len(names) / max(usual, 1), 1.5)


def _is_record(sheet: Sheet, row: Row) -> bool:
    """Whether words of a row stand in other rows too, in two columns or more, where no header comes again."""
    wanted = {(column, column_key(row.at(column))) for column in filled(row)}
    others = (one for one in sheet.rows[: 2 * _DEEPEST] if _keys(one) != _keys(row) and not _like_a_head(one))
    return len(wanted & {(column, column_key(one.at(column))) for one in others for column in filled(one)}) >= 2


def _of_a_record(words: str) -> bool:
    """Whether words of a row are such as stand in records, not over them."""
    return len(words) > _LONGEST_NAME or bool(FIGURES.fullmatch(words)) or bool(known(words)) or means_nothing(words)


def _heads_like(sheet: Sheet, best: Row) -> Iterator[Row]:
    """Rows of which half the words are known as names of columns, and none stands in records; the best among them."""
    return (row for row in sheet.rows if row is best or _like_a_head(row))


def _like_a_head(row: Row) -> bool:
    words = _words(row)
    if any(map(_of_a_record, words)):
        return False
    recognised = len({role for word in words if (role := role_of(word))})
    return recognised >= 2 and 2 * recognised >= len(words)


def _alike(one: Row, other: Row) -> bool:
    """Whether two headers name the same columns, or most of them."""
    first, second = _keys(one), _keys(other)
    return 2 * len(first & second) >= max(len(first), len(second))


def _apart(sheet: Sheet, row: Row) -> bool:
    """Whether a row begins something: it stands at the top, below a gap, or below a line of its own."""
    index = next(n for n, one in enumerate(sheet.rows) if one is row)
    above = sheet.rows[index - 1] if index else None
    return above is None or above.number < row.number - 1 or len(_words(above)) == 1


def _names(row: Row) -> bool:
    """Whether a third of the words of a row are known as names of columns."""
    words = _words(row)
    return 3 * sum(1 for word in words if role_of(word)) >= len(words)


def _groups(sheet: Sheet, row: Row) -> bool:
    """Whether names of a row stand over several columns."""
    return any(block.top == row.number == block.bottom and block.right > block.left for block in sheet.merged)


def _heads(sheet: Sheet, above: Row, row: Row) -> bool:
    """Whether the row above a header names groups of its columns: where nothing is merged, with gaps between them."""
    upper, lower = list(filled(above)), set(filled(row))
    if len(upper) < 2 or not _score(above, len(upper)):
        return False
    gaps = upper[-1] - upper[0] >= len(upper)
    return _groups(sheet, above) or (gaps and len(upper) < len(lower) and lower.issuperset(upper))


def _by_names(sheet: Sheet, row: Row, height: int, common: list[str] | tuple[()] = ()) -> Header:
    """The header by names that no row above it holds, so that it may move; else by the number of its row.

    `common` are the names that all headers of a sheet have, where there are several.
    """
    again = bool(common) or _again(sheet, row)
    names = list(dict.fromkeys(common or _words(row)))
    best = [name for name in names if role_of(name) not in ("", "personal")] or names
    for count in range(min(2, len(best)), min(len(best), 4) + 1):
        holds = tuple(" ".join(name.split()) for name in best[:count])
        first = next((one for one in sheet.rows if set(map(column_key, holds)) <= _keys(one)), None)
        if first is not None and first.number == row.number:
            return Header(holds=holds, height=height, again=again)
    return Header(row=row.number, height=height, again=again)


def _again(sheet: Sheet, row: Row) -> bool:
    key = [column_key(words) for words in row.words]
    return sum([column_key(words) for words in one.words] == key for one in sheet.rows) > 1


def _words(row: Row) -> list[str]:
    return [row.at(column) for column in filled(row)]


def _keys(row: Row) -> set[str]:
    return set(map(column_key, _words(row)))
