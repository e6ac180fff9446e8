"""Which complaints lie outside the ordinary intake of CRCL, and which programmes bring them inside, and when.

A complaint about state or local officers lies outside, unless it was made under a programme that says otherwise and is
in force.
"""

from __future__ import annotations

from datetime import date

import attrs

from oversight_core.moments import Moment
from oversight_core.names import slug
from oversight_core.rulebooks.canonical.sources import PAGE_COPY, PAGE_TITLE, PLAN_TITLE
from oversight_core.rules.attempt import Attempt, Facts, Guard
from oversight_core.rules.citation import Citation, Force, Read


@attrs.frozen
class Taking:
    """A programme under which CRCL takes complaints about state and local officers: its names, as slugs, and its span.

    Where its source gives no day, `began` is as wide as what the source says; `ended` is the day on which it no longer
    holds, and nothing for one that nobody is known to have ended.
    """

    names: tuple[str, ...]
    began: Moment
    ended: Moment | None
    cites: Citation

    def may_hold(self, on: Moment | None) -> bool:
        """Whether it may be in force on some day of a moment; a bound that is not known excludes nothing."""
        first, last = (on.earliest, on.latest) if on else (None, None)
        over = self.ended is not None and first is not None and first >= _latest(self.ended)
        return not over and (last is None or self.began.earliest is None or last >= self.began.earliest)


def _latest(moment: Moment) -> date:
    return moment.latest or date.max


TAKING = (
    Taking(
        ("secure-communities",),
        Moment.parse("2011/2011-06-25"),  # undated; the page was copied on the later day
        Moment.parse("2014-11-20"),
        Citation(PAGE_TITLE, Force.COMMITMENT, "ICE and CRCL", Read.COPY, PAGE_COPY),
    ),
    Taking(
        ("transfers", "pep", "priority-enforcement-program"),
        Moment.parse("2014-11-20/2014-12-31"),  # undated; it was asked for on the earlier day
        None,
        Citation(PLAN_TITLE, Force.COMMITMENT, "CRCL and ICE", Read.ORIGINAL),
    ),
)
"""The programmes that are known to say otherwise."""


def outside_jurisdiction(programme: str, on: Moment | None) -> bool:
    """Whether a complaint lies outside ordinary intake on every day of a moment; None for a day that is not known.

    >>> outside_jurisdiction("", None), outside_jurisdiction("Secure Communities", Moment.parse("2012-05"))
    (True, False)
    >>> [outside_jurisdiction("secure-communities", Moment.parse(on)) for on in ("2014-11", "2014-12", "2010")]
    [False, True, True]
    """
    name = slug(programme) if programme.strip() else ""
    return not any(name in taking.names and taking.may_hold(on) for taking in TAKING)


def _test(attempt: Attempt, facts: Facts) -> bool:
    return outside_jurisdiction(facts["programme"], attempt.occurred_on)


OUTSIDE_JURISDICTION = Guard(
    "outside_jurisdiction",
    "no programme that takes such complaints in may have been in force then",
    "programme",
    _test,
)
