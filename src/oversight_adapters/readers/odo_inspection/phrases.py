"""Statements on inspections, a row each.  A blank is any white space; the slots are those of `slots`."""

from __future__ import annotations

from oversight_adapters.readers.odo_inspection.slots import SLOTS
from oversight_adapters.readers.phrasebook import Phrase, Phrasebook

_WHO = (
    r"(?:<by:odo>(?:'s)?(?: (?:compliance |follow-up )?(?:inspection|inspectors|team))?|"
    r"(?<!\w)(?:the|this) (?:compliance |follow-up )?inspection|(?<!\w)inspectors)"
)
_ALSO = r"(?:\s*,? (?:also|ultimately|subsequently|then|has|had)){0,2}"
_FOUND = r"(?:identified|found|cited|noted|reported|documented|recorded)"
_KIND = r"(?:(?-i:[A-Z])[\w.-]{1,12} |\d{4} |detention |applicable |of the |ICE |reviewed |inspected ){0,4}"
_STANDARDS = rf"{_KIND}standards?(?![\w-])"
_IN = r"(?: in| across| within| under| of| for)(?: a total of)?(?: the)?(?: remaining| other)?"
_DEFICIENCIES = r"(?:new |total )?deficienc(?:y|ies)(?![\w-])"
_AT = r"(?: at (?:the )?<facility:facility>(?:\s*\([A-Z]{2,8}\))?)?"
_NOT_OF_A_REPORT = r"(?:(?!\b(?:report|issued|published|released|dated|plan|since|before|after|by)\b)[^.;]){0,160}?"
_UCAP = r"(?:(?:uniform )?corrective action plan(?: \(UCAP\))?|(?-i:UCAP))(?![\w-])"

PHRASES = (
    Phrase(
        "number",
        "<number:number>",
        "ODO inspection 2024-002-386",
        "ODO inspection 2024-02-386",
        "C.2 ODO facts",
    ),
    Phrase(
        "found",
        rf"{_WHO}{_ALSO} {_FOUND}(?: a total of)? <deficiency_count:count> {_DEFICIENCIES}{_AT}"
        rf"(?:{_IN} <deficient_count:count> {_STANDARDS})?",
        "ODO identified eleven deficiencies in six standards.",
        "The facility identified eleven deficiencies in six standards.",
        "C.2 19",
        ("deficien",),
    ),
    Phrase(
        "were-found",
        rf"(?<!\w)<deficiency_count:count> {_DEFICIENCIES}(?:{_IN} <deficient_count:count> {_STANDARDS})?"
        rf" (?:were|was) {_FOUND}",
        "Three deficiencies in two standards were identified.",
        "Three deficiencies in two standards were corrected.",
        "C.2 19",
        ("deficien",),
    ),
    Phrase(
        "repeated",
        r"(?:including|of (?:which|these|those|them),?) <repeat_count:any-count> "
        r"(?:(?:was|were|is|are) (?:a )?)?repeat(?:ed)?(?: deficienc(?:y|ies))?(?![\w-])",
        "including two repeat deficiencies",
        "including two priority deficiencies",
        "C.2 20",
        ("repeat",),
    ),
    Phrase(
        "of-which-repeated",
        r"<repeat_count:any-count> (?:of (?:which|them|these|those)(?: deficiencies)? (?:were|was|are|is)) "
        r"(?:a )?repeat(?:ed)?(?: deficienc(?:y|ies))?(?![\w-])",
        "eleven deficiencies, two of which were repeat deficiencies",
        "eleven deficiencies, two of which were corrected",
        "C.2 20",
        ("repeat",),
    ),
    Phrase(
        "complied-of",
        rf"(?:complie[ds]|in compliance|compliant) (?:with|in) <complied_count:count>(?: out)? of"
        rf"(?: the| those| these)? <inspected_count:count> {_STANDARDS}",
        "The facility complied with 22 of 22 standards.",
        "The facility complied with 22 standards.",
        "C.2 21",
        ("compl",),
    ),
    Phrase(
        "complied",
        rf"(?:complie[ds]|in compliance|compliant) (?:with|in) <complied_count:count>"
        rf"(?: of (?:the|those|these))?(?: other| remaining)? {_STANDARDS}",
        "It was compliant in 13 standards.",
        "ODO assessed compliance with 13 standards.",
        "C.2 ODO facts",
        ("compl",),
    ),
    Phrase(
        "reviewed",
        rf"(?:assessed|reviewed|evaluated|inspected|examined)(?: (?:the facility|it)'s| its)?"
        rf"(?: compliance (?:with|under))?(?: a total of)? <inspected_count:count> {_STANDARDS}",
        "ODO reviewed the facility's compliance with 20 standards.",
        "ODO reviewed 20 files on standards.",
        "general knowledge",
        ("standard",),
    ),
    Phrase(
        "no-findings",
        rf"(?:{_WHO}{_ALSO} {_FOUND}|(?<!\w)(?:reported|with)) <deficiency_count:none> "
        r"(?:findings|deficienc(?:y|ies))(?![\w-])",
        "ODO reported no findings.",
        "ODO reported no change.",
        "C.2 21",
        ("finding", "deficien"),
    ),
    Phrase(
        "not-any",
        rf"{_WHO} did <deficiency_count:none> (?:findings|deficiencies)(?![\w-])",
        "ODO did not identify any deficiencies.",
        "ODO did not identify any priority deficiencies.",
        "C.2 21",
        ("finding", "deficien"),
    ),
    Phrase(
        "plan",
        rf"(?:facility|contractor|jail|center|it)\s*,? <corrective_plan_completed:completed> "
        rf"(?:its|the|their|a|an) {_UCAP}",
        "The facility had completed its uniform corrective action plan (UCAP).",
        "The facility had submitted its uniform corrective action plan (UCAP).",
        "C.2 22",
        ("corrective", "ucap"),
    ),
    Phrase(
        "plan-passive",
        rf"(?:the|its|a) {_UCAP}(?: for the facility)? <corrective_plan_completed:completed>",
        "The UCAP was completed.",
        "The UCAP was reviewed.",
        "C.2 22",
        ("corrective", "ucap"),
    ),
    Phrase(
        "facility",
        r"(?:inspection|review)(?: (?:number |no\. )?[\dOPR-]{9,14})? (?:of|at) (?:the )?<facility:facility>",
        "ODO conducted a compliance inspection of the Elm County Jail in Elmsville, Texas.",
        "ODO conducted a compliance inspection of a jail.",
        "general knowledge",
        ("inspection", "review"),
    ),
    Phrase(
        "facility-at",
        r"(?:standards?|findings|deficienc(?:y|ies)|visit) at (?:the )?<facility:facility>",
        "ODO reported no findings at Elm County Jail.",
        "ODO reported no findings at a jail.",
        "general knowledge",
        ("at ",),
    ),
    Phrase(
        "inspector",
        r"<by:odo>(?:'s (?:[a-z-]{3,12} )?inspection|"
        r"(?: also| then)? (?:conducted|performed|assessed|inspected|reviewed))",
        "ODO conducted a follow-up inspection.",
        "ODO praised the staff.",
        "general knowledge",
    ),
    Phrase(
        "visit",
        rf"(?:inspection|review|inspected|visited)(?![\w-]){_NOT_OF_A_REPORT} (?:from|between|on|during) "
        r"(?=<started_on:first-day>)(?:<ended_on:last-day>)?",
        "ODO conducted an inspection of the Elm County Jail from March 5 to 7, 2024.",
        "ODO conducted an inspection of the Elm County Jail under standards of March 2024.",
        "general knowledge",
        ("inspect", "review", "visit"),
    ),
    Phrase(
        "standard",
        r"(?:under|against|to|with|by|per) (?:the )?(?:ICE )?<standard:standard>",
        "ODO assessed the facility under the National Detention Standards 2019.",
        "ODO assessed the facility under the contract.",
        "general knowledge",
        ("standards", "nds"),
    ),
    Phrase(
        "rating",
        r"(?:final |overall |facility )?rating(?: of| was| is|:)?(?: an?| the)? \"?<rating:rating>",
        "The facility received a final rating of Meets Standards.",
        "The facility received a final rating in May.",
        "general knowledge",
        ("rating",),
    ),
)

BOOK = Phrasebook("odo-inspection", SLOTS, PHRASES)
"""Every row, over the slots."""
