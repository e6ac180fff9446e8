"""What must hold of a record whatever is read or done, and what is expected of it and listed where it is missing."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from decimal import Decimal
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.rulebooks.versions import EACH, named

from oversight_adapters.stores.memory import MemoryStore
from oversight_core import Register
from oversight_core.entities import (
    Complaint,
    Document,
    Evidence,
    FinalAction,
    Listing,
    ManagementDecision,
    Money,
    Outlier,
    Placement,
    Recommendation,
    Response,
    StatisticalReview,
)
from oversight_core.ledger import Applied, Disposed, Recorded, Registered, Reported, fold
from oversight_core.moments import Moment
from oversight_core.names import Actor, Item
from oversight_core.reading import Label, Reading
from oversight_core.rulebooks.crcl import CRCL
from oversight_core.rules import Attempt, Exhibit, Lifecycle, Rule, Step, Vocabulary
from oversight_core.testing import LawBroken, check_lifecycle
from oversight_core.testing.invariants import INVARIANTS, Seen, broken, check_invariants, looked_at, unmet
from oversight_core.testing.strategies.histories import histories
from oversight_core.testing.strategies.reading import readings

REC = Item("recommendation", "oig", "oig-24-17", "2", "ice")
MEMO = Item("document", "oig", "oig-24-17", "memo", "ice")
DAY, NEXT = Moment.parse("2024-02-05"), Moment.parse("2024-02-06")
CRCL_LABELS = tuple((words.name, row.label) for words in CRCL.vocabularies for row in words.rows)


# -- all fifteen ---------------------------------------------------------------------------------------------------


def test_there_are_fifteen_and_five_of_them_hold_always() -> None:
    assert [one.number for one in INVARIANTS] == list(range(1, 16))
    assert len({one.name for one in INVARIANTS}) == 15
    assert [one.number for one in INVARIANTS if one.kind == "always"] == [5, 10, 11, 12, 15]
    assert all(one.says and one.source for one in INVARIANTS)


# -- always --------------------------------------------------------------------------------------------------------


def seen(history: list[Recorded]) -> Seen:
    by_item: dict[Item, list[Recorded]] = {}
    for recorded in history:
        by_item.setdefault(recorded.item, []).append(recorded)
    return looked_at(by_item, Register(MemoryStore()).tables)


@given(histories())
def test_what_is_always_so_holds_of_every_history(history: list[Recorded]) -> None:
    said = [r for r in history if not (isinstance(r.entry, Registered) and r.entry.same_as)]
    forgotten = [one for one in broken(seen(said)) if one.invariant.number != 15]  # these are disposed of by hand
    assert forgotten == []


@given(readings())
def test_what_is_always_so_holds_of_what_is_read_and_undone(reading: Reading) -> None:
    register = Register(MemoryStore(), recorder="test")
    receipt = register.apply(register.take(reading))
    check_invariants(register)
    if receipt.batch:
        register.undo(receipt.batch)
        check_invariants(register)


def test_what_is_always_so_holds_where_items_are_joined_and_parted() -> None:
    twin = attrs.evolve(REC, addressee="dhs")
    register = Register(MemoryStore(), recorder="test")
    register.enter([Registered(REC, Recommendation(number="2")), Registered(twin, Recommendation(), same_as=REC)])
    check_invariants(register)
    register.retract(twin, 1, why="they are two")
    check_invariants(register)


def test_what_is_always_so_holds_of_what_was_forgotten() -> None:
    item = Item("complaint", "crcl", "24-01")
    register = Register(MemoryStore(), recorder="test")
    register.enter([Registered(item, Complaint(text="what happened to me")), Reported(item, "stage", "received")])
    check_invariants(register)
    register.dispose(item, (1,), "records schedule")
    check_invariants(register)
    assert "happened" not in str(register.case(item))


def recorded(entry: Any, position: int = 1, *, key: str = "") -> Recorded:
    at = datetime(2024, 3, 1, tzinfo=UTC)
    return Recorded(entry, position, position, at, "test", position, b"", key)


def _moved_by_position(record: Seen) -> Seen:
    other = fold([recorded(Reported(REC, "oversight_status", "open_partial"))])
    return attrs.evolve(record, cases={REC: other})


SPOKEN = [recorded(Reported(REC, "position", "concurred", occurred_on=DAY))]
GUESSED = [recorded(Reported(REC, "oversight_status", "open", (), "Ajar", "gao/status"), key="read")]
UNMAPPED = [recorded(Reported(REC, "", "", (), "Ajar", "gao/status"))]
ESTIMATE = [recorded(Registered(REC, Recommendation(estimated_completion=DAY), ("estimated_completion",)))]
PERSON = Item("complaint", "crcl", "jane-doe")
NAMED = [recorded(Registered(PERSON, Complaint(text="Jane Doe")))]
SHOWN = [recorded(Registered(REC, Recommendation(text="its words"))), recorded(Disposed(REC, (1,), "schedule"), 2)]
ASTRAY = [recorded(Reported(MEMO, "release", "published"))]


@pytest.mark.parametrize(
    ("number", "record"),
    [
        (5, _moved_by_position(seen(SPOKEN))),
        (10, looked_at({REC: ASTRAY}, Register(MemoryStore()).tables)),
        (11, seen(GUESSED)),
        (11, _moved_by_position(seen(UNMAPPED))),
        (12, _moved_by_position(seen(ESTIMATE))),
        (15, seen(NAMED)),
        (15, seen(SHOWN)),
    ],
)
def test_a_record_that_breaks_what_is_always_so_is_told(number: int, record: Seen) -> None:
    """Made by hand, for no register makes them."""
    assert number in {one.invariant.number for one in broken(record)}
    assert all(str(one.item) in str(one) for one in broken(record))


def test_the_law_names_the_invariant_and_the_item() -> None:
    class Forgetful(MemoryStore):
        def scan(self, after: int = 0) -> Any:
            return iter(GUESSED)

    with pytest.raises(LawBroken, match=r"unknown-label-is-kept.*oig-24-17"):
        check_invariants(Register(Forgetful()))


@pytest.mark.parametrize("words", CRCL.vocabularies, ids=lambda words: words.name)
def test_no_label_of_crcl_yields_an_oversight_status(words: Vocabulary) -> None:
    """A label maps only to the axis its publisher speaks on."""
    assert not [row.label for row in words.rows for axis, _ in row.targets if axis == "oversight_status"]


def test_crcl_has_no_table_for_an_oversight_status() -> None:
    assert "oversight_status" not in {table.axis for table in CRCL.lifecycles}


@given(readings(), st.data())
def test_nothing_crcl_says_about_anything_moves_an_oversight_status(reading: Reading, data: st.DataObject) -> None:
    def spoken(label: Label) -> Label:
        vocabulary, words = data.draw(st.sampled_from(CRCL_LABELS))
        return attrs.evolve(label, vocabulary=vocabulary, words=words)

    candidates = [attrs.evolve(one, labels=tuple(map(spoken, one.labels))) for one in reading.candidates]
    plan = Register(MemoryStore(), recorder="test").take(attrs.evolve(reading, candidates=tuple(candidates)))
    said = [entry for entry in plan.entries if isinstance(entry, Reported)]
    assert all(entry.axis != "oversight_status" for entry in said)
    assert len(said) <= sum(len(one.labels) * len(CRCL_LABELS) for one in candidates)


@given(readings())
def test_a_reading_is_taken_once(reading: Reading) -> None:
    """Taking a reading twice skips what is known, and the record stays whole."""
    register = Register(MemoryStore(), recorder="test")
    register.apply(register.take(reading))
    assert not register.take(reading).entries
    assert register.verify().holds


# -- expected ------------------------------------------------------------------------------------------------------


def entered(*described: tuple[Item, Any]) -> Register:
    register = Register(MemoryStore(), recorder="test")
    register.enter([Registered(item, entity) for item, entity in described])
    return register


def missing(register: Register) -> list[tuple[int, Item]]:
    check_invariants(register)  # what is expected may be missing; what is always so may not
    return [(one.invariant.number, one.item) for one in unmet(register)]


def done(register: Register, event: str, axis: str, role: str, *shown: str, item: Item = REC) -> None:
    evidence = tuple(Exhibit(kind, "somebody else") for kind in shown)
    assert register.attempt(Attempt(item, event, Actor("Ann", role), None, None, evidence), axis=axis)


def other(kind: str, n: int = 1) -> Item:
    return Item(kind, "oig", "oig-24-17", str(n))


def test_an_empty_record_misses_nothing() -> None:
    assert missing(Register(MemoryStore())) == []


@pytest.mark.parametrize(("positions", "told"), [((4, 5, 17), False), ((4, 5, 16), True), ((4, None, 17), False)])
def test_positions_add_up_to_the_recommendations(positions: tuple[Any, ...], told: bool) -> None:
    names = ("concurred", "partially_concurred", "non_concurred")
    stated = Response(answers=MEMO, **dict(zip(names, positions, strict=True)))
    register = entered((MEMO, Document(recommendation_count=26)), (other("response"), stated))
    assert missing(register) == ([(1, MEMO)] if told else [])


def test_recommendations_in_the_record_are_as_many_as_the_document_states() -> None:
    described = (REC, Recommendation(document=MEMO))
    assert missing(entered((MEMO, Document(recommendation_count=2)), described)) == [(1, MEMO)]
    assert missing(entered((MEMO, Document(recommendation_count=1)), described)) == []


def test_a_position_has_a_response_and_agreement_a_plan() -> None:
    register = entered((REC, Recommendation(document=MEMO)))
    done(register, "concur", "position", "addressee")
    assert missing(register) == [(2, REC), (2, REC)]
    register.enter([Registered(other("response"), Response(answers=MEMO))])
    assert missing(register) == [(2, REC)]
    done(register, "report_complete", "implementation", "addressee")  # done already
    assert missing(register) == []


def test_refusal_needs_no_plan() -> None:
    register = Register(MemoryStore())
    done(register, "non_concur", "position", "addressee", "reply")
    assert missing(register) == []


def test_what_is_agreed_in_part_is_split() -> None:
    register = Register(MemoryStore())
    done(register, "partially_concur", "position", "addressee", "reply", "plan", "reasons")
    (one,) = unmet(register)
    assert str(one) == f"3 partial-is-split: {REC}: partially concurred without accepted_part"


def test_what_is_closed_as_implemented_is_verified_by_another() -> None:
    register = Register(MemoryStore())
    register.enter([Reported(REC, "oversight_status", "closed_implemented")])
    assert missing(register) == [(4, REC)]
    shown = Evidence(about=REC, supplied_by="ICE", verified_by="ICE")
    register.enter([Registered(other("evidence"), shown)])
    assert missing(register) == [(4, REC)]
    register.enter([Registered(other("evidence"), attrs.evolve(shown, verified_by="OIG"))])
    assert missing(register) == []


def test_a_closing_on_ones_own_evidence_is_told_where_some_table_let_it_through() -> None:
    step = Step("lax", "1", "oversight_status", "open_partial", "verify", "closed_implemented")
    own = Attempt(REC, "verify", Actor("Ann", "oversight_body"), None, None, (Exhibit("verified_evidence", "ann "),))
    (one,) = [row for row in INVARIANTS if row.number == 4]
    record = seen([recorded(Applied(step, own))])
    assert [how for _, how in one.find(record)] == ["closed as implemented on evidence that its verifier supplied"]


@pytest.mark.parametrize(
    ("completed", "none_needed", "told"), [(NEXT, None, False), (DAY, True, False), (DAY, None, True)]
)
def test_final_action_follows_the_decision(completed: Moment, none_needed: bool | None, told: bool) -> None:
    decision = ManagementDecision(recommendation=REC, decided_on=DAY, no_action_needed=none_needed)
    action = FinalAction(recommendation=REC, completed_on=completed)
    register = entered((other("management-decision"), decision), (other("final-action"), action))
    assert missing(register) == ([(6, other("final-action"))] if told else [])


def test_final_action_before_the_decision_is_told_only_where_it_is_certain() -> None:
    def found(completed: str, decided: str) -> bool:
        decision = ManagementDecision(recommendation=REC, decided_on=Moment.parse(decided), no_action_needed=True)
        action = FinalAction(recommendation=REC, completed_on=Moment.parse(completed))
        return bool(missing(entered((other("management-decision"), decision), (other("final-action"), action))))

    assert found("2024-02", "2024-03-01")
    assert not found("2024-02", "2024-02-29")


@pytest.mark.parametrize(
    ("amounts", "n"),
    [
        ({"questioned": "10", "unsupported": "10", "disallowed": "4"}, 0),
        ({"questioned": "10", "unsupported": "10.01"}, 1),
        ({"questioned": "0", "unsupported": "1", "disallowed": "1"}, 2),
        ({"unsupported": "1"}, 0),  # nobody says how much is questioned
    ],
)
def test_parts_of_money_are_within_what_is_questioned(amounts: dict[str, str], n: int) -> None:
    money = Money(recommendation=REC, currency="USD", **{name: Decimal(text) for name, text in amounts.items()})
    assert missing(entered((other("money"), money))) == [(7, other("money"))] * n


def test_a_complaint_that_was_retained_has_a_memo() -> None:
    item, review = Item("complaint", "crcl", "24-01"), Item("review", "crcl", "24-1")
    register = entered((item, Complaint(review=review)))
    done(register, "open", "stage", "oversight_body", item=item)
    done(register, "retain", "stage", "oversight_body", item=item)
    done(register, "start", "stage", "oversight_body", item=item)
    assert missing(register) == [(8, item)]
    register.enter([Registered(MEMO, Document(type="retention-memorandum", review=review))])
    assert missing(register) == []


@pytest.mark.parametrize(("released", "told"), [(None, False), (DAY, False), (Moment.parse("2024-02-04"), True)])
def test_nobody_is_released_before_being_placed(released: Moment | None, told: bool) -> None:
    item = Item("placement", "srms", "p1")
    assert missing(entered((item, Placement(placed_on=DAY, released_on=released)))) == ([(9, item)] if told else [])


def test_no_more_are_open_than_there_are() -> None:
    two = [(other("recommendation", n), Recommendation(document=MEMO)) for n in (1, 2)]
    register = entered((MEMO, Document(recommendation_count=1)), *two)
    register.enter([Reported(item, "oversight_status", "open") for item, _ in two])
    assert (13, MEMO) in missing(register)
    register.enter([Reported(two[0][0], "oversight_status", "closed_withdrawn", occurred_on=Moment.parse("2030"))])
    assert (13, MEMO) not in missing(register)


def test_no_more_are_listed_than_the_listing_states() -> None:
    item = Item("listing", "gao", "ice")
    assert missing(entered((item, Listing(stated_total=41, parsed_total=10)))) == []
    assert missing(entered((item, Listing(stated_total=9, parsed_total=10)))) == [(13, item)]


@pytest.mark.parametrize(
    ("denominator", "coverage", "n"), [(30, 44, 0), (29, 44, 1), (None, 44, 1), (30, None, 1), (None, None, 2)]
)
def test_an_outlier_has_a_base_and_says_what_is_covered(denominator: int | None, coverage: int | None, n: int) -> None:
    review, item = Item("statistical-review", "crcl", "2011-q3"), Item("outlier", "crcl", "2011-q3", "1")
    share = Decimal(coverage) if coverage is not None else None
    outlier = Outlier(review=review, denominator=denominator, coverage=share)
    assert missing(entered((review, StatisticalReview(minimum=30)), (item, outlier))) == [(14, item)] * n


# -- tables --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("table", EACH, ids=named)
def test_every_row_matters_and_whatever_stands_in_it(table: Lifecycle) -> None:
    """Without any row, actor, requirement or condition, the table is no longer what the prose says."""
    for n, row in enumerate(table.rules):
        others = (*table.rules[:n], *table.rules[n + 1 :])
        for rules in (others, *((*others, lesser) for lesser in _lesser(row))):
            with pytest.raises(LawBroken):
                check_lifecycle(attrs.evolve(table, rules=rules))


def _lesser(row: Rule) -> Iterator[Rule]:
    """The row without one of what stands in it."""
    for field in ("actors", "requires", "guards"):
        held = getattr(row, field)
        yield from (attrs.evolve(row, **{field: tuple(name for name in held if name != one)}) for one in held)
