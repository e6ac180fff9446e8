"""Tags are frozen: what was once stored under one is read under it for ever."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from oversight_adapters.codec import Codec, DecodeError, encode
from oversight_adapters.codec.tags import ENTRIES, LOCATORS
from oversight_adapters.codec.upcasts import UPCASTS, versions
from oversight_core.entities import KINDS
from oversight_core.ledger.entry import Registered, Reported, Retracted
from oversight_core.names import Item

ITEM = Item.parse("recommendation:gao/gao-24-1/4@ice")

FROZEN = {
    "entries": {"registered": 1, "applied": 1, "reported": 1, "retracted": 1, "disposed": 1},
    "locators": {"cell": 1, "element": 1, "page": 1, "pointer": 1, "text": 1},
    "entities": {
        "action": 1,
        "allegation": 1,
        "commitment": 1,
        "complaint": 1,
        "contract-standard": 1,
        "custody-hold": 1,
        "date-revision": 1,
        "deficiency": 1,
        "departmental-response": 1,
        "deviation": 1,
        "discretion-request": 1,
        "document": 1,
        "evidence": 1,
        "facility": 1,
        "figure": 1,
        "final-action": 1,
        "finding": 1,
        "indicator": 1,
        "inspection": 1,
        "listing": 1,
        "management-decision": 1,
        "mandate": 1,
        "meeting": 1,
        "milestone": 1,
        "money": 1,
        "organisation": 1,
        "outlier": 1,
        "placement": 1,
        "placement-notice": 1,
        "placement-report": 1,
        "placement-review": 1,
        "programme": 1,
        "progress-report": 1,
        "recommendation": 1,
        "redress-channel": 1,
        "referral": 1,
        "release": 1,
        "response": 1,
        "review": 1,
        "risk": 1,
        "statistical-review": 1,
        "transfer-request": 1,
        "update": 1,
    },
}
"""Every tag with its version.  A row may be added, and a version may rise with an upcast; nothing else ever changes."""


def test_tags_and_versions_are_those_that_were_promised():
    present = versions(UPCASTS)
    tables = {"entries": ENTRIES, "locators": LOCATORS, "entities": KINDS}
    assert {name: {tag: present.get(tag, 1) for tag in tags} for name, tags in tables.items()} == FROZEN


def test_no_tag_means_two_things():
    assert not set(ENTRIES) & set(KINDS)


@given(st.sets(st.integers(1, 9)))
def test_a_chain_of_upcasts_is_whole_or_refused(starts):
    upcasts = {("action", start): dict for start in starts}
    if starts == set(range(1, len(starts) + 1)):
        assert b'{"action' in Codec(upcasts=upcasts).encode(Registered(ITEM, KINDS["action"]())).payload
    else:
        with pytest.raises(ValueError, match="gap"):
            Codec(upcasts=upcasts)


@given(st.integers(1, 6), st.data())
def test_every_older_version_is_led_to_the_present_one(length, data):
    def later(plain: dict[str, Any]) -> dict[str, Any]:
        return plain | {"revision": plain["revision"] + 1}

    written = data.draw(st.integers(1, length + 1))
    upcasts = {("retracted", start): later for start in range(1, length + 1)}
    older = Codec(upcasts={step: upcasts[step] for step in upcasts if step[1] < written})
    encoded = older.encode(Retracted(ITEM, 1, "a slip"))
    assert Codec(upcasts=upcasts).decode(*encoded) == Retracted(ITEM, 1 + length + 1 - written, "a slip")


def raising(plain: dict[str, Any]) -> dict[str, Any]:
    raise ZeroDivisionError("no such thing")


def missing(plain: dict[str, Any]) -> dict[str, Any]:
    return {"state": plain["never was"]}


def emptying(plain: dict[str, Any]) -> dict[str, Any]:
    plain.pop("axis")
    return plain


@pytest.mark.parametrize(
    "step", [raising, missing, emptying, lambda plain: None, lambda plain: [plain], lambda plain: plain | {"axis": 5}]
)
@pytest.mark.parametrize("entry", [Reported(ITEM, "stage", "open"), Retracted(ITEM, 1)])
def test_an_upcast_that_fails_or_yields_nonsense_is_refused_with_the_place(step, entry):
    tag = "reported" if isinstance(entry, Reported) else "retracted"
    with pytest.raises(DecodeError) as caught:
        Codec(upcasts={(tag, 1): step}).decode(*encode(entry))
    assert caught.value.path.startswith(f"$.{tag}")
