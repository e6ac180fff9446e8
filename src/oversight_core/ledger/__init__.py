"""What happened: append-only entries, and a status as a fold over them."""

from oversight_core.ledger.entry import Disposed, Entry, Receipt, Recorded, Registered, Reported, Retracted
from oversight_core.rules.attempt import Applied

__all__ = ["Applied", "Disposed", "Entry", "Receipt", "Recorded", "Registered", "Reported", "Retracted"]
