"""`oversight export`: the record in another format; a file is whole or is not there."""

from __future__ import annotations

import sys

from oversight_adapters.cli import out
from oversight_adapters.cli.desk import adapters, open_register
from oversight_adapters.cli.exits import FileFailed, WrongUse
from oversight_adapters.cli.options import DEFAULT_STORE, PRESENT, Dates, Json, Store
from oversight_adapters.cli.progress import working
from oversight_adapters.cli.targets import not_a_database, not_the_record
from oversight_adapters.writers.files import UnwritableFile, write_file
from oversight_core.moments import NOW


def export(
    format: str,
    /,
    *,
    output: str | None = None,
    store: Store = DEFAULT_STORE,
    dates: Dates = PRESENT,
    json: Json = False,
) -> None:
    """Write the record in another format, on standard output or into a file.

    Parameters
    ----------
    format:
        One of the writers in `oversight adapters`, such as jsonlines, markdown, csv or summary.
    output:
        The file; it is replaced only when all of it is written.  What is no regular file, such as a pipe, is written
        directly; a database is not replaced.
    """
    kind = adapters().writers[format]
    as_of = dates.moments()
    if as_of != NOW and not kind.dated:
        raise WrongUse(f"{format} writes every entry, whatever the date; leave the dates out or choose another format")
    if json and not output:
        raise WrongUse("--json tells of the file that is written; name one with --output")
    if output:
        not_the_record(output, store)
        not_a_database(output)
    writer = adapters().writer(format, as_of)
    with open_register(store) as register:
        if not output:
            writer.write(register, sys.stdout)
            return
        try:
            with working("writing"):
                write_file(writer, register, output)
        except UnwritableFile as error:
            raise FileFailed(error.path, "unwritable", f"it cannot be written ({error.why})") from None
    if json:
        out.json_line({"type": "export", "format": format, "output": output})
    else:
        out.line(f"{output} is written")
