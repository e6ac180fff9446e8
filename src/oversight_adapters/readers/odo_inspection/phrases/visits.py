"""Rows of an inspection's number, its days, and who came."""

from __future__ import annotations

from oversight_adapters.readers.odo_inspection.phrases.words import NUMBERED, ODO
from oversight_adapters.readers.odo_inspection.slots import NUMBER, PLACE
from oversight_adapters.readers.phrasebook import Phrase

_OTHER = r"report|issued|published|released|dated|plan|since|before|after|by|last|previous|prior|earlier|inspections?"
_NOT_OF_A_REPORT = rf"(?:(?!\b(?:{_OTHER})\b)[^;]){{0,160}}?"

VISITS = (
    Phrase(
        "number",
        "<number:number>",
        "ODO inspection 2024-002-386",
        "ODO inspection 2024-02-386",
        "C.2 ODO facts",
    ),
    Phrase(
        "visit-of-number",
        rf"{NUMBER}\)?(?:[,;]? (?:\(|- )?| [^;]{{1,120}}?, |, {_NOT_OF_A_REPORT}, )"
        r"(?=<started_on:first-day>)<ended_on:last-day>",
        "Inspection of the Elm County Jail, 2024-002-177, April 9-11, 2024",
        "Inspection of the Elm County Jail, 2024-002-177, April 9, 2024",
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
        r"(?:inspected|conducted|performed|reviewed|visited|carried out)(?: [\w-]{1,12}){0,4}? by (?:the )?<by:odo>",
        "The jail was inspected by ODO.",
        "The jail was praised by ODO.",
        "general knowledge",
    ),
    Phrase(
        "inspector-of-number",
        rf"<by:odo>(?: [\w-]{{1,14}}){{0,3}}? (?:inspection|review),? \(?{NUMBERED}",
        "ODO inspection 2024-002-386",
        "ODO notice 2024-002-386",
        "C.2 ODO facts",
    ),
    Phrase(
        "inspector",
        r"<by:odo>(?:'s (?:[\w-]{1,14} ){0,4}?(?:inspection|review|visit|report|findings)|"
        r"(?: also| then)? (?:conducted|performed|assessed|inspected|reviewed|visited|documented))",
        "ODO conducted a follow-up inspection.",
        "ODO praised the staff.",
        "general knowledge",
    ),
    Phrase(
        "visit",
        rf"(?:inspection|review|(?:inspected|visited)(?: by {ODO})?)(?![\w-]){_NOT_OF_A_REPORT} "
        r"(?:from|between|on|during|conducted) (?=<started_on:first-day>)(?:<ended_on:last-day>)?",
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
        "visit-titled",
        r"(?:inspection|review),? \(?(?=<started_on:first-day>)<ended_on:last-day>",
        "ODO Compliance Inspection, March 21-23, 2017",
        "ODO Compliance Inspection, and a report of March 21-23, 2017",
        "general knowledge",
    ),
    Phrase(
        "visited-days",
        r"(?:visited|inspected|on[- ]site) (?=<started_on:first-day>)<ended_on:last-day>",
        "The inspectors, who visited August 13-15, 2024, praised the staff.",
        "The inspectors, who wrote August 13-15, 2024, praised the staff.",
        "general knowledge",
    ),
    Phrase(
        "visit-of-place",
        rf"{PLACE}[,;]? (?:\(|- )?(?=<started_on:first-day>)<ended_on:last-day>",
        "Elm County Jail, Elmsville, Texas, March 5-7, 2024",
        "Elm County Jail, Elmsville, Texas, a report of March 5-7, 2024",
        "general knowledge",
    ),
)
"""Which inspection it is."""
