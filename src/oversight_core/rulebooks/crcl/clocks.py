"""What a memo, section 504 and two statutes say is due, and when.  For a reply no default was found: there is none."""

from __future__ import annotations

from oversight_core.moments import PLAIN, Moment
from oversight_core.rulebooks.canonical.words import CONVENTION, after
from oversight_core.rules.citation import Citation, Force, Read
from oversight_core.rules.clock import Clock, Each, Unit

SECTION_504 = (
    after("32 CFR 1807.170 and 40 CFR 12.170, siblings of DHS's own rule", Read.ORIGINAL),
    after("6 CFR 15.70, DHS's own rule", Read.RECOLLECTION),
)
_504 = (("track", "section-504"),)

ANNUAL = Citation(
    "6 U.S.C. 345(b)",
    Force.STATUTE,
    "Officer for Civil Rights and Civil Liberties",
    Read.SECOND_HAND,
    "civic-source/us-code title-6/chapter-1/section-345.md",
)


def _periodic(read: Read, copy: str = "") -> Citation:
    return Citation("42 U.S.C. 2000ee-1(f)", Force.STATUTE, "privacy and civil liberties officers", read, copy)


REPORT = "civil-liberties-report"
_SINCE_2014 = Moment.parse("2014")

_ANSWERED = (
    "recommendation-memorandum",
    "key-findings-memorandum",
    "expert-recommendation-memorandum",
    "disability-findings-memorandum",
    "spot-check-findings",
    "implementation-review",
)
"""The types of documents that a component answers; a summary, a retention memo or a close memo asks for no answer."""

CLOCKS = (
    Clock(
        "component-reply",
        ("sent_on", "issued_on"),
        None,
        Unit.DAYS,
        "component",
        after("the memo's own words; where it states no day, no deadline was found", Read.ORIGINAL),
        "the day that the memo itself states",
        calendar=PLAIN.name,
        kinds="document",
        where=tuple(("type", type_) for type_ in ("", *_ANSWERED)),
        stated_in="response_due_on",
        met_by="response:responded_on",
    ),
    Clock(
        "section-504-filing",
        "incident_on",
        180,
        Unit.DAYS,
        "",
        SECTION_504,
        "until then a complainant may file; may be extended for cause",
        calendar=PLAIN.name,
        kinds="complaint",
        where=_504,
        met_by=("filed_on", "received_on"),
        stops_on="stage=screened_out",
        marker=True,
    ),
    Clock(
        "section-504-findings",
        "completed_on",
        180,
        Unit.DAYS,
        "CRCL",
        SECTION_504,
        "a letter with facts, law, remedy and the right to appeal, once the complaint is complete",
        calendar=PLAIN.name,
        kinds="complaint",
        where=_504,
        met_by="letter_on",
        stops_on="stage=screened_out",
    ),
    Clock(
        "section-504-appeal",
        "letter_on",
        90,
        Unit.DAYS,
        "",
        SECTION_504,
        "until then a complainant may appeal",
        calendar=PLAIN.name,
        kinds="complaint",
        where=_504,
        met_by="stage=investigating",
        stops_on="stage=screened_out",
        marker=True,
    ),
    Clock(
        "annual-report",
        "given_on",
        1,
        Unit.FISCAL_YEARS,
        "Officer for Civil Rights and Civil Liberties",
        (ANNUAL, CONVENTION),
        "to Congress, on each year; that it is the fiscal year, and due within the next one, is a convention",
        calendar=PLAIN.name,
        kinds="mandate",
        where=(("clock", "annual-report"),),
        met_by="document:issued_on",
        stops_on="stage=superseded",
        each=Each.FISCAL_YEAR,
    ),
    Clock(
        REPORT,
        "given_on",
        1,
        Unit.FISCAL_QUARTERS,
        "Officer for Civil Rights and Civil Liberties",
        (_periodic(Read.SECOND_HAND, "pdfslide.net, a quarterly report of the office"), CONVENTION),
        "quarterly at first, though each report seen covers two quarters; that it is due in the next is a convention",
        calendar=PLAIN.name,
        kinds="mandate",
        where=(("clock", REPORT),),
        met_by="document:issued_on",
        stops_on="stage=superseded",
        each=Each.FISCAL_QUARTER,
        in_force_to=_SINCE_2014,
    ),
    Clock(
        REPORT,
        "given_on",
        2,
        Unit.FISCAL_QUARTERS,
        "Officer for Civil Rights and Civil Liberties",
        (_periodic(Read.RECOLLECTION), CONVENTION),
        "semiannual since 2014, as it is remembered; that it is due in the next half-year is a convention",
        calendar=PLAIN.name,
        kinds="mandate",
        where=(("clock", REPORT),),
        met_by="document:issued_on",
        stops_on="stage=superseded",
        each=Each.FISCAL_HALF_YEAR,
        in_force_from=_SINCE_2014,
    ),
)
