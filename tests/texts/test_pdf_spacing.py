"""Where paragraphs end on a page of a PDF: never within a sentence, whatever the page is made of."""

from __future__ import annotations

import io

from tests.texts.documents import Canvas

from oversight_adapters.texts.pdf import pdf_text
from oversight_core.provenance import Source


def drawn(*lines: tuple[float, str]) -> bytes:
    """A PDF with each line so many points below the one before."""
    file = io.BytesIO()
    canvas = Canvas(file)
    canvas.setFont("Helvetica", 8)
    height = 750.0
    for drop, words in lines:
        height -= drop
        canvas.drawString(50, height, words)
    canvas.save()
    return file.getvalue()


def blocks(*lines: tuple[float, str]) -> list[str]:
    return pdf_text(Source.of(drawn(*lines))).content.split("\r\n\r\n")


def test_a_hyphen_that_joins_two_lines_parts_no_paragraph() -> None:
    found = blocks(
        (11, "The Office for Civil Rights and Civil Liberties went there for an unannounced spot-"),
        (11, "check of the place, and saw that two of four"),
        (11, "rooms were not working, and that nobody had been told of it in the week before."),
        (11, "It came again in May."),
    )
    assert len(found) == 1


def test_single_lines_with_blank_lines_between_are_blocks() -> None:
    found = blocks(
        (11, "Background"),
        (22, "The office received 23 complaints from the place between June 2020 and August 2021, and"),
        (11, "opened nine of them."),
        (22, "Findings"),
        (22, "Medical Care"),
        (22, "Appointments were late by 19 days."),
        (22, "Conditions of Detention"),
        (22, "Grievances were not answered in Spanish, nor were they in any of the five languages that"),
        (11, "are spoken there."),
    )
    assert [block.split()[0] for block in found] == [
        "Background",
        "The",
        "Findings",
        "Medical",
        "Appointments",
        "Conditions",
        "Grievances",
    ]


def test_double_spaced_lines_stay_one_paragraph_though_some_are_set_close() -> None:
    body = "The agency concurred with the recommendation, and told the office that it would train its"
    found = blocks(
        (11, body), *[(22, body)] * 6, (22, body), (11, "which it quoted from"), (11, "a policy of its own.")
    )
    assert len(found) == 1
