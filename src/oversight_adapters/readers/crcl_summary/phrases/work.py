"""The work of a review: when it began, visits done and planned, interviews."""

from __future__ import annotations

from oversight_adapters.readers.crcl_summary.phrases.common import ADVERBS, COMMA, EXACTLY, ON, THE, Family
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
_PEOPLE = (
    r"(?:people|persons|individuals|noncitizens|detainees|detained|staff|employees|officers|officials|personnel|members|"
    r"witnesses)"
)
_WITH_EXPERTS = r"(?: and (?:its|an?|two|three|four) (?:[\w-]+ ){0,5}?experts?)?"
_OFFICE = rf"{THE}(?:<issuer:office>)(?:'s (?:\w+ )?(?:experts?|team|staff))?{_WITH_EXPERTS}"

WORK = Family(
    "work",
    (
        Phrase(
            "opened-on",
            rf"{ON}<opened_on:date>{COMMA}{_OFFICE}{ADVERBS} {_BEGAN} (?:a|an|its|this|the) (?:(?!complaint)[\w-]+ "
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
            rf"(?:the|a|this|CRCL's) (?:(?!complaint)[\w-]+ ){{0,3}}?(?:review|investigation)(?:\s*, which)?(?: "
            rf"was)? {_BEGAN}(?: by CRCL)? "
            r"(?:in|on) <opened_on:date>",
            "The periodic review was initiated in May 2020.",
            "The complaint investigation was opened in May 2020.",
        ),
        Phrase(
            "did-on",
            rf"(?:{ON}|from |between |during )<fieldwork_on:when>{COMMA}{_OFFICE}{ADVERBS} {_DID} "
            rf"(?:a|an|its|this|the) (?:[\w\"-]+ ){{0,4}}?{_VISIT}",
            "From July 24-27, 2023, CRCL conducted an onsite investigation at the jail.",
            "In May 2023, CRCL initiated an investigation.",
        ),
        Phrase(
            "did-then",
            rf"<issuer:office>(?:'s experts?| and its (?:[\w-]+ ){{0,4}}?experts?)?{ADVERBS} {_DID} "
            rf"(?:a|an|its|this|the) (?:[\w\"-]+ ){{0,4}}?{_VISIT}\"?"
            rf"{_PLACE},? {_DONE_WHEN}",
            "CRCL conducted a targeted investigation at Krome in February 2023.",
            "CRCL conducted an investigation into deaths at Krome in February 2023.",
        ),
        Phrase(
            "did-into",
            rf"<issuer:office>{ADVERBS} {_DID} (?:a|an|its|the) (?:[\w\"-]+ ){{0,4}}?\"?(?:on-?\s*site|spot(?:-| "
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
            rf"(?:(?:on|from|in|between|over) )?"
            r"<fieldwork_on:when>(?:\s*,? and <fieldwork_on_2:when>)?",
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
            rf"<issuer:office>(?:'s (?:\w+ )?(?:experts?|team|staff)| and its (?:\w+ )*experts?)?{ADVERBS} "
            rf"(?:visited|toured|inspected) (?:the )?(?-i:[A-Z])[\w.'&-]*"
            r"(?: (?:(?-i:[A-Z])[\w.'&-]*|of)){0,8}(?:\s*\([^()]{1,40}\))?"
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
            rf"(?:on-?\s*site|{_VISIT})(?: [\w'()-]+){{0,12}}?(?:\s*, which)? "
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

VISIT_DATED = Phrase(
    "visit-dated",
    r"(?:following|followed|after|details|discusses|summarizes|from) (?:a|an|its|the|CRCL's) (?:[\w-]+ ){0,3}?"
    r"\"?(?:on-?\s*site|spot(?:-| )\s*check)\"?(?: (?:investigation|visit|inspection|review))?(?: conducted)?"
    rf"{_PLACE}(?: by CRCL)?\s*,? (?:(?:in|on|from|during|of) )?<fieldwork_on:when>",
    "that followed a targeted onsite investigation at the Otay Mesa Detention Center in May 2022",
    "that followed a targeted onsite investigation into deaths in May 2022",
)
"""The date of a visit that a memo followed: certain only where the memo has a date of its own in the sentence."""

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

INTERVIEWS = Family(
    "interviews",
    (
        Phrase(
            "interviews-over",
            rf"(?:from|between) <interviews_on:span>{COMMA}{_OFFICE}{ADVERBS} (?:conducted|held|completed) "
            rf"<interview_count:count> "
            r"(?:[\w-]+ ){0,3}?interviews?(?!\w)",
            "From March 2020 to June 2020, CRCL conducted nine interviews with staff.",
            "From March 2020 to June 2020, CRCL conducted many interviews with staff.",
            "A.4 34",
        ),
        Phrase(
            "interviews-in",
            rf"(?:in|on|during) <interviews_on:date>{COMMA}{_OFFICE}{ADVERBS} (?:conducted|held|completed) "
            rf"<interview_count:count> "
            r"(?:[\w-]+ ){0,3}?interviews?(?!\w)",
            "In March 2020, CRCL conducted nine interviews.",
            "In March 2020, CRCL read nine reports.",
        ),
        Phrase(
            "interviews",
            rf"(?:<issuer:office>|(?<!\w)(?:the|its|CRCL's) (?:review |investigat(?:ion|ive) )?team){ADVERBS} "
            rf"(?:conducted|held|completed) <interview_count:count> (?:[\w-]+ "
            rf"){{0,3}}?interviews?(?!\w)"
            r"(?:(?: (?:with|of) [^.;,]{1,100}?)? (?:from|between|in) <interviews_on:when>)?",
            "CRCL conducted nine interviews with staff from March 2020 to June 2020.",
            "CRCL conducted several interviews.",
        ),
        Phrase(
            "interviews-too",
            r"<issuer:office> [^;]{3,160}? and (?:conducted|held|completed) <interview_count:count> "
            r"(?:[\w-]+ ){0,3}?interviews?(?!\w)",
            "CRCL reviewed records and held 35 interviews.",
            "CRCL reviewed records of 35 interviews.",
        ),
        Phrase(
            "interviewed",
            rf"(?:<issuer:office>|(?<!\w)(?:the|its|CRCL's) (?:review |investigat(?:ion|ive) |onsite )?team){ADVERBS} "
            rf"(?:[^;.]{{3,160}}? and )?interviewed <interview_count:count> (?:(?!and |percent )[\w-]+ ){{0,3}}?"
            rf"{_PEOPLE}(?! and \d)(?:,? (?:in|from|between|on) <interviews_on:when>)?",
            "CRCL interviewed nine detainees.",
            "CRCL interviewed nine percent of the detainees.",
        ),
        Phrase(
            "were-interviewed",
            rf"{EXACTLY}<interview_count:count> (?:(?!and |percent |of )[\w-]+ ){{0,3}}?{_PEOPLE} "
            r"were interviewed(?![^.;]{0,60}? by (?!CRCL|(?:tele)?phone|video))",
            "In all, nine detainees were interviewed.",
            "In all, nine detainees were interviewed by ICE.",
        ),
        Phrase(
            "interviewed-over",
            rf"(?:from|between) <interviews_on:span>{COMMA}{_OFFICE}{ADVERBS} interviewed (?!no\W)",
            "From March 2020 to June 2020, CRCL interviewed nine officers.",
            "From March 2020 to June 2020, CRCL read reports.",
        ),
        Phrase(
            "interviews-done",
            rf"{EXACTLY}(?<!\bthat\s)<interview_count:count> (?:[\w-]+ ){{0,2}}?interviews were "
            r"(?:conducted|held|completed)(?: by CRCL|(?! by ))"
            r"(?: (?:from|between|in) <interviews_on:when>)?",
            "Nine interviews were conducted from March 2020 to June 2020.",
            "Nine interviews were refused.",
        ),
    ),
)
"""Rows of interviews."""
