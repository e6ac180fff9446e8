"""`oversight list`: recommendations, and memos that are known by counts only."""

from __future__ import annotations

from difflib import get_close_matches

import attrs

from oversight_adapters.cli import out
from oversight_adapters.cli.called import called, chosen, report, to
from oversight_adapters.cli.desk import adapters, open_register
from oversight_adapters.cli.exits import WrongUse
from oversight_adapters.cli.lines import Line, status_lines
from oversight_adapters.cli.options import DEFAULT_STORE, PRESENT, Dates, Json, Store
from oversight_adapters.cli.seen import Seen, View
from oversight_adapters.writers.safe import shortened
from oversight_adapters.writers.wording import both_labels, counts, says, since
from oversight_core.ledger import Case
from oversight_core.names import Item
from oversight_core.register import Register


def list_(
    *,
    open: bool = False,
    kind: str | None = None,
    addressee: str | None = None,
    issuer: str | None = None,
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
        seen = Seen.of(register, as_of)
        view = View.of(seen, as_of)
        shown = [
            item
            for item in chosen(view, kind or "")
            if (not open or is_open(register, item, view.cases[item]))
            and (not addressee or to(item, view.cases[item]).casefold() == addressee.casefold())
            and (not issuer or item.issuer == issuer.casefold())
        ]
    if not shown:
        _asked_of(seen, kind, addressee, issuer)
    for item in shown:
        if json:
            out.json_line(line(view, item))
        else:
            show(view, item)
    if not shown and not json:
        out.line("nothing to list")


def _asked_of(seen: Seen, kind: str | None, addressee: str | None, issuer: str | None) -> None:
    """Where nothing is to be listed, that what was asked for exists at all; raises `WrongUse` with what does."""
    cases = seen.cases()
    kinds = sorted({"all", *adapters().kinds, *(item.kind for item in cases)})
    addressees = sorted({to(item, case) for item, case in cases.items()} - {""})
    issuers = sorted({item.issuer for item in cases})
    if kind and kind not in kinds:
        near = get_close_matches(kind, kinds, n=3) or kinds
        raise WrongUse(f"there is no kind {kind!r}; did you mean {', '.join(near)}?")
    if addressee and addressee.casefold() not in map(str.casefold, addressees):
        raise WrongUse(f"nothing is addressed to {addressee!r}; addressees: {', '.join(addressees) or 'none'}")
    if issuer and issuer.casefold() not in issuers:
        raise WrongUse(f"nothing is issued by {issuer!r}; issuers: {', '.join(issuers) or 'none'}")


def is_open(register: Register, item: Item, case: Case) -> bool:
    """Whether the oversight body says, as far as anybody knows, that a recommendation is open."""
    status = case.status("oversight_status")
    table = register.tables.find(item, "oversight_status", rulebook=case.rulebook)
    group = table.members.get("open", ()) if table else ()
    return status.value == "open" or (bool(group) and set(status.states or (status.value,)) <= set(group))


def show(view: View, item: Item) -> None:
    """An item for people: what it is called and where it stands, then what it says, last its name in the record."""
    case, title = view.cases[item], view.titles.get(item, "")
    status, position = case.status("oversight_status"), case.status("position")
    dated = f", {since(status)}" if status.since else ""
    name = called(view, item)
    parts = [name, f"{both_labels(status)}{dated}", both_labels(position)]
    out.numbered(view.order[item], " · ".join(part for part in parts if part))
    said = shortened(says(case.described), 200)
    if item in view.stated:
        said = ": ".join(part for part in ("" if said == name else said, counts(view.stated[item])) if part)
    for text in dict.fromkeys((shortened(title, 200), said, "" if report(item, case) else str(item))):
        if text and text != name:
            out.line(text, indent=6)


def line(view: View, item: Item) -> Line:
    """An item as a line of JSON."""
    case, counted = view.cases[item], view.stated.get(item)
    return {
        "type": "item",
        "number": view.order[item],
        "item": str(item),
        "kind": item.kind,
        "addressee": to(item, case),
        "report": report(item, case),
        "title": view.titles.get(item, ""),
        "says": says(case.described),
        "statuses": status_lines(case),
        "stated": attrs.asdict(counted) if counted else None,
    }
