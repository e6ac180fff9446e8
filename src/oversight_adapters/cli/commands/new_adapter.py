"""`oversight new-adapter`: a plug-in project to start from, with tests that pass."""

from __future__ import annotations

from pathlib import Path
from shlex import quote
from typing import Literal

from oversight_adapters.cli import out
from oversight_adapters.cli.exits import WrongUse
from oversight_adapters.cli.options import Json
from oversight_adapters.cli.scaffold.names import why_not
from oversight_adapters.cli.scaffold.project import Project
from oversight_adapters.cli.scaffold.writing import write
from oversight_adapters.codec.errors import shown


def new_adapter(
    name: str, /, *, kind: Literal["store", "reader", "writer", "rulebook"], output: str = ".", json: Json = False
) -> None:
    """Write a plug-in project: an adapter that works, its tests, and notes on what to change.

    Parameters
    ----------
    name:
        What the adapter is called, such as city-tracker; the project is then oversight-adapter-city-tracker.
    kind:
        What it is.
    output:
        The folder in which the project gets a folder of its own.
    """
    if why := why_not(name):
        raise WrongUse(f"an adapter cannot be called {shown(name)}: {why}")
    project = Project(name, kind)
    target = write(project, Path(output))
    if json:
        files = sorted(path for path, _ in project.files())
        out.json_line({"type": "project", "kind": kind, "name": name, "path": str(target), "files": files})
        return
    out.line(f"{target} holds a {kind} that works, and tests that prove it with {project.suite}.")
    out.heading("What to do next")
    for command, gives in (
        (f"cd {quote(str(target))}", "its README.md says what to change first"),
        ("python -m pytest", "its tests pass as they are; each failure names a clause"),
        ("python -m pip install -e '.[test]'", "from then on `oversight adapters` lists it"),
    ):
        out.line(f"$ {command}", indent=2)
        out.line(gives, indent=6)
