"""A report's page laid out: where each field, the stated total and the rows of recommendations stand in its text."""

from __future__ import annotations

import attrs

from oversight_adapters.texts.spans import Span


@attrs.frozen
class Row:
    """A recommendation: where its values stand by the names of their columns, and its text."""

    cells: tuple[tuple[str, Span], ...]
    text: Span | None = None


@attrs.frozen
class Page:
    """Where everything stands.  `unclear` are amounts of which no one can say in which column they stand."""

    title: Span | None = None
    fields: tuple[tuple[str, Span], ...] = ()
    rows: tuple[Row, ...] = ()
    unclear: tuple[Span, ...] = ()
    datetime: str = ""
    listed: bool = False  # among others
