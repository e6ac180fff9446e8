"""Mutants as they are meant: the healthy source with one line of it changed."""

from collections.abc import Callable, Mapping
from inspect import getdoc, getmembers, isfunction, signature
from pathlib import Path
from tempfile import TemporaryDirectory
from types import SimpleNamespace
from typing import Any

import pytest

from oversight_adapters.testing import ClauseBroken


def changed(source: str, old: str, new: str) -> SimpleNamespace:
    """What a source defines when a part of one line of it reads otherwise."""
    assert source.count(old) == 1 and "\n" not in old + new, f"{old!r} stands {source.count(old)} times in the source"
    return defined(source.replace(old, new), f"<{new}>")


def defined(source: str, name: str = "<healthy>") -> SimpleNamespace:
    names: dict[str, Any] = {"__name__": name}
    exec(compile(source, name, "exec"), names)
    return SimpleNamespace(**names)


def source_of(path: str) -> str:
    return (Path(__file__).parent / path).read_text(encoding="utf-8")


def clause_tests(suite: type, letter: str) -> dict[str, str]:
    """The tests of a suite to their clauses."""
    tests = getmembers(suite, isfunction)
    return {name: (getdoc(test) or "").split()[0] for name, test in tests if name.startswith(f"test_{letter}")}


def broken(suite: Any, tests: Mapping[str, str], **fixtures: Callable[..., Any]) -> dict[str, ClauseBroken]:
    """The clauses on which a suite fails, each with its first failure; whatever else is raised gets through.

    Every test runs in an empty folder that goes with it, so that what a mutant writes there is in nobody's way.
    """
    failures: dict[str, ClauseBroken] = {}
    for name, clause in tests.items():
        test = getattr(suite, name)
        with TemporaryDirectory() as here, TemporaryDirectory() as room, pytest.MonkeyPatch.context() as patch:
            patch.chdir(here)
            brought = {"tmp_path": lambda room=room: Path(room), "monkeypatch": lambda patch=patch: patch, **fixtures}
            try:
                test(**{one: brought[one]() for one in signature(test).parameters})
            except ClauseBroken as failure:
                failures.setdefault(failure.clause, failure)
            except pytest.skip.Exception as skipped:
                assert str(skipped).startswith(f"{clause}: "), skipped
    return failures


def tells(failure: ClauseBroken, page: str) -> bool:
    """Whether a failure says which clause, what it expects and promises, and where to read about it."""
    first, *_, last = str(failure).splitlines()
    return (
        first.startswith(f"{failure.clause}: expected ")
        and f"{failure.clause} promises: " in str(failure)
        and last == f"  read: docs/reference/{page}, {failure.clause}"
    )
