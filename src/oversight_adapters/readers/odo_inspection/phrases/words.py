"""What rows of statements on inspections share: who found it, in which standards, and how labels stand."""

from __future__ import annotations

from oversight_adapters.readers.odo_inspection.slots import NUMBER

_OF_WHAT = r"(?: (?:of|at) (?:the )?(?-i:[A-Z])[\w .'&-]{2,60}?)?(?:\s*\([^()]{1,40}\)\s*,?)?"
WHO = (
    r"(?:<by:odo>(?:'s)?(?:(?: [\w-]{1,14}){0,4}? (?:inspection|inspectors|team|visit|review))?|"
    rf"(?<!\w)(?:the|this) (?:compliance |follow-up )?inspection|(?<!\w)inspectors){_OF_WHAT}"
)
ODO = r"(?:the )?(?:ICE )?(?:Office of Detention Oversight(?: \(ODO\))?|(?-i:ODO))"
ALSO = r"(?:\s*,? (?:also|ultimately|subsequently|then|has)){0,2}"
FOUND = (
    r"(?:identified|found|cited|noted|reported|documented|recorded|revealed|resulted in|uncovered|observed|counted|"
    r"turned up|finds|identifies|reports)"
)
_KIND = (
    r"(?:(?-i:[A-Z])[\w.-]{1,12} |\d{4} |detention |applicable |of the |ICE |reviewed |inspected |remaining |other )"
    r"{0,4}(?:\((?:Revised )?\d{4}(?: Revis\w{2,4})?\) )?"
)
STANDARDS = rf"(?:{_KIND}standards?(?![\w-])|(?-i:PBNDS|NDS)(?! ?\d))"
_IN = r"(?: in| across| within| under| of| for)(?: a total of)?(?: the)?(?: remaining| other| following)?"
IN_STANDARDS = (
    rf"{_IN} (?!\d{{4}})<deficient_count:count>"
    rf"(?:(?:(?: out)? of(?: the)? <inspected_count:count>)? {STANDARDS}|(?=[.;,]))"
)
NOT_OF_ONE = (
    r"(?! (?:(?:in|under|within|for|of) (?:the )?(?!PBNDS|NDS|FRS|ICE\b|National|Performance|Part)(?-i:[A-Z][a-z])"
    r"|(?:in|under|for|within) (?:(?:this|that|the same) (?:standard|area)|the areas? of)(?![\w-])"
    r"|(?:related|relating|pertaining) to|regarding|concerning|involving"
    r"|(?:that|which) [^.;]{0,60}?(?:correct|resol|remed)))"
)
"""Not of one standard, such as Food Service, nor those that were corrected: these are not all that were found."""
DEFICIENCIES = rf"(?:new |total )?deficienc(?:y|ies)(?![\w-])(?! as\b){NOT_OF_ONE}"
NONE_SUCH = rf"(?:findings|deficienc(?:y|ies))(?![\w-]){NOT_OF_ONE}"
REVIEWED = "(?:reviewed|inspected|assessed|evaluated|examined|covered)"
LABEL = r"(?<![^\n])[^\S\n]{0,40}(?:[-•*|] |\(\d{1,2}\) )?"
ITEM = r"(?<![^\n;])[^\S\n]{0,40}(?:[-•*|] )?"
ENDS = r"(?=[.;,)]|[^\S\n]{0,40}(?:[|\n]|\Z))"
"""Where an item of a list begins, and where one ends."""
NUMBERED = rf"(?:number |no\. ?)?{NUMBER}"
ASIDE = rf"(?: \((?:(?:inspection )?{NUMBERED}|[A-Z]{{2,8}})\)| {NUMBERED})?"
"""What may stand behind a name or a word: a short form, or the number of the inspection."""
COLON = r"(?:\s{0,3}[:|]\s{0,9}|[^\S\n]{1,90})"
"""Between a label and a value; cells of a table stand beside each other."""
