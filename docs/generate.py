"""Draws what the docs show of the tables: `python docs/generate.py`.  A test fails while a page is stale."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from oversight_core.rulebooks import BUILTIN
from oversight_core.rulebooks.canonical.position import POSITION
from oversight_core.rules import Lifecycle, RuleBook, to_matrix, to_mermaid

ROOT = Path(__file__).resolve().parent.parent
BEGIN = "<!-- drawn by docs/generate.py: do not edit -->"
END = "<!-- end of the drawing -->"

INTRODUCTION = f"""{BEGIN}

# Lifecycles

Every table that ships, drawn from its rows. An event names its outcome; whoever has one of the roles may act; what is
*required* must be shown, what is *expected* may be missing and is then listed. Each row cites where it comes from, with
what force, and how the provision was read.
"""


def fence(lifecycle: Lifecycle) -> str:
    """The table as a Mermaid picture."""
    return f"```mermaid\n{to_mermaid(lifecycle).strip()}\n```"


def section(lifecycle: Lifecycle) -> Iterator[str]:
    """One table: its states, its picture, its matrix, its rows."""
    yield f"### `{lifecycle.name}`, version {lifecycle.version}\n"
    yield f"Axis `{lifecycle.axis}`, beginning at `{lifecycle.initial}`.\n"
    yield from (f"`{state.name}`\n: {state.meaning}\n" for state in lifecycle.states)
    yield fence(lifecycle) + "\n"
    yield to_matrix(lifecycle).strip() + "\n"
    yield from rows(lifecycle)


def rows(lifecycle: Lifecycle) -> Iterator[str]:
    """Each row with its demands and its citations."""
    yield "| event | to | who | requires | expects | cites |\n|---|---|---|---|---|---|"
    for rule in lifecycle.rules:
        demands = map(", ".join, (rule.actors, rule.requires, rule.expects))
        yield row(f"`{rule.event}`", f"`{rule.target}`", *demands, "; ".join(map(str, rule.cites)))
    yield ""


def row(*cells: str) -> str:
    """A line of a Markdown table."""
    return "| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |"


def book(rulebook: RuleBook) -> Iterator[str]:
    """One rulebook: its tables."""
    if rulebook.lifecycles:
        yield f"## Rulebook `{rulebook.name}`, version {rulebook.version}\n"
        for lifecycle in rulebook.lifecycles:
            yield from section(lifecycle)


def page() -> str:
    """The reference page of every table."""
    return "\n".join([INTRODUCTION, *(line for rulebook in BUILTIN for line in book(rulebook))])


def readme(text: str) -> str:
    """The README with its picture drawn anew."""
    before, _, rest = text.partition(BEGIN)
    _, _, after = rest.partition(END)
    return f"{before}{BEGIN}\n{fence(POSITION)}\n{END}{after}"


def drawn() -> dict[Path, str]:
    """Each file that holds a drawing, as it should be."""
    front = ROOT / "README.md"
    return {
        front: readme(front.read_text(encoding="utf-8")),
        ROOT / "docs/reference/lifecycles.md": page(),
    }


if __name__ == "__main__":
    for path, text in drawn().items():
        path.write_text(text, encoding="utf-8")
