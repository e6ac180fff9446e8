"""The pieces that the pages of the contracts show are promised on the page of promises."""

import re

import pytest
from tests.kit.test_contract_pages import ROOT
from tests.project.test_promises import PROMISED

PAGES = [ROOT / "docs" / "reference" / f"{kind}-contract.md" for kind in ("store", "reader")]
TOLD = "".join(page.read_text(encoding="utf-8").partition("## Pieces you may use")[2] for page in PAGES)
PIECES = re.findall(r"^\| `(\w+(?:\.\w+)?)` \| ((?:`\w+`(?:, )?)+) \|", TOLD, re.MULTILINE)


def test_there_are_pieces():
    assert len(PIECES) >= 22


@pytest.mark.parametrize(("module", "names"), PIECES)
def test_a_piece_is_promised(module, names):
    promised = {name for tier, name in PROMISED[f"oversight_adapters.{module}"] if tier != "internal"}
    assert set(re.findall(r"\w+", names)) <= promised
