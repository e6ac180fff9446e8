"""`oversight mapping`: propose a mapping file for a table, and see what it makes of one before anything is stored."""

from __future__ import annotations

from pathlib import Path

from oversight_adapters.cli import out
from oversight_adapters.cli.exits import DONE, PROBLEMS, FileFailed, WrongUse
from oversight_adapters.cli.mappings import mapped_reader
from oversight_adapters.cli.options import Books, Json, Strict, day
from oversight_adapters.cli.preview import lines, tell
from oversight_adapters.cli.progress import working
from oversight_adapters.cli.sources import source
from oversight_adapters.cli.tables import books_in
from oversight_adapters.readers.mapped_table.errors import DefectiveMapping


def guess(file: str, /, *, output: str | None = None, json: Json = False) -> None:
    """Propose a mapping file from the headers and values of a table, its doubts marked.

    Parameters
    ----------
    file:
        A CSV, TSV, JSON, JSON Lines or XLSX file.
    output:
        The mapping file to write; one that is there is never replaced.
    """
    from oversight_adapters.readers.mapped_table.guess import guess as proposed
    from oversight_adapters.texts.tables import table_text

    if json and not output:
        raise WrongUse("--json tells of the file that is written; name one with --output")
    with working("guessing"):
        toml = proposed(table_text(source(Path(file))))
    if not output:
        out.raw(toml)
        return
    _write(Path(output), toml)
    if json:
        out.json_line({"type": "mapping", "file": file, "output": output})
        return
    out.line(f"{output} is written; look at every line with a doubt, then run:")
    out.line(f"$ oversight mapping check {file} {output}", indent=2)


def _write(path: Path, toml: str) -> None:
    """Write a new file, whole."""
    try:
        with path.open("x", encoding="utf-8") as file:
            file.write(toml)
    except FileExistsError:
        raise WrongUse(f"{path} is there already and is not replaced; name another file with --output") from None
    except (OSError, ValueError) as error:
        why = getattr(error, "strerror", None) or str(error)
        raise FileFailed(str(path), "unwritable", f"it cannot be written ({why})") from None


def check(
    file: str,
    mapping: str,
    /,
    *,
    rulebook: Books = (),
    stated_on: str | None = None,
    json: Json = False,
    strict: Strict = False,
) -> int:
    """Show what a mapping makes of a table, and what is wrong with either; nothing is stored.

    Parameters
    ----------
    file:
        The table.
    mapping:
        The mapping file.
    stated_on:
        The day as of which the table speaks.
    """
    books = books_in(rulebook)
    try:
        reader = mapped_reader(mapping, books)
    except DefectiveMapping as defective:
        choices = tuple(map(str, defective.faults))
        raise WrongUse(f"the mapping {mapping} is refused; {_number(len(choices))} in it:", choices) from None
    with working("reading"):
        document = source(Path(file), dated_on=day(stated_on) if stated_on else None)
        examined = reader.examine(reader.text(document))
    if json:
        for line in lines(examined, reader):
            out.json_line(line)
    else:
        tell(examined, reader, file)
    return PROBLEMS if examined.refused or (strict and examined.problems) else DONE


def _number(mistakes: int) -> str:
    return "1 mistake is" if mistakes == 1 else f"{mistakes} mistakes are"
