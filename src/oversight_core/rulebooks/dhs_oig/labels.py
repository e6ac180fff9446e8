"""The words of inspectors general.  Most speak on two axes at once: whether it is settled what to do, and whether open.

Each publisher has a vocabulary of its own, for closed does not mean the same to all of them.
"""

from __future__ import annotations

from oversight_core.rulebooks.canonical.words import CONVENTION
from oversight_core.rulebooks.dhs_oig.sources import (
    DASHBOARD,
    FDIC,
    OVERSIGHT_GOV,
    REPLY_CONTENTS,
    REPORTS,
    STATUS_AT_ISSUE,
    TRANSMITTAL,
    USUAL_WORDS,
)
from oversight_core.rules.projection import Projection
from oversight_core.rules.vocabulary import Mapping, Vocabulary

_FOLDED = "recommendations of GAO stand here where {}, as this dashboard has it"
_OPEN, _CLOSED = ("oversight_status", "open"), ("oversight_status", "closed")
_RESOLVED, _UNRESOLVED = ("resolution", "resolved"), ("resolution", "unresolved")

STATUSES = Vocabulary(
    "dhs-oig/status",
    "dhs-oig",
    (
        Mapping("open and resolved", (_RESOLVED, _OPEN), cites=TRANSMITTAL),
        Mapping("resolved and open", (_RESOLVED, _OPEN), cites=USUAL_WORDS),
        Mapping("open and unresolved", (_UNRESOLVED, _OPEN), cites=STATUS_AT_ISSUE),
        Mapping("resolved and closed", (_RESOLVED, _CLOSED), cites=TRANSMITTAL),
        Mapping("open", (_OPEN,), note="whether it is resolved the label does not say", cites=STATUS_AT_ISSUE),
        Mapping("closed", (_CLOSED,), note="whether it was done the label does not say", cites=STATUS_AT_ISSUE),
        Mapping("resolved", (_RESOLVED,), note="whether it is open the label does not say", cites=USUAL_WORDS),
        Mapping("unresolved", (_UNRESOLVED,), note="whether it is open the label does not say", cites=USUAL_WORDS),
    ),
)

DASHBOARD_STATUSES = Vocabulary(
    "ig-dashboard/status",
    "ig-dashboard",
    (
        Mapping("Open", (_OPEN,), cites=DASHBOARD),
        Mapping(
            "Open-Resolved",
            (_RESOLVED, _OPEN),
            note=f"agreed, and not finished; {_FOLDED.format('the agency concurred')}",
            cites=DASHBOARD,
        ),
        Mapping(
            "Open-Unresolved",
            (_UNRESOLVED, _OPEN),
            note=f"the agency has not agreed to action that suffices; {_FOLDED.format('it did not concur')}",
            cites=DASHBOARD,
        ),
        Mapping("Closed", (("oversight_status", "implemented"),), note="its intent is met", cites=DASHBOARD),
    ),
)

RESOLVED = Vocabulary(
    "fdic-oig/resolved",
    "fdic-oig",
    (
        Mapping("Resolved: yes", (_RESOLVED,), code="yes", cites=FDIC),
        Mapping("Resolved: no", (_UNRESOLVED,), code="no", cites=FDIC),
    ),
    scheme="FDIC OIG, the column Resolved",
)
FDIC_STATUSES = Vocabulary(
    "fdic-oig/status",
    "fdic-oig",
    (Mapping("Open", (_OPEN,), cites=FDIC), Mapping("Closed", (_CLOSED,), cites=FDIC)),
)

LISTED = Vocabulary(
    "oversight-gov/status",
    "oversight-gov",
    (Mapping("open", (_OPEN,), cites=OVERSIGHT_GOV), Mapping("closed", (_CLOSED,), cites=OVERSIGHT_GOV)),
)

POSITIONS = Vocabulary(
    "dhs-oig/position",
    "dhs-oig",
    (
        Mapping("concurred", (("position", "concurred"),), cites=REPORTS),
        Mapping("did not concur", (("position", "non_concurred"),), cites=USUAL_WORDS),
        Mapping("partially concurred", (("position", "partially_concurred"),), cites=USUAL_WORDS),
        Mapping("neither agreed nor disagreed", (("position", "neither_agreed_nor_disagreed"),), cites=USUAL_WORDS),
        Mapping("agree", (("position", "concurred"),), cites=REPLY_CONTENTS),
        Mapping("disagree", (("position", "non_concurred"),), cites=REPLY_CONTENTS),
    ),
)

_ALSO_SETTLED = "the label also says that it is settled what to do, which our status does not"
_ALSO_UNSETTLED = "the label also says that it is not settled what to do, which our status does not"
_HOW = "why and how it was closed"

_STATUSES: tuple[tuple[str | tuple[str, ...], str, str], ...] = (
    ("open_awaiting", "Open-Unresolved", _ALSO_UNSETTLED),
    ("open_response_received", "Open", ""),
    (("open_acceptable", "open_acceptable_alt"), "Open-Resolved", _ALSO_SETTLED),
    ("open_unacceptable", "Open-Unresolved", _ALSO_UNSETTLED),
    ("open_partial", "Open-Resolved", f"that a part of it has been met; {_ALSO_SETTLED}"),
    ("closed_implemented", "Closed", ""),
    (("closed_alt", "closed_exceeds"), "Closed", "that another way was taken, or more was done"),
    (
        (
            "closed_not_implemented",
            "closed_no_response",
            "closed_superseded",
            "closed_withdrawn",
            "closed_not_applicable",
            "closed_risk_accepted",
        ),
        "Closed",
        f"that it was not done: {_HOW}",
    ),
)

PROJECTIONS = (
    *(Projection("oversight_status", ours, label, lost, CONVENTION) for ours, label, lost in _STATUSES),
    Projection("resolution", "resolved", "Resolved: yes", cites=CONVENTION),
    Projection("resolution", "unresolved", "Resolved: no", cites=CONVENTION),
    Projection("resolution", "disputed", "Resolved: no", "that the auditor has rejected what was decided", CONVENTION),
    Projection("position", "concurred", "concurred", cites=CONVENTION),
    Projection("position", "non_concurred", "did not concur", cites=CONVENTION),
)
