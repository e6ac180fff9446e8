"""Columns as a mapping names them: a plain name where that is enough, else a table that says more."""

from __future__ import annotations

import html

from oversight_adapters.readers.mapped_table.forms import PLAIN
from oversight_adapters.readers.mapped_table.guess.columns import Column
from oversight_adapters.readers.mapped_table.guess.fitting import NO, YES
from oversight_adapters.readers.mapped_table.guess.page import Page, Value, toml
from oversight_adapters.readers.mapped_table.telling import quoted

_YES, _NO = ("yes", "y", "true"), ("no", "n", "false")  # what a mapping reads without being told


def pick_of(column: Column, **more: Value) -> Value:
    """Where a value comes from; escapes such as `&amp;` that stand in the column are undone.

    >>> pick_of(Column(1, "Agency", 0, {2: "ICE"})), pick_of(Column(1, "Topic", 2, {2: "R&amp;D"}))
    ('Agency', {'column': 'Topic', 'position': 2, 'unescape': 'html'})
    """
    keys: dict[str, Value] = {"column": column.name}
    if column.position:
        keys["position"] = column.position
    if column.optional:
        keys["optional"] = True
    if any("&" in words and html.unescape(words) != words for words in column.words):
        keys["unescape"] = "html"
    keys |= more
    return column.name if len(keys) == 1 else keys


def readable(column: Column | None) -> bool:
    """Whether a column holds dates that can be read in one way only."""
    dates = column.dates if column else None
    return dates is not None and not dates.rivals


def write_date(page: Page, key: str, column: Column, doubt: str = "") -> None:
    """A key that reads a date; a doubt instead, where its words can be read as different days."""
    dates = column.dates
    if dates is None:
        return
    if dates.rivals:
        first, second = dates.rivals
        example = quoted(next(iter(column.words)))
        line = f"{key} = {toml({'column': column.name, 'dates': first})}"
        why = f"{quoted(column.name)} could be {first} or {second} ({example})"
        page.note("doubt", f"{key} is not mapped, {why}; write {line}, or {second}")
        return
    doubts = [doubt] if doubt else []
    if dates.unread:
        doubts.append(f"{', '.join(map(quoted, dates.unread[:5]))} cannot be read as a date")
    if len(dates.forms) > 1:
        doubts.append(f"dates of {len(dates.forms)} forms stand in this column")
    plain = set(dates.forms) <= set(PLAIN)
    page.key(key, pick_of(column) if plain else pick_of(column, dates=dates.forms), "; ".join(doubts))


def yes_no_of(column: Column) -> Value:
    """A column of yes and no, with its own words for them where they are unusual."""
    used = {word.strip().casefold() for word in column.words}
    if used <= {*_YES, *_NO}:
        return pick_of(column)
    said: dict[str, Value] = {key: tuple(sorted(used & {*words})) for key, words in (("yes", YES), ("no", NO))}
    return pick_of(column, **{key: words for key, words in said.items() if words})
