"""The office's own words for the state of recommendations: of this one, of those it names, and of how many."""

from __future__ import annotations

from oversight_adapters.readers.oig_report.phrases.answers import NAMED
from oversight_adapters.readers.phrasebook import Phrase

_IS = r"(?:(?:is|are|was|were|remains?|remained|will remain|have been|has been|stay|is now|are now)(?: considered)?)"
_AT = r"(?![\w-]| (?:by|because of) (?:the )?(?:facility|court))"

STATUSES = (
    Phrase(
        "consider-named",
        rf"(?<![\w-])consider(?:s|ed)? {NAMED} (?:to be |as )?<status:status>{_AT}",
        "We consider recommendations 1 and 3 resolved and open.",
        "We consider this recommendation resolved and open.",
        "C.2 12",
    ),
    Phrase(
        "consider-this",
        rf"(?<![\w-])consider(?:s|ed)? (?P<whose>this|the|these|those|all|our|both)(?: (?:of )?(?:the|t"
        rf"hese|our))?(?: \w{{1,12}})? recommendations? (?:to be |as )?(?:now )?<status:status>{_AT}",
        "We consider this recommendation open and unresolved.",
        "We consider recommendation 2 open and unresolved.",
        "C.2 12",
    ),
    Phrase(
        "consider-it",
        rf"(?<![\w-])consider(?:s|ed)? (?P<whose>it) (?:to be |as )?(?:now )?<status:status>{_AT}",
        "It meets the intent of the recommendation, and we consider it resolved and closed.",
        "We consider the matter closed.",
        "C.2 12",
    ),
    Phrase(
        "which-is",
        r"(?<![\w-])(?P<whose>this|the) recommendation,? (?:which )?(?:we|(?:DHS )?OIG|the OIG) (?:now )?"
        rf"consider(?:s|ed)? (?:to be |as )?<status:status>{_AT}",
        "These actions respond to the recommendation, which we consider resolved and open.",
        "These actions respond to the recommendations, which we consider resolved and open.",
        "C.2 12, 14",
    ),
    Phrase(
        "and-consider-named",
        rf"(?:[;,]|\band|\bwhile|\bbut)\s+(?:and |but |while )?{NAMED} (?:to be |as )?<status:status>{_AT}",
        "We consider recommendations 1 and 2 resolved and open, and recommendation 3 resolved and closed.",
        "Recommendation 3 was closed.",
        "C.2 12",
    ),
    Phrase(
        "named-is",
        rf"(?<![\w-]){NAMED}(?:\s*,)?(?: which)? {_IS} <status:status>{_AT}",
        "Recommendations 1, 2 and 3 are open; 4 is closed.",
        "This recommendation is open.",
        "C.2 15",
    ),
    Phrase(
        "and-named-is",
        rf"(?:[;,]|and|while)\s+(?:and |but |while )?(?P<numbers>\d{{1,3}}[a-z]?(?:(?:,? and |,\s*(?:an"
        rf"d )?)\d{{1,3}}[a-z]?){{0,30}}) {_IS} <status:status>{_AT}",
        "; 4 is closed",
        "4 months is a long time",
        "C.2 15",
    ),
    Phrase(
        "this-is",
        rf"(?<![\w-])(?P<whose>this|the) recommendation(?:\s*, which)? {_IS} <status:status>{_AT}",
        "This recommendation is resolved and will remain open until ICE provides documentation.",
        "These recommendations are resolved and open.",
        "C.2 13",
    ),
    Phrase(
        "it-remains",
        rf"(?<![\w-])(?P<whose>it) (?:will )?remains? <status:status>{_AT}",
        "It will remain open until ICE provides documentation.",
        "They will remain open until ICE provides documentation.",
        "C.2 13",
    ),
    Phrase(
        "it-is",
        rf"(?<![\w-])(?P<whose>it) is (?=(?:un)?resolved)<status:status>{_AT}",
        "It is resolved and will remain open until ICE counts.",
        "It is open all day.",
        "C.2 13",
    ),
    Phrase(
        "these-are",
        rf"(?<![\w-])(?P<whose>these|all|our|the|both)(?: of (?:the|these|our))?(?: \w{{1,12}})? recomm"
        rf"endations {_IS} <status:status>{_AT}",
        "All recommendations are resolved and open.",
        "Two recommendations are resolved and open.",
        "C.2 12",
    ),
)
"""Rows that say the state of a recommendation: of the one at hand, or of the ones they name."""

RULED = Phrase(
    "ruled",
    r"<status:status>(?: \((?-i:[A-Z]{2,6})\))?[.;]?$",
    "Resolved (OJP).",
    "Resolved to go on.",
)
"""A sentence of one state, which opens what an office says of a recommendation."""

TO_CLOSE = (
    Phrase(
        "will-close",
        r"(?<![\w-])(?:(?:we|(?:DHS )?OIG|the OIG) will (?:(?:then|consider|be able to) )?"
        r"clos(?:e|ing) (?:this|the|it|them|these)(?: recommendations?)?|"
        r"and will close (?:this|the|it)(?: recommendation)?|"
        r"(?:this|the) recommendation (?:will|can|may|should) be closed) <to_close:condition>",
        "We will close this recommendation when ICE provides its new schedule.",
        "We will close this recommendation.",
        "C.2 13",
    ),
)
"""Rows that say what the office waits for before it closes a recommendation."""

LISTED = Phrase(
    "list-row",
    r"\W{0,6}(?:recommendations?|rec\.) (?:no\. |# ?)?(?P<numbers>\d{1,3}[a-z]?)[\s:|-]{1,12}<status:s"
    r"tatus>[\s.;|]{0,6}$",
    "Recommendation 2: Resolved and Open",
    "Recommendation 2: Open the gate",
    "rows 64-68",
)
"""A line of a list of states."""

CLOSED_BEFORE = (
    Phrase(
        "closed-before",
        rf"(?:before|prior to) (?:the )?issuance of (?:the|this|our) (?:final )?report,? (?:\w+ ){{0,12}}?"
        rf"(?:took|taken|completed|provided|implemented) [\w ]{{0,60}}?to <status:closing> {NAMED}",
        "CBP, prior to issuance of the final report, took action to close recommendation 2.",
        "CBP plans to close recommendation 2.",
        "C.2 10",
    ),
    Phrase(
        "closing-before",
        rf"(?:took|has taken|completed|provided) [\w ]{{0,60}}?to <status:closing> {NAMED}[\w ,]{{0,30}}?"
        rf" (?:before|prior to) (?:the )?issuance",
        "CBP took action to close recommendation 2 before the issuance of the report.",
        "CBP plans to close recommendation 2.",
        "C.2 10",
    ),
)
"""Rows that say what was closed before the report came out."""

_WHAT = r"(?: (?:of (?:the|these|our|its) )?(?:\d{1,3} )?<measure:recommendations>| of them| of these| of which)?"
COUNTS = (
    Phrase(
        "this-many-are",
        rf"(?<![\w-])<value:number>{_WHAT} (?:(?:is|are|was|were|remain(?:s|ed)?|will remain|have been|"
        rf"has been)(?: considered)? )?<about:status>(?! (?:recommendation|until|cases?|complaints?))(?"
        rf"![\w-])",
        "Three recommendations were closed at issuance and two remain open.",
        "Three doors stand open until noon, and 4 open recommendations.",
        "C.2 11, 18",
    ),
)
"""Rows that say how many recommendations are in a state."""
