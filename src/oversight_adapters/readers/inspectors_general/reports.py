"""Numbers of reports as inspectors general and GAO print them, and the items that they name."""

from __future__ import annotations

import re

from oversight_core.names import Item, fingerprint, slug

OFFICE_NUMBER = r"OIG-\d{2}-\d{1,3}(?:-[A-Z]{1,3})?"
"""Pattern of the numbers of Homeland Security's office; letters behind mark grants (D), special reports, alerts."""

NUMBER = rf"(?<![\w/.-])(?-i:{OFFICE_NUMBER}|GAO-\d{{2}}-\d{{3,6}}(?:SP|T|R|G|PR|BR)?)(?![\w-]|\.\w)"
"""Pattern of a report number that stands in text; one inside an address or another word is none."""

OLD_NUMBER = r"(?:D[ADS]|GC-[A-Z]{2})-\d{2}-\d{2,3}"
"""Pattern of the numbers that the office gave to its audits of grants until 2013; only lists are searched for them."""

UNNAMED = "OIG"
"""Whose a report is of which nothing says so."""
_DHS = re.compile(rf"(?:{OFFICE_NUMBER}|{OLD_NUMBER})(?!\d)", re.IGNORECASE)


def issuer_of(number: str) -> str:
    """Who issued a report of this number; "" where a number does not say so.

    >>> issuer_of("GAO-25-107580"), issuer_of("OIG-18-67"), issuer_of("22-052")
    ('GAO', 'DHS OIG', '')
    """
    return "GAO" if number.upper().startswith("GAO") else "DHS OIG" if _DHS.match(number) else ""


def document_item(number: str, title: str = "", *, issued_by: str = "") -> Item:
    """The item of a report: by its number, or where none is printed by its title.

    >>> str(document_item("OIG-18-67"))
    'document:dhs-oig/oig-18-67'
    """
    body = slug(issued_by or (issuer_of(number) if number else "DHS OIG") or UNNAMED)
    return Item("document", body, slug(number.replace("_", "-")) if number else fingerprint(title or "untitled"))


def recommendation_item(document: Item, number: str, addressee: str = "") -> Item:
    """The item of a recommendation of a report."""
    return Item("recommendation", document.issuer, document.report, slug(number), slug(addressee) if addressee else "")


_FORM = re.compile(r"[(\[](?P<form>revised|redacted)[)\]]\s*$", re.IGNORECASE)


def form_of_title(content: str, start: int, end: int) -> tuple[int, int] | None:
    """Where the form of a release stands that ends a title, if one does.

    >>> form_of_title("USCIS' Program Is Not Managed (REDACTED)", 0, 40)
    (31, 39)
    """
    match = _FORM.search(content[max(start, end - 40) : end])
    return (max(start, end - 40) + match.start("form"), max(start, end - 40) + match.end("form")) if match else None
