"""Money: costs that are questioned, those of them that nothing supports, and funds that could be put to better use."""

from __future__ import annotations

from oversight_adapters.readers.phrasebook import Phrase

_NOT_ROUGH = "".join(
    rf"(?<!{word}\s)"
    for word in (
        "about",
        "nearly",
        "almost",
        "over",
        "than",
        "around",
        "some",
        "to",
        "approximately",
        "least",
        "roughly",
        "estimated",
    )
)
_USE = r"funds? (?:that could be |to be |be )?put to better use"
_COSTS = r"costs?"
_PART = r"(?:unsupported|ineligible|unallowable|unreasonable|unnecessary|duplicate)"
"""Kinds of questioned costs, each of which is a part of them."""

MONEY = (
    Phrase(
        "questioned",
        rf"{_NOT_ROUGH}<questioned:amount> (?:in|of|as) (?:potentially )?questioned {_COSTS}",
        "We identified $1,234,567 in questioned costs.",
        "We identified about $1,234,567 in questioned costs.",
    ),
    Phrase(
        "we-question",
        rf"(?<![\w-])we (?:therefore |also )?question(?:ed)? {_NOT_ROUGH}<questioned:amount> (?:in|of) "
        rf"(?:(?!{_PART})\w+ ){{0,3}}?{_COSTS}",
        "We questioned $45,000 in travel costs.",
        "They questioned $45,000 in travel costs.",
    ),
    Phrase(
        "unsupported",
        rf"{_NOT_ROUGH}<unsupported:amount> (?:in|of|as) unsupported {_COSTS}",
        "We found $7,000 in unsupported costs.",
        "We found $7,000 in supported costs.",
    ),
    Phrase(
        "better-use",
        rf"{_NOT_ROUGH}<better_use:amount> (?:in|of|as) {_USE}",
        "The report identifies $2.5 million in funds that could be put to better use.",
        "The report identifies nearly $2.5 million in funds put to better use.",
    ),
    Phrase(
        "could-put",
        rf"(?:could|can|would) (?:have )?put {_NOT_ROUGH}<better_use:amount> "
        r"(?:(?:in|of) (?:\w+ ){0,3}?)?to better use",
        "FEMA could put $45.2 million in Federal funds to better use.",
        "FEMA could put $45.2 million in a bank.",
    ),
    Phrase(
        "put-to-better-use",
        rf"{_NOT_ROUGH}<better_use:amount> (?:that )?(?:could be|can be) put to better use",
        "It identified $80,000 that could be put to better use.",
        "It identified $80,000 that was spent.",
    ),
)
"""Rows of money."""
