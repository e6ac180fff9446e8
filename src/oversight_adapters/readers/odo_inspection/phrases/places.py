"""Rows of which inspection it is: number, facility, days, standard and rating, and the plan that came of it."""

from __future__ import annotations

from oversight_adapters.readers.odo_inspection.slots import NUMBER, PLACE, RATING
from oversight_adapters.readers.phrasebook import Phrase

_OTHER = r"report|issued|published|released|dated|plan|since|before|after|by|last|previous|prior|earlier|inspections?"
_NOT_OF_A_REPORT = rf"(?:(?!\b(?:{_OTHER})\b)[^;]){{0,160}}?"
_LABEL = r"(?<![^\n])[^\S\n]{0,40}(?:[-•*] )?"
_COLON = r"(?:\s{0,3}[:|]\s{0,9}|[^\S\n]{1,90})"
_UCAP = r"(?:(?:uniform )?correct(?:ive|ion) action plan(?: \(UCAP\))?|(?-i:UCAP|CAP))(?![\w-])"
_NUMBERED = rf"(?:number |no\. ?)?{NUMBER}"
_ASIDE = rf"(?: \((?:(?:inspection )?{_NUMBERED}|[A-Z]{{2,8}})\)| {_NUMBERED})?"

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
        rf"{NUMBER}\)?(?:,? \(?| [^;]{{1,120}}?, )(?=<started_on:first-day>)<ended_on:last-day>",
        "Inspection of the Elm County Jail, 2024-002-177, April 9-11, 2024",
        "Inspection of the Elm County Jail, 2024-002-177, April 9, 2024",
        "general knowledge",
    ),
    Phrase(
        "plan",
        rf"(?:facility|contractor|jail|center|(?<!\w)(?:it|(?-i:[A-Z&]{{2,8}})))\s*,?(?: (?:has|had) also)? "
        rf"<corrective_plan_completed:completed> (?:its|the|their|a|an) {_UCAP}",
        "The facility had completed its uniform corrective action plan (UCAP).",
        "The facility had submitted its uniform corrective action plan (UCAP).",
        "C.2 22",
    ),
    Phrase(
        "plan-passive",
        rf"(?:the|its|a|facility's) {_UCAP}(?: for the facility)? <corrective_plan_completed:completed>",
        "The UCAP was completed.",
        "The UCAP was reviewed.",
        "C.2 22",
    ),
    Phrase(
        "facility",
        rf"(?:inspection|review){_ASIDE} (?:of|at) (?:the )?<facility:facility>",
        "ODO conducted a compliance inspection of the Elm County Jail in Elmsville, Texas.",
        "ODO conducted a compliance inspection of a jail.",
        "general knowledge",
    ),
    Phrase(
        "facility-inspected",
        r"(?:Oversight(?:\s*\(ODO\))?|(?-i:ODO))(?: also| then| has)? (?:inspected|visited|toured) (?:the )?"
        r"<facility:facility>",
        "ODO inspected the Elm County Jail in Elmsville, Texas.",
        "ODO inspected a jail.",
        "general knowledge",
    ),
    Phrase(
        "facility-at",
        r"(?:standards?|findings|deficienc(?:y|ies)|visit|conditions),? at (?:the )?<facility:facility>",
        "ODO reported no findings at Elm County Jail.",
        "ODO reported no findings at a jail.",
        "general knowledge",
    ),
    Phrase(
        "at-facility",
        r"(?<!\w)(?-i:At) (?:the )?<facility:facility>(?:\s*\([^()]{1,30}\))?,",
        "At the Elm County Jail, ODO identified six deficiencies.",
        "At a jail, ODO identified six deficiencies.",
        "general knowledge",
    ),
    Phrase(
        "facility-complied",
        r"(?:<by:odo> found (?:that )?(?:the )?)?<facility:facility-whole>\s*(?:\([^()]{1,40}\)\s*)?"
        r"(?:(?:was|had) (?:not )?)?"
        r"(?:found to have|found in compliance|complied|compliant|in compliance|deficient|noncompliant)(?![\w-])",
        "ODO found the Elm County Jail deficient in four standards.",
        "ODO found the jail deficient in four standards.",
        "general knowledge",
    ),
    Phrase(
        "facility-of-number",
        rf"<facility:facility-whole>\s*\((?:inspection )?(?:number |no\. )?{NUMBER}",
        "Elm County Jail (2024-002-330)",
        "a jail (2024-002-330)",
        "general knowledge",
    ),
    Phrase(
        "number-of-facility",
        rf"{NUMBER}\)?(?:\s?[-:,] ?|[^\S\n]{{1,8}})(?:the )?<facility:facility>",
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
    ),
    Phrase(
        "inspector-by",
        r"(?:inspected|conducted|performed|reviewed|visited|carried out)(?: [\w-]{1,12}){0,4}? by <by:odo>",
        "The jail was inspected by ODO.",
        "The jail was praised by ODO.",
        "general knowledge",
    ),
    Phrase(
        "inspector",
        r"<by:odo>(?:'s (?:[\w-]{1,14} ){0,4}?(?:inspection|review|visit)|"
        r"(?: also| then)? (?:conducted|performed|assessed|inspected|reviewed|visited|documented))",
        "ODO conducted a follow-up inspection.",
        "ODO praised the staff.",
        "general knowledge",
    ),
    Phrase(
        "visit",
        rf"(?:inspection|review|inspected|visited)(?![\w-]){_NOT_OF_A_REPORT} (?:from|between|on|during|conducted) "
        r"(?=<started_on:first-day>)(?:<ended_on:last-day>)?",
        "ODO conducted an inspection of the Elm County Jail from March 5 to 7, 2024.",
        "ODO conducted an inspection of the Elm County Jail under standards of March 2024.",
        "general knowledge",
    ),
    Phrase(
        "visit-bare",
        rf"(?:conducted|performed) (?:an?|its) [^.;]{{0,60}}?(?:inspection|review) of(?![\w-]){_NOT_OF_A_REPORT}, "
        r"(?=<started_on:first-day>)<ended_on:last-day>",
        "ODO conducted an inspection of the Elm County Jail in Elmsville, Texas, March 5 to 7, 2024.",
        "ODO conducted an inspection of the Elm County Jail, and issued a report in March 2024.",
        "general knowledge",
    ),
    Phrase(
        "visit-of-place",
        rf"{PLACE}[,;]? \(?(?=<started_on:first-day>)<ended_on:last-day>",
        "Elm County Jail, Elmsville, Texas, March 5-7, 2024",
        "Elm County Jail, Elmsville, Texas, a report of March 5-7, 2024",
        "general knowledge",
    ),
    Phrase(
        "facility-of-place",
        rf"{_LABEL}(?:ODO[,:] )?<facility:facility-line>{_ASIDE},? {PLACE}",
        "James A. Musick Facility, Irvine, California",
        "The James A. Musick Facility is in Irvine, California",
        "general knowledge",
    ),
    Phrase(
        "facility-titled",
        rf"{_LABEL}<facility:facility-line>{_ASIDE}\s?[-:,|] "
        r"(?:(?:ICE|ODO|Office of Detention Oversight(?: \(ODO\))?) )?"
        r"(?:[\w-]{1,14} ){0,3}(?:inspection|review)(?![\w-])",
        "Elm County Jail - ODO Compliance Inspection",
        "Elm County Jail - ODO interviews",
        "general knowledge",
    ),
    Phrase(
        "label-facility",
        rf"{_LABEL}facility(?: name| inspected)?{_COLON}<facility:facility-line>",
        "Facility: Elm County Jail",
        "Facility type: Jail",
        "general knowledge",
    ),
    Phrase(
        "label-by",
        rf"{_LABEL}(?:inspected by|inspecting (?:body|office|agency)|inspector){_COLON}<by:odo>",
        "Inspecting body: Office of Detention Oversight (ODO)",
        "Inspecting body: the county",
        "general knowledge",
    ),
    Phrase(
        "label-visits",
        rf"{_LABEL}(?:visit )?dates?{_COLON}(?=<started_on:first-day>)<ended_on:last-day>",
        "Dates: June 13-15, 2023",
        "Date: June 13, 2023",
        "general knowledge",
    ),
    Phrase(
        "label-visit",
        rf"{_LABEL}(?:inspection dates?|dates? of (?:the )?(?:inspection|visit)){_COLON}"
        r"(?=<started_on:first-day>)(?:<ended_on:last-day>)?",
        "Inspection dates: June 13-15, 2023",
        "Inspection report: June 13-15, 2023",
        "general knowledge",
    ),
    Phrase(
        "label-standard",
        rf"{_LABEL}(?:detention )?standards?(?: applied)?{_COLON}<standard:standard>",
        "Standards: NDS 2019",
        "Standards: 20",
        "general knowledge",
    ),
    Phrase(
        "standard",
        r"(?<!and\sone\sstandard\s)(?:under|against|to|with|per) (?:the |\d{1,3} )?(?:ICE )?<standard:standard>",
        "ODO assessed the facility under the National Detention Standards 2019.",
        "ODO assessed the facility under the contract.",
        "general knowledge",
    ),
    Phrase(
        "standard-of-standards",
        r"(?:\d|[a-z]) <standard:standard> (?:detention )?standards(?![\w-])",
        "It was in compliance with nine of 18 NDS 2000 standards.",
        "It was in compliance with nine of 18 detention standards.",
        "C.2 19",
    ),
    Phrase(
        "rating",
        r"(?:rating(?: of| was| is| to be|:| \|)?|(?:was|were|is) rated(?: as)?|"
        r"rated(?: (?:the (?:facility|center|jail)|it|(?-i:[A-Z]{2,8})))?(?: as)?)"
        r"(?: an?| the)? \"?<rating:rating>"
        rf"(?!\s{{0,200}}(?:{RATING}|N/A))",
        "The facility received a final rating of Meets Standards.",
        "The facility received a final rating in May.",
        "general knowledge",
    ),
)
"""Everything but counts."""
