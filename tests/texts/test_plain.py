"""Bytes become text in one known encoding, with every line end as it stood, or a sentence says why not."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from oversight_adapters.texts.folded import fold
from oversight_adapters.texts.plain import decode, is_markup
from oversight_core import Source
from oversight_core.errors import UnreadableSource


@pytest.mark.parametrize(
    ("content", "encoding", "text"),
    [
        (b"", "utf-8", ""),
        ("ICE’s\r\nplan\r".encode(), "utf-8", "ICE’s\r\nplan\r"),
        ("ICE’s".encode("utf-8-sig"), "utf-8", "ICE’s"),
        ("ICE’s".encode("cp1252"), "cp1252", "ICE’s"),
        ("café".encode("cp1252"), "cp1252", "café"),
        ("ICE’s".encode("utf-16"), "utf-16-le", "ICE’s"),
        ("Haute Autorité de la Transition".encode("mac_roman"), "mac_roman", "Haute Autorité de la Transition"),
        ("vis-à-vis children".encode("mac_roman"), "mac_roman", "vis-à-vis children"),
        ("all women’s rights".encode("mac_roman"), "mac_roman", "all women’s rights"),
        ("Provedor de Justiça".encode("mac_roman"), "mac_roman", "Provedor de Justiça"),
        ("women’s rights, Œuvre, Žižek‡".encode("cp1252"), "cp1252", "women’s rights, Œuvre, Žižek‡"),
    ],
)
def test_encodings(content: bytes, encoding: str, text: str) -> None:
    found = decode(Source.of(content))
    assert (found.encoding, found.content) == (encoding, text)


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (b"\x00\x01\x02", "binary"),
        ("a ’ b".encode() + b"\xe2\x80", "cut or damaged at byte"),
        ("ICE’".encode()[:-1], "cut or damaged at byte 3"),
        ("a ’ b ".encode() + b"\xe9 c", "cut or damaged at byte"),
        (b"\x81\xff", "neither"),
        (b"\xef\xbb\xbf\xff", "claims to be utf-8"),
        (b"a" * (64 * 1024 * 1024 + 1), "more than"),
    ],
    ids=lambda part: part if isinstance(part, str) else "bytes",
)
def test_what_is_no_text(content: bytes, why: str) -> None:
    with pytest.raises(UnreadableSource, match=why):
        decode(Source.of(content))


@pytest.mark.parametrize(
    "start",
    [b"  \n<!DOCTYPE html>", b"<html>", b"<?xml?>", b"\xef\xbb\xbf<!-- saved - from -->\n<Table>", b"<p>"],
)
def test_a_page_is_known_by_its_start_in_any_encoding(start: bytes) -> None:
    assert is_markup(start + b"ICE")
    assert is_markup((start.removeprefix(b"\xef\xbb\xbf").decode() + "ICE").encode("utf-16"))


@pytest.mark.parametrize("start", [b"", b"<https://example.org>", b"<!-- a -- b", b"< 5 of 9", b"<parties> ", b"a <p>"])
def test_text_is_no_page(start: bytes) -> None:
    assert not is_markup(start + b"ICE concurred")


@given(st.binary())
def test_any_bytes_are_text_or_a_sentence(content: bytes) -> None:
    try:
        decode(Source.of(content))
    except UnreadableSource as error:
        assert str(error)


@given(st.text())
def test_folding_keeps_every_place(text: str) -> None:
    assert len(fold(text)) == len(text)
