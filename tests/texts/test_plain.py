"""Bytes become text in one known encoding, with every line end as it stood, or a sentence says why not."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from oversight_adapters.readers.crcl_summary import CrclSummaryReader
from oversight_adapters.readers.gao_agency_page import GaoAgencyPageReader
from oversight_adapters.texts.folded import fold
from oversight_adapters.texts.plain import decode
from oversight_core import Source
from oversight_core.errors import UnreadableSource
from oversight_core.ports import Reader


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


@pytest.mark.parametrize("markup", [b"  \n<!DOCTYPE html><p>", b"<html>", b"<?xml version='1.0'?>"])
@pytest.mark.parametrize("reader", [CrclSummaryReader(), GaoAgencyPageReader()], ids=lambda reader: reader.name)
def test_no_reader_takes_markup_for_its_own(reader: Reader, markup: bytes) -> None:
    own = b"Office for Civil Rights and Civil Liberties\n\nOpen Recommendations (1 total)\n\n1 Open Recommendations\n"
    assert reader.recognise(Source.of(markup + own)) == 0


@given(st.binary())
def test_any_bytes_are_text_or_a_sentence(content: bytes) -> None:
    try:
        decode(Source.of(content))
    except UnreadableSource as error:
        assert str(error)


@given(st.text())
def test_folding_keeps_every_place(text: str) -> None:
    assert len(fold(text)) == len(text)
