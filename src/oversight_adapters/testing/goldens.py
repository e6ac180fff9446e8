"""A pytest plug-in for who has golden files: gives the option ``--update-goldens``, which writes them anew.

It is never loaded by itself.  Name it in the `conftest.py` at the root of your tests::

    pytest_plugins = ["oversight_adapters.testing.goldens"]
"""

from __future__ import annotations

import pytest

OPTION = "--update-goldens"


def pytest_addoption(parser: pytest.Parser) -> None:
    """Give pytest the option."""
    parser.addoption(OPTION, action="store_true", help="write the golden files of readers anew (clause R12)")


def updating(config: pytest.Config) -> bool:
    """Whether golden files are to be written; false where this plug-in is not loaded."""
    return bool(config.getoption(OPTION, default=False))
