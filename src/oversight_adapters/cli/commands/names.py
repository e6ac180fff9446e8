"""`oversight names`: whom or what a name means, exactly, or what it may mean."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from oversight_adapters.cli import out
from oversight_adapters.cli.exits import DONE, PROBLEMS, WrongUse
from oversight_adapters.cli.options import Json, day
from oversight_adapters.readers.identity import BUILTIN, Known, Proposal, propose

MOST = 100  # proposals that may be asked for


def names(name: str, /, *, on: str | None = None, limit: int = 5, json: Json = False) -> int:
    """Show what a name means by the tables of names, or what it may mean, with scores.

    Only the exact row is an answer.  Where there is none, exit code 1, names that look alike are proposed, and never
    applied.

    Parameters
    ----------
    name:
        The name of an organisation, facility or programme, or a short form of one.
    on:
        The day on which it went by that name; at any time unless you say.
    limit:
        How many names are proposed at most.
    """
    if not 1 <= limit <= MOST:
        raise WrongUse(f"--limit {limit}: give a number from 1 to {MOST}")
    known = BUILTIN.resolve(name, on=day(on).latest if on else None)
    if known:
        _show(known, json)
        return DONE
    for proposal in propose(name, BUILTIN.every_name(), limit=limit):
        _propose(proposal, json)
    if not json:
        out.line("no row goes by exactly this name; what is proposed only looks alike")
    return PROBLEMS


def _show(known: Known, json: bool) -> None:
    if json:
        out.json_line({"type": "name", **dict(_facts(known))})
        return
    for key, value in _facts(known):
        out.line(f"{key}: {', '.join(value) if isinstance(value, list) else value}")


def _facts(known: Known) -> Iterator[tuple[str, Any]]:
    """What a row tells, without what it does not."""
    told = {
        "item": str(known.item),
        "name": known.name,
        "aliases": [alias.name for alias in known.aliases],
        "city": known.city,
        "state": known.state,
        "codes": list(known.codes),
        "parent": str(known.parent or ""),
        "existed": str(known.existed or ""),
        "successor": str(known.successor or ""),
        "source": known.source,
    }
    return ((key, value) for key, value in told.items() if value)


def _propose(one: Proposal, json: bool) -> None:
    items = [str(known.item) for known in BUILTIN.all_named(one.match)]
    if json:
        out.json_line({"type": "proposal", "name": one.name, "match": one.match, "score": one.score, "items": items})
    else:
        out.line(f"{one.score:.1f} {one.match}: {' '.join(items)}")
