"""How often and by when: rows for the words of a commitment that speak of time."""

from __future__ import annotations

import re

from oversight_adapters.readers.phrasebook import Phrase
from oversight_adapters.readers.plan_document.vocabulary import PRODUCING

_MAKES = rf"(?<![\w-])(?:{'|'.join(sorted(PRODUCING))})"
_NOT_A_NAME = r"(?= (?:[a-z(]|LEA|CRCL|ICE|DHS))"
_ADVERBIAL = (  # what follows an adverb, and not the noun that an adjective stands before
    r"(?=\s*(?:[,.;:)]|$)|\s+(?:to|with|within|and|or|on|by|for|at|in|as|through|throughout|until|beginning|"
    r"starting|from|of|"
    r"about|regarding|using|the|all|each|its|their|that|whether|any|against|no|not|if|when|where|unless|once|"
    r"upon|during|between|while|without|"
    r"before|after|under|subject|provided)\b)"
)

CADENCES = (
    Phrase("often-basis", "<cadence:basis>", "on a quarterly basis", "on the basis of race", "7"),
    Phrase(
        "often-every",
        "(?<![\\w-])<cadence:every>",
        "every six months",
        "every complaint",
    ),
    Phrase(
        "often-each-end", "(?<![\\w-])<cadence:each-end>", "upload them at the end of each shift", "at the end of it"
    ),
    Phrase("often-weekday", "(?<![\\w-])<cadence:weekday>", "report counts each Monday", "report on Monday"),
    Phrase("often-times", "(?<![\\w-])<cadence:times>", "twice a year", "twice as many"),
    Phrase(
        "often",
        f"(?<![\\w-])<cadence:often>{_ADVERBIAL}",
        "will meet quarterly and more often",
        "the quarterly statistical review",
        "7",
    ),
    Phrase("often-always", r"(?<![\w-])<cadence:always-often>", "will annually publish", "the annual report"),
    Phrase("often-vaguely", "(?<![\\w-])<cadence:vaguely>", "will regularly review", "the regular review"),
)
"""How often, wherever it stands in a clause."""

AFTER_VERB = (
    Phrase(
        "makes-many",
        rf"{_MAKES} <cadence:many-a-year>",
        "hold at least four public meetings a year",
        "watch four meetings a year",
    ),
    Phrase(
        "makes-regular",
        rf"{_MAKES} (?:to (?:the )?\w{{1,20}}(?: \w{{1,20}}){{0,3}}? (?=an? ))?(?:(?:an?|its|their|at least|"
        rf"joint|these|such|in|out|to hold|to publish|to conduct|"
        rf"with)\s+){{0,3}}"
        rf"(?:(?:joint|public|written|formal|detailed|internal|independent)\s+){{0,2}}<cadence:regular>{_NOT_A_NAME}",
        "hold quarterly meetings with the field offices",
        "review the quarterly report",
    ),
)
"""How often, told of what is made or held; tried at the verb."""

DEADLINES = (
    Phrase(
        "due-within",
        r"(?<![\w-])<deadline:within>",
        "will be delivered within 45 days",
        "within the office",
        "7",
    ),
    Phrase("due-by-date", r"(?<![\w-])<deadline:by-date>", "no later than June 30, 2016.", "by June"),
    Phrase(
        "due-by-year",
        r"(?<![\w-])<deadline:by-year>(?!\s+(?!(?:and|or|to|for|in|with|on|that|a|an|the|if|when|unless|as)\b)[a-z])",
        "finish by 2013.",
        "answered by 2013 officers",
    ),
    Phrase("due-by-day", r"(?<![\w-])<deadline:by-day>", "by September 30", "by September"),
    Phrase("due-by-end", r"(?<![\w-])<deadline:by-end>", "by the end of the fiscal year", "by the end user"),
    Phrase("due-by-next", r"(?<![\w-])<deadline:by-next>", "no later than the next business day", "the next day"),
    Phrase(
        "due-at-once-but",
        r"(?<![\w-])<deadline:at-once-but>",
        "report as soon as practicable, but no later than one hour after it",
        "as soon as practicable, but not by mail",
    ),
    Phrase("due-at-once", r"(?<![\w-])<deadline:at-once>", "will immediately notify", "immediate"),
)
"""By when, wherever it stands in a clause."""

CLOSING_DATES = (
    Phrase(
        "due-in",
        r"(?<![\w-])<deadline:in-quarter>(?=\s*(?:[.;)]|$))",
        "will deploy the checks during the second quarter of FY 2023.",
        "will read the report of the second quarter of FY 2023.",
    ),
)
"""A time in which, with which a clause ends; of what looks back it tells when that was."""

LEADING_DATES = (
    Phrase("due-on", "<deadline:on-date>", "In March 2025, ICE will", "In all, ICE will"),
    Phrase(
        "begins-on",
        r"(?<![\w-])(?:begin|start|launch|commence|take effect|hold|meet|convene)(?: [\w'-]{1,20}){0,6}? "
        r"<deadline:on-date>",
        "begin training in October 2015",
        "review cases in October 2015",
    ),
)
"""A day on which: told before the subject, or of what begins."""

OFTEN = re.compile(
    r"(?:hour|week|month|quarter|year)ly|daily|nightly|annual|biennial|every\s|each\s|once|twice|times|basis|interval|regular|"
    r"periodic|routinely|\b(?:an?|per)\s+(?:(?:fiscal|calendar)\s+)?(?:day|week|month|quarter|year)",
    re.IGNORECASE,
)
"""What stands in any words that tell how often; where there is none of it, no such row is tried."""

TIMELY = re.compile(
    r"\d|(?:minute|hour|day|week|month|quarter|year)s?(?![a-z])|immediately|at\s+once|soon|delay|spring|summer|fall|autumn|"
    r"winter|(?:end|close|start|beginning)\s+of",
    re.IGNORECASE,
)
"""What stands in any words that tell by when."""

TIMES = (*CADENCES, *AFTER_VERB, *DEADLINES, *CLOSING_DATES, *LEADING_DATES)
"""Every row of time."""
