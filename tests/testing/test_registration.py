"""Hypothesis finds our strategies by itself, and is never the worse for us."""

import os
import subprocess
import sys

import attrs
import pytest

import oversight_core
from oversight_core.entities import KINDS
from oversight_core.testing.registration import registered

# What is public and not drawn: errors, reasons, the ports and the desk, and parts of answers.
ANSWERS = (
    "oversight_core.errors",
    "oversight_core.questions.deadlines",
    "oversight_core.questions.standing",
    "oversight_core.rules.reasons",
)
NOT_DRAWN = {
    "Accepted",
    "Capabilities",
    "Discrepancy",
    "Force",
    "Happening",
    "OversightError",
    "Period",
    "Plan",
    "Read",
    "Register",
    "Status",
    "Tally",
    "Verdict",
}


def run(program: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """A program in a fresh interpreter."""
    return subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, env={**os.environ, **environment}, check=False
    )


def test_from_type_works_with_no_import_of_testing() -> None:
    program = """
from hypothesis import given, settings, strategies as st
from oversight_core import Recommendation

@settings(max_examples=20, database=None)
@given(st.from_type(Recommendation))
def test(recommendation: Recommendation) -> None:
    seen.append(recommendation)

seen = []
test()
assert any(one.estimated_completion for one in seen), "fields are filled"
"""
    done = run(program)
    assert done.returncode == 0, done.stderr


def test_hypothesis_does_not_draw_in_the_strategies_before_they_are_used() -> None:
    done = run("import hypothesis, sys; print([name for name in sys.modules if 'testing.strategies' in name])")
    assert done.stdout.strip() == "[]", done.stderr


@pytest.mark.parametrize("missing", ["oversight_core.reading", "oversight_core.rules", "attrs"])
def test_hypothesis_imports_though_something_of_ours_is_missing(missing: str) -> None:
    program = f"import sys; sys.modules[{missing!r}] = None; import hypothesis; print('imported')"
    done = run(program)
    assert done.stdout.strip() == "imported", done.stderr


def test_every_public_value_is_registered() -> None:
    public = [getattr(oversight_core, name) for name in oversight_core.__all__]
    types = [thing for thing in public if isinstance(thing, type) and attrs.has(thing)]
    values = {typ.__name__ for typ in types if not typ.__module__.startswith(ANSWERS)} - NOT_DRAWN
    assert values <= {typ.__name__ for typ in registered()}


def test_every_entity_is_registered() -> None:
    assert set(KINDS.values()) <= set(registered())
