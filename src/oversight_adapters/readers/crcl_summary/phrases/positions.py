"""How many recommendations an agency concurred with.  A clause that is absent states nothing."""

from __future__ import annotations

from oversight_adapters.readers.crcl_summary.phrases.common import EXACTLY, FIGURE, NOT_BY_OTHERS, Family
from oversight_adapters.readers.crcl_summary.phrases.concurrence import CONCURRED, FOR, NOT, PARTLY, PLAINLY
from oversight_adapters.readers.phrasebook import Phrase
from oversight_adapters.readers.words.numbers import COUNT

_QUANTITY = r"(?:(?:only|just|all|the|the (?:other|remaining)|another|an additional) )?"
_KIND = r"(?:(?:other|remaining|overall|total|additional|separate|such|policy|expert) )?"
OF_THEM = (
    rf"of (?:(?:(?:the|its|CRCL's|these|those|our|all) ){{0,2}}(?:{COUNT}{FIGURE} )?{_KIND}recommendations?|"
    r"them|these|those|which)"
)
# What may follow a count of recommendations: their noun, the whole they are part of, or the end of the clause.  Any
# other noun is what was counted instead.
_OF_THESE = (
    rf"{FIGURE}(?= {_KIND}recommendations?\b(?! memo)| others?\b| {OF_THEM}\b|\s*[,;:.)](?:\s|$)|\s*$|"
    r" (?:and|but|while|as|because|citing|in (?:full|whole|its))\b)"
)
_FULLY = (
    rf"(?!{FIGURE}(?: {OF_THEM}| recommendations?)?\s*,? "
    r"(?:(?:only )?in (?:part|principle)|with (?:modif|except|caveat)))"
)


_NOT_A_ROW = r"(?![^\S\n]*\n[^\S\n]*(?-i:[A-Z]))"  # the count of one row of a table, above the label of the next


def _counted(name: str, verb: str, field: str, example: str, counter_example: str, seen: str = "") -> Phrase:
    full = _FULLY if field == "concurred" else ""
    return Phrase(name, rf"{verb} {_QUANTITY}\"?<{field}:count>\"?{full}{_OF_THESE}", example, counter_example, seen)


def _passive(name: str, field: str, done: str, example: str, counter_example: str) -> Phrase:
    noun = rf"(?: {OF_THEM}| recommendations?)" + ("" if field == "concurred" else "?")
    return Phrase(
        name,
        rf"{EXACTLY}<{field}:count>{FIGURE}{_NOT_A_ROW}{noun}{_NOT_A_ROW}(?: were| was)? {done}{NOT_BY_OTHERS}",
        example,
        counter_example,
    )


def _labelled(name: str, label: str, field: str, example: str, counter_example: str) -> Phrase:
    separated = r"(?:\s*[:|(=-]\s*|[^\S\n]+(?=\d+\s*(?:\n|$)))"  # by a mark, or as cells of a row
    pattern = rf"{label}{separated}<{field}:count>(?=\s*(?:[,;.)|]|$|\n| recommendations?\b))(?!\s*\|\s*\d)"
    return Phrase(name, pattern, example, counter_example)


def _nouns(name: str, noun: str, field: str, example: str, counter_example: str) -> Phrase:
    return Phrase(name, rf"(?<![\w-])<{field}:count> {noun}(?![\w-])", example, counter_example)


COUNTED = (
    _counted(
        "concurred",
        rf"{PLAINLY}(?:fully )?{CONCURRED}(?: fully|\s*,? in full\s*,?)?{FOR} (?:with|to)",
        "concurred",
        "ICE concurred with four recommendations, partially concurred with five.",
        "ICE partially concurred with five.",
        "A.4 21-25",
    ),
    _counted(
        "partially-concurred",
        rf"(?<![\w-]){PARTLY}(?:(?: |-){CONCURRED} (?:with|to)| with)",
        "partially_concurred",
        "ICE concurred with four, partially concurred with five, and rejected the rest.",
        "ICE concurred with five.",
        "A.4 21, 22",
    ),
    _counted(
        "concurred-in-part",
        rf"{PLAINLY}{CONCURRED},? in part,? with",
        "partially_concurred",
        "ICE concurred in part with five recommendations.",
        "ICE concurred with part of five recommendations.",
    ),
    _counted(
        "non-concurred",
        rf"(?<![\w-]){NOT} (?:with|to)",
        "non_concurred",
        "CBP accepted two and did not concur with the remaining three.",
        "CBP concurred with three recommendations.",
        "A.4 21-23",
    ),
    _counted(
        "accepted",
        rf"{PLAINLY}accept(?:ed|ing|s)",
        "concurred",
        "FPS accepted six recommendations.",
        "FPS accepted six deliveries.",
    ),
    _counted(
        "partially-accepted",
        rf"(?<![\w-]){PARTLY} accept(?:ed|ing|s)",
        "partially_concurred",
        "FPS partially accepted two of the recommendations.",
        "FPS accepted two recommendations.",
    ),
    Phrase(
        "accepted-in-part",
        rf"{PLAINLY}(?:accept(?:ed|ing|s)|{CONCURRED} with) {_QUANTITY}<partially_concurred:count>{FIGURE}"
        rf"(?: {OF_THEM}| recommendations?)?\s*,? (?:only )?in part(?!\w)(?! or)",
        "FPS accepted two in part.",
        "FPS accepted two in part or in principle.",
    ),
    _counted(
        "rejected",
        r"(?<![\w-])(?:(?:reject(?:ed|ing|s)|declin(?:ed|ing|es))(?: to accept)?|did not accept)",
        "non_concurred",
        "FPS rejected one recommendation.",
        "FPS rejected one visitor.",
    ),
    _passive(
        "were-concurred",
        "concurred",
        r"(?:fully )?(?:concurred with|agreed (?:to|with)|accepted)",
        "Four of the recommendations were accepted by CBP.",
        "Four visitors were accepted.",
    ),
    Phrase(
        "were-plainly-concurred",
        rf"{EXACTLY}<concurred:count>{FIGURE} (?:was|were) (?:fully )?concurred with{NOT_BY_OTHERS}",
        "Of those 14 recommendations, one was concurred with.",
        "Of those 14 recommendations, one was partially concurred with.",
    ),
    _counted(
        "concurrence-with",
        rf"{PLAINLY}(?:full )?concurrence with",
        "concurred",
        "ICE's concurrence with four recommendations",
        "ICE's partial concurrence with four recommendations",
    ),
    _counted(
        "partial-concurrence-with",
        r"(?<![\w-])partial concurrence with",
        "partially_concurred",
        "ICE's partial concurrence with four recommendations",
        "ICE's concurrence with four recommendations",
    ),
    _counted(
        "non-concurrence-with",
        r"(?<![\w-])non-?\s*concurrence with",
        "non_concurred",
        "ICE's non-concurrence with four recommendations",
        "ICE's concurrence with four recommendations",
    ),
    _passive(
        "were-partially-concurred",
        "partially_concurred",
        rf"{PARTLY} (?:concurred with|agreed (?:to|with)|accepted)",
        "Three were partially accepted.",
        "Three were accepted.",
    ),
    _passive(
        "were-not-concurred",
        "non_concurred",
        r"(?:non-?\s*concurred(?: with)?|not (?:concurred with|agreed (?:to|with)|accepted)|rejected|declined)",
        "Two recommendations were not concurred with.",
        "Two recommendations were accepted.",
    ),
    _labelled(
        "label-concurred",
        r"(?:^|(?<=\n)|(?<=[.!?]\s)|(?<=[•|;,(:]) ?|- )concur(?:red|s|rences?)?",
        "concurred",
        "Concurred: 4",
        "Partially concurred: 5",
    ),
    _labelled(
        "label-partially",
        rf"(?<![\w-])(?:{PARTLY} concur(?:red|s)?|partial concurrences?)",
        "partially_concurred",
        "Partially concurred: 5",
        "Concurred: 4",
    ),
    _labelled(
        "label-not",
        r"(?<![\w-])non-?\s*concur(?:red|s|rences?)?",
        "non_concurred",
        "Non-concurred: 17",
        "Concurred: 17",
    ),
    _nouns(
        "concurrences",
        "(?:full )?concurrences?",
        "concurred",
        "with four concurrences",
        "four partial concurrences",
    ),
    _nouns(
        "partial-concurrences",
        "partial concurrences?",
        "partially_concurred",
        "five partial concurrences",
        "five concurrences",
    ),
    _nouns("non-concurrences", r"non-?\s*concurrences?", "non_concurred", "and 17 non-concurrences", "17 concurrences"),
    Phrase(
        "respectively",
        rf"{CONCURRED}(?: with)?,? {PARTLY}(?: |-){CONCURRED}(?: with)?,? and {NOT}(?: with)? "
        rf"<concurred:count>,? <partially_concurred:count>,? and <non_concurred:count>(?: {OF_THEM}| "
        rf"recommendations)?"
        r"\s*,? respectively",
        "CBP concurred, partially concurred, and non-concurred with 4, 5, and 6 recommendations, respectively.",
        "CBP concurred with 4, partially concurred with 5, and non-concurred with 6.",
    ),
    Phrase(
        "all-of-them",
        rf"{PLAINLY}(?:{CONCURRED} with|accepted) all"
        r"(?= of (?:them|these|those)| (?:of )?(?:the |CRCL's |these |those |its )?recommendations)",
        "FPS concurred with all of them.",
        "FPS concurred with all eight of them.",
        "A.4 26",
    ),
)
"""Rows of positions, each with its count."""

THE_ONLY_ONE = Phrase(
    "the-only-one",
    rf"{PLAINLY}{CONCURRED} with (?:it|(?:the|that|this) recommendation)(?=\s*[.,;])",
    "CRCL issued one recommendation to TSA, and TSA concurred with it.",
    "TSA concurred with its manual.",
)
"""A position on the one recommendation that there is."""

THE_REST = (
    Phrase(
        "non-concurred-the-one",
        rf"(?<![\w-]){NOT} with <non_concurred:the-one>",
        "CBP accepted two and did not concur with the remaining recommendation.",
        "CBP accepted two and did not concur with the remaining recommendations.",
    ),
    Phrase(
        "partially-concurred-the-one",
        rf"(?<![\w-]){PARTLY}(?: |-){CONCURRED} with <partially_concurred:the-one>",
        "CBP accepted two and partially concurred with the other recommendation.",
        "CBP accepted two and partially concurred with the other recommendations.",
    ),
)
"""Positions on the last of several recommendations."""

POSITIONS = Family("positions", (*COUNTED, *THE_REST, THE_ONLY_ONE))
"""Rows of positions."""
