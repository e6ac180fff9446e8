"""How many recommendations a report makes."""

from __future__ import annotations

from oversight_adapters.readers.phrasebook import Phrase

_N = r"<recommendation_count:count>(?:\s*\(\s*\d{1,3}\s*\))?"
_KIND = r"(?:(?:total|overall|new|formal|specific) )?"
_NOUN = rf"{_KIND}recommendations?(?:\(s\))?(?![\w-])"
_ANSWERS = r" (?:officials |management )?(?:(?:partially |non-?)?concur|did |agree|disagree)"  # of a column run into it
_OFFICIAL = (
    r"(?:(?:Acting|Executive|Deputy|Assistant|Associate|Senior) ){0,3}"
    r"(?:Director|Commissioner|Administrator|Chief|Secretary)"
)
_NOT_ALONE = rf"(?!'s(?! {_OFFICIAL})|{_ANSWERS}|\s*(?:,|and|&)\s+(?:the )?(?-i:[A-Z]))"
_TO = rf"(?: (?:to|for) (?:the )?<addressee:component>{_NOT_ALONE})?"
_MADE = r"(?:made|makes?|(?:is|are) making|issued|offer(?:s|ed)?|provide[sd]?|contain(?:s|ed)?|include[sd]?)"
_REPORT = (
    r"(?:(?:our|this|the)(?: (?:final|audit|inspection|management))? "
    r"(?:report|review|audit|inspection|alert|evaluation|memorandum))"
)
_AUDITOR = r"(?:we|(?:DHS )?OIG|the (?:OIG|Office of (?:the )?Inspector General)|GAO)"
_OF_PART = r"(?! (?:in|from) (?:our|the|a|that) (?:prior|previous|earlier|\d{4}))"
_NOT_A_PART = (
    r"(?! (?:addressed|directed|related|relating|concerning|regarding|about|for|on|that|to (?:it|its|(?-i:[A-Z])))\b)"
)

TOTALS = (
    Phrase(
        "made",
        rf"(?<![\w-])(?:{_AUDITOR}|{_REPORT}|<by_number:report>) (?:also )?{_MADE} {_N} {_NOUN}{_TO}{_OF_PART}",
        "We made five recommendations to ICE focused on the follow-up of deficiencies.",
        "We made five recommendations in our prior report.",
        "C.2 1, 2, 7",
    ),
    Phrase(
        "none",
        rf"(?<![\w-])(?:{_AUDITOR}|{_REPORT}|(?-i:[A-Z][\w&.,' -]{{2,80}}?)) (?:also )?<recommendation_"
        rf"count:none> (?:formal )?recommendations?(?![\w-])",
        "Our report contains no recommendations.",
        "Our report contains many recommendations.",
        "C.2 8, 9",
    ),
    Phrase(
        "were-made",
        rf"(?<![\w-]){_N} {_NOUN} (?:were|was|are|is) (?:made|issued){_TO}",
        "Two recommendations were made to CBP.",
        "Two recommendations were closed.",
    ),
    Phrase(
        "of-our",
        rf"(?<![\w-])of (?:our|the|its|these) (?:report's )?{_N} {_NOUN}{_NOT_A_PART}",
        "ICE concurred with three of our five recommendations.",
        "ICE concurred with three of our recommendations.",
        "C.2 4",
    ),
    Phrase(
        "all-of",
        rf"(?<![\w-])all {_N} (?:of (?:our|the|its|these) )?{_NOUN}{_NOT_A_PART}",
        "ICE concurred with all four recommendations.",
        "ICE concurred with four recommendations.",
        "C.2 3",
    ),
    Phrase(
        "both",
        rf"(?<![\w-])<recommendation_count:both> (?:of (?:our|the|its|these) )?{_NOUN}(?! \d){_NOT_A_PART}",
        "FEMA did not concur with both of our recommendations.",
        "FEMA did not concur with both recommendations 3 and 4.",
    ),
)
"""Rows of totals."""
