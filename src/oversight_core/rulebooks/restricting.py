"""A body's own table, as the rows of another one that it keeps: what is left out is data, what is kept is as it was."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator

import attrs

from oversight_core.errors import DefectiveLifecycle
from oversight_core.rules.attempt import names
from oversight_core.rules.citation import Citation, citations
from oversight_core.rules.lifecycle import Group, Lifecycle, Rule


@attrs.frozen
class Kept:
    """The rows of an event that a body keeps, and what it says of them itself.

    `source` narrows the states from which they start, and is all that are left where it is empty.  What the body does
    not say of `expects`, `cites` and `means` stays as it is.
    """

    event: str
    source: tuple[str, ...] = attrs.field(default=(), converter=names)
    expects: tuple[str, ...] | None = attrs.field(default=None, converter=attrs.converters.optional(names))
    cites: tuple[Citation, ...] = attrs.field(default=(), converter=citations)
    means: str = ""


def restricted(
    table: Lifecycle, name: str, version: str, *, states: Collection[str], rows: Iterable[Kept | Rule]
) -> Lifecycle:
    """A table with some of the states and rows of another; a `Rule` among the rows is the body's own.

    Raises `DefectiveLifecycle` where a row that is kept is none of the other table's.

    >>> from oversight_core.rulebooks.canonical import RESOLUTION
    >>> held = ("not_stated", "unresolved", "resolved")
    >>> plain = restricted(RESOLUTION, "plain", "1", states=held, rows=[Kept("issue"), Kept("agree"), Kept("revise")])
    >>> [(rule.event, rule.source) for rule in plain.rules]
    [('issue', ('not_stated',)), ('agree', ('not_stated', 'unresolved')), ('revise', ('resolved',))]
    """
    rules = tuple(
        rule for row in rows for rule in ([row] if isinstance(row, Rule) else _kept(table, name, row, states))
    )
    used = {guard for rule in rules for guard in rule.guards}
    return attrs.evolve(
        table,
        name=name,
        version=version,
        states=tuple(state for state in table.states if state.name in states),
        rules=rules,
        groups=narrowed(table.groups, states),
        guards=tuple(guard for guard in table.guards if guard.name in used),
        in_force_from=None,
    )


def narrowed(groups: Iterable[Group], states: Collection[str]) -> tuple[Group, ...]:
    """The groups with those states only; one that holds none of them is gone."""
    left = (attrs.evolve(group, states=tuple(s for s in group.states if s in states)) for group in groups)
    return tuple(group for group in left if group.states)


def _kept(table: Lifecycle, name: str, row: Kept, states: Collection[str]) -> list[Rule]:
    found = [
        attrs.evolve(
            rule,
            source=source,
            expects=rule.expects if row.expects is None else row.expects,
            cites=row.cites or rule.cites,
            means=row.means or rule.means,
        )
        for rule in table.rules
        if rule.event == row.event and rule.target in states
        if (source := tuple(_sources(table, rule, row, states)))
    ]
    if not found:
        where = f" from {', '.join(row.source)}" if row.source else ""
        raise DefectiveLifecycle(name, (f"it keeps {row.event!r}{where}, and {table.name!r} has no such row",))
    return found


def _sources(table: Lifecycle, rule: Rule, row: Kept, states: Collection[str]) -> Iterator[str]:
    """The states a row still starts from; a group that is kept whole stays a group."""
    members = table.members
    wanted = {state for source in row.source for state in members.get(source, (source,))} or set(states)
    for source in names(rule.source):
        left = [state for state in members.get(source, (source,)) if state in states]
        kept = [state for state in left if state in wanted]
        yield from [source] if kept and kept == left else kept
