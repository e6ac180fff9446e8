"""What holds for all columns of a mapping that is on its way in."""

from __future__ import annotations

import attrs

from oversight_adapters.readers.mapped_table.forms import PLAIN
from oversight_adapters.readers.mapped_table.mapping import BlockLine, column_key
from oversight_adapters.texts import drafting


@attrs.define
class Columns:
    """How dates look where a column does not say, and the lines that make a column of their own."""

    forms: tuple[str, ...] = PLAIN
    block: BlockLine | None = None

    def heads(self, name: str) -> BlockLine | None:
        """The block lines, where a column is the one that they make."""
        return self.block if self.block and column_key(self.block.column) == column_key(name) else None


Draft = drafting.Draft[Columns]
Take = drafting.Take[Columns]
