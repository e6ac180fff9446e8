"""The phrasebook of plans: what each row reads, with an example and a sentence that it must not read."""

from oversight_adapters.readers.phrasebook import Phrasebook
from oversight_adapters.readers.plan_document.phrases.conditions import LEADING, TRAILING
from oversight_adapters.readers.plan_document.phrases.papers import PAPERS, PROGRAMMES
from oversight_adapters.readers.plan_document.phrases.parts import PARTS
from oversight_adapters.readers.plan_document.phrases.times import TIMES
from oversight_adapters.readers.plan_document.slots import SLOTS

BOOK = Phrasebook(
    "plan",
    SLOTS,
    (*PARTS, *TIMES, *LEADING, *TRAILING, *PAPERS, *PROGRAMMES),
)
"""Every row of the reader."""
