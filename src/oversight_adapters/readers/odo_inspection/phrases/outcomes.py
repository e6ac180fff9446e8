"""Rows of the standard that an inspection measured by, its rating, and the plan that came of it."""

from __future__ import annotations

from oversight_adapters.readers.odo_inspection.phrases.words import ENDS, ITEM
from oversight_adapters.readers.odo_inspection.slots import RATING
from oversight_adapters.readers.phrasebook import Phrase
from oversight_adapters.readers.words.numbers import COUNT

_UCAP = r"(?:(?:uniform )?correct(?:ive|ion) action plan(?: \(UCAP\))?|(?-i:UCAP|CAP))(?![\w-])"

OUTCOMES = (
    Phrase(
        "plan",
        rf"(?:facility|contractor|jail|center|(?<!\w)(?:it|(?-i:[A-Z&]{{2,8}})))\s*,?(?: (?:has|had) also)? "
        rf"<corrective_plan_completed:completed> (?:its|the|their|a|an) {_UCAP}",
        "The facility had completed its uniform corrective action plan (UCAP).",
        "The facility had submitted its uniform corrective action plan (UCAP).",
        "C.2 22",
    ),
    Phrase(
        "plan-passive",
        rf"(?:{ITEM}|(?:the|its|a|facility's|(?-i:[A-Z]{{2,8}})'s) ){_UCAP}(?: (?:for|from|after) [^.;]{{1,60}}?)?:? "
        r"<corrective_plan_completed:completed>",
        "The UCAP was completed.",
        "The UCAP was reviewed.",
        "C.2 22",
    ),
    Phrase(
        "label-plan",
        rf"(?<!\w){_UCAP}[^:\n]{{0,60}}: <corrective_plan_completed:completed>",
        "UCAP for the last inspection: completed",
        "UCAP for the last inspection: received",
        "general knowledge",
    ),
    Phrase(
        "standard-of-days",
        rf"\d{{4}}, <standard:standard>{ENDS}",
        "Inspection 2024-002-426, August 6-8, 2024, NDS 2019",
        "Inspection 2024-002-426, August 6-8, 2024, of 2019",
        "general knowledge",
    ),
    Phrase(
        "operates",
        r"(?:operates|operating|is required to comply) (?:under|with) (?:the )?(?:ICE )?<standard:standard>",
        "The facility operates under the National Detention Standards 2019.",
        "The facility operates under a contract.",
        "reports of 2012 to 2025",
    ),
    Phrase(
        "standard",
        r"(?<!and\sone\sstandard\s)(?:under|against|to|with|per|in|using) (?:the |\d{1,3} )?(?:ICE )?"
        r"<standard:standard>",
        "ODO assessed the facility under the National Detention Standards 2019.",
        "ODO assessed the facility under the contract.",
        "general knowledge",
    ),
    Phrase(
        "standard-of-standards",
        rf"{COUNT} <standard:standard> (?:detention )?standards(?![\w-])",
        "It was in compliance with nine of 18 NDS 2000 standards.",
        "It was in compliance with nine of 18 detention standards.",
        "C.2 19",
    ),
    Phrase(
        "rating",
        r"(?:rating(?: of| was| is| to be|:| \|)?|(?:was|were|is) rated(?: as)?|"
        r"rated(?: (?:the (?:facility|center|jail)|it|(?-i:[A-Z]{2,8})))?(?: as)?)"
        r"(?: an?| the)? \"?<rating:rating>"
        rf"(?!\s{{0,200}}(?:{RATING}|N/A))",
        "The facility received a final rating of Meets Standards.",
        "The facility received a final rating in May.",
        "general knowledge",
    ),
)
"""Standard, rating, plan."""
