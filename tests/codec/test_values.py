"""Values of any class: canonical, strict, and the same with and without the accelerator."""

import json
from datetime import UTC, date, datetime, timedelta, timezone
from decimal import Decimal
from enum import Enum, StrEnum

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.codec.ways import WAYS, read

from oversight_adapters.codec import DecodeError, EncodeError, Values
from oversight_core.moments import Moment
from oversight_core.names import Item, Withheld, Words


@pytest.fixture(scope="module", autouse=True)
def way():
    """Not once for each way: these take every way themselves."""


class Priority(str, Enum):  # noqa: UP042 — as many still write it
    HIGH = "high"
    LOW = "low"


class Colour(StrEnum):
    HIGH = "high"
    RED = "red"


@attrs.frozen
class Note:
    on: date
    at: datetime
    text: str


@attrs.frozen
class Job:
    """Plain enough for the accelerator."""

    name: str
    count: int
    done: bool
    priority: Priority
    cost: Decimal | None
    colour: Colour | None
    tags: tuple[str, ...]
    notes: tuple[Note, ...]
    first: Note | None


@attrs.frozen
class Visit:
    """With what only our own writers know."""

    item: Item
    when: Moment | None = None
    said: Words = ""
    amounts: tuple[Decimal, ...] = ()
    limit: int = 5


zones = st.sampled_from([UTC, timezone(timedelta(hours=-5)), timezone(timedelta(hours=5, minutes=45))])
notes = st.builds(Note, st.dates(), st.datetimes(datetime(2, 1, 1), datetime(9998, 1, 1), timezones=zones), st.text())
decimals = st.decimals(allow_nan=False, allow_infinity=False)
numbers = st.integers(-(2**63) + 1, 2**63 - 1)
jobs = st.builds(
    Job,
    st.text(),
    numbers,
    st.booleans(),
    st.sampled_from(Priority),
    st.none() | decimals,
    st.none() | st.sampled_from(Colour),
    st.lists(st.text(), max_size=3).map(tuple),
    st.lists(notes, max_size=2).map(tuple),
    st.none() | notes,
)


def ways(kind):
    made = {}
    for way in WAYS:
        with read(way):
            made[way] = Values(kind)
    return made


JOBS, VISITS = ways(Job), ways(Visit)
EXAMPLE = Job(
    "x",
    1,
    True,
    Priority.HIGH,
    Decimal("125000.5"),
    None,
    ("a",),
    (Note(date(2024, 1, 15), datetime(2024, 1, 15, 9, tzinfo=UTC), "n"),),
    None,
)
PLAIN = json.loads(Values(Job).dumps(EXAMPLE))


def outcome(values, way, call, argument):
    with read(way):
        try:
            found = getattr(values[way], call)(argument)
        except (DecodeError, EncodeError) as error:
            return error
    return found if call == "dumps" else (found, repr(found))


def all_alike(values, call, argument):
    first, *others = (outcome(values, way, call, argument) for way in WAYS)
    assert all(other == first for other in others), (first, others)
    return first


@given(jobs)
def test_a_value_reads_back_equal_and_its_bytes_are_the_same_in_every_way(job):
    raw = all_alike(JOBS, "dumps", job)
    assert all_alike(JOBS, "loads", raw)[0] == job
    plain = json.loads(raw)
    assert json.dumps(plain, sort_keys=True, ensure_ascii=False, separators=(",", ":")).encode() == raw
    assert all_alike(JOBS, "loads", json.dumps(dict(reversed(plain.items()))).encode())[0] == job


@given(jobs, st.data())
def test_bytes_that_were_damaged_read_alike(job, data):
    raw = bytearray(Values(Job).dumps(job))
    place = data.draw(st.integers(0, len(raw) - 1))
    new = data.draw(st.sampled_from([*(bytes([byte]) for byte in b' \t\n\\"0159.-+eETZz,:{}[]'), b"", b".0", b"e1"]))
    raw[place : place + data.draw(st.integers(0, 1))] = new
    all_alike(JOBS, "loads", bytes(raw))


@pytest.mark.parametrize(
    ("changes", "path"),
    [
        ({"name": 5}, "$.name"),
        ({"name": None}, "$.name"),
        ({"count": "5"}, "$.count"),
        ({"count": True}, "$.count"),
        ({"count": 1.0}, "$.count"),
        ({"count": 2**63}, "$"),
        ({"done": 1}, "$.done"),
        ({"done": "true"}, "$.done"),
        ({"priority": "red"}, "$.priority"),
        ({"priority": "HIGH"}, "$.priority"),
        ({"priority": None}, "$.priority"),
        ({"colour": "low"}, "$.colour"),
        ({"cost": "NaN"}, "$.cost"),
        ({"cost": "1_000"}, "$.cost"),
        ({"cost": " 1"}, "$.cost"),
        ({"cost": True}, "$.cost"),
        ({"tags": "a"}, "$.tags"),
        ({"tags": ["a", 1]}, "$.tags[1]"),
        ({"tags": None}, "$.tags"),
        ({"notes": [{}]}, "$.notes[0].on"),
        ({"first": {"on": "2024-01-15", "at": "2024-01-15T09:00:00Z", "text": "n", "by": "x"}}, "$.first"),
        ({"first": {"on": "20240115", "at": "2024-01-15T09:00:00Z", "text": "n"}}, "$.first.on"),
        ({"first": {"on": "2024-W03-1", "at": "2024-01-15T09:00:00Z", "text": "n"}}, "$.first.on"),
        ({"first": {"on": "2024-01-15", "at": "2024-01-15T09:00:00", "text": "n"}}, "$.first.at"),
        ({"first": {"on": "2024-01-15", "at": "2024-01-15 09:00:00Z", "text": "n"}}, "$.first.at"),
        ({"first": {"on": "2024-01-15", "at": "2024-01-15T09:00:00.1234567Z", "text": "n"}}, "$.first.at"),
        ({"weight": 1}, "$"),
    ],
)
def test_what_does_not_fit_is_refused_in_every_way(changes, path):
    error = all_alike(JOBS, "loads", json.dumps(PLAIN | changes, sort_keys=True, separators=(",", ":")).encode())
    assert isinstance(error, DecodeError), error
    assert error.path == path or (changes == {"notes": [{}]} and error.path.startswith("$.notes[0]."))


@pytest.mark.parametrize("name", [field.name for field in attrs.fields(Job)])
def test_a_field_without_a_default_is_needed(name):
    raw = json.dumps({field: value for field, value in PLAIN.items() if field != name}).encode()
    assert all_alike(JOBS, "loads", raw).path == f"$.{name}"


@pytest.mark.parametrize(
    ("changes", "path"),
    [
        ({"name": Colour.RED}, "$.name"),
        ({"priority": "high"}, "$.priority"),
        ({"priority": Colour.HIGH}, "$.priority"),
        ({"count": True}, "$.count"),
        ({"count": 2**63}, "$.count"),
        ({"done": 1}, "$.done"),
        ({"cost": 1.5}, "$.cost"),
        ({"cost": Decimal("NaN")}, "$.cost"),
        ({"tags": ["a"]}, "$.tags"),
        ({"tags": (Colour.RED,)}, "$.tags[0]"),
        ({"notes": (None,)}, "$.notes[0]"),
        ({"name": "\ud800"}, "$"),
        ({"first": Note(datetime(2024, 1, 1), datetime(2024, 1, 1, tzinfo=UTC), "")}, "$.first.on"),
        ({"first": Note(date(2024, 1, 1), datetime(2024, 1, 1), "")}, "$.first.at"),
    ],
)
def test_what_would_not_read_back_equal_is_not_written_in_any_way(changes, path):
    error = all_alike(JOBS, "dumps", attrs.evolve(EXAMPLE, **changes))
    assert isinstance(error, EncodeError) and error.path == path


def test_a_number_is_read_as_a_decimal_to_its_last_digit():
    raw = json.dumps(PLAIN | {"cost": 0}).encode().replace(b'"cost": 0', b'"cost": 0.1000000000000000000001')
    assert all_alike(JOBS, "loads", raw)[0].cost == Decimal("0.1000000000000000000001")


@attrs.frozen
class Loose:
    """With what attrs does more for than to store."""

    name: str = attrs.field(converter=str.strip)
    tags: tuple[str, ...] = attrs.field(factory=lambda: ("new",))
    count: int = attrs.field(default=0, kw_only=True, validator=attrs.validators.lt(10))
    _hidden: str = "h"


@pytest.mark.parametrize(
    "raw", [b'{"name":" x "}', b'{"_hidden":"y","count":3,"name":"x","tags":[]}', b'{"count":10,"name":"x"}']
)
def test_converters_factories_and_validators_act_in_every_way(raw):
    found = all_alike(ways(Loose), "loads", raw)
    if isinstance(found, DecodeError):
        assert b"10" in raw
    else:
        assert found[0] == (Loose("x", ("new",)) if b"tags" not in raw else Loose("x", (), count=3, hidden="y"))
        assert all_alike(ways(Loose), "loads", Values(Loose).dumps(found[0])) == found


def test_words_stay_in_place_and_defaults_are_not_written():
    visit = Visit(Item.parse("review:crcl/24-1"), Moment.vague("late 2023"), "no soap", (Decimal("1.50"),))
    raw = all_alike(VISITS, "dumps", visit)
    assert raw == (
        b'{"amounts":["1.50"],"item":"review:crcl/24-1","said":"no soap",'
        b'"when":{"precision":"words","words":"late 2023"}}'
    )
    assert all_alike(VISITS, "loads", raw)[0] == visit
    withheld = attrs.evolve(visit, said=Withheld("GRS 2.8"))
    raw = all_alike(VISITS, "dumps", withheld)
    assert b'"said":{"@":"GRS 2.8"}' in raw and all_alike(VISITS, "loads", raw)[0] == withheld


@pytest.mark.parametrize("hint", [float, list[str], dict[str, int], str | int, bytes, tuple[str, int], object])
def test_a_class_with_a_field_that_nobody_can_store_is_refused_when_it_is_made(hint):
    kind = attrs.make_class("Odd", {"field": attrs.field(type=hint)}, frozen=True)
    with pytest.raises(TypeError):
        Values(kind)
