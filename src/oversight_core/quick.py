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

# No argument of an attrs class begins with an underscore, so these names are never a field's.
_INIT = """
def made(_self, {arguments}):
    if type(_self) is not _kind:
        return _slow(_self, {fields})
    _become(_self, "__class__", _loose)
    {stores}
    _self.__class__ = _kind
"""
_MAKE = """
def made({arguments}):
    _self = _loose()
    {stores}
    _self.__class__ = _kind
    return _self
"""


def quick(kind: Class) -> Class:
    """A frozen attrs class, with a constructor that stores its fields plainly: same arguments, same value.

    The class needs ``weakref_slot=False``, or the layouts differ.  Raises `TypeError` for a class that attrs does more
    for than to store: a converter, a validator, a hook.

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
    hooked = hasattr(kind, "__attrs_pre_init__") or hasattr(kind, "__attrs_post_init__")
    if hooked or any(f.converter or f.validator or not f.init or f.kw_only for f in fields):
        raise TypeError(f"{kind.__name__} needs more than its fields stored")
    names = [field.alias for field in fields]
    known |= {"_kind": kind, "_loose": type(kind.__name__, (), {"__slots__": kind.__slots__})}
    known |= {f"_default_{field.alias}": field.default for field in fields if field.default is not attrs.NOTHING}
    arguments = [f"{name}=_default_{name}" if f"_default_{name}" in known else name for name in names]
    stores = "\n    ".join(f"_self.{field.name} = {field.alias}" for field in fields)
    exec(template.format(arguments=", ".join(arguments), fields=", ".join(names), stores=stores), known)
    return known["made"]
