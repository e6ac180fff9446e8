"""From the text of a mapping file to the mapping, or every mistake in it at once."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import partial
from typing import Any

import attrs

from oversight_adapters.readers.mapped_table import sections
from oversight_adapters.readers.mapped_table.checking import check, governing_all
from oversight_adapters.readers.mapped_table.columns import Columns, Draft, Take
from oversight_adapters.readers.mapped_table.entities import fields_of
from oversight_adapters.readers.mapped_table.errors import DefectiveMapping, MappingFault
from oversight_adapters.readers.mapped_table.forms import PLAIN
from oversight_adapters.readers.mapped_table.mapping import (
    ERROR,
    WARN,
    Entity,
    Identity,
    Labels,
    Pick,
    Speaker,
    TableMapping,
)
from oversight_adapters.readers.mapped_table.picks import PARTS, dates, pick
from oversight_adapters.texts.drafting import NotToml, one_of, parsed, text, texts, unknown
from oversight_adapters.texts.toml_keys import Path, written
from oversight_core.entities import KINDS
from oversight_core.rulebooks import BUILTIN
from oversight_core.rules.rulebook import RuleBook

LARGEST = 256 * 1024
"""Characters that a mapping file may have."""

_UNNAMED = "unnamed"

_Kinds = Mapping[str, type[Any]]


def mapping_of(
    toml: str, *, name: str = "the mapping", rulebooks: Iterable[RuleBook] = BUILTIN, kinds: _Kinds = KINDS
) -> TableMapping:
    """The mapping that a text in TOML describes; `name` is what to call it where it is wrong.

    `rulebooks` hold the tables that its words are mapped to, `kinds` the entities that its rows may become.  Raises
    `DefectiveMapping` with every mistake that is found.

    >>> toml = 'name="tracker"\\nissuer="city"\\nfields.report="Audit"\\nfields.text="What"'
    >>> mapping_of(toml).entity.picks("text")[0].column
    'What'
    """
    books = tuple(rulebooks)
    try:
        data, lines = parsed(toml, largest=LARGEST)
    except NotToml as error:
        raise DefectiveMapping(name, (MappingFault("", str(error)),)) from None
    draft = Draft(Columns())
    mapping = _mapping(draft, data, kinds)
    if mapping is not None:
        check(draft, mapping, books)
    if mapping is None or draft.faults:
        told = draft.told(lines)
        raise DefectiveMapping(name, tuple(MappingFault(written(fault.path), fault.why, line) for line, fault in told))
    return attrs.evolve(mapping, lifecycles=governing_all(mapping, books))


def _mapping(draft: Draft, data: dict[str, Any], kinds: _Kinds) -> TableMapping | None:
    _prepare(draft, data)
    kind = data.get("kind", "recommendation")
    cls = kinds.get(kind) if isinstance(kind, str) else None
    document = kinds.get("document")
    top: dict[str, Take] = {
        "name": sections.slug,
        "version": text,
        "title": text,
        "issuer": sections.slug,
        "rulebook": text,
        "kind": _kind(kinds),
        "table": sections.table,
        "dates": dates,
        "stated": sections.stated,
        "fields": partial(_fields, cls=cls),
        "document": partial(_fields, cls=document),
        "identity": _identity,
        "labels": _all_labels,
        "never": texts,
        "ignore": texts,
    }
    given = draft.section((), data, top, ("name", "issuer", "fields"))
    if "fields" not in given or cls is None:
        return None
    for key in ("name", "issuer"):
        given.setdefault(key, _UNNAMED)  # the rest is checked all the same
    if "document" in given and document is not None:
        if kind == "document":
            draft.fault(("document",), "the rows are documents themselves; map their fields under fields")
        given["document"] = Entity(kind="document", cls=document, fields=given["document"])
    fields = given.pop("fields")
    governed_by = given.pop("rulebook", "")
    rest = {key: given[key] for key in given if key not in ("kind", "dates")}
    return TableMapping(entity=Entity(kind=kind, cls=cls, fields=fields), governed_by=governed_by, **rest)


def _prepare(draft: Draft, data: dict[str, Any]) -> None:
    """What holds for every column is known before any is taken; what is wrong with it is told in its own place."""
    quiet, table, columns = Draft(Columns()), data.get("table"), draft.context
    columns.forms = (dates(quiet, (), data["dates"]) if "dates" in data else None) or PLAIN
    columns.block = sections.block(quiet, (), table["block"]) if isinstance(table, dict) and "block" in table else None


def _kind(kinds: _Kinds) -> Take:
    def take(draft: Draft, path: Path, value: Any) -> str | None:
        if not isinstance(value, str) or value not in kinds:
            draft.fault(path, unknown("kind of item", str(value), kinds))
        return value if isinstance(value, str) else None

    return take


def _fields(
    draft: Draft, path: Path, value: Any, *, cls: type[Any] | None
) -> tuple[tuple[str, tuple[Pick, ...]], ...] | None:
    """The fields of an entity, each of which may come from several columns where it holds several values."""
    if cls is None:
        return None
    if not isinstance(value, dict):
        draft.section(path, value, dict.fromkeys(fields_of(cls), text))
        return None
    out, known = [], fields_of(cls)
    for name, given in value.items():
        at = (*path, name)
        if name not in known:
            draft.fault(at, unknown(f"field of a {cls.__name__.lower()}", name, (n for n, k in known.items() if k)))
        elif (kind := known[name]) is None:
            draft.fault(at, "this field holds what no table gives")
        elif isinstance(given, list) and not kind.several:
            draft.fault(at, "this field holds one value; name one column")
        else:
            out.append((name, _picks(draft, at, given, reads=kind.reads)))
            if any(one.split for one in out[-1][1]) and (not kind.several or isinstance(given, list)):
                draft.fault(at, "split is for one column of a field that holds several values")
    return tuple(out)


def _picks(draft: Draft, path: Path, value: Any, *, reads: str = "text") -> tuple[Pick, ...]:
    if not isinstance(value, list):
        one = pick(draft, path, value, reads=reads)
        return (one,) if one else ()
    if not value:
        draft.fault(path, "it is an empty list")
    found = (pick(draft, (*path, str(n)), part, reads=reads) for n, part in enumerate(value, 1))
    return tuple(one for one in found if one)


def _identity(draft: Draft, path: Path, value: Any) -> Identity:
    part: Take = _picks
    takes: dict[str, Take] = dict.fromkeys(PARTS, part) | {"collision": one_of(ERROR, WARN)}
    return Identity(**draft.section(path, value, takes))


def _all_labels(draft: Draft, path: Path, value: Any) -> tuple[Labels, ...]:
    if not isinstance(value, dict):
        draft.fault(path, "write a section for each column of status words, such as [labels.position]")
        return ()
    found = (_labels(draft, (*path, name), given) for name, given in value.items())
    return tuple(labels for labels in found if labels)


def _labels(draft: Draft, path: Path, value: Any) -> Labels | None:
    date = partial(pick, reads="date")
    takes: dict[str, Take] = {
        "column": pick,
        "axis": text,
        "words": _words,
        "nothing": texts,
        "unknown": one_of(*sections.POLICIES),
        "date": date,
        "stated": date,
        "by": _speaker,
    }
    sections.slug(draft, path, path[-1])
    given = draft.section(path, value, takes, ("column", "axis", "words"))
    if not {"column", "axis"} <= set(given):
        return None
    return Labels(
        name=path[-1],
        words_in=given["column"],
        axis=given["axis"],
        words=given.get("words", ()),
        nothing=given.get("nothing", ()),
        unknown=given.get("unknown", ERROR),
        on=given.get("date"),
        stated=given.get("stated"),
        by=given.get("by"),
    )


def _words(draft: Draft, path: Path, value: Any) -> tuple[tuple[str, str], ...] | None:
    if not isinstance(value, dict):
        draft.fault(path, 'it must be a table of words and what each means, such as "Agreed With" = "concurred"')
        return None
    pairs = ((word, text(draft, (*path, word), meaning)) for word, meaning in value.items())
    return tuple((word, meaning) for word, meaning in pairs if meaning)


def _speaker(draft: Draft, path: Path, value: Any) -> Speaker | None:
    if not isinstance(value, dict):
        value = {"column": value}
    role = one_of(*sections.ROLES)(draft, (*path, "role"), value["role"]) if "role" in value else None
    name = pick(draft, path, {key: given for key, given in value.items() if key != "role"})
    return Speaker(name=name, role=role or "") if name else None
