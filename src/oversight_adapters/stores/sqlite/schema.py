"""The file: its tables, what keeps them from being changed, and the views that people read.

Words lie in `content`, apart from `entry`, so that they can be forgotten.  `period` and `description` are projections:
they hold nothing that the entries do not say, and may be dropped at any time.
"""

from __future__ import annotations

APPLICATION_ID = int.from_bytes(b"OvCo")
VERSION = 1

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
CREATE TABLE entry (
  position INTEGER PRIMARY KEY,
  item INTEGER NOT NULL REFERENCES item,
  revision INTEGER NOT NULL,
  batch INTEGER NOT NULL REFERENCES batch,
  kind TEXT NOT NULL,
  axis TEXT,
  status TEXT,
  states TEXT,
  occurred_on TEXT,
  occurred_by TEXT,
  stated_on TEXT,
  stated_by TEXT,
  retracts INTEGER,
  key BLOB,
  payload TEXT NOT NULL,
  link BLOB NOT NULL
) STRICT;
CREATE UNIQUE INDEX entry_of_item ON entry (item, revision);
CREATE INDEX entry_that_joins ON entry (item) WHERE kind = 'registered' AND instr(payload, '"same_as":') > 0;
CREATE TABLE content (
  position INTEGER PRIMARY KEY REFERENCES entry,
  salt BLOB,
  words TEXT,
  authority TEXT
) STRICT;
"""

GUARDS = "".join(
    f"CREATE TRIGGER {table}_is_not_{done}d BEFORE {done.upper()} ON {table} BEGIN "
    f"SELECT RAISE(ABORT, 'the record is append-only'); END;\n"
    for table, doings in {
        "item": ("update", "delete"),
        "batch": ("update", "delete"),
        "entry": ("update", "delete"),
        "content": ("delete",),
    }.items()
    for done in doings
) + (
    "CREATE TRIGGER content_is_only_forgotten BEFORE UPDATE ON content "
    "WHEN NEW.words IS NOT NULL OR NEW.salt IS NOT NULL OR NEW.authority IS NULL "
    "OR OLD.words IS NULL OR NEW.position <> OLD.position BEGIN "
    "SELECT RAISE(ABORT, 'content can only be disposed of'); END;\n"
)

PROJECTION = """
CREATE TABLE IF NOT EXISTS period (
  item INTEGER NOT NULL REFERENCES item,
  axis TEXT NOT NULL,
  basis TEXT NOT NULL,
  status TEXT NOT NULL,
  opened TEXT NOT NULL,
  valid_from TEXT NOT NULL,
  valid_to TEXT
) STRICT;
CREATE INDEX IF NOT EXISTS period_of_item ON period (item, axis, basis);
CREATE TABLE IF NOT EXISTS description (
  item INTEGER NOT NULL REFERENCES item,
  field TEXT NOT NULL,
  value TEXT NOT NULL,
  PRIMARY KEY (item, field)
) STRICT, WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS caught_up (position INTEGER NOT NULL) STRICT;
"""

PROJECTED = ("period", "description", "caught_up")


def _described(*fields: str) -> tuple[str, str]:
    """Columns and joins that lay fields of a description side by side."""
    columns = ", ".join(f"d_{field}.value AS {field}" for field in fields)
    joins = " ".join(
        f"LEFT JOIN description d_{field} ON d_{field}.item = i.id AND d_{field}.field = '{field}'" for field in fields
    )
    return columns, joins


def _standing(*axes: str) -> tuple[str, str]:
    """Columns and joins that lay the present status of axes side by side."""
    columns = ", ".join(f"s_{axis}.status AS {axis}" for axis in axes)
    joins = " ".join(
        f"LEFT JOIN period s_{axis} ON s_{axis}.item = i.id AND s_{axis}.axis = '{axis}' "
        f"AND s_{axis}.basis = 'value' AND s_{axis}.valid_to IS NULL"
        for axis in axes
    )
    return columns, joins


_FIELDS = _described("report_title", "report", "number", "addressee", "text", "priority", "status_printed")
_AXES = _standing("oversight_status", "position", "resolution", "implementation")

VIEWS = f"""
CREATE VIEW entries AS
SELECT e.position, i.name AS item, e.revision, e.kind, e.axis, e.status, e.states, e.occurred_on, e.stated_on,
  b.recorded_at, b.recorder, e.batch, e.retracts,
  EXISTS (SELECT 1 FROM entry r WHERE r.item = e.item AND r.retracts = e.revision) AS retracted,
  c.words, c.authority AS disposed_under, e.payload, lower(hex(e.key)) AS key, lower(hex(e.link)) AS hash
FROM entry e JOIN item i ON i.id = e.item JOIN batch b ON b.first = e.batch LEFT JOIN content c USING (position);
CREATE VIEW periods AS
SELECT i.name AS item, p.axis, p.basis, p.status, p.opened, p.valid_from, p.valid_to
FROM period p JOIN item i ON i.id = p.item;
CREATE VIEW statuses AS
SELECT i.name AS item, v.axis, v.status, v.valid_from AS since, v.opened, a.status AS applied, r.status AS reported
FROM period v JOIN item i ON i.id = v.item
LEFT JOIN period a ON a.item = v.item AND a.axis = v.axis AND a.basis = 'applied' AND a.valid_to IS NULL
LEFT JOIN period r ON r.item = v.item AND r.axis = v.axis AND r.basis = 'reported' AND r.valid_to IS NULL
WHERE v.basis = 'value' AND v.valid_to IS NULL;
CREATE VIEW recommendations AS
SELECT i.name AS item, {_FIELDS[0]}, {_AXES[0]},
  (SELECT count(*) FROM entry e WHERE e.item = i.id) AS entries
FROM item i {_FIELDS[1]} {_AXES[1]}
WHERE i.name LIKE 'recommendation:%';
"""

SCHEMA = f"""
BEGIN;
{TABLES}{GUARDS}{PROJECTION}{VIEWS}
PRAGMA application_id = {APPLICATION_ID};
PRAGMA user_version = {VERSION};
COMMIT;
"""
