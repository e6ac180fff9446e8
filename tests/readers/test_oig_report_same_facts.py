"""The same report in other dress tells the same: line ends, blanks, quotes, dashes, wraps, other kinds of file."""

import html
import re
import textwrap
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest
from tests.readers.inspectors import documents_of

from oversight_adapters.readers.facts import facts, plain
from oversight_adapters.readers.oig_report import OigReportReader
from oversight_adapters.texts.documents import document_text
from oversight_core.provenance import Source

REPORTS = [file for file in documents_of("oig-report") if file.suffix == ".txt"]
READER = OigReportReader()


def told(content: bytes) -> tuple[set[tuple[str, str, str]], list[str]]:
    reading = READER.read(document_text(Source.of(content)))
    found = {(str(fact.item), fact.field, bare(str(plain(fact.value)))) for fact in facts(reading, READER)}
    return found, [problem.code for problem in reading.problems]


def bare(words: str) -> str:
    return re.sub("[’‘]", "'", re.sub("[‐‑–—]", "-", words))


def unwrapped(text: str) -> str:
    return re.sub(r"(?<=[a-z,;])\n(?=[a-z(])", " ", text)


def wrapped(text: str) -> str:
    def wrap(line: str) -> str:
        lines = textwrap.wrap(line, 50, break_long_words=False, break_on_hyphens=False)
        return "\n".join(lines) if len(line) > 90 else line

    return "\n".join(map(wrap, unwrapped(text).split("\n")))


DRESSES: dict[str, Callable[[str], str]] = {
    "CRLF": lambda text: text.replace("\n", "\r\n"),
    "CR": lambda text: text.replace("\n", "\r"),
    "no-break spaces": lambda text: text.replace(" the ", " the\u00a0"),
    "curly quotes": lambda text: text.replace("'", "’"),
    "other hyphens": lambda text: text.replace("OIG-", "OIG‑"),
    "double blanks": lambda text: re.sub(r"(?<=[a-z.]) (?=[A-Za-z])", "  ", text),
    "unwrapped": unwrapped,
    "wrapped": wrapped,
    "indented": lambda text: "\n".join("   " + line if line.strip() else line for line in text.split("\n")),
    "blanks at the end": lambda text: text.replace("\n", "  \n"),
    "soft hyphens": lambda text: text.replace("recommendations", "recom\u00admendations"),
}


@pytest.mark.parametrize("dress", DRESSES)
@pytest.mark.parametrize("report", REPORTS, ids=lambda file: file.stem)
def test_other_dress(report: Path, dress: str) -> None:
    text = report.read_text(encoding="utf-8")
    dressed, problems = told(DRESSES[dress](text).encode())
    plain_, usual = told(text.encode())
    assert problems == usual
    assert dressed >= plain_ if dress == "wrapped" else dressed == plain_  # lines tell where a run-on text ends


def as_page(text: str) -> bytes:
    paragraphs = re.split(r"\n\s*\n", text.replace("\f", "\n\n"))
    marked = (f"<p>{html.escape(paragraph).replace(chr(10), '<br>')}</p>" for paragraph in paragraphs)
    return f"<!DOCTYPE html><html><body>{''.join(marked)}</body></html>".encode()


def as_docx(text: str) -> bytes:
    docx = pytest.importorskip("docx", reason="the extra docx is not installed")
    document, out = docx.Document(), BytesIO()
    for paragraph in re.split(r"\n\s*\n", text.replace("\f", "\n\n")):
        document.add_paragraph(paragraph.strip("\n"))
    document.save(out)
    return out.getvalue()


def as_pdf(text: str) -> bytes:
    canvas = pytest.importorskip("reportlab.pdfgen.canvas", reason="reportlab is not installed")
    out = BytesIO()
    sheet = canvas.Canvas(out)
    for page in text.split("\f"):
        for n, line in enumerate(page.split("\n")):
            if n and n % 85 == 0:
                sheet.showPage()
            sheet.setFont("Helvetica", 7)
            sheet.drawString(30, 800 - 9 * (n % 85), line)
        sheet.showPage()
    sheet.save()
    return out.getvalue()


@pytest.mark.parametrize("kind", [as_page, as_docx, as_pdf], ids=["page", "docx", "pdf"])
@pytest.mark.parametrize("report", REPORTS, ids=lambda file: file.stem)
def test_other_kinds_of_file(report: Path, kind: Callable[[str], bytes]) -> None:
    text = re.sub("[‐‑]", "-", report.read_text(encoding="utf-8"))  # the fonts of a plain PDF lack these
    assert told(kind(text))[0] == told(text.encode())[0]
