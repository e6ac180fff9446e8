"""A body's own words for states, and what each means on our axes."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from types import MappingProxyType

import attrs

from oversight_core.errors import DefectiveVocabulary
from oversight_core.rules.citation import Citation, citations

_DASHES = str.maketrans("‐‑‒–—―−_", "--------")
_GAP = re.compile(r"[-\s]+")


def fold(label: str) -> str:
    """A label without what printing changes: case, the style and number of dashes, underscores and blanks.

    >>> fold("Open – Partially Addressed") == fold("OPEN--partially addressed") == fold("open-partially-addressed")
    True
    """
    return _GAP.sub(" ", unicodedata.normalize("NFKC", label).translate(_DASHES)).strip().casefold()


def _targets(value: Iterable[tuple[str, str]]) -> tuple[tuple[str, str], ...]:
    return tuple(value)


@attrs.frozen
class Mapping:
    """One label and what it says: a state or group on each axis its publisher speaks on.

    A group is coarse, not lossy; `lossy` is for a label whose meaning differs, and then `note` says how.  `code` is
    the body's own short form.
    """

    label: str
    targets: tuple[tuple[str, str], ...] = attrs.field(converter=_targets)
    lossy: bool = False
    code: str = ""
    note: str = ""
    cites: tuple[Citation, ...] = attrs.field(default=(), converter=citations)


def _rows(value: Iterable[Mapping]) -> tuple[Mapping, ...]:
    return tuple(value)


@attrs.frozen
class Vocabulary:
    """The labels of one publisher for one thing it publishes; it is checked when it is made.

    Raises `DefectiveVocabulary` where a label stands twice, says nothing, cites nothing, or is lossy without a note.

    >>> from oversight_core.rules import Force, Read
    >>> page = Citation("status column", Force.PRACTICE, "us", Read.ORIGINAL)
    >>> words = Vocabulary("us/status", "us", (Mapping("Open", [("oversight_status", "open")], cites=page),))
    >>> words.lookup(" OPEN ").targets, words.lookup("Ajar")
    ((('oversight_status', 'open'),), None)
    """

    name: str
    publisher: str
    rows: tuple[Mapping, ...] = attrs.field(converter=_rows)
    scheme: str = ""  # whose codes they are, where rows have codes: the same code means other things on other pages
    _by_label: MappingProxyType[str, Mapping] = attrs.field(init=False, eq=False, repr=False)

    def __attrs_post_init__(self) -> None:
        object.__setattr__(self, "_by_label", MappingProxyType(_by_word(self.rows)))
        if found := tuple(says for _, _, says in faults(self.rows, self.scheme)):
            raise DefectiveVocabulary(self.name, found)

    def lookup(self, label: str) -> Mapping | None:
        """The row for a label or code as printed; None for one that is not known, which the caller keeps raw."""
        return self._by_label.get(fold(label))


def faults(rows: Iterable[Mapping], scheme: str) -> Iterator[tuple[int, str, str]]:
    """What is wrong with the rows of a vocabulary: the number of the row (from 1), the column, and a sentence."""
    rows = tuple(rows)
    known = _by_word(rows)
    for n, row in enumerate(rows, 1):
        words = {"label": row.label, "code": row.code}
        taken = [column for column, word in words.items() if word and known[fold(word)] is not row]
        found = (
            ("label", "is empty", not fold(row.label)),
            (taken[0] if taken else "", "stands twice", bool(taken)),
            ("targets", "says nothing", not row.targets),
            ("cites", "cites nothing", not row.cites),
            ("code", f"has the code {row.code!r} of no named scheme", bool(row.code) and not scheme.strip()),
            ("note", "is lossy and does not note how", row.lossy and not row.note),
        )
        yield from ((n, column, f"the label {row.label!r} {says}") for column, says, is_so in found if is_so)


def _by_word(rows: tuple[Mapping, ...]) -> dict[str, Mapping]:
    """The row of each label and of each code; of several with one label, the first."""
    found = {fold(row.label): row for row in reversed(rows)}
    return found | {fold(row.code): row for row in reversed(rows) if row.code}
