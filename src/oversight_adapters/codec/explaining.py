"""Where and why: the first fault in what the detailed pass of cattrs raised."""

from __future__ import annotations

from typing import Any

import attrs
from cattrs.errors import BaseValidationError, ForbiddenExtraKeysError

from oversight_adapters.codec.errors import DecodeError, Unfit, shown


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
