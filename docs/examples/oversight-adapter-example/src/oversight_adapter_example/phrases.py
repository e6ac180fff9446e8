"""The sentences of the commission's register, as a table; a slot says how its words are read."""

from __future__ import annotations

from oversight_adapters.readers.phrasebook import Phrase, Phrasebook, Slot
from oversight_adapters.readers.words import dates

SLOTS = (
    Slot("number", r"\d{1,6}(?!\d)", str),
    Slot("name", r"(?-i:[A-Z])[\w&'-]{0,30}(?:\s[\w&'-]{1,30}){0,5}", str, printed=True),
    Slot("count", r"\d{1,4}(?!\d)", int),
    Slot("day", dates.DAY, dates.moment),
    Slot("date", dates.DATE, dates.moment),
    Slot("validity", r"in\s{1,3}force|suspended|withdrawn|ended", lambda words: " ".join(words.lower().split())),
)

PHRASES = (
    Phrase(
        "granted",
        "Permit <number:number> was granted on <granted_on:day> for <berths:count> berths?",
        example="Permit 17 was granted on May 3, 2024 for 12 berths.",
        counter_example="Permit 17 was granted on application.",
    ),
    Phrase(
        "held",
        "Permit <number:number> is held by <holder:name>",
        example="Permit 17 is held by Northern Docks.",
        counter_example="Permit 17 is held by nobody at present.".lower(),
    ),
    Phrase(
        "validity",
        "Permit <number:number> has been <validity:validity> since <occurred_on:date>",
        example="Permit 17 has been suspended since June 2024.",
        counter_example="Permit 17 has been discussed since June 2024.",
    ),
)

BOOK = Phrasebook("harbour-register", SLOTS, PHRASES)
