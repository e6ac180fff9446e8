"""Importing costs next to nothing: what a fresh interpreter has loaded afterwards."""

import json
import subprocess
import sys

import pytest

LOADED = "import json, sys; {statement}; print(json.dumps(sorted(sys.modules)))"


def loaded(statement: str) -> set[str]:
    """The modules that a fresh interpreter holds after a statement."""
    command = [sys.executable, "-c", LOADED.format(statement=statement)]
    return set(json.loads(subprocess.run(command, capture_output=True, check=True, text=True).stdout))


def test_the_core_loads_itself_and_nothing_else() -> None:
    new = loaded("import oversight_core") - loaded("pass")
    assert {name for name in new if name.startswith("oversight_core")} == {"oversight_core"}
    assert {name.partition(".")[0] for name in new} - {"oversight_core"} <= set(sys.stdlib_module_names)


def test_every_public_name_needs_attrs_and_the_standard_library_only() -> None:
    touch = "import oversight_core; [getattr(oversight_core, name) for name in oversight_core.__all__]"
    new = {name.partition(".")[0] for name in loaded(touch) - loaded("pass")}
    assert new - sys.stdlib_module_names == {"attr", "attrs", "oversight_core"}


@pytest.mark.parametrize("heavy", ["cattrs", "cyclopts", "hypothesis", "msgspec", "pytest", "rich", "sqlite3"])
def test_the_adapters_load_nothing_heavy(heavy: str) -> None:
    assert heavy not in loaded("import oversight_adapters")
