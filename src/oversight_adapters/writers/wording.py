"""What the record holds, in words for people: the source's own label first, ours beside it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from enum import Enum
from typing import Any

import attrs

from oversight_adapters.writers.safe import one_line
from oversight_core.entities import (
    Action,
    Allegation,
    Complaint,
    Document,
    Evidence,
    Finding,
    Listing,
    Organisation,
    Recommendation,
    Release,
    Response,
    Review,
    Update,
)
from oversight_core.ledger import Case, Recorded, Reported, Status
from oversight_core.ledger import fold as fold_history
from oversight_core.ledger.described import Strange
from oversight_core.moments import AsOf, Moment
from oversight_core.names import Item
from oversight_core.questions import Stated
from oversight_core.rules import Applied
from oversight_core.rules.vocabulary import fold


def known_cases(histories: Mapping[Item, Iterable[Recorded]], as_of: AsOf) -> dict[Item, Case]:
    """The items of which anything was known as of these dates, in the order of their histories."""
    cases = ((item, fold_history(history, as_of)) for item, history in histories.items())
    return {item: case for item, case in cases if case.known}


def words(name: str) -> str:
    """A name of ours as words.

    >>> words("oversight_status")
    'oversight status'
    """
    return name.replace("_", " ").replace("-", " ")


def own_label(status: Status) -> str:
    """The source's own words for a status; empty where no source speaks, as of a step that was applied."""
    entry = status.entry.entry if status.entry else None
    if not isinstance(entry, Reported):
        return ""
    quoted = [one_line(excerpt.words) for excerpt in entry.excerpts if not excerpt.derived]
    if entry.label == status.value and quoted:  # a reader told the state in our word; the document used its own
        return quoted[0]
    return one_line(entry.label) or words(entry.status)


def both_labels(status: Status) -> str:
    """The source's own words first, and ours in brackets where they are others."""
    own, ours = own_label(status), words(status.value)
    if status.basis != "reported":
        return ours if status.basis == "applied" else ""
    return own if not own or fold(own) == fold(ours) else f"{own} ({ours})"


def basis(status: Status) -> str:
    """How a status is known, in two or three words; for a step that was applied, by which event of ours."""
    if status.basis == "initial":
        return "nobody has said"
    entry = status.entry.entry if status.entry else None
    how = f"by rule: {words(entry.step.event)}" if isinstance(entry, Applied) else "as reported"
    return how + (", order unclear" if status.order == "unclear" else "")


def when(moment: Moment | None) -> str:
    """A moment for people; one of which only the latest day is known is `by` that day.

    >>> when(Moment.parse("../2024-03-31")), when(Moment.parse("2024-03"))
    ('by 2024-03-31', '2024-03')
    """
    if moment is not None and moment.earliest is None and moment.latest is not None:
        return f"by {moment.latest}"
    return one_line(moment)


def dates(as_of: AsOf) -> str:
    """As of which dates a document speaks: whoever finds it in a year must know.

    >>> dates(AsOf("2024-02", recorded_by=17)), dates(AsOf())
    ('As known on 2024-02-29, recorded by 17.', 'As far as the record goes.')
    """
    held = ((words(field.name), getattr(as_of, field.name)) for field in attrs.fields(AsOf))
    told = [f"{name} {one_line(value)}" for name, value in held if value is not None]
    return f"As known {', '.join(told)}." if told else "As far as the record goes."


def unmapped(case: Case) -> Iterator[tuple[str, Reported]]:
    """What sources say of an item in words that mean no status of ours: the words, and the entry that holds them."""
    for recorded in case.unmapped:
        if isinstance(recorded.entry, Reported):
            yield one_line(recorded.entry.label), recorded.entry


def since(status: Status) -> str:
    """Since when a status holds, and whether that is only the day of recording."""
    if status.since is not None and status.dated == "recording":
        return f"recorded {when(status.since)}, its source gives no day"
    return when(status.since)


def titles(cases: Mapping[Item, Case]) -> dict[Item, str]:
    """The title of each document: its own, else that of another document of the same report."""
    own = {
        item: one_line(getattr(case.described, "title", "")) for item, case in cases.items() if item.kind == "document"
    }
    shared = {(item.issuer, item.report): title for item, title in reversed(own.items()) if title}
    return {item: title or shared.get((item.issuer, item.report), "") for item, title in own.items()}


def counts(stated: Stated) -> str:
    """Counts as stated, none of them invented.

    >>> counts(Stated(26, 4, 5, 17)), counts(Stated(None, 1, None, 13))
    ('26 recommendations, texts not published: 4 concurred, 5 partially, 17 not', '1 concurred, 13 not')
    """
    parts = (
        (stated.concurred, "concurred"),
        (stated.partially_concurred, "partially"),
        (stated.non_concurred, "not"),
    )
    answers = ", ".join(f"{n} {how}" for n, how in parts if n is not None)
    if stated.recommendations is None:
        return answers
    total = f"{stated.recommendations} recommendation{'s' * (stated.recommendations != 1)}, texts not published"
    return f"{total}: {answers}" if answers else total


def _response(it: Response) -> str:
    stated = Stated(None, it.concurred, it.partially_concurred, it.non_concurred)
    by = f"{it.responder} on behalf of {it.on_behalf_of}" if it.on_behalf_of else it.responder
    return ": ".join(part for part in (by, counts(stated)) if part)


def _listing(it: Listing) -> str:
    parts = [f"{it.stated_total} stated"] if it.stated_total is not None else []
    parts += [f"{it.parsed_total} on the page"] if it.parsed_total is not None else []
    return ": ".join(part for part in (it.agency or it.topic, ", ".join(parts)) if part)


def _complaint(it: Complaint) -> str:
    number = "" if it.count is None else f"{it.count} complaint{'s' * (it.count != 1)}"
    return ", ".join(part for part in (number, str(it.text)) if part)


def _release(it: Release) -> str:
    return " ".join(part for part in (it.form, "version", "promised" if it.promised else "") if part)


_SAYS: Mapping[type, Callable[[Any], object]] = {
    Action: lambda it: it.text,
    Allegation: lambda it: it.text or it.issue,
    Complaint: _complaint,
    Document: lambda it: it.title or ", ".join(it.printed_type) or words(it.type),
    Evidence: lambda it: it.kind,
    Finding: lambda it: it.text,
    Listing: _listing,
    Organisation: lambda it: it.name,
    Recommendation: lambda it: it.text or it.report_title,
    Release: _release,
    Response: _response,
    Review: lambda it: ", ".join(map(str, (*it.facility, *it.topic))) or words(it.type),
    Update: lambda it: it.text,
}

_TELLING = ("title", "name", "text", "jurisdiction", "facility", "agency", "notice", "given_to", "type", "outcome")
"""Fields that say what an entity is, the best first, where its kind has no sentence of its own."""


def says(described: Any) -> str:
    """What an entity says of itself, in one line; empty for None.

    >>> says(Listing(agency="ICE", stated_total=41, parsed_total=10))
    'ICE: 41 stated, 10 on the page'
    """
    if say := _SAYS.get(type(described)):
        return one_line(say(described))
    held = dict(values(described))
    return next((shown(held[name]) for name in _TELLING if name in held), "")


def values(described: Any) -> Iterator[tuple[str, Any]]:
    """The fields of an entity that hold something, in the order of its class; by name where its kind is unknown."""
    if isinstance(described, Strange):
        yield from described.held().items()
    elif attrs.has(type(described)):
        for field in attrs.fields(type(described)):
            value = getattr(described, field.name)
            if value not in (None, "", ()):
                yield field.name, value


def shown(value: Any) -> str:
    """A value for people, on one line."""
    if isinstance(value, tuple):
        return "; ".join(map(shown, value))
    if attrs.has(type(value)) and "__str__" not in vars(type(value)):
        return ", ".join(f"{words(name)}: {shown(part)}" for name, part in values(value))
    return one_line(value.value if isinstance(value, Enum) else value)
