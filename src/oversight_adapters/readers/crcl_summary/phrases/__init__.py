"""The phrasebook of the format: the rows of every table, over one set of slots."""

from __future__ import annotations

from oversight_adapters.readers.crcl_summary.phrases import (
    commitments,
    complaints,
    interviews,
    memos,
    outcomes,
    positions,
    responses,
    reviews,
    speakers,
    titles,
    totals,
    work,
)
from oversight_adapters.readers.crcl_summary.phrases.common import Family
from oversight_adapters.readers.crcl_summary.slots import SLOTS
from oversight_adapters.readers.phrasebook import Phrasebook

FAMILIES: tuple[Family, ...] = (
    memos.MEMOS,
    memos.PLAIN_MEMOS,
    memos.OWN,
    responses.RESPONSES,
    positions.POSITIONS,
    totals.TOTALS,
    reviews.KINDS,
    reviews.PLACES,
    work.WORK,
    reviews.SCOPE,
    interviews.INTERVIEWS,
    complaints.COMPLAINTS,
    outcomes.ACTIONS,
    outcomes.FINDINGS,
    commitments.COMMITMENTS,
    outcomes.RELEASES,
)
"""Tables whose rows are looked for in every sentence that holds what they need."""

_PLACED = (  # rows that are tried at one place only
    *titles.TITLES,
    titles.TITLE,
    titles.PART,
    titles.OFFICE,
    titles.FROM_OFFICE,
    titles.MEMO_TYPE,
    titles.SPOT_CHECK_TYPE,
    titles.FACILITY,
    titles.COMPONENT,
    titles.DATED,
    titles.HEADING,
    titles.DISPLAYING,
    totals.ABOUT,
    memos.AMBIGUOUS,
    speakers.SPEAKER,
    speakers.DEPARTMENT,
    speakers.ANAPHOR,
    speakers.BEHALF,
    reviews.AND_AT,
    reviews.THEN_AND_AT,
    reviews.THEN,
    reviews.IN_TOWN,
    reviews.NAME_IN_TOWN,
    reviews.NAME_VISITED,
    titles.TOPIC,
    work.VISIT_DATED,
    work.VISIT_INTO,
    work.AND_AGAIN,
    work.VISIT_BY_OFFICE,
    outcomes.CLAUSE,
    commitments.DEADLINE,
    commitments.DUE,
    commitments.CADENCE,
)

BOOK = Phrasebook("crcl-summary", SLOTS, [*(row for family in FAMILIES for row in family.phrases), *_PLACED])
