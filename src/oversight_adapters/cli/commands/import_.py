"""`oversight import`: documents into the record, each as one batch that `undo` can take back."""

from __future__ import annotations

from contextlib import AbstractContextManager, ExitStack

from oversight_adapters.cli import out
from oversight_adapters.cli.desk import exists, open_register
from oversight_adapters.cli.exits import DONE, PROBLEMS
from oversight_adapters.cli.lines import problem_line
from oversight_adapters.cli.options import DEFAULT_STORE, Json, Recorder, Store, Strict
from oversight_adapters.cli.progress import progress
from oversight_adapters.cli.reading import Unread, read_all, tell_unread
from oversight_adapters.cli.sources import paths
from oversight_core.moments import Moment
from oversight_core.reading import Reading
from oversight_core.register import Plan, Register


def import_(
    first: str,
    /,
    *more: str,
    store: Store = DEFAULT_STORE,
    dry_run: bool = False,
    stated_on: str = "",
    format: str = "",
    recorder: Recorder = "",
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
    """
    dated_on = Moment.parse(stated_on) if stated_on else None
    files = paths((first, *more))
    results = read_all(files, format=format, dated_on=dated_on)
    register: Register | None = None  # opened when there is something to write, not before
    code, problems = DONE, 0
    with ExitStack() as stack:
        for result in progress(results, "importing", total=len(files)):
            if isinstance(result, Unread):
                code, problems = max(code, result.exit), problems + 1
                tell_unread(result, json)
                continue
            register = register or stack.enter_context(_opened(store, dry_run, recorder))
            problems += len(result.problems)
            plan = register.take(result)
            batch = 0 if dry_run else register.apply(plan).batch
            _report(result, plan, batch, json, dry_run)
    return code or (PROBLEMS if strict and problems else DONE)


def _opened(store: str, dry_run: bool, recorder: str) -> AbstractContextManager[Register]:
    """The register to write to; for a dry run without a store, one in memory."""
    if dry_run and not exists(store):
        return open_register("memory:", recorder=recorder)
    return open_register(store, create=True, recorder=recorder)


def _report(reading: Reading, plan: Plan, batch: int, json: bool, dry_run: bool) -> None:
    name = reading.source.name if reading.source else plan.source
    if json:
        out.json_line(
            {
                "type": "import",
                "import": batch or None,
                "dry_run": dry_run,
                "name": name,
                "source": plan.source,
                "format": plan.format,
                "entries": len(plan.entries),
                "items": len(plan.batch),
                "known": plan.known,
                "unmapped": len(plan.unmapped),
                "problems": len(plan.problems),
            }
        )
        for problem in plan.problems:
            out.json_line(problem_line(problem, plan.source))
        return
    out.line(f"{name} ({plan.format}): {_result(plan, batch, dry_run)}")
    for problem in plan.problems:
        out.line(f"{problem.code}: {problem.message}", indent=2)
    for entry in plan.unmapped:
        out.line(f"unknown label kept as it stands: “{entry.label}” of {entry.item}", indent=2)
    if dry_run:
        for text in str(plan).splitlines()[1:]:
            out.line(text, indent=2)


def _result(plan: Plan, batch: int, dry_run: bool) -> str:
    known = f"; {plan.known} known already" if plan.known else ""
    if not plan.batch:
        return f"nothing new{known}"
    amount = f"{len(plan.entries)} entries about {len(plan.batch)} items"
    if dry_run:
        return f"would write {amount}{known}"
    return f"import {batch}, {amount}{known}; take it back with `oversight undo {batch}`"
