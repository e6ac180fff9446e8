"""Statements on inspections, a row each: what was counted, and where, when and by what measure it was."""

from oversight_adapters.readers.odo_inspection.phrases.compared import COMPARED
from oversight_adapters.readers.odo_inspection.phrases.counts import COUNTS
from oversight_adapters.readers.odo_inspection.phrases.places import PLACES
from oversight_adapters.readers.odo_inspection.phrases.title import TITLE
from oversight_adapters.readers.odo_inspection.slots import SLOTS
from oversight_adapters.readers.phrasebook import Phrasebook

PHRASES = (*COUNTS, *PLACES)
"""What sentences say."""

BOOK = Phrasebook("odo-inspection", SLOTS, (*PHRASES, *COMPARED, *TITLE))
"""Every row, over the slots."""
