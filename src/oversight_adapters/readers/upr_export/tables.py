"""The tables as data: which columns each has, what they give, how they are read, and what names a row."""

from __future__ import annotations

import attrs

from oversight_adapters.readers.table_columns import Column, ColumnBook
from oversight_adapters.readers.upr_export.kinds import KINDS

POSITION = "upr/position"
"""The vocabulary of a State's answers."""

BODY = "body"
"""What a column holds that names now who recommends, now only by which mechanism."""


def _column(field: str, *names: str, kind: str = "words", needed: bool = False) -> Column:
    return KINDS[kind].column(field, *names, needed=needed)


@attrs.frozen(kw_only=True)
class Group:
    """Columns that say to what a State belongs: of which State, the region, and the organisations, by all their names.

    Where several columns share a name, it is the first one behind the State.
    """

    state: tuple[str, ...]
    region: tuple[str, ...]
    memberships: tuple[str, ...]


@attrs.frozen(kw_only=True)
class Table:
    """A kind of table.

    Its `positions` are the words that its column `position` may hold; a row with another one, and no figures in the
    field `check`, has slipped.  The words in `pledges` make a row a commitment of the State, and no recommendation;
    those of `type` in `observations` make it a finding.  An item is named by what the fields `report` and `number`
    hold, the addressee, and `part`; `lead` stands before the report.
    """

    columns: ColumnBook
    check: str = ""
    groups: tuple[Group, ...] = ()
    ignored: tuple[str, ...] = ()
    positions: frozenset[str] = frozenset()
    pledges: frozenset[str] = frozenset()
    observations: frozenset[str] = frozenset()
    report: str = ""
    lead: str = ""
    number: str = "number"
    part: str = "recommended_by"

    @property
    def name(self) -> str:
        """What the format is called."""
        return self.columns.name


UPR_INFO_EXPORT = Table(
    columns=ColumnBook(
        "upr-info-export",
        (
            _column("addressee", "To", "State under Review", "SuR", needed=True),
            _column("text", "Text", "Recommendation", needed=True),
            _column("recommended_by", "From", "Recommending State", "RS", needed=True),
            _column("position", "Response", needed=True),
            _column("action", "Action", "Action category", kind="whole"),
            _column("topics", "Issue", "Issues", kind="topics"),
            _column("session", "Session", kind="whole", needed=True),
            _column("cycle", "Cycle", kind="whole"),
        ),
        several=True,
    ),
    groups=(
        Group(state=("To", "SuR"), region=("To-Rgrp", "Rgrp"), memberships=("To-Org", "Org")),
        Group(state=("From", "RS"), region=("From-Rgrp", "Rgrp"), memberships=("From-Org", "Org")),
    ),
    positions=frozenset(("accepted", "noted", "voluntary pledge", "pending", "supported")),
    pledges=frozenset(("voluntary pledge",)),
    check="session",
    report="session",
    lead="session ",
    number="text",
)

UPR_CODED_REPORTS = Table(
    columns=ColumnBook(
        "upr-coded-reports",
        (
            _column("number", "text", kind="numbered", needed=True),
            _column("text", "text", kind="recommended", needed=True),
            _column("addressee", "to", needed=True),
            _column("position", "decision", needed=True),
            _column("recommended_by", "From", needed=True),
            _column("issued_on", "year", kind="date", needed=True),
            _column("note", "notes"),
        ),
        several=True,
    ),
    positions=frozenset("support consider implemented implement reject noted unknown".split()),
    check="issued_on",
    report="issued_on",
)

UHRI_EXPORT = Table(
    columns=ColumnBook(
        "uhri-export",
        (
            _column(
                "addressee",
                *("State", "Countries", "Country", "Concerned Countries", "Countries Concerned", "Country Concerned"),
                kind="states",
                needed=True,
            ),
            _column("report", "Document Code", "Document Symbol", "Symbol", needed=True),
            _column("number", "Paragraph", "Paragraph Number", "Paragraph No.", kind="paragraph"),
            _column("text", "TextPlainCleaned", kind="unnumbered"),
            _column("number", "TextPlainCleaned", kind="before"),
            _column("text", "Text", "Recommendation", kind="unnumbered", needed=True),
            _column("number", "Text", "Recommendation", kind="before"),
            _column("goals", "SDG Goals", "SDGs", "SDG Goal", kind="items"),
            _column("targets", "SDG Targets", "SDG Target", kind="items"),
            _column("groups", "Groups", "Affected Persons", "AffectedPersons", "Concerned Person/Group", kind="items"),
            _column("topics", "Themes", "Theme", kind="items"),
            _column("mechanism", "Mechanism", kind="answer"),
            _column("type", "Type", "Annotation Type", "AnnotationType", kind="answer"),
            _column("position", "Response (UPR)", "UPR Position", "UprPosition", "Response", kind="answer"),
            _column(
                "recommended_by",
                *("Recommending State (UPR)", "UPR Recommending State/s", "UPR Recommending States"),
                *("UPR Reccomending States", "UprRecommendingStates"),
                kind="states",
            ),
            _column("recommended_by", "Treaty Body", "Treaty Bodies", kind="items"),
            _column("recommended_by", "Special Procedure", "Special Procedures", kind="items"),
            _column(BODY, "Recommending Body", "Reccomending Body", "Body", kind="items"),
            _column(
                "issued_on", "Year", "Document Publication Date", "Publication Date", "PublicationDate", kind="date"
            ),
            _column("cycle", "Cycle", "UPR Cycle", kind="whole"),
            _column("session", "Session", "UPR Session", "UprSession", kind="session"),
        ),
        several=True,
    ),
    ignored=("Annotation ID", "AnnotationId", "OHCHR Annotation Id", "Id", "Region", "Regions"),
    observations=frozenset(
        ("concerns/observations", "concerns / observations", "observation", "observations", "concern")
    ),
    report="report",
    part="",
)

TABLES = (UPR_INFO_EXPORT, UPR_CODED_REPORTS, UHRI_EXPORT)
"""Every kind of table."""


def table_named(name: str) -> Table:
    """The kind of table of this name.  Raises KeyError."""
    return {table.name: table for table in TABLES}[name]
