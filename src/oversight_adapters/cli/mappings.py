"""Mapping files on the command line: opened, checked against what is installed, or refused by name."""

from __future__ import annotations

from pathlib import Path

from oversight_adapters.cli.desk import adapters, rulebooks
from oversight_adapters.cli.exits import FileFailed, WrongUse
from oversight_adapters.readers.mapped_table import MappedTableReader, mapping_of
from oversight_adapters.readers.mapped_table.loading import LARGEST


def mapped_reader(path: str) -> MappedTableReader:
    """The reader that a mapping file makes.

    Raises `FileFailed` where the file cannot be read, and `DefectiveMapping` with every mistake in it.
    """
    toml = _text(path)
    return MappedTableReader(mapping_of(toml, name=path, rulebooks=rulebooks(), kinds=adapters().kinds))


def reader_for(mapping: str | None, format: str | None) -> MappedTableReader | None:
    """The reader of the mapping that is named, if any.  Raises `WrongUse` where a format is named as well."""
    if mapping is None:
        return None
    if format is not None:
        raise WrongUse("--mapping and --format both say how to read; name one of them")
    return mapped_reader(mapping)


def _text(path: str) -> str:
    try:
        with Path(path).open("rb") as file:
            content = file.read(4 * LARGEST + 1)
        return content.decode("utf-8-sig")
    except FileNotFoundError:
        raise FileFailed(path, "not-found", "there is no such file") from None
    except UnicodeDecodeError:
        raise FileFailed(path, "unreadable", "a mapping is a text file in UTF-8, and this is none") from None
    except (OSError, ValueError) as error:
        why = getattr(error, "strerror", None) or str(error)
        raise FileFailed(path, "unreadable", f"it cannot be read ({why})") from None
