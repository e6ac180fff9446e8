"""Writing a project: whole or not at all, and over nothing."""

from __future__ import annotations

from os.path import lexists
from pathlib import Path
from tempfile import TemporaryDirectory

from oversight_adapters.cli.exits import FileFailed, WrongUse
from oversight_adapters.cli.scaffold.project import Project


def write(project: Project, home: Path) -> Path:
    """Write a project into a folder of its own in `home`, which is made where it is missing; gives the new folder.

    It is written beside its place, and gets its name when it is whole.  Raises `WrongUse` where something has that name
    already, and `FileFailed` where it cannot be written.
    """
    target = home / project.distribution
    if lexists(target):
        raise WrongUse(f"there is {target} already, and nothing was written; choose another name or another --output")
    try:
        home.mkdir(parents=True, exist_ok=True)
        with TemporaryDirectory(prefix=f".{project.distribution}-", dir=home) as room:
            fresh = Path(room, project.distribution)
            for path, text in project.files():
                file = fresh / path
                file.parent.mkdir(parents=True, exist_ok=True)
                file.write_text(text, encoding="utf-8", newline="\n")
            fresh.rename(target)
    except (OSError, ValueError) as error:  # ValueError: a path that no system can have
        why = getattr(error, "strerror", None) or error
        raise FileFailed(str(target), "unwritable", f"it cannot be written ({why}); no part of it was left") from None
    return target
