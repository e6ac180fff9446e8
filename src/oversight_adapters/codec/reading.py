"""Reading: plain data as the classes its tags name, strictly, through cattrs.

A number where a text belongs is refused, and so is a name that the class does not have.  The first pass only finds out
whether all is well; a second, slower one says where it is not.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from typing import Any

from cattrs import Converter

from oversight_adapters.codec import hooks
from oversight_adapters.codec.converting import converter
from oversight_adapters.codec.errors import DecodeError, Unfit
from oversight_adapters.codec.explaining import explain
from oversight_adapters.codec.hooks import Hook
from oversight_adapters.codec.plain import Opaque, freeze
from oversight_adapters.codec.tags import ENTRIES, opened, parse
from oversight_adapters.codec.upcasts import Upcasts, raised, versions
from oversight_core.ledger.entry import Entry


class Reader:
    """Plain data to entries, for the entity kinds and upcasts it was made with."""

    def __init__(self, kinds: Mapping[str, type], upcasts: Upcasts) -> None:
        self._kinds, self._upcasts, self._versions = kinds, upcasts, versions(upcasts)
        self._fast = converter(self._entities, hooks.apart, detailed=False)

    @cached_property
    def _slow(self) -> Converter:
        return converter(self._entities, hooks.apart, detailed=True)

    def entry(self, plain: Any) -> Entry:
        """The entry that plain data describes; raises `DecodeError`."""
        try:
            return self._entry(plain, self._fast)
        except Exception as error:  # whatever it is, the second pass says where
            raise self._explained(plain, error) from None

    def _explained(self, plain: Any, error: Exception) -> DecodeError:
        try:
            self._entry(plain, self._slow)
        except Exception as detailed:  # of whatever kind, it knows the place
            error = detailed
        tag = f".{next(iter(plain))}" if type(plain) is dict and len(plain) == 1 else ""
        return explain(error, f"${tag}")

    def _entry(self, plain: Any, by: Converter) -> Entry:
        tag, rest = opened(plain, "an entry")
        name, version = parse(tag)
        kind = ENTRIES.get(name)
        if kind is None or version > self._versions.get(name, 1):
            raise Unfit(f"an entry of a known kind and version ({', '.join(ENTRIES)})", tag)
        found: Entry = by.get_structure_hook(kind)(self._raised(name, version, rest), kind)
        return found

    def _raised(self, name: str, version: int, plain: Any) -> Any:
        return raised(self._upcasts, name, version, plain) if self._upcasts else plain

    def _entities(self, by: Converter) -> Hook:
        def structure(plain: Any, _: Any) -> Any:
            if plain is None:
                return None
            tag, rest = opened(plain, "an entity")
            name, version = parse(tag)
            kind = self._kinds.get(name)
            if kind is not None and version <= self._versions.get(name, 1):
                return by.structure(self._raised(name, version, rest), kind)
            if type(rest) is not dict:
                raise Unfit("an entity as an object", rest)
            return Opaque(name, freeze(rest), version)

        return structure
