"""What the checks of the core find in a rulebook, put where it stands in the file.

A mistake is told once: what the core makes of a column that is already told, or could only find because of it, is left
out until that is mended.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from oversight_adapters.rulebooks.columns import Draft
from oversight_adapters.rulebooks.parts import Labels
from oversight_adapters.rulebooks.tables import Placed
from oversight_adapters.texts.drafting import offer
from oversight_adapters.texts.toml_keys import Path
from oversight_core.rules.attempt import names
from oversight_core.rules.check import Defect, Flaw, defects
from oversight_core.rules.fitting import Parts, misfits
from oversight_core.rules.lifecycle import Lifecycle, Rule

_Tails = Iterator[tuple[Path, str]]  # places in a table, each with what is added to the sentence there

_WAYS = frozenset({"from", "to", "initial", "states", "groups", "keeps", "events", "restricts"})
"""The columns that say which state is reached from which."""
_OF_WAYS = (Flaw.UNREACHABLE, Flaw.TRAP)
_STATUSES = frozenset({"axis", "states", "groups", "keeps", "restricts", "uses"})
"""The columns that say which states and groups there are."""
_SIGNALS = frozenset({"starts_on", "met_by", "stops_on"})
_HANGING_ON_UNIT = frozenset({"length", "first", "window", "calendar", "bound", "month_end", "time_zone"})


def place_defects(draft: Draft, placed: Placed) -> None:
    """Note the defects of a table; in one that keeps a part of another, at what it keeps."""
    states = (*placed.path, "restricts" if placed.keeps else "states")
    if any(one.path == states for one in draft.faults):
        return  # without its states, nothing else of it can be judged
    found = defects(placed.table)
    for defect in found:
        if defect.flaw not in _OF_WAYS:
            _place(draft, placed, defect)
    if not _is_broken(draft, placed.path, _WAYS):
        for defect in found:
            if defect.flaw in _OF_WAYS:
                _place(draft, placed, defect)


def _place(draft: Draft, placed: Placed, defect: Defect) -> None:
    for tail, more in _TAILS[defect.flaw](placed.table, *defect.about):
        at = (*placed.path, "keeps") if placed.keeps else (*placed.path, *tail)
        if not draft.is_faulty(at):
            draft.fault(at, f"{defect}{more or _conditions(draft, defect.flaw, defect.about)}")


def place_misfits(draft: Draft, parts: Parts, labels: Sequence[Labels], placed: Sequence[Placed]) -> None:
    """Note what does not fit among the parts of a rulebook; `placed` are its tables, earlier ones too."""
    homes = {
        "lifecycles": [one.path for one in placed if not one.is_earlier],
        "earlier": [one.path for one in placed if one.is_earlier],
    }
    knows_statuses = not any(_is_broken(draft, (part,), _STATUSES) for part in ("table", "uses"))
    knows_labels = not draft.is_faulty(("labels",))
    for place, says in misfits(parts):
        match place:
            case ("lifecycles" | "earlier" as part, n, column):
                home = homes[part][int(n) - 1]
                at, is_told = (home if home[0] == "uses" else (*home, column)), True
            case ("vocabularies", n, "rows", m, _, axis):
                number = labels[int(n) - 1].numbers[int(m) - 1]
                at, is_told = ("labels", n, "rows", str(number), "means", axis), knows_statuses
                meant = dict(parts.vocabularies[int(n) - 1].rows[int(m) - 1].targets)[axis]
                says += _statuses(parts, axis, meant)
            case ("vocabularies", *rest):
                at, is_told = ("labels", *rest), True
            case ("projections", _, column):
                at, is_told = place, (knows_labels and knows_statuses) or column == "cites"
            case ("clocks", n, column):
                is_odd = draft.is_faulty(("clocks", n, "unit")) and column in _HANGING_ON_UNIT
                at, is_told = place, not is_odd and (knows_statuses or column not in _SIGNALS)
            case _:
                at, is_told = place, True
        if is_told and not draft.is_faulty(at):
            draft.fault(at, says)


def _is_broken(draft: Draft, path: Path, columns: frozenset[str]) -> bool:
    """Whether a mistake in a part of the file touches one of these columns, or the whole of a row or table."""
    inside = (one.path for one in draft.faults if one.path[: len(path)] == path)
    return any(not columns.isdisjoint(at) or at[-1].isdecimal() or at[-1] in ("rows", "table") for at in inside)


def _conditions(draft: Draft, flaw: Flaw, about: tuple[str, ...]) -> str:
    if flaw is not Flaw.UNKNOWN_GUARD:
        return ""
    return f"; a condition is code, so a file names one that ships{offer(about[1], draft.context.conditions)}"


def _statuses(parts: Parts, axis: str, status: str) -> str:
    """What a label may say on an axis; where there is no such axis, which there are."""
    tables = [table for table in parts.lifecycles if table.axis == axis]
    if not tables:
        return offer(axis, dict.fromkeys(table.axis for table in parts.lifecycles))
    return offer(status, (known for table in tables for known in (*table.state_names, *table.members)))


# -- where a defect stands: the rows that it is about, found by what the defect names ----------------------------------


def _rows(table: Lifecycle, column: str, is_meant: Callable[[Rule], bool], more: str = "") -> _Tails:
    for n, rule in enumerate(table.rules, 1):
        if is_meant(rule):
            yield ("rows", str(n), column), more


def _unknown_source(table: Lifecycle, event: str, name: str) -> _Tails:
    more = offer(name, (*table.state_names, *table.members))
    return _rows(table, "from", lambda rule: rule.event == event and name in (names(rule.source) or ("nothing",)), more)


def _unknown_target(table: Lifecycle, event: str, name: str) -> _Tails:
    return _rows(table, "to", lambda rule: (rule.event, rule.target) == (event, name), offer(name, table.state_names))


def _ambiguous(table: Lifecycle, state: str, event: str) -> _Tails:
    """Every row but the first that claims the pair."""
    claims = list(_rows(table, "event", lambda rule: rule.event == event and state in table.sources(rule)))
    return ((tail, f"; row {claims[0][0][1]} has it already") for tail, _ in claims[1:])


def _unnamed(table: Lifecycle, kind: str, n: str) -> _Tails:
    """A blank name is told where it is taken."""
    yield (), ""


def _doubled(table: Lifecycle, kind: str, name: str) -> _Tails:
    """A key stands once in TOML, so that it is a state and a group; it is told of the group."""
    if kind == "group":
        yield ("groups", name), ""


def _stranded(table: Lifecycle, state: str) -> _Tails:
    yield ("states", state), ""


def _in_group(table: Lifecycle, *about: str) -> _Tails:
    yield ("groups", about[-1]), ""


_TAILS: dict[Flaw, Callable[..., _Tails]] = {
    Flaw.BLANK_NAME: _unnamed,
    Flaw.DUPLICATE_NAME: _doubled,
    Flaw.UNKNOWN_INITIAL: lambda table, name: iter([(("initial",), offer(name, table.state_names))]),
    Flaw.INITIAL_IN_GROUP: _in_group,
    Flaw.UNKNOWN_MEMBER: lambda table, group, name: iter([(("groups", group), offer(name, table.state_names))]),
    Flaw.EMPTY_GROUP: _in_group,
    Flaw.OVERLAPPING_GROUPS: _in_group,
    Flaw.UNKNOWN_SOURCE: _unknown_source,
    Flaw.UNKNOWN_TARGET: _unknown_target,
    Flaw.AMBIGUOUS_PAIR: _ambiguous,
    Flaw.UNREACHABLE: _stranded,
    Flaw.TRAP: _stranded,
    Flaw.UNKNOWN_GUARD: lambda table, event, guard: _rows(
        table, "conditions", lambda rule: rule.event == event and guard in rule.guards
    ),
    Flaw.UNUSED_GUARD: _unnamed,
    Flaw.UNCITED_ROW: lambda table, event, _: _rows(
        table, "cites", lambda rule: rule.event == event and not rule.cites
    ),
    Flaw.NO_ACTORS: lambda table, event, _: _rows(
        table, "who", lambda rule: rule.event == event and not any(rule.actors)
    ),
    Flaw.SELF_DEFEATING: lambda table, event, kind: _rows(
        table, "expects", lambda rule: rule.event == event and kind in rule.requires and kind in rule.expects
    ),
}
