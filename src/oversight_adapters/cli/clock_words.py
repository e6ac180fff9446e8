"""A clock in words: how long after what, for which items, and what meets it."""

from __future__ import annotations

from collections.abc import Iterator

from oversight_adapters.writers.wording import words
from oversight_core.rules import Bound, Clock


def details(clock: Clock) -> Iterator[tuple[str, str]]:
    """What a row says, each part under its name; what it does not say is left out."""
    parts = (
        ("meaning", clock.means),
        ("who must act", clock.duty_holder),
        ("by when", length(clock)),
        ("counted from", (" and " if clock.between else ", else ").join(clock.starts_on)),
        ("start", "somewhere between these, so that the answer is a range" if clock.between else ""),
        ("runs for", _items(clock)),
        ("calendar", clock.calendar),
        ("month end", str(clock.month_end or "")),
        ("time zone", clock.time_zone),
        ("met by", ", ".join(clock.met_by)),
        ("stops on", ", ".join(clock.stops_on)),
        ("in force", _in_force(clock)),
    )
    return ((name, said) for name, said in parts if said)


def length(clock: Clock) -> str:
    """How long it runs, and whether it begins again.

    >>> from oversight_core.rules import Citation
    >>> act = Citation("31 U.S.C. 720(b)", "statute", "agencies", "second hand", "a copy")
    >>> length(Clock("statement", "issued_on", 181, "days", "agency", act, calendar="plain", kinds="document",
    ...     bound="before"))
    'before day 181'
    """
    if clock.length is None:
        return f"on the day that the item states in {words(clock.stated_in)}"
    unit = str(clock.unit)
    many = f"{clock.length} {unit if clock.length != 1 else unit.removesuffix('s')}"
    if clock.awaits:
        return f"at {'every' if clock.repeats else 'the first'} {words(clock.awaits)} after {many}"
    if clock.first is not None:
        return f"after {clock.first}, {clock.length} and then every {clock.length} {unit}"
    said = f"before {unit.removesuffix('s')} {clock.length}" if clock.bound is Bound.BEFORE else f"within {many}"
    more = (
        f" in any {clock.window} days" if clock.window else "",
        ", again and again" if clock.repeats else "",
        f", after the end of each {clock.each}" if clock.each else "",
    )
    return said + "".join(more)


def _items(clock: Clock) -> str:
    values: dict[str, list[str]] = {}
    for field, worth in clock.where:
        values.setdefault(field, []).append(worth or "not stated")
    where = " and ".join(f"{words(field)} is {' or '.join(worths)}" for field, worths in values.items())
    return " or ".join(map(words, clock.kinds)) + (f" whose {where}" if where else "")


def _in_force(clock: Clock) -> str:
    first, last = clock.in_force_from, clock.in_force_to
    parts = (f"for starts from {first}" if first else "", f"for starts to {last}" if last else "")
    return ", ".join(filter(None, parts))
