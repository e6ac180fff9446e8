"""Rows of which inspection it is: number, facility, days, standard and rating, and the plan that came of it."""

from __future__ import annotations

from oversight_adapters.readers.odo_inspection.slots import RATING
from oversight_adapters.readers.phrasebook import Phrase

_OTHER = r"report|issued|published|released|dated|plan|since|before|after|by|last|previous|prior|earlier|inspections?"
_NOT_OF_A_REPORT = rf"(?:(?!\b(?:{_OTHER})\b)[^.;]){{0,160}}?"
_NUMBER = r"(?:20\d\d-\d{3}-\d{3}|(?-i:OPR)-20\d{7})"
_UCAP = r"(?:(?:uniform )?corrective action plan(?: \(UCAP\))?|(?-i:UCAP))(?![\w-])"

PLACES = (
    Phrase(
        "number",
        "<number:number>",
        "ODO inspection 2024-002-386",
        "ODO inspection 2024-02-386",
        "C.2 ODO facts",
    ),
    Phrase(
        "visit-of-number",
        rf"{_NUMBER}\)?, (?=<started_on:first-day>)<ended_on:last-day>",
        "Inspection of the Elm County Jail, 2024-002-177, April 9-11, 2024",
        "Inspection of the Elm County Jail, 2024-002-177, April 9, 2024",
        "general knowledge",
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
        rf"(?:the|its|a|facility's) {_UCAP}(?: for the facility)? <corrective_plan_completed:completed>",
        "The UCAP was completed.",
        "The UCAP was reviewed.",
        "C.2 22",
        ("corrective", "ucap"),
    ),
    Phrase(
        "facility",
        rf"(?:inspection|review)(?: (?:number |no\. )?{_NUMBER})? (?:of|at) (?:the )?<facility:facility>",
        "ODO conducted a compliance inspection of the Elm County Jail in Elmsville, Texas.",
        "ODO conducted a compliance inspection of a jail.",
        "general knowledge",
        ("inspection", "review"),
    ),
    Phrase(
        "facility-inspected",
        r"(?:Oversight(?:\s*\(ODO\))?|(?-i:ODO))(?: also| then| has)? (?:inspected|visited|toured) (?:the )?"
        r"<facility:facility>",
        "ODO inspected the Elm County Jail in Elmsville, Texas.",
        "ODO inspected a jail.",
        "general knowledge",
        ("inspected", "visited", "toured"),
    ),
    Phrase(
        "facility-at",
        r"(?:standards?|findings|deficienc(?:y|ies)|visit),? at (?:the )?<facility:facility>",
        "ODO reported no findings at Elm County Jail.",
        "ODO reported no findings at a jail.",
        "general knowledge",
        ("at ",),
    ),
    Phrase(
        "at-facility",
        r"(?<!\w)(?-i:At) (?:the )?<facility:facility>(?:\s*\([^()]{1,30}\))?,",
        "At the Elm County Jail, ODO identified six deficiencies.",
        "At a jail, ODO identified six deficiencies.",
        "general knowledge",
        ("at ",),
    ),
    Phrase(
        "facility-complied",
        r"(?:<by:odo> found (?:that )?(?:the )?)?<facility:facility>\s*(?:\([^()]{1,40}\)\s*)?"
        r"(?:(?:was|had) (?:not )?)?"
        r"(?:found to have|found in compliance|complied|compliant|in compliance|deficient|noncompliant)(?![\w-])",
        "ODO found the Elm County Jail deficient in four standards.",
        "ODO found the jail deficient in four standards.",
        "general knowledge",
        ("compl", "deficient"),
    ),
    Phrase(
        "facility-of-number",
        rf"<facility:facility>\s*\((?:inspection )?(?:number |no\. )?{_NUMBER}",
        "Elm County Jail (2024-002-330)",
        "a jail (2024-002-330)",
        "general knowledge",
    ),
    Phrase(
        "number-of-facility",
        rf"{_NUMBER}\)?\s?[-:,] ?(?:the )?<facility:facility>",
        "2024-002-330: Elm County Jail",
        "2024-002-330: a jail",
        "general knowledge",
    ),
    Phrase(
        "visit-on",
        r"(?<!\w)(?:on|from|between|during) (?=<started_on:first-day>)(?:<ended_on:last-day>)?[^.;]{0,60}? "
        r"<by:odo> (?:conducted|performed|inspected|visited|reviewed)",
        "On June 23, 2020, ODO conducted a special review of the Elm County Jail.",
        "On June 23, 2020, ODO praised the Elm County Jail.",
        "general knowledge",
        ("odo", "oversight"),
    ),
    Phrase(
        "inspector",
        r"<by:odo>(?:'s (?:[a-z-]{3,12} )?inspection|"
        r"(?: also| then)? (?:conducted|performed|assessed|inspected|reviewed|visited))",
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
        "visit-bare",
        rf"(?:conducted|performed) (?:an?|its) [^.;]{{0,60}}?(?:inspection|review) of(?![\w-]){_NOT_OF_A_REPORT}, "
        r"(?=<started_on:first-day>)<ended_on:last-day>",
        "ODO conducted an inspection of the Elm County Jail in Elmsville, Texas, March 5 to 7, 2024.",
        "ODO conducted an inspection of the Elm County Jail, and issued a report in March 2024.",
        "general knowledge",
        ("conducted", "performed"),
    ),
    Phrase(
        "label-visit",
        r"(?<![^\n])[^\S\n]{0,40}inspection dates?\s{0,3}:\s{0,9}(?=<started_on:first-day>)(?:<ended_on:last-day>)?",
        "Inspection dates: June 13-15, 2023",
        "Inspection report: June 13-15, 2023",
        "general knowledge",
        ("inspection date",),
    ),
    Phrase(
        "label-standard",
        r"(?<![^\n])[^\S\n]{0,40}(?:detention )?standards?\s{0,3}:\s{0,9}<standard:standard>",
        "Standards: NDS 2019",
        "Standards: 20",
        "general knowledge",
        ("standard",),
    ),
    Phrase(
        "standard",
        r"(?:under|against|to|with|per) (?:the |\d{1,3} )?(?:ICE )?<standard:standard>",
        "ODO assessed the facility under the National Detention Standards 2019.",
        "ODO assessed the facility under the contract.",
        "general knowledge",
        ("standards", "nds"),
    ),
    Phrase(
        "rating",
        r"(?:rating(?: of| was| is| to be|:)?|rated (?:the (?:facility|center|jail)|it|(?-i:[A-Z]{2,8}))(?: as)?)"
        r"(?: an?| the)? \"?<rating:rating>"
        rf"(?!\s{{0,200}}(?:{RATING}|N/A))",
        "The facility received a final rating of Meets Standards.",
        "The facility received a final rating in May.",
        "general knowledge",
        ("rating", "rated"),
    ),
)
"""Everything but counts."""
