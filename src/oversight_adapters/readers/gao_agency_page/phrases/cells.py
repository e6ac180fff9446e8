"""Cells of the page, which the layout finds; the rows say how their words are read."""

from __future__ import annotations

from oversight_adapters.readers.phrasebook import Phrase

CELLS = (
    Phrase("heading", "<agency:agency>", "United States Coast Guard", ""),
    Phrase("total", r"\(<stated_total:count>(?: total)?\)", "Open Recommendations (41 total)", "Open Recommendations"),
    Phrase(
        "total-of",
        r"(?:\d - \d+ of|with a total of) <stated_total:count> (?:open )?recommendations",
        "1 - 14 of 14 Recommendations",
        "14 Recommendations",
        "B.1 2016, 2021",
    ),
    Phrase(
        "block-count",
        "<count:count> open recommendations?",
        "1 Open Recommendations",
        "Open Recommendations (41 total)",
    ),
    Phrase("title", "<report_title:words>", "Firearms Trafficking: Additional Data Needed", ""),
    Phrase("report", "<report:report>", "GAO-24-106233, Jul 23, 2024", "Jul 23, 2024"),
    Phrase("report-date", "<issued_on:when>", "GAO-24-106233, Jul 23, 2024", "GAO-24-106233"),
    Phrase("agency", "<addressee:agency>", "Department of State", ""),
    Phrase("text", "<text:words>", "The Director of ICE should update its directive.", ""),
    Phrase(
        "number", r"[(\[][a-z ]+<number:number>", "(Recommendation 19-01)", "(Matter for Congressional Consideration)"
    ),
    Phrase("status", "<status:status>", "Open - Partially Addressed", "Pending"),
    Phrase("status-printed", "<status_printed:words>", "Open - Partially Addressed", ""),
    Phrase("priority", "<priority:flag>", "Priority Rec.", "a priority for the agency"),
    Phrase("update", "<text:words>", "As of May 2023, ICE had begun.", ""),
)
