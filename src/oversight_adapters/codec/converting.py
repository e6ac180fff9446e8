"""The converter of cattrs that the strict reading goes through."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from enum import Enum
from types import GenericAlias, NoneType
from typing import Any, get_args, get_origin

import attrs
from cattrs import Converter
from cattrs.errors import ForbiddenExtraKeysError
from cattrs.gen import make_dict_structure_fn

from oversight_adapters.codec import hooks
from oversight_adapters.codec.errors import Unfit
from oversight_adapters.codec.hooks import Hook
from oversight_adapters.codec.shapes import is_enumeration
from oversight_adapters.codec.tags import LOCATORS, opened
from oversight_core.moments import Moment
from oversight_core.names import Withheld

Entities = Callable[[Converter], Hook]


def converter(
    entities: Entities | None, words: Hook, *, detailed: bool, enumerations: Iterable[type[Enum]] = ()
) -> Converter:
    """A converter that refuses what it should; `detailed` ones are slower and say where.

    `entities` makes the hook of entities of any kind, `words` reads words; `enumerations` are read without a detour.
    """
    made = Converter(detailed_validation=detailed, forbid_extra_keys=True)
    for kind, hook in hooks.SINGLE.items():
        made.register_structure_hook(kind, hook)
    for kind in enumerations:
        made.register_structure_hook(kind, hooks.enumeration(kind))
    if not detailed:
        made.register_structure_hook_factory(attrs.has, _records(made))
    made.register_structure_hook_factory(is_enumeration, hooks.enumeration)
    unions = {frozenset({str, Withheld}): words, frozenset(LOCATORS.values()): _locators(made)}
    made.register_structure_hook_factory(
        lambda hint: _choices(hint) in unions,
        lambda hint: _or_none(unions[_choices(hint)]) if NoneType in get_args(hint) else unions[_choices(hint)],
    )
    made.register_structure_hook_factory(_is_tuple, _tuples(made, detailed))
    if entities is not None:
        made.register_structure_hook_func(lambda hint: hint is Any, entities(made))
    made.register_structure_hook(Moment, _moments(made))
    return made


def _is_tuple(hint: Any) -> bool:
    origin: Any = get_origin(hint)
    return origin is tuple


def _choices(hint: Any) -> frozenset[Any]:
    """What a value may be besides None; a tuple is no choice."""
    return frozenset() if _is_tuple(hint) else frozenset(get_args(hint)) - {NoneType}


def _or_none(hook: Hook) -> Hook:
    return lambda value, hint: None if value is None else hook(value, hint)


def _records(converter: Converter) -> Callable[[Any], Hook]:
    """As cattrs does it, but for names that do not belong: that all are there and no more is soon counted."""

    def make(kind: Any) -> Hook:
        inner = make_dict_structure_fn(kind, converter, _cattrs_detailed_validation=False)
        fields = attrs.fields(kind)
        names = frozenset(field.name for field in fields)
        count = len(names) if all(field.default is attrs.NOTHING for field in fields) else -1

        def structure(plain: Any, hint: Any) -> Any:
            value = inner(plain, hint)
            if len(plain) != count and not plain.keys() <= names:
                raise ForbiddenExtraKeysError("", kind, set(plain) - names)
            return value

        return structure

    return make


def _tuples(converter: Converter, detailed: bool) -> Callable[[Any], Hook]:
    def make(hint: Any) -> Hook:
        part = get_args(hint)[0]
        rows = GenericAlias(list, (part,))
        listed, one = converter.get_structure_hook(rows), converter.get_structure_hook(part)

        def structure(value: Any, _: Any) -> Any:
            if type(value) is not list:
                raise Unfit("a list", value)
            # cattrs knows the places in a list
            return tuple(listed(value, rows)) if detailed else tuple([one(each, part) for each in value])

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
    parts = make_dict_structure_fn(Moment, converter, _cattrs_forbid_extra_keys=True)

    def structure(value: Any, hint: Any) -> Any:
        if type(value) is not dict:
            return hooks.moment(value, hint)
        return parts({"earliest": None, "latest": None} | value, hint)

    return structure
