"""Which names a module offers to others."""

from __future__ import annotations

import ast
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path


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
