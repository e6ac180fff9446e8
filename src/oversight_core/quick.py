"""Making small frozen values quickly.

attrs fills a frozen class through `object.__setattr__`, one call a field, which costs more than deciding an attempt.
A value is not frozen to anybody while it is made; so it is filled as an ordinary object of the same layout, and becomes
what it is at the end.
"""

from __future__ import annotations

from typing import Any, TypeVar

import attrs

Class = TypeVar("Class", bound=type)

_INIT = """
def __init__({arguments}):
    if type(self) is not kind:
        return slow(self, {fields})
    become(self, "__class__", loose)
    {stores}
    self.__class__ = kind
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
    fields, slow = attrs.fields(kind), vars(kind)["__init__"]
    hooked = hasattr(kind, "__attrs_pre_init__") or hasattr(kind, "__attrs_post_init__")
    if hooked or any(f.converter or f.validator or not f.init or f.kw_only for f in fields):
        raise TypeError(f"{kind.__name__} needs more than its fields stored")
    names = [field.name for field in fields]
    loose = type(kind.__name__, (), {"__slots__": kind.__slots__})  # type: ignore[attr-defined]  # attrs.frozen has them
    known: dict[str, Any] = {"kind": kind, "loose": loose, "slow": slow, "become": object.__setattr__}
    arguments = ["self"]
    for field in fields:
        given = field.default is not attrs.NOTHING
        if given:
            known[f"_{field.name}"] = field.default
        arguments.append(f"{field.name}=_{field.name}" if given else field.name)
    stores = "\n    ".join(f"self.{name} = {name}" for name in names)
    exec(_INIT.format(arguments=", ".join(arguments), fields=", ".join(names), stores=stores), known)
    made = known["__init__"]
    made.__qualname__, made.__doc__, made.__annotations__ = slow.__qualname__, slow.__doc__, slow.__annotations__
    kind.__init__ = made  # type: ignore[misc]  # the one place where a constructor is exchanged
    return kind
