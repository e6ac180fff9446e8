"""The forms of a title: what goes before and around the subject, for each type of document."""

from __future__ import annotations

from oversight_adapters.readers.crcl_summary.phrases.common import THE
from oversight_adapters.readers.phrasebook import Phrase

_OF_CRCL = r"(?:(?:CRCL(?:'s)?|the Office for Civil Rights and Civil Liberties(?:'s?)?) )?"
_TO = rf"(?: to {THE}<addressee:component>(?:,? and {THE}<addressee_2:component>)?)?"
_ABOUT = (
    r"(?:\s*[:|-]+\s*|\s*,? (?:concerning|regarding|about|following|for|on|of|at|in)(?: (?:its|CRCL's|the|an?))? |\s+)"
    r"(?:(?:(?:CRCL|onsite|virtual onsite|spot-check) )?(?:investigation|spot-check|allegations|complaints) "
    r"(?:at|regarding|of|into|concerning)(?: the)? )?"
)
_WORK = (  # the last word of "Key Civil Rights Findings and Recommendations Memo"
    r"(?:recommendations?|memo(?:randum)?|findings|review|investigation)(?! (?:memo|and (?:recommend|findings)))"
)
_SUBJECT = r"<subject:words>"


TITLES = (
    Phrase(
        "title-summary",
        rf"<type:summary> of {THE}(?:{_OF_CRCL}|DHS )(?:[\w'-]+ ){{0,6}}?{_WORK}"
        rf"{_TO}(?: and (?:(?:{THE}<agency:component>|(?:DHS |the )?components?)'?s?'? "
        rf"(?:and {THE}<agency_2:component>'?s?'? )?)?responses?)?"
        r"(?: to [\w' ]{3,40}recommendations?)?"
        rf"(?:{_ABOUT}{_SUBJECT}|\s*$)",
        "Summary of CRCL's Recommendations and CBP's Response: Yuma Station",
        "Recommendations of CRCL",
        "A.3",
    ),
    Phrase(
        "title-close-summary",
        rf"{_OF_CRCL}<type:close-summary>{_TO}(?:{_ABOUT}{_SUBJECT}|\s*$)",
        "Close Summary Regarding Holding Rooms",
        "Summary Regarding Holding Rooms",
        "A.3",
    ),
    Phrase(
        "title-memo",
        rf"{_OF_CRCL}<printed_type:memo>{_TO}(?:{_ABOUT}{_SUBJECT}|\s*$)",
        "CRCL Expert Recommendation Memo to ICE: Otay Mesa Detention Center",
        "CRCL Memo to File",
        "A.3",
    ),
    Phrase(
        "title-spot-check",
        rf"{_OF_CRCL}<printed_type:spot-check-title> at (?:the )?{_SUBJECT}",
        "Findings and Recommendations Following Spot-Check at Otay Mesa Detention Center",
        "Findings and Recommendations Following Complaints",
        "A.3",
    ),
    Phrase(
        "title-plain-summary",
        rf"<type:summary>(?:\s*[:|-]+\s*| (?:regarding|concerning) ){_SUBJECT}",
        "Summary: Holding Rooms",
        "Summary judgment",
    ),
)
"""Rows of titles, tried in order at the start of a line.  What the subject is, the title says after its form."""

MEMO_TITLES = TITLES[2:4]
"""Those of memos, in which the subject of a memo may be written."""

TITLE = Phrase("title", "<title:words>", "Close Summary: Holding Rooms", "")
PART = Phrase("part", r"\(?(?<!\w)part <part:part>", "Segregation Oversight (Part 2)", "Partly Closed")
OFFICE = Phrase(
    "office", r"<issuer:office>", "Office for Civil Rights and Civil Liberties", "Office of Inspector General"
)
FROM_OFFICE = Phrase(
    "from-office",
    r"(?:<issuer:office>|<issuer_2:officer>)",
    "Acting Officer for Civil Rights and Civil Liberties",
    "Officer of the Deck",
)
"""Who sends a memo: the office, or its head by title."""
MEMO_TYPE = Phrase("memo-type", "<type:memo-type>", "Expert Recommendation Memorandum", "Memorandum")
SPOT_CHECK_TYPE = Phrase(
    "spot-check-type", "<type:spot-check-type>", "Findings and Recommendations Following Spot-Check", "Spot-Check"
)
FACILITY = Phrase("facility", "<facility:facility>", "the Otay Mesa Detention Center", "the jail")
COMPONENT = Phrase("component", "<agency:component>", "FPS Screening of Visitors", "Screening of Visitors")
TOPIC = Phrase("topic", "<topics:words>", "Use of Force", "")
DATED = Phrase("dated", "<dated_on:date>", "March 4, 2024", "March")
HEADING = Phrase("heading", "<about:words>", "Use of Force", "")

DISPLAYING = Phrase(
    "displaying",
    r"(?:displaying|showing) <first:figure>(?:\s*-\s*| to )<last:figure> of <stated_total:figure>(?!\w)",
    "Displaying 11 - 20 of 176",
    "Displaying all documents",
)
"""What a page of a collection says of itself."""
