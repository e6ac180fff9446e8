"""Mapping files on the command line: opened, checked against what is installed, or refused by name."""

from __future__ import annotations

from collections.abc import Sequence

from oversight_adapters.cli.desk import adapters, rulebooks
from oversight_adapters.cli.exits import WrongUse
from oversight_adapters.cli.files import text_of
from oversight_adapters.readers.mapped_table import MappedTableReader, mapping_of
from oversight_adapters.readers.mapped_table.loading import LARGEST
from oversight_core.rules import RuleBook


def mapped_reader(path: str, books: Sequence[RuleBook] = ()) -> MappedTableReader:
    """The reader that a mapping file makes; `books` are rulebooks beside those installed, or in their place.

    Raises `FileFailed` where the file cannot be read, and `DefectiveMapping` with every mistake in it.
    """
    toml = text_of(path, "a mapping", most=LARGEST)
    return MappedTableReader(mapping_of(toml, name=path, rulebooks=[*rulebooks(), *books], kinds=adapters().kinds))


def reader_for(mapping: str | None, format: str | None, books: Sequence[RuleBook] = ()) -> MappedTableReader | None:
    """The reader of the mapping that is named, if any.  Raises `WrongUse` where a format is named as well."""
    if mapping is None:
        return None
    if format is not None:
        raise WrongUse("--mapping and --format both say how to read; name one of them")
    return mapped_reader(mapping, books)
