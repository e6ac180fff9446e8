"""Why no clock runs: nothing was known by the dates that were asked for, or nothing is governed by what was named."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from oversight_adapters.cli.seen import View
from oversight_core.moments import AsOf


def why_none_runs(view: View, as_of: AsOf, *, kind: str | None, rulebook: str) -> Iterator[str]:
    """What there is none of, in a sentence, then what it comes from."""
    governed = [case for case in view.cases.values() if not rulebook or case.rulebook == rulebook]
    if view.cases and not governed:
        yield f"no item that the record held by {as_of.on} is governed by {rulebook}, so none of its clocks runs"
        yield (
            f'an import makes such items by a mapping with rulebook = "{rulebook}" or issuer = "{rulebook}"; give a '
            "rulebook in a file to the import as well, with --rulebook FILE.toml"
        )
        return
    clock = f"no clock of {rulebook}" if rulebook else "no clock"
    yield f"{clock} runs for {f'any {kind} that' if kind else 'what'} the record held by {as_of.on}"
    if not view.order:
        yield "the record is empty; `oversight import FILE` fills it"
    elif not view.cases:
        yield _nothing_known(as_of)


def _nothing_known(as_of: AsOf) -> str:
    """What a record with entries cannot have held, by the dates that were asked for."""
    by = as_of.recorded_by
    when = f"{by:%Y-%m-%d %H:%M} UTC" if isinstance(by, datetime) else f"entry {by}"
    limits = (
        f"stated by {as_of.stated_by}" if as_of.stated_by else "",
        f"recorded by {when}" if by is not None else "",
    )
    if limited := " and ".join(filter(None, limits)):
        return f"nothing of it that counts by {as_of.on} had been {limited}"
    return "it held nothing then; a document counts from its import, or from the day in --stated-on"
