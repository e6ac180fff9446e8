"""`oversight attempt`: a step recorded, if the rules allow it; if not, every reason why."""

from __future__ import annotations

from difflib import get_close_matches
from typing import Annotated

from cyclopts import Parameter

from oversight_adapters.cli import out
from oversight_adapters.cli.desk import open_register
from oversight_adapters.cli.exits import DONE, PROBLEMS, WrongUse
from oversight_adapters.cli.naming import find
from oversight_adapters.cli.options import DEFAULT_STORE, ItemName, Json, Recorder, Store
from oversight_adapters.cli.seen import Seen
from oversight_adapters.readers.facts import plain
from oversight_adapters.writers.wording import words
from oversight_core.moments import Moment
from oversight_core.names import Actor, Item
from oversight_core.register import Register
from oversight_core.rules import Applied, Attempt, Exhibit, Lifecycle, NotAllowed, missing_of, rule_of

Event = Annotated[str, Parameter(help="What happens, such as concur or partially_concur.")]


def attempt(
    item: ItemName,
    event: Event,
    /,
    *,
    actor: str,
    role: str,
    on_behalf_of: str = "",
    on: str = "",
    stated_on: str = "",
    evidence: tuple[str, ...] = (),
    axis: str = "",
    store: Store = DEFAULT_STORE,
    recorder: Recorder = "",
    json: Json = False,
) -> int:
    """Record a step, if the rules allow it; if not, say every reason and exit with 1.

    What a rule expects and does not get is listed as missing; the step is recorded all the same.

    Parameters
    ----------
    actor:
        Who does it, such as ICE.
    role:
        In which role, such as addressee; `oversight rules show` says who may.
    on_behalf_of:
        For whom the actor speaks, if not for itself.
    on:
        When it happened; without it, the step counts from its recording and is marked so.
    stated_on:
        When the source said so.
    evidence:
        What is offered for it, KIND or KIND:WORDS; may be repeated.
    axis:
        Which status it moves, where that is not clear from the event.
    """
    event = event.replace("-", "_").replace(" ", "_")
    with open_register(store, recorder=recorder) as register:
        found = find(Seen.of(register), item)
        table = _table(register, found, event, axis)
        made = Attempt(
            found,
            event,
            Actor(actor, role, on_behalf_of or None),
            Moment.parse(on) if on else None,
            Moment.parse(stated_on) if stated_on else None,
            tuple(_exhibit(text, actor) for text in evidence),
        )
        decision = register.attempt(made, axis=table.axis)
    if isinstance(decision, NotAllowed):
        _refuse(decision, found, json)
        return PROBLEMS
    _tell(decision, table, json)
    return DONE


def _table(register: Register, item: Item, event: str, axis: str) -> Lifecycle:
    """The one table whose axis an event moves; raises `WrongUse` where it is not clear which, `UnknownAxis`."""
    if axis:
        return register.table(item, axis.replace("-", "_"))
    axes = {table.axis for book in register.tables.books.values() for table in book.lifecycles}
    rulebook = register.case(item).rulebook
    tables = [table for one in sorted(axes) if (table := register.tables.find(item, one, rulebook=rulebook))]
    offering = [table for table in tables if any(rule.event == event for rule in table.rules)]
    if len(offering) == 1:
        return offering[0]
    if offering:
        choices = " or ".join(f"--axis {table.axis}" for table in offering)
        raise WrongUse(f"{event!r} is an event of several axes; say {choices}")
    events = sorted({rule.event for table in tables for rule in table.rules})
    near = get_close_matches(event, events, n=3) or events
    raise WrongUse(f"no table has the event {event!r}; did you mean {', '.join(near)}?")


def _exhibit(text: str, supplied_by: str) -> Exhibit:
    kind, _, said = text.partition(":")
    return Exhibit(kind.strip(), supplied_by, words=said.strip())


def _refuse(decision: NotAllowed, item: Item, json: bool) -> None:
    if json:
        reasons = [{"reason": type(reason).__name__, "message": str(reason)} for reason in decision.reasons]
        out.json_line({"type": "not-allowed", "item": str(item), "reasons": reasons})
        return
    out.line("not allowed, nothing was recorded:", style="bold")
    for reason in decision.reasons:
        out.line(f"- {reason}", indent=2)


def _tell(applied: Applied, table: Lifecycle, json: bool) -> None:
    step, rule, missing = applied.step, rule_of(table, applied.step), missing_of(table, applied)
    if json:
        out.json_line(
            {
                "type": "applied",
                "item": str(applied.item),
                "axis": step.axis,
                "from": step.source,
                "event": step.event,
                "to": step.target,
                "occurred_on": plain(applied.occurred_on),
                "missing": list(missing),
            }
        )
        return
    when = f", on {applied.occurred_on}" if applied.occurred_on else ", on a day that is not stated"
    out.line(f"recorded: {words(step.axis)} is {words(step.target)}, after {words(step.source)}{when}", style="bold")
    for kind in missing:
        out.line(f"expected and not shown: {words(kind)}", indent=2)
    for citation in rule.cites:
        out.line(f"rule: {citation}", indent=2)
