"""The tables of a rulebook file: those with rows of their own, and those that keep a part of one that ships."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import Any

import attrs

from oversight_adapters.rulebooks.columns import Draft, Take, by_key, cites, day, kind, line, name, rows, some, words
from oversight_adapters.texts.drafting import flag, unknown
from oversight_adapters.texts.toml_keys import Path
from oversight_core.rulebooks.restricting import Kept, restricted
from oversight_core.rules.check import SAYS_NOTHING
from oversight_core.rules.lifecycle import Group, Lifecycle, Rule, State

MOST_STATES, MOST_GROUPS, MOST_ROWS, MOST_TABLES = 120, 60, 400, 40


@attrs.frozen
class Placed:
    """A table and where it stands in the file; `is_earlier` is a version that another took the place of, and `keeps`
    is a table that keeps a part of another one.
    """

    table: Lifecycle
    path: Path
    is_earlier: bool = False
    keeps: bool = False


def table(draft: Draft, path: Path, value: Any) -> Placed:
    """One table; what is wrong with its columns is noted, and the rest of it taken all the same."""
    restricts = isinstance(value, dict) and "restricts" in value
    needed = ("name", "restricts", "keeps") if restricts else ("name", "axis", "states", "rows")
    given = draft.section(path, value, TABLE, needed)
    for key in given:
        if key in (OWN if restricts else RESTRICTING):
            is_for = "rows of its own" if restricts else "restricts, which says what it is a part of"
            draft.fault((*path, key), f"it is for a table with {is_for}")
    made = _restricting(draft, path, given) if restricts else _own(draft, given)
    return Placed(made, path, given.get("earlier", False), restricts)


def _own(draft: Draft, given: dict[str, Any]) -> Lifecycle:
    rules = given.get("rows", ())
    named = dict.fromkeys(guard for rule in rules for guard in rule.guards)
    conditions = draft.context.conditions
    return Lifecycle(
        given.get("name", ""),
        given.get("version", "1"),
        given.get("axis", ""),
        given.get("initial", SAYS_NOTHING),
        states=(State(state, meaning or "") for state, meaning in given.get("states", ())),
        rules=rules,
        groups=(Group(group, held, means) for group, (held, means) in given.get("groups", ())),
        guards=(conditions[guard] for guard in named if guard in conditions),
        kinds=given.get("kinds", ()),
        in_force_from=given.get("in_force_from"),
    )


def _restricting(draft: Draft, path: Path, given: dict[str, Any]) -> Lifecycle:
    name, version = given.get("name", ""), given.get("version", "1")
    whole = draft.context.tables.get(given.get("restricts", ""))
    if whole is None:
        return Lifecycle(name, version, "", "", (), ())
    states = {whole.initial, *given.get("keeps", ())}
    held = dict.fromkeys(rule.event for rule in whole.rules if _leads(whole, rule, states))
    events = given.get("events", tuple(held))
    _tell_strangers(draft, (*path, "keeps"), given.get("keeps", ()), whole.state_names, f"state of {whole.name}")
    _tell_strangers(draft, (*path, "events"), events, held, f"kept event of {whole.name}")
    kept = restricted(whole, name, version, states=states, rows=[Kept(event) for event in events if event in held])
    return attrs.evolve(kept, kinds=given.get("kinds", whole.kinds), in_force_from=given.get("in_force_from"))


def _leads(table: Lifecycle, rule: Rule, states: Collection[str]) -> bool:
    """Whether a row leads from one of these states to one of them."""
    return rule.target in states and any(source in states for source in table.sources(rule))


def _tell_strangers(draft: Draft, path: Path, given: Iterable[str], known: Collection[str], what: str) -> None:
    for one in given:
        if one not in known:
            draft.fault(path, unknown(what, one, known))


def row(draft: Draft, path: Path, value: Any) -> Rule:
    """One row of a table."""
    given = draft.section(path, value, ROW, ("from", "event", "to", "who", "cites"))
    return Rule(
        given.get("from", ()),
        given.get("event", ""),
        given.get("to", ""),
        given.get("who", ()),
        given.get("requires", ()),
        given.get("expects", ()),
        given.get("conditions", ()),
        given.get("cites", ()),
        given.get("means", ""),
    )


def _source(draft: Draft, path: Path, value: Any) -> str | tuple[str, ...] | None:
    """A state or a group, or a list of them."""
    found: tuple[str, ...] | None = some(line)(draft, path, value)
    return found[0] if found and isinstance(value, str) else found


def _group(draft: Draft, path: Path, value: Any) -> tuple[tuple[str, ...], str]:
    """The states of a group, and its meaning where that is said too."""
    if not isinstance(value, dict):
        value = {"states": value}
    given = draft.section(path, value, {"states": some(line), "means": words}, ("states",))
    return given.get("states", ()), given.get("means", "")


def _base(draft: Draft, path: Path, value: Any) -> str | None:
    tables = draft.context.tables
    if isinstance(value, str) and value not in tables:
        draft.fault(path, unknown("table that ships", value, tables))
    return line(draft, path, value)


ROW: dict[str, Take] = {
    "from": _source,
    "event": name,
    "to": line,
    "who": some(name),
    "requires": some(name),
    "expects": some(name),
    "conditions": some(line),
    "cites": cites,
    "means": words,
}
OWN: dict[str, Take] = {
    "axis": name,
    "initial": line,
    "states": by_key(words, most=MOST_STATES),
    "groups": by_key(_group, most=MOST_GROUPS),
    "rows": rows(row, MOST_ROWS),
}
RESTRICTING: dict[str, Take] = {"restricts": _base, "keeps": some(line), "events": some(line)}
TABLE: dict[str, Take] = {
    "name": name,
    "version": line,
    "kinds": some(kind),
    "in_force_from": day,
    "earlier": flag,
    **OWN,
    **RESTRICTING,
}
