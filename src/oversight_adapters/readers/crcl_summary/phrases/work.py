"""The work of a review: when it began, visits done and planned, interviews."""

from __future__ import annotations

from oversight_adapters.readers.crcl_summary.phrases.common import ADVERBS, COMMA, ON, THE, Family
from oversight_adapters.readers.phrasebook import Phrase

_DID = r"(?:conducted|performed|carried out|completed|undertook|held|made)"
_BEGAN = r"(?:initiated|opened|began|launched|started|commenced)"
_VISIT = r"(?:on-?\s*site|spot(?:-| )\s*check|visit|investigation|inspection|(?:policy|periodic|systemic|desk) review)"
_PLACE = (  # a facility or a short name for one, its abbreviation, and the town
    r"(?: (?:at|of|to) (?:the (?:facility|jail|center|site|station)(?!\w)|"
    r"(?:the )?(?-i:[A-Z])[\w.'&-]*(?: (?:(?-i:[A-Z])[\w.'&-]*|of)){0,8}))?(?:\s*\([^()]{1,40}\))?"
    r"(?:,? (?:in )?(?-i:[A-Z])[\w.]*(?: (?-i:[A-Z])[\w.]*){0,2}, (?-i:[A-Z])[\w.]*(?: (?-i:[A-Z])[\w.]*)?\s*,?)?"
)
_DONE_WHEN = r"(?:(?:(?:on|in|from|during) )?<fieldwork_on:when>|between <fieldwork_on_2:span>)"
_WITH_EXPERTS = r"(?: and (?:its|an?|two|three|four) (?:[\w-]+ ){0,5}?experts?)?"
OFFICE = rf"{THE}(?:<issuer:office>)(?:(?:'s(?: \w+)?)? (?:experts?|team|staff))?{_WITH_EXPERTS}"

WORK = Family(
    "work",
    (
        Phrase(
            "opened-on",
            rf"{ON}<opened_on:date>{COMMA}{OFFICE}{ADVERBS} {_BEGAN} (?:a|an|its|this|the) (?:(?!complaint)[\w-]+ "
            rf"){{0,4}}?"
            r"(?:review|investigation|inquiry)(?![\w-])",
            "In May 2020, CRCL initiated a periodic review to evaluate segregation.",
            "In May 2020, CRCL opened a complaint investigation.",
            "A.4 35",
        ),
        Phrase(
            "opened-then",
            rf"<issuer:office>{ADVERBS} {_BEGAN} (?:a|an|its|this|the) (?:(?!complaint)[\w-]+ "
            rf"){{0,4}}?(?:review|investigation|inquiry)"
            rf"{_PLACE}{COMMA}(?:in|on) <opened_on:date>",
            "CRCL opened an investigation in May 2020.",
            "CRCL opened an investigation into deaths in May 2020.",
        ),
        Phrase(
            "was-opened",
            rf"(?:the|a|this|CRCL's) (?:(?!complaint)[\w-]+ ){{0,3}}?(?:review|investigation)(?:\s*,(?: which)?)?(?: "
            rf"was)? {_BEGAN}(?: by CRCL)? "
            r"(?:in|on) <opened_on:date>",
            "The periodic review was initiated in May 2020.",
            "The complaint investigation was opened in May 2020.",
        ),
        Phrase(
            "did-on",
            rf"(?:(?:{ON}|from |during )<fieldwork_on:when>(?:\s*,? and (?:{ON})?<fieldwork_on_2:when>)?|"
            rf"between <fieldwork_on_3:span>){COMMA}{OFFICE}{ADVERBS} {_DID} "
            rf"(?:a|an|its|this|the) (?:[\w\"-]+ ){{0,4}}?{_VISIT}",
            "From July 24-27, 2023, CRCL conducted an onsite investigation at the jail.",
            "In May 2023, CRCL initiated an investigation.",
        ),
        Phrase(
            "did-then",
            rf"<issuer:office>(?:'s experts?| and its (?:[\w-]+ ){{0,4}}?experts?)?{ADVERBS} {_DID} "
            rf"(?:(?:a|an|its|this|the) )?(?:[\w\"-]+ ){{0,4}}?{_VISIT}s?\"?"
            rf"{_PLACE},? {_DONE_WHEN}",
            "CRCL conducted a targeted investigation at Krome in February 2023.",
            "CRCL conducted an investigation into deaths at Krome in February 2023.",
        ),
        Phrase(
            "did-too",
            rf"<issuer:office> [^.;]{{3,160}}? and (?:then |later )?{_DID} (?:a|an|its) "
            rf"(?:[\w\"-]+ ){{0,4}}?{_VISIT}\"?{_PLACE},? {_DONE_WHEN}",
            "CRCL retained the complaints and conducted an onsite investigation in May 2022.",
            "CRCL retained the complaints and will conduct an onsite investigation in May 2022.",
        ),
        Phrase(
            "did-into",
            rf"<issuer:office>{ADVERBS} {_DID} (?:(?:a|an|its|the) )?(?:[\w\"-]+ ){{0,4}}?\"?(?:on-?\s*site|spot(?:-| "
            rf")check)\"?[^;]{{1,240}}? "
            r"(?:from|on|during) <fieldwork_on:period>",
            "CRCL conducted an onsite investigation into conditions at the jail in Anson, Texas from September "
            "20-24, 2021.",
            "CRCL conducted an onsite investigation into a death at the jail in September 2021.",
        ),
        Phrase(
            "did-passive",
            rf"(?:on-?\s*site|spot(?:-| )\s*check\"?|visit)(?: "
            rf"(?:investigations?|visits?|inspections?|reviews?))?{_PLACE} "
            rf"(?:(?:that|which) )?(?:occurred|took place|(?:was|were) (?:conducted|held|made|performed|carried out))"
            rf"(?: by CRCL)?{_PLACE},? "
            rf"(?:(?:(?:on|from|in|over) )?<fieldwork_on:when>(?:\s*,? and <fieldwork_on_2:when>)?|"
            r"between <fieldwork_on_3:span>)",
            "CRCL's onsite investigations occurred on March 28, 2017, and April 4-5, 2017, at five places.",
            "CRCL's onsite investigations will occur on March 28, 2017.",
            "A.4 36, 37",
        ),
        Phrase(
            "that-office-did-then",
            rf"{_VISIT}\"?(?: investigation)? (?:that|which) <issuer:office>{ADVERBS} {_DID}{_PLACE},? {_DONE_WHEN}",
            "the spot-check that CRCL made at Krome on April 3-4, 2024",
            "the spot-check that ICE made at Krome on April 3-4, 2024",
        ),
        Phrase(
            "was-there",
            r"(?:a|the|its) (?:[\w-]+ )?team from <issuer:office>(?: and its (?:[\w-]+ ){0,4}experts?)? (?:was|were) "
            r"(?:on-?\s*site|at the (?:facility|jail|center|site|station)|there) "
            r"(?:from|on|between) <fieldwork_on:period>",
            "A team from CRCL and its experts were at the facility from October 17-21, 2022.",
            "A team from ICE was at the facility from October 17-21, 2022.",
        ),
        Phrase(
            "dated-visit",
            r"(?:followed|following|after|during) (?:CRCL's|its|an?|the) <fieldwork_on:when>,? (?:[\w-]+ ){0,2}?"
            r"(?:on-?\s*site|spot(?:-| )\s*check)",
            "The memorandum followed CRCL's February 13-16, 2023, onsite investigation.",
            "The memorandum followed CRCL's February 2023 letter about an onsite investigation.",
        ),
        Phrase(
            "during-visit",
            rf"during (?:its|an?|the|CRCL's) (?:[\w-]+ ){{0,3}}?on-?\s*site(?: "
            rf"(?:investigation|visit|inspection|review))?{_PLACE},? "
            r"(?:on|in|from) <fieldwork_on:when>",
            "During its onsite investigation on March 14-16, 2023, CRCL talked to staff.",
            "During its onsite investigation, CRCL read a report of March 14-16, 2023.",
        ),
        Phrase(
            "visited-on",
            rf"{OFFICE}{ADVERBS} (?:visited|toured|inspected) (?:the )?(?-i:[A-Z])[\w.'&-]*"
            r"(?: (?:(?-i:[A-Z])[\w.'&-]*|of)){0,8}(?: (?:site|facility|jail))?(?:\s*\([^()]{1,40}\))?"
            r"(?:,? (?:in )?(?-i:[A-Z])[\w.]*(?: (?-i:[A-Z])[\w.]*){0,2}, (?-i:[A-Z])[\w.]*(?: (?-i:[A-Z])[\w.]*)?)?"
            r",? (?:on|in|from) <fieldwork_on:when>",
            "CRCL visited Krome on February 7-9, 2023.",
            "CRCL visited a jail that was built in February 2023.",
        ),
        Phrase(
            "planned-on",
            r"(?:will|to|and|would) (?:conduct|perform|hold|carry out) (?:(?:a|an|its|the) )?"
            rf"(?:[\w\"-]+ ){{0,4}}?{_VISIT}s?\"?"
            r"(?! (?:that|to determine))[^;]{0,160}? (?:on|in|from|during|for) <planned_on:when>",
            "CRCL will retain the complaints and conduct an onsite investigation at the jail on July 24-27, 2023.",
            "CRCL conducted an onsite investigation on July 24-27, 2023.",
            "domain 1, Clay County",
        ),
        Phrase(
            "planned-passive",
            rf"(?:on-?\s*site|{_VISIT})(?: [\w'()-]+){{0,12}}? (?:(?:is|are|was|were|has been) "
            rf")?(?:scheduled|planned|set)"
            r"(?: to (?:begin|occur|take place|start))? (?:for|on|in|from|during) <planned_on:when>",
            "The onsite investigation is scheduled for May 2024.",
            "The onsite investigation took place in May 2024.",
        ),
        Phrase(
            "planned-will",
            rf"(?:on-?\s*site|{_VISIT})(?:,? [\w'()-]+){{0,14}}?,? "
            r"will (?:occur|take place|begin|be (?:held|conducted)) (?:(?:on|in|from|during) )?<planned_on:when>",
            "The onsite investigation will take place on July 24-27, 2023.",
            "The onsite investigation took place on July 24-27, 2023.",
        ),
        Phrase(
            "office-scheduled",
            rf"<issuer:office>{ADVERBS} (?:scheduled|planned) (?:a|an|its) (?:[\w-]+ "
            rf"){{0,3}}?{_VISIT}[^.;,]{{0,100}}? (?:for|on|in) "
            r"<planned_on:when>",
            "CRCL scheduled an onsite investigation at Irwin for June 2021.",
            "CRCL finished an onsite investigation in June 2021.",
        ),
    ),
)
"""Rows of work: done or only planned."""

AND_AGAIN = Phrase(
    "and-again",
    r"\s*,? and(?: again)? (?:(?:on|in|from|during) )?<fieldwork_on:when>"
    r"(?=\s*(?:[.;)]|$|(?:at|with|to)\W|, (?:at|with|to|which|where)\W))",
    " and again in June 2022.",
    " and in June 2022, CRCL issued a memorandum.",
)
"""A second visit, right after the date of the first."""

VISIT_DATED = Phrase(
    "visit-dated",
    r"(?:following|followed|after|details|discusses|summarizes|from|in response to) "
    r"(?:(?:a|an|its|the|CRCL's) )?(?:[\w-]+ ){0,3}?"
    r"\"?(?:on-?\s*site|spot(?:-| )\s*check)s?\"?(?: (?:investigation|visit|inspection|review)s?)?(?: conducted)?"
    rf"{_PLACE}(?: by CRCL)?\s*,? (?:(?:in|on|from|during|of) )?<fieldwork_on:when>",
    "that followed a targeted onsite investigation at the Otay Mesa Detention Center in May 2022",
    "that followed a targeted onsite investigation into deaths in May 2022",
)
"""The date of a visit that a memo followed: certain only where the memo has a date of its own in the sentence."""

VISIT_INTO = Phrase(
    "visit-into",
    r"(?:following|followed|after) (?:a|an|its|the|CRCL's) (?:[\w-]+ ){0,3}?on-?\s*site(?: (?:investigation|visit))? "
    r"into [^.;]{1,160}? (?:on|from) <fieldwork_on:period>",
    "that followed an onsite investigation into deaths at the Otay Mesa Jail on May 2-4, 2022",
    "that followed an onsite investigation into deaths in May 2022",
)
"""The days of a visit, after what it was about."""

VISIT_BY_OFFICE = Phrase(
    "visit-by-office",
    r"issued (?:following|after) (?:a|an|its|CRCL's) (?:[\w-]+ ){0,3}?on-?\s*site(?: "
    rf"(?:investigation|visit|inspection|review))?{_PLACE} by (?:the )?CRCL,? "
    r"(?:in|on|from|during) <fieldwork_on:when>",
    "a memorandum issued following a targeted onsite investigation at the Otay Mesa Jail by CRCL in May 2022",
    "a memorandum issued by CRCL following a targeted onsite investigation at the Otay Mesa Jail in May 2022",
    "A.4 4",
)
"""The date of a visit by the office, right after the office: it is the visit's, and not the memo's."""
