"""A vocabulary at work: labels that a register takes in by it, and what they come to."""

from __future__ import annotations

from collections.abc import Iterator

import attrs

from oversight_adapters.testing.rulebook_suite_hooks import ANY_KIND, kinds
from oversight_adapters.testing.rulebook_suite_walking import BEFORE, register_of
from oversight_core.ledger import Registered, Reported
from oversight_core.names import Item
from oversight_core.reading import Candidate, Label, Reading
from oversight_core.rules import Lifecycle, RuleBook, Vocabulary


def not_kept(book: RuleBook, words: Vocabulary, label: str) -> Iterator[str]:
    """What becomes of a label that is not known, other than that it is kept as it stands and means no status."""
    register = register_of(book, {})
    item = Item(ANY_KIND, book.name, "labelled")
    register.apply(register.take(_saying(item, words, label)))
    case = register.case(item)
    raw = [(one.entry.label, one.entry.status) for one in case.unmapped if isinstance(one.entry, Reported)]
    if raw != [(label, "")]:
        yield f"{words.name}: the unknown label {label!r} is kept as {raw}"
    yield from (f"{words.name}: the unknown label {label!r} is taken for {axis}" for axis in case.statuses)


def not_projected(book: RuleBook, words: Vocabulary) -> Iterator[str]:
    """Labels that, taken in by a register, come to something else than they say, or undo what was known finer."""
    for n, row in enumerate(words.rows):
        for axis, status in row.targets:
            for table in book.lifecycles:
                if table.axis == axis and status in (*table.state_names, *table.members):
                    item = Item(kinds(table)[0], book.name, f"label-{n}")
                    where = f"{words.name}: {row.label!r} as {axis} {status!r}"
                    yield from (f"{where} {fault}" for fault in _projected(book, words, table, item, row.label, status))


def _projected(
    book: RuleBook, words: Vocabulary, table: Lifecycle, item: Item, label: str, status: str
) -> Iterator[str]:
    """Out: a state is printed as a label.  Back: the label is taken in; it never says more than was printed."""
    states = table.members.get(status, (status,))
    register = register_of(book, {})
    register.apply(register.take(_saying(item, words, label)))
    found = register.case(item).status(table.axis)
    entry = found.entry.entry if found.entry else None
    held = entry.states if isinstance(entry, Reported) else ()
    if found.value != status or (held or (found.value,)) != states:
        yield f"reads back as {found.value!r}, one of {held}"
    for state in states:
        finer = attrs.evolve(item, report=f"{item.report}-{states.index(state)}")
        register.enter([Registered(finer, None, rulebook=book.name)])
        register.enter([Reported(finer, table.axis, state, occurred_on=BEFORE)])
        register.apply(register.take(_saying(finer, words, label)))
        if (kept := register.case(finer).status(table.axis).value) != state:
            yield f"makes {kept!r} of {state!r}, which it is printed for"


def _saying(item: Item, words: Vocabulary, label: str) -> Reading:
    return Reading((Candidate(item, None, (Label(words.name, label),)),))
