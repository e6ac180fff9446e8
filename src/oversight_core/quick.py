"""Making small frozen values quickly.

attrs fills a frozen class through `object.__setattr__`, one call a field, which costs more than deciding an attempt.
A value is not frozen to anybody while it is made; so it is filled as an ordinary object of the same layout, and becomes
what it is at the end.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, ParamSpec, TypeVar

import attrs

Class = TypeVar("Class", bound=type)
Fields = ParamSpec("Fields")
Value = TypeVar("Value")

_HASH = "_attrs_cached_hash"  # where attrs keeps the hash of a value that it reckons once

# No argument of an attrs class begins with an underscore, so these names are never a field's.
_INIT = """
def made(_self, {arguments}):
    if _self.__class__ is not _kind:
        return _slow(_self, {fields})
    _become(_self, "__class__", _loose)
    {stores}
    _self.__class__ = _kind{hook}
"""
_MAKE = """
def made({arguments}):
    _self = _loose()
    {stores}
    _self.__class__ = _kind{hook}
    return _self
"""


def quick(kind: Class) -> Class:
    """A frozen attrs class, with a constructor that stores its fields plainly: same arguments, same value.

    The class needs ``weakref_slot=False``, or the layouts differ.  Raises `TypeError` for a class that attrs does more
    for than to convert and store, and to call what looks at a value once it is made: a validator, a default that is
    made each time.

    >>> @quick
    ... @attrs.frozen(weakref_slot=False)
    ... class Point:
    ...     x: int
    ...     y: int = 0
    >>> Point(1), Point(x=1, y=2) == Point(1, 2)
    (Point(x=1, y=0), True)
    >>> Point(1).x = 3
    Traceback (most recent call last):
    ...
    attr.exceptions.FrozenInstanceError: can't set attribute
    """
    slow = vars(kind)["__init__"]
    made = _compiled(_INIT, kind, {"_slow": slow, "_become": object.__setattr__})
    made.__qualname__, made.__doc__, made.__annotations__ = slow.__qualname__, slow.__doc__, slow.__annotations__
    kind.__init__ = made  # type: ignore[misc]  # the one place where a constructor is exchanged
    return kind


def maker(kind: Callable[Fields, Value]) -> Callable[Fields, Value]:
    """A function that makes values of a class as calling it does, in half the time: for the one place that makes many.

    Asks of the class what `quick` does, and raises as it does.
    """
    made: Callable[Fields, Value] = _compiled(_MAKE, kind, {})
    return made


def _compiled(template: str, kind: Any, known: dict[str, Any]) -> Any:
    """The function of a template, for the fields of a class."""
    fields = attrs.fields(kind)
    if hasattr(kind, "__attrs_pre_init__") or not all(map(_is_plain, fields)):
        raise TypeError(f"{kind.__name__} needs more than its fields stored")
    known |= {"_kind": kind, "_loose": type(kind.__name__, (), {"__slots__": kind.__slots__})}
    known |= {f"_default_{field.alias}": field.default for field in fields if field.default is not attrs.NOTHING}
    known |= {f"_usual_{field.alias}": field.converter(field.default) for field in fields if _is_usual(field)}
    known |= {f"_convert_{field.alias}": field.converter for field in fields if field.converter}
    named = [field for field in fields if field.kw_only]
    arguments = [_argument(field) for field in fields if not field.kw_only]
    arguments += ["*", *map(_argument, named)] if named else []
    passed = [f"{field.alias}={field.alias}" if field.kw_only else field.alias for field in fields]
    stores = [*map(_store, fields), *(f"_self.{_HASH} = None" for slot in kind.__slots__ if slot == _HASH)]
    hook = "\n    _self.__attrs_post_init__()" if hasattr(kind, "__attrs_post_init__") else ""
    filled = {"arguments": ", ".join(arguments), "fields": ", ".join(passed), "stores": "\n    ".join(stores)}
    exec(template.format(**filled, hook=hook), known)
    return known["made"]


def _is_plain(field: attrs.Attribute[Any]) -> bool:
    """Whether a field is stored as it is given, or as a function makes it of that alone."""
    if isinstance(field.converter, attrs.Converter):
        return False
    if isinstance(field.default, attrs.Factory):  # type: ignore[arg-type]  # attrs types it as a function
        return False
    return field.init and field.validator is None


def _argument(field: attrs.Attribute[Any]) -> str:
    assert field.alias is not None  # attrs gives every field one
    return field.alias if field.default is attrs.NOTHING else f"{field.alias}=_default_{field.alias}"


def _is_usual(field: attrs.Attribute[Any]) -> bool:
    """Whether a default is converted, which is done once for all values that have it."""
    return field.converter is not None and field.default is not attrs.NOTHING


def _store(field: attrs.Attribute[Any]) -> str:
    name = field.alias
    given = f"_convert_{name}({name})" if field.converter else name
    if _is_usual(field):
        given = f"_usual_{name} if {name} is _default_{name} else {given}"
    return f"_self.{field.name} = {given}"
