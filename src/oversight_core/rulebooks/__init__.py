"""The rules, as data: one file per body or programme, and the canonical tables."""
