"""Draws the crosswalk between the vocabularies of bodies, for its own page and for the glossary."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from operator import itemgetter

from rulebook_pages import grid

from oversight_core.rulebooks import BUILTIN
from oversight_core.rules import Projection


def projected(axis: str) -> Iterator[tuple[str, Mapping[str, Projection | None]]]:
    """Each status of ours for which some body has a word, and what comes nearest with each body that speaks there."""
    books = [book for book in BUILTIN if any(p.axis == axis for p in book.projections)]
    for state in dict.fromkeys(s for b in BUILTIN for t in b.lifecycles if t.axis == axis for s in t.state_names):
        found = {
            book.name: next((p for p in book.projections if p.axis == axis and state in p.statuses), None)
            for book in books
        }
        if any(found.values()):
            yield state, found


def nearest(axis: str) -> Iterator[str]:
    """The table of an axis: our statuses, and beside each the nearest word of each body."""
    cells = dict(projected(axis))
    bodies = next(iter(cells.values()))
    rows = (
        (f"`{state}`", *(f"{p.label}{' ~' if p.lost else ''}" if p else "–" for p in found.values()))
        for state, found in cells.items()
    )
    yield from grid(("ours", *(f"[{name}](rulebooks/{name}.md)" for name in bodies)), rows)


def covering(axis: str) -> Iterator[str]:
    """The labels that mean a whole group of our statuses, and nothing on another axis."""
    rows: list[tuple[str, str, str]] = []
    for book in BUILTIN:
        groups = {group.name for table in book.lifecycles if table.axis == axis for group in table.groups}
        for words in book.vocabularies:
            for mapping in words.rows:
                (on, status), *others = mapping.targets
                if on == axis and status in groups and not others:
                    rows.append((f"group `{status}`", words.publisher, mapping.label))
    rows.sort(key=itemgetter(0))
    yield from grid(("ours", "whose", "label"), rows)


def words_beside_ours() -> str:
    """What the glossary shows of positions and oversight statuses: the tables of the crosswalk."""
    parts = ["### Positions\n", *nearest("position"), "### Oversight statuses\n", *nearest("oversight_status")]
    parts += ["A label that covers several states means their group:\n", *covering("oversight_status")]
    return "\n".join(parts).strip()


def crosswalk() -> str:
    """Our statuses, and the word of each body that comes nearest; what is marked loses something."""
    lines = ["# Crosswalk\n", CROSSWALK]
    axes = dict.fromkeys(p.axis for book in BUILTIN for p in book.projections)
    for axis in axes:
        lines.append(f"## {axis.replace('_', ' ').capitalize()}\n")
        lines += nearest(axis)
        lost = [
            (f"`{state}`", name, p.label, p.lost)
            for state, found in projected(axis)
            for name, p in found.items()
            if p is not None and p.lost
        ]
        if lost:
            lines.append("What is lost:\n")
            lines += grid(("ours", "body", "its word", "what it does not say"), lost)
    lines.append("## What each label says\n")
    labels = (
        (m.label, m.code, b.name, ", ".join(f"{axis} `{to}`" for axis, to in m.targets), m.note if m.lossy else "")
        for b in BUILTIN
        for words in b.vocabularies
        for m in words.rows
    )
    lines += grid(("label", "code", "whose", "means", "differs"), labels)
    return "\n".join(lines)


CROSSWALK = """Our statuses, and beside each the word of a body that comes nearest to it. A word with ~ says something
else, and what is lost stands below; a dash means that the body has no word for it, or does not speak of it at all. A
body's word never stands alone: the record keeps it beside ours. The words are the bodies' own; that one comes nearest
is our convention, unless its rulebook's page says what it rests on.
"""
