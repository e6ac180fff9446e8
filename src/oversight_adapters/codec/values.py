"""Any value of an attrs class as canonical JSON, and back: for what is no entry, or not one of ours."""

from __future__ import annotations

from contextlib import suppress
from functools import cached_property
from typing import Generic, TypeVar

import attrs
from cattrs import Converter

from oversight_adapters.codec import hooks, sure, wire, writing
from oversight_adapters.codec.converting import converter
from oversight_adapters.codec.errors import EncodeError, Unfit
from oversight_adapters.codec.explaining import explain
from oversight_adapters.codec.glancing import Glances
from oversight_adapters.codec.native import Native, Unplain
from oversight_adapters.codec.parsing import load_value
from oversight_adapters.codec.plans import Plans
from oversight_adapters.codec.shapes import Record, enumerations_of

Value = TypeVar("Value", bound=attrs.AttrsInstance)


class Values(Generic[Value]):
    """Writes and reads values of one class, whose words stay in place.

    Its fields may be texts, whole numbers, truth values, days, aware instants, decimals, enumerations of texts, items,
    moments, words, other such classes, tuples of all these, and nothing.  Fields at their default are not written,
    names are sorted, and there are no floats: a decimal is written as a text, and read from a text or, to the last
    digit, from a number.  Raises `TypeError` for a class with any other field.

    >>> from datetime import date
    >>> from decimal import Decimal
    >>> fields = {"cost": attrs.field(type=Decimal), "by": attrs.field(type=date | None, default=None)}
    >>> Estimate = attrs.make_class("Estimate", fields, frozen=True)
    >>> estimates = Values(Estimate)
    >>> estimates.dumps(Estimate(Decimal("125000.50"), date(2024, 12, 31)))
    b'{"by":"2024-12-31","cost":"125000.50"}'
    >>> estimates.loads(b'{"cost": 125000.50}')
    Estimate(cost=Decimal('125000.50'), by=None)
    >>> estimates.loads(b'{"cost": true}')
    Traceback (most recent call last):
    ...
    oversight_adapters.codec.errors.DecodeError: cannot be read at $.cost: expected a whole number, found True; ...
    """

    def __init__(self, kind: type[Value]) -> None:
        enumerations = enumerations_of(kind)
        self._kind, shape = kind, Record(kind)
        self._write = Plans({}, {}, words=writing.words_in_place).of(shape)
        self._read = Glances({}, {}, words=sure.words_in_place).of(shape)
        self._structure = converter(None, hooks.in_place, detailed=False, enumerations=enumerations).get_structure_hook(
            kind
        )
        self._native = _native(kind)

    @cached_property
    def _slow(self) -> Converter:
        return converter(None, hooks.in_place, detailed=True)

    def dumps(self, value: Value) -> bytes:
        """The canonical bytes of a value; raises `EncodeError` for what would not read back equal."""
        if self._native:
            with suppress(Exception):  # whatever it is, our own writer decides
                if raw := self._native.dumps(value):
                    return raw
        try:
            return self._write(value, []).encode()
        except Unfit as unfit:
            raise EncodeError(unfit.path, unfit.expected, unfit.found) from None
        except UnicodeEncodeError as error:
            raise EncodeError("$", "text that UTF-8 can hold", repr(error.object[error.start : error.end])) from None

    def loads(self, raw: bytes) -> Value:
        """The value that these bytes hold; raises `DecodeError`."""
        with suppress(Exception):  # whatever it is, the strict reading decides
            if self._native and (value := self._native.loads(raw)) is not None:
                return value
        with suppress(Exception):
            found: Value = self._read(wire.parse_decimals(raw), {})
            return found
        return self.strictly(raw)

    def strictly(self, raw: bytes) -> Value:
        """The same through cattrs alone, which always has the last word."""
        with suppress(Exception):  # the first pass only finds out whether all is well
            found: Value = self._structure(wire.parse_decimals(raw), self._kind)
            return found
        try:
            found = self._slow.structure(load_value(raw), self._kind)
        except Exception as error:  # whatever it is, it becomes a fault with its place
            raise explain(error) from None
        return found


def _native(kind: type[Value]) -> Native[Value] | None:
    try:
        return Native(kind)
    except Unplain:
        return None
