"""What a list of recommendations says, row by row: its head, what stands over many, the cells of each."""

from __future__ import annotations

import html
import re

from oversight_adapters.readers.ohchr_list.leads import LEADS
from oversight_adapters.readers.phrasebook import Phrase, Phrasebook, Slot
from oversight_adapters.readers.united_nations.paragraphs import NUMBER, number
from oversight_adapters.readers.united_nations.states import state
from oversight_adapters.readers.words import dates, numbers

_ORDINAL = re.compile(r"\d{1,3}")
_BREAKS = re.compile(r"<br\s?/?>|[|\s\u00a0]+", re.IGNORECASE)
PAGE = re.compile(
    r"page\s\d{1,4}(?:\sof\s?(?:\d{1,4})?)?|\d{1,3}|(?:\d{1,3}\s)?GE\.\s?[\d-]{2,12}(?:\s.{0,30})?|\*{1,3}|-{3,80}|"
    r"full\sdocument\stext|\*{0,3}\s?(?:the\s)?conclusions\sand\srecommendations\s(?:have|will)\snot\s(?:been|be)\sedited\.?",
    re.IGNORECASE,
)
"""What a line is that says nothing anywhere: numbers of pages, and what a printer or a copier adds."""
_RUNNING = r"UPR\sof\s.{1,80}?\(.{1,60}?(?:session|cycle)\)"
FURNITURE = re.compile(
    rf"{PAGE.pattern}|A/HRC/?\s?[\w./]{{1,30}}\s?\*{{0,3}}|{_RUNNING}|"
    rf"(?:{_RUNNING}\s{{0,40}})?Thematic\slist\sof\srecommendations\*?\s{{0,40}}(?:Page\s.{{0,20}})?",
    re.IGNORECASE,
)
"""The same, and what stands on every page and says something on the first: symbols and running heads."""
FOOTNOTE = re.compile(
    r"^[^\S\n]{0,20}\d{1,2}\s{1,6}(?:the\s)?(?:original\s(?:wording|text|version)\sof\sthe\srecommendations?\b|(?:original\s)?"
    r"recommendations?\s(?:as|was|were|has|have|had|made|originally|reads?|in(?!\stotal))\b)"
    r"(?:(?!\n\s{0,20}\d{1,3}\.\d)[^\f]){0,1500}?"
    r"(?=\s{0,40}(?:\f|\n\s{0,20}A/HRC/\d|\Z))",
    re.IGNORECASE | re.MULTILINE,
)
"""A note at the foot of a page on how a recommendation was read out."""

PAGE_BREAK = re.compile(
    r"\f\s{0,9}A/HRC/?\s?[\w./]{1,30}\s?\*{0,3}[^\S\n]{0,9}"
    r"(?:\n\s{0,9}(?:(?:page\s)?\d{1,3}|GE\.\s?[\d-]{2,12})(?:\s(?:GE\.[\d-]{2,12}|\d{1,3}))?[^\S\n]{0,9}$)?",
    re.IGNORECASE | re.MULTILINE,
)
"""What stands at the head of a page, which may fall into a name."""


def plain(words: str) -> str:
    """Words on one line: without what stands on every page, with HTML's escapes undone.

    >>> plain("Right to just &amp; favourable\\n\\n13\\nA/HRC/28/15\\nconditions of work")
    'Right to just & favourable conditions of work'
    """
    words = FOOTNOTE.sub("", words) if "ecommendation" in words else words
    kept = [line for line in words.splitlines() if not FURNITURE.fullmatch(line.strip(" \t*#"))]
    bare = _BREAKS.sub(" ", " ".join(kept)).strip()
    return html.unescape(bare) if "&" in bare else bare


def a_state(words: str) -> str:
    """A State, as printed.  Raises ValueError for any other words."""
    if not state(bare := plain(words)):
        raise ValueError(f"{words!r} is no State")
    return bare


def ordinal(words: str) -> str:
    """The figures of a session or a cycle: *34th* is 34."""
    found = _ORDINAL.search(words)
    if found is None:
        raise ValueError(f"{words!r} is no number of a session")
    return found[0]


def one_line(words: str) -> str:
    """Words as they stand, on one line.

    >>> one_line("A/HRC/43/15/Add.1 -\\nPara.3")
    'A/HRC/43/15/Add.1 - Para.3'
    """
    return " ".join(words.split())


def symbol(words: str) -> str:
    """The symbol of a report, without its addenda.

    >>> symbol("A/HRC/28/15/Add.1")
    'A/HRC/28/15'
    """
    return "/".join(words.split("/")[:4])


_WORD = r"[\w'’.()&,-]{0,40}"
_NAME = (
    rf"(?<!\w)(?-i:[A-Z]|former\b){_WORD}"
    rf"(?:\s{{1,3}}(?:(?-i:[A-Z(]|d['’]){_WORD}|(?:and?|of|the|de|former)\b\)?|&)){{0,9}}(?<![.,])"
)
"""A name in capital words, whatever the case of the row around it: or else each letter of a text might begin one."""
POSITION = (
    r"(?:Supported\s?/\s?Noted|Supported(?:\sin\spart)?|Partially\ssupported|Noted|Accepted|Pending|"
    r"Under\sconsideration)"
)

SLOTS = (
    Slot("state", _NAME, a_state, printed=True),
    Slot("ordinal", r"\d{1,3}(?:st|nd|rd|th)?", ordinal),
    Slot("count", numbers.COUNT, numbers.count),
    Slot("date", rf"(?:{dates.DAY}|{dates.MONTH})", dates.moment),
    Slot("words", r"\S(?:[\s\S]*\S)?", plain, printed=True),
    Slot("number", NUMBER, number),
    Slot("source", r"A/HRC/[\s\S]{1,120}", one_line, printed=True),
    Slot("symbol", r"A/HRC/\d{1,3}/\d{1,4}(?:/(?:Add|Corr)\.\d{1,2}){0,2}", symbol),
    Slot(
        "type",
        r"(?:thematic\s+list\s+of\s+recommendations|"
        r"report\s+of\s+the\s+working\s+group\s+on\s+the\s+universal\s+periodic\s+review)",
        one_line,
        printed=True,
    ),
    Slot("position", POSITION, lambda words: "/".join(part.strip() for part in words.split("/")), printed=True),
    Slot(
        "supported",
        r"(?:enjoys?|enjoyed|have|has)\s+(?:the|its|their|his)\s+support(?:\s+of)?",
        lambda words: "supported",
    ),
    Slot(
        "not",
        r"(?:do|does|did|could|can|would)(?:\s+not|not)\s+(?:enjoy|have)\s+the\s+support\s+of",
        lambda words: "noted",
    ),
    Slot("own", r"(?:enjoys?|enjoyed|have|has)\s+(?:its|their|his)(?:\s+full)?\s+support", lambda words: "supported"),
    Slot(
        "left",
        r"(?:cannot|can\s+not|could\s+not)\s+be\s+accepted(?:,?\s+and\s+(?:will|would|are)\s+(?:thus|therefore)\s+(?:be\s+)?noted)?",
        lambda words: "noted",
    ),
    Slot(
        "own_not",
        r"(?:do|does|did)(?:\s+not|not)\s+(?:enjoy|have)\s+(?:its|their|his)\s+support",
        lambda words: "noted",
    ),
    Slot(
        "not_at_all",
        r"(?:do|does|did)(?:\s+not|not)\s+(?:enjoy|have)\s+(?:the|its|their|his)\s+support",
        lambda words: "noted",
    ),
    Slot("considered", r"for\s+consideration\s+and\s+response", lambda words: "pending"),
    Slot("rejected", r"(?:are|is|were|was|have\s+been|has\s+been)\s+rejected\s+by", lambda words: "rejected"),
    Slot(
        "will_answer", r"will\s+provide\s+(?:(?:the|its|an?|appropriate)\s+){0,2}responses?\b", lambda words: "pending"
    ),
    Slot("unsupported", r"(?:do|does|did)(?:\s+not|not)\s+(?:enjoy|have)\s+the\s+support", lambda words: "noted"),
    Slot("examined", r"will\s+be(?:\s+further)?\s+examined\s+by", lambda words: "pending"),
    Slot("examines", r"will(?:\s+further)?\s+examine", lambda words: "pending"),
    Slot("later", r"will\s+be\s+included\s+in", lambda words: "pending"),
    Slot("provided", r"will\s+be\s+provided\s+by", lambda words: "pending"),
    Slot(
        "noted", r"(?:have\s+been|has\s+been|are|were|is)\s+(?:thus\s+|therefore\s+)?noted\s+by", lambda words: "noted"
    ),
    Slot(
        "done",
        r"already(?:\s+been)?\s+implemented(?:,?\s+or\s+(?:are\s+)?in\s+(?:the\s+)?process\s+of\s+implementation)?",
        plain,
    ),
)

HEAD = (
    Phrase(
        "title",
        r"UPR <session:ordinal> Session - <agency:state> - Thematic List",
        "UPR 34th Session - Slovenia - Thematic List of Recommendations",
        "34th Session of the Council",
        "E",
    ),
    Phrase(
        "running-head",
        r"UPR of <agency:state> \(<cycle:ordinal> Cycle - <session:ordinal> Session\)",
        "UPR of Slovenia (4th Cycle - 48th Session)",
        "UPR of the third cycle",
        "E",
    ),
    Phrase("cycle", r"(?<!\w)<cycle:ordinal> cycle\b", "third list of the 3rd cycle", "cycle 3"),
    Phrase(
        "session", r"Session:\s*<session:ordinal>", "Session: 48th UPR Working Group", "a session of the group", "E"
    ),
    Phrase(
        "total",
        r"Total (?:number of )?recommendations:\s*<stated_total:count>",
        "Total Recommendations: 184",
        "184",
        "E",
    ),
    Phrase("total-of", r"<stated_total:count> recommendations in total", "254 recommendations in total", "in total"),
    Phrase("date", r"(?<![a-z]\x20)Date:\s*<dated_on:date>", "Date: November 2019", "up to date: 2019", "E"),
    Phrase("date-line", "<dated_on:date>", "10 December 2014", "of December"),
    Phrase(
        "report-title",
        r"Universal Periodic Review: <agency:state>$",
        "Report of the Working Group on the Universal Periodic Review: Slovenia",
        "Universal Periodic Review",
    ),
    Phrase("symbol", r"(?<![\w/.])<number:symbol>(?![/\w])", "A/HRC/28/15", "A/HRC/WG.6/20/L.2"),
    Phrase("type", r"<printed_type:type>", "Thematic List of Recommendations", "a list of themes", "E"),
    Phrase("state", r"<agency:state>", "Bosnia and Herzegovina", ""),
)
"""What stands over a list."""

CELLS = (
    Phrase("done", "<status_printed:done>", "which considers that they are already implemented:", "to be implemented"),
    Phrase("number", "<number:number>", "121.1", "A12"),
    Phrase("text", "<text:words>", "Ratify the treaty", ""),
    Phrase("recommended-by", "<recommended_by:state>", "Costa Rica", ""),
    Phrase("position", "<position:position>", "Supported", "supporting", "E"),
    Phrase("source", "<position_source:source>", "A/HRC/43/15/Add.1 - Para.3", "", "E"),
    Phrase("topic", "<topics:words>", "Acceptance of international norms", "", "E"),
    Phrase("goal", "<goals:words>", "16 - PEACE, JUSTICE AND STRONG INSTITUTIONS", "", "E"),
    Phrase("group", "<groups:words>", "stateless persons", "", "E"),
    Phrase("comment", "<text:words>", "An act of 2021 has done so.", ""),
)
"""The cells of a recommendation, which the layout finds; the rows say how their words are read."""

BOOK = Phrasebook("ohchr-list", SLOTS, (*HEAD, *LEADS, *CELLS))
"""Every row of this reader."""
