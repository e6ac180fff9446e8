"""Reading: plain data as the classes its tags name, strictly, through cattrs.

A number where a text belongs is refused, and so is a name that the class does not have.  The first pass only finds out
whether all is well; a second, slower one says where it is not.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, datetime
from functools import lru_cache
from types import GenericAlias, NoneType
from typing import Any, get_args, get_origin

import attrs
from cattrs import Converter
from cattrs.errors import BaseValidationError, ForbiddenExtraKeysError
from cattrs.gen import make_dict_structure_fn

from oversight_adapters.codec.errors import DecodeError, Unfit, shown
from oversight_adapters.codec.plain import Lifted, Opaque, freeze
from oversight_adapters.codec.tags import ENTRIES, LOCATORS, opened, parse
from oversight_adapters.codec.upcasts import Upcasts, raised, versions
from oversight_core.ledger.entry import Entry
from oversight_core.moments import Moment
from oversight_core.names import Item, Withheld

Hook = Callable[[Any, Any], Any]

_parse_item = lru_cache(4096)(Item.parse)
_parse_moment = lru_cache(4096)(Moment.parse)


# -- single values ---------------------------------------------------------------------------------------------


def _exactly(kind: type, expected: str) -> Hook:
    def structure(value: Any, _: Any) -> Any:
        if type(value) is not kind:
            raise Unfit(expected, value)
        return value

    return structure


def _printed(parse: Callable[[str], Any], expected: str) -> Hook:
    def structure(value: Any, _: Any) -> Any:
        if type(value) is not str:
            raise Unfit(expected, value)
        try:
            return parse(value)
        except ValueError:
            raise Unfit(expected, value) from None

    return structure


def _words(value: Any, _: Any) -> Any:
    if type(value) is not Lifted:
        raise Unfit("a sign for words", value)
    return value.words


SINGLE: dict[type, Hook] = {
    str: _exactly(str, "a text"),
    int: _exactly(int, "a whole number"),
    bool: _exactly(bool, "true or false"),
    date: _printed(date.fromisoformat, "a day such as 2024-02-05"),
    datetime: _printed(datetime.fromisoformat, "an instant such as 2024-02-05T10:00:00+00:00"),
    Item: _printed(_parse_item, "an item"),
}


# -- the converter ---------------------------------------------------------------------------------------------


class Reader:
    """Plain data to entries, for the entity kinds and upcasts it was made with."""

    def __init__(self, kinds: Mapping[str, type], upcasts: Upcasts) -> None:
        self._kinds, self._upcasts, self._versions = kinds, upcasts, versions(upcasts)
        self._fast, self._slow = self._converter(False), self._converter(True)

    def entry(self, plain: Any) -> Entry:
        """The entry that plain data describes; raises `DecodeError`."""
        try:
            return self._entry(plain, self._fast)
        except Exception:  # whatever it is, the second pass says where
            return self._explained(plain)

    def _explained(self, plain: Any) -> Entry:
        try:
            return self._entry(plain, self._slow)
        except Exception as error:
            tag = f".{next(iter(plain))}" if type(plain) is dict and len(plain) == 1 else ""
            raise explain(error, f"${tag}") from None

    def _entry(self, plain: Any, converter: Converter) -> Entry:
        tag, rest = opened(plain, "an entry")
        name, version = parse(tag)
        kind = ENTRIES.get(name)
        if kind is None or version > self._versions.get(name, 1):
            raise Unfit(f"an entry of a known kind and version ({', '.join(ENTRIES)})", tag)
        found: Entry = converter.get_structure_hook(kind)(self._raised(name, version, rest), kind)
        return found

    def _raised(self, name: str, version: int, plain: Any) -> Any:
        return raised(self._upcasts, name, version, plain) if self._upcasts else plain

    def _converter(self, detailed: bool) -> Converter:
        converter = Converter(detailed_validation=detailed, forbid_extra_keys=True)
        for kind, hook in SINGLE.items():
            converter.register_structure_hook(kind, hook)
        unions = {frozenset({str, Withheld}): _words, frozenset(LOCATORS.values()): _locators(converter)}
        converter.register_structure_hook_factory(
            lambda hint: _choices(hint) in unions,
            lambda hint: _or_none(unions[_choices(hint)]) if NoneType in get_args(hint) else unions[_choices(hint)],
        )
        converter.register_structure_hook_factory(_is_tuple, _tuples(converter))
        converter.register_structure_hook_func(lambda hint: hint is Any, self._entities(converter))
        converter.register_structure_hook(Moment, _moments(converter))
        return converter

    def _entities(self, converter: Converter) -> Hook:
        def structure(plain: Any, _: Any) -> Any:
            if plain is None:
                return None
            tag, rest = opened(plain, "an entity")
            name, version = parse(tag)
            kind = self._kinds.get(name)
            if kind is not None and version <= self._versions.get(name, 1):
                return converter.structure(self._raised(name, version, rest), kind)
            if type(rest) is not dict:
                raise Unfit("an entity as an object", rest)
            return Opaque(name, freeze(rest), version)

        return structure


def _is_tuple(hint: Any) -> bool:
    origin: Any = get_origin(hint)
    return origin is tuple


def _choices(hint: Any) -> frozenset[Any]:
    """What a value may be besides None; a tuple is no choice."""
    return frozenset() if _is_tuple(hint) else frozenset(get_args(hint)) - {NoneType}


def _or_none(hook: Hook) -> Hook:
    return lambda value, hint: None if value is None else hook(value, hint)


def _tuples(converter: Converter) -> Callable[[Any], Hook]:
    def make(hint: Any) -> Hook:
        rows = GenericAlias(list, (get_args(hint)[0],))
        inner = converter.get_structure_hook(rows)

        def structure(value: Any, _: Any) -> Any:
            if type(value) is not list:
                raise Unfit("a list", value)
            return tuple(inner(value, rows))

        return structure

    return make


def _locators(converter: Converter) -> Hook:
    def structure(value: Any, _: Any) -> Any:
        tag, rest = opened(value, "a locator")
        if tag not in LOCATORS:
            raise Unfit(f"a locator ({', '.join(LOCATORS)})", tag)
        return converter.structure(rest, LOCATORS[tag])

    return structure


def _moments(converter: Converter) -> Hook:
    printed = _printed(_parse_moment, "a moment")
    parts = make_dict_structure_fn(Moment, converter, _cattrs_forbid_extra_keys=True)

    def structure(value: Any, hint: Any) -> Any:
        if type(value) is not dict:
            return printed(value, hint)
        return parts({"earliest": None, "latest": None} | value, hint)

    return structure


# -- where and why ---------------------------------------------------------------------------------------------


def explain(error: Exception, path: str = "$") -> DecodeError:
    """The first fault in what the detailed pass of cattrs raised."""
    if isinstance(error, BaseValidationError):
        first = error.exceptions[0]
        return explain(first, path + "".join(map(_step, getattr(first, "__notes__", ()))))
    if isinstance(error, Unfit):
        return DecodeError(path + error.path[1:], error.expected, error.found)
    if isinstance(error, ForbiddenExtraKeysError):
        known = ", ".join(field.name for field in attrs.fields(error.cl))
        return DecodeError(path, f"only {known}", ", ".join(map(shown, sorted(error.extra_fields))))
    if isinstance(error, KeyError):
        return DecodeError(path, "a value", "nothing")
    if isinstance(error, TypeError | AttributeError):
        return DecodeError(path, "an object", "something else")
    return DecodeError(path, "data of this library", shown(str(error)))


def _step(note: Any) -> str:
    """One step of a path, from a note of cattrs: a field or a place in a list."""
    if hasattr(note, "name"):
        return f".{note.name}"
    return f"[{note.index}]" if hasattr(note, "index") else ""
