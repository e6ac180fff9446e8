"""A rulebook as the text of a rulebook file: `load_rulebook` makes an equal one of it."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from typing import Any

import attrs

from oversight_adapters.texts.toml_keys import written
from oversight_core.moments import Moment
from oversight_core.rulebooks import BUILTIN
from oversight_core.rulebooks.restating import needed
from oversight_core.rules.belief import Notice
from oversight_core.rules.citation import Citation
from oversight_core.rules.clock import Clock
from oversight_core.rules.lifecycle import Lifecycle, Rule
from oversight_core.rules.projection import Projection
from oversight_core.rules.rulebook import RuleBook
from oversight_core.rules.vocabulary import Mapping, Vocabulary

_Keys = dict[Citation, str]  # each citation, and the key that it is named by

_COLUMNS = {"source": "from", "target": "to", "actors": "who", "guards": "conditions", "targets": "means"}
"""The columns that a file calls otherwise than the fields of the core."""
_LONGEST_KEY = 40


def to_toml(book: RuleBook, *, base: Iterable[RuleBook] = BUILTIN) -> str:
    """The text of a file that holds a rulebook; tables that another of `base` brings are named under ``uses``.

    Conditions are named, for they are code.  A name that no file may have, such as a state *Open – late*, is written as
    it is, and told when the file is loaded.

    >>> from oversight_core.rulebooks import CRCL
    >>> print(to_toml(CRCL).partition("title")[0])
    name = "crcl"
    version = "1"
    """
    used = _used(book, tuple(base))
    own = [one for one in book.lifecycles if one.name not in used]
    old = [one for one in book.earlier if one.name not in used]
    keys = _keys(_cited(book, (*own, *old)))
    differs = book.facts != needed(book.lifecycles)
    facts = _lines({"facts": book.facts}, keys) or "facts = []" if differs else ""  # none is no default here
    top = {"name": book.name, "version": book.version, "title": book.title, "note": book.note, "uses": used}
    sections = [
        "\n".join(filter(None, (_lines(top, keys), facts))),
        *(f"[citations.{key}]\n{_lines(_columns(cite), keys)}" for cite, key in keys.items()),
        *(_table(one, keys, is_earlier=False) for one in own),
        *(_table(one, keys, is_earlier=True) for one in old),
        *(_labels(one, keys) for one in book.vocabularies),
        *(f"[[clocks]]\n{_lines(_columns(one), keys)}" for one in book.clocks),
        *(f"[[projections]]\n{_lines(_columns(one), keys)}" for one in book.projections),
        *(f"[[notices]]\n{_lines(_columns(one), keys)}" for one in book.notices),
    ]
    return "\n\n".join(sections) + "\n"


def _used(book: RuleBook, base: tuple[RuleBook, ...]) -> tuple[str, ...]:
    """The tables that another rulebook brings: those after the last that this one brings, as a file orders them."""
    homes = {table.name: other for other in reversed(base) for table in other.lifecycles}
    found: list[str] = []
    for table in reversed(book.lifecycles):
        home = homes.get(table.name)
        if home is None or home.name == book.name or table not in home.lifecycles:
            break
        if _versions(table, home) != _versions(table, book):
            break
        found.append(table.name)
    return tuple(reversed(found))


def _versions(table: Lifecycle, book: RuleBook) -> list[Lifecycle]:
    return [old for old in book.earlier if old.name == table.name]


def _cited(book: RuleBook, tables: Iterable[Lifecycle]) -> Iterator[Citation]:
    """Everything that the written parts of a rulebook rest on."""
    rows: list[Rule | Mapping | Clock | Projection | Notice] = [rule for one in tables for rule in one.rules]
    rows += [row for words in book.vocabularies for row in words.rows]
    rows += [*book.clocks, *book.projections, *book.notices]
    return (cite for row in rows for cite in row.cites)


def _keys(cites: Iterable[Citation]) -> _Keys:
    """A key for each citation, made of its provision."""
    keys: dict[Citation, str] = {}
    for cite in dict.fromkeys(cites):
        words = "_".join(re.findall(r"[a-z0-9]+", cite.provision.lower()))[:_LONGEST_KEY].strip("_")
        key = plain = words if words[:1].isalpha() and words.isascii() else f"source_{words}".strip("_")
        for n in range(2, len(keys) + 3):
            if key not in keys.values():
                break
            key = f"{plain}_{n}"
        keys[cite] = key
    return keys


def _table(table: Lifecycle, keys: _Keys, *, is_earlier: bool) -> str:
    columns = _columns(table)
    rules, states, groups = (columns.pop(part, ()) for part in ("rules", "states", "groups"))
    columns.pop("conditions", None)  # the rows name them
    head = _lines(columns | ({"earlier": True} if is_earlier else {}), keys)
    parts = [f"[[table]]\n{head}\n{_rows(rules, keys)}"]
    parts.append("[table.states]\n" + _lines({state.name: state.meaning for state in states}, keys))
    if groups:
        held = {group.name: {"states": group.states, "means": group.meaning} for group in groups}
        parts.append("[table.groups]\n" + _lines(held, keys))
    return "\n\n".join(parts)


def _labels(words: Vocabulary, keys: _Keys) -> str:
    columns = _columns(words)
    rows = columns.pop("rows", ())
    return f"[[labels]]\n{_lines(columns, keys)}\n{_rows(rows, keys)}"


def _rows(rows: Iterable[Any], keys: _Keys) -> str:
    return "\n".join(["rows = [", *(f"  {_value(_columns(row), keys)}," for row in rows), "]"])


def _columns(part: Any) -> dict[str, Any]:
    """The columns of a part that say something, by the names that a file gives them."""
    fields = [field for field in attrs.fields(type(part)) if field.init]
    given = {field.name: getattr(part, field.name) for field in fields if getattr(part, field.name) != field.default}
    return {_COLUMNS.get(name, name): _FORMS.get(name, _as_it_is)(value) for name, value in given.items()}


def _as_it_is(value: Any) -> Any:
    return value


def _states(value: str | tuple[str, ...]) -> str | list[str]:
    """What a row starts from; a list of one state stays a list."""
    return value if isinstance(value, str) else [*value]


def _choices(value: tuple[tuple[str, str], ...]) -> dict[str, str | list[str]]:
    """The values that each field may have; one alone is written as it is, but "not stated", which would be left out."""
    found: dict[str, list[str]] = {}
    for field, worth in value:
        found.setdefault(field, []).append(worth)
    return {field: worths[0] if len(worths) == 1 and worths[0] else worths for field, worths in found.items()}


_FORMS: dict[str, Callable[[Any], Any]] = {"source": _states, "targets": dict, "where": _choices}


def _lines(columns: dict[str, Any], keys: _Keys) -> str:
    return "\n".join(_assigned(columns, keys))


def _assigned(columns: dict[str, Any], keys: _Keys) -> Iterator[str]:
    given = ((key, value) for key, value in columns.items() if value not in ("", (), None))
    return (f"{written((key,))} = {_value(value, keys)}" for key, value in given)


def _value(value: Any, keys: _Keys) -> str:
    match value:
        case Citation():
            return json.dumps(keys[value])
        case bool() | int() | str():
            return json.dumps(value, ensure_ascii=False)
        case tuple() if len(value) == 1 and isinstance(value[0], str | Citation):
            return _value(value[0], keys)
        case tuple() | list():
            return "[" + ", ".join(_value(one, keys) for one in value) + "]"
        case dict():
            return "{ " + ", ".join(_assigned(value, keys)) + " }"
        case date():
            return value.isoformat()
        case Moment():
            return str(value) if value.precision == "day" else json.dumps(str(value))
        case _:
            return _value(_columns(value), keys)
