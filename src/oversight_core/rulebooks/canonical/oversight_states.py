"""The statuses that an oversight body may give its recommendation, and the coarser ones that cover several of them."""

from __future__ import annotations

from oversight_core.rulebooks.canonical.words import NOT_STATED
from oversight_core.rules.lifecycle import Group, State

STATES = (
    NOT_STATED,
    State("open_awaiting", "issued; no reply has been received"),
    State("open_response_received", "a reply is in and has not been judged"),
    State("open_acceptable", "what is planned or done would meet the recommendation"),
    State("open_acceptable_alt", "another way is planned or taken that would meet the recommendation"),
    State("open_unacceptable", "what is planned or done would not meet the recommendation"),
    State("open_partial", "a part of the recommendation has been met"),
    State("closed_implemented", "what was recommended has been done"),
    State("closed_alt", "another way has been taken that meets the recommendation"),
    State("closed_exceeds", "more has been done than was recommended"),
    State("closed_not_implemented", "closed although it has not been done"),
    State("closed_no_response", "closed because no reply came"),
    State("closed_superseded", "closed because another recommendation takes its place"),
    State("closed_withdrawn", "closed because the oversight body no longer makes it"),
    State("closed_not_applicable", "closed because events have overtaken it"),
    State("closed_risk_accepted", "closed because the addressee accepts the risk"),
)
GROUPS = (
    Group("open", tuple(s.name for s in STATES if s.name.startswith("open_")), "the oversight body has not closed it"),
    Group("closed", tuple(s.name for s in STATES if s.name.startswith("closed_")), "the oversight body has closed it"),
    Group("implemented", ("closed_implemented", "closed_alt", "closed_exceeds"), "closed, and its intent is met"),
    Group(
        "not_implemented",
        (
            "closed_not_implemented",
            "closed_no_response",
            "closed_superseded",
            "closed_withdrawn",
            "closed_not_applicable",
            "closed_risk_accepted",
        ),
        "closed on any other ground",
    ),
    Group(
        "no_longer_valid",
        ("closed_superseded", "closed_withdrawn", "closed_not_applicable"),
        "closed because it no longer stands",
    ),
)
ANY_OPEN = (NOT_STATED.name, "open")
"""Where a row starts that closes or judges whatever is open: a record may begin in the middle."""
