"""Labels that are not found as they are printed, or mean more than they say (B4, B5)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator

from oversight_core.rules import Mapping, RuleBook, Vocabulary
from oversight_core.rules.vocabulary import fold


def misread(words: Vocabulary) -> Iterator[str]:
    """B4: labels that are not found as they are printed, that collide, and strange words that are taken for one."""
    written = [(word, row) for row in words.rows for word in (row.label, row.code) if word]
    counted = Counter(fold(word) for word in {word for word, _ in written})
    yield from (f"{words.name} has {word!r} twice, as printing goes" for word, _ in written if counted[fold(word)] > 1)
    for word, row in written:
        wrong = [printed for printed in _printed(word) if words.lookup(printed) != row]
        yield from (f"{words.name} does not find {word!r} where it is printed {printed!r}" for printed in wrong)
    for strange in ("", " ", "a word of nobody", f"un{words.rows[0].label}" if words.rows else "un"):
        if strange not in {word for word, _ in written} and words.lookup(strange) is not None:
            yield f"{words.name} takes {strange!r} for {words.lookup(strange).label!r}"  # type: ignore[union-attr]  # it is one


def _printed(label: str) -> tuple[str, ...]:
    """A label as others may print it: in another case, with other dashes and blanks."""
    dashed = [label.replace("-", "–"), label.replace("–", "-"), label.replace("-", "‑")]
    blanks = [
        f"  {label}\t",
        label.replace(" ", "  "),
        label.replace(" ", "\N{NO-BREAK SPACE}"),
        label.replace(" ", "\n"),
    ]
    return (label, label.upper(), label.lower(), *dashed, *blanks)


def speaks_elsewhere(words: Vocabulary, axes: Collection[str]) -> Iterator[str]:
    """B5: labels that say something on an axis on which their publisher does not speak."""
    for row in words.rows:
        for axis, status in row.targets:
            if axis not in axes:
                yield f"{words.name} maps {row.label!r} to {axis} {status!r}; its publisher speaks on {', '.join(axes)}"


def invented(book: RuleBook, words: Vocabulary) -> Iterator[str]:
    """B5: labels that mean more than they say, or say on one axis two things."""
    for row in words.rows:
        for axis, n in Counter(axis for axis, _ in row.targets).items():
            if n > 1:
                yield f"{words.name} maps {row.label!r} to {n} statuses of {axis}; several states are a group"
        if row.lossy and not row.note.strip():
            yield f"{words.name} does not note how {row.label!r} differs"
        yield from (f"{words.name} {fault}" for target in row.targets for fault in _too_precise(book, row, *target))


def _too_precise(book: RuleBook, row: Mapping, axis: str, status: str) -> Iterator[str]:
    for table in (table for table in book.lifecycles if table.axis == axis):
        for group, states in table.members.items():
            if fold(group) in (fold(row.label), fold(row.code)) and status in states and len(states) > 1:
                yield f"maps {row.label!r} to {status!r}, one state of the group {group!r} that the label names"
