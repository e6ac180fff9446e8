"""Run by `nox -s build` on a wheel: it holds what users need and nothing they do not."""

import sys
from pathlib import PurePosixPath
from zipfile import ZipFile

PACKAGES = {"oversight_core", "oversight_adapters"}
NEEDED = {
    "oversight_core/py.typed",
    "oversight_core/__init__.pyi",
    "oversight_core/testing/registration.py",
    "oversight_adapters/cli/scaffold/templates/every/pyproject.toml.template",
    "oversight_adapters/py.typed",
    "oversight_adapters/testing/__init__.py",
}


def faults(files: set[str], entry_points: str) -> list[str]:
    """What is wrong with a wheel of these files."""
    code = {name for name in files if ".dist-info/" not in name}
    found = [f"lacks {name}" for name in sorted(NEEDED - code)]
    found += [f"holds {name}" for name in sorted(code) if PurePosixPath(name).parts[0] not in PACKAGES]
    if not any(name.startswith("oversight_adapters/samples/") and name.endswith(".txt") for name in code):
        found.append("lacks the sample documents of `oversight demo`")
    if not any(name.endswith(".dist-info/licenses/LICENSE") for name in files):
        found.append("lacks the licence")
    for group in ("console_scripts", "hypothesis"):
        if f"[{group}]" not in entry_points:
            found.append(f"registers nothing under {group}")
    return found


if __name__ == "__main__":
    with ZipFile(sys.argv[1]) as wheel:
        files = set(wheel.namelist())
        (entry_points,) = [name for name in files if name.endswith(".dist-info/entry_points.txt")]
        problems = faults(files, wheel.read(entry_points).decode())
    if problems:
        raise SystemExit(f"{sys.argv[1]} " + "; ".join(problems))
    print(f"the wheel is whole: {len(files)} files")
