"""Positions: what the addressee, or who speaks for it, says to the recommendation."""

from __future__ import annotations

from oversight_adapters.readers.gao_agency_page.phrases.speakers import (
    ABOVE,
    ADVERB,
    OFFICE,
    OFFICIALS_OF,
    ROLE,
    SPEECH,
)
from oversight_adapters.readers.gao_agency_page.slots import ORGANISATION
from oversight_adapters.readers.phrasebook import Phrase
from oversight_adapters.readers.words.numbers import COUNT

_PRONOUN = rf"(?:it|they|the (?:agency|department|component|bureau|service|commission)){ROLE}?"
_HALF = r"(?!,? in (?:concept|principle|theory|spirit)\b)"
_MINE = (
    rf"(?:(?:all|both|each)(?: {COUNT})?(?: of)? )?(?:(?:this|the|our|these|GAO's|the report's)(?: {COUNT})? )?"
    r"(?:priority |revised |modified |reworded )?recommendations?"
    r"(?: <number:number>(?!(?:,|,? and|,? or| to| through|-) ?\d))?"
    r"(?!\w|'s)(?! \d)"
    rf"{_HALF}"
    r"(?! (?:except|other than|in (?:our|the|a) (?:prior|previous|earlier|\d{4})))"
)
_WITH = rf" with (?:comments? (?:to|on) )?{_MINE}"
_IN_WHAT = r"(?:full|its|their|an?|the|written|commenting|responding|response)"
_THEN = _HALF + rf"(?=[.,;]|$| and\b| but\b| in {_IN_WHAT}\b| when\b| with comments?\b)"
_SAYING = r"(?=\.|$|,? (?:and )?(?:stat|said|say|not|told|tell|indicat|report|explain)\w*)"

DATED_BEFORE = Phrase(
    "position-date-before",
    r"(?<!\w)(?:in|on|as of) <position_on:date>,? (?:the )?\Z",
    "DHS did not concur, but in July 2022, ",
    "In July 2022, when its plan was ready, ",
)
DATED = Phrase(
    "position-date",
    r" (?:in|on|as of) (?:its |a )?(?:letter dated )?<position_on:date>(?!\w)",
    "ICE concurred with this recommendation in July 2022.",
    "ICE concurred with this recommendation and began its work.",
)

_ASIDE = rf"(?:, (?:in (?:its|an?|their)|on behalf of) [^,;]{{1,60}},| within (?:the )?{ORGANISATION})"
_SPEAKER = rf"{OFFICIALS_OF}?(?:the )?{ABOVE}<position_by:speaker>(?:{OFFICE}|'s)?{ROLE}?{_ASIDE}?"

_SAID = rf"{ADVERB} {SPEECH}(?: us| GAO)?(?: in [^,;]{{1,60}}?)?(?: that)? {_PRONOUN}"
_AND = r"(?:(?!\bthat\b)[^;.]){1,80}? (?:and|but)"
_OTHERS = rf"(?:, (?:the )?{ORGANISATION}){{0,4}},? and (?:the )?{ORGANISATION}"

SUBJECTS = (
    Phrase(
        "position-subject",
        rf"(?<![\w'-])(?:{_SPEAKER}|{_PRONOUN}|officials)(?:{_SAID})?(?:{_AND})?{ADVERB} \Z",
        "In July 2022, ICE officials stated that they ",
        "the auditor ",
    ),
    Phrase(
        "position-joint-subject",
        rf"(?<![\w'-])<position_by:speaker>{ROLE}?{_OTHERS}{ROLE}?{ADVERB} \Z",
        "ICE, USCIS, and CBP also ",
        "ICE and the contractor ",
    ),
)
"""Who takes a position: what stands right before its words.  Of several who take it together, the first is read."""

# The words of a position start with a cue of its row.
POSITIONS = (
    Phrase(
        "concurred",
        rf"<position:yes>{_WITH}",
        "ICE concurred with our recommendation and stated it would act.",
        "ICE concurred with two of our three recommendations.",
        "B.2 4-6",
        cues=("concur", "agree", "continue"),
    ),
    Phrase(
        "concurred-alone",
        rf"<position:concurs>{_THEN}",
        "DHS concurred, stating that it would act.",
        "DHS concurred with the need to act.",
        "B.2 4",
        cues=("concur",),
    ),
    Phrase(
        "agreed-alone",
        rf"<position:agrees>{_SAYING}",
        "ICE agreed and stated it would update the handbook.",
        "ICE agreed to update the handbook.",
        cues=("agree",),
    ),
    Phrase(
        "now-agrees",
        r"(?<=now\s)<position:yes>(?=[.,;]|$| and\b)",
        "In May 2022, DHS reported that it now agrees and will collect the data.",
        "DHS now agrees on a date.",
        cues=("agree", "concur"),
        also=("now ",),
    ),
    Phrase(
        "expressed-agreement",
        rf"<position:expressed>{_WITH}",
        "VA officials expressed verbal agreement with this recommendation.",
        "VA officials expressed agreement with the auditors.",
        cues=("expressed", "indicated its", "noted its", "stated its", "reiterated its"),
        also=("agreement", "concurrence"),
    ),
    Phrase(
        "expressed-disagreement",
        rf"<position:expressed-no>{_WITH}",
        "VA officials expressed disagreement with this recommendation.",
        "VA officials expressed disagreement with the auditors.",
        cues=("expressed", "indicated its", "noted its", "stated its", "reiterated its"),
        also=("disagreement", "non-concurrence", "nonconcurrence"),
    ),
    Phrase(
        "agreed-to-implement",
        rf"<position:agrees-to> {_MINE}",
        "DHS agreed to implement this recommendation.",
        "DHS agreed to implement a training programme.",
        cues=("agree",),
    ),
    Phrase(
        "concurred-with-it",
        r"<position:yes> with it(?!\w)",
        "ICE first disagreed with this recommendation but agreed with it in May 2022.",
        "ICE agreed with its contractor.",
        cues=("concur", "agree"),
        also=(" with it",),
    ),
    Phrase(
        "refused-it",
        r"<position:no> with it(?!\w)",
        "ICE first agreed with this recommendation but did not concur with it in May 2022.",
        "ICE disagreed with its contractor.",
        cues=("did not", "does not", "do not", "non", "disagree"),
        also=(" with it",),
    ),
    Phrase(
        "partly",
        rf"<position:partly>(?:{_WITH}|{_THEN})",
        "In May 2022, CBP partially concurred with this recommendation.",
        "CBP has partially implemented the recommendation.",
        "B.2 7, 10",
        cues=("partially", "partly"),
    ),
    Phrase(
        "partly-in-part",
        rf"<position:in-part>(?:,? (?:with|to) {_MINE}|{_THEN})",
        "DHS concurred in part with our recommendation.",
        "DHS agreed in principle.",
        cues=("concur", "agree"),
        also=("in part",),
    ),
    Phrase(
        "with-in-part",
        r"<position:yes-with-in-part>",
        "DHS agreed with this recommendation in part.",
        "DHS agreed with this recommendation in May 2022.",
        cues=("concur", "agree"),
        also=("in part",),
    ),
    Phrase(
        "refused",
        rf"<position:no>(?:{_WITH}|{_THEN})",
        "ICE DHS did not concur with this recommendation, stating that it would not help.",
        "ICE did not concur with the auditor's finding.",
        "B.2 8, 10",
        cues=("did not", "does not", "do not", "non", "disagree", "continue"),
    ),
    Phrase(
        "no-longer",
        rf"<position:no-longer>(?: with (?:{_MINE}|it\b)|{_THEN}|(?= (?:in|on|as of) ))",
        "In May 2024, DHS officials told us they no longer agreed with it.",
        "ICE no longer agrees with the contractor's figures.",
        "B.2 10",
        cues=("no longer", "withdrew"),
    ),
    Phrase(
        "neither",
        rf"<position:neither>(?:{_WITH}|{_THEN})",
        "DHS neither agreed nor disagreed with our recommendation.",
        "Neither ICE nor CBP replied.",
        "B.2 9",
        cues=("neither", "did not"),
        also=("neither", " or "),
    ),
    Phrase(
        "silent-whether",
        r"<position:silent-whether>",
        "ICE did not state whether it concurred with this recommendation.",
        "ICE did not state whether it had updated its handbook.",
        cues=("did not",),
        also=("whether",),
    ),
    Phrase(
        "silent",
        rf"<position:silent> {_MINE}",
        "In its comments, DHS did not address this recommendation.",
        "DHS did not provide comments on our report.",
        cues=("did not",),
    ),
)

WITH_IT = ("concurred-with-it", "refused-it")
"""Rows that say nothing unless the recommendation was named before."""
