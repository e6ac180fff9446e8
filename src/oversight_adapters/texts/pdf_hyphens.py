"""Hyphens at the ends of a PDF's lines: PDFium marks them, and leaves open whether the word has one.

Beside a digit or a capital it has: OIG-25-39 is a number.  Elsewhere it has where the document writes the word with one
in the middle of a line: follow-up.  What takes the place of mark and line end is as long, and the word reads on.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

import attrs

from oversight_adapters.texts.pages import Leaf

_OF_NAMES = re.compile(
    r"(?<=[\dA-Z])[\x02\ufffe](?:\r\n)?|[\x02\ufffe](?:\r\n)?(?=[\dA-Z])|(?<=\d)-\r\n(?=\d)",
)
_BROKEN = re.compile(r"(?<![A-Za-z])(?P<head>[A-Za-z]{2,30})(?P<mark>[\x02\ufffe](?:\r\n)?)(?P<tail>[A-Za-z]{2,30})")
_COMPOUND = re.compile(r"(?<![A-Za-z])([A-Za-z]{2,30})-(?=([A-Za-z]{2,30}))")
_HEADS = frozenset({"self"})  # of compounds alone, but for a few words that no report has
_JOINED = "\u2060"  # has no width, and is no part of a word


def hyphens_of_names(text: str) -> str:
    """A text in which numbers and names keep their hyphens at line ends.

    >>> [ord(mark) for mark in hyphens_of_names("OIG\\x02\\r\\n25")[3:6]]
    [45, 8288, 8288]
    """
    return _OF_NAMES.sub(lambda match: _kept(match[0]), text)


def hyphens_of_compounds(leaves: Sequence[Leaf]) -> tuple[Leaf, ...]:
    """Pages in which words that are written with a hyphen elsewhere keep theirs at line ends.

    >>> [page] = hyphens_of_compounds([Leaf("its follow-up; the follow\\x02\\r\\nup")])
    >>> page.text.replace("\\u2060", "")
    'its follow-up; the follow-up'
    """
    if not any(_BROKEN.search(leaf.text) for leaf in leaves):
        return tuple(leaves)
    known = {(head.lower(), tail.lower()) for leaf in leaves for head, tail in _COMPOUND.findall(leaf.text)}

    def mended(match: re.Match[str]) -> str:
        head, mark, tail = match.group("head", "mark", "tail")
        has_one = head.lower() in _HEADS or (head.lower(), tail.lower()) in known
        return f"{head}{_kept(mark) if has_one else mark}{tail}"

    def of(words: str) -> str:
        return _BROKEN.sub(mended, words)

    return tuple(attrs.evolve(leaf, text=of(leaf.text), printed=of(leaf.printed)) for leaf in leaves)


def _kept(mark: str) -> str:
    return "-".ljust(len(mark), _JOINED)
