"""Rows of the deficiencies that an inspection found."""

from __future__ import annotations

from oversight_adapters.readers.odo_inspection.phrases.words import (
    ALSO,
    DEFICIENCIES,
    ENDS,
    FOUND,
    IN_STANDARDS,
    ITEM,
    NONE_SUCH,
    NOT_OF_ONE,
    WHO,
)
from oversight_adapters.readers.odo_inspection.slots import NUMBER
from oversight_adapters.readers.phrasebook import Phrase

_AT = r"(?: at (?:the )?<facility:facility>(?:\s*\([A-Z]{2,8}\))?)?"
_FOR = r"(?: (?:the (?:facility|jail|center)|it) (?:for|with))"
_WENT = r"(?:went|moved|changed|improved|declined) from [^;]{3,120}? to"
_EITHER = r"(?: and|,(?: (?:and|with))?| with) "

DEFICIENT = (
    Phrase(
        "found",
        rf"{WHO}{ALSO} {FOUND}{_FOR}? \"?(?:a total of |only )?<deficiency_count:count> {DEFICIENCIES}{_AT}"
        rf"(?:{IN_STANDARDS})?",
        "ODO identified eleven deficiencies in six standards.",
        "The facility identified eleven deficiencies in six standards.",
        "C.2 19",
    ),
    Phrase(
        "and-found",
        rf"{WHO} [^;]{{0,240}}?,? and(?: also| ultimately)? {FOUND}(?: a total of)? <deficiency_count:count> "
        rf"{DEFICIENCIES}(?:{IN_STANDARDS})?",
        "ODO inspected the facility, and identified 24 deficiencies across nine of the 16 standards.",
        "ODO inspected the facility, and the jail identified 24 deficiencies across nine standards.",
        "general knowledge",
    ),
    Phrase(
        "an-inspection-found",
        rf"(?<!\w)an? (?:[\w-]{{1,14}} ){{0,2}}inspection [^.;]{{0,90}}? {FOUND} "
        rf"<deficiency_count:count> {DEFICIENCIES}{IN_STANDARDS}",
        "A surprise inspection of the jail last August turned up six deficiencies in four standards.",
        "A surprise inspection of the jail last August turned up six weapons in four cells.",
        "general knowledge",
    ),
    Phrase(
        "it-found",
        rf"(?<!\w)(?:it|they)(?: also)? {FOUND}(?: a total of)? <deficiency_count:count> {DEFICIENCIES}"
        rf"{IN_STANDARDS}",
        "It found 11 deficiencies in the remaining 6 standards.",
        "It found 11 deficiencies.",
        "C.2 19",
    ),
    Phrase(
        "went-to",
        rf"{_WENT} <deficient_count:any-count> deficient standards?{_EITHER}"
        r"<deficiency_count:any-count> deficienc(?:y|ies)",
        "It went from 4 deficient standards and 9 deficiencies to 6 deficient standards and 8 deficiencies.",
        "It had 4 deficient standards and 9 deficiencies in November 2023.",
        "reports of 2023 to 2025",
    ),
    Phrase(
        "went-to-deficiencies",
        rf"{_WENT} <deficiency_count:any-count> deficienc(?:y|ies) "
        r"(?:in|across) <deficient_count:any-count> (?:deficient )?standards?",
        "It went from 9 deficiencies in 4 standards in November 2023 to 8 deficiencies in 6 standards.",
        "It had 9 deficiencies in 4 standards in November 2023.",
        "general knowledge",
    ),
    Phrase(
        "went-to-standards",
        rf"{_WENT} <deficiency_count:any-count> deficienc(?:y|ies){_EITHER}"
        r"<deficient_count:any-count> deficient standards?",
        "It went from 9 deficiencies and 4 deficient standards to 8 deficiencies and 6 deficient standards.",
        "It had 9 deficiencies and 4 deficient standards in November 2023.",
        "general knowledge",
    ),
    Phrase(
        "of-number",
        rf"{NUMBER}(?![\w-])(?:[^;]{{1,160}}?(?:[:;,-]|\bhad))? <deficiency_count:any-count>"
        rf"(?: {DEFICIENCIES})?{IN_STANDARDS}",
        "2024-005-389, Elm County Jail, March 5-7, 2024: 11 deficiencies in six standards",
        "2024-005-389, Elm County Jail, March 5-7, 2024: 11 detainees in six cells",
        "C.2 ODO facts",
    ),
    Phrase(
        "item-found",
        rf"{ITEM}<deficiency_count:any-count> {DEFICIENCIES}{IN_STANDARDS}",
        "- 5 deficiencies in 3 standards",
        "it has 5 deficiencies in 3 standards",
        "general knowledge",
    ),
    Phrase(
        "item-none",
        rf"{ITEM}<deficiency_count:none> (?:findings|deficiencies){ENDS}",
        "- No deficiencies",
        "- No detainees",
        "general knowledge",
    ),
    Phrase(
        "with-in-all",
        rf"with <deficiency_count:count> deficienc(?:y|ies)(?: (?:in all|overall|in total|altogether))?{ENDS}",
        "It violated nine of the standards, with 19 deficiencies in all.",
        "It violated nine of the standards, with 19 deficiencies in Food Service.",
        "general knowledge",
    ),
    Phrase(
        "rose-to",
        r"deficiencies (?:rose|fell|increased|decreased|dropped|grew|went) (?:from [^;]{1,60}? )?to "
        rf"<deficiency_count:any-count>{ENDS}",
        "The number of deficiencies rose from five to eight.",
        "The number of detainees rose from five to eight.",
        "general knowledge",
    ),
    Phrase(
        "found-to-have",
        rf"(?:was|were) found to have <deficiency_count:count> {DEFICIENCIES}(?:{IN_STANDARDS})?",
        "The jail was found to have 22 deficiencies across ten standards.",
        "The jail was found to have 22 detainees.",
        "general knowledge",
    ),
    Phrase(
        "there-were",
        rf"there (?:were|was)(?: a total of)? <deficiency_count:count> {DEFICIENCIES}(?: {FOUND})?(?:{IN_STANDARDS})?",
        "There were 20 deficiencies found in the remaining eight standards.",
        "There were 20 detainees found in the remaining eight cells.",
        "general knowledge",
    ),
    Phrase(
        "were-found-in",
        rf"(?<!\w)<deficiency_count:count> {DEFICIENCIES} (?:were|was) {FOUND}(?: by <by:odo>)?{IN_STANDARDS}",
        "Three deficiencies were found by ODO in two standards.",
        "Three deficiencies were corrected in two standards.",
        "C.2 19",
    ),
    Phrase(
        "were-found",
        rf"(?<!\w)<deficiency_count:count> {DEFICIENCIES}(?:{IN_STANDARDS})? (?:were|was) {FOUND}{NOT_OF_ONE}",
        "Three deficiencies in two standards were identified.",
        "Three deficiencies in two standards were corrected.",
        "C.2 19",
    ),
    Phrase(
        "no-findings",
        rf"(?:{WHO}{ALSO} (?:{FOUND}|had|made)|(?<!\w)(?:reported|with)) <deficiency_count:none> "
        rf"{NONE_SUCH}",
        "ODO reported no findings.",
        "ODO reported no change.",
        "C.2 21",
    ),
    Phrase(
        "none-found",
        rf"(?<!\w)<deficiency_count:none> (?:findings|deficiencies) were {FOUND}{NOT_OF_ONE}",
        "No deficiencies were identified.",
        "No deficiencies were corrected.",
        "C.2 21",
    ),
    Phrase(
        "none-of-number",
        rf"{NUMBER}(?![\w-])(?:[^;]{{1,160}}?(?:[:;,-]|\bhad))? <deficiency_count:none> {NONE_SUCH}",
        "2024-002-386, Elm County Jail, March 5-7, 2024: no findings",
        "2024-002-386, Elm County Jail, March 5-7, 2024: no phones",
        "C.2 ODO facts",
    ),
    Phrase(
        "not-any",
        rf"{WHO} did <deficiency_count:none> {NONE_SUCH}",
        "ODO did not identify any deficiencies.",
        "ODO did not identify any priority deficiencies.",
        "C.2 21",
    ),
)
"""Deficiencies, with the standards that they are in; the first row that reads words reads them."""
