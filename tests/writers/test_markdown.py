"""A report shows the words of documents and lets none of them act."""

from __future__ import annotations

import io
import re
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token
from tests.writers.hostile import HOSTILE

from oversight_adapters.codec.plain import Opaque, freeze
from oversight_adapters.stores.memory import MemoryStore
from oversight_adapters.writers.markdown import MarkdownWriter, escaped
from oversight_adapters.writers.safe import one_line
from oversight_core.ledger import Registered
from oversight_core.moments import AsOf
from oversight_core.names import Item
from oversight_core.register import Register

Record = Callable[[str], Register]
RENDERER = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
ACTIVE = {"html_inline", "html_block", "link_open", "image", "em_open", "strong_open", "s_open", "fence", "code_block"}


def written(register: Register, as_of: AsOf | None = None) -> str:
    out = io.StringIO()
    MarkdownWriter(as_of or AsOf()).write(register, out)
    return out.getvalue()


def tokens(markdown: str) -> list[Token]:
    return [inner for token in RENDERER.parse(markdown) for inner in (token, *(token.children or ()))]


@given(st.text(max_size=40) | st.text("[](){}<>!*_`~|#&\\@:./wh=-+ $^1", max_size=40) | st.sampled_from(HOSTILE))
def test_escaped_words_render_as_themselves(words: str) -> None:
    found = tokens(f"before {escaped(words)} after")
    assert not {token.type for token in found} & ACTIVE
    text = "".join(token.content for token in found if token.type in ("text", "code_inline", "text_special"))
    assert " ".join(text.split()) == " ".join(f"before {one_line(words)} after".split())


@pytest.mark.parametrize("words", HOSTILE)
def test_nothing_in_a_report_is_active_but_our_own(record: Record, words: str) -> None:
    report = written(record(words))
    kinds = [token.type for token in tokens(report)]
    assert not set(kinds) & (ACTIVE - {"strong_open"})
    assert kinds.count("strong_open") == 2  # the label of the one status, and the one that means none
    assert [token.tag for token in tokens(report) if token.type == "heading_open"].count("h1") == 1
    assert "<script" not in report
    assert "\x1b" not in report


def test_every_footnote_is_referred_to_and_every_reference_has_one(record: Record) -> None:
    report = written(record("The Director should act."))
    told = re.findall(r"^\[\^(\d+)\]: ", report, re.MULTILINE)
    referred = re.findall(r"\[\^(\d+)\](?!:)", report)
    assert set(told) == set(referred)
    assert len(told) == len(set(told)) == 1
    assert "“The Director should act.”, characters 3 to 27 of sha256\\:00" in report


def test_the_same_record_gives_the_same_report(record: Record) -> None:
    assert written(record("text")) == written(record("text"))


def test_a_report_says_as_of_when(record: Record) -> None:
    assert "As far as the record goes." in written(record("x"))
    early = written(record("x"), AsOf("2023-12-31"))
    assert "As known on 2023-12-31." in early
    assert "recommendation:gao" not in early


def test_counts_are_not_added_to_items(record: Record) -> None:
    assert "26 recommendations, texts not published: 4 concurred, 5 partially, 17 not" in written(record("ICE"))


def test_a_label_that_means_no_status_is_told(record: Record) -> None:
    assert "- no status of ours: **Shelved for good**\n" in written(record("Shelved for good"))


def test_a_kind_that_nobody_here_knows_is_told_field_by_field() -> None:
    register = Register(MemoryStore())
    fields = freeze({"text": "Dig here", "count": 3, "held": {"by": "the city", "until": [2024, 2025]}})
    register.enter([Registered(Item.parse("permit:city/7"), Opaque("permit", fields))])
    report = written(register)
    assert "### Dig here\n" in report
    assert "- count: 3\n- held: by: the city, until: 2024; 2025\n- text: Dig here\n" in report.replace("\\", "")
