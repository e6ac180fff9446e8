"""Rows of the deficiencies that an inspection found again."""

from __future__ import annotations

from oversight_adapters.readers.odo_inspection.phrases.words import ALSO, ENDS, FOUND, ITEM, WHO
from oversight_adapters.readers.odo_inspection.slots import NUMBER
from oversight_adapters.readers.phrasebook import Phrase

_REPEATS = r"repeat(?:ed|s)?(?: (?:findings?|deficienc(?:y|ies)))?(?![\w-])"

REPEATED = (
    Phrase(
        "repeated",
        rf"(?:(?:which )?includ(?:ing|ed|es)(?: [^.;]{{1,60}}? and)?|of (?:which|these|those|them)(?: deficiencies)?,?)"
        rf"(?: <by:odo> {FOUND})? "
        rf"<repeat_count:any-count> (?:(?:was|were|is|are) (?:a )?)?{_REPEATS}",
        "including two repeat deficiencies",
        "including two priority deficiencies",
        "C.2 20",
    ),
    Phrase(
        "of-which-repeated",
        r"<repeat_count:any-count> "
        r"(?:of (?:which|them|these|those|the)(?: [\w-]{1,12})?(?: deficiencies)? |deficiencies )?"
        rf"(?:were|was|are|is) (?:(?:identified|noted|cited|listed) as )?(?:an? )?{_REPEATS}",
        "eleven deficiencies, two of which were repeat deficiencies",
        "eleven deficiencies, two of which were corrected",
        "C.2 20",
    ),
    Phrase(
        "found-repeats",
        rf"{WHO}{ALSO} {FOUND}(?: [^.;]{{1,80}}? and)?(?: a total of)? <repeat_count:any-count> "
        r"repeat(?:ed)? deficienc(?:y|ies)(?![\w-])",
        "ODO identified four repeat deficiencies.",
        "ODO corrected four repeat deficiencies.",
        "general knowledge",
    ),
    Phrase(
        "having-repeats",
        r"(?<!\w)(?:had|has|having|with|were|was) <repeat_count:any-count> repeat(?:ed)? deficienc(?:y|ies)(?![\w-])",
        "The facility had no repeat deficiencies.",
        "The facility had priority deficiencies.",
        "reports of 2023 to 2025",
    ),
    Phrase(
        "of-them-repeats",
        r"<repeat_count:any-count> of (?:which|them|these|those)(?: are| were)?(?: a)? "
        r"repeat(?:ed|s)?(?: deficienc(?:y|ies))?(?![\w-])",
        "11 deficiencies in six standards, two of them repeat deficiencies",
        "11 deficiencies in six standards, two of them corrected",
        "C.2 20",
    ),
    Phrase(
        "and-repeats",
        r"deficienc(?:y|ies)(?![\w-])[^;]{0,80}; <repeat_count:any-count> repeat(?:ed)? deficienc(?:y|ies)"
        r"(?=[.;,)]|\s{0,9}\Z)",
        "eight deficiencies in six standards; two repeat deficiencies.",
        "eight deficiencies in six standards; two priority deficiencies.",
        "general knowledge",
    ),
    Phrase(
        "repeats-of-number",
        rf"{NUMBER}(?![\w-])[^;]{{1,160}}?,(?: and)? <repeat_count:any-count> {_REPEATS}(?=[.;,)]|\s{{0,9}}\Z)",
        "2024-005-389 eleven in six, two repeat",
        "2024-005-389 eleven in six, two priority",
        "C.2 ODO facts",
    ),
    Phrase(
        "item-repeats",
        rf"{ITEM}<repeat_count:any-count> repeat(?:ed)? deficienc(?:y|ies){ENDS}",
        "- No repeat deficiencies",
        "- No priority deficiencies",
        "general knowledge",
    ),
    Phrase(
        "neither-repeats",
        r"<repeat_count:none> priority(?: component)?s?(?: deficiencies)? n?or repeat deficienc(?:y|ies)",
        "It had no priority component or repeat deficiencies.",
        "It had no priority component deficiencies.",
        "reports of 2023 to 2025",
    ),
    Phrase(
        "repeats-found",
        rf"<repeat_count:any-count> repeat(?:ed)? deficienc(?:y|ies) (?:were|was) {FOUND}",
        "Two repeat deficiencies were noted.",
        "Two repeat deficiencies were corrected.",
        "C.2 20",
    ),
)
"""Repeated deficiencies."""
