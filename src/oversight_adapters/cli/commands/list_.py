"""`oversight list`: recommendations, and memos that are known by counts only."""

from __future__ import annotations

from collections.abc import Mapping

import attrs

from oversight_adapters.cli import out
from oversight_adapters.cli.desk import open_register
from oversight_adapters.cli.lines import Line, status_lines
from oversight_adapters.cli.naming import numbers
from oversight_adapters.cli.options import DEFAULT_STORE, PRESENT, Dates, Json, Store
from oversight_adapters.writers.safe import shortened
from oversight_adapters.writers.wording import both_labels, counts, known_cases, says, since, title_of
from oversight_core.entities import Document, Recommendation
from oversight_core.ledger import Case
from oversight_core.names import Item
from oversight_core.questions import Stated, stated_counts
from oversight_core.register import Register


def list_(
    *,
    open: bool = False,
    kind: str = "",
    addressee: str = "",
    issuer: str = "",
    store: Store = DEFAULT_STORE,
    dates: Dates = PRESENT,
    json: Json = False,
) -> None:
    """List recommendations, and memos that are known by counts only, each with its number.

    The words of the body itself come first, ours in brackets where they differ.

    Parameters
    ----------
    open:
        Only recommendations that are open.
    kind:
        Items of this kind instead, such as document, response or action; `all` for every kind.
    addressee:
        Only those made to this organisation, such as ICE.
    issuer:
        Only those made by this body, such as gao.
    """
    as_of = dates.moments()
    with open_register(store) as register:
        cases, order = known_cases(register, as_of), numbers(register)
        stated = stated_counts(cases)
        shown = {
            item: case
            for item, case in chosen(cases, stated, kind).items()
            if (not open or is_open(register, item, case))
            and (not addressee or to(item, case).casefold() == addressee.casefold())
            and (not issuer or item.issuer == issuer.casefold())
        }
    if json:
        for item, case in shown.items():
            out.json_line(line(order[item], item, case, stated))
        return
    for item in shown:
        show(order[item], item, cases, stated)
    if not shown:
        out.line("nothing to list")


def chosen(cases: Mapping[Item, Case], stated: Mapping[Item, Stated], kind: str) -> dict[Item, Case]:
    """The items of a kind; by default recommendations, and documents known by the counts that are stated of them."""
    held = {case.described.document for case in cases.values() if isinstance(case.described, Recommendation)}

    def wanted(item: Item) -> bool:
        if kind:
            return kind in (item.kind, "all")
        return item.kind == "recommendation" or (item in stated and item not in held)

    return {item: case for item, case in cases.items() if wanted(item)}


def is_open(register: Register, item: Item, case: Case) -> bool:
    """Whether the oversight body says, as far as anybody knows, that a recommendation is open."""
    status = case.status("oversight_status")
    table = register.tables.find(item, "oversight_status", rulebook=case.rulebook)
    group = table.members.get("open", ()) if table else ()
    return status.value == "open" or (bool(group) and set(status.states or (status.value,)) <= set(group))


def to(item: Item, case: Case) -> str:
    """To whom an item is addressed, in the short form of its source."""
    described = case.described
    named = described.addressee if isinstance(described, Document | Recommendation) else ""
    return named or item.addressee.upper()


def show(number: int, item: Item, cases: Mapping[Item, Case], stated: Mapping[Item, Stated]) -> None:
    """An item for people: what it is called and where it stands, then what it says."""
    case = cases[item]
    status, position = case.status("oversight_status"), case.status("position")
    dated = f", {since(status)}" if status.since else ""
    parts = [_called(item, case), f"{both_labels(status)}{dated}", both_labels(position)]
    out.numbered(number, " · ".join(part for part in parts if part))
    if item.kind == "document":
        out.line(shortened(title_of(item, cases), 200), indent=6)
    said = shortened(says(case.described), 200)
    if item in stated:
        out.line(": ".join(part for part in (said, counts(stated[item])) if part), indent=6)
    elif said != title_of(item, cases):
        out.line(said, indent=6)


def _called(item: Item, case: Case) -> str:
    """An item as people call it: report, number and addressee, or its name in the record."""
    if _report(item, case):
        return f"{_report(item, case)} to {to(item, case)}"
    return str(item)


def _report(item: Item, case: Case) -> str:
    """Report and number as people name them; a report without a printed number is known by its title."""
    described = case.described
    if not isinstance(described, Recommendation) or item.kind != "recommendation":
        return ""
    report = described.report or f"“{shortened(described.report_title, 60)}”"
    return f"{report} {item.number}"


def line(number: int, item: Item, case: Case, stated: Mapping[Item, Stated]) -> Line:
    """An item as a line of JSON."""
    counted = stated.get(item)
    return {
        "type": "item",
        "number": number,
        "item": str(item),
        "kind": item.kind,
        "addressee": to(item, case),
        "report": _report(item, case),
        "says": says(case.described),
        "statuses": status_lines(case),
        "stated": attrs.asdict(counted) if counted else None,
    }
