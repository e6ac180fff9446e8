"""A label file: what a document says, written down by a person who read it."""

from __future__ import annotations

import json
from typing import Any

import attrs

from oversight_core.errors import OversightError, UnparsableItem
from oversight_core.names import Item

ENDING = ".labels.json"
"""What the name of a label file adds to the name of its document."""

_KEYS = ("format", "complete", "facts", "problems")
_FACT = ("item", "field", "value", "quote")


@attrs.frozen
class LabelsRefused(OversightError, ValueError):
    """A label file does not say what it must: which file, where in it, and why."""

    file: str
    place: str
    why: str

    def __str__(self) -> str:
        return f"the labels {self.file} cannot be used: {self.place} {self.why}"


@attrs.frozen
class Expected:
    """One fact that the document states; `item` is an item, or only its kind where it does not matter which.

    `quote` is None where the label does not say which words state it.
    """

    item: str
    field: str
    value: Any
    quote: str | None = None

    @property
    def kind(self) -> str:
        """The kind of the item."""
        return self.item.partition(":")[0]


@attrs.frozen
class Labels:
    """All labels of one document.

    Of the kinds in `complete` every fact is labelled: another one that is read is wrong.  `problems` are the codes of
    all that should be told, or None where nobody looked.
    """

    format: str
    complete: frozenset[str]
    facts: tuple[Expected, ...]
    problems: tuple[str, ...] | None = None


def load_labels(text: str, *, name: str = "the labels") -> Labels:
    """The labels of a label file.  Raises `LabelsRefused` with the first thing that is wrong, and where.

    >>> load_labels('{"format": "x", "facts": [{"item": "review", "field": "type", "value": "onsite"}]}').facts
    (Expected(item='review', field='type', value='onsite', quote=None),)
    """

    def refuse(place: str, why: str) -> LabelsRefused:
        return LabelsRefused(name, place, why)

    try:
        told = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise refuse("the file", f"is not JSON ({error})") from None
    if not isinstance(told, dict):
        raise refuse("the file", "is no JSON object")
    for key in told:
        if key not in _KEYS:
            raise refuse(f"the key {key!r}", f"is not known; there are {', '.join(_KEYS)}")
    if not isinstance(told.get("format"), str) or not told["format"]:
        raise refuse("format", "names no reader")
    for key in ("complete", "problems"):
        if key in told and not _is_words(told[key]):
            raise refuse(key, "is no list of words")
    if not isinstance(told.get("facts"), list):
        raise refuse("facts", "is no list")
    facts = tuple(_fact(one, f"fact {n}", refuse) for n, one in enumerate(told["facts"], 1))
    problems = tuple(told["problems"]) if "problems" in told else None
    return Labels(told["format"], frozenset(told.get("complete", ())), facts, problems)


def _is_words(value: object) -> bool:
    return isinstance(value, list) and all(isinstance(one, str) and one for one in value)


def _fact(told: object, place: str, refuse: Any) -> Expected:
    if not isinstance(told, dict):
        raise refuse(place, "is no object")
    for key in told:
        if key not in _FACT:
            raise refuse(place, f"has the key {key!r}, which is not known; there are {', '.join(_FACT)}")
    for key in ("item", "field"):
        if not isinstance(told.get(key), str) or not told[key]:
            raise refuse(place, f"has no {key}")
    if "value" not in told:
        raise refuse(place, "has no value")
    if not isinstance(told.get("quote"), str | None):
        raise refuse(place, "has a quote that is no words")
    if ":" in told["item"]:
        try:
            Item.parse(told["item"])
        except UnparsableItem as error:
            raise refuse(place, f"names no item: {error}") from None
    return Expected(told["item"], told["field"], told["value"], told.get("quote"))
