"""Which memos there are: their printed names, who sent them to whom, and when."""

from __future__ import annotations

from oversight_adapters.readers.crcl_summary.phrases.common import (
    ADVERBS,
    COMMA,
    DETERMINER,
    FIRST_THIS,
    NAMED,
    ON,
    THE,
    Family,
)
from oversight_adapters.readers.phrasebook import Phrase
from oversight_adapters.readers.words import dates
from oversight_adapters.readers.words.numbers import COUNT

_SENT = r"(?:issued|sent|transmitted|provided|delivered|submitted|released|forwarded)"
_WAS = r"\s*,?(?: (?:which|that))?(?: (?:was|were|had been))?"
_AND = rf"(?:,? and {THE}<addressee_3:component>(?!'s|\s+\w+ed\b))?"  # of two, each is told of
_AND_2 = _AND.replace("addressee_3", "addressee_4")
_TO = rf"(?: to {THE}<addressee:component>{_AND})?"
_BY = rf"(?: by {THE}<issuer:office>)"
_BY_THEN = rf"(?:\s*,? by {THE}<issuer_2:office>)?"

MEMOS = Family(
    "memos",
    (
        Phrase("memo", "<printed_type:memo>", "a Recommendation Memorandum", "a memorandum of understanding"),
        Phrase(
            "office-sent-to",
            rf"{ON}<issued_on:date>{COMMA}{FIRST_THIS}{THE}<issuer:office>{ADVERBS} {_SENT}(?: to)? "
            rf"{THE}<addressee:component>{_AND} "
            rf"(?:with )?{DETERMINER} {NAMED}",
            "On May 3, 2024, CRCL sent CBP a Recommendation Memorandum.",
            "On May 3, 2024, CBP sent CRCL a Recommendation Memorandum.",
            "A.4 11, 12",
        ),
        Phrase(
            "office-sent",
            rf"{ON}<issued_on:date>{COMMA}{FIRST_THIS}{THE}<issuer:office>{ADVERBS} {_SENT} {DETERMINER} "
            rf"{NAMED}"
            rf"(?: to {THE}<addressee:component>{_AND})?",
            "In May 2024, CRCL issued an Expert Recommendation Memorandum to ICE.",
            "In May 2024, ICE discussed an Expert Recommendation Memorandum.",
        ),
        Phrase(
            "office-sent-then",
            rf"<issuer:office>{ADVERBS} {_SENT} (?:{THE}<addressee:component>{_AND} )?{DETERMINER} {NAMED}"
            rf"(?: to {THE}<addressee_2:component>{_AND_2})?{COMMA}(?:on|in) <issued_on:date>",
            "CRCL issued ICE a Recommendation Memorandum on May 3, 2024.",
            "CRCL issued ICE a Recommendation Memorandum.",
        ),
        Phrase(
            "office-sent-undated",
            rf"<issuer:office>{ADVERBS} {_SENT}(?: to)? {THE}<addressee:component>{_AND} (?:with )?{DETERMINER} "
            rf"{NAMED}",
            "Later CRCL issued ICE a Recommendation Memorandum.",
            "Later CRCL issued a press release about ICE and a Recommendation Memorandum.",
        ),
        Phrase(
            "office-sent-in",
            rf"<issuer:office>{ADVERBS} (?:{_SENT}|made) {COUNT} recommendations{_TO} "
            rf"in {DETERMINER} {NAMED}",
            "CRCL issued 33 recommendations to ICE in a Recommendation Memorandum.",
            "ICE issued 33 recommendations to CRCL in a Recommendation Memorandum.",
        ),
        Phrase(
            "was-sent",
            rf"{NAMED}(?:{_WAS} |\s*\()(?:{_SENT}|dated){_TO}{_BY}?\s*,?(?: (?:in|on))? <issued_on:date>{_BY_THEN}"
            rf"(?: to {THE}<addressee_2:component>{_AND_2})?",
            "a Recommendation Memorandum issued in February 2024 by CRCL",
            "a Recommendation Memorandum issued following a visit in February 2024",
            "A.4 1-3, 14",
        ),
        Phrase(
            "was-sent-by",
            rf"{NAMED}{_WAS} {_SENT}{_TO}{_BY}",
            "a Recommendation Memorandum issued by CRCL after a visit",
            "a Recommendation Memorandum issued by mail",
        ),
        Phrase(
            "which-office-sent",
            rf"{NAMED}\s*,? (?:(?:which|that) )?{THE}<issuer:office>{ADVERBS} {_SENT}(?: (?:it|them))?{_TO}"
            rf"(?:\s*,?(?: (?:in|on))? <issued_on:date>)?(?: to {THE}<addressee_2:component>{_AND_2})?",
            "the Recommendation Memorandum that CRCL issued to USCIS in November 2022",
            "the Recommendation Memorandum that USCIS received from CRCL in November 2022",
        ),
        Phrase(
            "office-memo-to",
            rf"<issuer:office>'s {NAMED} to {THE}<addressee:component>{_AND}",
            "This is a summary of CRCL's Recommendation Memorandum to DHS FPS.",
            "This is a summary of CRCL's Recommendation Memorandum.",
            "A.4 7-9",
        ),
        Phrase(
            "office-memo",
            rf"<issuer:office>'s {NAMED}",
            "CRCL's Recommendation Memorandum followed.",
            "CRCL's press release followed.",
        ),
        Phrase(
            "memo-to-in",
            rf"{NAMED}(?: to {THE}<addressee:component>{_AND})?,? (?:in|on) <issued_on:date>",
            "a summary of CRCL's Recommendation Memorandum to ICE in January 2024",
            "a summary of CRCL's Recommendation Memorandum to ICE",
            "A.4 7, 9",
        ),
        Phrase(
            "memo-dated",
            rf"{NAMED}(?: to {THE}<addressee:component>{_AND})?(?:,? (?:dated|of) |\s*\()<issued_on:date>",
            "the Recommendation Memorandum of May 3, 2024",
            "the Recommendation Memorandum of the office",
        ),
        Phrase(
            "summarised",
            rf"(?<!\w)summary of (?:the )?(?:CRCL's )?(?:[\w-]+ \d{{4}} )?{NAMED}",
            "This is a summary of CRCL's Recommendation Memorandum to ICE.",
            "This is a summary of the law.",
            "A.4 7-9",
        ),
        Phrase(
            "memo-of-date",
            rf"(?:<issuer:office>'s|its|a|an|the|this),? <issued_on:date>,? {NAMED}",
            "responded to CRCL's September 2023 Recommendation Memorandum",
            "responded in September 2023 to a Recommendation Memorandum",
        ),
    ),
)
"""Rows of memos.  Hits that share the printed name speak of the same mention."""

_NAMELESS = ("office-sent-to", "office-sent", "office-sent-then", "office-sent-undated", "which-office-sent")


def _nameless(row: Phrase) -> Phrase:
    """The row for a memo that is not named: "a memorandum"."""
    pattern = row.pattern.replace("<printed_type:memo>", r"memo(?:randum)?(?!\w)")
    example = row.example.replace("Expert ", "").replace("Recommendation Memorandum", "memorandum")
    return Phrase(
        f"plain-{row.name}", pattern, example, row.counter_example.replace("Recommendation Memorandum", "memorandum")
    )


PLAIN_MEMOS = Family(
    "plain-memos",
    (
        *(_nameless(row) for row in MEMOS.phrases if row.name in _NAMELESS),
        Phrase(
            "plain-answered",
            rf"(?:responded|replied) to (?:a|the|its|CRCL's) memo(?:randum)?\s*,?(?: (?:issued|sent|dated|transmitted))"
            rf"{_BY}?(?: (?:in|on))? <issued_on:date>{_BY_THEN}",
            "ICE responded to a memorandum issued in February 2024 by CRCL.",
            "ICE responded to a memorandum in February 2024.",
        ),
        Phrase(
            "plain-the-memo",
            rf"(?<!\w)(?:the|CRCL's) memo(?:randum)?(?:\s*,?(?: (?:which|that))? (?:was|is) (?:{_SENT}|dated)|"
            rf"\s*, (?:{_SENT}|dated))(?: to {THE}<addressee:component>{_AND})?{_BY}?(?: (?:in|on))? <issued_on:date>",
            "The memorandum, which was issued in September 2022, is long.",
            "The memorandum, which was issued after a visit in September 2022, is long.",
            "A.4 14",
        ),
    ),
)
"""Rows of memos that are not named: they are the main memo, where their dates can be its own."""

_THIS = r"this (?:memo(?:randum)?|document|determination|reconsideration)(?!\w)"
_OUTCOME = r"(?:a|the|its) (?:(?:final|formal|written|Section 504) )?<kind:outcome>"

OWN = Family(
    "own",
    (
        Phrase(
            "this-memo-sent",
            rf"{ON}<issued_on:date>{COMMA}{FIRST_THIS}{THE}<issuer:office>{ADVERBS} {_SENT}(?: to)? "
            rf"(?:{THE}<addressee:component>{_AND} )?{_THIS}(?: to {THE}<addressee_2:component>{_AND_2})?",
            "On 16 August 2024, CRCL issued to ICE this memorandum announcing its visit.",
            "On 16 August 2024, CRCL issued to ICE a press release.",
            "A.4 13",
        ),
        Phrase(
            "this-memo-dated",
            rf"(?<!\w){_THIS}(?:\s*,)?(?: which)?(?: (?:was|is))? (?:{_SENT}|dated)"
            rf"(?: to {THE}<addressee:component>{_AND})?(?: (?:in|on))? <issued_on:date>",
            "This memorandum was sent to ICE on May 3, 2024.",
            "This memorandum was sent to ICE.",
        ),
        Phrase(
            "this-memo-then",
            rf"<issuer:office>{ADVERBS} {_SENT}(?:(?: to)? {THE}<addressee:component>{_AND})? {_THIS}"
            rf"(?: to {THE}<addressee_2:component>{_AND_2})?{COMMA}(?:on|in) <issued_on:date>",
            "CRCL issued this determination to USCIS on 14 January 2022.",
            "CRCL issued a determination to USCIS on 14 January 2022.",
            "A.4 13",
        ),
        Phrase(
            "outcome-sent",
            rf"{ON}<issued_on:date>{COMMA}{FIRST_THIS}{THE}<issuer:office>{ADVERBS} {_SENT}(?: to)? "
            rf"{THE}<addressee:component>{_AND} (?:with )?{_OUTCOME}",
            "On June 30, 2021, CRCL issued CBP a determination on a complaint.",
            "On June 30, 2021, CRCL issued CBP a preliminary determination on a complaint.",
            "A.4 12",
        ),
        Phrase(
            "outcome-sent-then",
            rf"<issuer:office>{ADVERBS} {_SENT}(?: to)? (?:{THE}<addressee:component>{_AND} )?{_OUTCOME}"
            rf"(?: to {THE}<addressee_2:component>{_AND_2})?"
            rf"{COMMA}(?:on|in) <issued_on:date>",
            "CRCL issued its determination to USCIS on 14 January 2022.",
            "CRCL issued its report to USCIS on 14 January 2022.",
        ),
        Phrase(
            "notifies",
            rf"(?<!\w)(?:notif(?:y|ies)|inform(?:s)?|advise(?:s)?|recommendations to|memorandum to) "
            rf"{THE}<addressee:component>{_AND}"
            r"(?= (?:of|that|about|regarding|concerning|to|on)\b|\s*[,.(])",
            "The purpose of this memorandum is to notify CBP of the complaints.",
            "The purpose of this memorandum is to notify the public.",
            "A.4 39",
        ),
        Phrase(
            "own-subject",
            rf"(?<!\w)this memorandum (?:details|documents|provides|discusses)(?: CRCL's)? recommendations to "
            rf"{THE}<addressee:component>{_AND}",
            "This memorandum details CRCL's recommendations to CBP.",
            "This memorandum details CRCL's visit.",
        ),
    ),
)
"""Rows of a memo that speaks of itself."""

AMBIGUOUS = Phrase(
    "after-or-issued",
    r"memo(?:randum)?(?: to [^,;]{2,60}?)?\s*,?(?: (?:which|that))?(?: was)?(?: issued)?"
    r"(?: by (?:the )?(?:CRCL|[\w ]{3,60}\(CRCL\)))? "
    rf"(?:that followed|following|after|based on) [^;]{{3,240}}? (?:in|on|from) "
    rf"(?={dates.PERIOD}|{dates.DAY}|{dates.MONTH})",
    "a Recommendation Memorandum issued following a visit to the jail by CRCL in September 2022",
    "a Recommendation Memorandum issued in September 2022 following a visit to the jail",
    "A.4 4",
)
"""What leads to a date that may be the memo's or the visit's."""
