"""Rows of a table of names, and the exact answer: one row for a name on a day, or none."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date

import attrs

from oversight_core.moments import Moment
from oversight_core.names import Item, normalise

_BRACKET = re.compile(r"\s\([^()]{1,40}\)$")
_UNITED_STATES = re.compile(r"\b(?:u\.\s?s\.(?:\s?a\.)?|united states)(?=\s)")
_ARTICLE = re.compile(r"^the ")


def same(name: str) -> str:
    """What two spellings of one name share: case, quotes, dashes, blanks, "&" and "U.S." aside.

    >>> same("The  United States Coast Guard") == same("U.S. Coast Guard")
    True
    """
    return _ARTICLE.sub("", _UNITED_STATES.sub("us", normalise(name).replace(" & ", " and ")))


@attrs.frozen
class Alias:
    """Another name, when it was in use if that is known, and where it is printed."""

    name: str
    source: str
    used: Moment | None = None


@attrs.frozen(kw_only=True)
class Known:
    """One organisation, facility or programme: its name, and all else it is called.

    `existed` is when it was known by these names, `successor` the item that took its place.  `source` is where the name
    is printed.
    """

    item: Item
    name: str
    source: str
    aliases: tuple[Alias, ...] = ()
    city: str = ""
    state: str = ""
    codes: tuple[str, ...] = ()
    parent: Item | None = None
    existed: Moment | None = None
    successor: Item | None = None

    def names(self) -> Iterator[tuple[str, Moment | None]]:
        """Every name and code with the time in which it means this."""
        yield self.name, self.existed
        yield from ((code, self.existed) for code in self.codes)
        yield from ((alias.name, alias.used or self.existed) for alias in self.aliases)


def _holds(used: Moment | None, on: date | None) -> bool:
    if used is None or on is None:
        return True
    return (used.earliest is None or used.earliest <= on) and (used.latest is None or on <= used.latest)


def overlap(one: Moment | None, other: Moment | None) -> bool:
    """Whether two times have a day in common; one that is not known may be any.

    >>> overlap(Moment.parse("../2014-11-20"), Moment.parse("2014-11-21/..")), overlap(None, Moment.parse("2014"))
    (False, True)
    """
    if one is None or other is None:
        return True
    starts = [moment.earliest for moment in (one, other) if moment.earliest]
    ends = [moment.latest for moment in (one, other) if moment.latest]
    return not (starts and ends) or max(starts) <= min(ends)


class Names:
    """A table of names.  It is made by `load_names`, which has checked it.

    >>> from oversight_adapters.readers.identity import BUILTIN
    >>> str(BUILTIN.resolve("the United States Immigration and Customs Enforcement (ICE)").item)
    'organisation:dhs/ice'
    >>> BUILTIN.resolve("Krome North Servce Processing Center") is None
    True
    """

    def __init__(self, rows: Iterable[Known]) -> None:
        self.rows = tuple(rows)
        self._by_name: dict[str, list[tuple[Moment | None, Known]]] = {}
        for row in self.rows:
            for name, used in row.names():
                self._by_name.setdefault(same(name), []).append((used, row))

    def resolve(self, name: str, *, on: date | None = None) -> Known | None:
        """The row that goes by exactly this name, on a day if one is given; None where none does, or several do.

        A short form in brackets behind the name may stand there if it means the same.
        """
        found = self._rows(same(name), on)
        if not found and (bracket := _BRACKET.search(name.strip())):
            found = self._rows(same(name.strip()[: bracket.start()]), on)
            short = self._rows(same(bracket[0].strip(" ()")), on)
            found = found if found == short else ()
        return found[0] if len(found) == 1 else None

    def all_named(self, name: str) -> tuple[Known, ...]:
        """Every row that went by exactly this name at any time."""
        return self._rows(same(name), None)

    def every_name(self) -> tuple[str, ...]:
        """Every name and alias, in the order of the table."""
        return tuple(dict.fromkeys(name for row in self.rows for name, _ in row.names()))

    def _rows(self, key: str, on: date | None) -> tuple[Known, ...]:
        return tuple(dict.fromkeys(row for used, row in self._by_name.get(key, ()) if _holds(used, on)))
