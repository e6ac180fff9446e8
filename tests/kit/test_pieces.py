"""The pieces that the page of the store contract promises are there, and nobody who shows a store uses any other."""

import re
from importlib import import_module
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "reference" / "store-contract.md").read_text(encoding="utf-8")
ROWS = re.findall(r"^\| `((?:stores\.)?\w+)` \| ((?:`\w+`(?:, )?)+) \|", PAGE.partition("## Pieces")[2], re.MULTILINE)
PROMISED = {module: set(re.findall(r"\w+", names)) for module, names in ROWS}
SHOWN = [
    ROOT / "docs" / "how-to" / "write-a-store.md",
    *(ROOT / "docs" / "examples" / "oversight-adapter-example").rglob("*.py"),
    *(ROOT / "src" / "oversight_adapters" / "cli" / "scaffold" / "templates").rglob("*.template"),
]
USED = re.compile(r"^from oversight_adapters\.(stores\.\w+) import (.+)$", re.MULTILINE)


def test_what_is_promised_is_there():
    assert len(PROMISED) >= 12
    for module, names in PROMISED.items():
        missing = names - set(dir(import_module(f"oversight_adapters.{module}")))
        assert not missing, f"{module} has no {missing}"


@pytest.mark.parametrize("path", SHOWN, ids=lambda path: path.name)
def test_only_what_is_promised_is_shown(path):
    for module, names in USED.findall(path.read_text(encoding="utf-8")):
        assert {name.strip() for name in names.split(",")} <= PROMISED[module], f"{path} uses more of {module}"
