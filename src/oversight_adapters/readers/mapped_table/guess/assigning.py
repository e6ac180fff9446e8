"""Which column is what: its name proposes, what stands in it decides."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence

import attrs

from oversight_adapters.readers.mapped_table.guess.columns import Column, dates_of
from oversight_adapters.readers.mapped_table.guess.headings import plain, role_of
from oversight_adapters.readers.mapped_table.guess.known_words import AXES, means_nothing, understood
from oversight_adapters.readers.mapped_table.mapping import column_key

YES, NO = ("yes", "y", "true", "x", "1", "priority"), ("no", "n", "false", "0")
STATUS_AXES = AXES[1:]
_SHORTEST_TEXT = 40  # characters on average of a column taken for the text although its name does not say so
_NUMBER = re.compile(r"(?:[^\d\s]{1,30}\s)?[^\d\s]{0,10}\d\S{0,20}")
_MOST_WORDS = 40  # different words of a column of statuses
_NO_FIELD = {"comments": "comments", "reply_due": "the day on which a reply is due", "count": "counts"}
_BARE_DATES = ("year", "date")  # names of columns that do not say what happened then


@attrs.frozen
class Assigned:
    """Which column has which role, which are never read and why, and which are left out and why."""

    roles: Mapping[str, Column]
    doubts: Mapping[str, str]
    never: tuple[tuple[Column, str], ...]
    left: tuple[tuple[Column, str], ...]


def assigned(columns: Sequence[Column]) -> Assigned:
    """Give every role to the column that fits it best."""
    never: list[tuple[Column, str]] = []
    left: list[tuple[Column, str]] = []
    wanting: dict[str, list[tuple[float, Column]]] = {}
    people = {column_key(column.name): why for column in columns if (why := _personal(column))}
    for column in columns:
        named = role_of(column.name)
        why = people.get(column_key(column.name), "")
        role = _role(named, column)
        fit = _FITS[role](column) if role in _FITS and not why else 0.0
        if why:
            never.append((column, why))
        elif fit:
            wanting.setdefault(role, []).append((fit, column))
        else:
            left.append((column, _reason(named, column)))
    roles: dict[str, Column] = {}
    doubts: dict[str, str] = {}
    for role, found in wanting.items():
        best = max(found, key=lambda one: one[0])[1]
        roles[role] = best
        left += [(column, f"{best.name!r} was taken for {role}") for _, column in found if column is not best]
    if "issued_on" in roles and plain(roles["issued_on"].name) in _BARE_DATES:
        doubts["issued_on"] = "its name does not say what happened then; the issue of the report is meant here"
    _by_values(roles, doubts, left)
    return Assigned(roles, doubts, tuple(never), tuple(left))


def _personal(column: Column) -> str:
    """Why a column must not be read; "" where nothing speaks against it."""
    if what := column.personal():
        return f"{what} seem to stand in it"
    return "its name says that it is about people" if role_of(column.name) == "personal" else ""


def _role(named: str, column: Column) -> str:
    """The role of a name, corrected where the words plainly speak of another."""
    if named == "text" and _numbers(column):
        return "number"
    if named in ("position", "status"):
        by_axis = {axis: _share(column, axis) for axis in AXES}
        best = max(by_axis, key=lambda axis: by_axis[axis])
        return "position" if best == "position" and by_axis[best] else "status" if by_axis[best] else named
    return named


def _by_values(roles: dict[str, Column], doubts: dict[str, str], left: list[tuple[Column, str]]) -> None:
    """Find the text and the words for positions and statuses where no name says which column they are."""
    seekers: tuple[tuple[str, Callable[[Column], float]], ...] = (
        ("position", lambda column: _share(column, "position")),
        ("status", lambda column: max(_share(column, axis) for axis in STATUS_AXES)),
        ("text", lambda column: column.length if column.length >= _SHORTEST_TEXT else 0.0),
    )
    for role, fit in seekers:
        if role in roles:
            continue
        columns = [column for column, _ in left if role_of(column.name) not in ("comments", "personal")]
        best = max(columns, key=fit, default=None)
        if best is not None and fit(best) >= (0.8 if role != "text" else _SHORTEST_TEXT):
            roles[role] = best
            doubts[role] = f"by what stands in it; its name does not say that it is the {role}"
            left[:] = [one for one in left if one[0] is not best]


def _reason(named: str, column: Column) -> str:
    if not column.values:
        return "it is empty"
    if named in _NO_FIELD:
        return f"a recommendation has no field for {_NO_FIELD[named]}"
    if named in _FITS:
        return f"its name says {named}, but what stands in it does not look like that"
    return "nothing is known that its name says"


# -- what fits ---------------------------------------------------------------------------------------------------------


def _share(column: Column, axis: str) -> float:
    """The share of the words of a column that say something on an axis, of those that say anything."""
    words = [word.strip() for word in column.words if not means_nothing(word)]
    if not words or len(words) > _MOST_WORDS:
        return 0.0
    return understood(words, axis) / len(words)


def _numbers(column: Column) -> bool:
    """Whether numbers stand in a column: a word or two with a figure in them."""
    values = list(column.values.values())
    numbers = sum(1 for words in values if len(words) <= 40 and _NUMBER.fullmatch(words.strip()))
    return bool(values) and numbers >= len(values) * 0.8


def _yes_no(column: Column) -> float:
    return float(bool(column.values) and all(word.strip().casefold() in YES + NO for word in column.words))


def _dated(column: Column) -> float:
    return float(dates_of(column) is not None) if column.values else 0.0


def _short(longest: float) -> Callable[[Column], float]:
    return lambda column: len(column.values) / (1 + column.length) if 0 < column.length <= longest else 0.0


_FITS: Mapping[str, Callable[[Column], float]] = {
    "text": lambda column: column.length if column.length >= 8 else 0.0,
    "number": lambda column: float(len(column.values)) if _numbers(column) else 0.0,
    "report": _short(60),
    "report_title": lambda column: float(len(column.values)),
    "addressee": _short(150),
    "position": lambda column: _share(column, "position") if _share(column, "position") >= 0.5 else 0.0,
    "status": lambda column: best if (best := max(_share(column, axis) for axis in STATUS_AXES)) >= 0.5 else 0.0,
    "priority": _yes_no,
    "issued_on": _dated,
    "position_on": _dated,
    "status_stated": _dated,
    "status_since": _dated,
    "estimated_completion": _dated,
}
