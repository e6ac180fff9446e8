"""The fold, clause by clause; random histories are compared with a naive re-computation in tests/testing."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

import attrs
import pytest

from oversight_core import AsOf, Item, Moment, Recorded, Registered, Reported, Retracted, fold
from oversight_core.entities import Document, Recommendation
from oversight_core.names import Actor
from oversight_core.rules.attempt import Applied, Attempt, Step

ITEM = Item("recommendation", "gao", "gao-24-106233", "4", "ice")
OPEN = ("open_awaiting", "open_partial", "open_response_received")


def moment(text: str | None) -> Moment | None:
    return Moment.parse(text) if text else None


def applied(event: str, source: str, target: str, on: str | None, *, axis: str = "oversight_status") -> Applied:
    return Applied(
        Step("test", "1", axis, source, event, target), Attempt(ITEM, event, Actor("GAO", "oversight"), moment(on))
    )


def reported(status: str, on: str | None, *, states: tuple[str, ...] = (), stated: str | None = None) -> Reported:
    return Reported(ITEM, "oversight_status", status, states, status, "gao/status", moment(on), moment(stated))


def history(*entries: Any, first: str = "2025-01-01") -> list[Recorded]:
    start = datetime.fromisoformat(first).replace(tzinfo=UTC)
    return [Recorded(e, n, n, start + timedelta(days=n - 1), "test", n) for n, e in enumerate(entries, 1)]


def value(entries: list[Recorded], **as_of: Any) -> str:
    return fold(entries, AsOf(**as_of)).status("oversight_status").value


def test_nothing_is_not_stated() -> None:
    status = fold([]).status("oversight_status")
    assert (status.value, status.basis, status.entry) == ("not_stated", "initial", None)


def test_the_later_counting_moment_wins_then_the_position() -> None:
    late = history(reported("closed_implemented", "2024-05-01"), reported("open_partial", "2024-03-01"))
    assert value(late) == "closed_implemented"
    assert value(late, on="2024-04") == "open_partial"
    same_day = history(reported("open_partial", "2024-03-01"), reported("closed_implemented", "2024-03-01"))
    assert value(same_day) == "closed_implemented"


def test_a_group_that_holds_the_value_only_confirms_it() -> None:
    confirmed = history(applied("verify_partial", "open_awaiting", "open_partial", "2024-03-01"),
                        reported("open", "../2024-06-01", states=OPEN))  # fmt: skip
    status = fold(confirmed).status("oversight_status")
    assert (status.value, status.basis, str(status.since)) == ("open_partial", "applied", "2024-03-01")
    assert status.reported is not None and status.reported.value == "open"
    other = history(reported("closed_implemented", "2024-03-01"), reported("open", "2024-06-01", states=OPEN))
    assert value(other) == "open"


def test_the_initial_status_never_beats_one_it_overlaps() -> None:
    both = history(applied("receive", "not_stated", "open_response_received", "2024-02-05"),
                   applied("issue", "not_stated", "open_awaiting", "2024-02"))  # fmt: skip
    status = fold(both).status("oversight_status")
    assert (status.value, status.order) == ("open_response_received", "clear")


def test_any_other_win_over_an_overlapping_one_is_unclear_and_names_both() -> None:
    both = history(reported("open_partial", "2024-02-05"), reported("closed_implemented", "2024-02"))
    status = fold(both).status("oversight_status")
    assert (status.value, status.order) == ("closed_implemented", "unclear")
    assert status.rivals == tuple(both)


def test_a_later_report_of_the_same_value_clears_the_order() -> None:
    entries = history(
        reported("open_partial", "2024-02-10"),
        reported("closed_implemented", "2024-02"),
        reported("closed_implemented", "2024-05-01"),
    )
    assert fold(entries, AsOf("2024-04")).status("oversight_status").order == "unclear"
    status = fold(entries).status("oversight_status")
    assert (status.order, status.rivals, str(status.since)) == ("clear", (), "2024-02")


@pytest.mark.parametrize("on", [None, "2024-03/.."])
def test_without_a_latest_day_an_entry_counts_from_its_recording_and_is_listed(on: str | None) -> None:
    undated = history(reported("open_partial", on), first="2025-01-10")
    case = fold(undated)
    assert case.status("oversight_status").dated == "recording"
    assert case.undated == tuple(undated)
    assert value(undated, on="2025-01-09") == "not_stated"
    assert value(undated, on="2025-01-10") == "open_partial"


def test_an_unmapped_label_never_changes_a_status_and_is_listed() -> None:
    odd = history(Reported(ITEM, "", "", (), "Pending–Lapsed", "gao/status"))
    case = fold(odd)
    assert case.statuses == {} and case.unmapped == tuple(odd)


def test_retracting_the_last_restores_the_previous_and_acts_from_its_recording() -> None:
    entries = history(
        reported("open_partial", "2024-03-01"),
        reported("closed_implemented", "2024-05-01"),
        Retracted(ITEM, 2, "wrong page", occurred_on=Moment.parse("2031-01-01"), stated_on=Moment.parse("2031-01-01")),
    )
    assert value(entries) == "open_partial"
    assert value(entries, on="2024-06-01", stated_by="2025-06-01") == "open_partial"
    assert value(entries, recorded_by=2) == "closed_implemented"
    assert value(entries, recorded_by="2025-01-02") == "closed_implemented"


def test_stated_by_leaves_out_what_was_said_later() -> None:
    entries = history(reported("open_partial", "2024-03-01", stated="2024-03-05"),
                      reported("closed_implemented", "2024-04-01", stated="2024-09-01"))  # fmt: skip
    assert value(entries, stated_by="2024-08") == "open_partial"
    assert value(entries, stated_by="2024-09") == "closed_implemented"


def test_the_two_folds_stand_beside_the_value() -> None:
    entries = history(applied("issue", "not_stated", "open_awaiting", "2024-01-01"),
                      reported("closed_implemented", "2024-05-01"))  # fmt: skip
    status = fold(entries).status("oversight_status")
    assert status.basis == "reported"
    assert status.applied is not None and status.applied.value == "open_awaiting"
    assert status.reported is not None and status.reported.value == "closed_implemented"


def test_periods_are_the_folds_by_day() -> None:
    entries = history(reported("open_partial", "2024-03-01"), reported("closed_implemented", "2024-05-01"))
    rows = [p for p in fold(entries).periods if p.basis == "value"]
    assert [(p.status, str(p.opened), str(p.valid_from), str(p.valid_to)) for p in rows] == [
        ("open_partial", "2024-03-01", "2024-03-01", "2024-05-01"),
        ("closed_implemented", "2024-03-01", "2024-05-01", "None"),
    ]


def described(entity: Any, *fields: str) -> Registered:
    return Registered(attrs.evolve(ITEM, kind="document"), entity, fields)


def test_a_later_description_changes_only_its_fields() -> None:
    entries = history(
        described(Document(title="Krome", addressee="ICE"), "title", "addressee"),
        described(Document(title="Krome North"), "title"),
    )
    assert fold(entries).described == Document(title="Krome North", addressee="ICE")


def test_by_hand_the_default_is_the_fields_that_are_set() -> None:
    entries = history(described(Document(title="Krome", part="2")), described(Document(addressee="ICE")))
    assert fold(entries).described == Document(title="Krome", part="2", addressee="ICE")


def test_a_finer_moment_inside_a_coarser_one_wins_over_order() -> None:
    fine, coarse, other = (Document(issued_on=Moment.parse(t)) for t in ("2024-02-05", "2024-02", "2024-03"))
    assert fold(history(described(fine), described(coarse))).described == fine
    assert fold(history(described(coarse), described(fine))).described == fine
    assert fold(history(described(fine), described(other))).described == other


def test_retracting_every_description_leaves_none() -> None:
    entry = Registered(ITEM, Recommendation(number="4"))
    assert fold(history(entry, Retracted(ITEM, 1))).described is None


def test_the_earliest_rulebook_governs() -> None:
    entries = history(
        Registered(ITEM, Recommendation(), rulebook="gao"), Registered(ITEM, Recommendation(), rulebook="crcl")
    )
    assert fold(entries).rulebook == "gao"


def test_an_issue_that_is_not_the_beginning_moves_the_status() -> None:
    """A review issues its memo on the day its analysis ends: the later step is no initial one."""
    entries = history(applied("finish", "fieldwork", "analysis", "2024-03-15", axis="stage"),
                      applied("issue", "analysis", "issued", "2024-03-15", axis="stage"))  # fmt: skip
    assert fold(entries).statuses["stage"].value == "issued"


def test_a_join_describes_nothing_and_takes_nothing_away() -> None:
    other = attrs.evolve(ITEM, number="5")
    entries = history(Registered(ITEM, Recommendation(number="4")), Registered(ITEM, None, same_as=other))
    assert fold(entries).described == Recommendation(number="4")
    assert fold(entries[1:]).described is None
