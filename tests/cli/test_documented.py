"""The reference names every command, every option and every kind of line."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from tests.cli.conftest import Run

from oversight_adapters.cli.app import COMMANDS, MAPPING, PHRASES, RULES
from oversight_adapters.cli.exits import DONE, FAILED, PROBLEMS, WRONG_USE

REFERENCE = Path(__file__).resolve().parents[2] / "docs" / "reference"
PAGE = (REFERENCE / "cli.md").read_text(encoding="utf-8")
GROUPS = (("mapping", MAPPING), ("phrases", PHRASES), ("rules", RULES))
ALL = [(name,) for name, _, _ in COMMANDS] + [(group, row[0]) for group, rows in GROUPS for row in rows]
SECTIONS = dict(re.findall(r"^### oversight ([^\n]+)\n(.*?)(?=^##|\Z)", PAGE, re.MULTILINE | re.DOTALL))


@pytest.mark.parametrize("command", ALL, ids=" ".join)
def test_a_command_is_documented_with_its_options(run: Run, command: tuple[str, ...]) -> None:
    section = SECTIONS[" ".join(command)]
    told = set(re.findall(r"--[a-z][a-z-]*", section))
    has = set(re.findall(r"(?<=[│ ] )--[a-z][a-z-]*", run(*command, "--help").out))
    assert has <= told, f"the page does not tell {sorted(has - told)}"
    assert told <= has, f"the page tells {sorted(told - has)}, which is no option"


def test_no_command_is_documented_that_is_none() -> None:
    assert set(SECTIONS) == {" ".join(command) for command in ALL}


def test_the_exit_codes_are_told() -> None:
    assert re.findall(r"^ *\| (\d) \|", PAGE, re.MULTILINE) == [
        str(code) for code in (DONE, PROBLEMS, WRONG_USE, FAILED)
    ]


@pytest.mark.parametrize(
    "code", ["not-found", "empty", "unreadable", "too-large", "unknown-format", "ambiguous-format"]
)
def test_the_codes_of_documents_that_cannot_be_read_are_told(code: str) -> None:
    assert f"`{code}`" in (REFERENCE / "reading-json.md").read_text(encoding="utf-8")
