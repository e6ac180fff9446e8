"""What the record contradicts, and what it only seems to."""

from __future__ import annotations

from datetime import UTC, datetime

from oversight_core import Actor, Item, Moment, Recorded, Registered, Reported, Retracted
from oversight_core.entities import Document, Listing, Recommendation
from oversight_core.ledger.entry import Entry
from oversight_core.questions import Discrepancy, discrepancies
from oversight_core.register.tables import Tables
from oversight_core.rulebooks import BUILTIN
from oversight_core.rules import Attempt, decide
from oversight_core.rules.attempt import Applied

REC = Item("recommendation", "gao", "gao-24-106233", "4", "ice")
MEMO = Item.parse("document:crcl/~8f03a1b2c4/recommendation-memorandum@ice")
TABLES = Tables(BUILTIN)


def found(*entries: Entry) -> list[Discrepancy]:
    histories: dict[Item, list[Recorded]] = {}
    at = datetime(2025, 1, 1, tzinfo=UTC)
    for n, entry in enumerate(entries, 1):
        history = histories.setdefault(entry.item, [])
        history.append(Recorded(entry, n, len(history) + 1, at, "test", n))
    return list(discrepancies(histories, TABLES.find))


def reported(status: str, on: str, *states: str) -> Reported:
    moment = Moment.parse(on)
    return Reported(REC, "oversight_status", status, states, status, "gao/status", moment, moment)


def applied(event: str, source: str, on: str) -> Applied:
    attempt = Attempt(REC, event, Actor("GAO", "oversight_body"), Moment.parse(on))
    decision = decide(TABLES.of(REC, "oversight_status"), source, attempt)
    assert isinstance(decision, Applied), decision
    return decision


def test_a_closing_that_nobody_has_shown() -> None:
    (one,) = found(reported("implemented", "2024-05-01", "closed_implemented"))
    assert (one.kind, one.said, one.against) == ("status", "implemented", "not_stated")
    assert [rule.event for rule in one.missing] and "not shown" in str(one)


def test_a_step_after_the_report_is_no_contradiction() -> None:
    closed = reported("closed_implemented", "2024-05-01")
    reopened = applied("reopen", "closed_implemented", "2025-01-01")
    assert found(closed, reopened) == []


def test_an_open_page_over_nothing_is_no_contradiction() -> None:
    assert found(reported("open", "2024-05-01", "open_awaiting", "open_partial")) == []


def test_pages_that_show_a_status_as_of_their_day_are_in_order() -> None:
    assert found(reported("open_partial", "../2024-03-31"), reported("open_awaiting", "../2025-03-31")) == []


def test_an_order_that_nobody_can_tell() -> None:
    (one,) = found(reported("open_unacceptable", "2024-03-15"), reported("open_partial", "2024-03"))
    assert (one.kind, one.said, one.against) == ("order", "open_partial", "open_unacceptable")


def test_a_retraction_may_leave_a_gap() -> None:
    issue, receive = applied("issue", "not_stated", "2024-01-01"), applied("receive", "open_awaiting", "2024-02-01")
    close = applied("verify", "open_response_received", "2024-03-01")
    assert found(issue, receive, close) == []
    (one,) = found(issue, receive, close, Retracted(REC, 2, "no reply came"))
    assert (one.kind, one.said, one.against) == ("gap", "verify from open_response_received", "open_awaiting")


def test_a_description_that_differs_and_one_that_is_only_finer() -> None:
    coarse, fine, other = (Document(issued_on=Moment.parse(text)) for text in ("2024-02", "2024-02-05", "2024-03"))
    assert found(Registered(MEMO, coarse), Registered(MEMO, fine)) == []
    (one,) = found(Registered(MEMO, fine), Registered(MEMO, other))
    assert (one.kind, one.about, one.said, one.against) == ("description", "issued_on", "2024-03", "2024-02-05")


def test_a_type_printed_two_ways() -> None:
    (one,) = found(Registered(MEMO, Document(printed_type=("Recommendation Memo", "Expert Recommendation Memo"))))
    assert (one.about, one.said, one.against) == ("printed_type", "Expert Recommendation Memo", "Recommendation Memo")


def test_totals_against_parts() -> None:
    listing = Registered(Item.parse("listing:gao/ice"), Listing(stated_total=41, parsed_total=10))
    memo = Registered(MEMO, Document(recommendation_count=1))
    parts = [
        Registered(Item("recommendation", "crcl", "~8f03a1b2c4", n, "ice"), Recommendation(number=n, document=MEMO))
        for n in ("1", "2")
    ]
    assert [(d.said, d.against) for d in found(listing, memo, *parts)] == [
        ("41", "10 on the page"),
        ("1", "2 in the record"),
    ]
