"""A mapping file as it is written: keys and values in TOML, doubts and what was left out as comments."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping

from oversight_adapters.texts.toml_keys import written

_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]")
Value = str | int | bool | tuple["Value", ...] | Mapping[str, "Value"]


def toml(value: Value) -> str:
    """A value on one line.

    >>> toml({"column": "What", "between": ("No. ", ":"), "begins": True})
    '{ column = "What", between = ["No. ", ":"], begins = true }'
    """
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int):
        return str(value)
    if isinstance(value, str):
        return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")
    if isinstance(value, Mapping):
        return "{ " + ", ".join(f"{written((key,))} = {toml(inner)}" for key, inner in value.items()) + " }"
    return "[" + ", ".join(map(toml, value)) + "]"


class Page:
    """Collects the lines of a mapping file."""

    def __init__(self) -> None:
        self._lines: list[str] = []

    def section(self, *path: str) -> None:
        """Begin a section."""
        self._lines += ["", f"[{written(path)}]"]

    def key(self, key: str, value: Value, doubt: str = "") -> None:
        """A key with its value, and what is doubtful about it."""
        self._lines.append(f"{written((key,))} = {toml(value)}" + (f"  # doubt: {_line(doubt)}" if doubt else ""))

    def note(self, kind: str, words: str) -> None:
        """A comment of a kind: doubt, left out, never, note."""
        self._lines.append(f"# {kind}: {_line(words)}")

    def text(self) -> str:
        """The whole file."""
        return "\n".join(self._lines).strip("\n") + "\n"


def _line(words: str) -> str:
    """Words on one line, with nothing that a comment may not hold."""
    return _CONTROL.sub("�", " ".join(words.split()))
