"""Draws what the docs show of the tables and commands: `python docs/generate.py`.  A test fails on a stale page."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import attrs

from oversight_adapters.cli.app import COMMANDS, RULES
from oversight_core.entities import KINDS
from oversight_core.ledger import Retracted
from oversight_core.names import Actor
from oversight_core.provenance import Excerpt
from oversight_core.rulebooks import BUILTIN
from oversight_core.rulebooks.canonical.implementation import IMPLEMENTATION
from oversight_core.rules import Exhibit, Lifecycle, RuleBook, Vocabulary, to_matrix, to_mermaid, to_rows

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
    for group in lifecycle.groups:
        yield f"`{group.name}`, a group\n: {group.meaning}: {', '.join(f'`{state}`' for state in group.states)}\n"
    yield fence(lifecycle) + "\n"
    yield to_matrix(lifecycle).strip() + "\n"
    yield to_rows(lifecycle).strip() + "\n"


def row(*cells: str) -> str:
    """A line of a Markdown table."""
    return "| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |"


def vocabulary(words: Vocabulary) -> Iterator[str]:
    """A body's labels, and what each means on our axes."""
    yield f"### Labels `{words.name}`, as {words.publisher} prints them\n"
    yield "| label | means | note |\n|---|---|---|"
    for mapping in words.rows:
        means = ", ".join(f"{axis} `{status}`" for axis, status in mapping.targets)
        yield row(mapping.label, means, f"differs: {mapping.note}" if mapping.lossy else mapping.note)
    yield ""


def book(rulebook: RuleBook, shown: list[Lifecycle]) -> Iterator[str]:
    """One rulebook: the tables that no book before it has shown, and its vocabularies."""
    yield f"## Rulebook `{rulebook.name}`, version {rulebook.version}: {rulebook.title}\n"
    yield from (f"{part}\n" for part in (rulebook.note, shared(rulebook, shown)) if part)
    for lifecycle in rulebook.lifecycles:
        if lifecycle not in shown:
            shown.append(lifecycle)
            yield from section(lifecycle)
    for words in rulebook.vocabularies:
        yield from vocabulary(words)


def shared(rulebook: RuleBook, shown: list[Lifecycle]) -> str:
    """Which of its tables stand in a book above."""
    names = ", ".join(f"`{table.name}`" for table in rulebook.lifecycles if table in shown)
    return f"Of the tables above it uses {names}." if names else ""


def page() -> str:
    """The reference page of every table."""
    shown: list[Lifecycle] = []
    return "\n".join([INTRODUCTION, *(line for rulebook in BUILTIN for line in book(rulebook, shown))])


def commands() -> str:
    """Every command with its sentence."""
    named = [*COMMANDS, *((f"rules {name}", home, means) for name, home, means in RULES)]
    return "\n".join(["| command | does |\n|---|---|", *(row(f"`{name}`", means) for name, _, means in named)])


def forgotten() -> str:
    """What of each kind of thing is words, and what stays."""
    rows = ["| of | is forgotten | stays |\n|---|---|---|"]
    kinds = {**KINDS, "an actor": Actor, "an excerpt": Excerpt, "an exhibit": Exhibit, "a retraction": Retracted}
    for name, kind in sorted(kinds.items()):
        fields = [field for field in attrs.fields(kind) if field.name not in ("item", "excerpts")]
        words = [field.name for field in fields if field.metadata.get("content")]
        stays = [field.name for field in fields if field.name not in words]
        rows.append(row(name, *(", ".join(names).replace("_", " ") or "—" for names in (words, stays))))
    return "\n".join(rows)


def redrawn(page: Path, drawing: str) -> str:
    """A page with the drawing in it made anew."""
    before, _, rest = page.read_text(encoding="utf-8").partition(BEGIN)
    _, _, after = rest.partition(END)
    return f"{before}{BEGIN}\n\n{drawing}\n\n{END}{after}"


def drawn() -> dict[Path, str]:
    """Each file that holds a drawing, as it should be."""
    front, command_line = ROOT / "README.md", ROOT / "docs/reference/cli.md"
    forgetting = ROOT / "docs/explanation/forgetting.md"
    return {
        front: redrawn(front, fence(IMPLEMENTATION)),
        command_line: redrawn(command_line, commands()),
        forgetting: redrawn(forgetting, forgotten()),
        ROOT / "docs/reference/lifecycles.md": page(),
    }


if __name__ == "__main__":
    for path, text in drawn().items():
        path.write_text(text, encoding="utf-8")
