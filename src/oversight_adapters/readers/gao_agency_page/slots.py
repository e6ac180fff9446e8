"""How the words in a phrase are read: one row for each kind of slot."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from functools import lru_cache

from oversight_adapters.readers.gao_agency_page.agencies import ORGANISATIONS, short_form
from oversight_adapters.readers.gao_agency_page.lines import PRIORITY, REPORT_ID, STATUS
from oversight_adapters.readers.phrasebook import Slot
from oversight_adapters.readers.words import dates, numbers
from oversight_adapters.readers.words.qualifiers import QUALIFIERS, qualifier
from oversight_core.moments import Moment
from oversight_core.names import slug


def _any_of(names: Iterable[str]) -> str:
    """A pattern of these names, the longest first; grouped by their first letter, so that few are tried."""
    groups: dict[str, list[str]] = {}
    for name in sorted(names, key=len, reverse=True):
        groups.setdefault(name[0], []).append(re.escape(name[1:]).replace(r"\ ", r"\s+"))
    return "|".join(rf"{first}(?:{'|'.join(rests)})" for first, rests in sorted(groups.items()))


_LISTED = _any_of({name for row in ORGANISATIONS for name in (*row.names, row.short)})
ORGANISATION = rf"(?-i:(?=[A-Z])(?:{_LISTED})(?:\s\([A-Z][A-Za-z&]{{1,11}}\))?)(?!\w)"
"""An organisation of the table, with or without its acronym in brackets; capitals count."""
ACRONYM = r"(?-i:[A-Z][A-Z&]{1,8})(?!\w)"
"""What may be the short form of an organisation nobody listed."""

_DURATION = (
    r"(?:(?:at\s+least|up\s+to|another|an\s+additional|approximately|about|roughly|around)\s+)?"
    r"[\w-]{1,12}(?:\s*(?:-|to|or)\s*[\w-]{1,12})?\s+(?:months?|years?)"
)


_HYPHENED = re.compile(r"(?<=\w)-\s{1,40}(?<=[\n\r])(?=\w)(?!(?:and|or|to|nor)\b)")


def one_line(words: str) -> str:
    """Words without the line ends and double blanks that a page or a cell may hold; a hyphen goes on in the next line.

    >>> one_line("Detention:\\nMore Self-\\nHelp in short-\\nand long-term stays")
    'Detention: More Self-Help in short- and long-term stays'
    """
    if "\n" in words or "\r" in words:
        words = _HYPHENED.sub("-", words)
    elif "\f" not in words and "  " not in words:
        return words
    return " ".join(words.split())


@lru_cache(maxsize=256)
def status(words: str) -> str:
    """A printed status as a slug, however its dash is printed.

    >>> status("Open - Partially Addressed"), status("Closed--Implemented"), status("Closed-not implemented")
    ('open-partially-addressed', 'closed-implemented', 'closed-not-implemented')
    """
    return slug(words)


moment = lru_cache(maxsize=4096)(dates.moment)


@lru_cache(maxsize=4096)
def moment_slug(words: str) -> str:
    """A date as a segment of an item.

    >>> moment_slug("June 2024")
    '2024-06'
    """
    return slug(str(moment(words)))


# Most dates are months; what may start a range is left to the forms of ranges, which come first there.
_LONE_MONTH = rf"{dates.MONTH}(?!\s*(?:-|to\b|through\b|and\b|until\b))"

_AGREE = r"(?:concur(?:red|s)?|agree[ds]?)"
_DID_NOT = r"did\s+not\s+(?:(?:explicitly|specifically|expressly)\s+)?"
_PARTLY = r"(?:partially|partly)"
_OBJECT = r"with\s+(?:this|the|our|these)\s+recommendations?"
_EXPRESSED = r"(?:expressed|(?:indicated|noted|stated|reiterated)\s+its)\s+(?:its\s+)?"
_WHETHER = r"whether\s+(?:or\s+not\s+)?(?:it|they|the\s+\w+)\s+(?:concur|agree)\w*"

POSITIONS = {
    "yes": (rf"(?:continue[sd]?\s+to\s+)?{_AGREE}", "concurred"),
    "concurs": (r"concur(?:red|s)?", "concurred"),
    "agrees": (r"agree[ds]?", "concurred"),
    "expressed": (rf"{_EXPRESSED}(?:(?:verbal|full|continued)\s+)?(?:agreement|concurrence)", "concurred"),
    "expressed-no": (rf"{_EXPRESSED}(?:(?:verbal|continued)\s+)?(?:disagreement|non-?concurrence)", "non_concurred"),
    "agrees-to": (r"agree[ds]?\s+to\s+(?:fully\s+)?(?:implement|address)", "concurred"),
    "partly": (rf"{_PARTLY}\s+{_AGREE}", "partially_concurred"),
    "in-part": (rf"{_AGREE},?\s+in\s+part", "partially_concurred"),
    "yes-with-in-part": (rf"{_AGREE}\s+{_OBJECT},?\s+in\s+part", "partially_concurred"),
    "no": (
        r"(?:(?:did|does|do)\s+not\s+(?:concur(?:red)?|agreed?)|non-?\s?concur(?:red|s)?|disagree[ds]?|"
        r"continue[sd]?\s+to\s+(?:disagree|non-?concur))",
        "non_concurred",
    ),
    "no-longer": (rf"(?:no\s+longer\s+{_AGREE}|withdrew\s+its\s+(?:concurrence|agreement))", "non_concurred"),
    "neither": (
        rf"(?:neither\s+(?:\w+ly\s+)?{_AGREE}(?:\s+with)?\s+nor|{_DID_NOT}(?:agree|concur)\s+or)\s+"
        r"(?:disagree[ds]?|non-?concur(?:red|s)?)",
        "neither_agreed_nor_disagreed",
    ),
    "silent-whether": (rf"did\s+not\s+(?:state|say|indicate|specify|note)\s+{_WHETHER}", "not_addressed"),
    "silent": (
        r"(?:did\s+not\s+(?:comment\s+on|address|respond\s+to|take\s+a\s+position\s+on|"
        r"provide\s+(?:a\s+|any\s+)?(?:comments?|responses?)\s+(?:on|to|about|regarding)))",
        "not_addressed",
    ),
}
"""What positions look like, and the canonical value of each."""


def _means(value: str) -> Callable[[str], str]:
    return lambda words: value


SLOTS = (
    Slot("when", rf"(?:{_LONE_MONTH}|{dates.WHEN})", moment),
    Slot("qualifier", "(?:" + "|".join(QUALIFIERS.values()) + ")", qualifier),
    Slot("organisation", ORGANISATION, short_form),
    Slot("acronym", ACRONYM, short_form),
    Slot("speaker", rf"(?:{ORGANISATION}|{ACRONYM})", short_form),
    Slot("ourselves", r"(?:we|GAO)(?!\w)", lambda words: "GAO"),
    *(Slot(name, pattern, _means(value)) for name, (pattern, value) in POSITIONS.items()),
    Slot("date", rf"(?:{dates.RANGE}|{dates.DAY}|{dates.MONTH})", moment),
    Slot("until", r"until(?:\s+at\s+least)?|before|prior\s+to", lambda words: "not_before"),
    Slot("duration", _DURATION, lambda words: Moment.vague(one_line(words))),
    Slot("condition", r"(?:Once|After|Upon|Following)\s[^.;]{3,300}?", one_line, printed=True),
    Slot("after", r"(?:once|after|upon|following)\s[^,.;]{3,250}", one_line, printed=True),
    Slot("agency", r"\S.*", short_form),
    Slot("named", r'[^"\s][^"\n]*?', short_form),
    Slot("within", r'[^"\s][^"\n]*?', str, printed=True),
    Slot("count", numbers.COUNT, numbers.count),
    Slot("status", STATUS, status),
    Slot("flag", PRIORITY, lambda words: True),
    Slot("report", REPORT_ID, str, printed=True),
    Slot("number", r"\d{1,4}[a-z]?(?:-\d{1,4})?", str, printed=True),
    Slot("words", r"\S(?:[\s\S]*\S)?", str, printed=True),
    Slot("one-line", r"\S(?:[\s\S]*\S)?", one_line, printed=True),
)
