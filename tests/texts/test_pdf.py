"""A PDF's text is what PDFium has on each page, and its places can be checked by anybody with PDFium."""

from __future__ import annotations

import io
import random
import zlib
from concurrent.futures import ThreadPoolExecutor

import pypdfium2
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.texts.documents import Canvas, pdf

from oversight_adapters.texts import pdf as module
from oversight_adapters.texts import pdf_size
from oversight_adapters.texts.layers import in_place, unbroken
from oversight_adapters.texts.pages import Leaf, Pages
from oversight_adapters.texts.pdf import pdf_text
from oversight_core.errors import UnreadableSource
from oversight_core.provenance import Page, Source, TextSpan
from oversight_core.reading import Reading, Text, Unaccounted


def drawn(*pages: str) -> bytes:
    """A PDF with a page for each word: the word, or a drawing if it is "#", or nothing."""
    file = io.BytesIO()
    canvas = Canvas(file)
    for words in pages:
        if words == "#":
            canvas.rect(10, 10, 100, 100, fill=1)
        else:
            canvas.drawString(50, 700, words)
        canvas.showPage()
    canvas.save()
    return file.getvalue()


LINES = st.text("abc XY.,(1)", min_size=1, max_size=30)


@settings(max_examples=20)
@given(st.lists(LINES, min_size=1, max_size=8), st.data())
def test_every_span_has_a_place_that_pdfium_knows(lines: list[str], data: st.DataObject) -> None:
    content = pdf("\n".join(lines), lines=3)
    text = pdf_text(Source.of(content))
    pages = pypdfium2.PdfDocument(content)
    assert isinstance(text.places, Pages)
    assert [leaf.text for leaf in text.places.leaves] == [page.get_textpage().get_text_range() for page in pages]
    if not text.content:
        return
    start = data.draw(st.integers(0, len(text.content) - 1))
    end = data.draw(st.integers(start + 1, len(text.content)))
    locator, words = text.places.printed(start, end, text.content[start:end])
    assert words.split() == text.content[start:end].split()
    if isinstance(locator, Page):
        own = pages[locator.number - 1].get_textpage().get_text_range()
        assert own[locator.start : locator.end] == words or not words.strip()
    else:
        assert "\f" in words and text.at(locator) == words


def test_paragraphs_are_parted_and_lists_are_not() -> None:
    text = pdf_text(Source.of(pdf("Background\n\nIn May ICE\nconcurred.\n\n\nIt did.")))
    assert text.content == "Background\r\n\r\nIn May ICE\r\nconcurred.\r\n\r\nIt did."
    assert isinstance(text.places, Pages)
    assert text.places.locator(14, 24) == Page(1, 12, 22)
    assert text.places.printed(0, 24, text.content[:24])[1] == "Background\r\nIn May ICE"
    assert pdf_text(Source.of(pdf("one\n\ntwo\n\nthree"))).content == "one\r\ntwo\r\nthree"


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("the recom-\nmendation", "the recommendation"),
        ("OIG-25-\n39", "OIG-25-39"),
        ("ICE-\nwide", "ICE-wide"),
        ("OIG-\n25", "OIG-25"),
        ("a self-\nassessment", "a self-assessment"),
    ],
)
def test_a_hyphen_at_the_end_of_a_line_belongs_to_numbers_and_names(text: str, read: str) -> None:
    def reading(text: Text) -> Reading:
        assert text.content == read
        return Reading(unaccounted=(Unaccounted(read, TextSpan(0, len(read))),), source=text.source)

    made = pdf_text(Source.of(pdf(text)))
    [found] = in_place(made, reading).unaccounted
    assert found.locator is not None and made.at(found.locator) == found.text
    assert unbroken(found.text) == read


def test_a_word_written_with_a_hyphen_elsewhere_keeps_it_at_the_end_of_a_line() -> None:
    made = pdf_text(Source.of(pdf("The follow-\nup and the recom-\nmendation.\nIts follow-up is on page 3.", lines=3)))
    words = unbroken(made.content)
    assert "The follow-up and the recommendation." in words


def test_a_page_that_is_a_picture_is_a_problem_of_every_reading() -> None:
    text = pdf_text(Source.of(drawn("ICE concurred", "#", "", "with four")))
    problems = in_place(text, lambda text: Reading(source=text.source)).problems
    assert [(problem.code, problem.locator) for problem in problems] == [("needs-ocr", Page(2, 0, 0))]
    assert "page 2" in problems[0].message


def test_a_stamp_on_a_scan_is_not_its_text() -> None:
    from PIL import Image
    from reportlab.lib.utils import ImageReader

    file = io.BytesIO()
    canvas = Canvas(file, pagesize=(600, 800))
    canvas.drawImage(ImageReader(Image.new("L", (60, 80))), 0, 0, 600, 800)
    canvas.drawString(10, 10, "2021-ICFO-00006 123")
    canvas.showPage()
    canvas.drawImage(ImageReader(Image.new("L", (60, 80))), 0, 0, 60, 80)
    canvas.drawString(10, 700, "A letterhead")
    canvas.save()
    places = pdf_text(Source.of(file.getvalue())).places
    assert isinstance(places, Pages)
    assert [problem.locator for problem in places.problems] == [Page(1, 0, 0)]


@pytest.mark.parametrize("locator", [Page(0, 0, 1), Page(3, 0, 1), Page(1, 0, 99), Page(1, 1, 1), TextSpan(0, 1)])
def test_a_place_that_is_not_there(locator: Page | TextSpan) -> None:
    assert Pages((Leaf("Four"), Leaf("of"))).at(locator) is None


def test_a_protected_one_says_so() -> None:
    file = io.BytesIO()
    secret = pytest.importorskip("reportlab.lib.pdfencrypt").StandardEncryption("secret")
    canvas = Canvas(file, encrypt=secret)
    canvas.drawString(50, 700, "ICE")
    canvas.save()
    with pytest.raises(UnreadableSource, match="password"):
        pdf_text(Source.of(file.getvalue()))


LOOP = b"""%PDF-1.4
1 0 obj <</Type/Catalog/Pages 2 0 R>> endobj
2 0 obj <</Type/Pages/Kids[2 0 R 3 0 R]/Count 1000000>> endobj
3 0 obj <</Type/Page/Parent 2 0 R/Contents 3 0 R>> endobj
trailer <</Root 1 0 R/Prev 0>>
startxref
0
%%EOF"""


@pytest.mark.parametrize("content", [b"%PDF-1.7", b"%PDF" + bytes(1000), LOOP], ids=["head", "zeros", "loop"])
def test_a_damaged_one_says_so(content: bytes) -> None:
    with pytest.raises(UnreadableSource, match="cannot be read"):
        pdf_text(Source.of(content))


def packed(stream: bytes, times: int = 1) -> bytes:
    """A PDF of one page whose content is packed."""
    for _ in range(times):
        stream = zlib.compress(stream, 9)
    parts = (
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] /Contents 4 0 R /Resources << /Font << /F 5 0 R >> >> >>",
        b"<< /Length %d /Filter [%s] >>\nstream\n" % (len(stream), b"/FlateDecode " * times) + stream + b"\nendstream",
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    )
    objects = b"".join(b"%d 0 obj\n%s\nendobj\n" % (number, part) for number, part in enumerate(parts, 1))
    return b"%PDF-1.4\n" + objects + b"trailer\n<< /Root 1 0 R >>\n"


def test_what_is_packed_is_read() -> None:
    assert pdf_text(Source.of(packed(b"BT /F 9 Tf (Four of five) Tj ET"))).content == "Four of five"
    assert pdf_text(Source.of(packed(b"BT /F 9 Tf (Four of five) Tj ET", 2))).content == "Four of five"


@pytest.mark.parametrize("times", [1, 2])
def test_a_bomb_is_refused_before_it_goes_off(times: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf_size, "LARGEST_UNPACKED", 1_000_000)
    with pytest.raises(UnreadableSource, match="as a bomb does"):
        pdf_text(Source.of(packed(b" " * 1_000_001, times)))
    with pytest.raises(UnreadableSource, match="as a bomb does"):  # together
        pdf_text(Source.of(packed(b" " * 600_000, times) * 2))


def test_a_page_of_millions_of_letters_is_refused() -> None:
    with pytest.raises(UnreadableSource, match="more than the 2,000,000 letters"):
        pdf_text(Source.of(packed(b"BT " + b"(aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa) Tj " * 70_000 + b"ET")))


def test_limits_are_told(monkeypatch: pytest.MonkeyPatch) -> None:
    content = drawn("one", "two")
    for limit, value in (("MOST_PAGES", 1), ("MOST_TEXT", 5), ("LARGEST", 10)):
        with monkeypatch.context() as patch:
            patch.setattr(module, limit, value)
            with pytest.raises(UnreadableSource, match=r"that may be|may have"):
                pdf_text(Source.of(content))


@settings(max_examples=30)
@given(st.integers(0, 2**32))
def test_bytes_that_change_make_a_text_or_a_sentence(seed: int) -> None:
    chance, content = random.Random(seed), bytearray(drawn("ICE concurred", "with four"))
    for _ in range(chance.choice((1, 5, 50))):
        content[chance.randrange(len(content))] = chance.randrange(256)
    try:
        pdf_text(Source.of(bytes(content[: chance.randrange(5, len(content) * 2)])))
    except UnreadableSource as error:
        assert str(error)


def test_several_threads_may_read() -> None:
    content = drawn(*("ICE concurred" for _ in range(20)))
    with ThreadPoolExecutor(4) as pool:
        texts: list[Text] = list(pool.map(pdf_text, [Source.of(content)] * 16))
    assert {text.content for text in texts} == {texts[0].content}
