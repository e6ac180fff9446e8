"""A web page reads as a browser's copy of it does, every word of it leads back to its element, and hostile ones end."""

from __future__ import annotations

from html import escape

import pytest
from hypothesis import given
from hypothesis import strategies as st

from oversight_adapters.texts.html import html_text
from oversight_adapters.texts.layers import Layer
from oversight_adapters.texts.markup import Markup
from oversight_core.errors import UnreadableSource
from oversight_core.provenance import Element, Source, TextSpan


def running(page: str) -> str:
    return html_text(Source.of(page.encode())).content


def markup(page: str) -> Markup:
    places = html_text(Source.of(page.encode())).places
    assert isinstance(places, Markup)
    return places


@pytest.mark.parametrize(
    ("page", "text"),
    [
        ("<h1>ICE</h1><p>Four of\n  five.</p><p>One</p>", "ICE\n\nFour of five.\n\nOne"),
        ("<div>a<div>b</div>c</div>d", "a\nb\nc\nd"),
        ("<ul><li>a<li> b </ul>c", "a\nb\n\nc"),
        ("a<br>b<br><br>c<br><br><br>d", "a\nb\n\nc\n\nd"),
        ("<b>a</b> <i>b</i><u> c</u>d", "a b cd"),
        ("<p> a <b> b</b> </p> <p> c", "a b\n\nc"),
        ("<table><tr><th>A<th>B<tr><td>a<td>b</table>x", "A\tB\na\tb\n\nx"),
        ("<table><tr><td>a<td><td>c<tr><td><td>e</table>", "a\t\tc\ne"),
        (
            "<table><tr><td>ICE<td>Do it. (Recommendation 2)<td><b>Open</b><div>In May</div></table>",
            "ICE\tDo it. (Recommendation 2)\nOpen\nIn May",
        ),
        ("<table><tr><td><p>ICE</p></td><td><p>Open</p></td></tr></table>", "ICE\tOpen"),
        ("<table><tr><td>a<br>b<td>c<tr><td>d<td>e</table>", "a\nb\nc\nd\te"),
        ("<pre>a  b\n c</pre>d", "a  b\n c\n\nd"),
        ("<p>4 &lt; 5 &amp;amp; &#8220;six&#8221;&nbsp;&eacute;", "4 < 5 &amp; “six”\u00a0é"),
        ("<title>T</title><style>p{}</style><script>'<p>no'</script>a<noscript>no</noscript><!-- b -->", "a"),
        ("<p hidden>no</p><p style='x:y; DISPLAY : none'>no<b>no</b></p><p hidden=until-found>a</p>b", "a\n\nb"),
        ("<select><option>no</select><textarea>no</textarea><button>Show</button>", "Show"),
        ("a<template><p>no</template><svg><title>no</title></svg><details>b</details>", "a\nb"),
        ("", ""),
        ("<p> </p>\n<div></div>", ""),
    ],
)
def test_a_page_reads_as_a_copy_of_it(page: str, text: str) -> None:
    assert running(page) == text


WORDS = st.text("ab <&\u00a0\n", max_size=6)
TAGS = st.sampled_from(["p", "b", "div", "span", "td", "tr", "table", "li", "ul", "br", "h2", "pre", "script", "a"])


@st.composite
def pages(draw: st.DrawFn) -> str:
    """Tags and words in any order, most of them wrong."""
    parts = draw(st.lists(st.one_of(WORDS.map(escape), TAGS.map("<{}>".format), TAGS.map("</{}>".format)), max_size=30))
    return "<html>" + "".join(parts)


@given(pages(), st.data())
def test_every_span_has_a_place_where_its_words_stand(page: str, data: st.DataObject) -> None:
    text = html_text(Source.of(page.encode()))
    if not text.content:
        return
    start = data.draw(st.integers(0, len(text.content) - 1))
    end = data.draw(st.integers(start + 1, len(text.content)))
    assert isinstance(text.places, Layer)
    locator = text.places.locator(start, end)
    assert text.at(locator) == text.content[start:end]


@given(pages())
def test_every_element_has_a_path_of_its_own_and_holds_its_words(page: str) -> None:
    text = html_text(Source.of(page.encode()))
    assert isinstance(text.places, Markup)
    parts = text.places.css("*")
    assert len({part.path for part in parts}) == len(parts)
    for part in parts:
        assert text.places.at(part.at()) == (part.words or None)
        assert text.content[part.start : part.start + len(part.words)] == part.words
        assert part.tag == part.path.rpartition("/")[2].partition("[")[0]


@given(
    st.lists(st.lists(st.text("abc ", min_size=1).filter(str.strip), min_size=1, max_size=4), min_size=1, max_size=5)
)
def test_the_words_of_a_cell_are_its_own(rows: list[list[str]]) -> None:
    table = "".join("<tr>" + "".join(f"<td>{escape(cell)}</td>" for cell in row) + "</tr>" for row in rows)
    found = markup(f"<table>{table}</table>")
    cells = [[cell.words for cell in row.css("td")] for row in found.css("tr")]
    assert cells == [[" ".join(cell.split()) for cell in row] for row in rows]


def test_an_element_is_the_innermost_that_holds_a_span() -> None:
    found = markup("<ul><li>a <b>bc</b> d<li>e</ul>")
    assert found.locator(2, 4) == Element("/html/body/ul/li[1]/b", 0, 2)
    assert found.locator(0, 4) == Element("/html/body/ul/li[1]", 0, 4)
    assert found.locator(5, 8) == Element("/html/body/ul", 5, 8)


def test_parts_have_attributes_and_parts() -> None:
    [link] = markup('<p class=x><a href="/d?a=1&amp;b=2" name>Directive</a> 11065</p>').css("p.x")[0].css("a")
    assert (link.attribute("href"), link.attribute("name"), link.attribute("id")) == ("/d?a=1&b=2", "", "")
    with pytest.raises(ValueError, match="no CSS selector"):
        markup("<p>").css("p[[")


@pytest.mark.parametrize(
    "path", ["", "/", "/html/p", "/html/body/p[0]", "/html/body/p[3]", "/html/body/p", "html/body"]
)
def test_a_path_that_leads_nowhere(path: str) -> None:
    assert markup("<p>a<p>b").at(Element(path, 0, 1)) is None


def test_places_beyond_the_words_are_none() -> None:
    found = markup("<p>ab")
    for start, end in ((0, 3), (-1, 1), (1, 1), (2, 1)):
        assert found.at(Element("/html/body/p", start, end)) is None
    assert found.at(TextSpan(0, 1)) == "a"


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"<p>\xe2\x80\x99", "’"),
        (b"\xef\xbb\xbf<p>\xe2\x80\x99", "’"),
        ("<p>’".encode("utf-16"), "’"),
        (b"<p>caf\xe9 \x92", "café ’"),
        (b'<meta charset="iso-8859-1"><p>caf\xe9 \x92', "café ’"),
        (b'<meta http-equiv=x content="text/html; charset=windows-1251"><p>\xcf', "П"),
        (b"<?xml version='1.0' encoding='koi8-r'?><p>\xf0", "П"),
        (b"<meta charset=utf-16><p>\xe2\x80\x99", "’"),
        (b"<meta charset=klingon><p>\xe2\x80\x99", "’"),
    ],
)
def test_encodings(content: bytes, words: str) -> None:
    assert html_text(Source.of(content)).content == words


DEEP = 100_000


@pytest.mark.parametrize(
    "page",
    [
        "<div>" * DEEP,
        "<div>" * DEEP + "</div>" * DEEP,
        "<div></i>" * DEEP + "</div>" * DEEP,
        "<div><object></div></object>" * DEEP,
        "<span><div></span></div>" * DEEP,
        "<a b'>" + "<div>" * DEEP + "'>",
        "<a b=c='>" + "<div>" * DEEP + "'>",
        "<ul><li>" * DEEP,
        "<table><tr><td>" * DEEP,
        "<svg>" + "<g>" * DEEP,
        "<b>" * 600,
        "<p>" + "".join(f"<font n{n}>" for n in range(900)) + "</p>" + "<p>x</p>" * 20_000,
    ],
    ids=lambda page: page[:24],
)
def test_what_stands_too_deep_is_refused_at_once(page: str) -> None:
    with pytest.raises(UnreadableSource, match="stand in each other"):
        running(page)


MANY = 30_000


@pytest.mark.parametrize(
    ("page", "why"),
    [
        ("<p " + " ".join(f"a{n}=1" for n in range(MANY)) + ">x", "1,000 attributes"),
        ("<p " + "/".join(f"a{n}" for n in range(MANY)) + ">x", "1,000 attributes"),
        ("<p " + "".join(f"a{n}='<'" for n in range(MANY)) + ">x", "1,000 attributes"),
        ("<p " + " ".join(f"don't{n}" for n in range(MANY)) + ">x", "1,000 attributes"),
        ("<select>" + "<option>a" * MANY, "20,000 options"),
        ("<p>a" * 750_001, "750,000 tags"),
    ],
    ids=lambda words: words[:24],
)
def test_what_takes_a_parser_minutes_is_refused_at_once(page: str, why: str) -> None:
    with pytest.raises(UnreadableSource, match=why):
        running(page)


def test_long_tags_of_few_attributes_are_read() -> None:
    assert running("<p><img src='data:" + "x y" * 9_000 + "'>a") == "a"


def test_the_name_of_an_element_may_look_like_a_place() -> None:
    page = "<p>a<p>b<p[2]>c</p[2]><x]>d"
    places = [markup(page).locator(at, at + 1) for at, letter in enumerate(running(page)) if letter.isalpha()]
    assert [markup(page).at(place) for place in places] == ["a", "b", "c", "d"]
    assert len(set(places)) == 4


@pytest.mark.parametrize(
    "page",
    [
        "<ul>" + "<li><p>a" * 5_000 + "</ul>",
        "<table>" + "<tr><td>a<td>b" * 5_000 + "</table>",
        "<p>a" * 5_000,
        "a<br>" * 5_000,
        "<dl>" + "<dt>a<dd>b" * 5_000,
        "<p><font color=red>a</p>" * 500,
        "<div>" * 400 + "a",
    ],
    ids=lambda page: page[:24],
)
def test_what_nobody_closed_is_not_deep(page: str) -> None:
    assert "a" in running(page)


@pytest.mark.parametrize(
    "page", [part * 100_000 for part in ("<", "<a ", "<a '", '<a ="', "<!--", "<script ", "&#", "</")]
)
def test_tags_that_never_end_are_read_in_no_time(page: str) -> None:
    running("<p>" + page)


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (b"<p>" + b"a" * (32 * 1024 * 1024), "more than"),
        (b"<meta charset=utf-8><p>\xff", "claims to be utf-8"),
        (b"\xef\xbb\xbf<p>\xff", "claims to be utf-8"),
        (b"<p>\0", "binary data"),
    ],
    ids=["large", "declared", "marked", "binary"],
)
def test_what_is_no_page_is_told(content: bytes, why: str) -> None:
    with pytest.raises(UnreadableSource, match=why):
        html_text(Source.of(content))


@given(st.binary())
def test_any_bytes_are_a_page_or_a_sentence(content: bytes) -> None:
    try:
        html_text(Source.of(b"<html>" + content))
    except UnreadableSource as error:
        assert str(error)
