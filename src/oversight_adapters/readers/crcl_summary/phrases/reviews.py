"""What was reviewed: of which kind, where, into what, by which rules and with whose help."""

from __future__ import annotations

from oversight_adapters.readers.crcl_summary.phrases.common import ADVERBS, FREE, LINK, THE, Family
from oversight_adapters.readers.phrasebook import Phrase
from oversight_adapters.readers.words import dates

_THE = rf"{THE}(?:(?-i:ICE|CBP|DHS)(?:'s)? )?{LINK}"
_DID = r"(?:conducted|performed|carried out|completed|undertook|held|made|initiated|opened|began|launched|started)"


KINDS = Family(
    "kinds",
    (
        Phrase(
            "followed",
            r"(?:following|follow(?:s|ed)|after|based on|stemming from|resulting from|arising from) "
            rf"(?:(?:a|an|its|the|CRCL's|that|the CRCL) (?:{dates.WHEN},? )?)?\"?<type:review-type>s?\"?",
            "issued following a periodic review of the programme",
            "issued following a complaint",
            "A.4 1-8",
        ),
        Phrase(
            "results-of",
            r"(?:results|findings) (?:of|from) (?:a|an|its|CRCL's) \"?<type:review-type>s?\"?(?! (?:that|which|by)\W)",
            "a memorandum detailing the results of an onsite investigation at the jail",
            "a memorandum detailing the results of a survey at the jail",
        ),
        Phrase(
            "office-did",
            rf"<issuer:office>(?: and (?:its|an?|two|three|four) (?:[\w-]+ ){{0,5}}?experts?)?{ADVERBS} {_DID} "
            r"(?:(?:a|an|its|this|the|another) )?\"?<type:review-type>s?\"?",
            "CRCL conducted a virtual onsite investigation.",
            "ICE conducted a virtual onsite investigation.",
        ),
        Phrase(
            "office-own",
            r"<issuer:office>'s \"?<type:review-type>\"?",
            "CRCL's virtual onsite investigation occurred in July.",
            "ICE's virtual onsite investigation occurred in July.",
            "A.4 36",
        ),
        Phrase(
            "office-will",
            r"(?:will|to|and) (?:conduct|hold|perform|carry out|undertake) (?:(?:a|an|its|the) )?"
            r"\"?<type:review-type>s?\"?",
            "CRCL will retain the complaints and conduct an onsite investigation.",
            "CRCL will retain the complaints.",
        ),
        Phrase(
            "office-did-too",
            r"<issuer:office>(?: [^.;]{3,160}?)? (?:and conducted|which included) (?:(?:a|an|its|the) )?"
            r"\"?<type:review-type>s?\"?",
            "CRCL retained the complaints for investigation, and conducted a virtual onsite investigation.",
            "CRCL retained the complaints, and ICE conducted a virtual onsite investigation.",
        ),
        Phrase(
            "office-announces",
            r"announc(?:es|ing) (?:its|an?) \"?<type:review-type>\"?",
            "a memorandum announcing its onsite investigation",
            "a memorandum announcing its findings",
            "A.4 13",
        ),
        Phrase(
            "was-done",
            r"(?:a|an|the|CRCL's) \"?<type:review-type>\"?(?: by CRCL| (?!by )\w+){0,2}(?:\s*, which)? "
            r"(?:(?:was|will be) (?:conducted|made|held|carried out|performed)(?! by (?!CRCL))|took place|"
            r"will (?:take place|occur)|occurred)",
            "An onsite investigation was conducted in May.",
            "An onsite investigation was conducted by the contractor.",
        ),
        Phrase(
            "that-office-did",
            rf"(?:a|an|the) \"?<type:review-type>\"? (?:that|which) <issuer:office>{ADVERBS} {_DID}(?!\w)",
            "the results of the spot-check that CRCL made at the jail",
            "the results of the spot-check that ICE made at the jail",
        ),
    ),
)
"""Rows of kinds of review; the office must be the one who reviews."""

PLACES = Family(
    "places",
    (
        Phrase(
            "review-at",
            r"(?:on-?\s*site|spot(?:-| )\s*check\"?|investigations?|visit|inspection|review)(?: [^.;,]{1,160}?)? "
            r"(?:at|of|to|complaints from) (?:the following (?:[\w-]+ ){0,4}?"
            r"(?:Ports of Entry|facilities|sites|locations|airports|stations): )?"
            rf"{_THE}<facility:facility>",
            "a targeted onsite investigation at the Otay Mesa Detention Center",
            "a targeted onsite investigation at the jail",
            "A.4 2, 4, 8",
        ),
        Phrase(
            "conditions-at",
            rf"CRCL [^.;,]{{1,80}}? conditions (?:of detention )?(?:[^.;,]{{1,60}}? )?(?:at|of) "
            rf"{_THE}<facility:facility>",
            "CRCL looked into conditions of detention at the Otay Mesa Detention Center.",
            "CRCL looked into conditions of detention at the border.",
        ),
        Phrase(
            "complaints-at",
            rf"CRCL [^.;,]{{1,60}}? (?:complaints?|allegations?)(?: investigations?)? [^.;]{{1,200}}? (?:at|in) "
            rf"{_THE}<facility:facility>",
            "CRCL received 19 allegations that ICE did not care for people held at the Otay Mesa Detention Center.",
            "CRCL received 19 allegations that ICE did not care for people held at the border.",
            "A.4 30-33",
        ),
        Phrase(
            "visited",
            rf"<issuer:office>{ADVERBS} (?:visited|toured|inspected|reviewed) {_THE}<facility:facility>",
            "CRCL visited the Otay Mesa Detention Center in May.",
            "CRCL visited the border in May.",
        ),
        Phrase(
            "occurred-at",
            rf"(?:occurred|took place|was conducted|were conducted) [^;]{{3,80}}?,? at {_THE}<facility:facility>",
            "onsite investigations occurred on May 3, 2017, at the Brownsville Port of Entry",
            "onsite investigations occurred on May 3, 2017, at the border",
            "A.4 37",
        ),
    ),
)
"""Rows of places."""

AND_AT = Phrase(
    "and-at",
    rf"\s*,?(?: and)?(?: at)? {_THE}<facility:facility>",
    ", and the McAllen Station Processing Center",
    ", which is a jail",
    "A.4 37",
)
"""The next place of a list, right after the one before."""

THEN_AND_AT = Phrase(
    "then-and-at",
    rf"\s*,? (?:on|in|from) <fieldwork_on:when>\s*,? and(?: at)? {_THE}<facility:facility>",
    " on May 3, 2018, and the Casa Grande Station",
    " on May 3, 2018, and in May 2019",
)
"""The next place, after the date of the visit to the one before."""

THEN = Phrase("then", r"\s*,? (?:on|in|from) <fieldwork_on:when>", " on May 4, 2018", " with experts")
"""The date of a visit, right after its place."""

IN_TOWN = Phrase(
    "in-town",
    r"(?:\](?:\([^()\s]{0,200}\))?)?(?:\s*\((?:the )?\"?<aliases:called>\"?\))?"
    r"(?:\s*,?(?:(?: located)? in|\s*[|-])?(?: the (?:city|town) of)? <city:town>\s*, <state:state-name>)?",
    " (OMDC) in San Diego, California",
    "",
)
"""What is said of a facility right after its name: a short name in brackets, its town and State."""

NAME_IN_TOWN = Phrase(
    "name-in-town",
    r"(?:the )?<facility:called-place>\s*,(?: in)? <city:town>\s*, <state:state-name>",
    "Immigration Centers of America, Farmville, Virginia",
    "Screening of Visitors, Federal Buildings",
)
"""A name with its town, as the subject of a title."""

NAME_VISITED = Phrase(
    "name-visited",
    r"(?:the )?<facility:called-place>(?: in <city:town>\s*, <state:state-name>)?\s*$",
    "Naval Consolidated Brig Miramar in San Diego, California",
    "Screening of Visitors at the border",
)
"""A name, with its town or without, after "investigation at" in a title."""

SCOPE = Family(
    "scope",
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
            r"(?:review|investigation) (?:to "
            r"(?:evaluate|examine|assess)|evaluating|examining|assessing|focus(?:ed|ing) on|"
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
            r"memo(?:randum)? [^;]{0,120}?(?:that|which) raised concerns (?:related "
            r"to|about|regarding|with|concerning) <topic:words>",
            "a Recommendation Memorandum to DHS FPS in June 2024 that raised concerns related to service animals",
            "a letter that raised concerns related to service animals",
            "A.4 9",
        ),
        Phrase(
            "memo-about",
            r"memo(?:randum)?,? (?:issued|sent) (?:in|on) [^.;]{4,40}? by (?:the )?(?:CRCL|[\w ]{3,60}\(CRCL\)) "
            r"(?:on(?! behalf)|about|regarding|concerning) <topic:words>",
            "a Recommendation Memorandum issued in September 2023 by CRCL on the handling of articles of faith",
            "a Recommendation Memorandum issued in September 2023 by CRCL",
            "A.4 5, 6",
        ),
        Phrase(
            "memo-of-date-about",
            r"memo(?:randum)?(?: to [^.;,]{2,60}?)?,? (?:of|in|dated|on) "
            r"(?:\w+ \d{1,2}, \d{4}|(?:\d{1,2} )?\w+ \d{4}),? "
            r"(?:about|regarding|concerning|on(?! behalf)) (?!\d|\w+ \d)<topic:words>",
            "CRCL's Recommendation Memorandum to TSA in October 2023 about the handling of the kirpan",
            "CRCL's Recommendation Memorandum to TSA in October 2023",
            "A.4 5, 6",
        ),
        Phrase(
            "experts",
            r"(?<!\w)(?:assistance of|assisted by|accompanied by|engaged|used|CRCL and|along with|together "
            r"with|with|retained|includ(?:ing|ed)|CRCL's|by) "
            r"(?:(?:a|an|the|its|two|three|four|several|of) ){0,2}?<experts:experts>",
            "conducted with the assistance of contract subject matter experts",
            "conducted with the assistance of contract staff",
        ),
        Phrase(
            "experts-took-part",
            rf"{FREE}(?<!\w)(?:(?:the|its|CRCL's|two|three|four|five|several|an?) )??<experts:experts> "
            r"(?:took part|assisted|participated|accompanied|joined|supported)(?!\w)",
            "Contract experts took part in the visit.",
            "Contract nurses took part in the visit.",
        ),
        Phrase(
            "criteria",
            r"<criteria:criteria>",
            "requirements in ICE Directive 11065.1: Review of Segregation",
            "requirements in the handbook",
        ),
    ),
)
"""Rows of scope: topics, experts and the rules that a review measures by."""
