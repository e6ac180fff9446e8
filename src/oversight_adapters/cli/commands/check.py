"""`oversight check`: where the record contradicts itself."""

from __future__ import annotations

from collections.abc import Mapping

from oversight_adapters.cli import out
from oversight_adapters.cli.desk import open_register
from oversight_adapters.cli.exits import DONE, PROBLEMS
from oversight_adapters.cli.lines import Line
from oversight_adapters.cli.options import DEFAULT_STORE, PRESENT, Dates, Json, Store, Strict
from oversight_adapters.cli.progress import working
from oversight_adapters.cli.seen import Seen
from oversight_adapters.writers.safe import shortened
from oversight_adapters.writers.wording import words
from oversight_core.ledger.mark import NOT_STATED
from oversight_core.names import Item
from oversight_core.questions import Discrepancy
from oversight_core.rules import Rule

MEANINGS = {
    "status": "Reported, but not shown",
    "description": "Described differently",
    "total": "Totals that do not add up",
    "gap": "Steps that no longer follow",
    "order": "Order unclear",
}
"""Kinds of contradiction, as headings, in the order in which they are shown."""


def check(*, store: Store = DEFAULT_STORE, dates: Dates = PRESENT, json: Json = False, strict: Strict = False) -> int:
    """Show where the record contradicts itself, and which steps nobody has shown."""
    as_of = dates.moments()
    with working("comparing"), open_register(store) as register:
        found, order = register.discrepancies(as_of), Seen.of(register).order
    if json:
        for one in found:
            out.json_line(line(one))
    else:
        show(found, order)
    return PROBLEMS if strict and found else DONE


def show(found: tuple[Discrepancy, ...], order: Mapping[Item, int]) -> None:
    """Contradictions for people: by kind, and within it by item."""
    if not found:
        out.line("no contradiction found")
    for n, kind in enumerate(sorted({one.kind for one in found}, key=lambda kind: [*MEANINGS, kind].index(kind))):
        if n:
            out.line()
        out.line(MEANINGS.get(kind, words(kind)), style="bold")
        of_kind = [one for one in found if one.kind == kind]
        for item in dict.fromkeys(one.item for one in of_kind):
            out.numbered(order.get(item, ""), item)
            for one in of_kind:
                if one.item == item:
                    out.line(sentence(one), indent=6)


def sentence(one: Discrepancy) -> str:
    """A contradiction as a sentence."""
    about, said, against = words(one.about), shortened(one.said, 120), shortened(one.against, 120)
    match one.kind:
        case "status":
            shown = "nothing is shown" if against == NOT_STATED else f"only {words(against)} is shown"
            missing = f"; missing: {', '.join(map(_step, one.missing))}" if one.missing else ""
            return f"{about} is reported as {words(said)}, and {shown}{missing}"
        case "description":
            return f"{about}: {said}; before: {against}"
        case "order":
            return f"{about}: {words(said)} is taken, though {words(against)} may be the later one"
        case _:
            return f"{about}: {said}, against {against}"


def _step(rule: Rule) -> str:
    needs = f" (needs {words(', '.join(rule.requires))})" if rule.requires else ""
    return words(rule.event) + needs


def line(one: Discrepancy) -> Line:
    """A contradiction as a line of JSON."""
    return {
        "type": "discrepancy",
        "kind": one.kind,
        "item": str(one.item),
        "about": one.about,
        "said": one.said,
        "against": one.against,
        "missing": [rule.event for rule in one.missing],
        "positions": [recorded.position for recorded in one.entries],
    }
