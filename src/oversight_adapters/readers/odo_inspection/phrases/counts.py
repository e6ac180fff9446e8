"""Rows of what an inspection counted.  A blank is any white space; the slots are those of `slots`."""

from __future__ import annotations

from oversight_adapters.readers.phrasebook import Phrase

_OF_WHAT = r"(?: (?:of|at) (?:the )?(?-i:[A-Z])[\w .'&-]{2,60}?)?(?:\s*\([^()]{1,40}\)\s*,?)?"
_WHO = (
    r"(?:<by:odo>(?:'s)?(?:(?: compliance| follow-up)? (?:inspection|inspectors|team))?|"
    rf"(?<!\w)(?:the|this) (?:compliance |follow-up )?inspection|(?<!\w)inspectors){_OF_WHAT}"
)
_ALSO = r"(?:\s*,? (?:also|ultimately|subsequently|then|has)){0,2}"
_FOUND = r"(?:identified|found|cited|noted|reported|documented|recorded|revealed|resulted in|uncovered|observed)"
_KIND = r"(?:(?-i:[A-Z])[\w.-]{1,12} |\d{4} |detention |applicable |of the |ICE |reviewed |inspected ){0,4}"
_STANDARDS = rf"{_KIND}standards?(?![\w-])"
_IN = r"(?: in| across| within| under| of| for)(?: a total of)?(?: the)?(?: remaining| other| following)?"
_IN_STANDARDS = rf"{_IN} <deficient_count:count>(?: of(?: the)? <inspected_count:count>)? {_STANDARDS}"
_NOT_OF_ONE = (
    r"(?! (?:in|under|within|for|of|related to|regarding|concerning) (?:the )?(?:areas? of )?"
    r"(?!PBNDS|NDS|FRS|ICE\b|National|Performance|Part)(?-i:[A-Z][a-z]))"
)
"""Not of one standard, such as Food Service: those are not all that an inspection found."""
_DEFICIENCIES = rf"(?:\(\d{{1,3}}\) )?(?:new |total )?deficienc(?:y|ies)(?![\w-])(?! as\b){_NOT_OF_ONE}"
_NONE_SUCH = rf"(?:findings|deficienc(?:y|ies))(?![\w-]){_NOT_OF_ONE}"
_AT = r"(?: at (?:the )?<facility:facility>(?:\s*\([A-Z]{2,8}\))?)?"
_REPEATS = r"repeat(?:ed|s)?(?: (?:findings?|deficienc(?:y|ies)))?(?![\w-])"
_COMPLIED = r"(?:complie[ds]|in compliance|compliant) (?:with|in)"

_LABEL = r"(?<![^\n])[^\S\n]{0,40}(?:[-•*] )?"


def _labelled(name: str, field: str, label: str, example: str) -> Phrase:
    """A row of a label and a number after a colon, on a line of its own."""
    pattern = rf"{_LABEL}{label}\s{{0,3}}:\s{{0,9}}<{field}:count>"
    return Phrase(name, pattern, example, example.replace(":", ""), "general knowledge", ("standards", "deficien"))


COUNTS = (
    _labelled("label-reviewed", "inspected_count", "Standards (?:reviewed|inspected)", "Standards reviewed: 20"),
    _labelled("label-deficient", "deficient_count", "Deficient standards", "Deficient standards: 6"),
    _labelled("label-repeated", "repeat_count", "Repeat deficiencies", "Repeat deficiencies: 3"),
    _labelled("label-found", "deficiency_count", "(?:total |overall )?(?:number of )?deficiencies", "Deficiencies: 17"),
    Phrase(
        "found",
        rf"{_WHO}{_ALSO} {_FOUND} \"?(?:a total of )?<deficiency_count:count> {_DEFICIENCIES}{_AT}(?:{_IN_STANDARDS})?",
        "ODO identified eleven deficiencies in six standards.",
        "The facility identified eleven deficiencies in six standards.",
        "C.2 19",
        ("deficien",),
    ),
    Phrase(
        "and-found",
        rf"{_WHO} [^.;]{{0,240}}? and(?: also| ultimately)? {_FOUND}(?: a total of)? <deficiency_count:count> "
        rf"{_DEFICIENCIES}(?:{_IN_STANDARDS})?",
        "ODO inspected the facility, and identified 24 deficiencies across nine of the 16 standards.",
        "ODO inspected the facility, and the jail identified 24 deficiencies across nine standards.",
        "general knowledge",
        ("deficien",),
    ),
    Phrase(
        "found-to-have",
        rf"(?:was|were) found to have <deficiency_count:count> {_DEFICIENCIES}(?:{_IN_STANDARDS})?",
        "The jail was found to have 22 deficiencies across ten standards.",
        "The jail was found to have 22 detainees.",
        "general knowledge",
        ("deficien",),
    ),
    Phrase(
        "were-found-in",
        rf"(?<!\w)<deficiency_count:count> {_DEFICIENCIES} (?:were|was) {_FOUND}(?: by <by:odo>)?{_IN_STANDARDS}",
        "Three deficiencies were found by ODO in two standards.",
        "Three deficiencies were corrected in two standards.",
        "C.2 19",
        ("deficien",),
    ),
    Phrase(
        "were-found",
        rf"(?<!\w)<deficiency_count:count> {_DEFICIENCIES}(?:{_IN_STANDARDS})? (?:were|was) {_FOUND}{_NOT_OF_ONE}",
        "Three deficiencies in two standards were identified.",
        "Three deficiencies in two standards were corrected.",
        "C.2 19",
        ("deficien",),
    ),
    Phrase(
        "deficient-in",
        rf"(?<!\w)(?:deficient|noncompliant|(?:not in|out of) compliance) (?:in|with) <deficient_count:count>"
        rf"(?: of(?: the)? <inspected_count:count>)? {_STANDARDS}",
        "ODO found the facility deficient in four of 22 standards.",
        "ODO found the facility deficient in several standards.",
        "C.2 19",
        ("deficient", "complian"),
    ),
    Phrase(
        "repeated",
        rf"(?:(?:which )?includ(?:ing|ed|es)|of (?:which|these|those|them)(?: deficiencies)?,?)(?: <by:odo> {_FOUND})? "
        rf"<repeat_count:any-count> (?:(?:was|were|is|are) (?:a )?)?{_REPEATS}",
        "including two repeat deficiencies",
        "including two priority deficiencies",
        "C.2 20",
        ("repeat",),
    ),
    Phrase(
        "of-which-repeated",
        r"<repeat_count:any-count> "
        r"(?:of (?:which|them|these|those|the)(?: [\w-]{1,12})?(?: deficiencies)? |deficiencies )?"
        rf"(?:were|was|are|is) (?:a )?{_REPEATS}",
        "eleven deficiencies, two of which were repeat deficiencies",
        "eleven deficiencies, two of which were corrected",
        "C.2 20",
        ("repeat",),
    ),
    Phrase(
        "found-repeats",
        rf"{_WHO}{_ALSO} {_FOUND}(?: a total of)? <repeat_count:any-count> repeat(?:ed)? deficienc(?:y|ies)(?![\w-])",
        "ODO identified four repeat deficiencies.",
        "ODO corrected four repeat deficiencies.",
        "general knowledge",
        ("repeat",),
    ),
    Phrase(
        "repeats-found",
        rf"<repeat_count:any-count> repeat(?:ed)? deficienc(?:y|ies) (?:were|was) {_FOUND}",
        "Two repeat deficiencies were noted.",
        "Two repeat deficiencies were corrected.",
        "C.2 20",
        ("repeat",),
    ),
    Phrase(
        "complied-of",
        rf"{_COMPLIED} <complied_count:count>(?: out)? of(?: the| those| these)? <inspected_count:count> {_STANDARDS}",
        "The facility complied with 22 of 22 standards.",
        "The facility complied with 22 standards.",
        "C.2 21",
        ("compl",),
    ),
    Phrase(
        "complied-all",
        rf"{_COMPLIED} all(?: of the)? (?=<inspected_count:count>)<complied_count:count>(?: of (?:the|those|these))? "
        rf"{_STANDARDS}",
        "The facility was in compliance with all 22 standards.",
        "The facility was in compliance with all standards.",
        "C.2 21",
        ("compl",),
    ),
    Phrase(
        "complied",
        rf"{_COMPLIED} <complied_count:count>(?: of (?:the|those|these))?(?: other| remaining)? {_STANDARDS}",
        "It was compliant in 13 standards.",
        "ODO assessed compliance with 13 standards.",
        "C.2 ODO facts",
        ("compl",),
    ),
    Phrase(
        "complied-bare",
        rf"(?<!\w)standards [^.;]{{0,120}}? {_COMPLIED} (?!\d{{4}})<complied_count:count>(?=[.;,])",
        "ODO reviewed 19 standards and found the facility compliant with 10.",
        "ODO reviewed 19 standards and found the facility compliant with 10 rules.",
        "general knowledge",
        ("compl",),
    ),
    Phrase(
        "complied-of-them",
        rf"{_COMPLIED} <complied_count:count> of (?:them|those|these)(?![\w-])(?! [\w ]{{0,20}}standards)",
        "It found the center in compliance with 17 of them.",
        "It found the center in compliance with most of them.",
        "general knowledge",
        ("compl",),
    ),
    Phrase(
        "reviewed",
        rf"(?:assessed|reviewed|evaluated|inspected|examined)(?: (?:the facility|it|(?-i:[A-Z]{{2,8}}))'s| its)?"
        rf"(?: compliance (?:with|under))?(?: a total of)? <inspected_count:count> "
        rf"(?:{_STANDARDS}|(?-i:PBNDS|NDS)(?! ?\d))",
        "ODO reviewed the facility's compliance with 20 standards.",
        "ODO reviewed 20 files on standards.",
        "general knowledge",
        ("standard",),
    ),
    Phrase(
        "were-reviewed",
        rf"(?<!\w)(?!\d{{4}})<inspected_count:count> {_STANDARDS} (?:(?:were|was) )?"
        r"(?:reviewed|inspected|assessed)(?![\w-])",
        "Under NDS 2019, 17 standards were inspected.",
        "Under NDS 2019, 17 standards were met.",
        "general knowledge",
        ("standard",),
    ),
    Phrase(
        "no-findings",
        rf"(?:{_WHO}{_ALSO} (?:{_FOUND}|had|made)|(?<!\w)(?:reported|with)) <deficiency_count:none> "
        rf"{_NONE_SUCH}",
        "ODO reported no findings.",
        "ODO reported no change.",
        "C.2 21",
        ("finding", "deficien"),
    ),
    Phrase(
        "none-found",
        rf"(?<!\w)<deficiency_count:none> (?:findings|deficiencies) were {_FOUND}{_NOT_OF_ONE}",
        "No deficiencies were identified.",
        "No deficiencies were corrected.",
        "C.2 21",
        ("finding", "deficien"),
    ),
    Phrase(
        "not-any",
        rf"{_WHO} did <deficiency_count:none> {_NONE_SUCH}",
        "ODO did not identify any deficiencies.",
        "ODO did not identify any priority deficiencies.",
        "C.2 21",
        ("finding", "deficien"),
    ),
)
"""Deficiencies, repeated ones, and standards; the first row that reads words reads them."""
