"""However bytes are read, quickly or strictly, the value is the same, and so is what is refused and why."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.codec.made import entries
from tests.codec.ways import WAYS, read

from oversight_adapters.codec import CODEC, Codec, DecodeError, decode, encode, wire
from oversight_adapters.codec.sure import Doubt
from oversight_core.entities import KINDS
from oversight_core.ledger.entry import Registered, Reported
from oversight_core.names import Item


@pytest.fixture(scope="module", autouse=True)
def way():
    """Not once for each way: these take every way themselves."""


ITEM = Item.parse("recommendation:gao/gao-24-106233/4@ice")
REPORTED = json.loads(encode(Reported(ITEM, "stage", "open", ("a", "b"), "Open")).payload)["reported"]


def outcome(codec, payload, content, way):
    with read(way):
        try:
            return codec.unseal(payload, content, authority="GRS 2.8")
        except DecodeError as error:
            return error


def all_alike(payload, content=None, codec=CODEC):
    first, *others = (outcome(codec, payload, content, way) for way in WAYS)
    assert all(other == first and repr(other) == repr(first) for other in others)
    return first


@given(entries)
def test_what_was_written_reads_back_alike(entry):
    encoded = encode(entry)
    assert all_alike(encoded.seal(b"salt"), encoded.content)[0] == entry
    all_alike(encoded.payload, None)


@given(entries, st.data())
def test_bytes_that_were_damaged_read_alike(entry, data):
    encoded = encode(entry)
    damaged = bytearray(encoded.payload)
    place = data.draw(st.integers(0, len(damaged) - 1))
    kind = data.draw(st.sampled_from(["changed", "inserted", "removed"]))
    new = data.draw(st.sampled_from(b' \t\n\\"0123456789.-eE,:{}[]@ntfu') | st.integers(0, 255))
    damaged[place : place + (kind != "inserted")] = b"" if kind == "removed" else bytes([new])
    all_alike(bytes(damaged), encoded.content)


@given(entries, st.data())
def test_values_that_were_exchanged_read_alike(entry, data):
    plain = json.loads(encode(entry).payload)
    ((_, inside),) = plain.items()
    while isinstance(inside, dict) and inside:
        name = data.draw(st.sampled_from(sorted(inside)))
        if not isinstance(inside[name], dict) or data.draw(st.booleans()):
            odd = [None, True, 0, 1, 2**63, 1.5, "", "open", [], ["x", 1], {}, {"@": 0}, {"@": "x"}, {"@": True}]
            inside[name] = data.draw(st.sampled_from(odd))
            break
        inside = inside[name]
    all_alike(json.dumps(plain).encode(), encode(entry).content)


@pytest.mark.parametrize(
    "payload",
    [
        b'{"reported":{"axis":"a","axis":"b","item":"a:b/c","status":"x"}}',
        b'{"reported":{"axis":"a","axis" :"b","item":"a:b/c","status":"x"}}',
        b'{"reported":{"axis":"a","item":"a:b/c","status":"x"},"reported":{}}',
        b'{"reported":{"axis":"a","item":"a:b/c","status":"\\ud800"}}',
        b'{"reported":{"axis":"a","item":"a:b/c","status":"\x7f"}}',
        b'{"reported":{"axis":"a","item":"a:b/c","status":"\n"}}',
        b'\xef\xbb\xbf{"reported":{"axis":"a","item":"a:b/c","status":"x"}}',
        b' {"reported":{"axis":"a","item":"a:b/c","status":"x"}} ',
        b'{"retracted":{"item":"a:b/c","revision":1.0}}',
        b'{"retracted":{"item":"a:b/c","revision":1e0}}',
        b'{"retracted":{"item":"a:b/c","revision":-0}}',
        b'{"retracted":{"item":"a:b/c","revision":9223372036854775808}}',
        b'{"retracted":{"item":"a:b/c","revision":18446744073709551616}}',
        b'{"registered":{"item":"a:b/c","entity":{"review":"complaint_count"}}}',
        b'{"registered":{"item":"a:b/c","entity":{"stranger":{"x":1.5}}}}',
    ],
)
def test_what_parsers_differ_in_reads_alike(payload):
    all_alike(payload)


@pytest.mark.parametrize("way", [way for way in WAYS if "cattrs" not in way])
@given(entry=entries)
def test_a_glance_is_enough_for_all_that_is_written_of_known_kinds(way, entry):
    encoded = encode(entry)
    with read(way):
        try:
            assert CODEC._glance(*encoded, "")[0] == entry
        except (KeyError, Doubt):
            assert isinstance(entry, Registered) and type(entry.entity) not in KINDS.values()


def test_a_plug_ins_own_kind_is_read_alike():
    codec = Codec({"site-visit": KINDS["finding"]})
    encoded = codec.encode(Registered(ITEM, KINDS["finding"](text="No soap.", about="showers")))
    assert all_alike(*encoded, codec)[0].entity.about == "showers"


@pytest.mark.skipif(not wire.FAST, reason="the extra `fast` is not installed")
def test_with_the_extra_the_accelerator_is_what_parses():
    assert "with msgspec" in WAYS and decode(encode(Reported(ITEM, "stage", "open")).payload).status == "open"
