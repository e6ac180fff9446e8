"""Which names a module offers to others."""

from __future__ import annotations

import ast
import re
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
TEMPLATES = ROOT / "src/oversight_adapters/cli/scaffold/templates"
EXAMPLES = ROOT / "docs/examples"
PAGES = [ROOT / "README.md", *(ROOT / "docs").rglob("*.md"), *EXAMPLES.rglob("*.py"), *TEMPLATES.rglob("*.template")]
OURS = r"oversight_(?:core|adapters)[\w.]*"
IMPORT = re.compile(rf"^(?: |>>>|\.\.\.)*from ({OURS}) import (?:\(([^)]*)\)|(.*))$", re.MULTILINE)


def own(module: str) -> set[str]:
    """What a module exports: by `__all__`, else what it defines, without what begins with an underscore."""
    exported = getattr(import_module(module), "__all__", None)
    return set(exported) if exported is not None else _defined(module)


def _defined(module: str) -> set[str]:
    spec = find_spec(module)
    assert spec is not None and spec.origin is not None
    found = set()
    for node in ast.parse(Path(spec.origin).read_text(encoding="utf-8")).body:
        match node:
            case ast.FunctionDef(name=name) | ast.ClassDef(name=name) | ast.AnnAssign(target=ast.Name(id=name)):
                found.add(name)
            case ast.Assign(targets=targets):
                found |= {target.id for target in targets if isinstance(target, ast.Name)}
    return {name for name in found if not name.startswith("_")}


def public(module: str) -> set[str]:
    """What a module exports that none of the packages above it exports."""
    parents = [module.rsplit(".", n)[0] for n in range(1, module.count(".") + 1)]
    above = {name for parent in parents for name in getattr(import_module(parent), "__all__", ())}
    return own(module) - above


def taught() -> set[tuple[str, str]]:
    """What the guides, the examples and the generated projects import of ours: module and name."""
    found: set[tuple[str, str]] = set()
    for page in PAGES:
        text = page.read_text(encoding="utf-8")
        for module, among, alone in IMPORT.findall(text):
            names = {re.sub(r"#.*| as .*", "", name).strip() for name in re.split(r"[,\n]", among or alone)}
            found |= {_home(module, name) for name in names if name}
    return found


def _home(module: str, name: str) -> tuple[str, str]:
    """Where a name is promised: in the room that exports it, the front door first; a module is promised as a whole."""
    if find_spec(module) is None or (hasattr(import_module(module), "__path__") and find_spec(f"{module}.{name}")):
        return f"{module}.{name}", ""
    rooms = [module.rsplit(".", n)[0] for n in range(module.count("."), 0, -1)]
    return next((room for room in rooms if name in getattr(import_module(room), "__all__", ())), module), name
