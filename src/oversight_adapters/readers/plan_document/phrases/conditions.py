"""On what condition: rows for what stands before a subject, and for what follows a verb."""

from __future__ import annotations

import re

from oversight_adapters.readers.phrasebook import Phrase

_TO_THE_END = r"\s+\S"
_SHORT = (
    "appropriate|necessary|needed|possible|practicable|feasible|applicable|available|requested|required|"
    "warranted|relevant|"
    "permitted by law|authorized by law|required by law|resources allow|resources permit"
)

LEADING = (
    Phrase(
        "lead-condition",
        r"(?:(?:only )?(?:if|where|when|whenever|once|unless|upon|after|following|in the event|in cases?|in "
        r"(?:those|such|any|all) (?:cases|instances|situations)|"
        r"in instances|to the extent|provided|as long as|so long as|should|subject to|except|assuming))(?![\w-])",
        "Where CRCL has identified concerns",
        "While DHS has a limited role",
        "7",
    ),
)
"""What makes of the words before a subject a condition."""

CONDITIONAL = re.compile(
    r"\b(?:as|if|when|where|whenever|wherever|to\s+the|subject|only|unless|provided|long|in\s+(?:the|cases)|except|once|"
    r"upon|on)\s",
    re.IGNORECASE,
)
"""What stands in any words that a row of conditions after a verb reads; where there is none of it, none is tried."""

TRAILING = (
    Phrase(
        "condition-short",
        rf"(?<![\w-])(?:(?:as|if|when|where|whenever|wherever) (?:otherwise |deemed |legally )?(?:{_SHORT})(?! by\b)|"
        rf"as (?:it|they|he or she|ICE|CRCL|the [a-z]{{4,20}}) (?:deems?|determines?|considers?|finds?)"
        rf"(?: it| to be)? (?:{_SHORT})|"
        rf"to the (?:(?:maximum|greatest|fullest) )?extent (?:practicable|possible|feasible|permitted by law|"
        rf"appropriate|allowed by law)|"
        r"subject to (?:the )?availability of (?:appropriations|appropriated funds|funds|funding|resources))(?![\w-])",
        "share that information with ICE, as appropriate.",
        "share it in an appropriate way",
        "7",
    ),
    Phrase(
        "condition-clause",
        rf"(?<![\w-])(?:(?:only )?(?:if|when|whenever|unless|provided that|as long as|so long as|in the event(?: "
        rf"that| of)?|"
        rf"in cases (?:where|in which|when)|only where|only after|except (?:when|where|if|in|as)|subject to|to "
        rf"the extent that|once(?! (?:for|in|per|an?|every|each|more|again|at|on|to|the|during|within|daily|weekly|"
        rf"monthly|quarterly|annually|yearly)\b))){_TO_THE_END}",
        "notify CRCL when its officers receive an allegation",
        "its officers receive an allegation",
        "7",
    ),
    Phrase(
        "condition-where",
        r"(?:(?<=,\x20)|(?<=,\x20\x20)|(?<=,\n)|(?<=,\r\n))"
        r"where (?:it|they|there|such|this|that|these|those|CRCL|ICE|DHS|CBP|USCIS) \S",
        "may audit the plan, where it has reason to doubt it",
        "the office where it works",
    ),
    Phrase(
        "condition-upon",
        r"(?<![\w-])(?:on (?=(?:written )?(?:request|demand)\b)|upon )"
        r"(?:(?!which|whom|what)[\w'-]{1,12} ){0,4}?"
        r"(?:request|receipt|receiving|completion|completing|approval|notification|notice|discovery|discovering|"
        r"demand|conviction|arrival|intake|admission|booking|release|conclusion|learning)(?![\w-])",
        "provide a copy upon request",
        "upon the road",
    ),
)
"""Where a condition begins after a verb."""
