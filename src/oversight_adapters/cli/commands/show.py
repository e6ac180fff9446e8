"""`oversight show`: one item, its statuses, its values, and the words behind each."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import Any

from oversight_adapters.calendars import brought
from oversight_adapters.calendars.wording import sentence
from oversight_adapters.cli import out
from oversight_adapters.cli.desk import open_register
from oversight_adapters.cli.lines import place_line, status_lines
from oversight_adapters.cli.naming import find
from oversight_adapters.cli.options import DEFAULT_STORE, PRESENT, Dates, ItemName, Json, Store
from oversight_adapters.cli.seen import Seen, View
from oversight_adapters.readers.facts import plain
from oversight_adapters.writers.footnotes import behind, note, place
from oversight_adapters.writers.safe import one_line, shortened
from oversight_adapters.writers.wording import (
    basis,
    counts,
    own_label,
    says,
    shown,
    since,
    values,
    words,
)
from oversight_core.entities import Recommendation
from oversight_core.ledger import Case, Recorded
from oversight_core.ledger.known import known
from oversight_core.moments import Calendars
from oversight_core.names import Item
from oversight_core.provenance import Excerpt
from oversight_core.questions.deadlines import Timeliness, deadlines


def show(item: ItemName, /, *, store: Store = DEFAULT_STORE, dates: Dates = PRESENT, json: Json = False) -> None:
    """Show an item: its statuses, its values, and the words behind each."""
    as_of = dates.moments()
    with open_register(store, calendars=Calendars(brought())) as register:
        seen = Seen.of(register, as_of)
        books, same_as = register.tables.books.values(), register.same_as(as_of)
    found = find(seen, item)
    case, described = seen.case(found, as_of), list(known(seen.history(found), as_of).described)
    if json:
        out.json_line(_line(found, case, described))
        return
    out.numbered(seen.order[found], found)
    if not case.known:
        out.line("nothing was known of it by these dates", indent=6)
        return
    view = View.of(seen, as_of)
    _head(found, case, view)
    on = as_of.on or date.today()
    held = deadlines(view.cases, books, as_of=on, calendars=register.calendars, same_as=same_as)
    due = [sentence(one, on) for one in held if one.item == found and one.state(on) is not Timeliness.NOT_KNOWN]
    _tell(case, described, due)
    _related(found, view)


def _head(item: Item, case: Case, view: View) -> None:
    stated = view.stated.get(item)
    for text in dict.fromkeys((view.titles.get(item, ""), says(case.described), counts(stated) if stated else "")):
        if text:
            out.line(text, indent=6)


def _tell(case: Case, described: list[Recorded], due: Sequence[str]) -> None:
    if rows := [*_statuses(case), *_deadline(case, due)]:
        out.line()
        out.table(("axis", "in the source's words", "ours", "since", "how we know"), rows)
    for said in due:
        out.line(said)
    for entry in case.unmapped:
        out.line(f"label without a mapping, which changes no status: “{entry.entry.label}”")  # type: ignore[union-attr]  # it is reported
    out.line()
    for field, value in values(case.described):
        printed = shown(value)
        out.line(f"{words(field)}: {printed}")
        for said, places in _places(behind(field, value, described)).items():
            quoted = "as printed" if said == f"“{printed}”" else said
            out.line(", ".join(part for part in (quoted, "; ".join(places)) if part), indent=4, style="dim")


def _places(excerpts: Iterable[Excerpt]) -> dict[str, list[str]]:
    """Where each wording stands; a source is told by the beginning of its digest."""
    found: dict[str, list[str]] = {}
    for excerpt in excerpts:
        if excerpt.derived:
            found.setdefault(note(excerpt), [])
        else:
            where = f"{place(excerpt.locator)} of {excerpt.source[:19]}…"
            found.setdefault(f"“{one_line(excerpt.words)}”", []).append(where)
    return found


def _related(item: Item, view: View) -> None:
    """What belongs to an item, and what else the record holds of the same document."""
    near = [other for other in view.cases if other.body.startswith(f"{item.body}/")]
    if item.kind == "document":
        near = [other for other in view.cases if (other.issuer, other.report) == (item.issuer, item.report)]
    if near := [other for other in near if other != item]:
        out.heading("See also")
        for other in near:
            out.numbered(view.order[other], f"{other} · {shortened(says(view.cases[other].described), 100)}")


def _statuses(case: Case) -> Iterator[tuple[str, ...]]:
    for axis, status in sorted(case.statuses.items()):
        yield words(axis), own_label(status), words(status.value), since(status), basis(status)


def _deadline(case: Case, due: Sequence[str]) -> Iterator[tuple[str, ...]]:
    """When a recommendation is to be done, in the words of whoever said so; that there is no deadline is said too."""
    it = case.described
    if not isinstance(it, Recommendation):
        return
    if it.estimated_completion is None and due:
        return
    if it.estimated_completion is None:
        yield "deadline", "no deadline found", "", "", ""
    else:
        when = f"{words(it.estimated_completion_qualifier)} {it.estimated_completion}".strip()
        yield "deadline", when, "estimated completion", "", "as stated"


def _line(item: Item, case: Case, described: list[Recorded]) -> dict[str, Any]:
    return {
        "type": "item",
        "item": str(item),
        "kind": item.kind,
        "says": says(case.described),
        "statuses": status_lines(case),
        "values": [
            {
                "field": field,
                "value": plain(value),
                "excerpts": [
                    {"quote": None if e.derived else str(e.words), "locator": place_line(e.locator), "source": e.source}
                    for e in behind(field, value, described)
                ],
            }
            for field, value in values(case.described)
        ],
        "unmapped": [entry.entry.label for entry in case.unmapped],  # type: ignore[union-attr]  # as above
    }
