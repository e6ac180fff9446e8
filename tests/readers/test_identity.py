"""Tables of names: exactly one row or none, on any day; proposals that are only proposals; tables that are refused."""

from __future__ import annotations

import sys
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from oversight_adapters.cli import main
from oversight_adapters.readers.identity import (
    BUILTIN,
    DefectiveNames,
    MatchingNotInstalled,
    load_names,
    propose,
    same,
)

ROW = '[[facility]]\nitem = "facility:ice/{0}"\nname = "{1}"\nsource = "a list"\n'


@given(
    st.sampled_from([(row, name) for row in BUILTIN.rows for name, _ in row.names()]),
    st.sampled_from((str.upper, str.lower, lambda name: f"the  {name} ", lambda name: name.replace(" ", "\u00a0"))),
)
def test_every_name_means_its_row_in_any_dress(named: tuple, dress) -> None:
    row, name = named
    assert BUILTIN.resolve(dress(name)) == row


@given(st.sampled_from(BUILTIN.every_name()), st.integers(0, 60))
def test_a_name_with_a_letter_missing_is_another_name(name: str, at: int) -> None:
    spoilt = name[: at % len(name)] + name[at % len(name) + 1 :]
    found = BUILTIN.resolve(spoilt)
    assert found is None or same(spoilt) in {same(other) for other, _ in found.names()}


def test_every_row_says_where_it_is_printed() -> None:
    assert all(row.source and all(alias.source for alias in row.aliases) for row in BUILTIN.rows)
    assert {row.item for row in BUILTIN.rows} >= {row.parent for row in BUILTIN.rows if row.parent}
    assert {row.item for row in BUILTIN.rows} >= {row.successor for row in BUILTIN.rows if row.successor}


@given(st.integers(-2_000, 2_000))
def test_a_name_counts_on_its_days_only(days: int) -> None:
    day = date(2014, 11, 20) + timedelta(days)
    assert (BUILTIN.resolve("Secure Communities", on=day) is None) == (days > 0)
    assert (BUILTIN.resolve("PEP", on=day) is None) == (days < 0)


def test_a_short_form_in_brackets_must_mean_the_same() -> None:
    assert BUILTIN.resolve("Customs and Border Protection (CBP)") == BUILTIN.resolve("CBP")
    assert BUILTIN.resolve("Customs and Border Protection (ICE)") is None


def test_one_name_for_two_at_different_times_has_no_answer_without_a_day() -> None:
    early = ROW.format("a", "Mill Road Jail") + 'existed = "../2015"\n'
    late = ROW.format("b", "Mill Road Jail") + 'existed = "2016/.."\n'
    names = load_names(early, late)
    assert names.resolve("Mill Road Jail") is None
    assert len(names.all_named("mill road jail")) == 2
    assert str(names.resolve("Mill Road Jail", on=date(2014, 1, 1)).item) == "facility:ice/a"
    assert str(names.resolve("Mill Road Jail", on=date(2016, 1, 1)).item) == "facility:ice/b"


@pytest.mark.parametrize(
    ("table", "fault"),
    [
        (ROW.format("a", "X") + ROW.format("b", "x"), "means facility:ice/a and facility:ice/b at one time"),
        (ROW.format("a", "X") + ROW.format("a", "Y"), "described twice"),
        (ROW.format("A a", "X"), "not an item"),
        (ROW.format("a", "X") + 'existed = "soon"\n', "soon"),
        (ROW.format("a", "X") + "colour = 3\n", "unknown key 'colour'"),
        (ROW.format("a", "X") + "aliases = ['Y']\n", "an alias needs a name and a source"),
        (ROW.format("a", "X") + "codes = 'Y'\n", "no list of texts"),
        (ROW.replace("facility:", "review:").format("a", "X"), "is a review"),
        ("[[jail]]\nname = 'X'\n", "none of organisation"),
        ("facility = 3\n", "none of organisation"),
        ("not toml", "no TOML"),
        ("[[facility]]\nitem = 'facility:ice/a'\n", "has no name"),
    ],
)
def test_a_table_with_mistakes_is_refused_and_says_each(table: str, fault: str) -> None:
    with pytest.raises(DefectiveNames) as caught:
        load_names(table, name="mine")
    assert fault in str(caught.value)


@given(st.permutations(BUILTIN.every_name()[:12]), st.sampled_from(BUILTIN.every_name()), st.integers(1, 5))
def test_proposals_are_the_same_whatever_the_order(among: list[str], name: str, limit: int) -> None:
    proposals = propose(name[1:], among, limit=limit)
    assert proposals == propose(name[1:], sorted(among), limit=limit)
    assert len(proposals) <= limit
    assert [one.score for one in proposals] == sorted((one.score for one in proposals), reverse=True)
    assert all(0 <= one.score <= 100 and one.match in among for one in proposals)


def test_without_the_library_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "rapidfuzz", None)
    with pytest.raises(MatchingNotInstalled, match=r"oversight-core\[matching\]"):
        propose("ICE", ["CBP"])


def test_the_command_shows_the_row_or_proposes(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["names", "krome north service processing center"]) == 0
    assert "item: facility:ice/krome-north-service-processing-center" in capsys.readouterr().out
    assert main(["names", "Krome North Servce Processing Center", "--limit", "1"]) == 1
    printed = capsys.readouterr().out
    assert "98.6 Krome North Service Processing Center" in printed
    assert "looks alike" in printed
    assert main(["names", "Secure Communities", "--on", "2016", "--json"]) == 1
    assert '"type": "proposal"' in capsys.readouterr().out
    assert main(["names", "ICE", "--limit", "0"]) == 2
