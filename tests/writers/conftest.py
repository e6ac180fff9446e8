"""A small record with words that were written to do harm."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from oversight_adapters.stores.memory import MemoryStore
from oversight_core.entities import Document, Recommendation, Response
from oversight_core.ledger import Registered, Reported
from oversight_core.moments import Moment
from oversight_core.names import Item
from oversight_core.provenance import Excerpt, TextSpan
from oversight_core.register import Register


@pytest.fixture
def record() -> Callable[[str], Register]:
    """A record in which every free text is the words given."""

    def make(words: str) -> Register:
        register = Register(MemoryStore(), recorder="tests")
        memo = Item("document", "crcl", "~0123456789", "recommendation-memorandum", "ice")
        item = Item("recommendation", "gao", "gao-24-1", "4", "ice")
        date = Moment.parse("2024-02-05")
        excerpts = (Excerpt("text", words, TextSpan(3, 3 + len(words)), "sha256:00", "row"),)
        register.enter(
            [
                Registered(memo, Document(title=words, recommendation_count=26), occurred_on=date),
                Registered(
                    memo.within("response", "ice"),
                    Response(answers=memo, responder=words, concurred=4, partially_concurred=5, non_concurred=17),
                    occurred_on=date,
                ),
                Registered(
                    item,
                    Recommendation(text=words, report_title=words, addressee=words),
                    ("text", "report_title", "addressee"),
                    occurred_on=date,
                    excerpts=excerpts,
                ),
                Reported(item, "oversight_status", "open", label=words, vocabulary="other/status", occurred_on=date),
                Reported(item, "", "", label=words, vocabulary="unknown", occurred_on=date),
            ]
        )
        return register

    return make
