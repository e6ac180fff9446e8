"""What columns are called: a table of header words, each row with a name it knows and one that it must not take.

A name is looked at without case, underscores and the like; the first row that fits says what the column may be, and
what stands in it has the last word.
"""

from __future__ import annotations

import re

import attrs

from oversight_adapters.readers.mapped_table.guess.people import NAMES

_SEAMS = re.compile(r"(?<=[a-z])(?=[A-Z])|[_\-./:\s\u00ad\u200b-\u200d\ufeff]+")
FIGURES = re.compile(r"[\d\s.,/:$%()+-]+")
"""What is no name of a column."""
_LONGEST = 200  # characters of a header that are looked at


@attrs.frozen
class Heading:
    """One row: what a column is whose name has these words, a name it takes and one that it leaves.

    `doubt` is what such a name leaves open, whatever stands in the column.
    """

    role: str
    pattern: str
    example: str
    counter_example: str
    doubt: str = ""

    def takes(self, name: str) -> bool:
        """Whether a plain name has these words."""
        return re.search(self.pattern, name) is not None


_PAPER = "report|audit|publication|product|document|project|case|review|evaluation|inspection|engagement"
_AHEAD = "estimated|target|targeted|planned|expected|anticipated|projected|due"
_WHOM = (
    "agency|agencies|department|bureau|component|auditee|addressee|entity|organi[sz]ation|ministry|"
    "responsible (?:office|unit)"
)
_ISSUES = "issuing|oversight|auditing|inspecting|reporting|requesting|source|author|our"
_OTHERS = (
    "facility|contract|case|complaint|detainee|inmate|employment|custody|report|audit|inspection|project|account|"
    "licen[sc]e|payment|visit|document|publication|review|legal|immigration|marital"
)

HEADINGS = (
    *(Heading("personal", *row) for row in NAMES),
    Heading(
        "reply_due",
        r"\b(?:response|reply|comments)\b.*\bdue\b|\bdue\b.*\b(?:response|reply|comments)\b",
        "Response Due Date",
        "Due Date",
    ),
    Heading(
        "estimated_completion",
        rf"\b(?:{_AHEAD})\b.*\b(?:completion|complete|closure|implementation)\b|^ecd$",
        "Estimated Completion Date",
        "Completion Date",
    ),
    Heading(
        "estimated_completion",
        rf"^(?:{_AHEAD}) (?:date|on|by)$|^due$",
        "Due Date",
        "Date",
        "its name does not say what is due then; the completion is meant here",
    ),
    Heading("count", r"\b(?:number|count|total) of\b|\btotals?\b|\bcount\b", "Number of Reports", "Report Number"),
    Heading(
        "position_on",
        r"\bresponse date\b|\bdate (?:of )?(?:response|reply|responded)\b",
        "Response Date",
        "Response",
    ),
    Heading(
        "status_stated",
        r"\b(?:status|update|updated|follow up)\b.*\b(?:date|on|at)\b|\bdate\b.*\b(?:status|update|updated)\b|"
        r"^(?:as of(?: date)?|last updated?)$|\bupdated$",
        "Status Date",
        "Status",
    ),
    Heading(
        "status_since",
        r"\b(?:closed?|closure|implemented|completed|resolved)\b.*\b(?:date|on)\b|"
        r"\bdate\b.*\b(?:closed?|closure|implemented|completed|resolved)\b",
        "Date Closed",
        "Estimated Date",
    ),
    Heading(
        "issued_on",
        r"\b(?:issued|published)\b|\b(?:issue|issuance|publication|report|release|audit) date\b|"
        r"\bdate of (?:the )?(?:report|issue|publication)\b|\breleased?(?: on)?$",
        "Date Publication Issued",
        "Issue",
    ),
    Heading(
        "issued_on",
        r"^(?:year|date)$",
        "Date",
        "Up to date",
        "its name does not say what happened then; the issue of the report is meant here",
    ),
    Heading("priority", r"\bpriority\b", "Priority Rec.", "Prior Reports"),
    Heading(
        "number",
        r"^rec(?:ommendation|s|ommendations)? ?(?:no|nos|num|number|id|nr|#|code)\b|"
        r"^rec(?:ommendation|s)? ?#|^(?:no|#|nr|rec|recno|item|para|paragraph)$",
        "Recommendation #",
        "Number of beds",
    ),
    Heading(
        "number",
        r"^(?:number|id|ref|key|(?:finding|observation|deficiency|tracking) ?(?:no|num|number|id|nr|#))$",
        "Finding No.",
        "Finding",
        "its name does not say that it numbers recommendations",
    ),
    Heading(
        "report",
        rf"\b(?:{_PAPER}|reference|file) ?(?:no|num|number|id|nr|code|symbol)\b|\b(?:{_PAPER}) ?#",
        "Publication  Number",
        "Publication Name",
    ),
    Heading(
        "report",
        r"^(?:report|reference)$",
        "Report",
        "Reported",
        "its name does not say that it is the number of a report",
    ),
    Heading(
        "report_title",
        rf"\b(?:{_PAPER}) (?:title|name)\b|^(?:title|subject|audit|publication)$",
        "Audit Title",
        "Job title",
    ),
    Heading(
        "other_status", rf"\b(?:{_OTHERS}) status$|^status of (?:the )?(?:{_OTHERS})\b", "Facility Status", "Status"
    ),
    Heading(
        "status",
        r"\bstatus\b|\bimplementation$|^implemented$|\bdisposition\b|\bprogress$|\blevel of implementation\b",
        "response_status",
        "State",
    ),
    Heading(
        "position",
        r"\b(?:concur|concurs|concurred|concurrence|non concur|agree|agreed|agreement|accepted|acceptance|position|"
        r"management decision|response|reply|decision)\b",
        "Management Response",
        "Responsible Office",
    ),
    Heading(
        "text",
        r"^(?:the )?recommendations?(?: (?:text|description|statement|details?|made|wording))?(?: ?\(.{0,40}\))?$|"
        r"^recommendation and recommending state$|^(?:full |rec )?text$|^recommended action$",
        "Recommendation",
        "Recommending State",
    ),
    Heading(
        "text",
        r"^(?:description|(?:finding|observation|deficiency)s?(?: (?:text|description|details?))?)$",
        "Finding Text",
        "Finding No.",
        "its name does not say that it is what is recommended; of rows that are findings, kind is finding",
    ),
    Heading(
        "addressee",
        rf"^(?:(?!{_ISSUES})\w+ ){{0,3}}(?:{_WHOM})(?: names?)?(?: ?\(.{{0,40}}\))?$|^state under review$",
        "Agency",
        "Issuing Agency",
    ),
    Heading(
        "addressee",
        r"^(?:to|state|country|(?:field )?office|facility)(?: names?)?$",
        "Facility Name",
        "State of implementation",
        "its name does not say that the recommendations are addressed to it",
    ),
    Heading(
        "addressee",
        r"^(?:recipient|(?:responsible|action) (?:party|parties|entity)|responsible)$",
        "Responsible Party",
        "Party",
        "where people stand in it, list it under never",
    ),
    Heading("recommender", r"^from$|\brecommending state\b", "Recommending State (UPR)", "From the field"),
    Heading("comments", r"\b(?:comments?|notes?|remarks?|narrative|explanation)\b", "Comments", "Commented by"),
)
"""Rows are tried in this order."""


def plain(name: str) -> str:
    """A name as the table looks at it.

    >>> plain("audit_num"), plain("statusDate"), plain("Publication  Number")
    ('audit num', 'status date', 'publication number')
    """
    return " ".join(_SEAMS.sub(" ", name[:_LONGEST]).split()).casefold()


def heading_of(name: str) -> Heading | None:
    """The first row that takes a name; None where its name says nothing."""
    bare = plain(name)
    return next((heading for heading in HEADINGS if heading.takes(bare)), None)


def role_of(name: str) -> str:
    """What a column of that name may be; "" where its name says nothing.

    >>> role_of("Director Phone"), role_of("Date Publication Issued"), role_of("Sort order")
    ('personal', 'issued_on', '')
    """
    heading = heading_of(name)
    return heading.role if heading else ""


def faults() -> list[str]:
    """Rows that do not do what their examples say; none, or the table is not loaded."""
    wrong = [row for row in HEADINGS if not row.takes(plain(row.example)) or row.takes(plain(row.counter_example))]
    return [f"{row.role}: {row.pattern!r} does not tell {row.example!r} from {row.counter_example!r}" for row in wrong]


if found := faults():
    raise ValueError("; ".join(found))
