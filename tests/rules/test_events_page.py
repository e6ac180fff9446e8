"""The page that sets the usual events beside ours names every event of every table, and no other."""

import re
from pathlib import Path

from oversight_core.rulebooks import BUILTIN

PAGE = Path(__file__).resolve().parents[2] / "docs/reference/events.md"
ROW = re.compile(r"^\| [^|]+ \| `(\w+)`[^|]*\| `(\w+)`", re.MULTILINE)


def test_the_page_names_every_event_with_its_outcome():
    sections = re.split(r"^##+ .*\(`(\w+)`\)\n", PAGE.read_text(encoding="utf-8"), flags=re.MULTILINE)[1:]
    shown = {name: set(ROW.findall(text)) for name, text in zip(sections[::2], sections[1::2], strict=True)}
    tables = {table.name: table for book in BUILTIN for table in book.lifecycles}
    assert shown == {name: {(rule.event, rule.target) for rule in table.rules} for name, table in tables.items()}
