"""What an import wrote, or would write: what `import` and `demo` share."""

from __future__ import annotations

from collections.abc import Iterator

import attrs

from oversight_adapters.cli import out
from oversight_adapters.cli.lines import Line, problem_line
from oversight_adapters.cli.relisting import lists_nothing, since_last, told, warning
from oversight_core.ledger import Entry, Registered, Reported
from oversight_core.reading import Reading
from oversight_core.register import Plan, Register


@attrs.frozen
class Imported:
    """A reading, the plan made of it, and the batch that was written; 0 for a dry run and where nothing was new."""

    reading: Reading
    plan: Plan
    batch: int
    dry_run: bool = False
    changes: dict[str, int] | None = None  # since the listing before, where it is one

    @property
    def name(self) -> str:
        """The name of the document."""
        return self.reading.source.name if self.reading.source else self.plan.source

    @property
    def warning(self) -> str:
        """The code of what is odd about a page that was listed before; "" where nothing is."""
        if self.changes is None:
            return ""
        return warning(self.changes, self.reading, emptied=lists_nothing(self.reading))


def take(register: Register, reading: Reading, *, dry_run: bool = False) -> Imported:
    """Import a reading, or only plan to."""
    plan = register.take(reading)
    changes = since_last(register, reading)
    return Imported(reading, plan, 0 if dry_run else register.apply(plan).batch, dry_run, changes)


def lines(done: Imported) -> Iterator[Line]:
    """An import as lines of JSON; a dry run shows what it would write."""
    plan = done.plan
    yield {
        "type": "import",
        "import": done.batch or None,
        "dry_run": done.dry_run,
        "name": done.name,
        "source": plan.source,
        "format": plan.format,
        "entries": len(plan.entries),
        "items": len(plan.batch),
        "known": plan.known,
        "unmapped": len(plan.unmapped),
        "problems": len(plan.problems),
        "changes": done.changes,
        "warnings": [done.warning] if done.warning else [],
    }
    yield from (problem_line(problem, plan.source) for problem in plan.problems)
    if done.dry_run:
        yield from map(_planned, plan.entries)


def _planned(entry: Entry) -> Line:
    line: Line = {"type": "planned", "item": str(entry.item)}
    if isinstance(entry, Registered):
        return line | {"what": "described", "fields": list(entry.fields)}
    if isinstance(entry, Reported):
        return line | {"what": "reported", "axis": entry.axis, "status": entry.status, "label": entry.label}
    return line | {"what": type(entry).__name__.lower()}


def tell(done: Imported) -> None:
    """An import for people."""
    plan = done.plan
    out.line(f"{done.name} ({plan.format}): {_result(done)}")
    if done.changes is not None:
        out.line(told(done.changes, done.warning), indent=2)
    for problem in plan.problems:
        out.line(f"{problem.code}: {problem.message}", indent=2)
    for entry in plan.unmapped:
        out.line(f"unknown label kept as it stands: “{entry.label}” of {entry.item}", indent=2)
    if undated := sum(isinstance(entry, Reported) and entry.occurred_on is None for entry in plan.entries):
        out.line(_undated(undated, done), indent=2)
    if done.dry_run:
        for text in str(plan).splitlines()[1:]:
            out.line(text, indent=2)


def _undated(number: int, done: Imported) -> str:
    """What is without a day, and how to give it one: what is in the record already is not imported again."""
    what = "1 status has no day of its own and counts" if number == 1 else f"{number} statuses have no day and count"
    first = f"`oversight undo {done.batch}`, then import again" if done.batch else "import"
    return f"{what} from the day of recording; to give a day, {first} with --stated-on DAY"


def _result(done: Imported) -> str:
    plan = done.plan
    known = f"; {plan.known} known already" if plan.known else ""
    if not plan.batch:
        return f"nothing new{known}"
    amount = f"{_number(len(plan.entries), 'entry', 'entries')} about {_number(len(plan.batch), 'item', 'items')}"
    if done.dry_run:
        return f"would write {amount}{known}"
    return f"import {done.batch}, {amount}{known}; take it back with `oversight undo {done.batch}`"


def _number(number: int, one: str, more: str) -> str:
    return f"{number} {one if number == 1 else more}"
