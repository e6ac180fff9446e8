"""A Word document reads as its paragraphs and rows do; nothing that Word shows as text is left out."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable

import docx
import pytest
from docx.oxml import parse_xml
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.texts.documents import saved, word

from oversight_adapters.texts.docx import docx_text
from oversight_core.errors import UnreadableSource
from oversight_core.provenance import Source

NAMES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:v="urn:schemas-microsoft-com:vml"'
)


def running(*parts: str) -> str:
    """The text of a document with these parts, in Word's own XML."""
    document = docx.Document()
    for part in parts:
        xml = part.replace("<w:", "<w:", 1)
        end = xml.index(">") if not xml[: xml.index(">")].endswith("/") else xml.index("/>")
        document.element.body.append(parse_xml(f"{xml[:end]} {NAMES}{xml[end:]}"))
    return docx_text(Source.of(saved(document))).content


def said(words: str) -> str:
    return f'<w:r><w:t xml:space="preserve">{words}</w:t></w:r>'


@settings(max_examples=20)
@given(st.lists(st.text("ab .’\t", max_size=8), min_size=1, max_size=8).map("\n".join).filter(str.strip))
def test_lines_with_blank_ones_between_come_back(text: str) -> None:
    text = text.replace("\n", "\n\n")
    assert docx_text(Source.of(word(text))).content == text


def test_paragraphs_without_blank_ones_are_parted() -> None:
    assert docx_text(Source.of(word("Background\nIn May"))).content == "Background\n\nIn May"


def test_rows_are_lines() -> None:
    document = docx.Document()
    document.add_paragraph("Before")
    table = document.add_table(2, 3)
    for place, words in {(0, 0): "ICE", (0, 2): "Open", (1, 0): "a", (1, 1): "b\nc"}.items():
        table.cell(*place).text = words
    document.add_paragraph("After")
    assert docx_text(Source.of(saved(document))).content == "Before\n\nICE\t\tOpen\na\nb\nc\n\nAfter"


@pytest.mark.parametrize(
    ("part", "text"),
    [
        (f"<w:p>{said('a ')}<w:hyperlink>{said('b')}</w:hyperlink></w:p>", "a b"),
        (f"<w:p><w:ins>{said('a')}</w:ins><w:del><w:r><w:delText>b</w:delText></w:r></w:del></w:p>", "a"),
        (f"<w:p><w:moveFrom>{said('a')}</w:moveFrom><w:moveTo>{said('b')}</w:moveTo></w:p>", "b"),
        (f"<w:sdt><w:sdtContent><w:p>{said('a')}</w:p></w:sdtContent></w:sdt>", "a"),
        (f"<w:p><w:sdt><w:sdtContent>{said('a')}</w:sdtContent></w:sdt></w:p>", "a"),
        (
            "<w:p><w:r><w:t>a</w:t><w:br/><w:t>b</w:t><w:tab/><w:noBreakHyphen/><w:softHyphen/></w:r></w:p>",
            "a\nb\t-\u00ad",
        ),
        ("<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>a</w:t></w:r></w:p>", ""),
        ('<w:p><w:r><w:rPr><w:vanish w:val="0"/></w:rPr><w:t>a</w:t></w:r></w:p>', "a"),
        ("<w:p><w:r><w:instrText>TOC</w:instrText></w:r></w:p>", ""),
        (
            "<w:p><w:r><mc:AlternateContent><mc:Choice Requires='wps'><w:txbxContent><w:p>"
            + said("a")
            + "</w:p></w:txbxContent></mc:Choice><mc:Fallback><w:pict><w:txbxContent><w:p>"
            + said("a")
            + "</w:p></w:txbxContent></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>",
            "\na",
        ),
    ],
)
def test_what_word_shows_is_text_and_nothing_else(part: str, text: str) -> None:
    assert running(part) == text


def changed(content: bytes, change: Callable[[bytes], bytes], part: str = "word/document.xml") -> bytes:
    """A document with one of its parts changed."""
    file = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(name, change(old.read(name)) if name == part else old.read(name))
    return file.getvalue()


NOTES = (
    '<w:footnotes xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
    "<w:footnote><w:p/></w:footnote><w:footnote><w:p><w:r><w:t>See A-50.</w:t></w:r></w:p></w:footnote></w:footnotes>"
)


def test_notes_stand_at_the_end() -> None:
    relation = (
        b'<Relationship Id="rId99" Target="footnotes.xml" '
        b'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes"/></Relationships>'
    )
    content = changed(
        word("In May"), lambda xml: xml.replace(b"</Relationships>", relation), "word/_rels/document.xml.rels"
    )
    file = io.BytesIO(content)
    with zipfile.ZipFile(file, "a") as archive:
        archive.writestr("word/footnotes.xml", NOTES)
    assert docx_text(Source.of(file.getvalue())).content == "In May\n\nSee A-50."


DEEP = b"<w:p><w:r>" + b"<w:sdt><w:sdtContent>" * 15_000 + b"</w:sdtContent></w:sdt>" * 15_000 + b"</w:r></w:p>"


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (word("a")[:3000], "damaged"),
        (b"PK\x03\x04word/" + bytes(100), "no Word document"),
        (changed(word("a"), lambda xml: xml.replace(b"<w:body>", b"<w:body>" + DEEP)), "damaged"),
        (changed(word("a"), lambda xml: b"<!DOCTYPE a [<!ENTITY b 'c'>]>" + xml[xml.index(b"<w:doc") :]), "DOCTYPE"),
        (changed(word("a"), lambda xml: xml + b" " * 20_000_000), "zip bomb"),
        (changed(word("a"), lambda xml: b"no XML"), "damaged"),
    ],
    ids=["cut", "zeros", "deep", "entity", "bomb", "no-xml"],
)
def test_hostile_ones_end_in_a_sentence(content: bytes, why: str) -> None:
    with pytest.raises(UnreadableSource, match=why):
        docx_text(Source.of(content))
