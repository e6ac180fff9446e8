"""Only what its tag says is read, only what reads back equal is written, and errors say where."""

import json
from enum import StrEnum

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.codec.made import entries

from oversight_adapters.codec import Codec, DecodeError, EncodeError, Opaque, decode, encode
from oversight_adapters.codec.plain import Fields
from oversight_core.entities import KINDS, Listing, Recommendation
from oversight_core.ledger.entry import Registered, Reported, Retracted
from oversight_core.moments import Moment
from oversight_core.names import Actor, Item
from oversight_core.provenance import Excerpt

ITEM = Item.parse("recommendation:gao/gao-24-1/4@ice")


class Axis(StrEnum):
    STAGE = "stage"


def reported(**changes):
    return json.dumps({"reported": {"item": "a:b/c", "axis": "stage", "status": "open"} | changes}).encode()


def at(locator):
    return reported(excerpts=[{"field": "x", "locator": locator}])


@pytest.mark.parametrize(
    ("payload", "path", "expected"),
    [
        (reported(axis=5), "$.reported.axis", "a text"),
        (reported(axis=None), "$.reported.axis", "a text"),
        (reported(item="no item"), "$.reported.item", "an item"),
        (reported(item=5), "$.reported.item", "an item"),
        (reported(states="open"), "$.reported.states", "a list"),
        (reported(states=["open", 3]), "$.reported.states[1]", "a text"),
        (reported(excerpts=[{"field": "x"}, {"field": 3}]), "$.reported.excerpts[1].field", "a text"),
        (reported(excerpts=[{}]), "$.reported.excerpts[0].field", "a value"),
        (reported(excerpts={}), "$.reported.excerpts", "a list"),
        (
            reported(excerpts=[{"field": "x", "locator": {"text": {"start": 1.5, "end": 2}}}]),
            "$",
            "a whole number or a text",
        ),
        (reported(excerpts=[{"field": "x", "locator": {"text": {"start": True, "end": 2}}}]), None, "a whole number"),
        (at({"spot": {}}), "$.reported.excerpts[0].locator", None),
        (at([]), "$.reported.excerpts[0].locator", None),
        (reported(actor={"name": "in clear"}), "$.reported.actor.name", "a sign for words"),
        (reported(actor={"name": {"@": True}}), "$", "a sign for words 0 of 0"),
        (reported(actor="ICE"), "$.reported.actor", None),
        (reported(occurred_on="soon"), "$.reported.occurred_on", "a moment"),
        (reported(occurred_on=2024), "$.reported.occurred_on", "a moment"),
        (reported(occurred_on={"precision": "eon"}), "$.reported.occurred_on", None),
        (reported(colour="red"), "$.reported", None),
        (b'{"reported":{"item":"a:b/c","axis":"stage"}}', "$.reported.status", "a value"),
        (b'{"reported":{"axis":"a","axis":"b"}}', "$", "every name once"),
        (b'{"reported":[]}', "$.reported", None),
        (b'{"rumoured":{}}', "$.rumoured", None),
        (b'{"reported/2":{}}', "$.reported/2", None),
        (b'{"reported/1":{}}', "$.reported/1", None),
        (b'{"reported":{},"applied":{}}', "$", None),
        (b'{"registered":{"item":"a:b/c","entity":{"review":{"complaint_count":"4"}}}}', None, "a whole number"),
        (b'{"registered":{"item":"a:b/c","entity":{"review":{"complaint_count":true}}}}', None, "a whole number"),
        (b'{"registered":{"item":"a:b/c","entity":{"review":[]}}}', "$.registered.entity", None),
        (b'{"registered":{"item":"a:b/c","entity":{"stranger":[]}}}', "$.registered.entity", None),
        (b'{"registered":{"item":"a:b/c","entity":"review"}}', "$.registered.entity", None),
        (b'{"registered":{"item":"a:b/c"}}', "$.registered.entity", "a value"),
        (b"[]", "$", None),
        (b"null", "$", None),
        (b'{"@":"x"}', "$", None),
        (b"", "$", None),
        (b"{", "$", None),
        (b"NaN", "$", None),
        (b"\xff", "$", "UTF-8"),
        (b"[" * 200_000, "$", "JSON of a sensible depth"),
        (b'{"reported":' + b"9" * 200_000 + b"}", "$", "a whole number of 64 bits"),
        (b'{"reported":9223372036854775808}', "$", "a whole number of 64 bits"),
    ],
)
def test_what_does_not_fit_is_refused_with_its_path(payload, path, expected):
    with pytest.raises(DecodeError) as caught:
        decode(payload, b"[]")
    assert path is None or caught.value.path == path
    assert expected is None or caught.value.expected == expected
    assert caught.value.found and len(str(caught.value)) < 400


@pytest.mark.parametrize("content", [b"[", b"{}", b'"x"', b"[1]", b"[]", b'["x","y"]', b"\xff", b'[["x"]]'])
def test_content_that_does_not_belong_is_refused(content):
    with pytest.raises(DecodeError):
        decode(b'{"reported":{"actor":{"name":{"@":0}},"axis":"a","item":"a:b/c","status":""}}', content)


@pytest.mark.parametrize(
    ("entry", "path"),
    [
        (Reported(ITEM, 5, "open"), "$.reported.axis"),
        (Reported(ITEM, Axis.STAGE, "open"), "$.reported.axis"),
        (Reported("a:b/c", "stage", "open"), "$.reported.item"),
        (Registered(ITEM, Listing(items=[5])), "$.registered.entity.items[0]"),
        (Reported(ITEM, "stage", "open", ("open", b"x")), "$.reported.states[1]"),
        (Reported(ITEM, "stage", "open", excerpts=(Excerpt("x"), Excerpt("y", 5))), "$.reported.excerpts[1].words"),
        (Reported(ITEM, "stage", "open", excerpts=(Excerpt("x", "y", (1, 2)),)), "$.reported.excerpts[0].locator"),
        (Reported(ITEM, "stage", "open", actor="ICE"), "$.reported.actor"),
        (Reported(ITEM, "stage", "open", occurred_on="2024"), "$.reported.occurred_on"),
        (Retracted(ITEM, True), "$.retracted.revision"),
        (Retracted(ITEM, 2**63), "$.retracted.revision"),
        (Retracted(ITEM, 1, "\ud800"), "$"),
        (Registered(ITEM, Recommendation(priority=0)), "$.registered.entity.priority"),
        (Registered(ITEM, Recommendation(text=5)), "$.registered.entity.text"),
        (Registered(ITEM, {"text": "x"}), "$.registered.entity"),
        (Registered(ITEM, Opaque("recommendation", Fields(()))), "$.registered.entity"),
        (Registered(ITEM, Opaque("No Tag", Fields(()))), "$.registered.entity"),
        (Registered(ITEM, Opaque("stranger", Fields((("@", 0),)))), "$.registered.entity"),
        (Registered(ITEM, Opaque("stranger", Fields((("b", 0), ("a", 0))))), "$.registered.entity"),
        (Registered(ITEM, Opaque("stranger", Fields((("a", 0.5),)))), "$.registered.entity"),
        (Moment.parse("2024"), "$"),
    ],
)
def test_what_would_not_read_back_equal_is_not_written(entry, path):
    with pytest.raises(EncodeError) as caught:
        encode(entry)
    assert caught.value.path == path


@given(entries, st.data())
def test_a_payload_with_a_byte_changed_reads_as_something_or_is_refused(entry, data):
    encoded = encode(entry)
    place = data.draw(st.integers(0, len(encoded.payload) - 1))
    damaged = bytearray(encoded.payload)
    damaged[place] = data.draw(st.integers(0, 255))
    try:
        decode(bytes(damaged), encoded.content)
    except DecodeError as error:
        assert str(error)


def test_an_error_compares_by_its_data_and_prints_one_sentence():
    assert DecodeError("$.a", "a text", "5") == DecodeError("$.a", "a text", "5")
    assert (
        str(DecodeError("$.a", "a text", "5"))
        == "cannot be read at $.a: expected a text, found 5; nothing was taken from it"
    )


# -- versions --------------------------------------------------------------------------------------------------


def test_an_upcast_is_applied_on_reading_and_the_next_version_is_written():
    old = encode(Registered(ITEM, KINDS["action"](state="agreed")))

    def spelt_out(plain):
        return {"state": plain["state"] + "!"}

    def shouted(plain):
        return {"state": plain["state"].upper()}

    later = Codec(upcasts={("action", 1): spelt_out, ("action", 2): shouted})
    entry = later.decode(old.payload, old.content)
    assert entry.entity.state == "AGREED!"
    assert b'{"action/3":{"state":"AGREED!"}}' in later.encode(entry).payload
    assert later.decode(later.encode(entry).payload) == entry


def test_an_upcast_of_an_entry_keeps_its_words():
    old = encode(Retracted(ITEM, 1, "a slip"))
    later = Codec(upcasts={("retracted", 1): lambda plain: plain | {"revision": plain["revision"] + 1}})
    assert later.decode(old.payload, old.content) == Retracted(ITEM, 2, "a slip")


def test_an_entity_of_a_later_version_is_kept_as_it_is():
    later = Codec(upcasts={("action", 1): lambda plain: plain})
    new = later.encode(Registered(ITEM, KINDS["action"](state="agreed", text="x")))
    here = decode(new.payload, new.content)
    assert here.entity.kind == "action" and here.entity.version == 2
    assert encode(here) == new


def test_a_chain_of_upcasts_with_a_gap_is_refused():
    with pytest.raises(ValueError, match="gap"):
        Codec(upcasts={("action", 2): lambda plain: plain})


def test_a_class_with_a_field_that_nobody_can_store_is_refused_when_the_codec_is_made():
    @attrs.frozen
    class Odd:
        weight: float = 0.0

    with pytest.raises(TypeError):
        Codec({"odd": Odd}).encode(Registered(ITEM, Odd(1.5)))


def test_an_entry_without_actor_name_is_refused():
    with pytest.raises(EncodeError, match="words"):
        encode(Reported(ITEM, "stage", "open", actor=Actor(None)))


@pytest.mark.parametrize("seal", ["0", "null", "[]", "true"])
def test_a_seal_is_a_text(seal):
    payload = b'{"@":%b,"reported":{"axis":"stage","item":"review:crcl/24-1","status":"open"}}' % seal.encode()
    with pytest.raises(DecodeError, match="@"):
        decode(payload)
