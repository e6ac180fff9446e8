"""Tables of names out of TOML, checked: every mistake is told."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Iterator, Mapping
from importlib.resources import files
from typing import Any

from oversight_adapters.readers.identity.errors import DefectiveNames
from oversight_adapters.readers.identity.rows import Alias, Known, Names, overlap, same
from oversight_core.moments import Moment
from oversight_core.names import Item

_KINDS = ("organisation", "facility", "programme")
_KEYS = frozenset("item name source aliases city state codes parent existed successor".split())
_ALIAS_KEYS = frozenset(("name", "source", "used"))
_TABLES = ("organisations.toml", "facilities.toml", "programmes.toml")


def load_names(*tables: str, name: str = "names") -> Names:
    """The names of TOML tables.  Raises `DefectiveNames` with every mistake.

    A row is ``[[organisation]]``, ``[[facility]]`` or ``[[programme]]`` with `item`, `name` and `source`, and may have
    `aliases`, `city`, `state`, `codes`, `parent`, `existed` and `successor`.  Two rows may go by one name only at
    different times.

    >>> load_names('[[facility]]\\nitem = "facility:ice/x"\\nname = "X"')  # doctest: +ELLIPSIS
    Traceback (most recent call last):
    ...
    oversight_adapters.readers.identity.errors.DefectiveNames: ...: facility 'X' has no source
    """
    faults: list[str] = []
    rows: list[Known] = []
    for table in tables:
        try:
            data = tomllib.loads(table)
        except tomllib.TOMLDecodeError as error:
            faults.append(f"it is no TOML: {error}")
            continue
        rows += _rows(data, faults)
    faults += _clashes(rows)
    if faults:
        raise DefectiveNames(name, tuple(faults))
    return Names(rows)


def _rows(data: Mapping[str, Any], faults: list[str]) -> Iterator[Known]:
    for kind, listed in data.items():
        if kind not in _KINDS or not isinstance(listed, list):
            faults.append(f"{kind!r} is none of {', '.join(_KINDS)}")
            continue
        for row in listed:
            if not isinstance(row, dict):
                faults.append(f"a {kind} is no table of keys")
            elif known := _row(kind, row, faults):
                yield known


def _row(kind: str, row: Mapping[str, Any], faults: list[str]) -> Known | None:
    called = f"{kind} {row.get('name', row.get('item', '?'))!r}"
    wrong = [f"{called} has an unknown key {key!r}" for key in sorted(row.keys() - _KEYS)]
    wrong += [f"{called} has no {key}" for key in ("item", "name", "source") if not _is_text(row.get(key))]
    wrong += [f"the {key} of {called} is no text" for key in ("city", "state") if not isinstance(row.get(key, ""), str)]
    codes = row.get("codes", [])
    if not isinstance(codes, list) or not all(map(_is_text, codes)):
        wrong.append(f"the codes of {called} are no list of texts")
    if wrong:
        faults += wrong
        return None
    try:
        item = Item.parse(row["item"])
        if item.kind != kind:
            raise ValueError(f"its item {item} is a {item.kind}")
        return Known(
            item=item,
            name=row["name"],
            source=row["source"],
            aliases=tuple(_alias(one) for one in row.get("aliases", ())),
            city=row.get("city", ""),
            state=row.get("state", ""),
            codes=tuple(codes),
            parent=_item(row, "parent"),
            existed=_moment(row, "existed"),
            successor=_item(row, "successor"),
        )
    except (ValueError, TypeError) as error:
        faults.append(f"{called}: {error}")
        return None


def _alias(one: Any) -> Alias:
    if (
        not isinstance(one, dict)
        or one.keys() - _ALIAS_KEYS
        or not (_is_text(one.get("name")) and _is_text(one.get("source")))
    ):
        raise ValueError(f"an alias needs a name and a source, and may say when it was used; {one!r} does not")
    return Alias(one["name"], one["source"], _moment(one, "used"))


def _is_text(value: object) -> bool:
    return isinstance(value, str) and bool(value.strip())


def _item(row: Mapping[str, Any], key: str) -> Item | None:
    return Item.parse(row[key]) if key in row else None


def _moment(row: Mapping[str, Any], key: str) -> Moment | None:
    return Moment.parse(row[key]) if key in row else None


def _clashes(rows: Iterable[Known]) -> Iterator[str]:
    """Names that two rows go by at one time, and items that two rows describe."""
    by_name: dict[str, list[tuple[Moment | None, Known]]] = {}
    items: dict[Item, Known] = {}
    for row in rows:
        if row.item in items:
            yield f"{row.item} is described twice"
        items.setdefault(row.item, row)
        for name, used in row.names():
            for then, known in by_name.setdefault(same(name), []):
                if known is not row and overlap(used, then):
                    yield f"{name!r} means {known.item} and {row.item} at one time"
            by_name[same(name)].append((used, row))


def _builtin() -> Names:
    room = files("oversight_adapters.readers.identity")
    return load_names(*((room / table).read_text(encoding="utf-8") for table in _TABLES), name="of this library")


BUILTIN = _builtin()
"""The names that come with the library."""
