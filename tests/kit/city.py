"""A healthy reader of pages in sentences; a mutant of it has one line changed."""

import re

from oversight_core import (
    Actor,
    Candidate,
    Cell,
    Excerpt,
    Item,
    Label,
    Moment,
    Problem,
    Reading,
    Recommendation,
    TextSpan,
)
from oversight_core.reading import Unaccounted

PAGE = """CITY AUDITOR

The police agreed with recommendation 3. It rained in May. The fire brigade agreed with recommendation 8. All was well.
"""
WHO, WHAT = r"The (?P<addressee>[a-z ]{1,30}) (?P<position>\S{6,9})", r"with recommendation (?P<number>\d{1,4})"
ROW = re.compile(rf"(?P<text>{WHO} {WHAT}\.)")
RAIN = re.compile(r"It rained in May\.")
POSITIONS = {"agreed": "concurred", "disagreed": "non_concurred"}
READ = {
    "text": str,
    "addressee": str.title,
    "number": str,
    "position": lambda words: POSITIONS.get(words, ""),
}


class CityReader:
    name = "city"

    def recognise(self, source):
        return 3 if source.content.startswith(b"CITY AUDITOR") else 0

    def read(self, text):
        content, digest = text.content, text.source.digest
        rows = tuple(self.row(match, digest) for match in ROW.finditer(content))
        rain = tuple(Unaccounted(m[0], TextSpan(*m.span()), digest) for m in RAIN.finditer(content))
        problems = ()
        return Reading(rows, problems, rain, text.source, self.name, len(rows) + len(rain))

    def row(self, match, source):
        values = {field: READ[field](match[field]) for field in READ}
        excerpts = tuple(Excerpt(field, match[field], TextSpan(*match.span(field)), source, field) for field in READ)
        item = Item("recommendation", "city", "follow-up", match["number"])
        return Candidate(item, Recommendation(**values), labels=(), excerpts=excerpts)

    def value(self, excerpt):
        return READ[excerpt.phrase](str(excerpt.words))


USED = (Actor, Cell, Label, Moment, Problem)  # by mutants
