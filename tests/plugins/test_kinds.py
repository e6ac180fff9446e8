"""A kind of entities that a plug-in brings: itself where the plug-in is, opaque and whole where it is not."""

from __future__ import annotations

import io
from collections.abc import Callable
from datetime import UTC, date, datetime
from enum import StrEnum
from pathlib import Path
from typing import Any, Optional

import attr
import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.plugins.permits import ITEM, WHOLE, Form, Permit, PermitPlugin, city, story

from oversight_adapters.codec import CODEC, Codec, DecodeError, EncodeError, Opaque
from oversight_adapters.plugins import Adapters, BrokenPlugin, NameClash, RulebookType, hookimpl
from oversight_adapters.stores.sqlite import SqliteStore
from oversight_core import CorruptStore, Register
from oversight_core.entities import KINDS, Recommendation
from oversight_core.ledger import Entry, Receipt, Recorded, Registered, fold
from oversight_core.moments import NOW
from oversight_core.names import Item
from oversight_core.ports import Store
from oversight_core.provenance import Cell, TextSpan
from oversight_core.questions import discrepancies
from oversight_core.testing import check_entity
from oversight_core.testing.strategies.entities import entities

Open = Callable[[Adapters], Store]


def present() -> Adapters:
    adapters = Adapters()
    adapters.register(PermitPlugin(), name="city-permits")
    return adapters


def absent() -> Adapters:
    return Adapters()


def brings(kinds: Any) -> object:
    class Plugin:
        @hookimpl
        def oversight_rulebooks(self) -> Any:
            yield RulebookType(name="city", title="a city", load=city, kinds=kinds)

    return Plugin()


def exported(adapters: Adapters, store: Store) -> str:
    out = io.StringIO()
    adapters.writer("jsonlines", NOW).write(Register(store), out)
    return out.getvalue()


# -- where they are ----------------------------------------------------------------------------------------------


def test_the_kinds_of_the_core_are_there_and_so_are_those_of_a_plug_in() -> None:
    assert dict(absent().kinds) == KINDS
    assert absent().codec is CODEC
    adapters = present()
    assert dict(adapters.kinds) == KINDS | {"permit": Permit}
    assert adapters.kinds.brought_by("permit") == "city-permits"
    assert adapters.kinds.brought_by("recommendation") == "builtin"
    assert adapters.codec is adapters.codec
    assert dict(absent().kinds) == KINDS


def test_a_kind_of_a_plug_in_keeps_the_laws_of_entities() -> None:
    check_entity(Permit)


# -- there and back ----------------------------------------------------------------------------------------------


@given(entities(Permit))
@settings(max_examples=30, deadline=None)
def test_it_is_written_once_and_read_by_both(permit: Permit) -> None:
    codec = present().codec
    (entry, _) = story(permit)
    encoded = codec.encode(entry)
    assert codec.decode(*encoded) == entry
    strange = CODEC.decode(*encoded)
    assert isinstance(strange, Registered)
    assert isinstance(strange.entity, Opaque)
    assert CODEC.encode(strange) == encoded
    assert codec.again(strange) == encoded
    with pytest.raises(EncodeError, match="known here"):
        codec.encode(strange)


@pytest.fixture(params=["memory", "sqlite"])
def stored(request: pytest.FixtureRequest, tmp_path: Path) -> Open:
    """A store that is opened again with other adapters; one in memory is read by whoever has its rows."""
    if request.param == "sqlite":
        return lambda adapters: adapters.open_store("sqlite", str(tmp_path / "a.db"))
    rows: list[Any] = []
    places: dict[str, list[int]] = {}

    def memory(adapters: Adapters) -> Store:
        store: Any = adapters.open_store("memory", "")
        store._held.rows, store._held._places = rows, places
        return store

    return memory


def told(store: Store, entries: list[Entry]) -> Receipt:
    return store.append([(ITEM, len(store.history(ITEM)), entries)], recorder="tests")


def looked_at(store: Store) -> None:
    """Ask what makes a store project its entries, where it does."""
    if "periods" in store.capabilities.answers:
        list(store.periods(ITEM))  # type: ignore[attr-defined]


def test_a_record_is_read_without_the_plug_in_and_again_with_it(stored: Open) -> None:
    entries = story(WHOLE, Permit(title="Kennel"))
    head = told(stored(present()), entries)
    looked_at(stored(present()))
    strange = stored(absent())
    first = strange.history(ITEM)[0].entry
    assert isinstance(first, Registered) and isinstance(first.entity, Opaque)
    assert strange.verify(head).holds
    assert Register(strange).case(ITEM).status("stage").value == "granted"
    again = stored(present())
    assert [recorded.entry for recorded in again.history(ITEM)] == entries
    assert again.verify(head).holds
    assert not again.verify(head).notes
    assert exported(absent(), stored(absent())) == exported(present(), again) == exported(present(), stored(absent()))


def test_what_was_projected_without_the_plug_in_is_no_fault(stored: Open) -> None:
    head = told(stored(present()), story(WHOLE))
    looked_at(stored(absent()))
    assert stored(absent()).verify(head).holds
    assert stored(present()).verify(head).holds


def test_a_record_that_was_copied_without_the_plug_in_is_whole_with_it(stored: Open) -> None:
    original = present().open_store("memory", "")
    told(original, story(WHOLE, Permit(title="Kennel")))
    lines = exported(present(), original).splitlines()
    writer: Any = absent().writer("jsonlines", NOW)
    told(stored(absent()), [recorded.entry for recorded in writer.read(lines)])
    again = stored(present())
    assert [recorded.entry for recorded in again.history(ITEM)] == [one.entry for one in original.history(ITEM)]
    assert again.verify().holds


def test_an_export_reads_back_equal_with_and_without(stored: Open) -> None:
    told(stored(present()), story(WHOLE))
    for adapters in (present(), absent()):
        store, writer = stored(adapters), adapters.writer("jsonlines", NOW)
        read: list[Recorded] = list(writer.read(exported(adapters, store).splitlines()))  # type: ignore[attr-defined]
        assert read == list(store.scan())


def test_words_are_forgotten_without_the_plug_in(stored: Open) -> None:
    told(stored(present()), story(WHOLE))
    strange = stored(absent())
    strange.dispose(ITEM, [1], "schedule 4", expected=2, recorder="tests")
    assert strange.verify().holds
    again = stored(present())
    permit = Register(again).case(ITEM).described
    assert not permit.remark and str(permit.remark) == "[withheld: schedule 4]"
    assert permit.title == WHOLE.title
    assert again.verify().holds


def test_a_store_that_knows_no_such_kind_says_so() -> None:
    with pytest.raises(Exception, match="an entity of a known kind") as refused:
        told(absent().open_store("memory", ""), story(WHOLE))
    assert type(refused.value).__name__ == "InvalidBatch"


@attrs.frozen(slots=False)
class Roomy:
    name: str = ""
    day: Optional[date] = None  # noqa: UP045  # that is how others write it
    days: tuple[date, ...] = attrs.field(factory=tuple)
    form: Form = Form.PAPER


@attr.s(frozen=True, auto_attribs=True, kw_only=True)
class Older:
    name: str
    place: Item | None = None
    at: TextSpan | Cell | None = None
    names: tuple[str, ...] = attr.ib(default=(), converter=tuple)


class Checked(StrEnum):
    YES = "yes"


@attrs.define(frozen=True)
class Picky:
    code: str = attrs.field(default="A-1", validator=attrs.validators.matches_re(r"A-\d"))
    checked: Checked = Checked.YES


@pytest.mark.parametrize(
    "entity",
    [
        Roomy(),
        Roomy("x", date(2024, 5, 1), (date(2024, 5, 2),), Form.CARD),
        Older(name=""),
        Older(name="x", place=ITEM, at=Cell("", 1, 2), names=["a", "b"]),  # type: ignore[arg-type]  # it is converted
        Picky(),
        Picky("A-2"),
    ],
)
def test_however_a_class_is_written_its_values_come_back(entity: Any, tmp_path: Path) -> None:
    adapters = Adapters()
    adapters.register(brings({"permit": type(entity)}), name="some-firm")
    for name in ("memory", "sqlite"):
        store = adapters.open_store(name, str(tmp_path / "a.db"))
        told(store, [Registered(ITEM, entity), Registered(ITEM, entity)])
        assert Register(store).case(ITEM).described == entity
        assert store.verify().holds
        if name == "sqlite":
            looked_at(store)
            assert store.verify().holds


def test_a_value_that_the_class_no_longer_takes_is_told_with_its_place() -> None:
    adapters = Adapters()
    adapters.register(brings({"permit": Picky}), name="some-firm")
    encoded = adapters.codec.encode(Registered(ITEM, Picky("A-2")))
    with pytest.raises(DecodeError, match=r"at \$\.registered\.entity"):
        adapters.codec.decode(encoded.payload.replace(b"A-2", b"B-2"), encoded.content)


TITLE = {"title": attrs.field(type=str, default="")}
KITES = {
    "as it was": TITLE | {"length": attrs.field(type=int, default=0)},
    "with a further field": TITLE
    | {"length": attrs.field(type=int, default=0), "strings": attrs.field(type=int, default=1)},
    "renamed": TITLE | {"metres": attrs.field(type=int, default=0)},
    "of another type": TITLE | {"length": attrs.field(type=str, default="")},
    "with a field that must be given": TITLE
    | {"maker": attrs.field(type=str), "length": attrs.field(type=int, default=0)},
}


def kites(folder: Path, version: str) -> tuple[type, Store]:
    """A version of a class, and a record that knows it."""
    kite = attrs.make_class("Kite", KITES[version], frozen=True, kw_only=True)
    return kite, SqliteStore(folder / "kites.db", codec=Codec({**KINDS, "kite": kite}))


@pytest.mark.parametrize("version", list(KITES)[1:])
def test_an_entry_of_a_former_version_is_read_or_told_and_never_lost(version: str, tmp_path: Path) -> None:
    item = Item.parse("kite:city/24-1")
    former, store = kites(tmp_path, "as it was")
    entry = Registered(item, former(title="Red", length=3))
    store.append([(item, 0, [entry])], recorder="tests")
    looked_at(store)
    now, grown = kites(tmp_path, version)
    if version == "with a further field":
        assert grown.history(item)[0].entry == Registered(item, now(title="Red", length=3, strings=1))
        assert grown.verify().holds and "another version" in grown.verify().notes[0]
    else:
        with pytest.raises(CorruptStore, match=r"entry 1: cannot be read at \$\.registered\.entity.*(length|maker)"):
            assert grown.history(item)[0].entry
    _, again = kites(tmp_path, "as it was")
    assert repr(again.history(item)[0].entry) == repr(entry)
    assert again.verify().holds


# -- overlay -----------------------------------------------------------------------------------------------------


@given(st.lists(entities(Permit), min_size=1, max_size=4))
@settings(max_examples=30, deadline=None)
def test_later_descriptions_change_only_what_they_name(permits: list[Permit]) -> None:
    adapters = present()
    store = adapters.open_store("memory", "")
    told(store, [attrs.evolve(entry, excerpts=(), fields=("title", "fee")) for entry in story(*permits)[:-1]])  # type: ignore[call-arg]
    described = Register(store).case(ITEM).described
    assert described == attrs.evolve(permits[0], title=permits[-1].title, fee=permits[-1].fee)


NAMED = st.sampled_from(((), ("title", "fee"), ("remarks", "kind"), ("fields",)))


@given(st.lists(st.tuples(entities(Permit), NAMED), min_size=1, max_size=4))
@settings(max_examples=30, deadline=None)
def test_descriptions_overlay_the_same_without_the_plug_in(told: list[tuple[Permit, tuple[str, ...]]]) -> None:
    codec = present().codec
    descriptions = [Registered(ITEM, attrs.evolve(permit, valid=None), fields) for permit, fields in told]
    strange = [CODEC.decode(*codec.encode(entry)) for entry in descriptions]
    now = datetime(2024, 6, 1, tzinfo=UTC)
    whole, opaque = (
        fold([Recorded(entry, n, n, now, "tests", 1, b"") for n, entry in enumerate(entries, 1)]).described
        for entries in (descriptions, strange)
    )
    assert CODEC.decode(*codec.encode(Registered(ITEM, whole))) == Registered(ITEM, opaque)


def test_two_descriptions_that_differ_are_told_without_the_plug_in() -> None:
    original = present().open_store("memory", "")
    told(original, [Registered(ITEM, Permit(kind="kennel", fields=("a",))), Registered(ITEM, Permit(kind="stable"))])
    lines = exported(present(), original).splitlines()
    read: Any = absent().writer("jsonlines", NOW)
    for histories in ({ITEM: list(read.read(lines))}, {ITEM: list(original.history(ITEM))}):
        (found,) = discrepancies(histories, lambda item, axis, name: None)
        assert (found.kind, found.about, found.said, found.against) == ("description", "kind", "stable", "kennel")


# -- the border --------------------------------------------------------------------------------------------------


@attrs.define
class Thawed:
    name: str = ""


@attrs.frozen
class Floats:
    fee: float = 0.0


@attrs.frozen
class HoldsItself:
    inner: tuple[HoldsItself, ...] = ()


@attrs.frozen
class Lists:
    names: list[str] = attrs.Factory(list)


@attrs.frozen
class Anything:
    thing: Any = None


@attrs.frozen
class Computes:
    double: int = attrs.field(init=False, default=2)


@attrs.frozen
class Hides:
    _name: str = ""


@attrs.frozen(eq=False)
class ByIdentity:
    name: str = ""


@attrs.frozen
class Unresolved:
    day: Nowhere = None  # type: ignore[name-defined]  # noqa: F821  # that nothing has this name is the point


Untyped = attrs.make_class("Untyped", ["name"], frozen=True)


@pytest.mark.parametrize(
    ("tag", "kind", "says"),
    [
        ("permit", Thawed, "not frozen"),
        ("permit", Floats, "Floats.fee"),
        ("permit", HoldsItself, "holds itself"),
        ("permit", Lists, "Lists.names"),
        ("permit", Anything, "Anything.thing"),
        ("permit", Computes, "Computes.double"),
        ("permit", Hides, "Hides._name"),
        ("permit", ByIdentity, "by identity"),
        ("permit", Unresolved, "Nowhere"),
        ("permit", Untyped, "Untyped.name has no annotation"),
        ("permit", str, "no attrs class"),
        ("permit", Permit(), "no attrs class"),
        ("Permit", Permit, "lower-case"),
        ("per mit", Permit, "lower-case"),
        ("p" * 101, Permit, "lower-case"),
        ("reported", Permit, "kind of entry"),
        (5, Permit, "a text"),
    ],
)
def test_what_cannot_be_stored_is_refused_at_the_border(tag: Any, kind: Any, says: str) -> None:
    adapters = Adapters()
    with pytest.raises(BrokenPlugin, match=says) as refused:
        adapters.register(brings({tag: kind}), name="some-firm")
    assert "oversight_rulebooks" in refused.value.why and "RulebookType 'city'" in refused.value.why
    assert "kinds" in refused.value.why and repr(tag)[:60] in refused.value.why
    assert dict(adapters.kinds) == KINDS


@pytest.mark.parametrize("kinds", ["permit", 5, ("permit", Permit), None])
def test_kinds_are_a_mapping(kinds: Any) -> None:
    with pytest.raises(BrokenPlugin, match="RulebookType 'city': its kinds is a mapping"):
        Adapters().register(brings(kinds), name="some-firm")


def test_a_kind_of_the_core_cannot_be_replaced() -> None:
    for kinds in ({"recommendation": Permit}, {"recommendation": Recommendation}, {"advice": Recommendation}):
        adapters = Adapters()
        with pytest.raises(NameClash, match="'builtin' and 'some-firm'"):
            adapters.register(brings(kinds), name="some-firm")
        assert adapters.kinds["recommendation"] is Recommendation
        assert adapters.codec is CODEC


def test_two_plug_ins_with_one_kind_are_both_named() -> None:
    @attrs.frozen
    class Other:
        name: str = ""

    for kinds in ({"permit": Other}, {"licence": Permit}):
        adapters = present()
        with pytest.raises(NameClash, match="'city-permits' and 'some-firm'") as clash:
            adapters.register(Renamed(kinds), name="some-firm")
        assert clash.value.kind == "entity kind"
        assert "permit" not in adapters.kinds and "licence" not in adapters.kinds


def test_two_rulebooks_of_one_plug_in_may_share_a_kind() -> None:
    class Twice:
        @hookimpl
        def oversight_rulebooks(self) -> Any:
            yield RulebookType(name="city-a", title="a", load=city, kinds={"permit": Permit})
            yield RulebookType(name="city-b", title="b", load=city, kinds={"permit": Permit})

    adapters = Adapters()
    adapters.register(Twice(), name="twice")
    assert adapters.kinds["permit"] is Permit


def test_what_a_descriptor_holds_cannot_be_changed_from_outside() -> None:
    kinds: dict[str, type] = {"permit": Permit}
    descriptor = RulebookType(name="city", title="a city", load=city, kinds=kinds)
    kinds["other"] = Permit
    assert dict(descriptor.kinds) == {"permit": Permit}
    assert hash(descriptor) == hash(RulebookType(name="city", title="a city", load=city))
    with pytest.raises(TypeError):
        descriptor.kinds["other"] = Permit  # type: ignore[index]


class Renamed:
    """A rulebook of another name with these kinds."""

    def __init__(self, kinds: dict[str, type]) -> None:
        self.kinds = kinds

    @hookimpl
    def oversight_rulebooks(self) -> Any:
        yield RulebookType(name="town", title="a town", load=city, kinds=self.kinds)


def test_items_of_such_a_kind_are_items() -> None:
    assert Item.parse("permit:city/2024-7").kind == "permit"
