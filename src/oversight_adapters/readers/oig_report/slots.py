"""How the words in a phrase are read: one row for each kind of slot."""

from __future__ import annotations

import re
from collections.abc import Callable
from decimal import Decimal

from oversight_adapters.readers.inspectors_general.bodies import issuer
from oversight_adapters.readers.inspectors_general.money import AMOUNT, amount, currency
from oversight_adapters.readers.inspectors_general.reports import NUMBER
from oversight_adapters.readers.oig_report.lines import printed
from oversight_adapters.readers.oig_report.offices import OFFICE, component_of
from oversight_adapters.readers.phrasebook import Slot
from oversight_adapters.readers.words import dates, numbers
from oversight_adapters.readers.words.components import COMPONENT, component
from oversight_adapters.readers.words.qualifiers import QUALIFIERS, qualifier
from oversight_core.names import slug

SPEAKER = rf"(?:{COMPONENT}|(?<![\w-])(?-i:(?!OIG|GAO|ECD|USC)[A-Z]{{3,6}}|[A-Z]&[A-Z])(?![\w&-]))"
"""An organisation that answers: a component, or a short form that no table knows."""

_REMAIN = r"(?:(?:it\s+)?(?:will\s+)?remains?\s+|(?:it\s+)?(?:is|are)\s+)?"
_JOINED = r"\s*(?:,\s*(?:(?:and|but|/|-)\s*)?|(?:and|but|/|-)\s*)"
STATUS = (
    rf"(?<![\w-])(?:(?:un)?resolved{_JOINED}{_REMAIN}(?:open|closed)|"
    rf"(?:open|closed){_JOINED}{_REMAIN}(?:un)?resolved|open|closed|(?:un)?resolved)(?![\w-])"
)
"""A status: whether it is settled what to do, whether the recommendation is open, or both, in either order."""

_AGREE = r"(?:concur(?:red|s)?|agree[sd]?)"
POSITIONS = {
    "neither_agreed_nor_disagreed": (
        r"(?:neither\s+(?:agree[sd]?|concur(?:red|s)?)\s+(?:n?or)\s+(?:disagree[sd]?|non-?\s?concur(?:red|s)?))"
    ),
    "non_concurred": r"(?:(?:do|does|did)\s+not\s+(?:concur|agree)|non-?\s?concur(?:red|s)?|disagree[sd]?)",
    "partially_concurred": rf"(?:(?:partially|partly)\s+{_AGREE}|{_AGREE}\s+in\s+part)",
    "concurred": _AGREE,
}
"""What positions look like, and the canonical value of each."""

LABELS = {
    "concurred": "concurred",
    "non_concurred": "did not concur",
    "partially_concurred": "partially concurred",
    "neither_agreed_nor_disagreed": "neither agreed nor disagreed",
}
"""The office's own words for them, as its vocabulary has them."""

_ORDINALS = "first second third fourth fifth sixth seventh eighth ninth tenth".split()


def status(words: str) -> str:
    """The words of the office's vocabulary for a status, in one order.

    >>> status("resolved and will remain open"), status("Open/Unresolved"), status("resolved and closed")
    ('open and resolved', 'open and unresolved', 'resolved and closed')
    """
    said = words.lower()
    settled = "unresolved" if "unresolved" in said else "resolved" if "resolved" in said else ""
    closure = "closed" if "closed" in said else "open" if "open" in said else ""
    if closure == "open" and settled:
        return f"open and {settled}"
    return f"{settled} and closed" if closure and settled else closure or settled


def position(words: str) -> str:
    """The canonical value of a position; raises ValueError for other words."""
    for value, pattern in POSITIONS.items():
        if re.fullmatch(pattern, words, re.IGNORECASE):
            return value
    raise ValueError(f"{words!r} is no position")


def organisation(words: str) -> str:
    """The short form of who answers."""
    try:
        return component(words)
    except ValueError:
        return words


def addressee(words: str) -> str:
    """The short form of whom a recommendation addresses, by its own name or by that of one of its offices."""
    try:
        return component_of(words)
    except ValueError:
        return component(words)


def _always(value: object) -> Callable[[str], object]:
    return lambda words: value


def _number(words: str) -> Decimal:
    return Decimal(numbers.count(words))


SLOTS = (
    Slot(
        "count",
        rf"(?:{numbers.COUNT}|(?<!\w)(?:both|a\s+single)(?!\w))",
        lambda words: numbers.count({"both": "two", "a single": "one"}.get(" ".join(words.lower().split()), words)),
    ),
    Slot("both", r"both(?!\w)", _always(2)),
    Slot("number", numbers.COUNT, _number),
    Slot(
        "none",
        r"(?:(?:did|does|do|are)\s+not\s+(?:make|making|contain|include|offer)\s+any|(?:makes?|made|co"
        r"ntain(?:s|ed)?|include[sd]?|making|has|have|had|offer(?:s|ed)?)\s+no)(?!\w)",
        _always(0),
    ),
    Slot("one", rf"(?:{'|'.join(_ORDINALS)})(?!\w)", _always(1)),
    Slot("component", SPEAKER, organisation),
    Slot("addressee", rf"(?:{COMPONENT}|{OFFICE})", addressee),
    Slot("status", STATUS, status),
    Slot("status-slug", STATUS, lambda words: slug(status(words))),
    Slot("printed", r"\S", printed, printed=True),
    Slot("closing", r"(?:close|closing)(?!\w)", _always("closed")),
    Slot("closing-slug", r"(?:close|closing)(?!\w)", _always("closed")),
    Slot("position", rf"(?<![\w-])(?:{'|'.join(POSITIONS.values())})(?![\w-])", position),
    Slot("agreement", rf"(?<!not\s)(?<!partially\s)(?<!partly\s)(?<![\w-]){_AGREE}", position),
    Slot("refusal", rf"(?<![\w-])(?:{POSITIONS['non_concurred']})", position),
    Slot("position-label", r"\S", lambda words: LABELS[position(words)]),
    Slot("day", dates.DAY, dates.moment),
    Slot("issued", rf"(?:{dates.DAY}|{dates.MONTH})", dates.moment),
    Slot("date", rf"(?:{dates.DAY}|{dates.MONTH}|{dates.DATE})", dates.moment),
    Slot("qualifier", "(?:" + "|".join(QUALIFIERS.values()) + ")", qualifier),
    Slot("amount", AMOUNT, amount),
    Slot("cell-amount", r"\d", lambda words: amount("$" + words.replace("$", "").strip())),
    Slot("currency", AMOUNT, currency),
    Slot("issuer", r"\S", issuer),
    Slot("any-report", r"\S", lambda words: " ".join(words.split())),
    Slot("report", NUMBER, lambda words: words.upper()),
    Slot("key", r"\d{1,3}[a-z]?(?![\w-]|\.\d)", str.lower),
    Slot(
        "condition",
        r"(?:until|once|when|after|upon|if|following)\s[^;]{8,600}?(?=[.;]?\s{0,9}$)",
        printed,
        printed=True,
    ),
    Slot("form", r"(?:Revised|Redacted)", lambda words: words.lower()),
    Slot("recommendations", r"recommendations?", _always("recommendations")),
)
"""Slots by name."""
