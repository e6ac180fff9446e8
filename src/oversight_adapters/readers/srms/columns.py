"""The columns of every variant, and those that are never imported."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from oversight_adapters.readers.srms.reasons import group_printed
from oversight_adapters.readers.srms.words import disciplinary, form, interval, office, requested, suicide_risk
from oversight_adapters.readers.table_columns import Column, ColumnBook, name_key
from oversight_adapters.readers.words.agency_words import category, day, whole, yes_no

PLACEMENT, REPORT = "placement", "placement-report"


def _column(kind: str, field: str, read: Callable[[str], Any], example: str, *names: str, row: str = "") -> Column:
    return Column(row=row or f"{kind}.{field}", kind=kind, field=field, names=names, read=read, example=example)


_placement, _report = partial(_column, PLACEMENT), partial(_column, REPORT)

BOOK = ColumnBook(
    "srms",
    (
        _placement("facility", category, "ELM COUNTY JAIL (TX)", "Facility"),
        _placement("facility_code", category, "ELMCOTX", "Facility:Detloc", "detloc"),
        _placement("field_office", office, "SNA (San Antonio)", "Facility AOR"),
        _placement("placed_on", day, "5/14/2018", "Placement Date", "Date in", "assigned_dt", "assigned_date"),
        _placement("released_on", day, "2018-05-29", "Release Date", "Date out", "removed_dt", "removed_date"),
        _placement("reason", category, "Medical: Observation", "Placement Reason"),
        _placement("reason_group", group_printed, "Pending Disciplinary", "placement_reason_type"),
        _placement("initial_reason", category, "pending hearing ", "Initial placement"),
        _placement("release_reason", category, "release to gen pop", "Release reason"),
        _placement("form", form, "Administrative", "admin_or_disciplinary"),
        _placement("form", disciplinary, "Y", "Disc seg", row="placement.disciplinary"),
        _placement("vulnerability", category, "Transgender", "lgbti"),
        _placement("gender", category, "Female", "Gender"),
        _placement("citizenship", category, "MEXICO", "Country of Citizenship", "citizenship"),
        _report("interval", interval, "30 Day Interval", "Report Type"),
        _report("created_on", day, "3/18/2016 6:18", "Created"),
        _report(
            "length_of_stay",
            whole,
            "27",
            *("Length of Stay", "Total days", "days_in_seg", "days_solitary"),
            "length_of_solitary_confinement_(pogo_calculation)",
        ),
        _report("current_review", whole, "30", "current_review"),
        _report("complies", yes_no, "Yes", "Compliance with Detention Standards", "compliance_with_detention"),
        _report("attorney", yes_no, "No", "Attorney of Record"),
        _report("attorney_notified", yes_no, "No", "Attorney Notification"),
        _report("requested", requested, "Facility-Initiated", "Detainee Request Segregation", "detainee_request"),
        _report("mental_illness", category, "None", "Mental Illness"),
        _report("medical_illness", category, "No", "Serious Medical Illness"),
        _report("disability", category, "No", "Serious Disability"),
        _report("ever_serious_mental_illness", yes_no, "No", "ever_smi"),
        _report("suicide_risk", suicide_risk, "Suicide Risk", "Suicide Risk?"),
        _report("special_criteria", yes_no, "No", "special_criteria"),
        _report("sanction_length", category, "30 days", "sanction_length"),
        _report("custody_classification", category, "Medium - High", "custody_classification_level"),
    ),
)

TRACKING = name_key("Tracking Number")

_PERSON = (
    *("Alien Number", "Alien #", "Alien No", "A Number", "A#", "Name", "Last Name", "First Name", "Middle Name"),
    *("Detainee Name", "Date of Birth", "DOB", "Path", "hashid", "id", "Subject ID", "Person ID"),
)
_ACCOUNTS = (
    *("Detailed Placement Reason", "detailed_reason", "SMI SPI DIS Description", "FO Recommendation"),
    *("disciplinary_infraction", "non_compliance_detail", "additional_comments", "Comments", "Notes"),
)
NEVER = {
    **dict.fromkeys(map(name_key, _PERSON), "says who a person is"),
    **dict.fromkeys(map(name_key, _ACCOUNTS), "has free words about persons"),
}
"""Columns that are never imported, and why; nothing of them is looked at."""

SAYS_NOTHING = frozenset(map(name_key, ("item_type", "assigned_hour", "removed_hour", "Unnamed: 23")))
"""Columns that say nothing that another one does not."""
