"""Words of a page put one after another as a browser's copy has them: blanks collapsed, lines where blocks begin.

The cells of a row stand in one line with tabs between them; a cell of several lines stands on lines of its own.
"""

from __future__ import annotations

import re
from typing import Final

# Lines that end before and after an element: two leave a blank line.
LINES: Final = dict.fromkeys(
    "address article aside body caption center dd details dir div dt fieldset figcaption footer form header hgroup "
    "html legend li main menu nav search section summary tbody tfoot thead tr".split(),
    1,
) | dict.fromkeys("blockquote dl figure h1 h2 h3 h4 h5 h6 hr listing ol p plaintext pre table ul xmp".split(), 2)
SPECIAL: Final = frozenset("br listing plaintext pre td th tr xmp".split())
"""Elements that do more than to end lines."""

_BLANKS: Final = re.compile("[ \t\n]+")
_TAB: Final = 8  # a gap above it is so many tabs


class Flow:
    """Takes the elements and texts of a page in their order, and writes the text.

    Run `r` of its words starts at `starts[r]` and stands right in the element `owners[r]`; `length` is that of all.
    """

    def __init__(self) -> None:
        self.parts: list[str] = []
        self.starts: list[int] = []
        self.owners: list[int] = []
        self.gap = 0  # lines or tabs that are due before the next words
        self.length = 0
        self._blank = False
        self._verbatim = 0
        # Of each row and cell that is open, the runs before it.
        self._rows: list[int] = []
        self._cells: list[int] = []
        self._between = -1  # the part that parts the open cell from the one before
        self._tall = False  # whether the cell that is open, or the last one, has several lines

    def begin(self, name: str) -> None:
        """A special element begins; if it ends lines, the gap is there already."""
        if name == "br":
            self.gap += self.gap < 2
        elif name == "tr":
            self._rows.append(len(self.starts))
        elif name not in ("td", "th"):
            self._verbatim += 1
        else:
            if self._rows and len(self.starts) > self._rows[-1]:
                self.gap = 1 if self._tall else max(self.gap, _TAB) + 1
            self._cells.append(len(self.starts))
            self._between, self._tall = -1, False

    def end(self, name: str) -> None:
        """A special element ends."""
        if name == "tr":
            self._rows.pop()
            self.gap = 1
        elif name in ("td", "th"):
            self._cells.pop()
        elif name != "br":
            self._verbatim -= 1

    def say(self, words: str, element: int) -> None:
        """Words that stand right in an element."""
        if self._verbatim:
            core, blank, ends_blank = words.strip("\n"), False, False
        else:
            if "\n" in words or "  " in words or "\t" in words:
                words = _BLANKS.sub(" ", words)
            core = words.strip(" ")
            if core is words:
                blank = ends_blank = False
            else:
                blank, ends_blank = words[0] == " ", words[-1] == " "
        if not core:
            self._blank = self._blank or blank
            return
        if self.gap:
            self._break()
        elif (blank or self._blank) and self.length:
            self.parts.append(" ")
            self.length += 1
        self.parts.append(core)
        self.starts.append(self.length)
        self.length += len(core)
        self.owners.append(element)
        self._blank = ends_blank

    def _break(self) -> None:
        """Write the gap that is due."""
        gap, self.gap = self.gap, 0
        if not self.parts:
            return
        if gap > _TAB:
            self._between = len(self.parts)
            self.parts.append("\t" * (gap - _TAB))
            self.length += gap - _TAB
            return
        if self._cells and len(self.starts) > self._cells[-1]:
            self._tall = True
            if self._between >= 0:
                self.parts[self._between] = "\n".rjust(len(self.parts[self._between]))
                self._between = -1
        self.parts.append("\n" * gap)
        self.length += gap
