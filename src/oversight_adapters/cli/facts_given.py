"""Facts that conditions need and only the person at the command line knows: NAME=VALUE."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from oversight_adapters.cli.exits import WrongUse
from oversight_adapters.cli.steps import meant, name
from oversight_core.errors import UnparsableMoment
from oversight_core.moments import Moment
from oversight_core.ports import FactProvider
from oversight_core.register.facts import PROVIDED
from oversight_core.rules import Lifecycle

_YES_AND_NO = {"yes": True, "true": True, "no": False, "false": False}


def given(said: Iterable[str]) -> dict[str, Any]:
    """The facts by name; one that is given several times has all its values.  Raises `WrongUse`.

    >>> given(["informed=yes", "members=3", "held by=CRCL", "held by=ICE"])
    {'informed': True, 'members': 3, 'held_by': ('CRCL', 'ICE')}
    """
    found: dict[str, list[Any]] = {}
    for text in said:
        before, equals, after = text.partition("=")
        if not equals or not before.strip() or not after.strip():
            raise WrongUse(f"a fact is NAME=VALUE, such as owner=ICE, not {text!r}")
        found.setdefault(name(before), []).append(_value(after.strip()))
    return {fact: tuple(values) if len(values) > 1 else values[0] for fact, values in found.items()}


def _value(text: str) -> Any:
    """Yes and no, a whole number, a date, or words; what stands in quotes is words."""
    if len(text) > 1 and text[0] == text[-1] == '"':
        return text[1:-1]
    if text.casefold() in _YES_AND_NO:
        return _YES_AND_NO[text.casefold()]
    if text.isascii() and text.isdecimal() and len(text) < 19:
        return int(text)
    try:
        return Moment.parse(text)
    except UnparsableMoment:
        return text


def as_providers(facts: Mapping[str, Any]) -> dict[str, FactProvider]:
    """The same as a register takes them."""
    return {fact: _provider(value) for fact, value in facts.items()}


def _provider(value: Any) -> FactProvider:
    return lambda item, axis: value


def ensure_needed(facts: Iterable[str], table: Lifecycle, described: object) -> None:
    """That each is a fact which some condition needs and the record does not say.  Raises `WrongUse`."""
    needed = {need for guard in table.guards for need in guard.needs}
    for fact in facts:
        if fact in PROVIDED or getattr(described, fact, None) not in (None, "", ()):
            raise WrongUse(f"the record itself says {fact!r}; correct it there")
        if fact not in needed:
            hint = f"; {meant(fact, needed)}" if needed else ""
            raise WrongUse(f"no condition of {table.name} needs the fact {fact!r}{hint}")
