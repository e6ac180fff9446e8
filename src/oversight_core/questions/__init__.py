"""What it means: pure functions over the ledger, one file per question."""
