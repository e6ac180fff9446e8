"""A spreadsheet opens the exported record: no cell is a formula, and numbers and dates stay as they were printed."""

from __future__ import annotations

import csv
import shutil
import subprocess
from io import StringIO
from pathlib import Path

import pytest

from oversight_adapters.stores.memory import MemoryStore
from oversight_adapters.writers.csv import CsvWriter
from oversight_core import Item, Moment, Register
from oversight_core.entities import Recommendation
from oversight_core.ledger import Registered, Reported

HOSTILE = (
    '=HYPERLINK("http://example.org","Open")',
    "+1+1",
    "-2+3",
    "@SUM(1;2)",
    "\t=1+1",
    "\r\n=1+1",
    "＝1+1",
    "=cmd|'/C calc'!A0",
    '"; =1+1',
)
NUMBERS = ("007", "1-2", "3E5", "1/2", "TRUE", "12,5", "2024-03", "0")


def exported() -> str:
    register = Register(MemoryStore())
    for n, words in enumerate((*HOSTILE, *NUMBERS)):
        item = Item("recommendation", "gao", "gao-24-1", str(n), "ice")
        said = Recommendation(number=words, report_title=words, text=words, addressee=words, report=words)
        dated = Moment.parse("2024-03-31") if n % 2 else Moment.parse("2024-03")
        register.enter([Registered(item, said), Reported(item, "position", "concurred", (), words, occurred_on=dated)])
    out = StringIO(newline="")
    CsvWriter().write(register, out)
    return out.getvalue()


def test_every_cell_is_quoted_and_none_begins_as_a_formula_does():
    text = exported()
    rows = list(csv.reader(StringIO(text, newline=""), strict=True))
    assert len(rows) == 1 + len(HOSTILE) + len(NUMBERS) and len({len(row) for row in rows}) == 1
    assert not [cell for row in rows for cell in row if cell.startswith(("=", "+", "-", "@", "＝", "\t", "\r", "\n"))]
    assert all(line.startswith('"') and line.endswith('"') for line in text.removesuffix("\r\n").split("\r\n"))
    assert {cell for row in rows for cell in row} >= {*NUMBERS, "2024-03-31"}


@pytest.mark.slow
@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
@pytest.mark.parametrize("quoted_is_text", [True, False])
def test_libreoffice_shows_it_as_it_stands(tmp_path: Path, quoted_is_text: bool):
    openpyxl = pytest.importorskip("openpyxl", reason="openpyxl is not installed (dependency group `people`)")
    made = tmp_path / "record.csv"
    made.write_text(exported(), encoding="utf-8", newline="")
    read_as = f"--infilter=Text - txt - csv (StarCalc):44,34,76,1,,0,{str(quoted_is_text).lower()}"  # 76: UTF-8
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    command = ["soffice", profile, "--headless", read_as, "--convert-to", "xlsx", "--outdir", str(tmp_path), str(made)]
    subprocess.run(command, check=True, capture_output=True, timeout=240)
    sheet = openpyxl.load_workbook(tmp_path / "record.xlsx").active
    cells = [cell for row in sheet.iter_rows() for cell in row]
    assert [cell.coordinate for cell in cells if cell.data_type == "f" or cell.hyperlink] == []
    if quoted_is_text:  # a box to tick; nothing is guessed
        wanted = [cell for row in csv.reader(StringIO(exported(), newline="")) for cell in row]
        assert [cell.value or "" for cell in cells] == wanted
