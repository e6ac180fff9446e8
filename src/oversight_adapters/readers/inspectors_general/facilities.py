"""Facilities that a title or a recommendation names, with the town that is printed behind the name.

Titles are written in capitals, so that only words which end as the names of such places do are taken for one, from the
word on that leads to it: "an Unannounced Inspection of the Krome North Service Processing Center in Miami, Florida".
"""

from __future__ import annotations

import re

from oversight_adapters.readers.inspectors_general.describing import Record
from oversight_adapters.readers.inspectors_general.pieces import Piece
from oversight_adapters.readers.phrasebook import Slot
from oversight_adapters.readers.words.states import STATE
from oversight_adapters.texts.folded import fold
from oversight_core.names import Item, slug

_GAP = r"\s{1,40}"
_LED = rf"(?:(?<!\w)(?:at|of|from|in|into|for|near|and|the){_GAP}|'s{_GAP}|[,:]{_GAP}|\A)"
_WORD = r"[A-Z][\w.'&-]{0,30}"
_FIRST = rf"(?!(?:The|ICE|ICE's|CBP|CBP's|U\.S\.|Detention|Processing|Facility|Unannounced)\s){_WORD}"
_KIND = (
    rf"(?:(?:Detention|Processing|Correctional|Corrections|Residential|Confinement|Holding|Staging|Reception){_GAP}"
    rf"(?:Center|Facility|Complex|Institution|Annex)|Jail|Prison|Annex|Border{_GAP}Patrol{_GAP}Station|Port{_GAP}of{_GAP}Entry)"
)
_DOES = r"(?:Needs?|Did|Does|Do|Is|Are|Has|Have|Was|Were|Violated|Generally|Continues?|Should|Must|Cannot)\b"
_TOWN_BEHIND = rf"(?:,{_GAP}|{_GAP})(?:in{_GAP})?{_WORD}(?:{_GAP}{_WORD}){{0,3}},{_GAP}{STATE}"
_NAME = (  # what ends as a name of such a place does; a plain "Facility" only where its town is printed behind it
    rf"{_FIRST}(?:{_GAP}{_WORD}){{0,5}}?{_GAP}(?:{_KIND}(?!{_GAP}(?!{_DOES})[A-Z])|(?:Facility|Center)(?={_TOWN_BEHIND}))(?![\w-])"
)
_FACILITY = re.compile(rf"{_LED}(?P<name>{_NAME})")
_TOWN = re.compile(
    rf"(?:,{_GAP}|{_GAP})(?:in{_GAP})?(?P<city>(?-i:{_WORD}(?:{_GAP}{_WORD}){{0,3}})),{_GAP}(?P<state>{STATE})",
    re.IGNORECASE,
)
_MOST = 3_000


def facility(words: str) -> str:
    """A facility's name as printed; raises ValueError for words that do not end as such a name does.

    >>> facility("Krome North Service Processing Center")
    'Krome North Service Processing Center'
    """
    bare = " ".join(words.split())
    if not re.search(rf"(?:{_KIND}|Facility|Center)$", bare):
        raise ValueError(f"{words!r} is no facility")
    return bare


SLOTS = {
    "facility": Slot("facility", _NAME, facility, printed=True),
    "place": Slot("place", _WORD, lambda words: " ".join(words.split()), printed=True),
}
"""Slots that a reader of facilities needs."""


def tell_facilities(record: Record, item: Item, piece: Piece) -> None:
    """The facilities that words name, told of an item; one whose town is printed is described."""
    words = fold(piece.words[:_MOST])
    for match in _FACILITY.finditer(words):
        told = record.read("facility", piece.cut(*match.span("name")), field="facility")
        record.of(item).tell("facility", told)
        town = _TOWN.match(words, match.end())
        if told and town:
            out = record.of(Item("facility", item.issuer, slug(str(told.value))))
            out.tell("name", told)
            for field in ("city", "state"):
                out.tell(field, record.read("place", piece.cut(*town.span(field)), field=field))
