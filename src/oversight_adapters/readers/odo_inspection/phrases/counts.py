"""Rows of what an inspection counted.  A blank is any white space; the slots are those of `slots`."""

from __future__ import annotations

from oversight_adapters.readers.odo_inspection.slots import NUMBER
from oversight_adapters.readers.phrasebook import Phrase
from oversight_adapters.readers.words.numbers import COUNT

_OF_WHAT = r"(?: (?:of|at) (?:the )?(?-i:[A-Z])[\w .'&-]{2,60}?)?(?:\s*\([^()]{1,40}\)\s*,?)?"
_WHO = (
    r"(?:<by:odo>(?:'s)?(?:(?: [\w-]{1,14}){0,4}? (?:inspection|inspectors|team|visit|review))?|"
    rf"(?<!\w)(?:the|this) (?:compliance |follow-up )?inspection|(?<!\w)inspectors){_OF_WHAT}"
)
_ALSO = r"(?:\s*,? (?:also|ultimately|subsequently|then|has)){0,2}"
_FOUND = r"(?:identified|found|cited|noted|reported|documented|recorded|revealed|resulted in|uncovered|observed)"
_KIND = (
    r"(?:(?-i:[A-Z])[\w.-]{1,12} |\d{4} |detention |applicable |of the |ICE |reviewed |inspected |remaining |other )"
    r"{0,4}"
)
_STANDARDS = rf"(?:{_KIND}standards?(?![\w-])|(?-i:PBNDS|NDS)(?! ?\d))"
_IN = r"(?: in| across| within| under| of| for)(?: a total of)?(?: the)?(?: remaining| other| following)?"
_IN_STANDARDS = (
    rf"{_IN} (?!\d{{4}})<deficient_count:count>"
    rf"(?:(?:(?: out)? of(?: the)? <inspected_count:count>)? {_STANDARDS}|(?=[.;,]))"
)
_NOT_OF_ONE = (
    r"(?! (?:in|under|within|for|of|related to|regarding|concerning) (?:the )?(?:areas? of )?"
    r"(?!PBNDS|NDS|FRS|ICE\b|National|Performance|Part)(?-i:[A-Z][a-z]))"
)
"""Not of one standard, such as Food Service: those are not all that an inspection found."""
_DEFICIENCIES = rf"(?:new |total )?deficienc(?:y|ies)(?![\w-])(?! as\b){_NOT_OF_ONE}"
_NONE_SUCH = rf"(?:findings|deficienc(?:y|ies))(?![\w-]){_NOT_OF_ONE}"
_AT = r"(?: at (?:the )?<facility:facility>(?:\s*\([A-Z]{2,8}\))?)?"
_REPEATS = r"repeat(?:ed|s)?(?: (?:findings?|deficienc(?:y|ies)))?(?![\w-])"
_COMPLIED = r"(?:(?:complie[ds]|in (?:full |substantial )?compliance|compliant|full compliance) (?:with|in)|(?<!\w)met)"
_NO_OTHERS = (
    rf"(?! (?:under [^;,]{{0,60}}?,? )?(?:and|plus) (?:one|an|{COUNT}) (?:other |additional )?(?-i:standard|PBNDS|NDS))"
)
"""No standards of another kind were reviewed with them: all of those are not told."""
_WENT = r"(?:went|moved|changed|improved|declined) from [^;]{3,120}? to"
_EITHER = r"(?: and|,(?: (?:and|with))?| with) "

_REVIEWED = "(?:reviewed|inspected|assessed|evaluated|examined|covered)"
_LABEL = r"(?<![^\n])[^\S\n]{0,40}(?:[-•*] )?"


_ALONE = r"[^\S\n]{1,90}(?=\d{1,3}[^\S\n]{0,90}(?:\n(?!\s{0,90}\d)|\Z))"
"""Between a label and the one number beside it; with more of them it is a table of several inspections."""


def _labelled(name: str, field: str, label: str, example: str) -> Phrase:
    """A row of a label and a number, after a colon or alone with it on a line."""
    pattern = rf"{_LABEL}{label}(?:\s{{0,3}}[:|]\s{{0,9}}|{_ALONE})<{field}:count>"
    return Phrase(name, pattern, example, example.replace(":", " of food"), "general knowledge")


COUNTS = (
    _labelled("label-reviewed", "inspected_count", f"Standards {_REVIEWED}", "Standards reviewed: 20"),
    _labelled(
        "label-complied",
        "complied_count",
        "(?:Compliant standards|Standards (?:in compliance|met|complied with|found compliant))",
        "Compliant standards: 14",
    ),
    _labelled(
        "label-deficient", "deficient_count", "(?:Deficient standards|Standards not met)", "Deficient standards: 6"
    ),
    _labelled("label-repeated", "repeat_count", "Repeat deficiencies", "Repeat deficiencies: 3"),
    _labelled("label-found", "deficiency_count", "(?:total |overall )?(?:number of )?deficiencies", "Deficiencies: 17"),
    Phrase(
        "found",
        rf"{_WHO}{_ALSO} {_FOUND} \"?(?:a total of |only )?<deficiency_count:count> {_DEFICIENCIES}{_AT}"
        rf"(?:{_IN_STANDARDS})?",
        "ODO identified eleven deficiencies in six standards.",
        "The facility identified eleven deficiencies in six standards.",
        "C.2 19",
    ),
    Phrase(
        "and-found",
        rf"{_WHO} [^;]{{0,240}}?,? and(?: also| ultimately)? {_FOUND}(?: a total of)? <deficiency_count:count> "
        rf"{_DEFICIENCIES}(?:{_IN_STANDARDS})?",
        "ODO inspected the facility, and identified 24 deficiencies across nine of the 16 standards.",
        "ODO inspected the facility, and the jail identified 24 deficiencies across nine standards.",
        "general knowledge",
    ),
    Phrase(
        "it-found",
        rf"(?<!\w)(?:it|they)(?: also)? {_FOUND}(?: a total of)? <deficiency_count:count> {_DEFICIENCIES}"
        rf"{_IN_STANDARDS}",
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
        "of-number",
        rf"{NUMBER}(?![\w-])[^;]{{1,160}}?(?:[:;,-]|\bhad) <deficiency_count:any-count> {_DEFICIENCIES}{_IN_STANDARDS}",
        "2024-005-389, Elm County Jail, March 5-7, 2024: 11 deficiencies in six standards",
        "2024-005-389, Elm County Jail, March 5-7, 2024: 11 detainees in six cells",
        "C.2 ODO facts",
    ),
    Phrase(
        "none-of-number",
        rf"{NUMBER}(?![\w-])[^;]{{1,160}}?(?:[:;,-]|\bhad) <deficiency_count:none> {_NONE_SUCH}",
        "2024-002-386, Elm County Jail, March 5-7, 2024: no findings",
        "2024-002-386, Elm County Jail, March 5-7, 2024: no phones",
        "C.2 ODO facts",
    ),
    Phrase(
        "found-to-have",
        rf"(?:was|were) found to have <deficiency_count:count> {_DEFICIENCIES}(?:{_IN_STANDARDS})?",
        "The jail was found to have 22 deficiencies across ten standards.",
        "The jail was found to have 22 detainees.",
        "general knowledge",
    ),
    Phrase(
        "were-found-in",
        rf"(?<!\w)<deficiency_count:count> {_DEFICIENCIES} (?:were|was) {_FOUND}(?: by <by:odo>)?{_IN_STANDARDS}",
        "Three deficiencies were found by ODO in two standards.",
        "Three deficiencies were corrected in two standards.",
        "C.2 19",
    ),
    Phrase(
        "were-found",
        rf"(?<!\w)<deficiency_count:count> {_DEFICIENCIES}(?:{_IN_STANDARDS})? (?:were|was) {_FOUND}{_NOT_OF_ONE}",
        "Three deficiencies in two standards were identified.",
        "Three deficiencies in two standards were corrected.",
        "C.2 19",
    ),
    Phrase(
        "deficient-in",
        rf"(?<!\w)(?:deficient|noncompliant|(?:not in|out of) compliance) (?:in|with) <deficient_count:count>"
        rf"(?: of(?: the)? <inspected_count:count>)? {_STANDARDS}",
        "ODO found the facility deficient in four of 22 standards.",
        "ODO found the facility deficient in several standards.",
        "C.2 19",
    ),
    Phrase(
        "repeated",
        rf"(?:(?:which )?includ(?:ing|ed|es)(?: [^.;]{{1,60}}? and)?|of (?:which|these|those|them)(?: deficiencies)?,?)"
        rf"(?: <by:odo> {_FOUND})? "
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
        rf"{_WHO}{_ALSO} {_FOUND}(?: a total of)? <repeat_count:any-count> repeat(?:ed)? deficienc(?:y|ies)(?![\w-])",
        "ODO identified four repeat deficiencies.",
        "ODO corrected four repeat deficiencies.",
        "general knowledge",
    ),
    Phrase(
        "having-repeats",
        r"(?<!\w)(?:had|has|having|with) <repeat_count:any-count> repeat(?:ed)? deficienc(?:y|ies)(?![\w-])",
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
        r"deficienc(?:y|ies)(?![\w-])[^;]{0,80}; <repeat_count:any-count> repeat(?:ed)? deficienc(?:y|ies)(?=[.;,)]|\s*\Z)",
        "eight deficiencies in six standards; two repeat deficiencies.",
        "eight deficiencies in six standards; two priority deficiencies.",
        "general knowledge",
    ),
    Phrase(
        "repeats-found",
        rf"<repeat_count:any-count> repeat(?:ed)? deficienc(?:y|ies) (?:were|was) {_FOUND}",
        "Two repeat deficiencies were noted.",
        "Two repeat deficiencies were corrected.",
        "C.2 20",
    ),
    Phrase(
        "complied-of",
        rf"{_COMPLIED} <complied_count:count>(?: out)? of(?: the| those| these)? <inspected_count:count> {_STANDARDS}",
        "The facility complied with 22 of 22 standards.",
        "The facility complied with 22 standards.",
        "C.2 21",
    ),
    Phrase(
        "complied-all",
        rf"{_COMPLIED} all(?: of the)? (?=<inspected_count:count>)<complied_count:count>(?: of (?:the|those|these))? "
        rf"{_STANDARDS}",
        "The facility was in compliance with all 22 standards.",
        "The facility was in compliance with all standards.",
        "C.2 21",
    ),
    Phrase(
        "complied",
        rf"{_COMPLIED} <complied_count:count>(?: of (?:the|those|these))?(?: other| remaining)? {_STANDARDS}",
        "It was compliant in 13 standards.",
        "ODO assessed compliance with 13 standards.",
        "C.2 ODO facts",
    ),
    Phrase(
        "complied-bare",
        rf"(?<!\w)(?:standards|(?-i:NDS|PBNDS))[;,]?(?: [^.;]{{1,120}}?)? {_COMPLIED} (?!\d{{4}})<complied_count:count>(?=[.;,])",
        "ODO reviewed 19 standards and found the facility compliant with 10.",
        "ODO reviewed 19 standards and found the facility compliant with 10 rules.",
        "general knowledge",
    ),
    Phrase(
        "complied-of-them",
        rf"(?<!\w)of (?:the )?<inspected_count:count> {_STANDARDS}(?: {_REVIEWED})?, [^;]{{1,60}}? {_COMPLIED} "
        r"<complied_count:count>(?=[.;,])",
        "Of 19 standards reviewed, the jail met 10.",
        "Of 19 standards reviewed, the jail failed 10.",
        "general knowledge",
    ),
    Phrase(
        "complied-of-those",
        rf"{_COMPLIED} <complied_count:count> of (?:them|those|these)(?![\w-])(?! [\w ]{{0,20}}standards)",
        "It found the center in compliance with 17 of them.",
        "It found the center in compliance with most of them.",
        "general knowledge",
    ),
    Phrase(
        "reviewed-all-met",
        rf"(?=<inspected_count:count>)<complied_count:count> {_STANDARDS} [^;]{{0,120}}? {_COMPLIED} all"
        r"(?: of)? (?:those|these|them)(?! but)",
        "ODO assessed 27 standards and found the facility in compliance with all of those standards.",
        "ODO assessed 27 standards and found the facility in compliance with most of those standards.",
        "reports of 2023 to 2025",
    ),
    Phrase(
        "reviewed",
        rf"(?:{_REVIEWED}|(?<!\w)review of)(?: (?:the facility|it|(?-i:[A-Z]{{2,8}}))'s| its)?"
        rf"(?: compliance (?:with|under))?(?: a total of)? <inspected_count:count> "
        rf"(?:{_STANDARDS}|(?-i:PBNDS|NDS)(?! ?\d)){_NO_OTHERS}",
        "ODO reviewed the facility's compliance with 20 standards.",
        "ODO reviewed 20 files on standards.",
        "general knowledge",
    ),
    Phrase(
        "were-reviewed",
        rf"(?<!\w)(?!\d{{4}})<inspected_count:count> {_STANDARDS} "
        rf"(?:(?:that )?(?:were|was) |(?:that )?(?:it|they|ODO) )?{_REVIEWED}(?![\w-])",
        "Under NDS 2019, 17 standards were inspected.",
        "Under NDS 2019, 17 standards were met.",
        "general knowledge",
    ),
    Phrase(
        "no-findings",
        rf"(?:{_WHO}{_ALSO} (?:{_FOUND}|had|made)|(?<!\w)(?:reported|with)) <deficiency_count:none> "
        rf"{_NONE_SUCH}",
        "ODO reported no findings.",
        "ODO reported no change.",
        "C.2 21",
    ),
    Phrase(
        "none-found",
        rf"(?<!\w)<deficiency_count:none> (?:findings|deficiencies) were {_FOUND}{_NOT_OF_ONE}",
        "No deficiencies were identified.",
        "No deficiencies were corrected.",
        "C.2 21",
    ),
    Phrase(
        "not-any",
        rf"{_WHO} did <deficiency_count:none> {_NONE_SUCH}",
        "ODO did not identify any deficiencies.",
        "ODO did not identify any priority deficiencies.",
        "C.2 21",
    ),
)
"""Deficiencies, repeated ones, and standards; the first row that reads words reads them."""
