"""What a person calls an event, a role and a kind of evidence, as the tables call it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from difflib import get_close_matches

from oversight_adapters.cli.exits import WrongUse
from oversight_core.errors import UnknownRulebook
from oversight_core.names import Item
from oversight_core.register import Register
from oversight_core.rules import Exhibit, Lifecycle, Rule

FEW = 4
"""How many names are suggested at most."""


def name(text: str) -> str:
    """A word of a person as a name of ours.

    >>> name("Non-Concur"), name("Oversight body")
    ('non_concur', 'oversight_body')
    """
    return "_".join(text.casefold().replace("-", " ").replace("_", " ").split())


def step(register: Register, item: Item, event: str, axis: str | None) -> tuple[Lifecycle, str]:
    """The one table and event that are meant; an event may also be named by the status to which it leads.

    Raises `WrongUse` where it is not clear which, `UnknownAxis`.
    """
    tables = [register.table(item, name(axis))] if axis else _tables(register, item)
    event = _event([rule for table in tables for rule in table.rules], event)
    offering = [table for table in tables if any(rule.event == event for rule in table.rules)]
    if len(offering) > 1:
        choices = " or ".join(f"--axis {table.axis}" for table in offering)
        raise WrongUse(f"{event!r} is an event of several axes; say {choices}")
    return offering[0], event


def _tables(register: Register, item: Item) -> list[Lifecycle]:
    """The table of every axis on which an item stands; raises `UnknownRulebook`, and `WrongUse` where none has any."""
    axes = {table.axis for book in register.tables.books.values() for table in book.lifecycles}
    rulebook = register.case(item).rulebook
    if rulebook and rulebook not in register.tables.books:
        raise UnknownRulebook(rulebook, tuple(register.tables.books))
    tables = [table for axis in sorted(axes) if (table := register.tables.find(item, axis, rulebook=rulebook))]
    if not tables:
        raise WrongUse(f"no installed rulebook has a table for a {item.kind}; `oversight adapters` lists the rulebooks")
    return tables


def _event(rules: Sequence[Rule], text: str) -> str:
    asked = name(text)
    events = {rule.event for rule in rules}
    if asked in events:
        return asked
    leading = sorted({rule.event for rule in rules if rule.target == asked})
    if len(leading) == 1:
        return leading[0]
    if leading:
        raise WrongUse(f"several events lead to {asked!r}; say {' or '.join(leading)}")
    raise WrongUse(f"no table has the event {asked!r}; {meant(asked, events)}")


def exhibits(said: Iterable[str], supplied_by: str, table: Lifecycle, event: str) -> tuple[Exhibit, ...]:
    """What is offered, each KIND or KIND:WORDS; raises `WrongUse` for a kind that no row of the table speaks of."""
    known = _kinds(table.rules)
    offered = []
    for text in said:
        before, _, words = text.partition(":")
        kind = name(before)
        if kind not in known:
            asked_for = _kinds(rule for rule in table.rules if rule.event == event) or known
            raise WrongUse(f"no rule speaks of evidence of the kind {kind!r}; {meant(kind, asked_for)}")
        offered.append(Exhibit(kind, supplied_by, words=words.strip()))
    return tuple(offered)


def _kinds(rules: Iterable[Rule]) -> set[str]:
    return {kind for rule in rules for kind in (*rule.requires, *rule.expects)}


def meant(asked: str, known: Iterable[str]) -> str:
    """The few names that are near to what was asked; all of them where they are few themselves."""
    choices = sorted(known)
    near = get_close_matches(asked, choices, n=FEW) or (choices if len(choices) <= FEW else [])
    return f"did you mean {', '.join(near)}?" if near else "`oversight rules show` lists them"
