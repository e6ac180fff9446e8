"""Keys of a TOML text: how they are written, and on which line they stand.

Elements of arrays are numbered from 1: ``("table", "2", "rows", "4")`` is the fourth row of the second table, whether
it stands under a heading of its own or inside brackets.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from itertools import islice

Path = tuple[str, ...]
Token = tuple[int, str]  # its line, and itself

DEEPEST = 40
"""Parts that a key may have, and brackets that may stand within one another."""

_BARE = re.compile(r"[A-Za-z0-9_-]+")
_TOKEN = re.compile(
    r"[^\S\n]*+(?P<token>"
    r'"""(?:[^"\\]|\\.|"{1,2}(?!"))*+"{3,5}'
    r"|'''(?:[^']|'{1,2}(?!'))*+'{3,5}"
    r'|"(?:[^"\\\n]|\\.)*+"'
    r"|'[^'\n]*+'"
    r"|\n|[\[\]{}=,.]"
    r"|[^\s\[\]{}=,.\#\"']++"
    r")|[^\S\n]*+(?:\#[^\n]*+)?",
    re.DOTALL,
)


class TooDeep(ValueError):
    """Keys or brackets that go deeper than anybody writes them."""

    def __init__(self, line: int) -> None:
        super().__init__(f"line {line} goes more than {DEEPEST} levels deep")


def written(path: Path) -> str:
    """A key as one would write it.

    >>> written(("labels", "position", "words", "Agreed With"))
    'labels.position.words."Agreed With"'
    """
    return ".".join(part if _BARE.fullmatch(part) else json.dumps(part, ensure_ascii=False) for part in path)


def lines(text: str) -> dict[Path, int]:
    """Where each section, key and element of an array stands first, as far as the text is TOML.  Raises `TooDeep`.

    Keys inside brackets are left out: such a table is written on one line.

    >>> known = lines('[[table]]\\nname = "a"\\nrows = [\\n  { to = "b" },\\n]')
    >>> known["table", "1", "name"], line_of(known, ("table", "1", "rows", "1", "to"))
    (2, 4)
    """
    out: dict[Path, int] = {}
    section: Path = ()
    elements: Counter[Path] = Counter()
    for statement in _statements(text):
        number, first = statement[0]
        if first == "[":
            section = _section(statement, elements)
            for length in range(1, len(section) + 1):
                out.setdefault(section[:length], number)
            continue
        key = _key(statement)
        for length in range(1, len(key) + 1):
            out.setdefault((*section, *key[:length]), number)
        for n, line in enumerate(_elements(statement), 1):
            out.setdefault((*section, *key, str(n)), line)
    return out


def line_of(known: Mapping[Path, int], path: Path) -> int:
    """The line of a key, else of the nearest thing around it; 0 where nothing is known."""
    return next((known[path[:length]] for length in range(len(path), 0, -1) if path[:length] in known), 0)


def _statements(text: str) -> Iterator[list[Token]]:
    """The tokens of each heading, and of each key with its value: what stands on one line, or inside brackets."""
    statement: list[Token] = []
    at, number, depth, dots = 0, 1, 0, 0
    while (match := _TOKEN.match(text, at)) and match.end() > at:
        at, token = match.end(), match["token"]
        if token is None:
            continue
        if token != "\n":
            statement.append((number, token))
        depth += (token in "[{") - (token in "]}")
        dots = dots + 1 if token == "." else 0 if token in "=,[]{}\n" else dots
        if max(depth, dots) > DEEPEST:
            raise TooDeep(number)
        number += token.count("\n")
        if token == "\n" and depth <= 0:
            if statement:
                yield statement
            statement, depth = [], 0
    if statement:
        yield statement


def _section(statement: list[Token], elements: Counter[Path]) -> Path:
    """The path of a heading, in which the name of an array stands for its last element."""
    is_element = [token for _, token in statement[:2]] == ["[", "["]
    parts = _key(statement)
    path: Path = ()
    for n, part in enumerate(parts, 1):
        path = (*path, part)
        if n == len(parts) and is_element:
            elements[path] += 1
        if path in elements:
            path = (*path, str(elements[path]))
    return path


def _key(statement: list[Token]) -> Path:
    """The parts of a key: all that stands before its value."""
    tokens = [token for _, token in statement]
    end = tokens.index("=") if "=" in tokens else len(tokens)
    parts = (_unquoted(token) for token in tokens[:end] if token not in "[].")
    return tuple(islice(parts, DEEPEST + 1))  # what is no key may be long


def _elements(statement: list[Token]) -> Iterator[int]:
    """The line of each element of a value that is an array."""
    tokens = iter(statement)
    next((token for _, token in tokens if token == "="), None)
    depth, is_next = 0, False
    for n, (number, token) in enumerate(tokens):
        if n == 0 and token != "[":
            return
        if depth == 1 and is_next and token not in ",]":
            yield number
        is_next = (is_next and depth != 1) or (n == 0) or (depth == 1 and token == ",")
        depth += (token in "[{") - (token in "]}")


def _unquoted(token: str) -> str:
    """A part of a key without its quotes."""
    if token[0] == '"':
        try:
            return str(json.loads(token))
        except ValueError:
            return token.strip('"')
    return token.strip("'")
