"""`oversight attempt`: a step recorded, if the rules allow it; if not, every reason why."""

from __future__ import annotations

from typing import Annotated

from cyclopts import Parameter

from oversight_adapters.cli import out
from oversight_adapters.cli.desk import open_register
from oversight_adapters.cli.exits import DONE, PROBLEMS
from oversight_adapters.cli.facts_given import as_providers, ensure_needed, given
from oversight_adapters.cli.naming import find
from oversight_adapters.cli.options import DEFAULT_STORE, ItemName, Json, Recorder, Store, day
from oversight_adapters.cli.seen import Seen
from oversight_adapters.cli.steps import exhibits, name, step
from oversight_adapters.readers.facts import plain
from oversight_adapters.writers.wording import words
from oversight_core.ledger import Recorded
from oversight_core.names import Actor, Item
from oversight_core.register.facts import PROVIDED
from oversight_core.rulebooks.canonical.conditions import (
    CONSENT_IS_THE_OTHERS,
    VERIFIER_DID_NOT_SUPPLY,
    VERIFIER_IS_NOT_SUPPLIER,
)
from oversight_core.rules import (
    Applied,
    Attempt,
    GuardFailed,
    Lifecycle,
    MissingFact,
    NotAllowed,
    Reason,
    missing_of,
    rule_of,
)

Event = Annotated[str, Parameter(help="What happens, such as concur, or the status that it leads to.")]

ABOUT_SUPPLIERS = (VERIFIER_IS_NOT_SUPPLIER.name, VERIFIER_DID_NOT_SUPPLY.name, CONSENT_IS_THE_OTHERS.name)
"""Conditions that ask who supplied the evidence."""


def attempt(
    item: ItemName,
    event: Event,
    /,
    *,
    actor: str,
    role: str,
    on_behalf_of: str | None = None,
    on: str | None = None,
    stated_on: str | None = None,
    evidence: tuple[str, ...] = (),
    supplied_by: str | None = None,
    fact: tuple[str, ...] = (),
    axis: str | None = None,
    store: Store = DEFAULT_STORE,
    recorder: Recorder = None,
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
    supplied_by:
        Who supplied the evidence, such as ICE; the actor unless you say.
    fact:
        What a condition needs and the record does not say, NAME=VALUE; may be repeated.
    axis:
        Which status it moves, where that is not clear from the event.
    """
    facts = given(fact)
    with open_register(store, recorder=recorder, providers=as_providers(facts)) as register:
        found = find(Seen.of(register), item)
        table, event = step(register, found, event, axis)
        ensure_needed(facts, table, register.case(found).described)
        made = Attempt(
            found,
            event,
            Actor(actor.strip(), name(role), on_behalf_of),
            day(on) if on else None,
            day(stated_on) if stated_on else None,
            exhibits(evidence, (supplied_by or actor).strip(), table, event),
        )
        decision = register.attempt(made, axis=table.axis)
        recorded = [one for one in register.history(found) if one.entry == decision][-1:]
    if isinstance(decision, NotAllowed):
        _refuse(decision, found, json)
        return PROBLEMS
    _tell(decision, recorded[0], table, json)
    return DONE


def _refuse(decision: NotAllowed, item: Item, json: bool) -> None:
    if json:
        reasons = [{"reason": type(reason).__name__, "message": str(reason)} for reason in decision.reasons]
        out.json_line({"type": "not-allowed", "item": str(item), "reasons": reasons})
        return
    out.line("not allowed, nothing was recorded:", style="bold")
    for reason in decision.reasons:
        out.line(f"- {reason}{_advice(reason)}", indent=2)


def _advice(reason: Reason) -> str:
    """What could be said on the command line to help."""
    match reason:
        case GuardFailed() if reason.name in ABOUT_SUPPLIERS:
            return "; say who supplied the evidence with --supplied-by"
        case MissingFact() if reason.name not in PROVIDED:
            return f"; give it with --fact {reason.name}=VALUE"
        case _:
            return ""


def _tell(applied: Applied, recorded: Recorded, table: Lifecycle, json: bool) -> None:
    made, rule, missing = applied.step, rule_of(table, applied.step), missing_of(table, applied)
    if json:
        out.json_line(
            {
                "type": "applied",
                "item": str(applied.item),
                "revision": recorded.revision,
                "position": recorded.position,
                "axis": made.axis,
                "from": made.source,
                "event": made.event,
                "to": made.target,
                "occurred_on": plain(applied.occurred_on),
                "missing": list(missing),
            }
        )
        return
    when = f", on {applied.occurred_on}" if applied.occurred_on else ", on a day that is not stated"
    out.line(f"recorded: {words(made.axis)} is {words(made.target)}, after {words(made.source)}{when}", style="bold")
    for kind in missing:
        out.line(f"expected and not shown: {words(kind)}", indent=2)
    for citation in rule.cites:
        out.line(f"rule: {citation}", indent=2)
