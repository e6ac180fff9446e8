"""Draws what the docs show of tables, commands and laws, and lists the pages: `python docs/generate.py`.

A test fails on a stale page.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from fnmatch import fnmatch
from pathlib import Path

import attrs
from crosswalk_page import crosswalk, words_beside_ours
from rulebook_pages import fence, pages, row

from oversight_adapters.cli.app import COMMANDS, RULES
from oversight_adapters.plugins.formats import FORMATS
from oversight_core.entities import KINDS
from oversight_core.ledger import Retracted
from oversight_core.names import Actor
from oversight_core.provenance import Excerpt
from oversight_core.rulebooks.canonical.implementation import IMPLEMENTATION
from oversight_core.rules import Exhibit
from oversight_core.testing.laws import LAWS
from oversight_core.testing.laws.structure import REMEDIES, slug

ROOT = Path(__file__).resolve().parent.parent
DOCS = ROOT / "docs"
BEGIN = "<!-- drawn by docs/generate.py: do not edit -->"
END = "<!-- end of the drawing -->"


def commands() -> str:
    """Every command with its sentence."""
    named = [*COMMANDS, *((f"rules {name}", home, means) for name, home, means in RULES)]
    return "\n".join(["| command | does |\n|---|---|", *(row(f"`{name}`", means) for name, _, means in named)])


FILES = {"document": "plain text, web page, PDF, Word document", "table": "CSV, TSV, JSON, JSON Lines, `.xlsx`, `.xls`"}
"""As what a format comes, by the text that its reader reads; as JSON where that is one of its own."""


def formats() -> str:
    """Every format, with a link to its page."""
    listed = sorted(FORMATS, key=lambda one: one.name)
    rows = (row(f"[`{one.name}`](formats/{one.name}.md)", one.title, FILES.get(one.text, "JSON")) for one in listed)
    return "\n".join(["| format | what it is | comes as |\n|---|---|---|", *rows])


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


def laws() -> str:
    """Every law of a table: what is said where it is broken, or what holds, and what to do."""
    flaws = [row(f"`{slug(flaw)}`", re.sub(r"\{\d(!r)?\}", "…", flaw), remedy) for flaw, remedy in REMEDIES.items()]
    holds = [row(f"`{law.name}`", law.says, law.remedy) for law in LAWS]
    heads = ("| law | what it finds | what to do |", "| law | what holds | what to do |")
    return "\n\n".join(
        "\n".join([head, "|---|---|---|", *rows]) for head, rows in zip(heads, (flaws, holds), strict=True)
    )


def sections() -> Iterator[tuple[str, list[str]]]:
    """Each toctree of the front page: its caption, and the pages in it."""
    left = {path.relative_to(DOCS).with_suffix("").as_posix() for path in DOCS.rglob("*.md")}
    for block in re.findall(r"(?ms)^```\{toctree\}\n(.*?)^```", (DOCS / "index.md").read_text(encoding="utf-8")):
        pages: list[str] = []
        for entry in re.findall(r"(?m)^[^:\n].*$", block):
            pages += sorted(page for page in left if fnmatch(page, entry))
            left -= set(pages)
        caption = re.search(r"(?m)^:caption: (.*)$", block)
        yield caption[1] if caption else "", pages


def told(page: str) -> tuple[str, str]:
    """The title of a page, and of its first paragraph the sentence that says what this page does, or else the first."""
    title, *parts = re.split(r"\n{2,}", (DOCS / f"{page}.md").read_text(encoding="utf-8").replace(BEGIN, "").strip())
    paragraph = next(part for part in parts if re.match(r"[\w`*\[]", part))
    plain = re.sub(r"\[([^\]]*)\]\([^)]*\)|\{\w+\}(`\S+) <\S+>", r"\1\2", " ".join(paragraph.split()))
    sentences = re.split(r"(?<=[.:?])(?<!\.[A-Z]\.)\*?\s+(?=[A-Z(`*])", plain)
    says = next((one for one in sentences if one.startswith("This page ")), sentences[0])
    return title.removeprefix("# "), says.rstrip(":")


def llms() -> str:
    """The list of all pages for programs that read them, in the form of llmstxt.org."""
    title, summary = told("index")
    lines = [f"# {title}\n\n> {summary}"]
    for caption, listed in sections():
        lines.append(f"\n## {caption}\n")
        lines += [f"- [{title}]({page}.md): {sentence}" for page in listed for title, sentence in [told(page)]]
    return "\n".join(lines) + "\n"


def redrawn(page: Path, drawing: str) -> str:
    """A page with the drawing in it made anew."""
    before, _, rest = page.read_text(encoding="utf-8").partition(BEGIN)
    _, _, after = rest.partition(END)
    return f"{before}{BEGIN}\n\n{drawing}\n\n{END}{after}"


def drawn() -> dict[Path, str]:
    """Each file that holds a drawing, as it should be."""
    front, command_line = ROOT / "README.md", DOCS / "reference/cli.md"
    forgetting, proving = DOCS / "explanation/forgetting.md", DOCS / "how-to/property-test-your-table.md"
    glossary, read = DOCS / "reference/glossary.md", DOCS / "reference/formats.md"
    return {
        front: redrawn(front, fence(IMPLEMENTATION)),
        command_line: redrawn(command_line, commands()),
        forgetting: redrawn(forgetting, forgotten()),
        proving: redrawn(proving, laws()),
        glossary: redrawn(glossary, words_beside_ours()),
        read: redrawn(read, formats()),
        DOCS / "reference/crosswalk.md": f"{BEGIN}\n\n{crosswalk()}",
        **{DOCS / f"reference/{name}.md": f"{BEGIN}\n\n{text}" for name, text in pages().items()},
        DOCS / "llms.txt": llms(),
    }


if __name__ == "__main__":
    (DOCS / "reference/rulebooks").mkdir(exist_ok=True)
    for file, text in drawn().items():
        file.write_text(text, encoding="utf-8")
