"""The file: its tables, and what keeps them from being changed.

Words lie in `content`, apart from `entry`, so that they can be forgotten.  What an entry says, dates and words aside,
stands once in `gist` and is named by number.
"""

from __future__ import annotations

from oversight_adapters.stores.sqlite.projected import PROJECTION
from oversight_adapters.stores.sqlite.views import VIEWS

APPLICATION_ID = int.from_bytes(b"OvCo")
VERSION = 2

PAGE_SIZE = 8192
"""Bytes; an entry with its words is about 500, and larger pages waste less of them."""

TABLES = """
CREATE TABLE item (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE
) STRICT;
CREATE TABLE batch (
  first INTEGER PRIMARY KEY,
  recorded_at TEXT NOT NULL,
  recorder TEXT NOT NULL
) STRICT;
CREATE TABLE gist (
  id INTEGER PRIMARY KEY,
  kind TEXT NOT NULL,
  axis TEXT,
  status TEXT,
  states TEXT,
  source TEXT,
  event TEXT,
  step TEXT
) STRICT;
CREATE TABLE entry (
  position INTEGER PRIMARY KEY,
  item INTEGER NOT NULL REFERENCES item,
  revision INTEGER NOT NULL,
  batch INTEGER NOT NULL REFERENCES batch,
  gist INTEGER NOT NULL REFERENCES gist,
  occurred_on TEXT,
  occurred_from TEXT,
  occurred_by TEXT,
  stated_on TEXT,
  stated_by TEXT,
  retracts INTEGER,
  same_as TEXT,
  key BLOB,
  payload TEXT NOT NULL,
  link BLOB NOT NULL
) STRICT;
CREATE UNIQUE INDEX entry_of_item ON entry (item, revision);
CREATE INDEX entry_that_joins ON entry (item) WHERE same_as IS NOT NULL;
CREATE TABLE content (
  position INTEGER PRIMARY KEY REFERENCES entry,
  salt BLOB,
  words TEXT,
  authority TEXT
) STRICT;
CREATE TABLE backup (
  made_at TEXT NOT NULL,
  location TEXT NOT NULL,
  position INTEGER NOT NULL,
  link BLOB NOT NULL
) STRICT;
"""

GUARDS = "".join(
    f"CREATE TRIGGER {table}_is_not_{done}d BEFORE {done.upper()} ON {table} BEGIN "
    f"SELECT RAISE(ABORT, 'the record is append-only'); END;\n"
    for table, doings in {
        "item": ("update", "delete"),
        "batch": ("update", "delete"),
        "gist": ("update", "delete"),
        "entry": ("update", "delete"),
        "content": ("delete",),
        "backup": ("update", "delete"),
    }.items()
    for done in doings
) + (
    "CREATE TRIGGER content_is_only_forgotten BEFORE UPDATE ON content "
    "WHEN NEW.words IS NOT NULL OR NEW.salt IS NOT NULL OR NEW.authority IS NULL "
    "OR OLD.words IS NULL OR NEW.position <> OLD.position BEGIN "
    "SELECT RAISE(ABORT, 'content can only be disposed of'); END;\n"
)

SCHEMA = f"""
BEGIN;
{TABLES}{GUARDS}{PROJECTION}{VIEWS}
PRAGMA application_id = {APPLICATION_ID};
PRAGMA user_version = {VERSION};
COMMIT;
"""
