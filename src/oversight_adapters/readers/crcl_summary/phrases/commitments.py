"""What an agency says that it will do, without the word "agreed"."""

from __future__ import annotations

from oversight_adapters.readers.crcl_summary.phrases.common import THE, UNIT, Family
from oversight_adapters.readers.phrasebook import Phrase

_NOT_THESE = (
    r"(?!not\W|never\W|need\W|have to\W|have (?:\d|the opportunity|sixty|thirty|ninety)|"
    r"be (?:notified|asked|required|retained|informed|closed|posted|released)\W)"
)
_IN_TIME = r"(?:\s*, (?:by|no later than|before|within) [^,;]{3,30}(?:, \d{4})?\s*,)?"
_VERB = rf"<modal:modal>{_IN_TIME} (?:(?:also|then|now|further|immediately) ){{0,2}}{_NOT_THESE}<verb:verb>"
_SAID = r"(?:stated|reported|indicated|noted|said|wrote|confirmed|explained|responded|(?:informed|advised|told) CRCL)"

COMMITMENTS = Family(
    "commitments",
    (
        Phrase(
            "agency-will",
            rf"{THE}<actor:component>{UNIT} (?:also )?{_VERB}",
            "CBP will update its handbook.",
            "CBP will not update its handbook.",
            "A.4 28",
        ),
        Phrase(
            "agency-agreed-and-will",
            rf"{THE}<actor:component>{UNIT} (?:also )?agreed to [^.;]{{3,240}}?,? and (?:also )?{_VERB}",
            "CBP agreed to update its handbook, and will report to CRCL by May 2024.",
            "CBP agreed to update its handbook, and the contractor will report to CRCL by May 2024.",
        ),
        Phrase(
            "agency-said-it-will",
            rf"{THE}<actor:component>{UNIT} (?:(?:also|further|has) ){{0,2}}{_SAID} that "
            rf"(?:it|they|the (?:agency|component)) (?:also )?{_VERB}",
            "CBP informed CRCL that it will update its handbook.",
            "CBP informed CRCL that the contractor will update its handbook.",
        ),
    ),
)
"""Rows of promises.  The sentence that holds one is the commitment."""

DEADLINE = Phrase(
    "deadline",
    r"(?<!\w)<deadline:deadline>",
    "no later than March 31, 2024",
    "in the handbook",
)
"""By when, as printed."""
DUE = Phrase(
    "due", r"(?:by|no later than|not later than|before) (?:the end of )?<due_on:due>", "by March 2024", "in March 2024"
)
CADENCE = Phrase(
    "cadence",
    r"(?<![\w-])<cadence:cadence>(?![\w-])",
    "train its officers quarterly",
    "train its officers",
)
"""How often, as printed."""
