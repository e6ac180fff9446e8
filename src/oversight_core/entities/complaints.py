"""Complaints and the allegations in them.  They are about people: no identity is made of their words."""

from __future__ import annotations

import attrs

from oversight_core.moments import Moment
from oversight_core.names import CONTENT, Item, Words


@attrs.frozen(kw_only=True)
class Complaint:
    """One complaint, or the several that a document only counts.  `count` is how many, as stated.

    `programme` is the one under which it was made, by the name of its rulebook ("secure-communities"); empty for none.
    `subject` is the body or kind of officers complained of, never the name of a person.  A complaint is *complete* when
    it says all that is needed to look into it, and the *letter* tells what was found: section 504 counts from both.
    """

    count: int | None = None
    opened_on: Moment | None = None
    received_on: Moment | None = None
    channel: str = ""
    track: str = ""  # standard, short-form, section-504
    component: str = ""
    review: Item | None = None
    text: Words = attrs.field(default="", metadata=CONTENT)
    programme: str = ""
    subject: str = ""
    incident_on: Moment | None = None
    filed_on: Moment | None = None
    completed_on: Moment | None = None
    letter_on: Moment | None = None


@attrs.frozen(kw_only=True)
class Allegation:
    """One thing a complaint alleges."""

    complaint: Item | None = None
    issue: str = ""
    outcome: str = ""  # substantiated, unsubstantiated, unfounded, inconclusive
    text: Words = attrs.field(default="", metadata=CONTENT)
