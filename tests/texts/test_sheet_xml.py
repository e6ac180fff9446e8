"""A sheet that is read by patterns says what a parser says of it, however it is written."""

from __future__ import annotations

import contextlib
import io
from xml.etree.ElementTree import ParseError
from xml.sax.saxutils import escape

import pytest
from hypothesis import given
from hypothesis import strategies as st

from oversight_adapters.texts.sheet_xml import MAIN, Said, SheetXml, said, usual

HEAD = f'<?xml version="1.0" encoding="UTF-8"?>\r\n<worksheet xmlns="{MAIN}" xmlns:x="urn:x"><sheetData>'
TAIL = '</sheetData><mergeCells count="1"><mergeCell ref="A1:B2"/></mergeCells></worksheet>'

WORDS = st.text("ab 1.&<>\"'\n\r’_x000D_", max_size=5).map(escape)
LOOKS = st.sampled_from(
    ["", ' s="1"', ' t="s"', ' s="2" t="str"', ' t="inlineStr"', ' t="b"', " s='1'", ' x:y="1" s="3"']
)
INSIDE = st.one_of(
    st.just(""),
    st.just("<v/>"),
    WORDS.map("<v>{}</v>".format),
    WORDS.map("<f>{}</f><v>7</v>".format),
    WORDS.map('<f t="shared" si="0"/><v>{}</v>'.format),
    WORDS.map("<f>{}</f>".format),
    WORDS.map("<is><t>{}</t></is>".format),
    WORDS.map('<is><t xml:space="preserve">{}</t></is>'.format),
    WORDS.map("<is><r><t>{}</t></r><r><t>b</t></r></is>".format),
    WORDS.map("<v> {} </v> ".format),
    st.sampled_from(["<!-- <c/> -->", "<v><![CDATA[<c]]></v>", "<v>&#65;</v>", "<x:v>1</x:v>", "<?c <c/>?>"]),
)
CELLS = st.builds("<c{}{}>{}</c>".format, st.sampled_from(["", ' r="A1"', ' r="XFD20"']), LOOKS, INSIDE) | st.just(
    "<c/>"
)
ROWS = st.builds(
    "<row{}>{}</row>".format,
    st.sampled_from(["", ' r="1"', ' spans="1:3" r="12"', ' x:d="0.25"', " r='3'"]),
    st.lists(CELLS, max_size=4).map("".join),
) | st.sampled_from(["<row/>", '<row r="4" />', "<!-- <row/> -->", "\n  "])


Sheet = tuple[list[tuple[str, list[tuple[str, Said]]]], list[str]]


def parsed(xml: bytes) -> Sheet:
    """What the parser says, whatever the sheet looks like: no pattern reads a sheet behind a byte-order mark."""
    return sheet(b"\xef\xbb\xbf" + xml)


def sheet(xml: bytes) -> Sheet:
    xml_of = SheetXml(io.BytesIO(xml))
    rows = [(number, [(letters, said(cell)) for letters, cell in cells]) for number, cells in xml_of.rows()]
    return rows, xml_of.merged


@given(st.lists(ROWS, max_size=5).map("".join))
def test_patterns_say_what_the_parser_says(rows: str) -> None:
    xml = (HEAD + rows + TAIL).encode()
    assert sheet(xml) == parsed(xml)


def test_sheets_as_programs_write_them_are_read_by_patterns() -> None:
    assert usual((HEAD + '<row r="1"><c r="A1" s="1"><v>7</v></c></row>' + TAIL).encode())


@pytest.mark.parametrize(
    "xml",
    [
        HEAD + "<row><c><v>1</v></row>" + TAIL,
        HEAD + "<row><c><v>&what;</v></c></row>" + TAIL,
        HEAD + '<row r="1"><c><v>1</v></c></row>',
        HEAD + '<row q:r="1"/>' + TAIL,
        HEAD + '<row r="1" r="2"><c><v>1</v></c></row>' + TAIL,
        HEAD + "<row><c><v>1</v></c></v></row>" + TAIL,
        HEAD + "<row><c><v>1</v></c></row></row>" + TAIL,
        HEAD + "<row><c><v>\x01</v></c></row>" + TAIL,
        HEAD + "<row><c><v>]]></v></c></row>" + TAIL,
        HEAD + "<row><c><v>1</v></c></row>" + TAIL + "<!",
        "",
    ],
)
def test_a_sheet_that_is_no_xml_is_told_by_the_parser(xml: str) -> None:
    with pytest.raises(ParseError):
        sheet(xml.encode())


@pytest.mark.parametrize(
    "xml",
    [
        HEAD.replace("UTF-8", "ISO-8859-1") + "<row><c><v>\xe9</v></c></row>" + TAIL,
        HEAD.replace("xmlns=", "xmlns:m=").replace("<worksheet", "<m:worksheet").replace("<sheetData", "<m:sheetData")
        + '<m:row r="2"><m:c><m:v>1</m:v></m:c></m:row></m:sheetData></m:worksheet>',
    ],
)
def test_other_encodings_and_names_are_left_to_the_parser(xml: str) -> None:
    content = xml.encode("latin-1")
    assert usual(content) is None or ":row" in xml
    [(_, [(_, cell)])] = sheet(content)[0]
    assert cell[3] in ("\xe9", "1")


@pytest.mark.parametrize("rows", ['<row r="1"/>' * 300_000, f"<row><c/>{'<v>' * 300_000}</row>", "</row>" * 300_000])
def test_odd_rows_by_the_thousand_cost_little(rows: str) -> None:
    """A pass over the rest for each of them would take hours."""
    with contextlib.suppress(ParseError):
        sheet((HEAD + rows + TAIL).encode())
