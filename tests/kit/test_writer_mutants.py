"""The writer kit proves itself: a writer that breaks one clause fails on that clause, and the healthy ones on none."""

from __future__ import annotations

import html
import json
import sys
from contextlib import suppress
from datetime import date
from pathlib import Path

import attrs
import pytest
from tests.kit.changed import broken, clause_tests, tells

from oversight_adapters.testing import WriterSuite
from oversight_adapters.writers.csv import inactive
from oversight_adapters.writers.jsonlines import JsonLinesWriter
from oversight_adapters.writers.safe import one_line
from oversight_adapters.writers.wording import own_label, says
from oversight_core.entities import KINDS
from oversight_core.errors import StoreFailed
from oversight_core.ledger import Reported, fold
from oversight_core.moments import NOW, AsOf
from oversight_core.ports import Writer

CLAUSES = clause_tests(WriterSuite, "W")


class Sheet:
    """A healthy writer of a small table, in parts that a mutant can change."""

    name, suffix, lossless = "sheet", ".csv", False

    def __init__(self, as_of: AsOf = NOW) -> None:
        self.as_of = as_of

    def write(self, record, out):
        for line in self.lines(record):
            out.write(line)

    def lines(self, record):
        return (self.line(item, case) for item, case in sorted(self.cases(record).items()))

    def cases(self, record):
        return record.cases(self.as_of)

    def line(self, item, case):
        return ",".join(map(self.cell, (item, *self.said(case)))) + "\n"

    def said(self, case):
        labels = [f"{axis} {own_label(status)} since {status.since}" for axis, status in sorted(case.statuses.items())]
        return [getattr(case.described, "text", "") or says(case.described), "; ".join(labels)]

    def cell(self, value):
        return '"' + inactive(value).replace('"', '""') + '"'


class Page(Sheet):
    """The same as a page of HTML."""

    name, suffix = "page", ".html"

    def line(self, item, case):
        title, labels = map(self.text, self.said(case))
        return f'<p title="{title}">{self.text(item)}: {labels}</p>\n'

    def text(self, value):
        return html.escape(one_line(value))


class Report(Sheet):
    """The same as Markdown: every mark that could be markup stands behind a backslash."""

    name, suffix = "report", ".md"

    def line(self, item, case):
        return f"| {self.text(item)} | {' | '.join(map(self.text, self.said(case)))} |\n"

    def text(self, value):
        return "".join(f"\\{mark}" if mark in "\\`*_{}[]<>()#+-.!|~&" else mark for mark in one_line(value))


class Lines(JsonLinesWriter):
    """The loss-free writer that ships."""

    dated = False


# -- one clause and one changed line each ----------------------------------------------------------------------------


class HasAName(Sheet):
    breaks, name = "W0", "My Sheet"


class HasNoDot(Sheet):
    breaks, suffix = "W0", "csv"


class SaysThatItLosesNothing(Sheet):
    breaks, lossless = "W0", True


class WritesTwoThingsAtOnce(Sheet):
    breaks = "W0"

    def write(self, record):
        return "".join(self.lines(record))


class KnowsOurKindsOnly(Sheet):
    breaks = "W1"

    def said(self, case):
        return [KINDS[type(case.described).__name__.lower()].__name__, *super().said(case)]


class WantsADay(Sheet):
    breaks = "W1"

    def said(self, case):
        return [*super().said(case), *(recorded.entry.occurred_on.latest.isoformat() for recorded in case.undated)]


class StumblesOverNothing(Sheet):
    breaks = "W1"

    def cases(self, record):
        cases = super().cases(record)
        return {**cases, max(cases): cases[max(cases)]}


class NamesTheObject(Sheet):
    breaks = "W2"

    def said(self, case):
        return [*super().said(case), id(case)]


class CountsItsDocuments(Sheet):
    breaks, n = "W2", 0

    def cell(self, value):
        self.n += 1
        return f'"{self.n}",{super().cell(value)}'


class DatesItself(Sheet):
    breaks = "W2"

    def said(self, case):
        return [*super().said(case), f"written on {date.today()}"]


class DropsTheLink(Lines):
    breaks = "W3"

    def _recorded(self, line):
        return attrs.evolve(super()._recorded(line), hash=b"")


class TrimsWords(Lines):
    breaks = "W3"

    def line(self, recorded):
        return super().line(recorded).replace("  ", " ").replace('" "', '""')


class ForgetsRetractions(Lines):
    breaks = "W3"

    def read(self, lines):
        return (recorded for recorded in super().read(lines) if recorded.mark.kind != "retracted")


class QuotesAndThinksThatIsEnough(Sheet):
    breaks = "W4"

    def cell(self, value):
        return '"' + one_line(value).replace('"', '""') + '"'


class KnowsTheEqualsSignAlone(Sheet):
    breaks = "W4"

    def cell(self, value):
        line = one_line(value)
        return '"' + ("'" * line.startswith("=") + line).replace('"', '""') + '"'


class EscapesNothing(Page):
    breaks = "W5"

    def text(self, value):
        return one_line(value)


class LinksToItsWords(Page):
    breaks = "W5"

    def line(self, item, case):
        title, labels = map(self.text, self.said(case))
        return f'<p><a href="{title}">{self.text(item)}</a>: {labels}</p>\n'


class ForgetsQuotes(Page):
    breaks = "W5"

    def text(self, value):
        return html.escape(one_line(value), quote=False)


class CallsWithItsWords(Page):
    breaks = "W5"

    def line(self, item, case):
        title, labels = map(self.text, self.said(case))
        return f"<p onclick=\"show('{title}')\">{self.text(item)}: {labels}</p>\n"


class PutsItsWordsIntoAScript(Page):
    breaks = "W5"

    def line(self, item, case):
        return super().line(item, case) + f"<script>show({json.dumps(self.said(case)[0]).replace('<', '')})</script>\n"


class PutsItsWordsIntoAStyle(Page):
    breaks = "W5"

    def line(self, item, case):
        return super().line(item, case) + f"<style>p::before {{ content: '{self.text(self.said(case)[0])}' }}</style>\n"


class HasASuffixOfItsOwn(Page):
    breaks, suffix = "W5", ".leaf"

    def text(self, value):
        return one_line(value)


class CutsOutScripts(Page):
    breaks = "W5"

    def text(self, value):
        return one_line(value).replace("<script", "").replace('"', "&quot;")


class ForgetsPipes(Report):
    breaks = "W5"

    def text(self, value):
        return super().text(value).replace("\\|", "|")


class LetsLinksThrough(Report):
    breaks = "W5"

    def text(self, value):
        return super().text(value).replace("\\[", "[").replace("\\]", "]").replace("\\(", "(")


class KeepsControls(Page):
    breaks = "W6"

    def text(self, value):
        return html.escape(str(value))


class KeepsLineEnds(Lines):
    breaks = "W6"

    def line(self, recorded):
        return json.dumps(json.loads(super().line(recorded)), ensure_ascii=False)


class QuotesNothing(Sheet):
    breaks, also = "W6", {"W4"}  # what follows a comma begins a cell, and perhaps a formula

    def cell(self, value):
        return inactive(value).replace('"', "'")


class WritesWhatItCan(Sheet):
    breaks = "W7"

    def write(self, record, out):
        with suppress(OSError):
            super().write(record, out)


class TakesAHalfForTheWhole(Lines):
    breaks = "W7"

    def write(self, record, out):
        try:
            super().write(record, out)
        except Exception as error:
            if isinstance(error, OSError):
                raise


class PassesOverAnItemThatFails(Sheet):
    breaks = "W7"

    def cases(self, record):
        return {item: case for item, case in super().cases(record).items() if self.happened(record, item)}

    def happened(self, record, item):
        with suppress(StoreFailed):
            return record.timeline(item) is not None


class ClosesTheStream(Sheet):
    breaks, also = "W8", {"W7"}  # a file that is closed is not put into its place

    def write(self, record, out):
        super().write(record, out)
        out.close()


class Prints(Sheet):
    breaks = "W8"

    def write(self, record, out):
        sys.stdout.write("writing")
        super().write(record, out)


class KeepsALog(Sheet):
    breaks = "W8"

    def write(self, record, out):
        Path("writing.log").write_text("written")
        super().write(record, out)


class NotesThatItWrote(Sheet):
    breaks = "W8"

    def write(self, record, out):
        super().write(record, out)
        if record.store.capabilities.many_writers:  # not where nothing can be written
            record.enter([Reported(next(iter(record.cases())), "", "", label="written")])


class HeedsNoDates(Sheet):
    breaks = "W9"

    def cases(self, record):
        return record.cases(NOW)


class HeedsWhenItWasRecordedAlone(Sheet):
    breaks = "W9"

    def cases(self, record):
        return record.cases(AsOf(recorded_by=self.as_of.recorded_by))


class HeedsNotWhenItWasStated(Sheet):
    breaks = "W9"

    def cases(self, record):
        return record.cases(AsOf(self.as_of.on, None, self.as_of.recorded_by))


class FoldsWithTodaysJoins(Sheet):
    breaks = "W9"

    def cases(self, record):
        folded = {item: fold(history, self.as_of) for item, history in record.histories(NOW).items()}
        return {item: case for item, case in folded.items() if case.known}


class Remembers(Sheet):
    breaks, seen = "W10", {}

    def said(self, case):
        text = getattr(case.described, "text", None)
        return super().said(case) if text else [*super().said(case), *self.seen]

    def cell(self, value):
        self.seen |= {value: ""} if "Quetzalcoatl" in str(value) else {}
        return super().cell(value)


class ShowsTheFirstHundred(Sheet):
    breaks = "W11"

    def cases(self, record):
        return dict(sorted(super().cases(record).items())[:100])


class PassesOverWhatItDoesNotKnow(Sheet):
    breaks = "W11"

    def cases(self, record):
        return {item: case for item, case in super().cases(record).items() if says(case.described)}


HEALTHY = (Sheet, Page, Report, Lines)
MUTANTS = [mutant for kind in HEALTHY for mutant in kind.__subclasses__() if hasattr(mutant, "breaks")]


def broken_by(kind, clause=""):
    """The clauses on which the suite fails a writer, each with its failure; or one of them alone."""
    suite = WriterSuite()
    suite.dated = getattr(kind, "dated", True)
    tests = {name: one for name, one in CLAUSES.items() if clause in ("", one)}
    return broken(suite, tests, make_writer=lambda: lambda as_of: kind() if issubclass(kind, Lines) else kind(as_of))


@pytest.mark.parametrize("healthy", HEALTHY, ids=lambda healthy: healthy.__name__)
def test_the_healthy_break_nothing(healthy):
    assert isinstance(healthy(), Writer)
    assert broken_by(healthy) == {}


@pytest.mark.parametrize("mutant", MUTANTS, ids=lambda mutant: mutant.__name__)
def test_a_mutant_fails_on_its_clause_and_says_what_was_expected_and_where_to_read(mutant):
    assert tells(broken_by(mutant, mutant.breaks)[mutant.breaks], "writer-contract.md")


@pytest.mark.slow
@pytest.mark.parametrize("mutant", [one for one in MUTANTS if one.breaks > "W2"], ids=lambda mutant: mutant.__name__)
def test_a_mutant_fails_on_no_other_clause(mutant):
    """But for those that lack a part, do not write at all, or never the same: nothing else can be told of them."""
    failures = broken_by(mutant)
    assert set(failures) - getattr(mutant, "also", set()) == {mutant.breaks}, failures


def test_every_clause_has_a_mutant():
    assert {mutant.breaks for mutant in MUTANTS} == set(CLAUSES.values())


class CountsNothing(WriterSuite):
    def records(self, text):
        return 0


class SeesNoCells(WriterSuite):
    def cells(self, text):
        return []


@pytest.mark.parametrize(("suite", "clause"), [(CountsNothing, "W6"), (SeesNoCells, "W4")])
def test_a_hook_that_finds_nothing_is_told(suite, clause):
    tests = {name: one for name, one in CLAUSES.items() if one == clause}
    failure = broken(suite(), tests, make_writer=lambda: Sheet)[clause]
    assert "the hook " in str(failure)


def test_what_is_no_writer_fails_every_test_on_the_port():
    failures = broken(WriterSuite(), CLAUSES, make_writer=lambda: lambda as_of: object())
    assert set(failures) == {"W0"} and "object has no 'write'" in str(failures["W0"])
