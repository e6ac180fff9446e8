"""Who speaks: pieces that statements and positions share."""

from __future__ import annotations

from oversight_adapters.readers.gao_agency_page.slots import ORGANISATION
from oversight_adapters.readers.phrasebook import Phrase

OPENING = r"(?:[^,;.]{1,80}, )??"
"""What may stand before a clause: "However, ", "In response to our recommendation, "."""

ROLE = (
    r"(?: (?:senior |program |agency |component |headquarters )?"
    r"(?:officials?|officers|leadership|management|staff|representatives|personnel))"
)
"""People who speak for an organisation."""

OFFICIALS_OF = r"(?:(?:officials|representatives|staff|leadership) (?:from|at|with|in|within|of) )"

ABOVE = rf"(?:{ORGANISATION}(?:'s(?: \([A-Z]{{2,8}}\))?)? ){{0,2}}?"
"""Organisations named before the one that speaks: in "ICE HSI" and "DHS's ICE" the last one does."""

OFFICE = (
    rf"(?:'s (?!{ORGANISATION})"
    r"(?:Office|Bureau|Division|Directorate) (?:of|for) (?:the )?(?-i:[A-Z]\w*)"
    r"(?: (?:of|for|and|the|(?-i:[A-Z]\w*))){0,10}(?: \([A-Z&]{2,9}\))?)"
)
"""An office that no table holds, behind the organisation that it belongs to."""

ADVERB = (
    r"(?: (?:also|further|again|subsequently|later|then|first|initially|originally|formally|previously|still|currently|"
    r"now|recently|fully|officially|verbally|since|has|have|had|both|do|does|did)){0,2}"
)

SPEECH = (
    r"(?:stated|said|told us|told GAO|reported|noted|informed us|informed GAO|indicated|explained|confirmed|responded|"
    r"replied|wrote|commented|advised|clarified|reiterated|acknowledged|states|says|reports|notes|indicates)"
)

_DID = (
    rf"{ADVERB}(?: (?:partially|partly|generally))? (?:\w+ed|begun|began|met|made|held|sent|took|wrote|sought|gave|"
    r"said|told|withdrew|is|are|was|were|has|have|had|did|does|plans|expects|intends|anticipates|estimates|continues|states|says|reports)"
    r"(?!\w)(?! (?:not|never|yet|no|neither|been unable)\b)"
)

SPEAKERS = (
    Phrase(
        "by-organisation",
        rf"(?:[,:]? )?(?:the )?{ABOVE}<by:organisation>(?:(?:'s)?{ROLE})?{_DID}",
        ", ERO had created a process",
        ", ICE has not provided any examples",
        "B.2 14-17",
    ),
    Phrase("by-us", r"(?:[,:]? )?(?<!\w)<by:ourselves> ", ", we are following up", ", ICE told us", "B.2 3, 13"),
    Phrase(
        "by-officials",
        rf"(?:[,:]? )?(?:according to )?{OFFICIALS_OF}(?:the )?{ABOVE}<by:organisation>(?!'s)(?!,? (?:and|or)\b)",
        ", officials from ICE's Enforcement and Removal Operations (ERO) said",
        ", officials from ICE and CBP said",
    ),
    Phrase(
        "by-source",
        rf"(?:[,:]? )?according to (?:the )?{ABOVE}<by:organisation>(?!'s)(?! and\b)",
        ", according to ICE officials, the work was done",
        ", ICE officials said",
    ),
    Phrase(
        "by-acronym",
        rf"(?:[,:]? )?(?:the )?<by:acronym>(?:{ROLE}{_DID}|{ADVERB} {SPEECH} )",
        ", OTAS officials told us",
        ", ATD had 180,000 participants",
    ),
)
