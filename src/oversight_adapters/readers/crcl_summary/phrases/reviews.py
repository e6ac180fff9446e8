"""What was reviewed: of which kind, where, into what, when it began, and the work in the field."""

from __future__ import annotations

from oversight_adapters.readers.crcl_summary.phrases.common import ADVERBS, COMMA, ON, THE, Family
from oversight_adapters.readers.phrasebook import Phrase

_DID = r"(?:conducted|performed|carried out|completed|undertook|held|made)"
_BEGAN = r"(?:initiated|opened|began|launched|started|commenced)"
_VISIT = r"(?:on-?site|spot(?:-| )check|visit|investigation|inspection)"
_PLACE = (  # a facility or a short name for one, its abbreviation, and the town
    r"(?: (?:at|of|to) (?:the )?(?-i:[A-Z])[\w.'&-]*(?: (?:(?-i:[A-Z])[\w.'&-]*|of)){0,8})?(?:\s*\([^()]{1,40}\))?"
    r"(?:,? (?:in )?(?-i:[A-Z])[\w.]*(?: (?-i:[A-Z])[\w.]*){0,2}, (?-i:[A-Z])[\w.]*(?: (?-i:[A-Z])[\w.]*)?\s*,?)?"
)
_OFFICE = rf"{THE}(?:<issuer:office>)(?:'s (?:\w+ )?(?:experts?|team|staff))?"

KINDS = Family(
    "kinds",
    ("review", "investigation", "onsite", "on-site", "on site", "spot"),
    (
        Phrase(
            "followed",
            r"(?:following|followed|after|based on|stemming from|resulting from|arising from) (?:a|an|its|the|CRCL's|that) <type:review-type>",
            "issued following a periodic review of the programme",
            "issued following a complaint",
            "A.4 1-8",
        ),
        Phrase(
            "office-did",
            rf"<issuer:office>{ADVERBS} (?:{_DID}|{_BEGAN}) (?:a|an|its|this|another) <type:review-type>",
            "CRCL conducted a virtual onsite investigation.",
            "ICE conducted a virtual onsite investigation.",
        ),
        Phrase(
            "office-own",
            r"<issuer:office>'s <type:review-type>",
            "CRCL's virtual onsite investigation occurred in July.",
            "ICE's virtual onsite investigation occurred in July.",
            "A.4 36",
        ),
        Phrase(
            "office-will",
            r"(?:will|to|and) conduct (?:a|an|its) <type:review-type>",
            "CRCL will retain the complaints and conduct an onsite investigation.",
            "CRCL will retain the complaints.",
        ),
        Phrase(
            "office-announces",
            r"announc(?:es|ing) (?:its|an?) <type:review-type>",
            "a memorandum announcing its onsite investigation",
            "a memorandum announcing its findings",
            "A.4 13",
        ),
        Phrase(
            "was-done",
            r"(?:a|an|the) <type:review-type>(?: \w+){0,2} (?:was conducted|took place|occurred)",
            "An onsite investigation was conducted in May.",
            "An onsite clinic opened.",
        ),
    ),
)
"""Rows of kinds of review; the office must be the one who reviews."""

PLACES = Family(
    "places",
    ("onsite", "on-site", "on site", "investigation", "spot", "visit", "inspect", "review"),
    (
        Phrase(
            "review-at",
            r"(?:on-?site|spot(?:-| )check\"?|investigations?|visit|inspection|review)(?: [^.;,]{1,160}?)? (?:at|of|to) "
            rf"{THE}<facility:facility>",
            "a targeted onsite investigation at the Otay Mesa Detention Center",
            "a targeted onsite investigation at the jail",
            "A.4 2, 4, 8",
        ),
        Phrase(
            "conditions-at",
            rf"CRCL [^.;,]{{1,80}}? conditions (?:of detention )?(?:[^.;,]{{1,60}}? )?(?:at|of) {THE}<facility:facility>",
            "CRCL looked into conditions of detention at the Otay Mesa Detention Center.",
            "CRCL looked into conditions of detention at the border.",
        ),
        Phrase(
            "visited",
            rf"<issuer:office>{ADVERBS} (?:visited|toured|inspected) {THE}<facility:facility>",
            "CRCL visited the Otay Mesa Detention Center in May.",
            "CRCL visited the border in May.",
        ),
        Phrase(
            "occurred-at",
            rf"(?:occurred|took place|was conducted|were conducted) [^.;]{{3,80}}?,? at {THE}<facility:facility>",
            "onsite investigations occurred on May 3, 2017, at the Brownsville Port of Entry",
            "onsite investigations occurred on May 3, 2017, at the border",
            "A.4 37",
        ),
    ),
)
"""Rows of places."""

AND_AT = Phrase(
    "and-at",
    rf"\s*,?(?: and)?(?: at)? {THE}<facility:facility>",
    ", and the McAllen Station Processing Center",
    ", which is a jail",
    "A.4 37",
)
"""The next place of a list, right after the one before."""

WORK = Family(
    "work",
    ("review", "investigation", "onsite", "on-site", "on site", "spot", "visit", "interview", "inspect", "tour"),
    (
        Phrase(
            "opened-on",
            rf"{ON}<opened_on:date>{COMMA}{_OFFICE}{ADVERBS} {_BEGAN} (?:a|an|its|this) (?:(?!complaint)[\w-]+ ){{0,4}}?"
            r"(?:review|investigation|inquiry)(?![\w-])",
            "In May 2020, CRCL initiated a periodic review to evaluate segregation.",
            "In May 2020, CRCL opened a complaint investigation.",
            "A.4 35",
        ),
        Phrase(
            "opened-then",
            rf"<issuer:office>{ADVERBS} {_BEGAN} (?:a|an|its|this) (?:(?!complaint)[\w-]+ ){{0,4}}?(?:review|investigation|inquiry)"
            rf"{_PLACE}{COMMA}(?:in|on) <opened_on:date>",
            "CRCL opened an investigation in May 2020.",
            "CRCL opened an investigation into deaths in May 2020.",
        ),
        Phrase(
            "was-opened",
            rf"(?:the|a|this|CRCL's) (?:(?!complaint)[\w-]+ ){{0,3}}?(?:review|investigation) (?:was )?{_BEGAN}(?: by CRCL)? "
            r"(?:in|on) <opened_on:date>",
            "The periodic review was initiated in May 2020.",
            "The complaint investigation was opened in May 2020.",
        ),
        Phrase(
            "did-on",
            rf"(?:{ON}|from |between |during )<fieldwork_on:when>{COMMA}{_OFFICE}{ADVERBS} {_DID} (?:a|an|its|this) (?:[\w\"-]+ ){{0,4}}?{_VISIT}",
            "From July 24-27, 2023, CRCL conducted an onsite investigation at the jail.",
            "In May 2023, CRCL initiated an investigation.",
        ),
        Phrase(
            "did-then",
            rf"<issuer:office>(?:'s experts?)?{ADVERBS} {_DID} (?:a|an|its|this) (?:[\w\"-]+ ){{0,4}}?{_VISIT}\"?"
            rf"{_PLACE},? (?:on|in|from|during|between) <fieldwork_on:when>",
            "CRCL conducted a targeted investigation at Krome in February 2023.",
            "CRCL conducted an investigation into deaths at Krome in February 2023.",
        ),
        Phrase(
            "did-into",
            rf"<issuer:office>{ADVERBS} {_DID} (?:a|an|its) (?:[\w\"-]+ ){{0,4}}?(?:on-?site|spot(?:-| )check)\"?[^.;]{{1,240}}? "
            r"(?:from|on|during) <fieldwork_on:period>",
            "CRCL conducted an onsite investigation into conditions at the jail in Anson, Texas from September 20-24, 2021.",
            "CRCL conducted an onsite investigation into a death at the jail in September 2021.",
        ),
        Phrase(
            "did-passive",
            rf"(?:on-?site|spot(?:-| )check\"?|visit)(?: (?:investigations?|visits?|inspections?|reviews?))?{_PLACE} "
            rf"(?:occurred|took place|was (?:conducted|held)|were (?:conducted|held))(?: by CRCL)? (?:(?:on|from|in|between|over) )?"
            r"<fieldwork_on:when>(?:\s*,? and <fieldwork_on_2:when>)?",
            "CRCL's onsite investigations occurred on March 28, 2017, and April 4-5, 2017, at five places.",
            "CRCL's onsite investigations will occur on March 28, 2017.",
            "A.4 36, 37",
        ),
        Phrase(
            "visited-on",
            rf"<issuer:office>(?:'s (?:\w+ )?(?:experts?|team|staff))?{ADVERBS} (?:visited|toured|inspected) (?:the )?(?-i:[A-Z])[\w.'&-]*"
            r"(?: (?:(?-i:[A-Z])[\w.'&-]*|of)){0,8}(?:\s*\([^()]{1,40}\))?,? (?:on|in|from) <fieldwork_on:when>",
            "CRCL visited Krome on February 7-9, 2023.",
            "CRCL visited a jail that was built in February 2023.",
        ),
        Phrase(
            "planned-on",
            rf"(?:will|to|and|would) (?:conduct|perform|hold|carry out) (?:a|an|its) (?:[\w\"-]+ ){{0,4}}?{_VISIT}\"?"
            r"(?! (?:that|to determine))[^.;]{0,160}? (?:on|in|from|during|for) <planned_on:when>",
            "CRCL will retain the complaints and conduct an onsite investigation at the jail on July 24-27, 2023.",
            "CRCL conducted an onsite investigation on July 24-27, 2023.",
            "domain 1, Clay County",
        ),
        Phrase(
            "planned-passive",
            rf"(?:on-?site|{_VISIT})(?: [\w'()-]+){{0,12}}? (?:(?:is|are|was|were|has been) )?(?:scheduled|planned|set)"
            r"(?: to (?:begin|occur|take place|start))? (?:for|on|in|from|during) <planned_on:when>",
            "The onsite investigation is scheduled for May 2024.",
            "The onsite investigation took place in May 2024.",
        ),
        Phrase(
            "planned-will",
            rf"(?:on-?site|{_VISIT})(?: [\w'()-]+){{0,12}}? will (?:occur|take place|begin|be (?:held|conducted)) "
            r"(?:(?:on|in|from|during) )?<planned_on:when>",
            "The onsite investigation will take place on July 24-27, 2023.",
            "The onsite investigation took place on July 24-27, 2023.",
        ),
        Phrase(
            "office-scheduled",
            rf"<issuer:office>{ADVERBS} (?:scheduled|planned) (?:a|an|its) (?:[\w-]+ ){{0,3}}?{_VISIT}[^.;,]{{0,100}}? (?:for|on|in) "
            r"<planned_on:when>",
            "CRCL scheduled an onsite investigation at Irwin for June 2021.",
            "CRCL finished an onsite investigation in June 2021.",
        ),
    ),
)
"""Rows of work: done or only planned."""

VISIT_DATED = Phrase(
    "visit-dated",
    rf"(?:following|followed|after) (?:a|an|its|CRCL's) (?:[\w-]+ ){{0,3}}?on-?site(?: (?:investigation|visit|inspection|review))?"
    rf"{_PLACE}(?: by CRCL)?,? (?:in|on|from|during) <fieldwork_on:when>",
    "that followed a targeted onsite investigation at the Otay Mesa Detention Center in May 2022",
    "that followed a targeted onsite investigation into deaths in May 2022",
)
"""The date of a visit that a memo followed: certain only where the memo has a date of its own in the sentence."""

SCOPE = Family(
    "scope",
    ("review", "investigation", "memo", "interview", "expert", "directive", "standards", "policy"),
    (
        Phrase(
            "review-of",
            r"(?:periodic|systemic|policy) (?:civil rights )?review of <topic:words>",
            "a periodic review of the detention oversight program",
            "a periodic look at the detention oversight program",
            "A.4 1",
        ),
        Phrase(
            "review-to",
            r"(?:review|investigation) (?:to (?:evaluate|examine|assess)|evaluating|examining|assessing|focus(?:ed|ing) on|"
            r"that focused on) <topic:words>",
            "a periodic review to evaluate the use of holding cells",
            "a periodic review to be continued",
            "A.4 35",
        ),
        Phrase(
            "visit-focused",
            r"(?:review|investigation|onsite)(?: [^.;,]{1,120}?)? focus(?:ed|ing) on <topic:words>",
            "a targeted investigation at Krome in February 2023 focused on mental health care",
            "a targeted investigation at Krome",
        ),
        Phrase(
            "concerns-about",
            r"memo(?:randum)? [^.;]{0,120}?(?:that|which) raised concerns (?:related to|about|regarding|with|concerning) <topic:words>",
            "a Recommendation Memorandum to DHS FPS in June 2024 that raised concerns related to service animals",
            "a letter that raised concerns related to service animals",
            "A.4 9",
        ),
        Phrase(
            "memo-about",
            r"memo(?:randum)?,? (?:issued|sent) (?:in|on) [^.;,]{4,40}? by (?:the )?(?:CRCL|[\w ]{3,60}\(CRCL\)) (?:on|about|regarding|concerning) <topic:words>",
            "a Recommendation Memorandum issued in September 2023 by CRCL on the handling of articles of faith",
            "a Recommendation Memorandum issued in September 2023 by CRCL",
            "A.4 5, 6",
        ),
        Phrase(
            "interviews-over",
            rf"(?:from|between) <interviews_on:span>{COMMA}{_OFFICE}{ADVERBS} (?:conducted|held|completed) <interview_count:count> "
            r"(?:[\w-]+ ){0,3}?interviews(?! (?:with|of) [^.;]{0,40}? and (?:\d|two|three|four|five|six|seven|eight|nine|ten))",
            "From March 2020 to June 2020, CRCL conducted nine interviews with staff.",
            "From March 2020 to June 2020, CRCL conducted many interviews with staff.",
            "A.4 34",
        ),
        Phrase(
            "interviews-in",
            rf"(?:in|on|during) <interviews_on:date>{COMMA}{_OFFICE}{ADVERBS} (?:conducted|held|completed) <interview_count:count> "
            r"(?:[\w-]+ ){0,3}?interviews",
            "In March 2020, CRCL conducted nine interviews.",
            "In March 2020, CRCL read nine reports.",
        ),
        Phrase(
            "interviews",
            rf"<issuer:office>{ADVERBS} (?:conducted|held|completed) <interview_count:count> (?:[\w-]+ ){{0,3}}?interviews"
            r"(?:(?: (?:with|of) [^.;,]{1,100}?)? (?:from|between|in) <interviews_on:when>)?",
            "CRCL conducted nine interviews with staff from March 2020 to June 2020.",
            "CRCL conducted several interviews.",
        ),
        Phrase(
            "interviewed",
            rf"<issuer:office>{ADVERBS} interviewed <interview_count:count> (?:(?!and )[\w-]+ ){{0,3}}?"
            r"(?:people|persons|individuals|noncitizens|detainees|detained|staff|employees|officers|officials|personnel|members|witnesses)"
            r"(?![^.;]{0,80}? and (?:\d|two|three|four|five|six|seven|eight|nine|ten|another))",
            "CRCL interviewed nine detainees.",
            "CRCL interviewed nine detainees and five officers.",
        ),
        Phrase(
            "interviews-done",
            r"<interview_count:count> (?:[\w-]+ ){0,2}?interviews were (?:conducted|held|completed)(?: by CRCL)?"
            r"(?: (?:from|between|in) <interviews_on:when>)?",
            "Nine interviews were conducted from March 2020 to June 2020.",
            "Nine interviews were refused.",
        ),
        Phrase(
            "experts",
            r"(?:assistance of|assisted by|accompanied by|engaged|along with|together with|with|retained|including|CRCL's|by) "
            r"(?:(?:a|an|the|its|two|three|four|several|of) ){0,2}<experts:experts>",
            "conducted with the assistance of contract subject matter experts",
            "conducted with the assistance of contract staff",
        ),
        Phrase(
            "criteria",
            r"<criteria:criteria>",
            "requirements in ICE Directive 11065.1: Review of Segregation",
            "requirements in the handbook",
        ),
    ),
)
"""Rows of scope: topics, interviews, experts and the rules that a review measures by."""
