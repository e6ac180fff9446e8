"""From the words of a cell to a value: what a row of the mapping makes of words alone."""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import Any

from oversight_adapters.readers.mapped_table.forms import read_date
from oversight_adapters.readers.mapped_table.mapping import Pick
from oversight_core.moments import Moment
from oversight_core.names import Item

_WHOLE = re.compile(r"\d{1,15}(?:\.0{1,15})?|\d{1,3}(?:,\d{3}){1,4}", re.ASCII)
_AMOUNT = re.compile(r"(-?)[$€£]?(\d{1,30}|\d{1,3}(?:,\d{3}){1,9})(\.\d{1,30})?", re.ASCII)
_NUMBER = re.compile(r"\d[0-9A-Za-z.-]{0,19}", re.ASCII)
_SHAPES: Mapping[str, Callable[[str], bool]] = {
    "any": bool,
    "word": lambda words: len(words.split()) == 1,
    "number": lambda words: _NUMBER.fullmatch(words) is not None,
}


def parts_of(pick: Pick, words: str) -> list[str]:
    """The words that a row of the mapping looks at, in pieces where it splits them; none where they are not there.

    Raises ValueError where an escape in them cannot be undone.

    >>> between = Pick(row="fields.number", column="What", between=("Recommendation ", ":"), shape="number")
    >>> parts_of(between, "Recommendation 1.10: Count."), parts_of(between, "Recommendation to all: Count.")
    (['1.10'], [])
    """
    if pick.unescape:
        words = html.unescape(words)
    if pick.between and (cut := _cut(words, *pick.between, begins=pick.begins)) is None:
        return []
    elif pick.between:
        words = cut or ""
    pieces = words.split(pick.split) if pick.split else [words]
    return [piece.strip() for piece in pieces if piece.strip() and _SHAPES[pick.shape](piece.strip())]


def _cut(words: str, before: str, after: str, *, begins: bool) -> str | None:
    """What stands between two texts; None where they are not there."""
    if begins:
        words = words.lstrip()
    start = words.find(before)
    if start < 0 or (begins and start):
        return None
    start += len(before)
    end = words.find(after, start) if after else len(words)
    return None if end < 0 else words[start:end]


def value_of(pick: Pick, piece: str) -> Any:
    """What a piece of words is read as.  Raises ValueError, which says why, where it is no such thing."""
    return _READ[pick.reads](pick, piece)


def constant_of(pick: Pick) -> Any:
    """The value of a constant.  Raises `UnparsableMoment`, `UnparsableItem` or ValueError where it is none."""
    parse = _PARSED.get(pick.reads)
    return parse(str(pick.constant)) if parse else pick.constant


def _text(pick: Pick, piece: str) -> str:
    return piece


def _whole(pick: Pick, piece: str) -> int:
    if _WHOLE.fullmatch(piece) is None:
        raise ValueError("it is no whole number")
    return int(piece.replace(",", "").partition(".")[0])


def amount_of(words: str) -> Decimal:
    """A number with all its digits, with commas in threes or not.  Raises ValueError where it is none.

    >>> amount_of("$125,000.50"), amount_of("-0.5")
    (Decimal('125000.50'), Decimal('-0.5'))
    """
    if (found := _AMOUNT.fullmatch(words)) is None:
        raise ValueError("it is no amount, such as 125000.50 or $125,000.50")
    sign, whole, part = found.groups("")
    return Decimal(sign + whole.replace(",", "") + part)


def _yes_no(pick: Pick, piece: str) -> bool:
    said = piece.casefold()
    for words, value in ((pick.yes, True), (pick.no, False)):
        if said in (word.casefold() for word in words):
            return value
    raise ValueError(f"it is none of {', '.join((*pick.yes, *pick.no))}")


_PARSED: Mapping[str, Callable[[str], Any]] = {"amount": amount_of, "date": Moment.parse, "item": Item.parse}
_READ: Mapping[str, Callable[[Pick, str], Any]] = {
    "text": _text,
    "whole": _whole,
    "amount": lambda pick, piece: amount_of(piece),
    "yes-no": _yes_no,
    "date": lambda pick, piece: read_date(piece, pick.dates),
    "item": lambda pick, piece: Item.parse(piece),
}
