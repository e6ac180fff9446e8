"""The recommendations of a report: their numbers, words and addressees, each from the section with its text."""

from __future__ import annotations

from itertools import zip_longest

import attrs

from oversight_adapters.readers.inspectors_general.describing import Description, Told
from oversight_adapters.readers.inspectors_general.facilities import tell_facilities
from oversight_adapters.readers.inspectors_general.reports import recommendation_item
from oversight_adapters.readers.oig_report.addressees import addressees, addressees_of_list
from oversight_adapters.readers.oig_report.layout import is_whole, text_end
from oversight_adapters.readers.oig_report.page import Page
from oversight_adapters.readers.oig_report.sections import Part, Section
from oversight_adapters.texts.spans import Span
from oversight_core.names import Item, fingerprint


@attrs.define
class Known:
    """The recommendations of a report by number as printed, or by their words; to several they are several items."""

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
    own = addressees(page, *words) if words else ()
    told_to = own or addressees_of_list(page, section) or ((sole,) if sole else ())
    name = number or fingerprint(page.folded[slice(*words)] if words else "")
    before = known.of(name)
    descriptions = before or tuple(
        page.record.of(recommendation_item(document, name, str(told.value) if told else ""))
        for told in (told_to or (None,))
    )
    known.by_number[name] = descriptions
    for description in descriptions:
        description.derive("document", document)
        if section.number:
            description.tell("number", page.read("key", *section.number, "number"))
        if words:
            description.tell("text", page.read("printed", *words, "text"))
            tell_facilities(page.record, description.item, page.piece(*words))
    if not before:
        for description, told in zip(descriptions, told_to, strict=False):
            description.tell("addressee", told)
