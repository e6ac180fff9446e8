"""The surest reader reads; none and several are errors that say what can be done."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.plugins.some_plugins import Brings, SureReader

from oversight_adapters.plugins import Adapters, UnknownAdapter
from oversight_core.errors import AmbiguousFormat, UnknownFormat
from oversight_core.provenance import Source

SOURCE = Source.of(b"%% nothing any built-in reader knows %%", name="letter.txt")


def with_levels(**levels: int) -> Adapters:
    adapters = Adapters()
    for name, level in levels.items():
        adapters.register(Brings(SureReader(name, level)), name=f"firm-{name}")
    return adapters


@given(st.dictionaries(st.sampled_from("abcdefgh"), st.integers(0, 3)))
def test_the_surest_reader_is_chosen(levels: dict[str, int]) -> None:
    adapters = with_levels(**levels)
    top = max(levels.values(), default=0)
    best = sorted(name for name, level in levels.items() if level == top)
    if not top:
        with pytest.raises(UnknownFormat) as unknown:
            adapters.recognise(SOURCE)
        assert unknown.value == UnknownFormat("letter.txt", tuple(adapters.readers))
    elif len(best) > 1:
        with pytest.raises(AmbiguousFormat) as ambiguous:
            adapters.recognise(SOURCE)
        assert ambiguous.value == AmbiguousFormat(tuple(best), "letter.txt")
    else:
        assert adapters.recognise(SOURCE).name == best[0]
        assert adapters.read(SOURCE).format == best[0]


def test_a_named_format_is_not_argued_with() -> None:
    assert with_levels(shy=0, bold=3).read(SOURCE, format="shy").format == "shy"
    with pytest.raises(UnknownAdapter):
        with_levels().read(SOURCE, format="telepathy")


def test_a_reader_that_fails_at_recognising_is_told_and_not_asked() -> None:
    class Fails(SureReader):
        def recognise(self, source: Source) -> int:
            raise RuntimeError("out of ink")

    adapters = with_levels(good=1)
    adapters.register(Brings(Fails("bad")), name="firm")
    assert adapters.recognise(SOURCE).name == "good"
    assert "out of ink" in str(adapters.broken["firm"])


@pytest.mark.parametrize("level", [None, -1, 4, "3", 2.5, float("nan"), [3]], ids=repr)
def test_a_reader_that_is_sure_to_no_degree_is_told(level: Any) -> None:
    adapters = with_levels(good=1)
    adapters.register(Brings(SureReader("bad", level)), name="firm")
    assert adapters.recognise(SOURCE).name == "good"
    assert "which is not 0 to 3" in str(adapters.broken["firm"])


def test_a_reader_that_would_end_the_program_is_told() -> None:
    class Leaves(SureReader):
        def recognise(self, source: Source) -> int:
            raise SystemExit(3)

    adapters = with_levels(good=1)
    adapters.register(Brings(Leaves("bad")), name="firm")
    assert adapters.recognise(SOURCE).name == "good"
    assert "SystemExit" in str(adapters.broken["firm"])


def test_a_source_without_a_name_is_told_by_its_digest() -> None:
    with pytest.raises(UnknownFormat, match="sha256:"):
        Adapters().recognise(Source.of(b"?"))
