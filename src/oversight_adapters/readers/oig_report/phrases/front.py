"""What stands at the front of a report: its number, its date, and the lines of its memorandum."""

from __future__ import annotations

from oversight_adapters.readers.phrasebook import Phrase

FRONT = (
    Phrase(
        "report-line",
        r"\W{0,4}(?:(?:u\.s\. )?department of homeland security )?"
        r"(?:report (?:no\.|number:?) )?<number:report>(?:\s*\(\s*<form:form>\s*\))?\W{0,4}$",
        "OIG-14-116 (Revised)",
        "OIG-14-116 says",
    ),
    Phrase(
        "date-line",
        r"\W{0,4}(?:date(?: issued)?:? |issued:? )?<issued_on:issued>[\s*]{0,4}$",
        "June 26, 2018",
        "On June 26, 2018, we left.",
    ),
    Phrase(
        "date-and-number",
        r"\W{0,4}<issued_on:issued>\W{1,90}<number:report>(?:\s*\(\s*<form:form>\s*\))?\W{0,4}$",
        "June 26, 2018 OIG-18-67",
        "OIG-18-67 came out",
    ),
    Phrase(
        "number-and-date",
        r"\W{0,4}<number:report>(?:\s*\(\s*<form:form>\s*\))?\W{1,90}<issued_on:issued>[\s*]{0,4}$",
        "OIG-18-67 - June 26, 2018",
        "OIG-18-67 in June",
    ),
    Phrase("numberless", r"\W{0,4}OIG\W{1,3}<form:form>\W{0,4}$", "OIG (Revised)", "OIG revised its report."),
    Phrase(
        "foot",
        r"\s*(?:www\.oig\.dhs\.gov)?\s*(?:page )?\d{0,4}\s*<number:report>(?:\s*\(\s*<form:form>\s*\))?"
        r"(?:\s+(?:page )?\d{1,4})?\s*$",
        "www.oig.dhs.gov 7 OIG-18-67",
        "OIG-18-67 found",
    ),
    Phrase(
        "subject",
        r"\s*subject:\s*<title:printed>",
        "SUBJECT: Inspections of Detention Facilities",
        "The subject is detention.",
    ),
)
"""Rows of the front."""
