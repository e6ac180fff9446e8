"""What is written reads back equal, byte for byte and value for value."""

import json

import pytest
from hypothesis import given
from tests.codec.made import entities, entries, items, moments

from oversight_adapters.codec import Codec, Opaque, decode, encode
from oversight_adapters.codec.codec import digest
from oversight_core.entities import KINDS
from oversight_core.ledger.entry import Registered, Reported
from oversight_core.moments import Moment
from oversight_core.names import Item

ITEM = Item.parse("recommendation:gao/gao-24-106233/4@ice")


@given(entries)
def test_an_entry_reads_back_equal(entry):
    encoded = encode(entry)
    assert decode(encoded.payload, encoded.content) == entry


@given(entities)
def test_an_entity_reads_back_equal(entity):
    encoded = encode(Registered(ITEM, entity))
    assert decode(encoded.payload, encoded.content).entity == entity


@given(entries)
def test_a_sealed_payload_reads_back_equal(entry):
    encoded = encode(entry)
    assert decode(encoded.seal(b"salt"), encoded.content) == entry


@given(entries)
def test_the_payload_is_canonical_json(entry):
    sealed = encode(entry).seal(b"salt")
    again = json.dumps(json.loads(sealed), sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    assert again.encode() == sealed


@given(entries)
def test_what_was_read_is_written_to_the_same_bytes(entry):
    encoded = encode(entry)
    assert encode(decode(encoded.payload, encoded.content)) == encoded


@given(entries)
def test_the_payload_depends_on_the_salt_only_where_there_is_content(entry):
    encoded = encode(entry)
    assert (encoded.seal(b"a") != encoded.seal(b"b")) == (encoded.content is not None)


@given(moments())
def test_a_moment_reads_back_exactly(moment):
    encoded = encode(Reported(ITEM, "stage", "open", occurred_on=moment))
    again = decode(encoded.payload, encoded.content).occurred_on
    assert again == moment and str(again) == str(moment)


@given(items())
def test_an_item_reads_back_exactly(item):
    assert decode(encode(Reported(item, "stage", "open")).payload).item == item


def test_a_moment_is_stored_as_it_prints():
    payload = encode(Reported(ITEM, "stage", "open", occurred_on=Moment.parse("FY2025-Q4"))).payload
    assert b'"occurred_on":"FY2025-Q4"' in payload


def test_the_seal_is_the_digest_of_salt_and_content():
    encoded = encode(Reported(ITEM, "stage", "open", occurred_on=Moment.vague("late 2023")))
    assert encoded.content == b'["late 2023"]'
    assert json.loads(encoded.seal(b"salt"))["@"] == digest(b"salt", b'["late 2023"]')


def test_a_kind_that_is_not_known_here_is_kept_and_written_again():
    abroad = Codec({**KINDS, "site-visit": KINDS["finding"]} | {"finding": KINDS["action"], "action": KINDS["review"]})
    entry = Registered(ITEM, KINDS["finding"](text="No soap.", about="showers"))
    away = abroad.encode(entry)
    here = decode(away.payload, away.content)
    assert isinstance(here.entity, Opaque) and here.entity.kind == "site-visit"
    assert encode(here) == away
    assert abroad.decode(away.payload, away.content) == entry


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_is_stored_under_its_key(kind):
    payload = json.loads(encode(Registered(ITEM, KINDS[kind]())).payload)
    assert payload["registered"]["entity"] == {kind: {}}
