"""By when the Secretary of Transportation answers NTSB; of nobody else was a duty to answer found."""

from __future__ import annotations

from oversight_core.moments import PLAIN
from oversight_core.rulebooks.canonical.words import ending
from oversight_core.rulebooks.ntsb.tables import answering
from oversight_core.rules.clock import Clock, Unit

BOUND = ("dot", "department of transportation", "u.s. department of transportation", "secretary of transportation")
"""How a record names the addressee whom the statute binds."""

CLOCKS = (
    Clock(
        "reply",
        "received_on",
        90,
        Unit.DAYS,
        "Secretary of Transportation",
        ending(answering("(a)")),
        "to adopt all, adopt a part or refuse; others who get recommendations are not bound, and an administration of "
        "the Department is counted where the record names the Department as addressee",
        calendar=PLAIN.name,
        kinds="recommendation",
        where=tuple(("addressee", name) for name in BOUND),
        met_by="position=answered",
        stops_on="oversight_status=closed",
    ),
)
