"""What several tables of phrases share: a family of rows, and the little words that may stand between."""

from __future__ import annotations

import attrs

from oversight_adapters.readers.phrasebook import Phrase

DAY_OF_WEEK = "(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day, )?"
ON = f"(?:on|in) {DAY_OF_WEEK}"
COMMA = r"\s*,? "
ADVERBS = (
    r"(?:\s*,? (?:also|formally|officially|then|subsequently|later|further|additionally|has|have|had|fully|"
    r"ultimately|generally|jointly|in writing)\s*,?){0,3}"
)
THE = "(?:the )?"
EXACTLY = "(?<![\\w-])" + "".join(  # a number that stands first in its clause may be a rough one, or a part
    rf"(?<!\b{word}\s)"
    for word in (
        *("about", "some", "nearly", "almost", "around", "roughly", "approximately", "over", "than", "least", "most"),
        *("to", "as", "another", "other", "additional", "only", "further"),
    )
)
FREE = r"(?:(?<![\w)]\s)|(?<=\n)(?=(?-i:[A-Z])))"
"""Where no word leads to what follows, as one does in "a memo sent in June 2022, ICE answered"."""
NOT_BY_OTHERS = (
    r"(?! by (?:the |a )?(?:facility|contractor|jail|county|warden|vendor|hospital|OIG|GAO|Inspector General))"
)
FIGURE = (  # "fourteen (14)", "three (Nos. 7, 8 and 13)"
    r"(?:\s*\(\s*(?:\d{1,3}(?:\.\d)?\s*(?:%|percent)|\d{1,3}|[a-z-]{3,14}|"
    r"(?:nos?\.?|numbers?|recommendations?|#)\s*\d[^()]{0,80})\s*\))?"
)
FIRST_THIS = r"(?:(?:following|after|based on|as a result of|because of|in response to) [^;,]{3,200}, )?"
UNIT = (  # a part of a component that speaks for it
    r"(?:'s)?(?: (?:Enforcement and Removal Operations|ERO|OPLA|Headquarters|HQ|leadership|officials?|management|"
    r"Office of Field Operations|OFO|U\.S\. Border Patrol|Border Patrol|Health Service Corps|IHSC)"
    r"(?:\s*\([A-Z]{2,5}\))?)?"
)
DETERMINER = (
    "(?:a|an|the|this|that|its|their|another|CRCL's)(?: (?:CRCL|redacted|final|written|formal|joint|new|second))?"
)
NAMED = (  # a name may be quoted, or a link, or be given a short one
    r"[\"\[]?<printed_type:memo>(?:\"|\]\([^()\s]{0,200}\))?(?:\s*\(\"[^()\"]{2,30}\"\))?"
)
LINK = r"\[?"


@attrs.frozen
class Family:
    """Rows that tell of one matter."""

    name: str
    phrases: tuple[Phrase, ...]
