"""The page of the contract and the suite name the same clauses."""

import inspect
import re
from pathlib import Path

from oversight_adapters.testing import StoreSuite

PAGE = Path(__file__).parents[2] / "docs" / "reference" / "store-contract.md"
TESTS = [test for name, test in inspect.getmembers(StoreSuite, inspect.isfunction) if name.startswith("test_L")]


def test_every_clause_of_the_page_has_a_test_and_every_test_a_clause():
    page = re.findall(r"^\| (L\d+) \| \S", PAGE.read_text(), flags=re.M)
    suite = {inspect.getdoc(test).split()[0] for test in TESTS}
    assert page == [f"L{n}" for n in range(15)] and suite == set(page)


def test_a_test_is_named_for_the_clause_in_its_docstring():
    for test in TESTS:
        assert test.__name__.split("_")[1] == inspect.getdoc(test).split()[0]
