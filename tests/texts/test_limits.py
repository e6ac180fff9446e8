"""The page of limits says what the limits are."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path

import pytest

PAGE = (Path(__file__).parents[2] / "docs/reference/limits.md").read_text(encoding="utf-8")
LIMITS = {
    "archive": ("MOST_MEMBERS", "LARGEST_CONTENT", "LARGEST_RATIO"),
    "flat": ("MOST_NESTED",),
    "grid": ("MOST_ROWS", "MOST_COLUMNS", "MOST_CELLS"),
    "html": ("LARGEST",),
    "json_rows": ("MOST_NESTED", "MOST_BAD_LINES"),
    "nesting": ("MOST_TAGS", "MOST_OPTIONS", "MOST_ATTRIBUTES"),
    "old_workbook": ("LARGEST",),
    "pdf": ("LARGEST", "MOST_PAGES", "MOST_TEXT"),
    "pdf_size": ("LARGEST_UNPACKED", "MOST_LETTERS"),
    "plain": ("LARGEST",),
    "quotes": ("MOST_FAULTS",),
}


@pytest.mark.parametrize(
    ("module", "limit"), [(module, limit) for module, limits in LIMITS.items() for limit in limits]
)
def test_the_page_of_limits_tells_each(module: str, limit: str) -> None:
    value = getattr(import_module(f"oversight_adapters.texts.{module}"), limit)
    assert f"{value:,}" in PAGE
