"""Keys of a TOML file: how they are written, and on which line they stand."""

from __future__ import annotations

import json
import re

Path = tuple[str, ...]

_BARE = re.compile(r"[A-Za-z0-9_-]+")
_PART = re.compile(
    r"\s*(?:(?P<bare>[A-Za-z0-9_-]+)|\"(?P<basic>(?:[^\"\\]|\\.)*)\"|'(?P<literal>[^']*)')\s*(?P<end>[.=\]]|$)"
)


def written(path: Path) -> str:
    """A key as one would write it.

    >>> written(("labels", "position", "words", "Agreed With"))
    'labels.position.words."Agreed With"'
    """
    return ".".join(part if _BARE.fullmatch(part) else json.dumps(part, ensure_ascii=False) for part in path)


def lines(text: str) -> dict[Path, int]:
    """Where each key and each section of a TOML text stands first; keys inside a value on one line are left out."""
    out: dict[Path, int] = {}
    section: Path = ()
    within = ""  # the quotes of a text of several lines
    for number, line in enumerate(text.splitlines(), 1):
        if within:
            within = "" if within in line else within
            continue
        bare = line.lstrip()
        if bare.startswith("["):
            section = _path(bare.lstrip("["), "]") or ()
            out.setdefault(section, number)
        elif path := _path(bare, "="):
            for length in range(1, len(path) + 1):
                out.setdefault((*section, *path[:length]), number)
        within = next((quotes for quotes in ('"""', "'''") if line.count(quotes) % 2), "")
    return out


def line_of(known: dict[Path, int], path: Path) -> int:
    """The line of a key, else of the nearest thing around it; 0 where nothing is known."""
    bare = tuple(part for part in path if not part.isdecimal())
    for tried in (path, bare):
        for length in range(len(tried), 0, -1):
            if tried[:length] in known:
                return known[tried[:length]]
    return 0


def _path(text: str, end: str) -> Path | None:
    """The parts of a dotted key up to its end; None where it is none."""
    parts: list[str] = []
    at = 0
    while match := _PART.match(text, at):
        basic = match["basic"]
        parts.append(match["bare"] or (_unquoted(basic) if basic is not None else match["literal"]))
        at = match.end()
        if match["end"] != ".":
            return tuple(parts) if match["end"] == end else None
    return None


def _unquoted(basic: str) -> str:
    try:
        return str(json.loads(f'"{basic}"'))
    except ValueError:
        return basic
