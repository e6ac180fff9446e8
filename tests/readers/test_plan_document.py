"""Plans: phrases, hostile pages, the seeds, the same facts in other dress, and what is nobody's commitment."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest

from oversight_adapters.readers.facts import facts, plain
from oversight_adapters.readers.plan_document import PlanDocumentReader
from oversight_adapters.readers.plan_document.phrases import BOOK
from oversight_adapters.readers.plan_document.phrases.conditions import CONDITIONAL, TRAILING
from oversight_adapters.readers.plan_document.phrases.times import (
    AFTER_VERB,
    CADENCES,
    CLOSING_DATES,
    DEADLINES,
    LEADING_DATES,
    OFTEN,
    TIMELY,
)
from oversight_adapters.texts.documents import document_text
from oversight_core.entities import Commitment
from oversight_core.provenance import Source
from oversight_core.reading import Reading, Text

READER = PlanDocumentReader()
SEEDS = Path(__file__).parents[2].parent / "shared" / "seeds"
PLAN = """Plan for Transfers

• Meetings. CRCL and ICE will meet "quarterly" - or monthly, if needed - to discuss ICE's transfers.
• Reports: The Director must report to Congress within 45 days, and may publish the report.
"""

HOSTILE: dict[str, Callable[[int], str]] = {
    "modals": lambda n: "ICE will " * (n // 9),
    "subjects": lambda n: "ICE and " * (n // 8) + "CRCL will meet.",
    "commas": lambda n: "Where CRCL, " * (n // 12) + "it may act.",
    "conditions": lambda n: "ICE will act if it may, when " * (n // 29),
    "asides": lambda n: "ICE, through " + "its office, " * (n // 12) + "will act.",
    "stops": lambda n: ". . . " * (n // 6),
    "heads": lambda n: "• A head. " * (n // 10),
    "lines": lambda n: "A Title\n" * (n // 8),
    "bullets": lambda n: "ICE will:\n" + "• act if it can\n" * (n // 16),
    "deadlines": lambda n: "ICE will act " + "within 30 days of the end " * (n // 26),
    "mandates": lambda n: "The memo directs ICE officers who " * (n // 34),
    "brackets": lambda n: "ICE (" * (n // 5) + " will act.",
    "quotes": lambda n: 'ICE " will act ' * (n // 15),
    "copied": lambda n: "Title\n\n" + "The text was copied " * (n // 20) + "from the site.",
    "dates": lambda n: "Title\n\n" + "March 4, 2016\n" * (n // 14),
    "programmes": lambda n: "On May 5, 2014, Secure Communities " * (n // 35),
}


def read(content: str) -> Reading:
    return READER.read(Text(Source.of(content.encode()), content))


def told(content: str) -> list[tuple[str, str, object]]:
    return [
        (fact.item.kind, fact.field, plain(fact.value)) for fact in facts(read(content), READER) if not fact.derived
    ]


def verbs(content: str) -> list[str]:
    return [one.entity.verb for one in read(content).candidates if isinstance(one.entity, Commitment)]


def test_every_row_reads_its_example_and_not_its_counter_example() -> None:
    assert BOOK.faults() == []


@pytest.mark.parametrize(
    "dress",
    [
        lambda text: text.replace('"', "”").replace("'", "’").replace(" - ", " – "),
        lambda text: text.replace("ICE will", "ICE\nwill").replace("if needed", "if\n   needed"),
        lambda text: text.replace(" will", "\u00a0will").replace("to discuss", "to  discuss"),
        lambda text: text.replace("discuss", "dis\u00adcuss").replace("Congress", "Con\u200bgress"),
        lambda text: text.replace("\n", "\r\n"),
        lambda text: text.replace("\n", "  \n"),
        lambda text: text.replace("•", "-"),
        lambda text: text.replace("• Meetings.", "• **Meetings.**").replace("Reports:", "*Reports:*"),
    ],
)
def test_the_same_facts_in_other_dress(dress: Callable[[str], str]) -> None:
    bare = [fact for fact in told(PLAN) if fact[1] != "text"]
    assert [fact for fact in told(dress(PLAN)) if fact[1] != "text"] == bare
    assert ("commitment", "cadence", "monthly") in bare or ("commitment", "condition", "if needed") in bare


@pytest.mark.parametrize(
    "sentence",
    [
        "GAO recommended that ICE will train.",
        "ICE may have erred.",
        "Neither an officer nor an agent may speak.",
        "Detainees may write.",
        "This plan will help.",
        "ICE, the agency that will train, is large.",
        "Officers who will retire are many.",
        "Will ICE train?",
        "It is at will.",
        "ICE trained 40 officers in May 2014.",
        '"ICE will train," he said.',
        "DHS asked whether ICE will train.",
        "If ICE will not train, we lose.",
        "Some say ICE will train.",
        "Fiction: ICE will train.",
        "PEP will enable ICE to focus.",
        "ICE should train, and agencies can train.",
        "ICE believes CBP will train.",
    ],
)
def test_what_is_nobody_s_commitment_is_none_and_never_lost(sentence: str) -> None:
    reading = read(f"A Title\n\n{sentence}\n")
    assert not [one for one in reading.candidates if isinstance(one.entity, Commitment)]


@pytest.mark.parametrize("page", HOSTILE)
def test_it_reads_a_large_hostile_page(page: str) -> None:
    reading = read(HOSTILE[page](20_000))
    assert len(reading.unaccounted) <= reading.telling


@pytest.mark.parametrize("seed", ["002_44523483d256c0a5.txt", "003_0233b9a947c3505e.txt"])
def test_a_seed_reads_as_a_careful_person_would_list_it(seed: str) -> None:
    path = SEEDS / seed
    if not path.exists():
        pytest.skip("the seed documents are not part of the project")
    reading = READER.read(Text(Source.of(path.read_bytes()), path.read_text(encoding="utf-8")))
    found = [one.entity for one in reading.candidates if isinstance(one.entity, Commitment)]
    wanted = {
        "002": (
            ("CRCL", "will", "use"),
            ("ICE", "will", "notify"),
            ("CRCL", "may", "identify"),
            ("CRCL", "will", "share"),
            ("ICE", "will", "continue"),
            ("ICE", "will", "review"),
            ("CRCL", "will", "assist"),
            ("CRCL", "may", "relay"),
            ("ICE", "will", "review"),
            ("CRCL and ICE", "will", "meet"),
            ("ICE", "will", "review"),
            ("CRCL", "will", "notify"),
            ("CRCL", "will", "notify"),
            ("CRCL", "may", "communicate"),
        ),
        "003": (
            ("new advisory committee", "will", "advise"),
            ("", "will", "be delivered"),
            ("CRCL", "will", "investigate"),
            ("DHS", "will", "take"),
            ("DHS and ICE", "will", "take"),
        ),
    }[seed[:3]]
    assert tuple((one.actor, one.modal, one.verb) for one in found) == wanted
    assert reading.problems == ()
    assert READER.recognise(Source.of(path.read_bytes())) == 2


@pytest.mark.parametrize(
    "page",
    [
        "",
        "lorem ipsum dolor sit amet",
        "Open Recommendations (41 total)\n\nICE will train. CRCL will audit.",
        "ICE concurred with four recommendations and will train. CRCL will audit.",
        "ICE trained 40 officers.",
    ],
)
def test_other_pages_are_not_its_own(page: str) -> None:
    assert READER.recognise(Source.of(page.encode())) == 0


def test_a_document_without_a_date_gets_none() -> None:
    fields = {
        field
        for kind, field, _ in told("A Plan\n\nA memo of May 5, 2014, is cited. ICE will train.")
        if kind == "document"
    }
    assert fields == {"title"}


def _docx(lines: list[str]) -> bytes:
    document = pytest.importorskip("docx").Document()
    for line in lines:
        document.add_paragraph(line)
    out = BytesIO()
    document.save(out)
    return out.getvalue()


def _pdf(lines: list[str]) -> bytes:
    canvas = pytest.importorskip("reportlab.pdfgen.canvas")
    out = BytesIO()
    page = canvas.Canvas(out)
    for n, line in enumerate(lines):
        page.drawString(40, 800 - 18 * n, line)
    page.save()
    return out.getvalue()


@pytest.mark.parametrize("made", [_docx, _pdf, lambda lines: "\n".join(lines).encode()])
def test_every_kind_of_document_tells_the_same(made: Callable[[list[str]], bytes]) -> None:
    lines = [
        "Plan for Hotlines",
        "",
        "CRCL and ICE will meet quarterly to discuss what callers say of the hotline.",
        "",
        "The field office must notify headquarters within 24 hours, if a call tells of a death.",
    ]
    source = Source.of(made(lines))
    text = document_text(source)
    reading = READER.read(text)
    found = [one.entity for one in reading.candidates if isinstance(one.entity, Commitment)]
    assert [(one.actor, one.verb, one.cadence, one.deadline, one.condition) for one in found] == [
        ("CRCL and ICE", "meet", "quarterly", "", ""),
        ("field office", "notify", "", "within 24 hours", "if a call tells of a death"),
    ]
    assert READER.recognise(source) == 2
    excerpts = (excerpt for one in reading.candidates for excerpt in one.excerpts if excerpt.locator)
    assert all(text.at(excerpt.locator) == excerpt.words for excerpt in excerpts if excerpt.locator)


def test_what_is_tried_only_where_a_word_stands_needs_it() -> None:
    """A row of time or of a condition is not tried without a word of these; so each must need one."""
    often, when = (*CADENCES, *AFTER_VERB), (*DEADLINES, *CLOSING_DATES, *LEADING_DATES)
    for needed, rows in ((OFTEN, often), (TIMELY, when), (CONDITIONAL, TRAILING)):
        for row in rows:
            hit = BOOK.search(row.name, row.example, 0, len(row.example))
            assert hit
            assert needed.search(hit.match[0] + " "), row.name


def _told(text: str, kind: str) -> list[dict[str, object]]:
    """The fields of each thing of a kind, but for its document."""
    candidates = [one for one in read(text).candidates if one.item.kind == kind]
    return [
        {e.field: plain(getattr(one.entity, e.field)) for e in one.excerpts if e.field != "document"}
        for one in candidates
    ]


@pytest.mark.parametrize(
    ("sentence", "actor"),
    [
        ("The Use of Force Review Board (UFRB) is new. The UFRB will meet.", "UFRB"),
        ("The memorandum (MEMO) is new. The MEMO will expire.", None),
        ("CPD will answer.", "CPD"),
        ("SRMS will count.", None),
        ("Officers who receive a complaint must answer.", "Officers"),
        ("The Director, Office of Training, shall answer.", "Director"),
        ("Dr. Ada Lee will lead it.", "Dr. Ada Lee"),
        (
            "The National Archives and Records Administration will answer.",
            "National Archives and Records Administration",
        ),
        ("Members of the public may attend.", None),
        ("We will see.", None),
    ],
)
def test_who_acts_goes_by_a_name_that_is_known_or_made(sentence: str, actor: str | None) -> None:
    found = _told(f"A Title\n\n{sentence}\n", "commitment")
    assert [one.get("actor") for one in found] == ([actor] if actor else [])


def test_nobody_who_may_is_somebody_who_may_not() -> None:
    [found] = _told("A Title\n\nNo officer may read a sealed file.\n", "commitment")
    assert (found["actor"], found["modal"], found["verb"]) == ("officer", "may not", "read")


def test_a_role_stands_over_what_it_shall_do() -> None:
    found = _told(
        "A Title\n\nA. The Component heads:\n  1. Shall submit figures.\n  2. May delegate it.\n", "commitment"
    )
    assert [(one["actor"], one["modal"], one["verb"]) for one in found] == [
        ("Component heads", "shall", "submit"),
        ("Component heads", "may", "delegate"),
    ]


def test_a_paragraph_may_begin_with_a_bare_number() -> None:
    found = _told("A Title\n\n2 DUTIES.\n\n2.1 CRCL shall report monthly.\n2.2 ICE may comment.\n", "commitment")
    assert [(one["actor"], one["heading"]) for one in found] == [("CRCL", "DUTIES"), ("ICE", "DUTIES")]


@pytest.mark.parametrize(
    "rows",
    [
        "Action\tOwner\tDue date\nTrain staff\tICE\tJune 30, 2016\n",
        "| Action | Owner | Due |\n|---|---|---|\n| Train staff | ICE | June 30, 2016 |\n",
        "Action          Lead      Target date\nTrain staff     ICE       06/30/2016\n",
    ],
)
def test_a_row_of_a_table_is_an_action(rows: str) -> None:
    found = _told(f"A Title\n\nCRCL will meet.\n\n{rows}", "action")
    assert found == [{"text": "Train staff", "owner": "ICE", "target_on": "2016-06-30"}]


@pytest.mark.parametrize(
    "rows",
    [
        "Name\tOwner\tDue date\nTrain staff\tICE\tJune 30, 2016\n",
        "Action\tSubject\nTrain staff\tICE\n",
        "Action          Lead      Target date\nTrain all       ICE       06/30/2016\n                staff\n",
    ],
)
def test_what_is_no_table_of_actions_or_goes_on_below_is_none(rows: str) -> None:
    assert not _told(f"A Title\n\nCRCL will meet.\n\n{rows}", "action")


@pytest.mark.parametrize(
    ("head", "number", "title"),
    [
        ("11065.1: Review of Segregation", "11065.1", "Review of Segregation"),
        ("ICE Directive 11065.1: Review of Segregation", "11065.1", "Review of Segregation"),
        ("Directive Number: 045-06\n\nUse of Force Reporting", "045-06", "Use of Force Reporting"),
        ("2014-2018 Strategic Plan", None, "2014-2018 Strategic Plan"),
    ],
)
def test_a_directive_is_called_without_its_number(head: str, number: str | None, title: str) -> None:
    [found] = _told(f"{head}\n\nCRCL will meet.\n", "document")
    assert (found.get("number"), found["title"]) == (number, title)


def test_we_of_a_how_to_are_whoever_reads_it() -> None:
    assert not _told("How to Write a Finding\n\nWe must begin with the criteria.\n", "commitment")


@pytest.mark.parametrize(
    ("remark", "day"),
    [
        ("[Copied from the ICE website on March 3, 2023.]", "2023-03-03"),
        ("Copied on June 5, 2016 from the page of DHS.", "2016-06-05"),
        ("The following is the text of the answer.\nAccessed 14 November 2020.", "2020-11-14"),
    ],
)
def test_who_copies_says_when(remark: str, day: str) -> None:
    [found] = _told(f"{remark}\n\nA Plan for Transfers\n\nCRCL will meet.\n", "document")
    assert (found["copied_on"], found["title"]) == (day, "A Plan for Transfers")


def test_a_quotation_mark_in_a_name_ends_nothing() -> None:
    assert read('A Title\n\nU.S. Immigration and Customs Enforcement (IC"E) and CRCL will "meet. It will end.\n')
