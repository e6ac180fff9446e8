"""How many recommendations a memo makes."""

from __future__ import annotations

from oversight_adapters.readers.crcl_summary.phrases.common import EXACTLY, FIGURE, THE, Family
from oversight_adapters.readers.phrasebook import Phrase
from oversight_adapters.readers.words.components import COMPONENT
from oversight_adapters.readers.words.numbers import COUNT

_LEAD = rf"(?:a total of |in total |in all |the following |{COUNT} (?:\w+ )?(?:findings|observations|remedies) and )?"
_N = rf"{_LEAD}\"?<recommendation_count:count>\"?{FIGURE} "
_KIND = (
    r"(?:(?:overall|total|new|separate|specific|systemic|formal|written|expert|policy|detailed|distinct|"
    r"additional) ){0,2}"
)
_NOUN = rf"{_KIND}recommendations?(?![\w-])(?! (?:memo\w*|in each|for each|per|each)(?!\w))"
_EXPERTS = r"(?:'s (?:[\w-]+ ){0,4}?(?:experts?|team))?"
_TO = (  # one addressee; of two, a count cannot be told apart
    rf"(?:(?: contained)? herein)?(?:,? to {THE}<addressee_2:component>(?!'s|\s*(?:,|and|&)\s+(?:the )?(?-i:[A-Z])))?"
)
_MADE = (
    r"(?:include[sd]?|contain(?:s|ed)?|ma(?:de|kes?)|provide[sd]?|offer(?:s|ed)?|issue[sd]?|present(?:s|ed)?|"
    r"list(?:s|ed)?|had|has|outline[sd]?|set(?:s)? (?:out|forth)|comprise[sd]?)"
)

TOTALS = Family(
    "totals",
    (
        Phrase(
            "memo-made",
            rf"(?:(?<!\w)(?:memo|memorandum|document|determination|reconsideration|it|which|that|and)|,)(?: also| to)? "
            rf"{_MADE} {_N}{_NOUN}{_TO}",
            "The memo included 14 recommendations concerning use of force.",
            "The memo included findings, and ICE adopted 14 recommendations.",
            "A.4 15, 20",
        ),
        Phrase(
            "memo-with",
            rf"(?<!\w)(?:with|containing|including|making|providing|offering|comprising) "
            rf"{_N}{_NOUN}{_TO}",
            "CRCL sent ICE a memorandum with 26 recommendations regarding segregation.",
            "CRCL met with ICE about 26 recommendations.",
            "A.4 11, 16",
        ),
        Phrase(
            "office-made",
            rf"<issuer:office>{_EXPERTS}(?: (?:also|then|subsequently|has|nonetheless)){{0,2}} {_MADE}(?: (?:to "
            rf")?{THE}<addressee:component>(?: with)?)?"
            rf" {_N}{_NOUN}{_TO}",
            "CRCL issued twenty-four recommendations to ICE.",
            "ICE's contractor issued 24 recommendations to the facility.",
            "A.4 17, 26",
        ),
        Phrase(
            "answered-all",
            rf"(?:responded|replied) to (?:all )?(?:of )?(?:(?:CRCL's|the|these|those) )?{_N}{_NOUN}",
            "ICE responded to CRCL's 26 recommendations.",
            "ICE responded to CRCL about 26 recommendations.",
        ),
        Phrase(
            "is-issuing",
            rf"(?:<issuer:office> |(?<!\w))(?:is|are) (?:also |hereby )?(?:issuing|making|providing)"
            rf"(?: {THE}<addressee:component>(?: with)?)? {_N}{_NOUN}{_TO}",
            "The office is issuing 29 recommendations contained herein.",
            "The office is weighing 29 recommendations.",
            "A.4 19",
        ),
        Phrase(
            "were-made",
            rf"(?:a total of )?{EXACTLY}<recommendation_count:count>{FIGURE} {_NOUN} "
            rf"(?:were|was|are|is) (?:made|issued|sent|provided|offered){_TO}",
            "In all, 12 recommendations were made to USCIS.",
            "In all, 12 recommendations were accepted.",
        ),
        Phrase(
            "of-so-many",
            rf"(?:^|(?<=[.!?]\s)|(?<=\n))(?:out )?of <recommendation_count:count>{FIGURE} {_NOUN}"
            rf"(?:\s*,|(?= {THE}{COMPONENT}))",
            "Of eight recommendations, USCIS concurred with five.",
            "Of eight recommendations on interviews, USCIS concurred with five.",
        ),
        Phrase(
            "so-many-of",
            rf"(?<!\w)(?:with|accepted) {COUNT} of <recommendation_count:count>{FIGURE} {_NOUN}"
            r"(?! (?:concerning|regarding|relat|about|on|in the|pertaining|involving|that|which))",
            "CBP concurred with 7 of 9 recommendations.",
            "CBP met 7 of 9 recommendations.",
        ),
        Phrase(
            "all-so-many",
            rf"(?<!\w)(?:with|accepted|to) all (?:of )?(?:(?:the|CRCL's|these|those|its|our) )?"
            rf"<recommendation_count:count>{FIGURE} {_NOUN}"
            r"(?! (?:concerning|regarding|relat|about|on|in the|pertaining|involving|that|which))",
            "FPS concurred with all 12 recommendations.",
            "FPS met with all 12 visitors.",
        ),
        Phrase(
            "experts-made",
            rf"(?:^|(?<=[.!?]\s)|(?<=\n))(?:the|these|our|its) (?:(?!medical|mental|security)[\w-]+ ){{0,3}}?experts "
            rf"{_MADE} {_N}{_NOUN}{_TO}",
            "The subject-matter experts made 31 recommendations.",
            "The medical experts made 11 recommendations.",
        ),
        Phrase(
            "out-of",
            rf"(?<!\w)of (?:the|CRCL's|these|those|its|the office's) (?:total "
            rf")?<recommendation_count:count>{FIGURE} {_NOUN}"
            r"(?! (?:concerning|regarding|relat|about|on|in the|pertaining|involving|that|which))",
            "Twelve of the 24 recommendations were accepted.",
            "Twelve of the 24 recommendations concerning medical care were accepted.",
        ),
    ),
)
"""Rows of totals.  Whose total it is, the sentence says: a memo named in it, or the last one named."""

ABOUT = Phrase(
    "total-about",
    r"\s*,? (?:concerning|regarding|relating to|related to|about|addressing|pertaining to|in the areas? of|"
    r"on(?! behalf)) (?!\d|(?:this|these|those|it|them|which|how many|page|pages)\W)<topics:words>",
    " regarding segregation placements",
    " to ICE",
    "A.4 15, 16",
)
"""What the recommendations are about, right after their number."""
