"""What every suite is made of: failures that name their clause, whatever it was that failed."""

from typing import Protocol

import pytest

from oversight_adapters.testing.clauses import (
    PAGES,
    ClauseBroken,
    by_clause,
    expect,
    expect_none,
    missing_parts,
    refused,
)


class Port(Protocol):
    name: str

    def put(self, what: str, *, where: str = "") -> None: ...

    def get(self, where: str = "") -> str: ...


class Whole:
    name = "whole"

    def put(self, what, *, where=""):
        return None

    def get(self, where="", more=None):
        return where


@by_clause
class Suite:
    def test_L99_raises(self, error):
        """L99 nothing is raised"""
        raise error

    def helper(self):
        raise KeyError("no clause")


@pytest.mark.parametrize("error", [KeyError("x"), ExceptionGroup("two", [ValueError("y")]), SystemExit(3)])
def test_whatever_is_raised_names_the_clause(error):
    with pytest.raises(ClauseBroken) as caught:
        Suite().test_L99_raises(error)
    told = str(caught.value)
    assert told.startswith(f"L99: expected no error but those that the contract names; found {type(error).__name__}: ")
    assert "\n  L99 promises: nothing is raised\n" in told and told.endswith(f"\n  read: {PAGES['L']}, L99")
    assert caught.value.__cause__ is error


@pytest.mark.parametrize("error", [pytest.skip.Exception("not here"), KeyboardInterrupt()])
def test_a_skip_and_an_interrupt_are_no_failures(error):
    with pytest.raises(type(error)) as caught:
        Suite().test_L99_raises(error)
    assert caught.value is error


def test_another_clause_keeps_its_name_and_its_own_promise():
    with pytest.raises(ClauseBroken) as caught:
        Suite().test_L99_raises(ClauseBroken("B99", "a rule"))
    assert str(caught.value) == f"B99: expected a rule\n  read: {PAGES['B']}, B99"


def test_what_is_no_test_is_left_alone():
    with pytest.raises(KeyError):
        Suite().helper()


def test_faults_are_told_up_to_five_and_long_values_are_cut():
    expect_none("L99", [])
    expect("L99", True, "nothing")
    with pytest.raises(ClauseBroken, match=r"found 0; 1; 2; 3; 4; and 7 more\n"):
        expect_none("L99", map(str, range(12)))
    with pytest.raises(ClauseBroken, match=r"found x{800}… \(200 more characters\)\n"):
        expect("L99", False, "little", "x" * 1000)


def test_what_should_be_refused_is_caught_or_told():
    with refused("L99", ValueError, "it is odd") as caught:
        raise ValueError("odd")
    assert str(caught[0]) == "odd"
    with pytest.raises(ClauseBroken) as told, refused("L99", ValueError, "it is odd"):
        pass
    assert str(told.value).startswith("L99: expected ValueError, because it is odd; found that nothing was raised\n")


@pytest.mark.parametrize(
    ("name", "value", "told"),
    [
        ("name", None, "Changed has no 'name'"),
        ("get", None, "Changed has no 'get'"),
        ("get", "words", "Changed.get cannot be called as get("),
        ("get", lambda self: "", "Changed.get cannot be called as get("),
        ("get", lambda self, where: "", "Changed.get cannot be called as get("),
        ("put", lambda self, what, where="": None, None),
        ("put", lambda self, what, *, place="": None, "Changed.put cannot be called as put("),
        ("put", lambda self, *what, **named: None, None),
        ("put", lambda self, what, more, *, where="": None, "Changed.put cannot be called as put("),
    ],
)
def test_parts_that_are_missing_or_cannot_be_called_are_told(name, value, told):
    assert list(missing_parts(Whole(), Port)) == []
    faults = list(missing_parts(type("Changed", (Whole,), {name: value})(), Port))
    assert len(faults) == bool(told) and (not told or faults[0].startswith(told)), faults
