"""What a list shows, and what it calls each item: the names that people paste back."""

from __future__ import annotations

from oversight_adapters.cli.seen import View
from oversight_adapters.writers.safe import one_line, shortened
from oversight_adapters.writers.wording import says
from oversight_core.entities import Document, Recommendation
from oversight_core.ledger import Case
from oversight_core.names import Item


def chosen(view: View, kind: str = "") -> list[Item]:
    """The items of a kind; by default recommendations, and documents known by the counts that are stated of them."""
    held = {case.described.document for case in view.cases.values() if isinstance(case.described, Recommendation)}

    def wanted(item: Item) -> bool:
        if kind:
            return kind in (item.kind, "all")
        return item.kind == "recommendation" or (item in view.stated and item not in held)

    return [item for item in view.cases if wanted(item)]


def to(item: Item, case: Case) -> str:
    """To whom an item is addressed, in the short form of its source."""
    described = case.described
    named = described.addressee if isinstance(described, Document | Recommendation) else ""
    return one_line(named) or item.addressee.upper()


def report(item: Item, case: Case) -> str:
    """Report and number as people name them; a report without a printed number is known by its title."""
    described = case.described
    if not isinstance(described, Recommendation) or item.kind != "recommendation":
        return ""
    name = one_line(described.report) or f"“{shortened(described.report_title, 60)}”"
    return f"{name} {item.number}"


def called(view: View, item: Item) -> str:
    """An item as people call it: report, number and addressee; else its title or what it says; else its full name."""
    case = view.cases[item]
    if named := report(item, case):
        return f"{named} to {addressee}" if (addressee := to(item, case)) else named
    return shortened(view.titles.get(item, "") or says(case.described), 200) or str(item)
