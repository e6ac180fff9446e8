"""How the words in a phrase are read: one row for each kind of slot."""

from __future__ import annotations

import re
from collections.abc import Callable

from oversight_adapters.readers.crcl_summary.vocabulary import (
    FACILITY,
    MEMO_TYPES,
    REVIEW_TYPES,
    meaning_of,
    pattern_of,
)
from oversight_adapters.readers.phrasebook import Slot
from oversight_adapters.readers.words import dates, numbers
from oversight_adapters.readers.words.components import COMPONENT, component
from oversight_adapters.readers.words.states import STATE, TOWN

OFFICE = (
    r"(?:(?:(?:U\.S\.\s+)?Department\s+of\s+Homeland\s+Security(?:\s*\(DHS\))?(?:'s)?,?\s+|DHS(?:'s)?\s+)?Office\s+(?:for|of)\s+Civil\s+Rights\s+(?:and|&)\s+Civil\s+Liberties(?:\s*\(\s*\"?CRCL\"?\s*\))?"
    r"|(?-i:CRCL))(?!\w)"
)
MEMO = rf"(?<![\w-])(?:{pattern_of(MEMO_TYPES)})(?!\w)"
_EMPHASIS = re.compile(r"[*`]|(?<!\w)_|_(?!\w)")
_LINE_END = re.compile(r"(?<=\w[-‐‑])[ \t]*[\r\n]\s*(?=\w)")  # a compound that is wrapped at its hyphen
_QUOTED = re.compile(r"[\r\n][^\S\r\n]*>[> ]*")  # a line of a message that is quoted
_ROMAN = {"i": "1", "ii": "2", "iii": "3", "iv": "4", "v": "5"}


def printed(words: str) -> str:
    """Words as printed, without emphasis marks and with single blanks.

    >>> printed("a *Disability-\\nRelated Memorandum*")
    'a Disability-Related Memorandum'
    """
    unquoted = _QUOTED.sub("\n", words) if ">" in words else words
    return " ".join(_EMPHASIS.sub("", _LINE_END.sub("", unquoted)).split())


def number(words: str) -> int:
    """A count; `both` is two and `a single` one."""
    bare = " ".join(words.lower().split())
    return {"both": 2, "a single": 1}.get(bare) or numbers.count(bare)


def part(words: str) -> str:
    """The number of a part, in figures.

    >>> part("Two"), part("II"), part("2")
    ('2', '2', '2')
    """
    return _ROMAN.get(words.lower()) or str(numbers.count(words))


def always(value: object) -> Callable[[str], object]:
    """A slot whose words all mean the same."""
    return lambda words: value


_DONE = (
    r"(?:made|updated|revised|issued|implemented|conducted|provided|trained|retrained|removed|replaced|added|installed|"
    r"established|developed|created|completed|corrected|posted|hired|changed|modified|amended|instructed|reminded|"
    r"repaired|ordered|adopted|reassigned|appointed|distributed|introduced|expanded|restricted|purchased|discontinued|"
    r"deployed|published|launched|translated|disseminated|eliminated|rescinded|upgraded|strengthened|incorporated|"
    r"finalized|procured|relocated|retrofitted|renovated|repainted)"
)
_AT_ONCE = r"(?:(?:immediately|promptly|already|subsequently|since)\s+)?"
_SKILLED = (
    r"(?:(?:contract(?:ed|or)?|independent|outside|external|medical|health|care|mental|environmental|safety|penology|"
    r"fire|food|sanitation|nursing|psychiatric|disability|security|classification|language|medicine|"
    r"penological|corrections|correctional|suicide|prevention|use|of|force|conditions|detention|and)\s+)"
)
_EXPERTS = (  # "experts" alone says little
    rf"(?:{_SKILLED}{{1,8}}(?:subject(?:-|\s)\s*matter\s+)?|subject(?:-|\s)\s*matter\s+)experts?(?!'?\w)"
    r"(?!\s+(?:recommendation|memo|finding|report|opinion))"
)
_SEVERAL_EXPERTS = (  # "a medical expert and a corrections expert": one article belongs to each
    rf"(?:(?:an?\s+)(?={_EXPERTS}\s*,?\s+(?:and\s+)?an?\s))?{_EXPERTS}(?:\s*,?\s+(?:and\s+)?an?\s+{_EXPERTS}){{0,4}}"
)
_CAPITAL = r"(?-i:[A-Z])[\w'&/-]*"
_GO_ON = r"(?!\s+(?:CRCL|ICE|CBP|DHS|In|On|As)\b)"  # a sentence may go on after a comma
_SMALL_WORDS = r"(?:\s+(?:of|the|for|and|or|in|to|on|by|with)){0,3}"
_RULE_TITLE = rf"(?:\s*[:,]\s*\"?{_CAPITAL}(?:(?:,{_GO_ON})?{_SMALL_WORDS}\s+{_CAPITAL}){{0,15}}\"?)?"
_CRITERIA = (
    rf"(?<!\w)(?:(?-i:ICE|CBP|DHS|USCIS|FPS|USCG|TSA|FEMA)\s+(?:Directive|Policy|Instruction|Management\s+Directive)\s+"
    rf"(?:No\.\s*|Number\s+)?(?-i:[A-Z]{{0,4}})-?\d[\w.-]*(?<![.-]){_RULE_TITLE}(?:\s+\([A-Z][^()]{{2,60}}\))?"
    r"|(?:(?:19|20)\d\d\s+)?(?:ICE\s+)?(?:Performance-Based\s+)?National\s+Detention\s+Standards"
    r"(?:\s+\((?-i:P?B?NDS)\))?(?:\s+(?:of\s+)?(?:19|20)\d\d)?"
    r"|(?-i:PBNDS|NDS)(?:\s+(?:19|20)\d\d)?|(?:ICE\s+)?Family\s+Residential\s+Standards"
    r"|Section\s+504(?:\s+of\s+the\s+Rehabilitation\s+Act(?:\s+of\s+1973)?)?"
    r"|Title\s+VI\s+of\s+the\s+Civil\s+Rights\s+Act(?:\s+of\s+1964)?"
    r"|National\s+Standards\s+on\s+Transport,\s+Escort,\s+Detention,?\s+and\s+Search(?:\s+\((?-i:TEDS)\))?)(?!\w)"
)
_DEADLINE = (
    rf"(?:(?:by|no\s+later\s+than|not\s+later\s+than|before)\s+(?:the\s+end\s+of\s+)?(?:{dates.DAY}|{dates.MONTH}|{dates.WHEN})|"
    r"within\s+(?:\d{1,3}|[a-z]{3,9}(?:-[a-z]{3,5})?)\s+(?:calendar\s+|business\s+|working\s+)?(?:hours?|days?|weeks?|months?|years?)"
    r"(?:\s+of\s+(?:the\s+)?[\w-]+)?)"
)
_CADENCE = (
    r"(?:daily|weekly|biweekly|monthly|bimonthly|quarterly|semi-?annually|annually|yearly|"
    r"(?:each|every)\s+(?:day|week|month|quarter|year|(?:\d{1,3}|two|three|six)\s+(?:days|weeks|months|years))|"
    r"(?:once|twice)\s+an?\s+(?:day|week|month|quarter|year))"
)
_SPOT_CHECK_TITLE = r"Findings\s+and\s+Recommendations\s+Following\s+(?:CRCL's\s+)?(?:a\s+)?Spot-?\s?Check"
_DOER = r"(?:it|they|the\s+facility|the\s+agency|the\s+component|facility\s+staff|(?-i:[A-Z]{2,5})|(?-i:[A-Z])\w+)"

_YEAR = r"(?<![\w/-])(?:(?:calendar|fiscal)\s+year\s+|FY\s?)?(?:19|20)\d\d(?![\w-])"

SLOTS = (
    Slot("day", dates.DAY, dates.moment),
    Slot("date", rf"(?:{dates.DAY}|{dates.MONTH})", dates.moment),
    Slot("when", rf"(?:{dates.PERIOD}|{dates.DAY}|{dates.MONTH})", dates.moment),
    Slot("period", dates.PERIOD, dates.moment),
    Slot("span", dates.RANGE, dates.moment),
    Slot("span-or-date", rf"(?:{dates.RANGE}|{dates.DAY}|{dates.MONTH}|{_YEAR}(?!\s*(?:-|and|to)\s*\d))", dates.moment),
    Slot("due", dates.DATE, dates.moment),
    Slot("figure", r"(?<!\w)\d{1,5}(?!\w)", int),
    Slot("count", rf"(?:{numbers.COUNT}|(?<!\w)(?:both|a\s+single)(?!\w))", number),
    Slot("component", COMPONENT, component),
    Slot("department", r"(?-i:Department)(?!\s+of\b)(?!\w)", always("DHS")),
    Slot("office", OFFICE, always("CRCL")),
    Slot(
        "officer", r"(?<!\w)Officer\s+(?:for|of)\s+Civil\s+Rights\s+(?:and|&)\s+Civil\s+Liberties(?!\w)", always("CRCL")
    ),
    Slot("memo", MEMO, printed, printed=True),
    Slot("memo-type", MEMO, lambda words: meaning_of(MEMO_TYPES, words)),
    Slot("spot-check-title", _SPOT_CHECK_TITLE, printed, printed=True),
    Slot("spot-check-type", _SPOT_CHECK_TITLE, always("spot-check-findings")),
    Slot("outcome", r"(?<!\w)(?:determination|reconsideration)(?!\w)", str.lower),
    Slot("summary", r"(?<!\w)Summary(?!\w)", always("summary")),
    Slot("close-summary", r"(?<!\w)Clos(?:e|ed|ing|ure)(?:-?out)?\s+Summary(?!\w)", always("close-summary")),
    Slot(
        "review-type", rf"(?<![\w-])(?:{pattern_of(REVIEW_TYPES)})(?!\w)", lambda words: meaning_of(REVIEW_TYPES, words)
    ),
    Slot("facility", FACILITY, printed, printed=True),
    Slot("town", TOWN, printed, printed=True),
    Slot("state-name", STATE, printed, printed=True),
    Slot("called-place", TOWN, printed, printed=True),
    Slot(
        "called",
        r"(?!(?:Part|Warden|Director|Officer|Sheriff|Mr|Ms|Dr|Chief|Captain)\b)(?-i:[A-Z])[\w'-]*(?:\s+[\w'-]+){0,3}",
        printed,
        printed=True,
    ),
    Slot("experts", _SEVERAL_EXPERTS, printed, printed=True),
    Slot("criteria", _CRITERIA, printed, printed=True),
    Slot("words", r"\S", printed, printed=True),
    Slot("part", r"(?:\d{1,2}|[IV]{1,3}|one|two|three|four|five)(?!\w)", part),
    Slot("agreed", r"(?:agreed|committed)(?!\w)", always("agreed")),
    Slot("done", rf"{_AT_ONCE}{_DONE}(?!\w)", always("reported_done")),
    Slot("has-done", rf"(?:since|already|now|subsequently)\s+{_DONE}(?!\w)", always("reported_done")),
    Slot(
        "were-done",
        rf"(?:was|were|has\s+been|have\s+been)\s+(?:also\s+|now\s+|then\s+)?{_DONE}",
        always("reported_done"),
    ),
    Slot("modal", r"(?-i:will)(?!\w)", always("will")),
    Slot("verb", r"(?-i:[a-z])[a-z-]{1,20}(?![\w-])", str.lower),
    Slot("deadline", _DEADLINE, printed, printed=True),
    Slot("cadence", _CADENCE, printed, printed=True),
    Slot("doer", _DOER, printed, printed=True),
    Slot("the-one", r"the\s+(?:remaining|other|last)\s+recommendation(?!\w)", always(1)),
    Slot("promise", r"(?:will|plans\s+to|intends\s+to)\s+(?:post|publish|release|make\s+available)", always(True)),
    Slot("promised", r"will\s+be\s+(?:posted|published|released|made\s+available)", always(True)),
    Slot("form", "redacted", always("redacted")),
    Slot("condition", r"(?<!\w)(?:after|once|when|upon)\s+[^.;,]{3,120}?(?=\s*,)", printed, printed=True),
    Slot(
        "ready",
        r"(?:after|once|when|upon)\s+(?:it|they|the|preparation|review|redaction)[^.;,]{3,120}",
        printed,
        printed=True,
    ),
)
"""Slots by name.  Words that a table does not know raise ValueError and state nothing."""
