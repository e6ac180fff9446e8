"""The rules keep the contract of a rulebook, clause by clause, and never let a permit be lost without a hearing."""

from collections.abc import Callable, Collection, Mapping
from typing import ClassVar

import pytest
from hypothesis import given
from oversight_adapters.testing import RuleBookSuite
from oversight_core import Applied, Attempt, Item, RuleBook, decide
from oversight_core.testing import check_entity, walks

from oversight_adapter_example.permits import Permit
from oversight_adapter_example.rules import VALIDITY, harbour


class TestHarbour(RuleBookSuite):
    speaks_on: ClassVar[Mapping[str, Collection[str]]] = {"harbour/validity": {"validity"}}

    @pytest.fixture
    def rulebook(self) -> Callable[[], RuleBook]:
        return harbour


def test_a_permit_keeps_the_laws_of_an_entity() -> None:
    check_entity(Permit)


def test_ended_says_no_more_than_that() -> None:
    (labels,) = harbour().vocabularies
    found = labels.lookup("Ended")
    assert found and found.targets == (("validity", "ended"),)


@given(walks(VALIDITY, item=Item.parse("permit:harbour/permits/17")))
def test_no_permit_is_taken_back_without_a_hearing(walk: list[Attempt]) -> None:
    status, heard = VALIDITY.initial, True
    for attempt in walk:
        step = decide(VALIDITY, status, attempt)
        assert isinstance(step, Applied)
        status = step.step.target
        heard = any(exhibit.kind == "hearing" for exhibit in attempt.evidence)
        assert status != "revoked" or heard
