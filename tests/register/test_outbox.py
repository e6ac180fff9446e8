"""The recipes for a host with a database of its own: killed before any of their lines, they lose and double nothing."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


@pytest.mark.skipif(not hasattr(os, "fork"), reason="this system cannot fork")
@pytest.mark.parametrize(("recipe", "least"), [("follow", 15), ("carry_out", 25)])
def test_killed_before_any_line_it_loses_and_doubles_nothing(recipe: str, least: int, tmp_path: Path) -> None:
    command = [sys.executable, ROOT / "tests/register/killing.py", ROOT / "docs/how-to/share-a-transaction.md"]
    ran = subprocess.run([*command, recipe, tmp_path], capture_output=True, text=True, check=False)
    assert ran.returncode == 0, ran.stderr
    assert int(ran.stdout) > least
