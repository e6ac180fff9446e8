"""The page on rulebook files tells every key there is, and the page that adds a body shows the file that is tested."""

from __future__ import annotations

import re
from pathlib import Path

from oversight_adapters.rulebooks import loading, parts, tables
from oversight_adapters.rulebooks.columns import CITATION

DOCS = Path(__file__).parents[2] / "docs"
KEYS = {
    "The file": loading.FILE,
    "Citations": CITATION,
    "Tables": tables.TABLE | tables.ROW,
    "Labels": parts.LABELS | parts.LABEL,
    "Clocks": parts.CLOCK,
    "Projections": parts.PROJECTION,
    "Notices": parts.NOTICE,
}


def test_the_page_tells_every_key() -> None:
    sections = (DOCS / "reference/rulebook-files.md").read_text("utf-8").split("\n## ")
    told = {
        title: set(re.findall(r"^\| `(\w+)` \|", text, re.MULTILINE))
        for title, _, text in (section.partition("\n") for section in sections)
        if title in KEYS
    }
    assert told == {title: set(keys) for title, keys in KEYS.items()}


def test_the_how_to_writes_the_file_of_the_example() -> None:
    page = (DOCS / "how-to/add-a-body.md").read_text("utf-8")
    pieces = re.findall(r'^[A-Z]+ = """\\?\n(.*?)^"""', page, re.MULTILINE | re.DOTALL)
    example = (DOCS / "examples/city.toml").read_text("utf-8")
    without_comments = re.sub(r"^#.*\n", "", example, flags=re.MULTILINE)
    assert "\n".join(pieces) == without_comments
