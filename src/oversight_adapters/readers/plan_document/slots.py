"""How the words in a phrase are read: one row for each kind of slot."""

from __future__ import annotations

import re

from oversight_adapters.readers.crcl_summary.vocabulary import FACILITY
from oversight_adapters.readers.phrasebook import Slot
from oversight_adapters.readers.plan_document.actors import OFFICE, actor
from oversight_adapters.readers.plan_document.programmes import PROGRAMME, programme, programme_item
from oversight_adapters.readers.words import dates
from oversight_adapters.readers.words.components import COMPONENT, component
from oversight_adapters.readers.words.dates import MONTH_NAME
from oversight_adapters.readers.words.numbers import COUNT

_EMPHASIS = re.compile(r"[*`]|(?<!\w)_|_(?!\w)")
_NOBODY = re.compile(r"(?:no|neither)\s.*?(?P<modal>\w+)$", re.IGNORECASE | re.DOTALL)
_UNIT = r"(?:minute|hour|day|week|month|quarter|year)"
_ALWAYS_ADVERBS = r"(?:semi-?annually|bi-?annually|annually|biennially)"
_OFTEN = rf"(?:hourly|daily|nightly|weekly|bi-?weekly|monthly|bi-?monthly|quarterly|yearly|{_ALWAYS_ADVERBS})"
_AT_LEAST = r"(?:(?:at\s+least|no\s+less\s+than|not\s+less\s+than|no\s+less\s+often\s+than|at\s+a\s+minimum)\s+)?"
_TIMES = rf"(?:once|twice|(?:{COUNT})\s+times)"
_KIND_OF_DAY = r"(?:(?:business|calendar|working|work|court|federal|fiscal|full|consecutive)\s+){0,2}"
_STOP = (
    r"(?=\s*(?:[,.;:()\]]|$)|\s+(?:and|or|to|by|if|when|unless|whether|where|as|once|will|shall|must|may|for|with|but|using|"
    rf"including|who|on\s+an?|at\s+least|provided|{_OFTEN})\b|(?<!\bof)\s+(?:each|every)\b)"
)
_KNOWN_TO_BE = r"(?:determined|found|known|believed|suspected)\s+to\s+(?:be|have)\s+[\w-]{1,30}"
_ANCHOR = (
    rf"(?:\s+(?:of|after|from|following|before|prior\s+to|in\s+advance\s+of)"
    rf"(?:\s+(?!and\b|or\b|to\b|will\b)(?:{_KNOWN_TO_BE}|[\w'/-]{{1,30}}|\(\d{{1,4}}\))){{1,12}}?{_STOP})"
)
_LENGTH = rf"(?:{COUNT}|an?)(?:\s*\(\d{{1,4}}\))?\s+{_KIND_OF_DAY}{_UNIT}s?"
_NOT_MANY = "times|minutes|hours|days|weeks|months|years|at|in|by|on|of|to|for|and|or|once|twice|a|an|per|each|every"
_BY = r"(?:by|no\s+later\s+than|not\s+later\s+than|on\s+or\s+before|before|prior\s+to)"
_EDGE = r"(?:(?:the\s+)?(?:end|close|start|beginning|middle)\s+of\s+(?:business\s+(?:on\s+)?)?)?"

WITHIN = (
    rf"(?:(?:within|no\s+later\s+than|not\s+later\s+than)\s+(?:the\s+(?:next|first)\s+)?{_LENGTH}(?!\w){_ANCHOR}?"
    rf"|(?:within|in|by|over|during)\s+the\s+(?:next|coming)\s+(?:fiscal\s+)?{_UNIT}(?!\w)"
    rf"|(?:(?:later|early|earlier)\s+)?(?:this|next)\s+(?:spring|summer|fall|autumn|winter|(?:fiscal\s+|calendar\s+)?"
    rf"(?:week|month|quarter|year))(?=\s*(?:[.,;]|$)|\s+(?:to|and|in|for|by|with)\b)"
    rf"|(?:in|over|during)\s+the\s+(?:next|coming)\s+(?:{COUNT}\s+to\s+)?{_LENGTH}(?!\w)"
    rf"|in\s+{_LENGTH}(?=\s*(?:[.,;]|$))|at\s+least\s+{_LENGTH}{_ANCHOR})"
)
"""Pattern of a time from some day on: within 45 days of it."""

AT_ONCE = (
    r"(?:immediately|at\s+once|as\s+soon\s+as\s+(?:(?:it\s+is|they\s+are)\s+)?"
    r"(?:(?:safe\s+and\s+)?(?:possible|practicable|feasible|practical)|safe)|without\s+(?:(?:undue|"
    r"unreasonable|further)\s+)?delay)(?!\w)"
)
"""Pattern of what is to be done at once."""

NEAR = rf"(?:{dates.WHEN})"


def printed(words: str) -> str:
    """Words as printed, without emphasis marks and with single blanks.

    >>> printed("**Quarterly\\nmeetings**")
    'Quarterly meetings'
    """
    return " ".join(_EMPHASIS.sub("", words).split())


def modal(words: str) -> str:
    """The word that binds or allows, in lower case; what denies it is "not".

    >>> modal("SHALL"), modal("will never"), modal("may  not"), modal("No officer may")
    ('shall', 'will not', 'may not', 'may not')
    """
    if nobody := _NOBODY.match(words):
        return f"{nobody['modal'].lower()} not"
    first, *rest = words.lower().split()
    full = {"won't": "will not", "shan't": "shall not", "mustn't": "must not", "'ll": "will"}.get(first, first)
    return f"{full} not" if rest else full


def verb(words: str) -> str:
    """A verb in lower case; what stands between "be" and its participle is left out.

    >>> verb("be promptly delivered"), verb("Notify")
    ('be delivered', 'notify')
    """
    parts = words.lower().split()
    return " ".join((parts[0], parts[-1])) if len(parts) > 1 else parts[0]


def copier_site(words: str) -> str:
    """Whose website a page was copied from: the short form of a component, else as printed."""
    bare = printed(words).strip(' "“”')
    try:
        return component(bare)
    except ValueError:
        return bare


def speaker(words: str) -> str:
    """Who issues a paper: the office, a component by its short form, or anybody who acts."""
    return actor(printed(words))


SLOTS = (
    Slot("actor", r"\S", actor),
    Slot("modal", r"\S", modal),
    Slot("verb", r"\S", verb),
    Slot("words", r"\S", printed, printed=True),
    Slot("any-day", rf"(?:{dates.DAY})", dates.moment),
    Slot("ever", NEAR, dates.moment),
    Slot("date", rf"(?:{dates.DAY}|{dates.MONTH})", dates.moment),
    Slot("issuer", rf"(?:{OFFICE}|{COMPONENT})", speaker),
    Slot("site", r"\S[^\n]{0,200}?", copier_site),
    Slot("programme", PROGRAMME, programme),
    Slot("programme-item", PROGRAMME, lambda words: programme_item(programme(words))),
    Slot("facility", FACILITY, printed, printed=True),
    Slot("directive", r"(?-i:(?:[A-Z]{1,4}[ -]?)?\d[\w./-]{0,16}[\dA-Za-z])(?!\w)", printed, printed=True),
    Slot("often", rf"{_AT_LEAST}(?:{_TIMES}\s+)?{_OFTEN}(?![\w-])", printed, printed=True),
    Slot("always-often", rf"{_AT_LEAST}{_ALWAYS_ADVERBS}(?![\w-])", printed, printed=True),
    Slot("vaguely", r"(?:regularly|periodically|routinely)(?![\w-])", printed, printed=True),
    Slot(
        "every",
        rf"{_AT_LEAST}(?:{_TIMES}\s+)?(?:every|each)\s+(?:other\s+)?(?:(?:{COUNT})(?:\s*\(\d{{1,3}}\))?\s+)?{_KIND_OF_DAY}{_UNIT}s?(?!['\w-])(?!\s+of\b)",
        printed,
        printed=True,
    ),
    Slot(
        "each-end",
        r"(?:at\s+the\s+(?:end|beginning|start|close)\s+of\s+(?:each|every)\s+(?:[a-z-]{2,20}\s+)?[a-z-]{2,20}|"
        r"(?:on|by)\s+the\s+(?:first|second|third|fourth|last|\d{1,2}(?:st|nd|rd|th))\s+(?:(?:business|working|calendar)\s+)?"
        r"(?:(?:day|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\s+)?of\s+(?:each|every)\s+(?:week|month|quarter|year))(?!\w)",
        printed,
        printed=True,
    ),
    Slot(
        "weekday",
        r"(?:every|each)\s+(?:other\s+)?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day(?!\w)",
        printed,
        printed=True,
    ),
    Slot("times", rf"{_AT_LEAST}{_TIMES}\s+(?:an?|per)\s+{_KIND_OF_DAY}{_UNIT}(?!\w)", printed, printed=True),
    Slot(
        "basis",
        r"at\s+(?:regular|routine|periodic|fixed|\w{2,10}-(?:hour|day|week|month|year))\s+intervals|"
        rf"on\s+an?\s+(?:at\s+least\s+)?(?:[\w-]{{1,20}}\s+)?(?:{_OFTEN}|regular|ongoing|periodic|recurring|"
        rf"continuing|continuous|rolling|annual|"
        r"semi-?annual|bi-?annual|routine|real-time)\s+basis",
        printed,
        printed=True,
    ),
    Slot(
        "regular",
        r"(?:daily|weekly|bi-?weekly|monthly|bi-?monthly|quarterly|semi-?annual|bi-?annual|annual|yearly|"
        r"biennial|regular|"
        r"periodic)(?![\w-])",
        printed,
        printed=True,
    ),
    Slot("within", WITHIN, printed, printed=True),
    Slot("by-date", rf"{_BY}\s+{_EDGE}(?:{dates.DATE})(?!\w)", printed, printed=True),
    Slot(
        "by-year",
        rf"{_BY}\s+{_EDGE}(?:calendar\s+year\s+|(?:early|mid|late)[\s-]+)?(?:19|20)\d\d(?!\d)",
        printed,
        printed=True,
    ),
    Slot(
        "by-day",
        rf"{_BY}\s+(?:the\s+\d{{1,2}}(?:st|nd|rd|th)\s+(?:{_KIND_OF_DAY}day\s+)?of\s+(?:the|each|every)\s+"
        r"(?:(?:following|next|succeeding)\s+)?(?:week|month|quarter|year)(?!\w)|"
        rf"{MONTH_NAME}\s+\d{{1,2}}(?!\d|,?\s+(?:19|20)\d\d)(?:,?\s+(?:of\s+)?(?:each|every)\s+year(?!\w))?)",
        printed,
        printed=True,
    ),
    Slot(
        "by-end",
        rf"{_BY}\s+(?:the\s+)?(?:end|close|start|beginning)\s+of\s+(?:(?:the|each|this|next|that|"
        rf"every)\s+)?[\w'-]{{2,20}}(?:\s+(?:year|quarter|month|period))?(?!\w)",
        printed,
        printed=True,
    ),
    Slot(
        "by-next",
        rf"(?:{_BY}|on|within)\s+(?:the\s+(?:next|following)\s+|one\s+|1\s+){_KIND_OF_DAY}day(?!s?\w)",
        printed,
        printed=True,
    ),
    Slot("on-date", rf"(?:on|in|during)\s+(?:{dates.WHEN})", printed, printed=True),
    Slot(
        "in-quarter",
        rf"(?:in|during)\s+(?:the\s+)?(?:calendar\s+year\s+|CY\s?)?(?:{dates.WHEN})",
        printed,
        printed=True,
    ),
    Slot("at-once", AT_ONCE, printed, printed=True),
    Slot(
        "at-once-but",
        rf"{AT_ONCE}\s*,?\s+(?:but|and)\s+(?:in\s+(?:no|any)\s+(?:event|case),?\s+)?{WITHIN}",
        printed,
        printed=True,
    ),
    Slot(
        "many-a-year",
        rf"{_AT_LEAST}(?!(?:19|20)\d\d\b)(?:{COUNT})(?:\s+(?!(?:{_NOT_MANY})\b)[\w-]{{2,20}}){{1,4}}\s+(?:an?|per)\s+"
        r"(?:(?:fiscal|calendar)\s+)?(?:day|week|month|quarter|year)(?!\w)",
        printed,
        printed=True,
    ),
)
"""Slots by name.  Words that a table does not know raise ValueError and state nothing."""
