"""What Datasette shows beside the views of `record.db`: their columns explained, facets, and questions to click on.

``python docs/examples/datasette_metadata.py`` writes it anew from the pages of the documentation.
"""

import json
import re
from pathlib import Path
from typing import Any

DOCS = Path(__file__).resolve().parents[1]
METADATA = DOCS / "examples/datasette.json"

FACETS = {
    "recommendations": ("oversight_status", "position", "addressee"),
    "statuses": ("axis", "status"),
    "periods": ("axis", "basis", "status"),
    "entries": ("kind", "axis", "recorder"),
}
QUESTION = re.compile(r"^### (.+)\n(?:(?!###).*\n)*?```sql\n((?:(?!```).*\n)*)```", flags=re.MULTILINE)


def plain(text: str) -> str:
    """Markdown as text."""
    return re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", text).replace("`", "").replace("*", "")


def views(page: str) -> dict[str, Any]:
    """Each view with its sentence and its columns."""
    found = {}
    for section in re.split(r"^### ", page, flags=re.MULTILINE)[1:]:
        name, _, rest = section.partition("\n")
        sentence = rest.strip().partition("\n\n")[0].replace("\n", " ")
        columns = re.findall(r"^\| `(\w+)` \| (.*) \| (.*) \| .* \|$", rest, flags=re.MULTILINE)
        explained = {column: plain(f"{what} ({_empty(empty)})") for column, what, empty in columns}
        view = name.strip("`")
        found[view] = {"description": plain(sentence), "facets": [*FACETS[view]], "columns": explained}
    return found


def _empty(where: str) -> str:
    return "never empty" if where == "never" else f"empty: {where}"


def hidden(page: str) -> dict[str, Any]:
    """The tables beneath the views, out of sight."""
    beneath = page.partition("## What lies beneath")[2].partition("`application_id`")[0]
    rows = re.findall(r"^\| (`.*`) \|", beneath, flags=re.MULTILINE)
    return {name: {"hidden": True} for name in re.findall(r"`(\w+)`", " ".join(rows))}


def questions(page: str) -> dict[str, Any]:
    """The worked questions, as queries with a name."""
    return {
        re.sub(r"\W+", "-", title.lower()).strip("-"): {"title": title, "sql": sql.strip()}
        for title, sql in QUESTION.findall(page)
    }


def metadata() -> str:
    """The whole file."""
    reference, asking = (
        (DOCS / page).read_text(encoding="utf-8") for page in ("reference/sqlite.md", "how-to/ask-in-sql.md")
    )
    database = {"tables": views(reference) | hidden(reference), "queries": questions(asking)}
    whole = {"title": "Oversight record", "databases": {"record": database}}
    return json.dumps(whole, indent=2, ensure_ascii=False) + "\n"


if __name__ == "__main__":
    METADATA.write_text(metadata(), encoding="utf-8")
