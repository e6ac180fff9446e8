"""Small text files that a command is given: read, or refused by name."""

from __future__ import annotations

from pathlib import Path

from oversight_adapters.cli.exits import FileFailed


def text_of(path: str, what: str, *, most: int) -> str:
    """The text of a file, in UTF-8, and no more than a little over `most` characters of it.

    `what` is what it should be, such as ``a mapping``.  Raises `FileFailed` where it cannot be read.
    """
    try:
        with Path(path).open("rb") as file:
            content = file.read(4 * most + 1)
        return content.decode("utf-8-sig")
    except FileNotFoundError:
        raise FileFailed(path, "not-found", "there is no such file") from None
    except UnicodeDecodeError:
        raise FileFailed(path, "unreadable", f"{what} is a text file in UTF-8, and this is none") from None
    except (OSError, ValueError) as error:
        why = getattr(error, "strerror", None) or str(error)
        raise FileFailed(path, "unreadable", f"it cannot be read ({why})") from None
