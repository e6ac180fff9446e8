"""The base of every error: frozen, with data that two errors are compared by."""

from __future__ import annotations

from typing import Any

import attrs


class OversightError(Exception):
    """Base of every error of this library; subclasses are frozen attrs classes."""

    def _data(self) -> tuple[Any, ...]:
        return tuple(getattr(self, field.name) for field in attrs.fields(type(self)))  # type: ignore[arg-type]  # every subclass is attrs

    def __eq__(self, other: object) -> bool:
        if type(self) is not type(other):
            return NotImplemented
        assert isinstance(other, OversightError)
        return self._data() == other._data()

    def __hash__(self) -> int:
        return hash((type(self), repr(self._data())))

    def __reduce__(self) -> tuple[Any, ...]:
        return (type(self), self._data())
