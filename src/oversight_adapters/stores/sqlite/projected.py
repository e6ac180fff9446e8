"""What is projected: periods and descriptions as present knowledge has them.

These tables hold nothing that the entries do not say, and may be dropped at any time.  Days are numbers, 1 for the
first of January of the year 1; a kind of item, an axis and a status stand once in `state`.
"""

from __future__ import annotations

from datetime import date

STILL = date.max.toordinal() + 1
"""Stands for the end of a period that has none."""

BASES = {"value": 1, "applied": 2, "reported": 4}
"""A period may belong to several folds of its axis; their numbers are added."""

PROJECTION = """
CREATE TABLE IF NOT EXISTS state (
  id INTEGER PRIMARY KEY,
  kind TEXT NOT NULL,
  axis TEXT NOT NULL,
  status TEXT NOT NULL,
  UNIQUE (kind, axis, status)
) STRICT;
CREATE TABLE IF NOT EXISTS period (
  item INTEGER NOT NULL REFERENCES item,
  state INTEGER NOT NULL REFERENCES state,
  bases INTEGER NOT NULL,
  opened INTEGER NOT NULL,
  valid_from INTEGER NOT NULL,
  valid_to INTEGER NOT NULL
) STRICT;
CREATE INDEX IF NOT EXISTS period_of_item ON period (item);
CREATE INDEX IF NOT EXISTS period_by_rule ON period (item) WHERE bases & 2;
CREATE INDEX IF NOT EXISTS period_of_state ON period (state, valid_from, valid_to, opened) WHERE bases & 1;
CREATE TABLE IF NOT EXISTS description (
  item INTEGER NOT NULL REFERENCES item,
  field TEXT NOT NULL,
  value TEXT NOT NULL,
  PRIMARY KEY (item, field)
) STRICT, WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS kin (
  item INTEGER PRIMARY KEY REFERENCES item,
  root INTEGER NOT NULL REFERENCES item
) STRICT;
CREATE INDEX IF NOT EXISTS kin_of_root ON kin (root);
CREATE TABLE IF NOT EXISTS caught_up (position INTEGER NOT NULL) STRICT;
"""

PROJECTED = ("state", "period", "description", "kin", "caught_up")
