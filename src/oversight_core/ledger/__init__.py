"""What happened: append-only entries, and a status as a fold over them."""

from oversight_core.ledger.entry import Disposed, Entry, Receipt, Registered, Reported, Retracted
from oversight_core.ledger.fold import Case, fold
from oversight_core.ledger.mark import Mark
from oversight_core.ledger.period import Period
from oversight_core.ledger.recorded import Recorded
from oversight_core.ledger.status import Status
from oversight_core.rules.attempt import Applied

__all__ = [
    "Applied",
    "Case",
    "Disposed",
    "Entry",
    "Mark",
    "Period",
    "Receipt",
    "Recorded",
    "Registered",
    "Reported",
    "Retracted",
    "Status",
    "fold",
]
