"""A healthy reader of tables, which stand in cells; a mutant of it has one line changed."""

import csv
import re

from oversight_adapters.texts.plain import decode
from oversight_core import Candidate, Cell, Excerpt, Item, Problem, Reading, Recommendation, Text
from oversight_core.errors import UnreadableSource
from oversight_core.reading import Unaccounted

HEADER = "number,addressee,position,remark"
TABLE = f"{HEADER}\n3,police,agreed,\n7,fire brigade,disagreed,by May 2024\n8,harbour,,\n"
NUMBER = re.compile(r"[0-9]{1,4}")
POSITIONS = {"agreed": "concurred", "disagreed": "non_concurred"}
COLUMNS = ("number", "addressee", "position")
READ = {
    "number": str,
    "addressee": str.title,
    "position": lambda words: POSITIONS.get(words, ""),
}


class Table:
    """The places of a table."""

    def __init__(self, rows):
        self.rows = rows

    def at(self, locator):
        cells = self.rows[locator.row - 1 : locator.row] if isinstance(locator, Cell) else ()
        return next((row[locator.column - 1] for row in cells if 0 < locator.column <= len(row)), None)

    def cells(self):
        for n, row in enumerate(self.rows[1:], 2):
            yield from (Cell("", n, at) for at, words in enumerate(row, 1) if words)


def table(source):
    text = decode(source)
    try:
        rows = list(csv.reader(text.content.splitlines()))
    except csv.Error as error:
        raise UnreadableSource(source.name, str(error)) from None
    return Text(source, text.content, text.encoding, Table(rows))


class TableReader:
    name = "city-table"

    def recognise(self, source):
        return 3 if source.content.startswith(HEADER.encode()) else 0

    def read(self, text):
        rows = text.places.rows if ",".join(text.places.rows[0:1] and text.places.rows[0]) == HEADER else []
        full = [(n, row) for n, row in enumerate(rows, 1) if n > 1 and len(row) == 4 and NUMBER.fullmatch(row[0])]
        found = tuple(self.row(n, row, text.source.digest) for n, row in full)
        remarks = tuple(Unaccounted(row[3], Cell("", n, 4), text.source.digest) for n, row in full if row[3])
        problems = ()
        return Reading(found, problems, remarks, text.source, self.name, len(found) + len(remarks))

    def row(self, n, row, source):
        words = {field: words for field, words in zip(COLUMNS, row, strict=False) if words}
        places = {field: Cell("", n, column) for column, field in enumerate(COLUMNS, 1)}
        values = {field: READ[field](words[field]) for field in words}
        excerpts = tuple(Excerpt(field, words[field], places[field], source, field) for field in words)
        item = Item("recommendation", "city", "follow-up", row[0])
        return Candidate(item, Recommendation(**values), excerpts=excerpts)

    def value(self, excerpt):
        return READ[excerpt.phrase](str(excerpt.words))


USED = (Problem,)  # by mutants
