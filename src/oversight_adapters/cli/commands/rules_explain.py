"""`oversight rules explain`: how to get from one status to another, and what is missing at each step."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Annotated

import attrs
from cyclopts import Parameter

from oversight_adapters.cli import out
from oversight_adapters.cli.desk import open_register, rulebooks
from oversight_adapters.cli.exits import DONE, PROBLEMS, WrongUse
from oversight_adapters.cli.lines import Line
from oversight_adapters.cli.naming import find
from oversight_adapters.cli.options import DEFAULT_STORE, ItemName, Json, Store
from oversight_adapters.cli.seen import Seen
from oversight_adapters.cli.tables import Found, named
from oversight_adapters.cli.words_of_status import Words
from oversight_adapters.writers.wording import words
from oversight_core.rules import Guard, Lifecycle, Rule, missing_steps

From = Annotated[
    str,
    Parameter(name="FROM", help="A state, a group of states, or a body's own label; with --item, where it is to go."),
]
To = Annotated[str | None, Parameter(name="TO", help="Another; left out with --item, which is where the walk starts.")]


def explain(
    source: From,
    target: To = None,
    /,
    *,
    table: str | None = None,
    item: ItemName | None = None,
    store: Store = DEFAULT_STORE,
    json: Json = False,
) -> int:
    """Say how to get from one status to another: who acts, and what is required and expected at each step.

    Every table that has both statuses is asked; where no walk leads there in any of them, the exit code is 1.

    Parameters
    ----------
    table:
        Only this table, or the tables of this rulebook or file.
    item:
        From where this item stands; then say only where it is to go.
    """
    if (target is None) == (item is None):
        raise WrongUse("name the status to start from and the one to reach; or with --item only the one to reach")
    known = Words.of([named(table)] if table else [Found(book) for book in rulebooks()])
    walks = _from_item(known, store, item, source) if item else _between(known, source, target or "")
    for n, walk in enumerate(walks):
        if json:
            out.json_line(_line(walk))
        else:
            out.line() if n else None
            _tell(walk)
    return DONE if any(walk.leads for walk in walks) else PROBLEMS


@attrs.frozen
class Walk:
    """A way from one status to another in a table; `steps` is None where there is none.

    From a group there may be a way that every state of it can go.  Where there is none, or only one longer than each of
    its states has, `parts` are the ways from these.
    """

    table: Lifecycle
    source: str
    target: str
    steps: tuple[Rule, ...] | None
    parts: tuple[Walk, ...] = ()

    @classmethod
    def find(cls, table: Lifecycle, source: str, target: str) -> Walk:
        """The shortest way."""
        steps = missing_steps(table, source, target)
        parts = tuple(cls.find(table, state, target) for state in table.members.get(source, ()))
        longest = max((len(part.steps) for part in parts if part.steps is not None), default=0)
        if steps is not None and (not parts or len(steps) <= longest):
            return cls(table, source, target, steps)
        return cls(table, source, target, None, parts)

    def moves(self) -> Iterator[tuple[str, Rule]]:
        """Each step with the status from which it is made."""
        at = self.source
        for rule in self.steps or ():
            yield at, rule
            at = rule.target

    @property
    def leads(self) -> bool:
        """Whether there is a way, if only from some of the states of a group."""
        return self.steps is not None or any(part.leads for part in self.parts)


def _between(known: Words, source: str, target: str) -> list[Walk]:
    """The ways in every table that has both statuses, each once.  Raises `WrongUse` where none has."""
    starts, ends = known.meant(source), known.meant(target)
    pairs = [(table, start, end) for table, start in starts for other, end in ends if other == table]
    if not pairs:
        raise WrongUse(
            f"no table has both {source!r} and {target!r}: the first stands in {_tables(starts)}, "
            f"the second in {_tables(ends)}"
        )
    ways: dict[tuple[object, ...], Walk] = {}
    for walk in (Walk.find(*pair) for pair in dict.fromkeys(pairs)):
        ways.setdefault((walk.table.name, walk.source, walk.steps, walk.leads), walk)
    return list(ways.values())


def _from_item(known: Words, store: str, item: str, target: str) -> list[Walk]:
    """The ways from where an item stands, in the tables that govern it.  Raises `WrongUse` where it is in none."""
    ends = known.meant(target)
    with open_register(store) as register:
        found = find(Seen.of(register), item)
        case = register.case(found)
        tables = {table: end for table, end in ends if register.tables.find(found, table.axis, case.rulebook) == table}
        walks = [
            Walk.find(table, case.status(table.axis, initial=table.initial).value, end) for table, end in tables.items()
        ]
    if not walks:
        raise WrongUse(f"{target!r} is no status of {found}: it stands in {_tables(ends)}, which do not govern it")
    return walks


def _tables(meant: Sequence[tuple[Lifecycle, str]]) -> str:
    return ", ".join(dict.fromkeys(table.name for table, _ in meant))


def _tell(walk: Walk) -> None:
    table, way = f"{walk.table.name}, version {walk.table.version}", f"{words(walk.source)} to {words(walk.target)}"
    if walk.steps is None:
        _tell_parts(walk.parts, table, way)
    elif not walk.steps:
        out.line(f"{table}: {words(walk.source)} is {words(walk.target)} already", style="bold")
    else:
        many = f"{len(walk.steps)} steps lead" if len(walk.steps) > 1 else "1 step leads"
        out.line(f"{table}: {many} from {way}", style="bold")
        for n, (source, rule) in enumerate(walk.moves(), 1):
            means = f" ({rule.means})" if rule.means else ""
            out.numbered(n, f"{words(rule.event)}: {words(source)} becomes {words(rule.target)}{means}")
            for said in sentences(walk.table, rule):
                out.line(said, indent=6)


def _tell_parts(parts: Sequence[Walk], table: str, way: str) -> None:
    """That no walk leads there, or which do from the states of a group."""
    leading = [part for part in parts if part.leads]
    one = " that every state of it can go" if leading else ""
    out.line(f"{table}: no walk{one} leads from {way}", style="bold")
    for part in leading:
        events = ", then ".join(words(rule.event) for rule in part.steps or ())
        out.line(f"from {words(part.source)}: {events or 'it is there already'}", indent=2)


def sentences(table: Lifecycle, rule: Rule) -> Iterator[str]:
    """What a step takes, a sentence each."""
    without = f", and not without {_all(rule.requires)}" if rule.requires else ""
    yield f"{' or '.join(map(words, rule.actors))} may do it{without}"
    if rule.expects:
        yield f"expected, and listed as missing where absent: {_all(rule.expects)}"
    for guard in _guards(table, rule):
        needs = f"; it takes the fact{'s' * (len(guard.needs) > 1)} {_all(guard.needs)}" if guard.needs else ""
        yield f"only if {guard.meaning}{needs}"
    for citation in rule.cites:
        yield f"rests on {citation}"


def _all(names: Sequence[str]) -> str:
    *most, last = map(words, names)
    return f"{', '.join(most)} and {last}" if most else last


def _guards(table: Lifecycle, rule: Rule) -> list[Guard]:
    return [guard for guard in table.guards if guard.name in rule.guards]


def _line(walk: Walk) -> Line:
    return {
        "type": "walk",
        "table": walk.table.name,
        "version": walk.table.version,
        "axis": walk.table.axis,
        "from": walk.source,
        "to": walk.target,
        "leads": walk.leads,
        "steps": None if walk.steps is None else [_step(walk.table, rule) for rule in walk.steps],
        "from_states": [part.source for part in walk.parts if part.leads],
    }


def _step(table: Lifecycle, rule: Rule) -> Line:
    return {
        "event": rule.event,
        "to": rule.target,
        "actors": list(rule.actors),
        "requires": list(rule.requires),
        "expects": list(rule.expects),
        "conditions": [
            {"name": guard.name, "meaning": guard.meaning, "needs": list(guard.needs)} for guard in _guards(table, rule)
        ],
        "cites": [str(citation) for citation in rule.cites],
    }
