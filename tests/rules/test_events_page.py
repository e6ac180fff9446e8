"""The page that sets the usual events beside ours names every event of every table, and no other."""

import re
from pathlib import Path

from oversight_core.rulebooks import BUILTIN

PAGE = Path(__file__).resolve().parents[2] / "docs/reference/events.md"
ROW = re.compile(r"^\| [^|]+ \| `(\w+)`[^|]*\| `(\w+)`", re.MULTILINE)
HEADING = re.compile(r"^##+ .*\((`\w+`(?:, `\w+`)*)\)\n", re.MULTILINE)
"""Tables that differ only in what they rest on stand under one heading."""


def test_the_page_names_every_event_with_its_outcome():
    _, *sections = HEADING.split(PAGE.read_text(encoding="utf-8"))
    shown = {
        name: set(ROW.findall(text))
        for names, text in zip(sections[::2], sections[1::2], strict=True)
        for name in re.findall(r"\w+", names)
    }
    tables = {table.name: table for book in BUILTIN for table in book.lifecycles}
    assert shown == {name: {(rule.event, rule.target) for rule in table.rules} for name, table in tables.items()}
