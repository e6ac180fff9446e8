"""A reader made of a mapping: any table to candidates, without code."""

from __future__ import annotations

from typing import Any

from oversight_adapters.readers.mapped_table.errors import TableRefused
from oversight_adapters.readers.mapped_table.examining import Examined, examine
from oversight_adapters.readers.mapped_table.mapping import TableMapping
from oversight_adapters.readers.mapped_table.problems import REFUSING
from oversight_adapters.readers.mapped_table.values import parts_of, value_of
from oversight_adapters.texts.tables import table_text
from oversight_core.errors import OversightError
from oversight_core.provenance import Excerpt, Source
from oversight_core.reading import Reading, Text


class MappedTableReader:
    """Reads tables by a mapping; its format is the mapping's name.

    >>> from oversight_adapters.readers.mapped_table import mapping_of
    >>> toml = 'name="tracker"\\nissuer="city"\\nfields.report="Audit"\\nfields.number="No"\\nfields.text="What"'
    >>> reader = MappedTableReader(mapping_of(toml))
    >>> reading = reader.take(Source.of(b"Audit,No,What\\nA-1,1.10,Count the beds\\n"))
    >>> str(reading.candidates[0].item), reading.candidates[0].entity.text
    ('recommendation:city/a-1/1.10', 'Count the beds')
    """

    def __init__(self, mapping: TableMapping) -> None:
        self.mapping, self.name = mapping, mapping.name
        self._rows = {pick.row: pick for pick in mapping.picks()}

    def recognise(self, source: Source) -> int:
        """2 where the file is a table with every column that the mapping needs, else 0."""
        try:
            examined = examine(self.text(source), self.mapping)
        except OversightError:
            return 0
        fits = examined.rows and not any(problem.code in REFUSING for problem in examined.problems)
        return 2 if fits else 0

    def text(self, source: Source) -> Text:
        """The text of a table, with its cells.  Raises `UnreadableSource` where it is none."""
        table = self.mapping.table
        return table_text(source, format=table.format, delimiter=table.delimiter, rows=table.rows)

    def read(self, text: Text) -> Reading:
        """Everything that the mapped columns state, with the words.

        A file that its mapping refuses gives no candidates, only the problems that say why.
        """
        return self.examine(text).reading()

    def examine(self, text: Text) -> Examined:
        """The same with all that a preview needs, and what a refused file would have given."""
        return examine(text, self.mapping)

    def take(self, source: Source) -> Reading:
        """The reading of a file.  Raises `UnreadableSource`, and `TableRefused` where it does not fit its mapping."""
        examined = self.examine(self.text(source))
        if examined.refused:
            raise TableRefused(source.name or source.digest, self.name, examined.refused)
        return examined.reading()

    def value(self, excerpt: Excerpt) -> Any:
        """What the row of the mapping that an excerpt names makes of its words alone."""
        row, _, part = excerpt.phrase.partition("/")
        pick = self._rows[row]
        return value_of(pick, parts_of(pick, str(excerpt.words))[int(part or 1) - 1])
