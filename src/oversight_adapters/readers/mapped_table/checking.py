"""A mapping held against what is known: the fields of its entity, and the tables that its words speak of."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

import attrs

from oversight_adapters.readers.mapped_table.columns import Draft
from oversight_adapters.readers.mapped_table.entities import fields_of
from oversight_adapters.readers.mapped_table.mapping import (
    Entity,
    Labels,
    Pick,
    TableMapping,
    column_key,
    covers,
    word_key,
)
from oversight_adapters.readers.mapped_table.picks import PARTS
from oversight_adapters.readers.mapped_table.values import constant_of
from oversight_adapters.texts.drafting import unknown
from oversight_adapters.texts.toml_keys import Path
from oversight_core.entities import ABOUT_PEOPLE
from oversight_core.errors import OversightError
from oversight_core.names import Item
from oversight_core.register.tables import Tables
from oversight_core.rules.lifecycle import Lifecycle
from oversight_core.rules.rulebook import RuleBook
from oversight_core.rules.vocabulary import fold

_KIND = re.compile(r"[a-z][a-z0-9-]*")


def check(draft: Draft, mapping: TableMapping, rulebooks: Sequence[RuleBook]) -> None:
    """Note everything in a mapping that does not fit what is known."""
    tables = Tables(rulebooks)
    if (name := f"mapping-{mapping.name}") == mapping.issuer or name in tables.books:
        draft.fault(("name",), f"{name} would name its rulebook, and is taken; choose another")
    if mapping.governed_by and mapping.governed_by not in tables.books:
        why = unknown("installed rulebook", mapping.governed_by, tables.books)
        draft.fault(("rulebook",), f"{why}; one in a file is given beside the mapping: --rulebook FILE.toml")
    for entity in (mapping.entity, mapping.document):
        if entity:
            _check_fields(draft, entity, "fields" if entity is mapping.entity else "document")
    _check_identity(draft, mapping)
    for labels in mapping.labels:
        _check_labels(draft, labels, mapping, tables)
    for pick in mapping.picks():
        _check_constant(draft, pick)
    _check_never(draft, mapping)


def governing(tables: Tables, mapping: TableMapping, axis: str) -> Lifecycle:
    """The table that governs an axis of the mapped items.  Raises `UnknownAxis`."""
    item = Item(mapping.entity.kind, mapping.issuer, "any")
    named = mapping.governed_by if mapping.governed_by in tables.books else ""  # what is not there is told elsewhere
    return tables.of(item, axis, rulebook=tables.governing(item, named))


def governing_all(mapping: TableMapping, rulebooks: Sequence[RuleBook]) -> tuple[Lifecycle, ...]:
    """The tables that a mapping's words speak of, each once.  Raises `UnknownAxis`."""
    tables = Tables(rulebooks)
    found = {labels.axis: governing(tables, mapping, labels.axis) for labels in mapping.labels}
    return tuple({table.name: table for table in found.values()}.values())


def _check_fields(draft: Draft, entity: Entity, section: str) -> None:
    for name, kind in fields_of(entity.cls).items():
        if kind is not None and kind.needed and not entity.picks(name):
            draft.fault((section,), f"a {entity.kind} needs the field {name}")


def _check_identity(draft: Draft, mapping: TableMapping) -> None:
    parts, entity = mapping.identity, mapping.entity
    titled = any(entity.picks(name) for name in ("report", "report_title", "title"))
    if not parts.report and not titled:
        draft.fault(("identity", "report"), "it is missing, and no field report or title is mapped to make it of")
    if entity.kind in ABOUT_PEOPLE:
        _check_person(draft, mapping)
    if parts.part and not (parts.number or parts.addressee or entity.picks("number") or entity.picks("addressee")):
        draft.fault(("identity", "part"), "a part needs a number or an addressee before it")


def _check_person(draft: Draft, mapping: TableMapping) -> None:
    """No identity is made of words about a person: neither a stand-in for them, nor a column that holds them."""
    parts, entity = mapping.identity, mapping.entity
    why = f"a {entity.kind} is about a person, so no identity is made of its words"
    if not (parts.report and (parts.number or not entity.picks("text"))):
        draft.fault(("identity", "number"), why)
    held = [name for name, field in attrs.fields_dict(entity.cls).items() if field.metadata.get("content")]
    words = {column_key(column) for name in held for pick in entity.picks(name) for column in pick.names}
    for part in PARTS:
        for column in (column for pick in getattr(parts, part) for column in pick.names if column_key(column) in words):
            draft.fault(("identity", part), f"{why}; the column {column!r} holds them")


def _check_labels(draft: Draft, labels: Labels, mapping: TableMapping, tables: Tables) -> None:
    path = ("labels", labels.name)
    try:
        table = governing(tables, mapping, labels.axis)
    except OversightError:
        known = sorted(
            {t.axis for book in tables.books.values() for t in book.lifecycles if t.governs(mapping.entity.kind)}
        )
        draft.fault((*path, "axis"), unknown(f"axis of a {mapping.entity.kind}", labels.axis, known))
        return
    states = [name for name in table.state_names if name != table.initial]
    for word, meaning in labels.words:
        at = (*path, "words", word)
        if meaning == table.initial:
            draft.fault(at, f"{meaning} is where every record begins; list a word that states nothing under nothing")
        elif meaning not in states and meaning not in table.members:
            draft.fault(at, unknown(f"state or group of {table.name}", meaning, (*states, *table.members)))
    _check_twice(draft, path, labels)


def _check_twice(draft: Draft, path: Path, labels: Labels) -> None:
    """A word stands once: case, blanks and dashes make no other word."""
    seen: dict[str, str] = {}
    mapped = [(word, (*path, "words", word)) for word, _ in labels.words]
    for word, at in (*mapped, *((word, (*path, "nothing")) for word in labels.nothing)):
        key = word_key(word)
        if not fold(word) and at[-1] != "nothing":
            draft.fault(at, "it is no word; a dash that states nothing stands under nothing, an empty cell nowhere")
        elif key in seen:
            draft.fault(at, f"{word!r} is the same word as {seen[key]!r}, which stands here already")
        seen.setdefault(key, word)


def _check_constant(draft: Draft, pick: Pick) -> None:
    path = tuple(pick.row.split("."))
    if pick.item:
        if pick.reads != "item":
            draft.fault(path, f"it names an item, and this is read as {pick.reads}")
        elif not _KIND.fullmatch(pick.item):
            draft.fault((*path, "item"), f"{pick.item!r} is no kind of item, such as document")
        return
    if pick.constant is None:
        return
    if type(pick.constant) not in {"whole": (int,), "yes-no": (bool,), "amount": (int, str)}.get(pick.reads, (str,)):
        draft.fault(path, f"the constant {pick.constant!r} is not what is read as {pick.reads}")
        return
    try:
        constant_of(pick)
    except (OversightError, ValueError) as error:
        draft.fault(path, str(error))


def _check_never(draft: Draft, mapping: TableMapping) -> None:
    for row, name in _named(mapping):
        if any(covers(never, name) for never in mapping.never):
            draft.fault(tuple(row.split(".")), f"the column {name!r} is in never, and is not read")


def _named(mapping: TableMapping) -> Iterator[tuple[str, str]]:
    """Every column whose words are read, and by which row of the mapping."""
    yield from ((pick.row, name) for pick in mapping.picks() for name in pick.names)
    for n, rule in enumerate(mapping.table.leave_out, 1):
        if rule.column:
            yield f"table.leave-out.{n}", rule.column
