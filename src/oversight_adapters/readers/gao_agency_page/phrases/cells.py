"""Cells of the page, which the layout finds; the rows say how their words are read."""

from __future__ import annotations

from oversight_adapters.readers.phrasebook import Phrase

CELLS = (
    Phrase("heading", "<agency:agency>", "United States Coast Guard", ""),
    Phrase("topic", "<topic:one-line>", "Immigration", ""),
    Phrase("total", r"\(<stated_total:count>(?: total)?\)", "Open Recommendations (41 total)", "Open Recommendations"),
    Phrase(
        "total-of",
        r"(?:\d - [\d,]+ of|with a total of) <stated_total:count> (?:open )?(?:priority )?recommendations?",
        "1 - 14 of 14 Recommendations",
        "14 Recommendations",
        "B.1 2016, 2021",
    ),
    Phrase(
        "total-documents",
        "<stated_documents:count> publications? with a total of",
        "20 publications with a total of 67 open recommendations including 9 priority recommendations",
        "1 - 14 of 14 Recommendations",
        "B.1 2016",
    ),
    Phrase(
        "total-priority",
        "(?:total of|including) <stated_priority:count> priority recommendations?",
        "9 publications with a total of 15 priority recommendations",
        "20 publications with a total of 67 open recommendations",
        "B.1 2016, 2018",
    ),
    Phrase(
        "subject",
        r'(?:terms?|topics?|words?): "?<topic:within>"?$',
        'Subject Term: "Detention facilities"',
        "Detention facilities",
    ),
    Phrase(
        "subject-agency", r'agency(?: name)?: "?<agency:named>"?$', 'Federal Agency: "Department of State"', "Agencies"
    ),
    Phrase(
        "database",
        "as of <as_of:date>, (?:GAO has issued <stated_documents:count> products with|there (?:are|were)) "
        "<stated_total:count> open recommendations"
        r"(?:(?:, of which| that still need to be addressed\.) <stated_priority:count> "
        r"(?:of these )?(?:are|were) priority)?",
        "As of October 25, 2020, there are 4812 open recommendations, of which 473 are priority recommendations.",
        "There are many open recommendations.",
        "section 1",
    ),
    Phrase("title", "<report_title:one-line>", "Firearms Trafficking: Additional Data Needed", ""),
    Phrase("report", "<report:report>", "GAO-24-106233, Jul 23, 2024", "Jul 23, 2024"),
    Phrase("report-date", "<issued_on:when>", "GAO-24-106233, Jul 23, 2024", "GAO-24-106233"),
    Phrase(
        "released",
        "publicly released: <released_on:date>",
        "GAO-24-106233: Published: Jul 23, 2024. Publicly Released: Aug 1, 2024.",
        "GAO-24-106233: Published: Jul 23, 2024.",
        "B.1 2016, 2018",
    ),
    Phrase(
        "reissued",
        r"\[(?:reissued|corrected|revised)\b[^\[\]]{0,40}? <reissued_on:date>\.?\]",
        "Arrests: Better Data Needed [Reissued with revisions on Sep. 4, 2018.]",
        "Arrests in 2018: Better Data Needed",
        "B.3",
    ),
    Phrase("agency", "<addressee:agency>", "Department of State", ""),
    Phrase("text", "<text:one-line>", "The Director of ICE should update its directive.", ""),
    Phrase(
        "number", r"[(\[][a-z ]+<number:number>", "(Recommendation 19-01)", "(Matter for Congressional Consideration)"
    ),
    Phrase("status", "<status:status>", "Open - Partially Addressed", "Pending"),
    Phrase("status-printed", "<status_printed:one-line>", "Open - Partially Addressed", ""),
    Phrase("priority", "<priority:flag>", "Priority Rec.", "a priority for the agency"),
    Phrase("update", "<text:one-line>", "As of May 2023, ICE had begun.", ""),
)
