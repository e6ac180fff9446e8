"""The same memo in a listing, in a summary and in a PDF is one item; what they contradict is told."""

from __future__ import annotations

import io
from itertools import permutations
from pathlib import Path

import pytest

from oversight_adapters.plugins import Adapters
from oversight_adapters.stores.memory import MemoryStore
from oversight_core.ledger import Registered
from oversight_core.names import Item
from oversight_core.provenance import Page, Source
from oversight_core.register import Register

SUMMARY = (Path(__file__).parents[2] / "src/oversight_adapters/samples/crcl-krome.txt").read_text(encoding="utf-8")
LISTING = """CRCL Recommendation and Investigation Memos

  • Summary of CRCL’s Recommendations and ICE’s Response: Krome North Service Processing Center

    On December 15, 2023, ICE responded to a Key Civil Rights Findings and Recommendation Memorandum issued in August
    2023 by CRCL that followed a targeted onsite investigation. ICE concurred with one recommendation, and
    non-concurred with {}.

  • Retention Memo to ICE Concerning Elm County Jail

    The purpose of this memorandum is to notify ICE of the complaints and inform ICE that CRCL will retain them.
"""


def pdf(text: str) -> bytes:
    canvas = pytest.importorskip("reportlab.pdfgen.canvas")
    from textwrap import wrap

    out = io.BytesIO()
    page = canvas.Canvas(out, invariant=True)
    height = 800
    for piece in (piece for line in text.split("\n") for piece in (wrap(line, 95) or [""])):
        page.drawString(50, height, piece)
        height -= 14
    page.save()
    return out.getvalue()


def register_of(*documents: bytes) -> Register:
    adapters = Adapters()
    register = Register(MemoryStore(), recorder="tests")
    for document in documents:
        register.apply(register.take(adapters.read(Source.of(document))))
    return register


def only(register: Register, kind: str) -> Item:
    (item,) = (item for item in register.cases() if item.kind == kind)
    return item


def sources(register: Register, item: Item) -> set[str]:
    entries = (recorded.entry for recorded in register.history(item))
    return {one.source for entry in entries if isinstance(entry, Registered) for one in entry.excerpts if one.source}


def test_it_is_one_item() -> None:
    register = register_of(LISTING.format(13).encode(), SUMMARY.encode(), pdf(SUMMARY))
    response = only(register, "response")
    assert not [one for one in register.discrepancies() if one.item == response]


DOCUMENTS = (LISTING.format(13).encode(), SUMMARY.encode(), SUMMARY)


@pytest.mark.parametrize("order", list(permutations(range(3))), ids=str)
def test_it_has_three_sources_in_any_order(order: tuple[int, ...]) -> None:
    documents = [pdf(one) if isinstance(one, str) else one for one in (DOCUMENTS[n] for n in order)]
    register = register_of(*documents)
    assert sources(register, only(register, "response")) == {Source.of(one).digest for one in documents}


def test_next_months_edition_that_says_the_same_is_no_further_source() -> None:
    register = register_of(LISTING.format(13).encode(), SUMMARY.encode())
    before = sources(register, only(register, "response"))
    for later in (LISTING.format(13).replace("Memos\n", "Memos \n\n"), SUMMARY + "\n\n"):
        register.apply(register.take(Adapters().read(Source.of(later.encode()))))
    assert sources(register, only(register, "response")) == before


def test_the_pdf_is_quoted_by_its_pages() -> None:
    register = register_of(pdf(SUMMARY))
    entries = (recorded.entry for recorded in register.history(only(register, "response")))
    places = [one.locator for entry in entries if isinstance(entry, Registered) for one in entry.excerpts if one.words]
    assert places and all(isinstance(place, Page) and place.number == 1 for place in places)


def test_what_they_contradict_is_a_discrepancy() -> None:
    register = register_of(LISTING.format(12).encode(), SUMMARY.encode())
    response = only(register, "response")
    told = [one for one in register.discrepancies() if one.item == response]
    assert any("12" in f"{one.said} {one.against}" and "13" in f"{one.said} {one.against}" for one in told), told
