"""JSON Schema (draft 2020-12) of what is stored, made from the same shapes as the writers and readers."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import attrs

from oversight_adapters.codec.plain import LARGEST, SIGN
from oversight_adapters.codec.shapes import (
    Entity,
    Field,
    Maybe,
    Record,
    Several,
    Shape,
    Single,
    Tagged,
    Words,
    fields_of,
)
from oversight_adapters.codec.spelt import SPELT
from oversight_adapters.codec.tags import ENTRIES, spell
from oversight_adapters.codec.upcasts import UPCASTS, Upcasts, versions
from oversight_core.entities import KINDS

Schema = dict[str, Any]

DIALECT = "https://json-schema.org/draft/2020-12/schema"
TAG = "^[a-z][a-z0-9-]{0,99}(?:/(?:[2-9]|[1-9][0-9]{1,5}))?$"

WORDS: Schema = {
    "description": "Words: the number of a text of the content, or the authority under which they were withheld.",
    "type": "object",
    "properties": {SIGN: {"type": ["integer", "string"], "minimum": 0, "maximum": LARGEST}},
    "required": [SIGN],
    "additionalProperties": False,
}
ABSENT = {"earliest", "latest"}
"""Fields of a moment in parts that are left out where they are unknown."""


def schema(kinds: Mapping[str, type] = KINDS, upcasts: Upcasts = UPCASTS) -> Schema:
    """The schema of every payload, for these entity kinds.

    ``$defs`` holds each entry, entity and locator under its tag, each other part under the name of its class, and the
    ``line`` of an export.

    >>> sorted(schema()["$defs"]["reported"]["required"])
    ['axis', 'item', 'status']
    """
    return _Schemas(kinds, versions(upcasts)).whole()


def _ref(name: str) -> Schema:
    return {"$ref": f"#/$defs/{name}"}


class _Schemas:
    """The definitions, each made when it is first referred to."""

    def __init__(self, kinds: Mapping[str, type], present: Mapping[str, int]) -> None:
        self._kinds, self._present = kinds, present
        self._defs: dict[str, Schema] = {"words": WORDS}
        self._classes: dict[str, Any] = dict(kinds) | ENTRIES  # whose names are their tags

    def whole(self) -> Schema:
        payloads = [
            self._object({SIGN: SPELT["digest"], self._tag(tag): self._record(kind, tag)}, [self._tag(tag)])
            for tag, kind in ENTRIES.items()
        ]
        self._defs |= {"payload": {"oneOf": payloads}, "line": self._line()}
        return {
            "$schema": DIALECT,
            "title": "A payload of oversight-core: one entry of a record, canonical JSON",
            **_ref("payload"),
            "$defs": dict(sorted(self._defs.items())),
        }

    def _tag(self, tag: str) -> str:
        return spell(tag, self._present.get(tag, 1))

    @staticmethod
    def _object(properties: Mapping[str, Schema], required: list[str]) -> Schema:
        known = dict(sorted(properties.items()))
        return {"type": "object", "properties": known, "required": sorted(required), "additionalProperties": False}

    def _record(self, kind: Any, name: str) -> Schema:
        """A reference to the definition of a class; where another class has the name, it gets a longer one."""
        while self._classes.setdefault(name, kind) is not kind:
            name += "-part"
        if name not in self._defs:
            self._defs[name] = {}  # for a class that holds itself
            fields = fields_of(kind)
            properties = {field.name: self._field(field) for field in fields}
            needed = [field.name for field in fields if field.default is attrs.NOTHING]
            said = " ".join((kind.__doc__ or "").partition("\n\n")[0].split())
            self._defs[name] = {"description": said, **self._object(properties, needed)}
        return _ref(name)

    def _field(self, field: Field) -> Schema:
        said = self.of(field.shape)
        if type(field.default) in (str, int, bool) and said != _ref("words"):
            said |= {"default": field.default}
        return said

    def of(self, shape: Shape) -> Schema:
        """The schema of a shape."""
        match shape:
            case Single(kind):
                return self._single(kind)
            case Words():
                return _ref("words")
            case Maybe(inner):
                return {"anyOf": [self.of(inner), {"type": "null"}]}
            case Several(inner):
                return {"type": "array", "items": self.of(inner)}
            case Record(kind):
                return self._record(kind, kind.__name__.lower())
            case Tagged(tags):
                return {"oneOf": [self._object({tag: self._record(kind, tag)}, [tag]) for tag, kind in tags]}
            case Entity():
                return {"anyOf": [{"type": "null"}, self._entity()]}

    def _single(self, kind: type) -> Schema:
        name = kind.__name__.lower()
        if name not in SPELT:  # an enumeration of texts
            return {"enum": [member.value for member in kind]}  # type: ignore[attr-defined]  # it is an enumeration
        if name == "moment" and name not in self._defs:
            self._defs["moment"] = {"anyOf": [SPELT["moment"], self._parts(kind)]}
        elif name == "item":
            self._defs["item"] = SPELT["item"]
        return _ref(name) if name in self._defs else SPELT[name]

    def _parts(self, kind: Any) -> Schema:
        """A moment that does not print as all that it is."""
        parts = self._defs[self._record(kind, "moment-in-parts")["$ref"].rpartition("/")[2]]
        parts["required"] = sorted(set(parts["required"]) - ABSENT)
        return _ref("moment-in-parts")

    def _entity(self) -> Schema:
        """An entity of a known kind, or any object under the tag of a kind that nobody here knows."""
        known = {self._tag(tag): self._record(kind, tag) for tag, kind in self._kinds.items()}
        return {
            "type": "object",
            "properties": dict(sorted(known.items())),
            "patternProperties": {TAG: {"type": "object"}},
            "additionalProperties": False,
            "minProperties": 1,
            "maxProperties": 1,
        }

    def _line(self) -> Schema:
        """One line of an export as JSON Lines."""
        count, text = {"type": "integer", "minimum": 1}, {"type": "string"}
        line = {
            "batch": count,
            "entry": _ref("payload"),
            "hash": {"type": "string", "pattern": "^(?:[0-9a-f]{2})*$"},
            "key": {"type": "string", "pattern": "^(?:[0-9a-f]{64})?$"},
            "position": count,
            "recorded_at": SPELT["datetime"],
            "recorder": text,
            "revision": count,
            "words": {"anyOf": [{"type": "array", "items": text}, {"type": "null"}]},
        }
        return self._object(line, list(line))
