"""What columns are called: a table of header words, each row with a name it knows and one that it must not take.

A name is looked at without case, underscores and the like; the first row that fits says what the column may be, and
what stands in it has the last word.
"""

from __future__ import annotations

import re

import attrs

_SEAMS = re.compile(r"(?<=[a-z])(?=[A-Z])|[_\-./:\s]+")
_LONGEST = 200  # characters of a header that are looked at


@attrs.frozen
class Heading:
    """One row: what a column is whose name has these words, a name it takes and one that it leaves."""

    role: str
    pattern: str
    example: str
    counter_example: str

    def takes(self, name: str) -> bool:
        """Whether a plain name has these words."""
        return re.search(self.pattern, name) is not None


_WHO = (
    "first|last|middle|full|sur|family|contact|director|detainee|employee|person|staff|author|auditor|inspector|"
    "manager|attorney|complainant|victim|officer|official|analyst|lead"
)
_PAPER = "report|audit|publication|product|document|project|case|review|evaluation|inspection|engagement"
_AHEAD = "estimated|target|targeted|planned|expected|anticipated|projected|due"

HEADINGS = (
    Heading(
        "personal",
        rf"\b(?:{_WHO}) ?names?\b|^names?$",
        "Director Name",
        "Publication Name",
    ),
    Heading(
        "personal",
        r"\b(?:phone|telephone|cell|mobile|fax|e ?mail|home address|contact|ssn|social security|passport)\b",
        "Director Phone",
        "Headphones bought",
    ),
    Heading(
        "personal",
        r"\b(?:alien|a) ?(?:#|no|num|number|id)(?: |$)|\balien\b|\b(?:birth|dob|born|birthdate|age|gender|sex)\b",
        "Alien Number",
        "Report Number",
    ),
    Heading(
        "personal",
        r"^(?:director|attorney|attorney of record|complainant|detainee|victim|witness|analyst|author|auditor)s?$|"
        r"\b(?:official|poc|assignee|assigned to)$",
        "Director",
        "Directorate",
    ),
    Heading(
        "reply_due",
        r"\b(?:response|reply|comments)\b.*\bdue\b|\bdue\b.*\b(?:response|reply|comments)\b",
        "Response Due Date",
        "Due Date",
    ),
    Heading(
        "estimated_completion",
        rf"\b(?:{_AHEAD})\b.*\b(?:completion|complete|closure|implementation)\b|^(?:{_AHEAD}) (?:date|on|by)$|"
        r"^(?:ecd|due)$",
        "Estimated Completion Date",
        "Completion Date",
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
        r"^(?:as of(?: date)?|last updated?|updated)$",
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
        r"\bdate of (?:the )?(?:report|issue|publication)\b|\breleased?(?: on)?$|^(?:year|date)$",
        "Date Publication Issued",
        "Issue",
    ),
    Heading("priority", r"\bpriority\b", "Priority Rec.", "Prior Reports"),
    Heading(
        "number",
        r"^rec(?:ommendation|s|ommendations)? ?(?:no|nos|num|number|id|nr|#|code)\b|"
        r"^rec(?:ommendation|s)? ?#|^(?:no|#|number|nr|rec|recno|item|para|paragraph)$",
        "Recommendation #",
        "Number of beds",
    ),
    Heading(
        "report",
        rf"\b(?:{_PAPER}|reference|file) ?(?:no|num|number|id|nr|code|symbol)\b|\b(?:{_PAPER}) ?#|"
        r"^(?:report|reference)$",
        "Publication  Number",
        "Publication Name",
    ),
    Heading(
        "report_title",
        rf"\b(?:{_PAPER}) (?:title|name)\b|^(?:title|subject|audit|publication)$|\btitle$",
        "Audit Title",
        "Entitled",
    ),
    Heading(
        "status",
        r"\bstatus\b|\bimplementation$|\bdisposition\b|\bprogress$|\blevel of implementation\b",
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
        r"^(?:the )?recommendations?(?: (?:text|description|statement|details?|made|wording))?$|"
        r"^recommendation and recommending state$|^(?:full )?text$|^description$|^recommended action$",
        "Recommendation",
        "Recommending State",
    ),
    Heading(
        "addressee",
        r"\b(?:agency|agencies|department|bureau|component|auditee|addressee|entity|organi[sz]ation|ministry|"
        r"state under review|responsible (?:party|office|unit)|recipient)\b|"
        r"^(?:to|state|country|facility)$",
        "Agency",
        "State of implementation",
    ),
    Heading("comments", r"\b(?:comments?|notes?|remarks?|narrative|explanation)\b", "Comments", "Commented by"),
)
"""Rows are tried in this order."""


def plain(name: str) -> str:
    """A name as the table looks at it.

    >>> plain("audit_num"), plain("statusDate"), plain("Publication  Number")
    ('audit num', 'status date', 'publication number')
    """
    return " ".join(_SEAMS.sub(" ", name[:_LONGEST]).split()).casefold()


def role_of(name: str) -> str:
    """What a column of that name may be; "" where its name says nothing.

    >>> role_of("Director Phone"), role_of("Date Publication Issued"), role_of("Sort order")
    ('personal', 'issued_on', '')
    """
    bare = plain(name)
    return next((heading.role for heading in HEADINGS if heading.takes(bare)), "")


def faults() -> list[str]:
    """Rows that do not do what their examples say; none, or the table is not loaded."""
    wrong = [row for row in HEADINGS if not row.takes(plain(row.example)) or row.takes(plain(row.counter_example))]
    return [f"{row.role}: {row.pattern!r} does not tell {row.example!r} from {row.counter_example!r}" for row in wrong]


if found := faults():
    raise ValueError("; ".join(found))
