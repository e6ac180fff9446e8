"""The desk: attempts, imports, retractions, joins; over the reference store."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from oversight_adapters.stores.memory import MemoryStore
from oversight_core import (
    KINDS,
    Actor,
    AsOf,
    Attempt,
    Candidate,
    Citation,
    Excerpt,
    Exhibit,
    Force,
    Group,
    Item,
    Label,
    Lifecycle,
    Moment,
    NotAllowed,
    Read,
    Reading,
    Register,
    Registered,
    Reported,
    Rule,
    RuleBook,
    Source,
    State,
    TextSpan,
)
from oversight_core.entities import Recommendation
from oversight_core.errors import (
    CannotRetract,
    Conflict,
    InvalidBatch,
    UnknownAxis,
    UnknownBatch,
    UnknownGrouping,
    UnknownLifecycle,
)
from oversight_core.register import Plan
from oversight_core.rules.reasons import OutOfOrder, WrongMoment

REC = Item("recommendation", "gao", "gao-24-106233", "4", "ice")
ICE = Actor("ICE", "addressee")


@pytest.fixture
def register() -> Register:
    ticks = iter(datetime(2025, 1, 1, tzinfo=UTC) + timedelta(hours=n) for n in range(10_000))
    return Register(MemoryStore(clock=lambda: next(ticks), salt=lambda: b"salt"), recorder="test")


def reading(
    status: str = "Open", text: str = "Do it.", *, dated: str | None = "2024-03-01", name: bytes = b"a page"
) -> Reading:
    source = Source.of(name, dated_on=Moment.parse(dated) if dated else None)
    excerpts = (
        Excerpt("text", text, TextSpan(0, len(text)), source.digest, "test:text/text"),
        Excerpt("status", status, TextSpan(9, 9 + len(status)), source.digest, "test:status/status"),
    )
    label = Label("gao/status", status, excerpts=excerpts[1:])
    entity = Recommendation(text=text, status=status)
    return Reading((Candidate(REC, entity, (label,), excerpts=excerpts),), source=source, format="test")


def attempt(event: str, on: str, *, role: str = "addressee", evidence: tuple[Exhibit, ...] = ()) -> Attempt:
    return Attempt(REC, event, Actor("ICE", role), Moment.parse(on), evidence=evidence)


def test_an_allowed_attempt_is_the_entry(register: Register) -> None:
    decision = register.attempt(attempt("concur", "2024-05-29"), axis="position")
    assert decision and register.history(REC)[0].entry == decision
    assert register.case(REC).statuses["position"].value == "concurred"


def test_what_is_not_allowed_is_a_value_and_writes_nothing(register: Register) -> None:
    register.attempt(attempt("concur", "2024-05-29"), axis="position")
    decision = register.attempt(attempt("issue", "2024-06-01", role="oversight body"), axis="position")
    assert isinstance(decision, NotAllowed)
    assert any(isinstance(reason, WrongMoment) for reason in decision.reasons)
    assert len(register.history(REC)) == 1


def test_an_attempt_before_the_latest_is_out_of_order(register: Register) -> None:
    register.attempt(attempt("concur", "2024-05-29"), axis="position")
    decision = register.attempt(attempt("non_concur", "2024-05-01"), axis="position")
    assert isinstance(decision, NotAllowed)
    assert any(isinstance(reason, OutOfOrder) for reason in decision.reasons)


def test_an_attempt_starts_from_the_status_as_of_its_own_day(register: Register) -> None:
    register.enter([Reported(REC, "position", "non_concurred", occurred_on=Moment.parse("2024-06-01"))])
    assert register.attempt(attempt("concur", "2024-05-01"), axis="position")
    assert register.case(REC).statuses["position"].value == "non_concurred"


def test_an_axis_that_nobody_governs(register: Register) -> None:
    with pytest.raises(UnknownAxis):
        register.attempt(attempt("concur", "2024-05-29"), axis="colour")


def test_taking_a_reading_twice_skips_what_is_known(register: Register) -> None:
    plan = register.take(reading())
    assert len(plan.entries) == 2 and plan.known == 0
    register.apply(plan)
    again = register.take(reading())
    assert again.batch == () and again.known == 2
    assert register.case(REC).statuses["oversight_status"].value == "open"


def test_an_equal_statement_of_another_page_is_not_written_again(register: Register) -> None:
    register.apply(register.take(reading()))
    plan = register.take(reading(dated="2024-06-01", name=b"another page"))
    assert plan.batch == ()


def test_a_changed_status_and_a_reworded_text_are_written(register: Register) -> None:
    register.apply(register.take(reading()))
    register.apply(register.take(reading("Closed – Implemented", "Do it now.", dated="2024-06-01", name=b"later")))
    assert register.case(REC).statuses["oversight_status"].value == "implemented"
    assert register.case(REC, AsOf("2024-04")).statuses["oversight_status"].value == "open"
    kinds = {discrepancy.kind for discrepancy in register.discrepancies()}
    assert {"status", "description"} <= kinds


def test_a_report_without_evidence_names_the_missing_steps(register: Register) -> None:
    register.apply(register.take(reading("Closed – Implemented")))
    (found,) = [d for d in register.discrepancies() if d.kind == "status"]
    assert (found.said, found.against) == ("implemented", "not_stated")
    assert [rule.event for rule in found.missing] == ["verify"]


def test_an_unknown_label_is_kept_raw(register: Register) -> None:
    register.apply(register.take(reading("Pending–Lapsed")))
    case = register.case(REC)
    assert case.statuses["oversight_status"].value == "not_stated"
    assert [r.entry.label for r in case.unmapped if isinstance(r.entry, Reported)] == ["Pending–Lapsed"]


def test_a_plan_made_too_early_is_a_conflict(register: Register) -> None:
    plan = register.take(reading())
    register.attempt(attempt("concur", "2024-05-29"), axis="position")
    with pytest.raises(Conflict):
        register.apply(plan)


def test_an_import_can_be_undone_and_made_again(register: Register) -> None:
    receipt = register.apply(register.take(reading()))
    register.undo(receipt.batch)
    assert register.case(REC).described is None
    assert register.case(REC).statuses["oversight_status"].value == "not_stated"
    with pytest.raises(UnknownBatch):
        register.undo(receipt.batch)
    register.apply(register.take(reading()))
    assert register.case(REC).statuses["oversight_status"].value == "open"


def test_retracting_restores_and_cannot_be_done_twice(register: Register) -> None:
    register.attempt(attempt("concur", "2024-05-29"), axis="position")
    register.retract(REC, 1, why="wrong memo")
    assert register.case(REC).statuses["position"].value == "not_stated"
    for revision in (1, 2, 7):
        with pytest.raises(CannotRetract):
            register.retract(REC, revision, why="again")


def test_only_descriptions_and_reports_are_entered_by_hand(register: Register) -> None:
    decision = register.attempt(attempt("concur", "2024-05-29"), axis="position")
    with pytest.raises(InvalidBatch):
        register.enter([decision])  # type: ignore[list-item]


def test_joined_histories_are_one_thing_from_the_join_on(register: Register) -> None:
    other = Item("recommendation", "gao", "~0123456789", "4", "ice")
    register.apply(register.take(reading()))
    register.enter([Reported(other, "position", "concurred", occurred_on=Moment.parse("2024-01-01"))])
    before = len(list(register.store.scan()))
    receipt = register.enter([Registered(other, Recommendation(), same_as=REC)])
    for item in (REC, other):
        assert register.case(item).statuses["position"].value == "concurred"
        assert register.case(item).statuses["oversight_status"].value == "open"
    assert list(register.cases()) == [REC] and register.tally().whole.items == 1
    assert len(register.cases(AsOf(recorded_by=before))) == 2
    register.retract(other, receipt.position - before + 1, why="not the same")
    assert register.case(REC).statuses["position"].value == "not_stated"
    assert len(register.cases()) == 2


def test_disposed_content_stays_known_and_does_not_come_back(register: Register) -> None:
    register.apply(register.take(reading()))
    register.dispose(REC, (1, 2), "records schedule 1.1")
    assert register.verify().holds
    assert register.take(reading()).batch == ()


def test_a_plan_prints(register: Register) -> None:
    assert str(register.take(reading())).splitlines()[0] == "2 entries about 1 items; 0 known already"
    assert str(Plan()) == "0 entries about 0 items; 0 known already"


def test_a_review_issues_on_the_day_its_analysis_ends(register: Register) -> None:
    review, body = Item("review", "crcl", "~0123456789"), Actor("CRCL", "oversight_body")
    for event, on in (("plan", "2024-01-01"), ("start", "2024-02"), ("finish", "2024-03-15"), ("issue", "2024-03-15")):
        assert register.attempt(Attempt(review, event, body, Moment.parse(on)), axis="stage")
    assert register.case(review).statuses["stage"].value == "issued"


def test_an_undated_step_counts_from_its_recording_for_the_next_one(register: Register) -> None:
    body = Actor("GAO", "oversight_body")
    assert register.attempt(Attempt(REC, "issue", body, None), axis="position")
    decision = register.attempt(attempt("concur", "2020-01-01"), axis="position")
    assert isinstance(decision, NotAllowed) and any(isinstance(reason, OutOfOrder) for reason in decision.reasons)


def test_what_is_disposed_and_undone_does_not_come_back(register: Register) -> None:
    receipt = register.apply(register.take(reading()))
    register.dispose(REC, (1, 2), "records schedule 1.1")
    register.undo(receipt.batch)
    assert register.take(reading()).batch == ()


def test_forgotten_words_contradict_nothing(register: Register) -> None:
    register.apply(register.take(reading()))
    register.apply(register.take(reading(text="Do it, please.", dated="2024-06-01", name=b"later")))
    assert [d.kind for d in register.discrepancies()] == ["description"]
    register.dispose(REC, (1,), "records schedule 1.1")
    assert register.discrepancies() == ()


def test_a_join_without_a_description_keeps_both(register: Register) -> None:
    other = Item("recommendation", "gao", "~0123456789", "4", "ice")
    register.attempt(Attempt(other, "concur", ICE, Moment.parse("2024-05-29")), axis="position")
    register.enter([Registered(REC, Recommendation(text="a"))])
    register.enter([Registered(other, Recommendation(number="4"))])
    register.enter([Registered(other, None, same_as=REC)])
    assert register.case(other).described == Recommendation(text="a", number="4")
    assert list(register.cases()) == [REC], "the earliest registered names, not the one that appeared first"


def test_a_group_entered_by_name_is_a_group(register: Register) -> None:
    register.enter([Reported(REC, "oversight_status", "open_partial", occurred_on=Moment.parse("2024-01-01"))])
    register.enter([Reported(REC, "oversight_status", "open", occurred_on=Moment.parse("2024-02-01"))])
    assert register.case(REC).statuses["oversight_status"].value == "open_partial"


def test_the_rule_behind_a_step_and_what_it_missed(register: Register) -> None:
    decision = register.attempt(attempt("concur", "2024-05-29"), axis="position")
    assert not isinstance(decision, NotAllowed)
    assert register.rule(decision).event == "concur"
    assert "plan" in register.missing(decision)
    with pytest.raises(UnknownLifecycle):
        Register(register.store, rulebooks=()).missing(decision)


def test_an_unknown_grouping(register: Register) -> None:
    with pytest.raises(UnknownGrouping):
        register.tally(by="colour")


def test_what_was_undone_is_counted_nowhere(register: Register) -> None:
    receipt = register.apply(register.take(reading()))
    assert register.cases(AsOf("2020-01-01")) == {} and register.tally(AsOf("2020-01-01")).whole.items == 0
    register.undo(receipt.batch)
    assert register.cases() == {} and register.tally().whole.items == 0


@pytest.mark.parametrize("kind", sorted(set(KINDS) - {"recommendation"}))
def test_only_a_recommendation_has_a_position_or_an_oversight_status(register: Register, kind: str) -> None:
    item = Item(kind, "crcl", "~0123456789", "close-memorandum", "ice")
    for axis in ("position", "resolution", "oversight_status"):
        with pytest.raises(UnknownAxis, match=kind):
            register.attempt(Attempt(item, "issue", Actor("CRCL", "oversight_body"), None), axis=axis)


def test_the_only_table_of_an_axis_governs_where_no_book_is_named() -> None:
    house = Citation("our handbook", Force.PRACTICE, "us", Read.ORIGINAL)
    states = (State("shut", "closed"), State("open", "ajar"))
    rows = (Rule("shut", "unlock", "open", "porter", cites=house),)
    door = Lifecycle("door", "1", "door", "shut", states, rows, (Group("final", "open"),))
    register = Register(MemoryStore(), rulebooks=(RuleBook("ours", "1", "Ours", (door,)),))
    item = Item("door", "house", "front")
    assert register.attempt(Attempt(item, "unlock", Actor("Ann", "porter"), None), axis="door")
    assert register.case(item).statuses["door"].value == "open"
