"""`oversight demo`: sample documents become a record, and the record answers."""

from __future__ import annotations

from collections.abc import Iterator
from importlib.resources import files

from oversight_adapters.cli import imports, out
from oversight_adapters.cli.called import chosen
from oversight_adapters.cli.commands import check, list_, tally, verify
from oversight_adapters.cli.desk import adapters, open_register
from oversight_adapters.cli.exits import DONE, FAILED
from oversight_adapters.cli.lines import Line
from oversight_adapters.cli.options import Json, Store
from oversight_adapters.cli.seen import Seen, View
from oversight_adapters.texts.sentences import sentences
from oversight_adapters.writers.footnotes import place
from oversight_adapters.writers.wording import both_labels, says, words
from oversight_core.moments import AsOf, Moment
from oversight_core.ports import Verdict
from oversight_core.provenance import Source, TextSpan
from oversight_core.reading import Reading, Text
from oversight_core.register import Register

DEMO_STORE = "demo.db"

SAMPLES = (
    ("crcl-segregation-part-2.txt", ""),
    ("crcl-krome.txt", "2024-03-04"),
    ("gao-ice-2024-03.txt", "2024-03-31"),
    ("gao-ice-later.txt", "2025-03-31"),
)
"""The sample documents, and the day as of which each speaks."""

TWO_DAYS = ("2024-03-31", "2025-03-31")
"""The days of the two pages about the same recommendations."""

VALUE = ("response", "non_concurred")
"""Kind and field of the value whose words are shown."""

NEXT = (
    ('show "GAO-22-104529 7" --store {store}', "one recommendation, with the words behind every value"),
    ('timeline "GAO-22-104529 7" --store {store}', "what happened to it: when, said when, recorded when"),
    ("list --open --as-of 2024-04 --store {store}", "what was open at the end of April 2024"),
    (
        'attempt "GAO-22-104529 7" partially_concur --actor ICE --role addressee --on 2025-06-02 --store {store}',
        "an answer recorded by hand, and what its rule expects beside it",
    ),
    ("export markdown --store {store}", "a report whose excerpts are footnotes"),
    ("rules draw position", "the table behind what an agency may answer, as a diagram"),
    ("read FILE --json", "a document of your own: every value and its words"),
)
"""Commands to try next, and what each gives."""


def demo(*, store: Store = DEMO_STORE, json: Json = False) -> int:
    """Make a record of sample documents in this folder, and show what can be asked of it."""
    with open_register(store, create=True, recorder="demo") as register:
        done = [imports.take(register, adapters().read(source)) for source in samples()]
        verdict = register.verify()
        if json:
            for line in _lines(register, done):
                out.json_line(line)
            out.json_line(verify.line(verdict))
        else:
            _import(done, store)
            _ask(register, store)
            _one_value(done[0].reading)
            _two_dates(register, store)
            _verify(verdict, store)
    return DONE if verdict.holds else FAILED


def _lines(register: Register, done: list[imports.Imported]) -> Iterator[Line]:
    """The same as lines of JSON, each as the command prints it that asks for it."""
    for one in done:
        yield from imports.lines(one)
    found = register.tally()
    yield from (tally.line(row, found.by) for row in (*found.rows, found.whole))
    view = View.of(Seen.of(register))
    yield from (list_.line(view, item) for item in chosen(view))
    yield from map(check.line, register.discrepancies())


def samples() -> Iterator[Source]:
    """The sample documents that ship with this package."""
    for name, day in SAMPLES:
        content = files("oversight_adapters").joinpath("samples", name).read_bytes()
        yield Source.of(content, name=name, dated_on=Moment.parse(day) if day else None)


def _step(question: str, command: str, store: str = "") -> None:
    """A heading, and the command that asks the same."""
    out.heading(question)
    out.line(f"$ oversight {command}{f' --store {store}' if store else ''}", style="dim")
    out.line()


def _import(done: list[imports.Imported], store: str) -> None:
    _step("1. Four sample documents become a record", "import FILE…", store)
    for one in done:
        wrote = f"import {one.batch}, {len(one.plan.entries)} entries" if one.plan.batch else "nothing new"
        out.line(f"{one.name} ({one.plan.format}): {wrote}", indent=2)
        for problem in one.plan.problems:
            out.line(f"{problem.code}: {problem.message}", indent=6)
    out.line("Dates and counts of the first three are real, in words of our own; the last page is invented.", indent=2)


def _ask(register: Register, store: str) -> None:
    view = View.of(Seen.of(register))

    _step("2. Where do recommendations stand?", "tally", store)
    tally.show(register.tally())

    _step("3. Which are open, and which memos are known by counts only?", "list --open", store)
    for item in chosen(view):
        if list_.is_open(register, item, view.cases[item]):
            list_.show(view, item)
    out.line()
    out.line(f"$ oversight list --issuer crcl --store {store}", style="dim")
    out.line()
    for item in chosen(view):
        if item in view.stated:
            list_.show(view, item)

    _step("4. Where does the record contradict itself?", "check", store)
    found = register.discrepancies()
    told = tuple(one for one in found if one.kind != "description")
    check.show(told, view.order)
    if len(told) < len(found):
        out.line()
        out.line(f"{len(found) - len(told)} more values differ between the two pages; the command shows them.")


def _one_value(reading: Reading) -> None:
    """One value in the sentence that states it, and where that stands."""
    assert reading.source is not None
    text = adapters().readers[reading.format].text(reading.source)
    _step("5. Where does a value come from?", f"read {reading.source.name}")
    for candidate in reading.candidates:
        for excerpt in candidate.excerpts:
            if (candidate.item.kind, excerpt.field) == VALUE and isinstance(excerpt.locator, TextSpan):
                value = getattr(candidate.entity, excerpt.field)
                out.line(f"{candidate.item}: {words(excerpt.field)} is {value}", indent=2)
                out.line(_in_its_sentence(text, excerpt.locator), indent=2)
                out.line(f"{place(excerpt.locator)} of {reading.source.name}, {excerpt.source}", indent=2)


def _in_its_sentence(text: Text, span: TextSpan) -> str:
    """The sentence around a place, the words at the place marked."""
    content = text.content
    around = [(a, b) for a, b in sentences(content) if a <= span.start and span.end <= b]
    start, end = around[0] if around else (span.start, span.end)
    return f"“{content[start : span.start]}»{content[span.start : span.end]}«{content[span.end : end]}”"


def _two_dates(register: Register, store: str) -> None:
    """The statuses that the later page changed, as stated by the day of either page."""
    _step("6. How did one status stand, by what had been said on two dates?", "show ITEM --stated-by DATE", store)
    for item, case in register.cases(kind="recommendation").items():
        before, after = (register.case(item, AsOf(stated_by=day)).status("oversight_status") for day in TWO_DAYS)
        if before.value != after.value:
            out.line(f"{item}: {says(case.described)}", indent=2)
            for day, status in zip(TWO_DAYS, (before, after), strict=True):
                out.line(f"stated by {day}: {both_labels(status)}", indent=6)


def _verify(verdict: Verdict, store: str) -> None:
    _step("7. Is the record whole?", "verify", store)
    verify.tell(verdict)
    out.heading("What to try next")
    for command, gives in NEXT:
        out.line(f"$ oversight {command.format(store=store)}", indent=2)
        out.line(gives, indent=6)
