"""Where everything that a user sees is printed: answers on standard output, the rest on standard error.

Words of documents pass through here, and come out harmless: no control characters, no markup.
"""

from __future__ import annotations

import json
import os
import shutil
import sys
import textwrap
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from rich import box
from rich.console import Console, RenderableType
from rich.table import Table
from rich.text import Text

from oversight_adapters.writers.safe import one_line

WIDTH = 140  # of tables, where there is neither a terminal nor COLUMNS to ask


def _print(drawn: RenderableType, *, soft_wrap: bool = False) -> None:
    """Print for people: as wide as the terminal, in its colours, without blanks at the ends of lines."""
    asked = sys.stdout.isatty() or "COLUMNS" in os.environ
    console = Console(file=sys.stdout, width=None if asked else WIDTH, highlight=False, markup=False, emoji=False)
    with console.capture() as captured:
        console.print(drawn, soft_wrap=soft_wrap)
    raw("\n".join(printed.rstrip() for printed in captured.get().splitlines()))


def tell(sentence: object) -> None:
    """A sentence about what went wrong, on standard error."""
    sys.stderr.write(f"oversight: {one_line(sentence)}\n")


def aside(text: object) -> None:
    """A line that belongs to such a sentence, such as one of several choices."""
    sys.stderr.write(f"  {one_line(text)}\n")


def line(text: object = "", *, style: str = "", indent: int = 0, hang: int = 0) -> None:
    """One line of an answer, which only a terminal breaks: a program that reads it gets it whole.

    Where it is broken, it goes on `hang` further to the right.
    """
    safe = one_line(text)
    if not sys.stdout.isatty():
        raw(" " * indent + safe)
        return
    width = shutil.get_terminal_size().columns
    first, rest = " " * indent, " " * (indent + hang)
    wrapper = textwrap.TextWrapper(width, first, rest, break_long_words=False, break_on_hyphens=False)
    broken = wrapper.wrap(safe)
    _print(Text("\n".join(broken), style=style), soft_wrap=True)


def numbered(number: object, text: object) -> None:
    """A line with a number before it, numbers flush right; what follows it is indented by six."""
    indent = max(0, 4 - len(str(number)))
    line(f"{number}. {text}", style="bold", indent=indent, hang=6 - indent)


def heading(text: object) -> None:
    """A heading over part of an answer, with an empty line before it."""
    line()
    line(text, style="bold")


def table(columns: Sequence[str], rows: Iterable[Sequence[object]]) -> None:
    """Rows under a header; a column in which nothing stands is left out."""
    cells = [[one_line(cell) for cell in row] for row in rows]
    shown = [n for n, _ in enumerate(columns) if any(row[n] for row in cells)]
    drawn = Table(box=box.SIMPLE_HEAD, pad_edge=False, show_edge=False, header_style="bold")
    for n in shown:
        drawn.add_column(columns[n], justify="right" if columns[n] in ("#", "items") else "left", overflow="fold")
    for row in cells:
        drawn.add_row(*(Text(row[n]) for n in shown))
    _print(drawn)


def json_line(data: Mapping[str, Any]) -> None:
    """One JSON object on a line of its own, in ASCII, so that nothing can break the line."""
    sys.stdout.write(json.dumps(data, ensure_ascii=True) + "\n")


def raw(text: str) -> None:
    """Text of our own with its line ends as they are, such as a drawing."""
    sys.stdout.write(text if text.endswith("\n") else text + "\n")
