"""The values of a rulebook file: names, words, dates and citations, each taken or told."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date, datetime
from typing import Any, TypeVar

import attrs

from oversight_adapters.texts import drafting
from oversight_adapters.texts.drafting import kind_of, quoted, text, texts, unknown
from oversight_adapters.texts.toml_keys import Path
from oversight_core.errors import OversightError
from oversight_core.moments import Moment
from oversight_core.names import SEGMENT
from oversight_core.rules.attempt import Guard
from oversight_core.rules.citation import Citation, Force, Read
from oversight_core.rules.lifecycle import Lifecycle

LONGEST = 2_000
"""Characters that a text may have."""

_NAME = re.compile(r"[a-z][a-z0-9]*(?:_[a-z0-9]+)*")
_KIND = re.compile(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*")
_LONGEST_NAME = 60


@attrs.frozen
class Known:
    """What a file may name: tables that ship, with their earlier versions, conditions, and its citations by key."""

    tables: Mapping[str, Lifecycle]
    earlier: Mapping[str, tuple[Lifecycle, ...]]
    conditions: Mapping[str, Guard]
    citations: Mapping[str, Citation]


Draft = drafting.Draft[Known]
Take = drafting.Take[Known]
Row = TypeVar("Row")


def line(draft: Draft, path: Path, value: Any) -> str | None:
    """A text of one line, letter for letter."""
    found = text(draft, path, value)
    if found is None:
        return None
    if len(found) > LONGEST:
        draft.fault(path, f"it has more than {LONGEST:,} characters")
        return None
    if unseen := next((letter for letter in found if not letter.isprintable()), ""):
        draft.fault(path, f"it holds {unseen!r}, which cannot be seen; write a plain blank or leave it out")
        return None
    return found


def words(draft: Draft, path: Path, value: Any) -> str | None:
    """Prose: line ends and runs of blanks are one blank."""
    return line(draft, path, " ".join(value.split()) if isinstance(value, str) else value)


def slug(draft: Draft, path: Path, value: Any) -> str | None:
    """The name of a rulebook, as a person would type it."""
    if isinstance(value, str) and len(value) <= _LONGEST_NAME and SEGMENT.fullmatch(value):
        return value
    draft.fault(path, "it must be a lower-case slug such as city-auditor: letters, digits, dots and hyphens")
    return None


def name(draft: Draft, path: Path, value: Any) -> str | None:
    """A name in lower-case words, so that it can be drawn, asked for and told from every other."""
    return _named(draft, path, value, _NAME, "lower-case words such as partly_done: letters, digits, underscores")


def kind(draft: Draft, path: Path, value: Any) -> str | None:
    """A kind of items."""
    return _named(draft, path, value, _KIND, "a kind of item such as recommendation or custody-hold")


def _named(draft: Draft, path: Path, value: Any, form: re.Pattern[str], must: str) -> str | None:
    given = text(draft, path, value)
    if given is None or (len(given) <= _LONGEST_NAME and form.fullmatch(given)):
        return given
    draft.fault(path, f"{quoted(given)} must be {must}, and at most {_LONGEST_NAME} characters")
    return None


def some(take: Take) -> Take:
    """One value or a list of them."""

    def several(draft: Draft, path: Path, value: Any) -> tuple[Any, ...] | None:
        given = texts(draft, path, value)
        taken = [take(draft, path, part) for part in given or ()]
        return None if given is None else tuple(part for part in taken if part is not None)

    return several


def by_key(take: Take, key: Take = name, most: int = 200) -> Take:
    """A table of names, each with a value of one sort: pairs, in the order of the file; None where a value is told."""

    def pairs(draft: Draft, path: Path, value: Any) -> tuple[tuple[str, Any], ...] | None:
        if not isinstance(value, dict):
            draft.fault(path, f"it is {kind_of(value)}, and must be a table of names, each with what it says")
            return None
        if len(value) > most:
            draft.fault(path, f"it has more than {most} entries")
            return None
        for one in value:
            key(draft, (*path, one), one)
        return tuple((one, take(draft, (*path, one), given)) for one, given in value.items())

    return pairs


def rows(take: Callable[[Draft, Path, Any], Row], most: int) -> Callable[[Draft, Path, Any], tuple[Row, ...]]:
    """A list of tables, one a row."""

    def all_rows(draft: Draft, path: Path, value: Any) -> tuple[Row, ...]:
        if not isinstance(value, list):
            key = ".".join(part for part in path if not part.isdecimal())
            draft.fault(path, f"it is {kind_of(value)}, and must be rows: begin each with [[{key}]]")
            return ()
        if len(value) > most:
            draft.fault(path, f"it has more than {most} rows")
            return ()
        return tuple(take(draft, (*path, str(n)), given) for n, given in enumerate(value, 1))

    return all_rows


def number(draft: Draft, path: Path, value: Any) -> int | None:
    """A whole number, of a size that days can be counted in."""
    if isinstance(value, int) and not isinstance(value, bool) and abs(value) < 1_000_000:
        return value
    draft.fault(path, "it must be a whole number below 1,000,000")
    return None


def day(draft: Draft, path: Path, value: Any) -> date | None:
    """A day, as TOML writes it."""
    if isinstance(value, date) and not isinstance(value, datetime):
        return value
    draft.fault(path, "it must be a day without quotes, such as 2026-01-31")
    return None


def moment(draft: Draft, path: Path, value: Any) -> Moment | None:
    """A day, or as much of one as is known."""
    if isinstance(value, date) and not isinstance(value, datetime):
        return Moment.day(value)
    try:
        return Moment.parse(value if isinstance(value, str) else "")
    except OversightError:
        draft.fault(path, 'it must be a day such as 2026-01-31, or what is known of it in quotes, such as "2026-01"')
        return None


def texts_by_key(draft: Draft, path: Path, value: Any) -> tuple[tuple[str, str], ...] | None:
    """A table of texts, such as the axes of a label and the status that it means on each."""
    found = by_key(line, line)(draft, path, value)
    return None if found is None else tuple((key, given) for key, given in found if given is not None)


def choices_by_key(draft: Draft, path: Path, value: Any) -> tuple[tuple[str, str], ...] | None:
    """A table of fields with the values that one may have: a text, or a list of them of which any will do.

    An empty text stands for a field that is not stated.
    """

    def choices(draft: Draft, path: Path, value: Any) -> tuple[str, ...]:
        given = value if isinstance(value, list) else [value]
        taken = (one if one == "" else line(draft, path, one) for one in given)
        return tuple(one for one in taken if one is not None)

    found = by_key(choices, line)(draft, path, value)
    return None if found is None else tuple((key, one) for key, given in found for one in given)


def cites(draft: Draft, path: Path, value: Any) -> tuple[Citation, ...] | None:
    """Citations, by the keys that the file gives them."""
    known, out = draft.context.citations, []
    for key in texts(draft, path, value) or ():
        if key in known:
            out.append(known[key])
        else:
            draft.fault(path, unknown("citation", key, known))
    return tuple(out)


def citation(draft: Draft, path: Path, value: Any) -> Citation:
    """A provision: its force, whom it binds, how it was read."""
    given = draft.section(path, value, CITATION, ("provision", "force", "read"))
    return Citation(
        given.get("provision", path[-1]),
        given.get("force", Force.CONVENTION),
        given.get("binds", ""),
        given.get("read", Read.ORIGINAL),
        given.get("copy", ""),
    )


CITATION: dict[str, Take] = {
    "provision": words,
    "force": drafting.one_of(*Force),
    "binds": words,
    "read": drafting.one_of(*Read),
    "copy": words,
}
