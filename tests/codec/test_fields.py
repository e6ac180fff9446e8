"""Break one field at a time, of every class that is stored and at any depth: it is refused, and the path names it."""

import json
from decimal import Decimal
from typing import Any

import attrs
import pytest

from oversight_adapters.codec import DecodeError, decode
from oversight_adapters.codec.shapes import Entity, Maybe, Record, Several, Shape, Single, Tagged, Words, fields_of
from oversight_adapters.codec.tags import ENTRIES
from oversight_core.entities import KINDS
from oversight_core.moments import Moment
from oversight_core.names import Item

EXAMPLES: dict[type, Any] = {
    str: "x", int: 1, bool: True, Decimal: "125000.50", Item: "a:b/c", Moment: "2024-02"
}  # fmt: skip
WRONG = [None]
"""Nothing is a list that holds nothing."""


def example(shape: Shape, kind: str) -> Any:
    """Plain data of a shape with every field there is; an entity is of the kind."""
    match shape:
        case Maybe(inner):
            return example(inner, kind)
        case Several(inner):
            return [example(inner, kind)]
        case Single(single):
            return EXAMPLES[single]
        case Words():
            return {"@": "GRS 2.8"}
        case Record(record):
            return {field.name: example(field.shape, kind) for field in fields_of(record)}
        case Tagged(tags):
            tag, record = tags[0]
            return {tag: example(Record(record), kind)}
        case Entity():
            return {kind: example(Record(KINDS[kind]), kind)}


def broken(plain: Any, shape: Shape, kind: str, path: str):
    """(path, the whole with that field broken, whether it was taken away) for every field of a shape."""
    match shape:
        case Maybe(inner):
            yield from broken(plain, inner, kind, path)
        case Several(inner):
            yield from ((where, [inside]) for where, inside in broken(plain[0], inner, kind, f"{path}[0]"))
        case Tagged(tags):
            ((tag, rest),) = plain.items()
            yield from ((where, {tag: inside}) for where, inside in broken(rest, Record(dict(tags)[tag]), kind, path))
        case Entity():
            yield from ((where, {kind: part}) for where, part in broken(plain[kind], Record(KINDS[kind]), kind, path))
        case Record(record):
            for field in fields_of(record):
                yield f"{path}.{field.name}", plain | {field.name: WRONG}
                if field.default is attrs.NOTHING and not isinstance(field.shape, Entity):
                    yield f"{path}.{field.name}", {name: value for name, value in plain.items() if name != field.name}
                for where, inside in broken(plain[field.name], field.shape, kind, f"{path}.{field.name}"):
                    yield where, plain | {field.name: inside}
            yield path, plain | {"colour": "red"}


CASES = [(tag, kind) for tag in ENTRIES for kind in (KINDS if tag == "registered" else ["review"])]


@pytest.mark.parametrize(("tag", "kind"), CASES)
def test_a_field_that_is_broken_is_named(tag, kind):
    whole = example(Record(ENTRIES[tag]), kind)
    decode(json.dumps({tag: whole}).encode())
    paths = list(broken(whole, Record(ENTRIES[tag]), kind, f"$.{tag}"))
    assert len(paths) >= len(attrs.fields(ENTRIES[tag]))
    for path, plain in paths:
        with pytest.raises(DecodeError) as caught:
            decode(json.dumps({tag: plain}).encode())
        assert caught.value.path in (path, f"{path}[0]"), caught.value
        assert caught.value.expected and caught.value.found
