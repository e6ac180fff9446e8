"""The recommendations of a report: their numbers, words and addressees, each from the section with its text."""

from __future__ import annotations

import re
from itertools import zip_longest

import attrs

from oversight_adapters.readers.inspectors_general.describing import Description, Told
from oversight_adapters.readers.inspectors_general.reports import recommendation_item
from oversight_adapters.readers.oig_report.layout import Part, Section, is_whole, text_end
from oversight_adapters.readers.oig_report.lines import Span
from oversight_adapters.readers.oig_report.page import Page
from oversight_adapters.readers.words.components import COMPONENT
from oversight_core.names import Item, fingerprint

_OFFICIAL = (
    r"(?:(?:Acting\s+)?(?:Deputy\s+|Assistant\s+|Under\s+|Associate\s+|Executive\s+)*(?:Director|Commissio"
    r"ner|Secretary|Administrator|Commandant|Chief(?:\s+\w+){0,3}|Officer|Inspector))"
)
_LEAD = re.compile(
    rf"We\s+(?:also\s+)?recommend(?:ed)?\s+(?:that\s+)?(?:the\s+)?(?:(?:{_OFFICIAL})(?:\s*,)?(?:\s+(?:o"
    rf"f|for)(?:\s+the)?)?\s+)?(?:the\s+)?"
    rf"(?P<first>{COMPONENT})(?:'s)?(?P<rest>[^:.]{{0,160}})",
    re.IGNORECASE,
)
_AND_OFFICIAL = re.compile(
    rf"^,?\s*(?:{_OFFICIAL}\s*,?\s*)?(?:and|,)\s+(?:the\s+)?{_OFFICIAL}(?:\s*,)?(?:\s+(?:of|for)(?:\s+t"
    rf"he)?)?\s+(?:the\s+)?(?P<second>{COMPONENT})",
    re.IGNORECASE,
)
_OFFICIAL_BEHIND = re.compile(rf"(?P<who>{COMPONENT})(?:'s)?\s+{_OFFICIAL}", re.IGNORECASE)
_STOP = re.compile(r"[.!?]\s")
_WE_RECOMMEND = re.compile(r"\bWe\s+recommend\b")
_FIRST = re.compile(r"Recommendation\b", re.IGNORECASE)
_FARTHEST, _LONGEST_LIST = 600, 5_000


@attrs.define
class Known:
    """The recommendations of a report by their numbers, as printed; to several addressees they are several items."""

    by_number: dict[str, tuple[Description, ...]] = attrs.Factory(dict)

    def of(self, number: str) -> tuple[Description, ...]:
        """The descriptions of one; none where it is not known."""
        return self.by_number.get(number.lower(), ())


def tell_recommendations(
    page: Page, document: Item, found: list[Section], sole: Told | None
) -> tuple[Known, list[Span]]:
    """Every recommendation whose text stands in a section, and where these texts stand.

    `sole` is the only component that the report addresses, if it says so.
    """
    known, units = Known(), []
    for section, following in zip_longest(found, found[1:]):
        if section.part is not Part.TEXT:
            continue
        start = (
            section.body
            + len(page.text[section.body : section.end])
            - len(page.text[section.body : section.end].lstrip())
        )
        end = text_end(page.text, section, following)
        if end <= start:
            _tell(page, document, known, section, None, sole)
            continue
        units.append((start, end))
        if not is_whole(page.text[start:end]) and not page.text[end:].strip():
            page.record.problem(
                "truncated", "the text ends within a recommendation, which is left out", page.piece(start, end)
            )
            continue
        _tell(page, document, known, section, (start, end), sole)
    return known, units


def _tell(page: Page, document: Item, known: Known, section: Section, words: Span | None, sole: Told | None) -> None:
    number = page.folded[slice(*section.number)].lower() if section.number else ""
    if not number and words is None:
        return
    own = _addressees(page, *words) if words else ()
    addressees = own or _addressees_of_list(page, section) or ((sole,) if sole else ())
    before = known.of(number)
    descriptions = before or tuple(
        page.record.of(
            recommendation_item(
                document,
                number or fingerprint(page.folded[slice(*words)] if words else ""),
                str(told.value) if told else "",
            )
        )
        for told in (addressees or (None,))
    )
    if number:
        known.by_number[number] = descriptions
    for description in descriptions:
        description.derive("document", document)
        if section.number:
            description.tell("number", page.read("key", *section.number, "number"))
        if words:
            description.tell("text", page.read("printed", *words, "text"))
    if not before:
        for description, told in zip(descriptions, addressees, strict=False):
            description.tell("addressee", told)


def _addressees(page: Page, start: int, end: int) -> tuple[Told, ...]:
    """Whom the first words of a recommendation address."""
    lead = _LEAD.match(page.text, start, end)
    if lead is None:
        return ()
    found = [page.read("component", *lead.span("first"), "addressee")]
    rest = lead.start("rest")
    if second := _AND_OFFICIAL.match(page.text[rest : lead.end("rest")]):
        found.append(page.read("component", rest + second.start("second"), rest + second.end("second"), "addressee"))
    distinct = {told.value: told for told in found if told}
    return tuple(distinct.values())


def _addressees_of_list(page: Page, section: Section) -> tuple[Told, ...]:
    """Whom the sentence over a list of recommendations addresses: "We recommend that the Director of ICE:"."""
    leads = list(_WE_RECOMMEND.finditer(page.text, max(0, section.start - _LONGEST_LIST), section.start))
    at = leads[-1].start() if leads else -1
    colon = page.text.find(":", at, min(at + _FARTHEST, section.start)) if leads else -1
    if colon < 0 or _STOP.search(page.text, at, colon):
        return ()
    behind = page.text[colon + 1 : section.start].lstrip()
    return _addressees(page, at, colon + 1) if not behind or _FIRST.match(behind) else ()
