"""Canonical JSON of a nested value of twenty fields, and of entries of a record, and back (values/s)."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import UTC, date, datetime
from decimal import Decimal
from enum import Enum
from typing import Any

import attrs
from measure import OURS, Contender, Goal, rate

from oversight_adapters.codec import CODEC, Values
from oversight_core.moments import Moment
from oversight_core.names import Actor, Item
from oversight_core.rules import Applied, Attempt, Exhibit, Step

BATCH = 100
STRICTLY = f"{OURS}, cattrs alone"
ENTRY = f"{OURS}, an applied entry"
PEER = "pydantic"


class Status(str, Enum):  # noqa: UP042 - as the peers have it
    """Where a recommendation stands."""

    OPEN = "open"
    PLANNED = "planned"
    CLOSED = "closed"


ANSWER = {"id": str, "on": date, "by": str, "agrees": bool, "text": str, "due": date | None}
EVENT = {"number": int, "name": str, "source": Status, "target": Status, "on": date, "at": datetime, "by": str}
ORIGIN = {"document": str, "digest": str, "page": int | None, "start": int, "end": int, "got_at": datetime}
WHOLE: dict[str, Any] = dict.fromkeys(("id", "report", "title", "text", "agency", "office", "theme"), str)
WHOLE |= {"number": int, "version": int, "owner": str | None, "status": Status, "cost": Decimal | None}
WHOLE |= {"issued": date, "due": date | None, "closed": date | None, "updated_at": datetime, "tags": tuple[str, ...]}


def built(make: Callable[[str, dict[str, Any]], Any]) -> tuple[Any, Any]:
    """The class of twenty fields in a library's own terms, and one value of it."""
    answer, event, origin = make("Answer", ANSWER), make("Event", EVENT), make("Origin", ORIGIN)
    parts = {"answers": tuple[answer, ...], "events": tuple[event, ...], "origin": origin}
    whole = make("Whole", WHOLE | parts)
    day, at = date(2024, 6, 5), datetime(2024, 6, 5, 9, 30, tzinfo=UTC)
    said = "The office will record what its inspections find in a form that lets it see each standard apart."
    return whole, whole(
        **dict.fromkeys(("id", "report", "title", "agency", "office", "theme"), "oig-24-17"),
        text=said,
        number=1,
        version=5,
        owner=None,
        status=Status.CLOSED,
        cost=Decimal("1250.50"),
        issued=day,
        due=day,
        closed=None,
        updated_at=at,
        tags=("detention", "oversight", "data"),
        answers=tuple(answer(id=f"r{n}", on=day, by="ice", agrees=True, text=said, due=None) for n in range(3)),
        events=tuple(
            event(number=n, name="plan", source=Status.OPEN, target=Status.PLANNED, on=day, at=at, by="ice")
            for n in range(5)
        ),
        origin=origin(document="oig-24-17.txt", digest="9f" * 32, page=12, start=10234, end=10987, got_at=at),
    )


def measured(value: Any, dumps: Callable[[Any], bytes], loads: Callable[[bytes], Any]) -> dict[str, float]:
    """Both ways; the value must come back equal, and a text for a number must not."""
    raw = dumps(value)
    assert loads(raw) == value
    try:
        loads(json.dumps(json.loads(raw) | {"number": "seven"}).encode())
    except ValueError:
        pass
    else:
        raise AssertionError("a text was taken for a number")

    def encode(times: range) -> None:
        for _ in times:
            dumps(value)

    def decode(times: range) -> None:
        for _ in times:
            loads(raw)

    return {
        "encode/s": rate(encode, BATCH, prepare=lambda: range(BATCH)),
        "decode/s": rate(decode, BATCH, prepare=lambda: range(BATCH)),
    }


def _attrs(name: str, fields: dict[str, Any]) -> Any:
    made = {field: attrs.field(type=kind) for field, kind in fields.items()}
    return attrs.make_class(name, made, frozen=True, slots=True, weakref_slot=False)


def ours() -> dict[str, float]:
    """As installed: with the accelerator where it is there."""
    kind, value = built(_attrs)
    values = Values(kind)
    return measured(value, values.dumps, values.loads)


def strictly() -> dict[str, float]:
    """What has the last word where a glance is in doubt."""
    kind, value = built(_attrs)
    values = Values(kind)
    return measured(value, values.dumps, values.strictly)


def pydantic() -> dict[str, float]:
    """Frozen models."""
    from pydantic import ConfigDict, create_model

    def make(name: str, fields: dict[str, Any]) -> Any:
        return create_model(name, __config__=ConfigDict(frozen=True), **{f: (t, ...) for f, t in fields.items()})

    kind, value = built(make)
    return measured(value, lambda each: each.model_dump_json().encode(), kind.model_validate_json)


def msgspec() -> dict[str, float]:
    """Structs, which is as fast as it gets."""
    from msgspec import defstruct, json

    kind, value = built(lambda name, fields: defstruct(name, list(fields.items()), frozen=True))
    return measured(value, json.Encoder().encode, json.Decoder(kind).decode)


def entries() -> dict[str, float]:
    """Applied entries of many items with an actor and one exhibit, sealed, and their words apart."""
    step = Step("recommendation-position", "1", "position", "awaiting", "concur", "concurred")
    actor, day = Actor("ICE", "addressee"), Moment.day(date(2024, 5, 29))
    applied = [
        Applied(
            step,
            Attempt(
                Item("recommendation", "gao", "gao-24-106233", str(n), "ice"),
                "concur",
                actor,
                day,
                None,
                (Exhibit("memorandum", "ICE", None, f"we concur with {n}"),),
            ),
        )
        for n in range(BATCH)
    ]
    encoded = [CODEC.encode(entry) for entry in applied]
    sealed = [(each.seal(b"salt"), each.content) for each in encoded]
    assert [CODEC.decode(*each) for each in sealed] == applied

    def decode(found: list[tuple[bytes, bytes | None]]) -> None:
        for payload, content in found:
            CODEC.decode(payload, content)

    return {
        "encode/s": rate(lambda found: [CODEC.encode(entry) for entry in found], BATCH, prepare=lambda: applied),
        "decode/s": rate(decode, BATCH, prepare=lambda: sealed),
    }


CONTENDERS: dict[str, Contender] = {
    OURS: ours,
    STRICTLY: strictly,
    ENTRY: entries,
    PEER: pydantic,
    "msgspec": msgspec,
}
GOALS = (
    Goal("encode/s", PEER, at_least=1.5),
    Goal("decode/s", PEER, at_least=0.4),
    Goal("decode/s", PEER, at_least=0.4, ours=STRICTLY),
    Goal("encode/s", at_least=500_000, ours=ENTRY),
    Goal("decode/s", at_least=200_000, ours=ENTRY),
)
