"""What a page of open recommendations says, row by row: cells, dated statements, positions, estimates, conditions."""

from oversight_adapters.readers.gao_agency_page.phrases.cells import CELLS
from oversight_adapters.readers.gao_agency_page.phrases.columns import COLUMN_SLOTS, COLUMNS
from oversight_adapters.readers.gao_agency_page.phrases.conditions import CONDITIONS
from oversight_adapters.readers.gao_agency_page.phrases.estimates import ESTIMATES
from oversight_adapters.readers.gao_agency_page.phrases.positions import DATED, DATED_BEFORE, POSITIONS, SUBJECTS
from oversight_adapters.readers.gao_agency_page.phrases.speakers import SPEAKERS
from oversight_adapters.readers.gao_agency_page.phrases.statements import STATEMENTS
from oversight_adapters.readers.gao_agency_page.slots import SLOTS
from oversight_adapters.readers.phrasebook import Phrasebook

BOOK = Phrasebook(
    "gao",
    (*SLOTS, *COLUMN_SLOTS),
    (
        *CELLS,
        *COLUMNS,
        *STATEMENTS,
        *SPEAKERS,
        *POSITIONS,
        *SUBJECTS,
        DATED,
        DATED_BEFORE,
        *ESTIMATES,
        *CONDITIONS,
    ),
)
"""Every row of this reader."""
