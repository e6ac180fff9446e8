"""What is told of one thing: the value of each field, with the words that tell it."""

from __future__ import annotations

from typing import Any

import attrs

from oversight_adapters.readers.plan_document.named import named
from oversight_adapters.readers.plan_document.phrases import BOOK
from oversight_core.entities import KINDS
from oversight_core.moments import Moment
from oversight_core.names import Item
from oversight_core.provenance import Excerpt, TextSpan
from oversight_core.reading import Candidate, Problem


@attrs.define
class Page:
    """The text at work, folded, with the digest of its source and the short forms it makes; problems gather."""

    content: str
    folded: str
    source: str
    marked: str = ""  # the title, where a web page marks it
    problems: list[Problem] = attrs.Factory(list)
    named: frozenset[str] = attrs.Factory(lambda page: named(page.folded), takes_self=True)

    def problem(self, code: str, message: str, start: int = -1, end: int = -1) -> None:
        """Something that does not hold together, and where."""
        place = TextSpan(start, end) if end > start >= 0 else None
        self.problems.append(Problem(code, message, place, self.source))


@attrs.define
class Sheet:
    """A thing under description; what was told first stands, and the same told again adds nothing."""

    page: Page
    item: Item
    values: dict[str, Any] = attrs.Factory(dict)
    excerpts: list[Excerpt] = attrs.Factory(list)
    occurred_on: Moment | None = None

    def tell(self, field: str, row: str, start: int, end: int) -> bool:
        """One value with its words, by a row (``row/slot``); whether it was told, and not before."""
        excerpt = BOOK.excerpt(field, (row, start, end), self.page.content, self.page.source)
        try:
            value = BOOK.value(excerpt)
        except ValueError:
            self.page.problem(
                "unreadable-value", f"{str(excerpt.words)!r} cannot be read as {field.replace('_', ' ')}", start, end
            )
            return False
        if self._collects(field):
            if value in self.values.get(field, ()):
                return False
            self.values[field] = (*self.values.get(field, ()), value)
        elif field in self.values:
            return False
        else:
            self.values[field] = value
        self.excerpts.append(excerpt)
        return True

    def derive(self, field: str, value: Any) -> None:
        """A value that the layout gives."""
        self.values[field] = value
        self.excerpts.append(Excerpt(field))

    def candidate(self) -> Candidate:
        """What was told, as a candidate."""
        entity = KINDS[self.item.kind](**self.values)
        return Candidate(self.item, entity, (), self.occurred_on, tuple(self.excerpts))

    def _collects(self, field: str) -> bool:
        return attrs.fields_dict(KINDS[self.item.kind])[field].default == ()
