"""What the rows of a table are about: labels that come again under several heads are told apart, or not read."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from decimal import Decimal

_TOTALS = ("total", "grand total")


def subjects(labels: Sequence[str], values: Sequence[Decimal | None]) -> Mapping[int, str]:
    """What each row is about, by its index: its label, behind its head where labels come again.

    A head is known by its members making its value, or by the same members under every head; rows of which neither
    holds are left out.

    >>> subjects(("Total", "ICE", "CBP"), (None, None, None))
    {0: 'Total', 1: 'ICE', 2: 'CBP'}
    >>> subjects(("CBP", "Low", "High", "ICE", "Low", "High"), (None,) * 6)[5]
    'ICE: High'
    """
    seen = Counter(labels)
    if len(seen) == len(labels):
        return dict(enumerate(labels))
    alone, groups = _groups(labels, seen)
    members = {tuple(labels[one] for one in group[1:]) for group in groups}
    regular = len(groups) > 1 and len(members) == 1 and 0 < len(set(*members)) == len(*members)
    found = {one: labels[one] for one in alone}
    for group in groups:
        if regular or _adds_up(group, labels, values):
            found[group[0]] = labels[group[0]]
            found |= {one: f"{labels[group[0]]}: {labels[one]}" for one in group[1:]}
    return found


def _groups(labels: Sequence[str], seen: Mapping[str, int]) -> tuple[list[int], list[list[int]]]:
    """Totals that stand alone, and every other label that comes once with those below it that come again elsewhere."""
    alone, groups, open_group = list[int](), list[list[int]](), False
    for index, label in enumerate(labels):
        is_head = seen[label] == 1 and index + 1 < len(labels) and seen[labels[index + 1]] > 1
        if seen[label] == 1:
            open_group = is_head or label.casefold() not in _TOTALS
            (groups.append([index]) if open_group else alone.append(index))
        elif open_group:
            groups[-1].append(index)
    return alone, groups


def _adds_up(group: Sequence[int], labels: Sequence[str], values: Sequence[Decimal | None]) -> bool:
    head, parts = values[group[0]], [values[one] for one in group[1:]]
    if not head or not parts or len({labels[one] for one in group}) != len(group):
        return False
    made = sum((part for part in parts if part is not None), Decimal(0))
    return abs(made - head) <= abs(head) * Decimal("1e-9")
