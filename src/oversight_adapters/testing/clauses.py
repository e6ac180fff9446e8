"""What every suite is made of: tests that stand for a clause, and failures that name it and say where to read on."""

from __future__ import annotations

import inspect
import math
import re
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from functools import wraps
from typing import Any, TypeVar

from oversight_adapters.plugins.making import parts

PAGES = {
    "L": "docs/reference/store-contract.md",
    "R": "docs/reference/reader-contract.md",
    "W": "docs/reference/writer-contract.md",
    "B": "docs/reference/rulebook-contract.md",
    "P": "docs/reference/plugin-contract.md",
}
"""Where the clauses of each letter are written down."""

_MOST, _LONGEST = 5, 800  # faults that one failure tells, and characters of a value

_PROMISES: dict[str, str] = {}  # what each clause promises, in the words of its first test

S = TypeVar("S", bound=type)


class ClauseBroken(AssertionError):
    """A clause that does not hold: which, what it expects, what was found, and where to read about it."""

    __module__ = "oversight_adapters.testing"  # where it is public, and what a failing test shows before the message

    def __init__(self, clause: str, expected: str, found: str = "", promise: str = "") -> None:
        super().__init__(clause, expected, found, promise)
        self.clause, self.expected, self.found, self.promise = clause, expected, found, promise

    def __str__(self) -> str:
        found = f"; found {self.found}" if self.found else ""
        promised = self.promise or _PROMISES.get(self.clause, "")
        promise = f"\n  {self.clause} promises: {promised}" if promised else ""
        return (
            f"{self.clause}: expected {self.expected}{found}{promise}\n  read: {PAGES[self.clause[0]]}, {self.clause}"
        )


def expect(clause: str, holds: bool, expected: str, found: object = None) -> None:
    """Fail with the clause and what it expects."""
    __tracebackhide__ = True  # the failure is about the adapter; pytest need not show how the kit found it
    if not holds:
        raise ClauseBroken(clause, _short(expected), "" if found is None else _short(f"{found}"))


def expect_none(clause: str, faults: Iterable[str], expected: str = "no fault") -> None:
    """Fail with the clause and the first of the faults, where there are any."""
    __tracebackhide__ = True
    told = list(faults)
    more = f"; and {len(told) - _MOST} more" if told[_MOST:] else ""
    if told:
        raise ClauseBroken(clause, expected, "; ".join(told[:_MOST]) + more)


def _short(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}… ({len(text) - _LONGEST} more characters)"


@contextmanager
def refused(clause: str, error: type[BaseException], reason: str) -> Iterator[list[Any]]:
    """Fail unless the body raises an error; gives a list that holds it afterwards."""
    __tracebackhide__ = True
    caught: list[Any] = []
    try:
        yield caught
    except error as raised:
        caught.append(raised)
    else:
        raise ClauseBroken(clause, f"{error.__name__}, because {reason}", "that nothing was raised")


def by_clause(suite: S) -> S:
    """Decorator of a class of tests, each of whose docstrings is the number of a clause and what it promises.

    Whatever such a test raises becomes a failure of its clause, also a `KeyError` out of the adapter on trial, or its
    `SystemExit`.  A test may fail on another clause than its own, where that is what does not hold.
    """
    for name, test in list(vars(suite).items()):
        if name.startswith("test_") and inspect.isfunction(test):
            setattr(suite, name, _told(test))
    return suite


def in_order(suite: S) -> S:
    """Decorator of a whole suite: its tests run in the order of their clauses, and those of no clause last.

    pytest goes from the last base to the first and keeps the order of each body, so the suite takes them all into its
    own: with ``-x`` the first failure is then the clause to begin with.
    """
    tests = [pair for base in reversed(suite.__mro__) for pair in vars(base).items() if pair[0].startswith("test_")]
    for name, _ in sorted(tests, key=_place):
        test = getattr(suite, name)
        if name in vars(suite):
            delattr(suite, name)
        setattr(suite, name, test)
    return suite


def _place(named: tuple[str, Any]) -> float:
    number = re.match(r"test_[A-Z](\d+)_", named[0])
    return int(number[1]) if number else math.inf


def _told(test: Callable[..., None]) -> Callable[..., None]:
    clause, _, promise = (inspect.getdoc(test) or "").partition(" ")
    _PROMISES.setdefault(clause, promise)

    @wraps(test)
    def told(*args: Any, **kwargs: Any) -> None:
        __tracebackhide__ = True
        try:
            test(*args, **kwargs)
        except ClauseBroken as broken:
            broken.promise = broken.promise or (promise if broken.clause == clause else "")
            raise
        except (Exception, SystemExit) as error:  # an adapter may raise anything; the clause is told all the same
            wanted = "no error but those that the contract names"
            raise ClauseBroken(clause, wanted, f"{type(error).__name__}: {error}", promise) from error

    return told


def missing_parts(adapter: object, port: type) -> Iterator[str]:
    """What an object lacks of a port: attributes that are not there, and methods that cannot be called as it calls."""
    for name in parts(port):
        found, wanted = getattr(adapter, name, None), getattr(port, name, None)
        if found is None:
            yield f"{type(adapter).__name__} has no {name!r}"
        elif inspect.isfunction(wanted) and not (callable(found) and _can_be_called(found, wanted)):
            _, *parameters = inspect.signature(wanted).parameters.values()
            yield f"{type(adapter).__name__}.{name} cannot be called as {name}({', '.join(map(str, parameters))})"


def _can_be_called(found: Callable[..., Any], wanted: Callable[..., Any]) -> bool:
    """Whether a bound method takes what the port's method takes: all of it, and without what has a default."""
    _, *parameters = inspect.signature(wanted).parameters.values()
    needed = [parameter for parameter in parameters if parameter.default is parameter.empty]
    return all(_takes(found, call) for call in (parameters, needed))


def _takes(found: Callable[..., Any], call: list[inspect.Parameter]) -> bool:
    named = {parameter.name: None for parameter in call if parameter.kind is parameter.KEYWORD_ONLY}
    try:
        inspect.signature(found).bind(*[None] * (len(call) - len(named)), **named)
    except (TypeError, ValueError):  # ValueError: a built-in that does not tell its signature
        return False
    return True
