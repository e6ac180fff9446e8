"""A plug-in with a kind of entities of its own, with a field of every shape that can be stored."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime
from decimal import Decimal
from enum import Enum

import attrs

from oversight_adapters.plugins import RulebookType, hookimpl
from oversight_core import RuleBook
from oversight_core.ledger import Entry, Registered, Reported
from oversight_core.moments import Moment
from oversight_core.names import CONTENT, Item, Words
from oversight_core.provenance import Excerpt, TextSpan

ITEM = Item.parse("permit:city/2024-7")


class Form(Enum):
    PAPER = "paper"
    CARD = "card"


@attrs.frozen
class Fee:
    """A part of a permit that is no entity."""

    amount: Decimal = Decimal(0)
    paid: bool = False


@attrs.frozen
class Permit:
    """A permit to run a place; its fields have names that other things have too."""

    title: str = ""
    kind: str = ""
    fields: tuple[str, ...] = ()
    version: int | None = None
    form: Form | None = None
    fee: Fee | None = None
    fees: tuple[Fee, ...] = ()
    signed: datetime | None = None
    day: date | None = None
    valid: Moment | None = None
    place: Item | None = None
    remark: Words = attrs.field(default="", metadata=CONTENT)
    remarks: tuple[Words, ...] = attrs.field(default=(), metadata=CONTENT)


class PermitPlugin:
    """What a distribution would bring."""

    @hookimpl
    def oversight_rulebooks(self) -> Iterator[RulebookType]:
        yield RulebookType(name="city", title="permits of a city", load=city, kinds={"permit": Permit})


def city() -> RuleBook:
    return RuleBook("city", "1", "City", lifecycles=())


WHOLE = Permit(
    title="Kennel, north wing",
    kind="kennel",
    fields=("a", "b"),
    version=3,
    form=Form.CARD,
    fee=Fee(Decimal("12.50"), True),
    fees=(Fee(), Fee(Decimal("7"))),
    signed=datetime(2024, 5, 1, 9, 30, tzinfo=UTC),
    day=date(2024, 5, 1),
    valid=Moment.parse("2024-Q3"),
    place=Item.parse("review:city/24-1"),
    remark="=1+1 is not a formula",
    remarks=("<b>one</b>", "two"),
)


def story(*permits: Permit) -> list[Entry]:
    """Permits told one after the other, from a document."""
    excerpts = (
        Excerpt("title", "Kennel", TextSpan(0, 6), "sha256:00", "row"),
        Excerpt("remark", "=1+1", TextSpan(9, 13), "sha256:00", "row"),
    )
    told: list[Entry] = [
        Registered(ITEM, permit, occurred_on=Moment.parse(f"2024-05-{day:02}"), excerpts=excerpts if day % 2 else ())
        for day, permit in enumerate(permits, 1)
    ]
    return [*told, Reported(ITEM, "stage", "granted", label="Granted", occurred_on=Moment.parse("2024-06-01"))]
