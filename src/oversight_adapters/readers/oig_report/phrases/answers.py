"""What a component answers, beside counts: to all, to one of an order, to recommendations that it names, and when."""

from __future__ import annotations

from oversight_adapters.readers.phrasebook import Phrase

_OURS = r"(?:our|the|these|those|the OIG's|OIG's|GAO's)"
_THIS = r"(?:the intent of )?(?:the|this|our|OIG's) (?:findings? and )?recommendation"
NAMED = (
    r"recommendations? (?:nos?\. |numbers? |# ?)?(?P<numbers>\d{1,3}[a-z]?(?:(?:,? and |,\s*(?:and )?|,? t"
    r"hrough | to |\s*[-&]\s*)\d{1,3}[a-z]?){0,30})(?![\w-]|\.\d)(?! (?:of|in|from) (?:another|(?:our|the|"
    r"a|its|that) (?:prior|previous|earlier|last|other|\d{4})|OIG|GAO))"
)
"""Recommendations that are named by their numbers."""

ANSWERS = (
    Phrase(
        "all-of-ours",
        rf"(?:<position:agreement> with|(?<![\w-])accepted) (?P<all>all|both|each) (?:of )?(?:{_OURS} )?(?:draft )?"
        r"(?:recommendations|of them)(?![\w-]| \d)",
        "CBP concurred with all of our recommendations.",
        "CBP concurred with our recommendations.",
        "C.2 3",
    ),
    Phrase(
        "ours",
        r"<position:agreement> with (?P<all>(?:our|these|the) recommendations|our (?:\w+ ){0,2}recommendations)"
        r"(?![\w-])(?! (?:to|concerning|regarding|related|about|on|in|that|\d))",
        "CBP concurred with our recommendations.",
        "CBP did not concur with our recommendations.",
        "C.2 2",
    ),
    Phrase(
        "none-of-ours",
        r"<position:refusal> with (?P<none>any) of (?:our|these|the) (?:\w+ ){0,2}recommendations(?! \d)(?![\w-])",
        "ICE did not concur with any of our recommendations.",
        "ICE did not concur with one of our recommendations.",
    ),
    Phrase(
        "not-the-third",
        r"(?:(?:did|does) not concur|non-?\s?concur(?:red|s)?|disagreed) with (?:the|our) <non_concurr"
        r"ed:one>(?! (?:two|three|part|half))(?: recommendation)?(?! (?:and|or|through))(?![\w-])",
        "It did not concur with the third to develop goals.",
        "It did not concur with the third and fourth recommendations.",
        "C.2 6",
    ),
    Phrase(
        "with-which",
        r"<concurred:count>(?: recommendations?)?,? with which (?:the )?<responder:component> (?:fully )?"
        r"concur(?:s|red)(?! in part)(?![\w-])",
        "The draft report contained six recommendations, with which ICE concurs.",
        "The draft report contained six recommendations, with which ICE non-concurs.",
    ),
    Phrase(
        "with-which-not",
        r"<non_concurred:count>(?: recommendations?)?,? with which (?:the )?<responder:component> "
        r"(?:(?:does|did) not concur|non-?\s?concur(?:s|red))(?![\w-])",
        "It contained four, including one with which DHS non-concurs (Recommendation 2).",
        "It contained four, including three with which DHS concurs.",
    ),
    Phrase(
        "named",
        rf"<position:position> with {NAMED}",
        "ICE did not concur with recommendations 2 and 4.",
        "ICE did not concur with two recommendations.",
    ),
    Phrase(
        "the-one",
        r"<position:position> with (?:the|our|this) (?:draft |findings? and )?recommendation(?! \d)(?![\w-])",
        "Your office concurred with the recommendation.",
        "Your office concurred with the recommendations.",
        "C.2 2",
    ),
    Phrase(
        "answered-on",
        r"(?:written |formal |technical |management )?(?:comments|response|reply)(?: (?:to|on) (?:our|"
        r"the) (?:draft )?report)?,? (?:(?:was |were )?dated|received on) <responded_on:day>",
        "ICE's response, dated May 21, 2018, is in appendix B.",
        "ICE's response of many pages is in appendix B.",
    ),
    Phrase(
        "comment",
        rf"(?:Response: )?<position:position>(?= with {_THIS}(?! \d)| with comments?(?![\w-])|"
        r"\s*[.,;:]|\s*$| (?:and|because|but|on behalf of) )",
        "Concur. ICE will revise its directive.",
        "Concurrence will follow.",
        "C.1",
    ),
    Phrase(
        "comment-by",
        r"(?:The )?<position_by:component>(?:\s(?:officials|management|leadership))? <position:position>(?=\s*["
        r".,;:]|\s*$| (?:and|because|but|on behalf of) )",
        "ICE concurs. It will share its data.",
        "ICE concurs with two of them.",
        "C.1",
    ),
    Phrase(
        "component-on-this",
        r"(?:The )?<position_by:component>(?: (?:officials|management|leadership))? (?:also )?<position:positio"
        r"n>(?= with (?:the intent of )?(?:the|this|our|OIG's) (?:findings? and )?recommendation(?! \d)(?!s))",
        "ICE concurred with this recommendation.",
        "ICE concurred with these recommendations.",
        "C.1",
    ),
    Phrase(
        "on-this",
        rf"(?<![\w-])<position:position> with {_THIS}(?! \d)(?!s)",
        "In its response of May 9, Embassy Luanda concurred with this recommendation.",
        "Embassy Luanda concurred with these recommendations.",
    ),
)
"""Rows of answers."""
