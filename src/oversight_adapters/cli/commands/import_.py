"""`oversight import`: documents into the record, each as one batch that `undo` can take back."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import AbstractContextManager, ExitStack

from oversight_adapters.cli import out
from oversight_adapters.cli.desk import exists, open_register
from oversight_adapters.cli.exits import DONE, PROBLEMS
from oversight_adapters.cli.imports import lines, take, tell
from oversight_adapters.cli.mappings import reader_for
from oversight_adapters.cli.options import DEFAULT_STORE, Books, Json, Recorder, Store, Strict, day
from oversight_adapters.cli.progress import progress
from oversight_adapters.cli.reading import Unread, read_all, tell_unread
from oversight_adapters.cli.sources import documents_in
from oversight_adapters.cli.tables import books_in
from oversight_core.register import Register
from oversight_core.rules import RuleBook


def import_(
    first: str,
    /,
    *more: str,
    store: Store = DEFAULT_STORE,
    dry_run: bool = False,
    stated_on: str | None = None,
    format: str | None = None,
    mapping: str | None = None,
    rulebook: Books = (),
    recorder: Recorder = None,
    json: Json = False,
    strict: Strict = False,
) -> int:
    """Read documents into the record, each as one batch: all of it or nothing.

    Parameters
    ----------
    first:
        A document, or a folder of them.
    more:
        More of the same.
    dry_run:
        Show what would be written, and write nothing.
    stated_on:
        The day as of which the documents speak, such as the day a page was saved.
    format:
        Which reader reads; without it, the one that recognises the document.
    mapping:
        A mapping file by which tables are read; see `oversight mapping guess`.
    """
    dated_on = day(stated_on) if stated_on else None
    books = books_in(rulebook)
    mapped = reader_for(mapping, format, books)
    files = documents_in((first, *more), besides=mapping)
    results = read_all(files, format=format, dated_on=dated_on, mapped=mapped)
    books += [mapped.mapping.rulebook()] if mapped else []
    register: Register | None = None  # opened when there is something to write, not before
    code, problems = DONE, 0
    with ExitStack() as stack:
        for result in progress(results, "importing", total=len(files)):
            if isinstance(result, Unread):
                code, problems = max(code, result.exit), problems + 1
                tell_unread(result, json)
                continue
            register = register or stack.enter_context(_opened(store, dry_run, recorder, books))
            problems += len(result.problems)
            done = take(register, result, dry_run=dry_run)
            if not json:
                tell(done)
                continue
            for line in lines(done):
                out.json_line(line)
    return code or (PROBLEMS if strict and problems else DONE)


def _opened(
    store: str, dry_run: bool, recorder: str | None, books: Sequence[RuleBook]
) -> AbstractContextManager[Register]:
    """The register to write to; for a dry run without a store, one in memory."""
    if dry_run and not exists(store):
        return open_register("memory:", create=True, recorder=recorder, books=books)
    return open_register(store, create=True, recorder=recorder, books=books)
