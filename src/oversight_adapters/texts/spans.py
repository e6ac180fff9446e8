"""Spans of a folded text, half-open: its lines, and spans without the blanks around them."""

from __future__ import annotations

from collections.abc import Iterator

Span = tuple[int, int]


def lines(folded: str, start: int = 0, end: int | None = None) -> Iterator[Span]:
    """The lines of a span, without their ends.

    >>> [*lines("one\\n\\ntwo")]
    [(0, 3), (4, 4), (5, 8)]
    """
    end = len(folded) if end is None else end
    at = start
    while at < end:
        stop = folded.find("\n", at, end)
        stop = end if stop < 0 else stop
        yield at, stop
        at = stop + 1


def skipped(folded: str, at: int, end: int) -> int:
    """The first place from here on that is no blank; the end where all of them are."""
    while at < end and folded[at].isspace():
        at += 1
    return at


def trimmed(folded: str, start: int, end: int) -> Span:
    """A span without the blanks around it.

    >>> trimmed(" of it ", 0, 7), trimmed("  ", 0, 2)
    ((1, 6), (2, 2))
    """
    start = skipped(folded, start, end)
    while end > start and folded[end - 1].isspace():
        end -= 1
    return start, end
