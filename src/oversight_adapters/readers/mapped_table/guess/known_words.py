"""Words for positions and statuses that tables use, where each was seen, and what it says on the axes it can speak on.

A word of status means one thing where management reports, another where the oversight body judges; which of them
speaks, the table does not know.
"""

from __future__ import annotations

from collections.abc import Iterable

import attrs

from oversight_core.rulebooks import BUILTIN
from oversight_core.rules.vocabulary import fold

AXES = ("position", "implementation", "oversight_status", "resolution")


@attrs.frozen
class Known:
    """Words that say the same, what that is on each axis, the table they were seen in, and what is doubtful in it."""

    words: tuple[str, ...]
    seen: str
    position: str = ""
    implementation: str = ""
    oversight_status: str = ""
    resolution: str = ""
    doubt: str = ""

    def on(self, axis: str) -> str:
        """The state or group on an axis; "" where the words say nothing on it."""
        return str(getattr(self, axis))


_GAO, _NYC = "GAO's recommendations database", "NYC Comptroller's table of audit recommendations"
_IG, _UPR = "tables of inspectors general, after the IG Act and A-50", "Universal Periodic Review, tables of UPR Info"
_USUAL = "trackers of recommendations, as people keep them"

KNOWN = (
    # positions
    Known(("Agreed With", "Agreed", "Agree", "Agrees", "Agreement"), _NYC, position="concurred"),
    Known(("Concur", "Concurs", "Concurred", "Fully concur", "Full concurrence"), _IG, position="concurred"),
    Known(("Accept", "Accepts", "Accepted", "Fully accepted", "Adopted"), _UPR, position="concurred"),
    Known(("Supported", "Support", "Enjoys support"), _UPR, position="concurred"),
    Known(
        ("Partially Agreed With", "Partially agreed", "Partially agree", "Partly agreed", "Agreed in part"),
        _NYC,
        position="partially_concurred",
    ),
    Known(
        ("Partially concur", "Partially concurred", "Partial concurrence", "Concur in part", "Concurred in part"),
        _IG,
        position="partially_concurred",
    ),
    Known(
        ("Partially accepted", "Partially accept", "Accepted in part", "Partly accepted", "Supported in part"),
        _UPR,
        position="partially_concurred",
    ),
    Known(("Disagreed With", "Disagreed", "Disagree", "Disagrees", "Did not agree"), _NYC, position="non_concurred"),
    Known(
        (
            "Non-concur",
            "Nonconcur",
            "Non-concurred",
            "Nonconcurred",
            "Nonconcurrence",
            "Did not concur",
            "Do not concur",
        ),
        _IG,
        position="non_concurred",
    ),
    Known(("Reject", "Rejected", "Not accepted", "Not supported", "Refused"), _UPR, position="non_concurred"),
    Known(
        ("Noted",),
        _UPR,
        position="non_concurred",
        doubt="a State that notes a recommendation does not refuse it, and does not support it either",
    ),
    Known(
        ("Neither agreed nor disagreed", "Neither concurred nor non-concurred", "No position"),
        _GAO,
        position="neither_agreed_nor_disagreed",
    ),
    Known(("Not Addressed", "Did not address", "Not addressed in response"), _NYC, position="not_addressed"),
    Known(("Awaiting response", "Response pending", "Pending response"), _USUAL, position="awaiting"),
    # statuses
    Known(
        ("Implemented", "Fully implemented", "Complete", "Completed", "Done"),
        _NYC,
        implementation="reported_complete",
        oversight_status="implemented",
    ),
    Known(
        ("Partially Implemented", "Partly implemented", "Partially complete", "Partially completed"),
        _NYC,
        implementation="in_progress",
        oversight_status="open_partial",
    ),
    Known(
        ("Not Implemented", "Unimplemented"),
        _NYC,
        implementation="unfinished",
        oversight_status="not_implemented",
        doubt="it does not say whether that is for good (no_action_planned), or of the oversight body, closed",
    ),
    Known(("Pending",), _NYC, implementation="unfinished", oversight_status="open"),
    Known(
        ("In progress", "Ongoing", "Underway", "In process", "Being implemented", "Started"),
        _USUAL,
        implementation="in_progress",
        oversight_status="open",
    ),
    Known(("Planned", "Scheduled"), _USUAL, implementation="planned", oversight_status="open"),
    Known(
        ("Not started", "Not yet started", "No progress"),
        _USUAL,
        implementation="not_started",
        oversight_status="open",
    ),
    Known(("On hold", "Suspended", "Deferred"), _USUAL, implementation="on_hold", oversight_status="open"),
    Known(
        ("Will not implement", "No action planned", "Declined"),
        _USUAL,
        implementation="no_action_planned",
        oversight_status="not_implemented",
    ),
    Known(("Open",), _GAO, oversight_status="open"),
    Known(("Open – Partially Addressed", "Open - Partially Implemented"), _GAO, oversight_status="open_partial"),
    Known(("Closed",), _IG, oversight_status="closed"),
    Known(("Closed – Implemented",), _GAO, oversight_status="implemented"),
    Known(
        ("Closed – Not Implemented", "Closed – Unimplemented"),
        _GAO,
        oversight_status="not_implemented",
    ),
    Known(("Closed – No Longer Valid", "No longer valid"), _GAO, oversight_status="no_longer_valid"),
    Known(("Superseded",), _USUAL, oversight_status="closed_superseded"),
    Known(("Withdrawn",), _USUAL, oversight_status="closed_withdrawn"),
    Known(("Risk accepted",), _USUAL, oversight_status="closed_risk_accepted"),
    Known(
        (
            "Open – Resolved",
            "Resolved – Open",
            "Resolved and open",
            "Open and resolved",
            "Open – Unresolved",
            "Unresolved – Open",
            "Unresolved and open",
            "Open and unresolved",
        ),
        _IG,
        oversight_status="open",
        doubt="open is kept; what it says about resolution is another axis",
    ),
    Known(("Resolved and closed", "Resolved – Closed", "Closed and resolved"), _IG, oversight_status="closed"),
    Known(
        ("Resolved",),
        _IG,
        resolution="resolved",
        doubt="as inspectors general mean it: they agree on what to do; of what is done, another axis speaks",
    ),
    Known(("Unresolved",), _IG, resolution="unresolved"),
)

NOTHING = ("N/A", "NA", "Not applicable", "None", "Unknown", "TBD", "Not stated", "Not reported")
"""Words that state nothing; they are listed as such and not mapped."""

_BY_WORD = {fold(word): known for known in KNOWN for word in known.words}
_NOTHING = frozenset(map(fold, NOTHING))


def known(word: str) -> Known | None:
    """The row of a word; None for one that nobody has seen here.

    >>> known("AGREED  with").position, known("Open--Partially Addressed").oversight_status, known("Ajar")
    ('concurred', 'open_partial', None)
    """
    return _BY_WORD.get(fold(word))


def means_nothing(word: str) -> bool:
    """Whether a word states nothing; a dash does not either."""
    return fold(word) in _NOTHING or not fold(word)


def understood(words: Iterable[str], *axes: str) -> int:
    """How many of these words say something on one of these axes."""
    return sum(1 for word in words if (row := known(word)) and any(map(row.on, axes)))


def faults() -> list[str]:
    """Words that stand twice, and meanings that their axis does not have."""
    tables = {table.axis: table for book in BUILTIN if book.name == "canonical" for table in book.lifecycles}
    words = [fold(word) for row in KNOWN for word in row.words] + list(_NOTHING)
    wrong = [f"{word!r} stands twice" for word in set(words) if words.count(word) > 1]
    for row in KNOWN:
        for axis in AXES:
            table, meaning = tables[axis], row.on(axis)
            if meaning and meaning not in table.state_names and meaning not in table.members:
                wrong.append(f"{row.words[0]!r} means {meaning!r}, which {axis} does not have")
        if not row.seen or not any(map(row.on, AXES)):
            wrong.append(f"{row.words[0]!r} was seen nowhere or says nothing")
    return wrong


if found := faults():
    raise ValueError("; ".join(found))
