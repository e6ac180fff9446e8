"""What every part of the writer suite builds on: the hooks of a subclass, and a document as text."""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Iterable, Iterator
from typing import Any, ClassVar

import pytest
from hypothesis import HealthCheck, Phase, settings

from oversight_adapters.testing import writer_suite_active as seen
from oversight_adapters.testing.clauses import ClauseBroken, expect_none, missing_parts
from oversight_adapters.testing.writer_suite_streams import Paper
from oversight_core.moments import NOW, AsOf
from oversight_core.names import SEGMENT, Item
from oversight_core.ports import Writer
from oversight_core.register import Register

MakeWriter = Callable[[AsOf], Writer]
"""A new writer, for what is known as of some dates."""


QUICK = settings(
    max_examples=25,
    deadline=None,
    database=None,
    derandomize=True,
    report_multiple_bugs=False,
    phases=(Phase.generate, Phase.shrink),
    suppress_health_check=list(HealthCheck),
)
"""How the suite plays: few examples, the same each time, nothing kept between runs."""


def written(writer: Writer, record: Any) -> str:
    """The document that a writer makes of a record."""
    out = Paper()
    writer.write(record, out)
    return out.text


def fresh(make_writer: MakeWriter, as_of: AsOf = NOW) -> Any:
    """A writer that has what the port has: without that, no other clause can be put to it."""
    __tracebackhide__ = True
    try:
        writer: Any = make_writer(as_of)
    except Exception as error:  # an adapter may raise anything; the clause is told all the same
        raise ClauseBroken("W0", "make_writer(as_of) to give a writer", f"{type(error).__name__}: {error}") from error
    expect_none("W0", not_a_writer(writer), "every part of the port")
    return writer


def not_a_writer(writer: Any) -> Iterator[str]:
    """What a writer lacks of the port, and what it says of itself that cannot be."""
    if lacking := list(missing_parts(writer, Writer)):
        yield from lacking
        return
    name, suffix, lossless = writer.name, writer.suffix, writer.lossless
    if not (isinstance(name, str) and SEGMENT.fullmatch(name)):
        yield f"the name {name!r}, not a lower-case slug"
    if not (isinstance(suffix, str) and re.fullmatch(r"\.[^/\\ ]+", suffix)):
        yield f"the suffix {suffix!r}, not a dot and the ending of a file"
    if not isinstance(lossless, bool):
        yield f"lossless as {lossless!r}, not True or False"
    elif lossless and not callable(getattr(writer, "read", None)):
        yield "no read(lines), for what is lossless reads back"


class WriterHooks:
    """What a subclass of the suite brings."""

    dated: ClassVar[bool] = True
    """Whether the writer heeds the dates that it is made for; one that does not writes the whole record."""

    @pytest.fixture
    def make_writer(self) -> MakeWriter:
        """A factory of writers: ``as_of -> writer``."""
        raise NotImplementedError("bring the fixture make_writer")

    def cells(self, text: str) -> Iterable[Iterable[str]] | None:
        """The cells of a document, row by row; None where it has none.  By itself it knows .csv and .tsv."""
        return seen.cells(text, self.suffix)

    def records(self, text: str) -> int | None:
        """How many records a document has; None where that cannot be said.

        By itself it counts the rows of .csv and .tsv, and the lines of .jsonl, .md and .txt.
        """
        return seen.records(text, self.suffix)

    def active(self, text: str) -> Iterable[str] | None:
        """Everything in a document that is markup, a link or a script, one name each time; None where that cannot be
        said.  By itself it knows Markdown, HTML and XML, and that formats of data have none."""
        find = seen.ACTIVE.get(self.suffix) or (seen.in_html if text.lstrip("\ufeff \t\r\n").startswith("<") else None)
        return find(text) if find else None

    def told(self, text: str, item: Item) -> bool:
        """Whether a document names an item.  By itself it looks for the item as it prints, escaped or not."""
        plain = html.unescape(text.replace("\\", ""))
        return re.search(rf"(?<![\w/]){re.escape(str(item))}(?![\w/@~-])", plain) is not None

    def left_out(self, text: str) -> int:
        """How many items a document says that it leaves out; by itself, none."""
        return 0

    # -- helpers ---------------------------------------------------------------------------------------------------

    suffix = ""

    def _text(self, make_writer: MakeWriter, record: Register, as_of: AsOf = NOW) -> str:
        """The document of a record, by a new writer; the hooks then know its suffix."""
        writer = fresh(make_writer, as_of)
        self.suffix = writer.suffix
        return written(writer, record)


def difference(one: str, other: str) -> str:
    """The first line in which two texts differ."""
    lines = zip([*one.splitlines(), "(the end)"], [*other.splitlines(), "(the end)"], strict=False)
    return next((f"{b[:120]!r} for {a[:120]!r}" for a, b in lines if a != b), "other line ends")


def around(text: str, found: Any) -> str:
    """What stands around a match; empty for none."""
    return "" if found is None else repr(text[max(0, found.start() - 20) : found.end() + 20])
