"""The pieces that the pages of the contracts promise are there, and nobody who shows an adapter uses any other."""

import re
from importlib import import_module
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PAGES = [ROOT / "docs" / "reference" / f"{kind}-contract.md" for kind in ("store", "reader")]
TOLD = "".join(page.read_text(encoding="utf-8").partition("## Pieces you may use")[2] for page in PAGES)
ROWS = re.findall(r"^\| `((?:\w+\.)?\w+)` \| ((?:`\w+`(?:, )?)+) \|", TOLD, re.MULTILINE)
PROMISED = {module: set(re.findall(r"\w+", names)) for module, names in ROWS}
SHOWN = [
    ROOT / "docs" / "how-to" / "write-a-store.md",
    ROOT / "docs" / "how-to" / "write-a-reader.md",
    *(ROOT / "docs" / "examples" / "oversight-adapter-example").rglob("*.py"),
    *(ROOT / "src" / "oversight_adapters" / "cli" / "scaffold" / "templates").rglob("*.template"),
]
USED = re.compile(r"^from oversight_adapters\.((?:stores|readers|texts)\.\w+) import (.+)$", re.MULTILINE)


def test_what_is_promised_is_there():
    assert len(PROMISED) >= 22
    for module, names in PROMISED.items():
        missing = names - set(dir(import_module(f"oversight_adapters.{module}")))
        assert not missing, f"{module} has no {missing}"


@pytest.mark.parametrize("path", SHOWN, ids=lambda path: path.name)
def test_only_what_is_promised_is_shown(path):
    for module, names in USED.findall(path.read_text(encoding="utf-8")):
        assert {name.strip() for name in names.split(",")} <= PROMISED[module], f"{path} uses more of {module}"
