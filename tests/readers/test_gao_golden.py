"""Every fixture reads as the file beside it says: own words, real layouts (formats.md B.1 to B.3)."""

import importlib.util
import json
from pathlib import Path

import pytest

from oversight_adapters.readers.gao_agency_page import GaoAgencyPageReader

HERE = Path(__file__).parent
_spec = importlib.util.spec_from_file_location("golden", HERE / "golden.py")
assert _spec and _spec.loader
golden = importlib.util.module_from_spec(_spec)
_spec.loader.exec_module(golden)

FIXTURES = sorted((HERE / "gao").glob("*.txt"))


@pytest.mark.parametrize("path", FIXTURES, ids=lambda path: path.stem)
def test_it_reads_as_written_down(path: Path) -> None:
    assert golden.told(GaoAgencyPageReader(), path) == json.loads(golden.expected(path).read_text(encoding="utf-8"))


def test_there_are_enough_of_them() -> None:
    assert len(FIXTURES) >= 25
