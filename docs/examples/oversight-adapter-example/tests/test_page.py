"""The page keeps the contract of a writer, clause by clause."""

from collections.abc import Callable
from io import StringIO

import pytest
from oversight_adapters.stores.memory import MemoryStore
from oversight_adapters.testing import WriterSuite
from oversight_core import AsOf, Item, Recommendation, Register, Registered, Reported

from oversight_adapter_example.page import PageWriter


class TestPageWriter(WriterSuite):
    @pytest.fixture
    def make_writer(self) -> Callable[[AsOf], PageWriter]:
        return PageWriter

    def records(self, text: str) -> int:
        return text.count("<tr><td>")


def test_words_of_a_stranger_are_only_words() -> None:
    register = Register(MemoryStore(), recorder="test")
    item = Item.parse("recommendation:harbour/2024/1")
    words = "<script>alert('x')</script>"
    unclear = Reported(item, "", "", label="Under review", vocabulary="harbour/status")
    register.enter([Registered(item, Recommendation(text=words), ("text",)), unclear])
    out = StringIO()
    PageWriter(AsOf("2100-01-01")).write(register, out)
    assert "As known on 2100-01-01." in out.getvalue() and "Under review (" in out.getvalue()
    assert "<script" not in out.getvalue() and "&lt;script&gt;" in out.getvalue()
