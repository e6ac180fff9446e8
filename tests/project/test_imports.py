"""What the core may import by itself: attrs and the standard library, and of that nothing that touches the world."""

import ast
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

import oversight_core

ROOT = Path(oversight_core.__file__).parent
MODULES = sorted(path for path in ROOT.rglob("*.py") if "testing" not in path.relative_to(ROOT).parts)
TOUCHES_THE_WORLD = {"os", "pathlib", "sqlite3", "socket"}


def imported(path: Path) -> Iterator[str]:
    """The full name of every module that a file imports, wherever in the file it does."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert not node.level, f"{path}: a relative import hides which way it points"
            assert node.module
            yield node.module


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_a_core_module_imports_attrs_and_the_standard_library_only(path: Path) -> None:
    tops = {name.partition(".")[0] for name in imported(path)}
    foreign = tops - sys.stdlib_module_names - {"attrs", "oversight_core"}
    assert not foreign, f"the core may not need {sorted(foreign)}"
    assert not tops & TOUCHES_THE_WORLD, "the core asks its ports instead"
    assert not any(name.startswith("oversight_core.testing") for name in imported(path))
