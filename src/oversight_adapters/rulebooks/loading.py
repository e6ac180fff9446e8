"""From the text of a rulebook file to the rulebook, or every mistake in it at once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from oversight_adapters.rulebooks import columns
from oversight_adapters.rulebooks.columns import Draft, Known, Take, by_key, rows, some
from oversight_adapters.rulebooks.parts import clock, labels, notice, projection
from oversight_adapters.rulebooks.places import said
from oversight_adapters.rulebooks.placing import place_defects, place_misfits
from oversight_adapters.rulebooks.tables import MOST_TABLES, Placed, table
from oversight_adapters.texts.drafting import NotToml, parsed, unknown
from oversight_adapters.texts.toml_keys import Path
from oversight_core.errors import DefectiveRulebook
from oversight_core.rulebooks import BUILTIN
from oversight_core.rulebooks.restating import needed
from oversight_core.rules.fitting import Parts
from oversight_core.rules.rulebook import RuleBook

LARGEST = 512 * 1024
"""Characters that a rulebook file may have."""

_MOST_TOLD = 100  # mistakes
_LONGEST_TOLD = 1_000  # characters of one
FILE: dict[str, Take] = {
    "name": columns.slug,
    "version": columns.line,
    "title": columns.words,
    "note": columns.words,
    "uses": some(columns.line),
    "facts": some(columns.name),
    "citations": by_key(columns.citation, most=500),
    "table": rows(table, MOST_TABLES),
    "labels": rows(labels, 60),
    "clocks": rows(clock, 200),
    "projections": rows(projection, 400),
    "notices": rows(notice, 100),
}


def load_rulebook(text: str, *, name: str = "the rulebook file", base: Iterable[RuleBook] = BUILTIN) -> RuleBook:
    """The rulebook that a text in TOML describes; `name` is what to call the file where it is wrong.

    `base` are the rulebooks whose tables and conditions it may name.  Raises `DefectiveRulebook` with every mistake
    that is found, each a sentence that says the line, the table, the row and the column.

    >>> book = load_rulebook('name = "city"\\ntitle = "the auditor of a city"\\nuses = ["position"]')
    >>> [table.name for table in book.lifecycles]
    ['position']
    """
    try:
        data, lines = parsed(text.removeprefix("\ufeff"), largest=LARGEST)
    except NotToml as error:
        raise DefectiveRulebook(name, (str(error),)) from None
    draft = Draft(_known(tuple(base), data))
    book = _taken(draft, data)
    if book is None or draft.faults:
        raise DefectiveRulebook(name, _told(draft, lines, data))
    return book


def told_in(text: str, faults: Iterable[tuple[Path, str]]) -> tuple[str, ...]:
    """Mistakes that somebody else found in a file that loads, each with its path, in the same sentences."""
    data, lines = parsed(text.removeprefix("\ufeff"), largest=LARGEST)
    draft = Draft(_NOTHING)
    for path, why in faults:
        draft.fault(path, why)
    return _told(draft, lines, data)


def _known(base: tuple[RuleBook, ...], data: dict[str, Any]) -> Known:
    """What the file may name; of two tables or conditions of one name, the first.  Its citations are told later."""
    homes = {one.name: (one, book) for book in reversed(base) for one in book.lifecycles}
    guards = [guard for book in base for one in (*book.lifecycles, *book.earlier) for guard in one.guards]
    return Known(
        tables={key: one for key, (one, _) in homes.items()},
        earlier={key: tuple(old for old in book.earlier if old.name == key) for key, (_, book) in homes.items()},
        conditions={guard.name: guard for guard in reversed(guards)},
        citations=dict(by_key(columns.citation)(Draft(_NOTHING), (), data.get("citations", {})) or ()),
    )


_NOTHING = Known({}, {}, {}, {})


def _taken(draft: Draft, data: dict[str, Any]) -> RuleBook | None:
    """The rulebook; None where something is wrong, which is noted."""
    given = draft.section((), data, FILE, ("name", "title"))
    own: tuple[Placed, ...] = given.get("table", ())
    used = tuple(_used(draft, given.get("uses", ())))
    if "table" not in data and "uses" not in data:
        draft.fault(("table",), "it has no table; write one, or name one that ships under uses")
    for one in own:
        place_defects(draft, one)
    placed = (*own, *used)
    tables = tuple(one.table for one in placed if not one.is_earlier)
    parts = Parts(
        lifecycles=tables,
        vocabularies=tuple(one.vocabulary for one in given.get("labels", ())),
        clocks=given.get("clocks", ()),
        facts=given.get("facts", needed(tables)),
        projections=given.get("projections", ()),
        notices=given.get("notices", ()),
        earlier=tuple(one.table for one in placed if one.is_earlier),
    )
    place_misfits(draft, parts, given.get("labels", ()), placed)
    if draft.faults:
        return None
    return RuleBook(
        given["name"],
        given.get("version", "1"),
        given["title"],
        parts.lifecycles,
        parts.vocabularies,
        parts.clocks,
        parts.facts,
        given.get("note", ""),
        projections=parts.projections,
        notices=parts.notices,
        earlier=parts.earlier,
    )


def _used(draft: Draft, uses: Iterable[str]) -> Iterator[Placed]:
    """Tables that ship, taken as they are, each with its earlier versions."""
    known, earlier = draft.context.tables, draft.context.earlier
    for n, one in enumerate(uses, 1):
        if one in known:
            yield Placed(known[one], ("uses", str(n)))
            yield from (Placed(old, ("uses", str(n)), is_earlier=True) for old in earlier.get(one, ()))
        else:
            draft.fault(("uses", str(n)), unknown("table that ships", one, known))


def _told(draft: Draft, lines: dict[Path, int], data: dict[str, Any]) -> tuple[str, ...]:
    """The mistakes as sentences, in the order of the file."""
    told = draft.told(lines)
    out = [_sentence(line, said(fault.path, data), fault.why) for line, fault in told[:_MOST_TOLD]]
    return (*out, f"and {len(told) - _MOST_TOLD} more mistakes") if len(told) > _MOST_TOLD else tuple(out)


def _sentence(line: int, place: str, why: str) -> str:
    """One mistake on one line, with what cannot be seen spelt out."""
    whole = f"line {line}, {place}: {why}" if line else f"{place}: {why}"
    seen = "".join(letter if letter.isprintable() else repr(letter)[1:-1] for letter in whole[:_LONGEST_TOLD])
    return seen + "…" if len(whole) > _LONGEST_TOLD else seen
