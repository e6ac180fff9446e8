"""By when a component expects to be done, in the rows that GAO's comments are read by: both quote the same offices."""

from __future__ import annotations

import re

import attrs

from oversight_adapters.readers.gao_agency_page.estimates import estimates
from oversight_adapters.readers.gao_agency_page.marks import Mark, Sentence
from oversight_adapters.readers.inspectors_general.describing import Told
from oversight_adapters.readers.oig_report.page import LONGEST_SENTENCE
from oversight_adapters.readers.oig_report.scope import Scope, spoken_for
from oversight_adapters.readers.oig_report.sections import Part
from oversight_core.names import Item

_STATED = ("ecd", "completion-date", "completion-date-moved", "date-for-completing")
"""Rows of dates that are called so; beside one of them, what a sentence plans is a step on the way."""
_CALLED = re.compile(r"\bcompletion\s+dates?\b[^.;]{0,40}$", re.IGNORECASE)
_DONE = re.compile(r"(?<!\w)(?:actual\s+)?completion\s+date", re.IGNORECASE)
_EXPECTED = re.compile(
    r"(?:estimated|expected|anticipated|targeted|target|planned|projected|revised)\s+(?:an?\s+)?$", re.IGNORECASE
)


@attrs.define
class Estimates:
    """The estimates of one report; those of one recommendation are settled at the end."""

    scope: Scope
    _stated: dict[Item, list[tuple[str, Told]]] = attrs.Factory(dict)
    _planned: dict[Item, list[tuple[str, Told]]] = attrs.Factory(dict)

    def sentence(self, start: int, end: int) -> None:
        """What one sentence of the comments on a recommendation, or of their analysis, estimates."""
        page, section = self.scope.page, self.scope.section(start)
        if section is None or section.part is Part.TEXT or end - start > LONGEST_SENTENCE:
            return
        here = spoken_for(self.scope.here(start), self.scope.commenter(section, "by"))
        flat, places = _flat(page.text[start:end])
        for one in estimates(Sentence.of(flat)) if here else ():
            unstated = one.moves and not (self._stated or "completion date" in flat.lower())
            if one.given_up or unstated or _is_done(flat, one.date):
                continue
            if one.moves:
                self._stated |= {each.item: [] for each in here}
            called = one.date.row.partition("/")[0] in _STATED or _CALLED.search(flat, 0, one.date.start)
            kept = self._stated if called else self._planned
            for mark in filter(None, (one.date, one.qualifier)):
                told = page.read(mark.row, start + places[mark.start], start + places[mark.end - 1] + 1, mark.field)
                if told is not None:
                    for description in here:
                        kept.setdefault(description.item, []).append((mark.field, told))

    def settle(self) -> None:
        """The dates that are called estimates, or else what is planned."""
        for item in dict.fromkeys((*self._stated, *self._planned)):
            for field, told in self._stated.get(item) or self._planned[item]:
                self.scope.page.record.of(item).tell(field, told)


def _flat(words: str) -> tuple[str, list[int]]:
    """A sentence on one line with single blanks, and where each of its characters stood."""
    places = [n for n, mark in enumerate(words) if not (mark.isspace() and n and words[n - 1].isspace())]
    return "".join(" " if words[n].isspace() else words[n] for n in places), places


def _is_done(flat: str, date: Mark) -> bool:
    """Whether a date is that of the completion itself: "Completion date: May 3, 2021"."""
    called = list(_DONE.finditer(flat, max(0, date.start - 80), date.start))
    return bool(called) and not _EXPECTED.search(flat, max(0, called[-1].start() - 40), called[-1].start())
