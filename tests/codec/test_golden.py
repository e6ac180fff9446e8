"""Stored bytes never change: what an earlier version wrote must be read, and is what this one writes."""

import pytest

from oversight_adapters.codec import decode, encode
from oversight_core.entities import Recommendation
from oversight_core.ledger.entry import Disposed, Registered, Reported, Retracted
from oversight_core.ledger.key import entry_key
from oversight_core.moments import Moment
from oversight_core.names import Actor, Item, Withheld
from oversight_core.provenance import Cell, Excerpt, Page, Pointer, TextSpan
from oversight_core.rules.attempt import Applied, Attempt, Exhibit, Step

ITEM = Item.parse("recommendation:gao/gao-24-106233/4@ice")
OTHER = Item.parse("recommendation:gao/gao-24-106233/4@cbp")
SOURCE = "sha256:6d76504f"

REGISTERED = Registered(
    ITEM,
    Recommendation(number="4", text="Collect “data”.\n", priority=True, position_on=Moment.parse("2024-05")),
    ("number", "text"),
    "gao",
    same_as=OTHER,
    stated_on=Moment.vague("late 2023"),
    excerpts=(
        Excerpt("number", "4", TextSpan(3, 4), SOURCE, "number"),
        Excerpt("text", "Collect", Cell("Sheet1", 2, 3), SOURCE),
        Excerpt("priority", "P", Page(1, 2, 3), SOURCE),
        Excerpt("position_on", "May", Pointer("/a"), SOURCE, computed_from=("text",)),
    ),
)
APPLIED = Applied(
    Step("recommendation-position", "1", "position", "awaiting", "concur", "concurred"),
    Attempt(
        ITEM,
        "concur",
        Actor("DHS", "addressee", "ICE"),
        Moment.parse("2024-05-29"),
        Moment.parse("2024-05-29T10:00:00-05:00"),
        (Exhibit("memorandum", "ICE", SOURCE, "concurs"),),
    ),
)
REPORTED = Reported(ITEM, "oversight_status", "open", ("open_awaiting", "open_partially"), "Open", "gao/status")

GOLDEN = [
    (
        REGISTERED,
        b'{"registered":{"entity":{"recommendation":{"number":"4","position_on":"2024-05","priority":true,'
        b'"text":{"@":0}}},"excerpts":[{"field":"number","locator":{"text":{"end":4,"start":3}},"phrase":"number",'
        b'"source":"sha256:6d76504f","words":{"@":1}},{"field":"text","locator":{"cell":{"column":3,"row":2,'
        b'"sheet":"Sheet1"}},"source":"sha256:6d76504f","words":{"@":2}},{"field":"priority","locator":{"page":'
        b'{"end":3,"number":1,"start":2}},"source":"sha256:6d76504f","words":{"@":3}},{"computed_from":["text"],'
        b'"field":"position_on","locator":{"pointer":{"path":"/a"}},"source":"sha256:6d76504f","words":{"@":4}}],'
        b'"fields":["number","text"],"item":"recommendation:gao/gao-24-106233/4@ice","rulebook":"gao",'
        b'"same_as":"recommendation:gao/gao-24-106233/4@cbp","stated_on":{"precision":"words","words":{"@":5}}}}',
        '["Collect “data”.\\n","4","Collect","P","May","late 2023"]'.encode(),
        "5aea3430629fc36070d80e00031baa187a6a89b4076f7a2b046ecc02d322f577",
    ),
    (
        APPLIED,
        b'{"applied":{"attempt":{"actor":{"name":{"@":0},"on_behalf_of":{"@":1},"role":"addressee"},"event":"concur",'
        b'"evidence":[{"kind":"memorandum","source":"sha256:6d76504f","supplied_by":{"@":2},"words":{"@":3}}],'
        b'"item":"recommendation:gao/gao-24-106233/4@ice","occurred_on":"2024-05-29",'
        b'"stated_on":"2024-05-29T10:00:00-05:00"},"step":{"axis":"position","event":"concur",'
        b'"lifecycle":"recommendation-position","source":"awaiting","target":"concurred","version":"1"}}}',
        b'["DHS","ICE","ICE","concurs"]',
        "",
    ),
    (
        REPORTED,
        b'{"reported":{"axis":"oversight_status","item":"recommendation:gao/gao-24-106233/4@ice","label":"Open",'
        b'"states":["open_awaiting","open_partially"],"status":"open","vocabulary":"gao/status"}}',
        None,
        "",
    ),
    (
        Retracted(ITEM, 2, "a slip"),
        b'{"retracted":{"item":"recommendation:gao/gao-24-106233/4@ice","revision":2,"why":{"@":0}}}',
        b'["a slip"]',
        "",
    ),
    (
        Disposed(ITEM, (1, 2), "GRS 2.8", actor=Actor(Withheld("GRS 2.8"))),
        b'{"disposed":{"actor":{"name":{"@":"GRS 2.8"}},"authority":"GRS 2.8",'
        b'"item":"recommendation:gao/gao-24-106233/4@ice","revisions":[1,2]}}',
        None,
        "",
    ),
]


@pytest.mark.parametrize(("entry", "payload", "content", "key"), GOLDEN, ids=lambda value: type(value).__name__)
def test_bytes_are_as_they_always_were(entry, payload, content, key):
    encoded = encode(entry)
    assert (encoded.payload, encoded.content) == (payload, content)
    assert decode(payload, content) == entry
    assert entry_key(entry) == key


def test_a_seal_is_as_it_always_was():
    sealed = encode(Retracted(ITEM, 2, "a slip")).seal(bytes(32))
    assert sealed.startswith(b'{"@":"xw7f5fTYu-9NGKu1wHrRo7cTGkxMvW8NXIubkhZ13MQ","retracted":{')
