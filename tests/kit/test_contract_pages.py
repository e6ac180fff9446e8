"""The page of each contract and its suite name the same clauses."""

import inspect
import re
import subprocess
import sys
from pathlib import Path

import pytest
from tests.kit.changed import clause_tests

from oversight_adapters import testing
from oversight_adapters.testing.clauses import PAGES

ROOT = Path(__file__).parents[2]
SUITES = {"L": "StoreSuite", "R": "ReaderSuite", "W": "WriterSuite", "B": "RuleBookSuite", "P": "PluginSuite"}


def clauses_of(letter):
    page = (ROOT / PAGES[letter]).read_text(encoding="utf-8")
    return re.findall(rf"^\| ({letter}\d+) \| \S", page, flags=re.MULTILINE)


def test_every_suite_is_compared():
    assert SUITES.keys() == PAGES.keys()
    assert set(SUITES.values()) == {name for name in testing.__all__ if name.endswith("Suite")}


@pytest.mark.parametrize("letter", PAGES)
def test_every_clause_of_the_page_has_a_test_and_every_test_a_clause(letter):
    page = clauses_of(letter)
    assert page == [f"{letter}{n}" for n in range(len(page))]
    assert set(clause_tests(getattr(testing, SUITES[letter]), letter).values()) == set(page)


@pytest.mark.parametrize("letter", PAGES)
def test_a_test_is_named_for_the_clause_in_its_docstring(letter):
    page = clauses_of(letter)
    suite = getattr(testing, SUITES[letter])
    for name, clause in clause_tests(suite, letter).items():
        assert name.split("_")[1] == clause and clause in page
        assert inspect.getdoc(getattr(suite, name)) != clause, "what it promises follows the number"


def test_the_tests_run_in_the_order_of_the_clauses(tmp_path):
    """So that the first failure of ``pytest -x`` is the clause to begin with."""
    named = "".join(f"class Test{letter}(testing.{suite}): ...\n" for letter, suite in SUITES.items())
    (tmp_path / "test_all.py").write_text(f"from oversight_adapters import testing\n\n{named}")
    collect = [sys.executable, "-m", "pytest", "--collect-only", "-q", "-p", "no:randomly", str(tmp_path)]
    out = subprocess.run(collect, capture_output=True, text=True, check=True, cwd=tmp_path).stdout
    for letter in PAGES:
        found = re.findall(rf"::Test{letter}::(test_\w+)", out)
        places = [int(number) for name in found for number in re.findall(rf"^test_{letter}(\d+)_", name)]
        assert places[0] == 0 and places == sorted(places)
        assert all(name.startswith(f"test_{letter}") for name in found[: len(places)]), "those of no clause come last"
