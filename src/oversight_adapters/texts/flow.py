"""Words of a page put one after another as a browser's copy has them: blanks collapsed, lines where blocks begin.

The cells of a row stand in one line with tabs between them; a cell of several lines stands on lines of its own.
"""

from __future__ import annotations

import re
from typing import Final

import attrs

# Lines that end before and after an element: two leave a blank line.
_LINES: Final = dict.fromkeys(
    "address article aside body caption center dd details dir div dt fieldset figcaption footer form header hgroup "
    "html legend li main menu nav search section summary tbody tfoot thead tr".split(),
    1,
) | dict.fromkeys("blockquote dl figure h1 h2 h3 h4 h5 h6 hr listing ol p plaintext pre table ul xmp".split(), 2)
_CELLS: Final = frozenset(("td", "th"))
_VERBATIM: Final = frozenset(("listing", "plaintext", "pre", "xmp"))
_BLANKS: Final = re.compile("[ \t\n\f\r]+")
_TAB: Final = 8  # a gap above it is so many tabs


@attrs.define
class _Cell:
    """A cell that is open: the runs before it, the part that parts it from the cell before, its height."""

    runs: int
    gap: int = -1
    tall: bool = False


class Flow:
    """Takes the elements and texts of a page in their order; what it knows stands in lists that run parallel."""

    def __init__(self) -> None:
        self.parts: list[str] = []
        self.starts: list[int] = []
        self.ends: list[int] = []
        self.owners: list[int] = []
        self.names: list[str] = []
        self.parents: list[int] = []
        self.first: list[int] = []
        self.last: list[int] = []
        self.element = -1
        self.muted = -1  # the element in which nothing is shown
        self._length = 0
        self._gap = 0  # lines or tabs that are due before the next words
        self._blank = False
        self._verbatim = 0
        self._cells: list[_Cell] = []
        self._tall = False  # whether the last cell was

    def begin(self, name: str) -> None:
        """An element begins in the one that is open."""
        above, self.element = self.element, len(self.names)
        runs = len(self.starts)
        self.names.append(name)
        self.parents.append(above)
        self.first.append(runs)
        self.last.append(runs)
        if self.muted >= 0:
            return
        if lines := _LINES.get(name):
            if self._gap < lines:
                self._gap = lines
            if name in _VERBATIM:
                self._verbatim += 1
        elif name in _CELLS:
            if runs > self.first[above]:
                self._gap = 1 if self._tall else max(self._gap, _TAB) + 1
            self._cells.append(_Cell(runs))
            self._tall = False
        elif name == "br" and self._gap < 2:
            self._gap += 1

    def end(self) -> None:
        """The element that is open ends."""
        element = self.element
        self.element = self.parents[element]
        self.last[element] = len(self.starts)
        if self.muted >= 0:
            if self.muted == element:
                self.muted = -1
            return
        name = self.names[element]
        if lines := _LINES.get(name):
            if self._gap < lines or name == "tr":
                self._gap = lines
            if name in _VERBATIM:
                self._verbatim -= 1
        elif name in _CELLS:
            self._tall = self._cells.pop().tall

    def say(self, words: str) -> None:
        """Words that stand right in the element that is open."""
        if self.muted >= 0:
            return
        lead = False
        if self._verbatim:
            core = words.strip("\n")
        else:
            if "\n" in words or "  " in words or "\t" in words or "\r" in words or "\f" in words:
                words = _BLANKS.sub(" ", words)
            core = words.strip(" ")
            lead = words[:1] == " "
        if not core:
            self._blank = self._blank or lead
            return
        self._part(lead)
        start = self._length
        self._length = end = start + len(core)
        self.parts.append(core)
        self.starts.append(start)
        self.ends.append(end)
        self.owners.append(self.element)
        self._blank = not self._verbatim and words[-1] == " "

    def _part(self, lead: bool) -> None:
        """Part the words to come from those before."""
        gap, self._gap = self._gap, 0
        if not self.parts:
            return
        if not gap:
            between = " " if lead or self._blank else ""
        elif gap > _TAB:
            between = "\t" * (gap - _TAB)
            self._cells[-1].gap = len(self.parts)
        else:
            between = "\n" * gap
            if self._cells and len(self.starts) > (cell := self._cells[-1]).runs:
                cell.tall = True
                if cell.gap >= 0:
                    self.parts[cell.gap] = "\n".rjust(len(self.parts[cell.gap]))
                    cell.gap = -1
        if between:
            self.parts.append(between)
            self._length += len(between)
