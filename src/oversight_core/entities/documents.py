"""Documents, the promise to release one, and the listings in which items appear."""

from __future__ import annotations

import attrs

from oversight_core.moments import Moment
from oversight_core.names import CONTENT, Item, Words, items, several
from oversight_core.quick import quick


@quick
@attrs.frozen(kw_only=True, weakref_slot=False)
class Document:
    """A memo, summary, report or other paper.

    `type` is the library's word, `printed_type` every spelling the source uses.  `issuer` and `addressee` are short
    forms ("CRCL", "ICE").  `dated_on` is a bare date at its foot, which is neither issue nor response.

    `sent_on` is when it left its issuer and `received_on` when its addressee had it; `accepted_on` when a clearinghouse
    took it in; `response_due_on` the day by which it asks for an answer, as printed, and nothing where it prints none.
    `mandate` is what it carries out, as a committee's report does.

    `number` is the report number as printed, `agencies` are all that it looked into, `released_on` is when the public
    had it, where that was another day than its issue; `copied_on` when somebody took a copy of a page without a date,
    `reissued_on` when it came out again with revisions, as a note in its title says.

    `summary` is what a list prints of its content, `fiscal_year` the year under which it stands there, `period` the
    half-year to whose report it belongs.  One that is `unreleased` is known and not public; `landing_url` is the page
    that speaks of it.
    """

    type: str = ""
    printed_type: tuple[str, ...] = attrs.field(default=(), converter=several)
    title: str = ""
    part: str = ""
    issuer: str = ""
    addressee: str = ""
    issued_on: Moment | None = None
    dated_on: Moment | None = None
    recommendation_count: int | None = None
    review: Item | None = None
    sent_on: Moment | None = None
    received_on: Moment | None = None
    accepted_on: Moment | None = None
    response_due_on: Moment | None = None
    mandate: Item | None = None
    number: str = ""
    agencies: tuple[str, ...] = attrs.field(default=(), converter=several)
    facility: tuple[str, ...] = attrs.field(default=(), converter=several)
    topics: tuple[str, ...] = attrs.field(default=(), converter=several)
    released_on: Moment | None = None
    copied_on: Moment | None = None
    page_count: int | None = None
    url: str = ""
    reissued_on: Moment | None = None
    summary: Words = attrs.field(default="", metadata=CONTENT)
    fiscal_year: Moment | None = None
    period: Moment | None = None
    unreleased: bool | None = None
    landing_url: str = ""


DOCUMENT_TYPES = (
    "summary",
    "close-summary",
    "recommendation-memorandum",
    "key-findings-memorandum",
    "expert-recommendation-memorandum",
    "disability-findings-memorandum",
    "spot-check-findings",
    "retention-memorandum",
    "implementation-review",
    "close-memorandum",
    "determination",
    "reconsideration",
    "listing",
    "report",
)


@attrs.frozen(kw_only=True)
class Release:
    """One version of a document for the public: promised or out, in which form, on what condition."""

    document: Item | None = None
    promised: bool | None = None
    form: str = ""  # redacted, full
    condition: Words = attrs.field(default="", metadata=CONTENT)


@attrs.frozen(kw_only=True)
class Listing:
    """A snapshot of what a body lists: the total it states, the total on the page, and the items named.

    `topic` is what was searched for where it is no agency, `as_of` the day of the count; of what is listed, it may say
    how many have priority (`stated_priority`) and from how many documents they come (`stated_documents`).
    `session` and `cycle` are those in which what is listed was made, as printed.

    Absence from a later snapshot never deletes anything; *no longer listed* is read from two listings.
    """

    agency: str = ""
    stated_total: int | None = None
    parsed_total: int | None = None
    items: tuple[Item, ...] = attrs.field(default=(), converter=items)
    topic: str = ""
    as_of: Moment | None = None
    stated_priority: int | None = None
    stated_documents: int | None = None
    session: str = ""
    cycle: str = ""
