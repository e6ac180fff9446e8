"""The key of an entry: the same passage read twice gives it again, and disposal does not change it."""

import attrs
import pytest
from hypothesis import given
from tests.codec.made import entries

from oversight_adapters.codec import decode, encode
from oversight_core.entities import Complaint
from oversight_core.ledger.entry import Registered, Reported
from oversight_core.ledger.key import entry_key
from oversight_core.moments import Moment
from oversight_core.names import Actor, Item
from oversight_core.provenance import Excerpt, TextSpan

ITEM = Item.parse("complaint:crcl/24-01")
EXCERPT = Excerpt("text", "He was denied a call.", TextSpan(0, 21), "sha256:00", "row")
DESCRIBED = Registered(ITEM, Complaint(text="He was denied a call.", count=2), ("text",), excerpts=(EXCERPT,))
REPORTED = Reported(ITEM, "stage", "open", (), "Open", "crcl/stage", excerpts=(EXCERPT,))


@given(entries)
def test_a_key_survives_disposal(entry):
    encoded = encode(entry)
    assert entry_key(decode(encoded.payload, None, authority="GRS 2.8")) == entry_key(entry)


@given(entries)
def test_what_was_read_from_no_source_has_no_key(entry):
    assert bool(entry_key(entry)) == any(excerpt.source for excerpt in entry.excerpts)


@pytest.mark.parametrize(
    "changes",
    [
        {"item": Item.parse("complaint:crcl/24-02")},
        {"entity": Complaint(text="He was denied a call.", count=3)},
        {"fields": ("count", "text")},
        {"rulebook": "crcl"},
        {"same_as": Item.parse("complaint:crcl/24-02")},
        {"excerpts": (attrs.evolve(EXCERPT, locator=TextSpan(0, 22)),)},
        {"excerpts": (attrs.evolve(EXCERPT, source="sha256:01"),)},
    ],
)
def test_a_description_that_says_something_else_has_another_key(changes):
    assert entry_key(attrs.evolve(DESCRIBED, **changes)) != entry_key(DESCRIBED)


@pytest.mark.parametrize("changes", [{"axis": "release"}, {"status": "closed"}, {"label": "open"}, {"vocabulary": "x"}])
def test_a_report_that_says_something_else_has_another_key(changes):
    assert entry_key(attrs.evolve(REPORTED, **changes)) != entry_key(REPORTED)


@pytest.mark.parametrize(
    "changes",
    [
        {"stated_on": Moment.parse("2024-05-01")},
        {"actor": Actor("A. Person")},
        {"entity": Complaint(text="in other words", count=2)},
        {"excerpts": (attrs.evolve(EXCERPT, words="in other words", phrase="another row"),)},
        {"excerpts": (EXCERPT, EXCERPT)},
    ],
)
def test_words_dates_of_the_entry_and_phrases_take_no_part(changes):
    assert entry_key(attrs.evolve(DESCRIBED, **changes)) == entry_key(DESCRIBED)
