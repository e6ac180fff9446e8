"""Writes the JSON Schema of what is stored: `python docs/schemas.py`.  A test fails on a stale file."""

from __future__ import annotations

import json
from pathlib import Path

from oversight_adapters.codec.schema import schema

PUBLISHED = Path(__file__).resolve().parent / "reference" / "schema" / "payload.json"


def published() -> str:
    """The file as it should be."""
    return json.dumps(schema(), indent=2, ensure_ascii=False) + "\n"


if __name__ == "__main__":
    PUBLISHED.parent.mkdir(exist_ok=True)
    PUBLISHED.write_text(published(), encoding="utf-8")
