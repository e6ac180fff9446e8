"""What the package promises: every name is there and documented, and nothing is loaded before it is used."""

import inspect
import subprocess
import sys

import pytest

import oversight_core.testing as kit


@pytest.mark.parametrize("name", kit.__all__)
def test_a_name_is_there_and_documented(name: str) -> None:
    assert inspect.getdoc(getattr(kit, name))


def test_names_and_homes_agree() -> None:
    assert sorted(kit.__all__) == sorted(kit._HOME)


def test_an_unknown_name_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="no attribute 'check_everything'"):
        kit.check_everything  # noqa: B018


def test_nothing_is_loaded_before_it_is_used() -> None:
    program = "import oversight_core.testing, sys; print([name for name in sys.modules if 'hypothesis' in name])"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
