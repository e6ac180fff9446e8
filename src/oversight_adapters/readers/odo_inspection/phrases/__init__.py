"""Statements on inspections, a row each: what was counted, and where, when and by what measure it was."""

from oversight_adapters.readers.odo_inspection.phrases.compared import COMPARED
from oversight_adapters.readers.odo_inspection.phrases.deficiencies import DEFICIENT
from oversight_adapters.readers.odo_inspection.phrases.facilities import FACILITIES
from oversight_adapters.readers.odo_inspection.phrases.labels import LABELS
from oversight_adapters.readers.odo_inspection.phrases.outcomes import OUTCOMES
from oversight_adapters.readers.odo_inspection.phrases.repeats import REPEATED
from oversight_adapters.readers.odo_inspection.phrases.standards import STANDARDS_MET
from oversight_adapters.readers.odo_inspection.phrases.title import TITLE
from oversight_adapters.readers.odo_inspection.phrases.visits import VISITS
from oversight_adapters.readers.odo_inspection.slots import SLOTS
from oversight_adapters.readers.phrasebook import Phrasebook

PHRASES = (*LABELS, *DEFICIENT, *REPEATED, *STANDARDS_MET, *VISITS, *OUTCOMES, *FACILITIES)
"""What sentences say; the first row that reads words reads them."""

BOOK = Phrasebook("odo-inspection", SLOTS, (*PHRASES, *COMPARED, *TITLE))
"""Every row, over the slots."""
