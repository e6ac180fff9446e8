"""What happened: append-only entries, and a status as a fold over them."""

from oversight_core.ledger.entry import Applied, Disposed, Entry, Receipt, Recorded, Registered, Reported, Retracted

__all__ = ["Applied", "Disposed", "Entry", "Receipt", "Recorded", "Registered", "Reported", "Retracted"]
