"""Rows of the standards that were reviewed, complied with and not met."""

from __future__ import annotations

from oversight_adapters.readers.odo_inspection.phrases.words import ENDS, REVIEWED, STANDARDS
from oversight_adapters.readers.odo_inspection.slots import NUMBER
from oversight_adapters.readers.phrasebook import Phrase
from oversight_adapters.readers.words.numbers import COUNT

_COMPLIED = r"(?:(?:complie[ds]|in (?:full |substantial )?compliance|compliant|full compliance) (?:with|in)|(?<!\w)met)"
_NO_OTHERS = (
    rf"(?! (?:under [^;,]{{0,60}}?,? )?(?:and|plus) (?:one|an|{COUNT}) (?:other |additional )?(?-i:standard|PBNDS|NDS))"
)
"""No standards of another kind were reviewed with them: all of those are not told."""

STANDARDS_MET = (
    Phrase(
        "deficient-in",
        rf"(?<!\w)(?:deficient|noncompliant|(?:not in|out of) compliance) (?:in|with) <deficient_count:count>"
        rf"(?: of(?: the)? <inspected_count:count>)? {STANDARDS}",
        "ODO found the facility deficient in four of 22 standards.",
        "ODO found the facility deficient in several standards.",
        "C.2 19",
    ),
    Phrase(
        "violated",
        r"(?:violated|failed|breached|(?:did not|failed to) (?:meet|comply with)) <deficient_count:count> of(?: the)? "
        rf"<inspected_count:count> {STANDARDS}",
        "The jail violated nine of the 21 standards.",
        "The jail violated nine of the 21 contracts.",
        "general knowledge",
    ),
    Phrase(
        "all-were-met",
        rf"(?<!\w)all (?=<inspected_count:count>)<complied_count:count> {STANDARDS} "
        r"(?:(?:were|was) )?(?:fully )?(?:met|complied with)(?![\w-])",
        "All 27 standards were met.",
        "All 27 standards were read.",
        "general knowledge",
    ),
    Phrase(
        "were-met",
        rf"<complied_count:count> {STANDARDS} (?:(?:were|was) )?(?:fully )?(?:met|complied with)(?![\w-])",
        "6 standards were fully met",
        "6 standards were fully written",
        "general knowledge",
    ),
    Phrase(
        "reviewed-and-met",
        rf"standards {REVIEWED}[,;] <complied_count:count> (?:(?:were|was) )?(?:in compliance|compliant|met){ENDS}",
        "29 standards inspected, 26 in compliance",
        "29 standards inspected, 26 in Spanish",
        "general knowledge",
    ),
    Phrase(
        "not-met",
        rf"<deficient_count:count> {STANDARDS} (?:(?:that )?(?:were|was) )?"
        r"(?:not met|found deficient|not complied with)",
        "Among the seven standards not met were two of care.",
        "Among the seven standards reviewed were two of care.",
        "general knowledge",
    ),
    Phrase(
        "complied-of",
        rf"{_COMPLIED} <complied_count:count>(?: out)? of(?: the| those| these)? <inspected_count:count> {STANDARDS}",
        "The facility complied with 22 of 22 standards.",
        "The facility complied with 22 standards.",
        "C.2 21",
    ),
    Phrase(
        "complied-all",
        rf"{_COMPLIED} all(?: of the)? (?=<inspected_count:count>)<complied_count:count>(?: of (?:the|those|these))? "
        rf"{STANDARDS}",
        "The facility was in compliance with all 22 standards.",
        "The facility was in compliance with all standards.",
        "C.2 21",
    ),
    Phrase(
        "complied",
        rf"{_COMPLIED} <complied_count:count>(?: of (?:the|those|these))?(?: other| remaining)? {STANDARDS}",
        "It was compliant in 13 standards.",
        "ODO assessed compliance with 13 standards.",
        "C.2 ODO facts",
    ),
    Phrase(
        "complied-of-number",
        rf"{NUMBER}(?![\w-])[^;]{{1,160}}? {_COMPLIED} <complied_count:count>(?=[.;,]|\s{{0,9}}\Z)",
        "OPR-201200440 three in two, compliant in 13",
        "OPR-201200440 three in two, compliant in 13 standards",
        "C.2 ODO facts",
    ),
    Phrase(
        "of-those-complied",
        rf"(?<!\w)of (?:those|these|them),? [^;]{{1,60}}? {_COMPLIED} <complied_count:count>(?=[.;,])",
        "Sixteen standards were assessed. Of those, it complied with eleven.",
        "Sixteen standards were assessed. Of those, it complied with most.",
        "general knowledge",
    ),
    Phrase(
        "complied-of-them",
        rf"(?<!\w)of (?:the )?<inspected_count:count> {STANDARDS}(?: {REVIEWED})?, [^;]{{1,60}}? {_COMPLIED} "
        r"<complied_count:count>(?=[.;,])",
        "Of 19 standards reviewed, the jail met 10.",
        "Of 19 standards reviewed, the jail failed 10.",
        "general knowledge",
    ),
    Phrase(
        "complied-all-bare",
        rf"{_COMPLIED} all (?=<inspected_count:count>)<complied_count:count>{ENDS}",
        "It complied with all 15.",
        "It complied with all 15 orders.",
        "general knowledge",
    ),
    Phrase(
        "complied-bare",
        rf"(?<!\w)(?:standards|(?-i:NDS|PBNDS))[;,]?(?: [^.]{{1,120}}?)? {_COMPLIED} "
        r"(?!\d{4})<complied_count:count>(?: \(\d{1,3}(?:\.\d)?%\))?(?=[.;,])",
        "ODO reviewed 19 standards and found the facility compliant with 10.",
        "ODO reviewed 19 standards and found the facility compliant with 10 rules.",
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
        rf"(?=<inspected_count:count>)<complied_count:count> {STANDARDS} [^;]{{0,120}}? {_COMPLIED} all"
        r"(?: of)? (?:those|these|them)(?! but)",
        "ODO assessed 27 standards and found the facility in compliance with all of those standards.",
        "ODO assessed 27 standards and found the facility in compliance with most of those standards.",
        "reports of 2023 to 2025",
    ),
    Phrase(
        "reviewed",
        rf"(?:{REVIEWED}|(?<!\w)review of)(?: (?:the facility|it|(?-i:[A-Z]{{2,8}}))'s| its)?"
        rf"(?: compliance (?:with|under))?(?: a total of)? <inspected_count:count> "
        rf"(?:{STANDARDS}|(?-i:PBNDS|NDS)(?! ?\d)){_NO_OTHERS}",
        "ODO reviewed the facility's compliance with 20 standards.",
        "ODO reviewed 20 files on standards.",
        "general knowledge",
    ),
    Phrase(
        "were-reviewed",
        rf"(?<!\w)(?!\d{{4}})<inspected_count:count> {STANDARDS} "
        rf"(?:(?:that )?(?:were|was) |(?:that )?(?:it|they|ODO) )?{REVIEWED}(?![\w-])",
        "Under NDS 2019, 17 standards were inspected.",
        "Under NDS 2019, 17 standards were met.",
        "general knowledge",
    ),
)
"""Standards, counted."""
