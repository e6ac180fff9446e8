"""Kinds of words in statements on inspections, and how they are read."""

from __future__ import annotations

import re
from datetime import date

from oversight_adapters.readers.phrasebook import Slot
from oversight_adapters.readers.words.dates import DAY, RANGE, moment
from oversight_adapters.readers.words.numbers import COUNT, count
from oversight_adapters.readers.words.states import STATE, TOWN
from oversight_core.moments import Moment

_KIND = re.compile(
    r"\b(?:Facility|Cent(?:er|re)s?|Jail|Prison|Complex|Institution|Annex|Penitentiary|House|Camp|Corrections|Shelter|"
    r"Dorm|Academy|Sheriff's\s+Office|SPC|CDF|IPC)\b"
)
_OF_NO_NAME = re.compile(
    r"(?:(?:ICE|Federal|State|County|City|Parish|Regional|Adult|Contract|Detention|Processing|Correctional|Service|Staging|"
    r"Residential|Justice|Transitional|Facility|Center|Jail|Prison|Complex|Annex|House|Camp|Corrections)\s?){1,9}"
)
"""Half a name, or none: a "Processing Center"."""
_WORD = r"(?-i:[A-Z][\w.&'/-]{0,30})"
_NEXT = rf"(?!(?:Inspections?|Compliance|Standards?|Report|Review|Rating|Enforcement|ERO|Field\s+Office)\b){_WORD}"
PLACE = rf"{TOWN},\s{{0,3}}{STATE}".replace(r"(?:\s+(?:", r"(?:[^\S\n]+(?:")
"""Pattern of a place, such as "Goshen, New York"."""
_KINDS = ("Facility", "Center", "Centre", "Jail", "Prison", "Complex", "Annex", "Corrections", "Office")
_ENDED = (
    rf"(?!(?:{'|'.join(f'(?<={kind})' for kind in _KINDS)})\s{{1,80}}"
    rf"{PLACE})"
)
"""Not before a place: "Elm County Jail" and "Goshen, New York" may stand one after the other."""
_ASIDE = r"\((?-i:[A-Z])\w{2,20}\)(?=\s{1,4}(?-i:[A-Z]))"  # "Buffalo (Batavia) Service Processing Center"
_FACILITY = (
    rf"(?!Facility\b){_NEXT}(?:{_ENDED}\s{{1,4}}(?:{_NEXT}|{_ASIDE}|(?:of|and|the|de|la)\b|-)){{0,9}}(?<![.'/)-])"
)
_YEAR = r"(?:19|20)\d\d(?!\d)"
_SHORT = r"(?-i:PBNDS|NDS|FRD?S)"
_LONG = r"(?:(?:Performance[- ]Based\s+)?National\s+Detention|Family\s+Residential(?:\s+Detention)?)\s+Standards?"
_STANDARD = (
    rf"(?:(?:{_YEAR}\s{{1,3}}(?:{_LONG}(?:\s{{0,3}}\({_SHORT}\))?|{_SHORT})(?![\w-])"
    rf"|(?:{_LONG}(?:\s{{0,3}},?\s{{0,3}}\(?{_SHORT}\)?)?|{_SHORT})\s{{0,3}},?\s{{0,3}}{_YEAR}"
    rf"|(?-i:FRD?S)(?![\w-])|Family\s+Residential\s+(?:Detention\s+)?Standards(?:\s{{0,3}}\((?-i:FRD?S)\))?)"
    rf"(?:\s{{0,3}},?\s{{0,3}}[-–(]?\s{{0,3}}(?:as\s+|with\s+)?"
    rf"(?:revised|{_YEAR}\s+(?:revis(?:ed|ions?)|errata)|errata)(?:\s+(?:in\s+)?{_YEAR})?\)?)?)"
)
"""Standards of a year: without one it may be any of them, as where an office tells what it does."""
RATING = (
    r"(?:superior|good|acceptable(?:/adequate)?|adequate|meets\s+(?:the\s+)?standards?|"
    r"does\s+not\s+meet\s+(?:the\s+)?standards?|deficient|at[- ]risk|failure|pass|fail)(?![\w-])"
)


NUMBER = r"(?:20\d\d-\d{3}-\d{3}|(?-i:OPR)-20\d{7})"
"""Pattern of the number of an inspection."""


def number(words: str) -> str:
    """The printed number of an inspection, its dashes plain."""
    return "".join(words.split())


def facility(words: str) -> str:
    """The name of a facility; ValueError where no word of it is a kind of place, or all are."""
    bare = re.sub(
        r"\A(?:(?:the|of|and|ICE's)\s+)+|(?:\s+(?:the|of|and|de|la|-))+\Z",
        "",
        " ".join(words.split()),
        flags=re.IGNORECASE,
    )
    if not _KIND.search(bare) or _OF_NO_NAME.fullmatch(bare):
        raise ValueError("it is no facility")
    return bare


def standard(words: str) -> str:
    """The standards as printed."""
    return " ".join(words.split())


def standards_alike(words: str) -> str:
    """What tells standards apart, however they are spelt out.

    >>> standards_alike("Performance-Based National Detention Standards (PBNDS) 2011 (Revised 2016)")
    'pbnds 2011 2016'
    >>> standards_alike("PBNDS 2011 (2016 Revisions)"), standards_alike("2008 PBNDS"), standards_alike("PBNDS 2008")
    ('pbnds 2011 2016', 'pbnds 2008', 'pbnds 2008')
    """
    said = words.casefold()
    names = {"residential": "frs", "frs": "frs", "frds": "frs", "based": "pbnds", "pbnds": "pbnds"}
    which = next((name for word, name in names.items() if word in said), "nds")
    return " ".join((which, *re.findall(r"(?:19|20)\d\d", said)))


def facility_words(name: str) -> frozenset[str]:
    """The words that tell a facility apart, whatever the case of their letters."""
    return frozenset(re.sub(r"\([^()]{0,40}\)", " ", name.casefold()).split())


def is_same_facility(one: str, other: str) -> bool:
    """Whether two names may be of one facility: none of them has words that the other has not, but for what is aside.

    >>> is_same_facility("ORANGE COUNTY JAIL (NY)", "Orange County Jail"), is_same_facility("Elm Jail", "Oak Jail")
    (True, False)
    >>> is_same_facility("Joe Corley Processing Center", "Joe Corley ICE Processing Center")
    True
    """
    first, second = facility_words(one), facility_words(other)
    return first <= second or second <= first


def twice(words: str) -> int:
    """A count in words, and again in figures.

    >>> twice("seventeen (17)"), twice("17")
    (17, 17)
    """
    said, _, again = words.partition("(")
    if again and count(again.rstrip(") ")) != count(said):
        raise ValueError("the two are not the same")
    return count(said)


_IN_FIGURES = r"\d\d?/\d\d?/20\d\d"
_DAY_IN_FIGURES = re.compile(_IN_FIGURES)


def first_day(words: str) -> Moment:
    """The first day of a visit."""
    return _day(moment((_DAY_IN_FIGURES.findall(words) or [words])[0]).earliest)


def last_day(words: str) -> Moment:
    """The last day of a visit."""
    return _day(moment((_DAY_IN_FIGURES.findall(words) or [words])[-1]).latest)


def _day(found: date | None) -> Moment:
    if found is None:
        raise ValueError("it has no such day")
    return Moment.day(found)


def is_completed(words: str) -> bool:
    """Whether something is said to be completed, or not to be."""
    return re.search(r"\b(?:not|never)\b|n't\b", words) is None


def none(words: str) -> int:
    """A number that is stated to be none at all."""
    return 0


_COUNT = rf"{COUNT}(?:\s?\(\d{{1,3}}\))?"  # "seventeen (17)"
_RANGE = rf"(?:(?<![\w/-]){_IN_FIGURES}\s?(?:-|to|through)\s?{_IN_FIGURES}(?!\w)|{RANGE})"
_ANY_NUMBER = rf"(?:{_COUNT}|(?<![\w-])no(?![\w-]))"

SLOTS = (
    Slot(
        "odo",
        r"(?:(?:ICE(?:'s)?\s+)?Office\s+of\s+Detention\s+Oversight(?:\s*\(ODO\))?|(?-i:ODO))(?![\w-])",
        lambda _: "ODO",
    ),
    Slot("number", rf"(?<![\w-]){NUMBER}(?![\w-])", number),
    Slot("count", _COUNT, twice),
    Slot("any-count", _ANY_NUMBER, twice),
    Slot(
        "none",
        r"(?:(?<![\w-])(?:no|zero)(?![\w-])|(?<![\w-])not\s+(?:find|identify|note|cite|report)\s+any(?![\w-]))",
        none,
    ),
    Slot("facility", _FACILITY, facility),
    Slot("facility-whole", f"(?>{_FACILITY})", facility),
    Slot("facility-line", _FACILITY.replace(r"\s{1,4}", r"[^\S\n]{1,4}"), facility),
    Slot("standard", _STANDARD, standard),
    Slot("rating", RATING, lambda words: " ".join(words.split())),
    Slot("first-day", f"(?:{_RANGE}|{DAY})", first_day),
    Slot("last-day", _RANGE, last_day),
    Slot(
        "completed",
        r"(?<![\w-])(?:(?:had|has|have|was|were|is)\s+(?:(?:not|never)\s+)?(?:(?:been|since|fully|already|yet)\s+){0,2}completed|"
        r"did\s+not\s+complete|completed)(?![\w-])",
        is_completed,
    ),
)
"""Every kind of words."""
