"""A page of open recommendations at the lengths that GAO prints, every comment read (recommendations/s).

As a web page, two walks over the parsed tree stand beside us that read no comment: one copies the same cells, the other
makes the same records of them, with the places of their words.

Plain comments hold one dated statement among words that say nothing more, as in the peers' baseline; telling ones hold
a position, a dated statement and an estimate each, which is what the real page has on average.
"""

from __future__ import annotations

import gc
import html
import random
import re
from collections.abc import Callable, Iterator
from time import process_time
from typing import TypeVar

import contender_w5
from contender_w5 import Record
from measure import OURS, Goal
from selectolax.lexbor import LexborHTMLParser

from oversight_adapters.readers.gao_agency_page import GaoAgencyPageReader
from oversight_adapters.texts.documents import document_text
from oversight_core import Source
from oversight_core.entities import Recommendation
from oversight_core.names import Item, fingerprint, slug
from oversight_core.provenance import Element, Excerpt
from oversight_core.reading import Candidate, Label

COUNT = 4_000
AGENCY = "United States Immigration and Customs Enforcement"
TITLES = ("Detention Standards: Further Steps Would Help", "Removals: Better Data Are Needed", "Contracts: Gaps Remain")
DUTIES = (
    "collect what is needed to assess every performance standard in the contract",
    "document the results of each inspection and follow up on what it finds",
    "set goals, time frames and milestones for the work that remains",
    "monitor whether field offices comply with the interim directive",
    "tell every officer what records have to be kept, and for how long",
)
POSITIONS = ("ICE concurred with this recommendation.", "DHS did not concur with this recommendation.")
STATEMENTS = (
    "As of {month} {year}, ICE officials stated that a working group was drafting the guidance.",
    "In {month} {year}, ICE provided a draft that covers a part of what we recommended.",
)
ESTIMATE = "ICE estimated that it would complete these actions by {month} 30, {year}."
REMARKS = (
    "To fully address the intent of our recommendation, ICE needs to show how the results are used.",
    "The agency said that the contractor keeps the records, and that field offices look at them when they inspect.",
    "We will continue to monitor the progress that the agency makes in this matter.",
)
MONTHS = ("March", "June", "September")


def filled(parts: Iterator[str], length: int) -> str:
    """Parts, one after another, until there is enough of them."""
    text = next(parts)
    while len(text) < length:
        text += " " + next(parts)
    return text


def records(count: int, *, telling: bool) -> list[Record]:
    """The recommendations of a page, one to three a report; texts of some 300 characters, comments of some 750."""
    chance = random.Random(4)

    def duties() -> Iterator[str]:
        yield "The Director of ICE should " + chance.choice(DUTIES)
        while True:
            yield "and " + chance.choice(DUTIES)

    def remarks() -> Iterator[str]:
        if telling:
            yield chance.choice(POSITIONS)
        for said in (chance.choice(STATEMENTS), ESTIMATE) if telling else (STATEMENTS[0],):
            yield said.format(month=chance.choice(MONTHS), year=chance.randint(2020, 2025))
        while True:
            yield chance.choice(REMARKS)

    found: list[Record] = []
    while len(found) < count:
        title = f"{chance.choice(TITLES)} ({len(found)})"
        for number in range(1, min(chance.choice((1, 1, 2, 3)), count - len(found)) + 1):
            text = filled(duties(), chance.randint(150, 400)) + "."
            status = chance.choice(("Open", "Open", "Open – Partially Addressed"))
            comment = filled(remarks(), chance.randint(400, 1000))
            found.append(Record(title, AGENCY, text, number, status, comment))
    return found


def page(rows: list[Record]) -> str:
    """The page that lists them."""
    lines = [AGENCY, "", "Jump To:", "", f"Open Recommendations ({len(rows)} total)", ""]
    for title, block in by_title(rows).items():
        lines += [title, "", "Show", f"{len(block)} Open Recommendations"]
        lines += ["Agency Affected Recommendation Status Sort descending"]
        for row in block:
            lines += [f"{row.agency} {row.text} (Recommendation {row.number})", row.status, row.narrative]
        lines.append("")
    return "\n".join(lines)


def web_page(rows: list[Record]) -> str:
    """The same page as HTML: a table for each report."""
    parts = [f"<!DOCTYPE html><main><h1>{AGENCY}</h1><h2>Open Recommendations ({len(rows)} total)</h2>"]
    for title, block in by_title(rows).items():
        heads = "".join(f"<th>{name}</th>" for name in ("Agency Affected", "Recommendation", "Status"))
        parts += [f"<section><h3><a>{html.escape(title)}</a></h3><button>Show</button>"]
        parts += [f"<p>{len(block)} Open Recommendations</p><table><thead><tr>{heads}</tr></thead><tbody>"]
        for row in block:
            text, comment = html.escape(row.text), html.escape(row.narrative)
            parts += [f"<tr><td>{row.agency}</td><td>{text} (Recommendation {row.number})</td>"]
            parts += [f"<td><strong>{row.status}</strong><div>{comment}</div></td></tr>"]
        parts += ["</tbody></table></section>"]
    return "".join(parts)


def by_walk(page: str) -> list[Record]:
    """The cells of a web page, by child pointers; no comment is read, and no value has its words."""
    found = []
    for section in LexborHTMLParser(page).css("section"):
        title = section.child.text()
        for line in section.css("tbody tr"):
            agency = line.child
            told, status = agency.next, agency.next.next.child
            text, _, number = told.text().rpartition(" (Recommendation ")
            found.append(Record(title, agency.text(), text, int(number[:-1]), status.text(), status.next.text()))
    return found


def by_building(page: str) -> list[Candidate]:
    """The same walk, which makes of the cells what we make of them: items, fields and the places of their words."""
    found = []
    for n, section in enumerate(LexborHTMLParser(page).css("section"), 1):
        title = section.child.text()
        for m, line in enumerate(section.css("tbody tr"), 1):
            path = f"/html/body/main/section[{n}]/table/tbody/tr[{m}]/td"
            agency = line.child
            told, status = agency.next, agency.next.next.child
            text, _, number = told.text().rpartition(" (Recommendation ")
            values = {"report_title": title, "number": number[:-1], "addressee": "ICE", "text": text}
            values |= {"status": slug(status.text()), "status_printed": status.text()}
            at = len(text) + len(_)
            places = {
                "report_title": Element(f"/html/body/main/section[{n}]/h3/a", 0, len(title)),
                "number": Element(f"{path}[2]", at, at + len(number) - 1),
                "addressee": Element(f"{path}[1]", 0, len(agency.text())),
                "text": Element(f"{path}[2]", 0, len(text)),
                "status": Element(f"{path}[3]/strong", 0, len(status.text())),
                "status_printed": Element(f"{path}[3]/strong", 0, len(status.text())),
            }
            excerpts = tuple(Excerpt(name, values[name], place) for name, place in places.items())
            item = Item("recommendation", "gao", fingerprint(title), number[:-1], "ice")
            label = Label("gao/status", status.text(), excerpts=excerpts[-1:])
            found.append(Candidate(item, Recommendation(**values), (label,), None, excerpts))
            assert status.next.text()
    return found


def by_title(rows: list[Record]) -> dict[str, list[Record]]:
    """The rows of each report."""
    blocks: dict[str, list[Record]] = {}
    for row in rows:
        blocks.setdefault(row.product, []).append(row)
    return blocks


ROW = re.compile(rf"^{AGENCY} (.+) \(Recommendation (\d+)\)$")


def by_lines(text: str) -> list[Record]:
    """What a script would do: cut the page into cells.  No comment is read, and no value has its words."""
    found, title = [], ""
    lines = text.split("\n")
    for at, line in enumerate(lines):
        if line == "Show":
            title = lines[at - 2]
        elif match := ROW.match(line):
            found.append(Record(title, AGENCY, match[1], int(match[2]), lines[at + 1], lines[at + 2]))
    return found


def ours() -> dict[str, float]:
    reader = GaoAgencyPageReader()
    plain, telling = (records(COUNT, telling=telling) for telling in (False, True))
    assert contender_w5.w5()(page(telling[:200])) == telling[:200]
    reading = reader.read(document_text(Source.of(page(telling).encode())))
    assert sum(candidate.item.kind == "recommendation" for candidate in reading.candidates) == COUNT
    assert reading.telling >= 3 * COUNT and all(candidate.excerpts for candidate in reading.candidates)

    def read(document: bytes) -> None:
        document_text.cache_clear()  # nobody who recognises it has made its text before
        reader.read(document_text(Source.of(document)))

    whole = page(telling).encode()
    return {
        PLAIN: COUNT / took(read, page(plain).encode()),
        TELLING: COUNT / took(read, whole),
        HTML: COUNT / took(read, web_page(plain).encode()),
        "cost of doubling": took(read, whole) / took(read, page(telling[: COUNT // 2]).encode()),
    }


Document = TypeVar("Document", str, bytes)


def took(read: Callable[[Document], object], document: Document) -> float:
    """Seconds of the processor for one reading, the best of five."""
    times = []
    for _ in range(5):
        gc.collect()
        start = process_time()
        read(document)
        times.append(process_time() - start)
    return min(times)


def cut() -> dict[str, float]:
    found = {}
    for metric, telling in ((PLAIN, False), (TELLING, True)):
        rows = records(COUNT, telling=telling)
        text = page(rows)
        assert by_lines(text) == rows
        found[metric] = COUNT / took(by_lines, text)
    return found


def walked() -> dict[str, float]:
    rows = records(COUNT, telling=False)
    page = web_page(rows)
    assert by_walk(page) == rows
    return {HTML: COUNT / took(by_walk, page)}


def built() -> dict[str, float]:
    rows = records(COUNT, telling=False)
    page = web_page(rows)
    assert [one.entity.text for one in by_building(page)] == [row.text for row in rows]
    return {HTML: COUNT / took(by_building, page)}


PLAIN = "recommendations/s, plain"
TELLING = "recommendations/s, telling"
HTML = "recommendations/s, HTML"
BUILT = "selectolax, the same records"
CONTENDERS = {OURS: ours, "cut into cells, nothing read": cut, "selectolax, nothing read": walked, BUILT: built}
GOALS = (
    Goal(PLAIN, at_least=15_000),
    Goal(TELLING, at_least=15_000),
    Goal(HTML, BUILT, at_least=0.4),
    Goal("cost of doubling", at_most=2.3),
)
