"""The other parts of a rulebook file: labels, clocks, projections and notices, each a table of columns."""

from __future__ import annotations

from typing import Any

import attrs

from oversight_adapters.rulebooks.columns import (
    Draft,
    Take,
    choices_by_key,
    cites,
    kind,
    line,
    moment,
    name,
    number,
    rows,
    some,
    texts_by_key,
    words,
)
from oversight_adapters.texts.drafting import flag, one_of
from oversight_adapters.texts.toml_keys import Path
from oversight_core.rules.belief import Belief, Duty, Notice
from oversight_core.rules.clock import Bound, Clock, Each, MonthEnd, Unit
from oversight_core.rules.projection import Projection
from oversight_core.rules.vocabulary import Mapping, Vocabulary, faults

MOST_LABELS = 1_000


@attrs.frozen
class Labels:
    """A vocabulary of the rows that are sound, and the number of each in the file."""

    vocabulary: Vocabulary
    numbers: tuple[int, ...]


def labels(draft: Draft, path: Path, value: Any) -> Labels:
    """One vocabulary; a row that is not sound is told, and left out."""
    given = draft.section(path, value, LABELS, ("name", "publisher", "rows"))
    found, scheme = given.get("rows", ()), given.get("scheme", "")
    unsound = list(faults(found, scheme))
    for n, column, says in unsound:
        at = (*path, "rows", str(n), "means" if column == "targets" else column)
        if not draft.is_faulty(at):
            draft.fault(at, says)
    numbers = tuple(n for n in range(1, len(found) + 1) if all(n != number for number, _, _ in unsound))
    sound = tuple(found[n - 1] for n in numbers)
    return Labels(Vocabulary(given.get("name", ""), given.get("publisher", ""), sound, scheme), numbers)


def label(draft: Draft, path: Path, value: Any) -> Mapping:
    """One label, and what it means."""
    given = draft.section(path, value, LABEL, ("label", "means", "cites"))
    return Mapping(
        given.get("label", ""),
        given.get("means", ()),
        given.get("lossy", False),
        given.get("code", ""),
        given.get("note", ""),
        given.get("cites", ()),
    )


def clock(draft: Draft, path: Path, value: Any) -> Clock:
    """One row of a clock."""
    needed = ("name", "starts_on", "unit", "cites", "calendar", "kinds")
    asks_nothing = isinstance(value, dict) and value.get("marker") is True
    given = draft.section(path, value, CLOCK, needed if asks_nothing else (*needed, "duty_holder"))
    empty: dict[str, Any] = {"name": "", "starts_on": (), "length": None, "unit": "", "duty_holder": "", "cites": ()}
    return Clock(**(empty | {"calendar": "", "kinds": ()} | given))


def projection(draft: Draft, path: Path, value: Any) -> Projection:
    """One row of a projection."""
    given = draft.section(path, value, PROJECTION, ("axis", "statuses", "label", "cites"))
    empty: dict[str, Any] = {"axis": "", "statuses": (), "label": ""}
    return Projection(**(empty | given))


def notice(draft: Draft, path: Path, value: Any) -> Notice:
    """One route of a notice."""
    needed = ("name", "sender", "recipient", "duty", "holders", "suffices", "cites")
    given = draft.section(path, value, NOTICE, needed)
    empty: dict[str, Any] = dict.fromkeys(("name", "sender", "recipient"), "")
    return Notice(**(empty | {"duty": Duty.MAY, "holders": (), "suffices": (), "cites": ()} | given))


def belief(draft: Draft, path: Path, value: Any) -> Belief:
    """One pair that suffices."""
    given = draft.section(path, value, {"standard": line, "proposition": line}, ("standard", "proposition"))
    return Belief(given.get("standard", ""), given.get("proposition", ""))


LABEL: dict[str, Take] = {
    "label": line,
    "means": texts_by_key,
    "lossy": flag,
    "code": line,
    "note": words,
    "cites": cites,
}
LABELS: dict[str, Take] = {"name": line, "publisher": line, "scheme": line, "rows": rows(label, MOST_LABELS)}
CLOCK: dict[str, Take] = {
    "name": line,
    "starts_on": some(line),
    "length": number,
    "unit": one_of(*Unit),
    "duty_holder": words,
    "cites": cites,
    "means": words,
    "calendar": line,
    "kinds": some(kind),
    "bound": one_of(*Bound),
    "between": flag,
    "stated_in": name,
    "where": choices_by_key,
    "met_by": some(line),
    "stops_on": some(line),
    "repeats": flag,
    "each": one_of(*Each),
    "first": number,
    "window": number,
    "awaits": line,
    "month_end": one_of(*MonthEnd),
    "time_zone": line,
    "in_force_from": moment,
    "in_force_to": moment,
    "marker": flag,
}
PROJECTION: dict[str, Take] = {"axis": line, "statuses": some(line), "label": line, "lost": words, "cites": cites}
NOTICE: dict[str, Take] = {
    "name": line,
    "sender": line,
    "recipient": line,
    "duty": one_of(*Duty),
    "holders": some(line),
    "suffices": rows(belief, 100),
    "cites": cites,
    "means": words,
}
