-- The tables of layout 1, as they were when layout 2 took their place.
BEGIN;

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
CREATE TRIGGER item_is_not_updated BEFORE UPDATE ON item BEGIN SELECT RAISE(ABORT, 'the record is append-only'); END;
CREATE TRIGGER item_is_not_deleted BEFORE DELETE ON item BEGIN SELECT RAISE(ABORT, 'the record is append-only'); END;
CREATE TRIGGER batch_is_not_updated BEFORE UPDATE ON batch BEGIN SELECT RAISE(ABORT, 'the record is append-only'); END;
CREATE TRIGGER batch_is_not_deleted BEFORE DELETE ON batch BEGIN SELECT RAISE(ABORT, 'the record is append-only'); END;
CREATE TRIGGER entry_is_not_updated BEFORE UPDATE ON entry BEGIN SELECT RAISE(ABORT, 'the record is append-only'); END;
CREATE TRIGGER entry_is_not_deleted BEFORE DELETE ON entry BEGIN SELECT RAISE(ABORT, 'the record is append-only'); END;
CREATE TRIGGER content_is_not_deleted BEFORE DELETE ON content BEGIN SELECT RAISE(ABORT, 'the record is append-only'); END;
CREATE TRIGGER content_is_only_forgotten BEFORE UPDATE ON content WHEN NEW.words IS NOT NULL OR NEW.salt IS NOT NULL OR NEW.authority IS NULL OR OLD.words IS NULL OR NEW.position <> OLD.position BEGIN SELECT RAISE(ABORT, 'content can only be disposed of'); END;

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
SELECT i.name AS item, d_report_title.value AS report_title, d_report.value AS report, d_number.value AS number, d_addressee.value AS addressee, d_text.value AS text, d_priority.value AS priority, d_status_printed.value AS status_printed, s_oversight_status.status AS oversight_status, s_position.status AS position, s_resolution.status AS resolution, s_implementation.status AS implementation,
  (SELECT count(*) FROM entry e WHERE e.item = i.id) AS entries
FROM item i LEFT JOIN description d_report_title ON d_report_title.item = i.id AND d_report_title.field = 'report_title' LEFT JOIN description d_report ON d_report.item = i.id AND d_report.field = 'report' LEFT JOIN description d_number ON d_number.item = i.id AND d_number.field = 'number' LEFT JOIN description d_addressee ON d_addressee.item = i.id AND d_addressee.field = 'addressee' LEFT JOIN description d_text ON d_text.item = i.id AND d_text.field = 'text' LEFT JOIN description d_priority ON d_priority.item = i.id AND d_priority.field = 'priority' LEFT JOIN description d_status_printed ON d_status_printed.item = i.id AND d_status_printed.field = 'status_printed' LEFT JOIN period s_oversight_status ON s_oversight_status.item = i.id AND s_oversight_status.axis = 'oversight_status' AND s_oversight_status.basis = 'value' AND s_oversight_status.valid_to IS NULL LEFT JOIN period s_position ON s_position.item = i.id AND s_position.axis = 'position' AND s_position.basis = 'value' AND s_position.valid_to IS NULL LEFT JOIN period s_resolution ON s_resolution.item = i.id AND s_resolution.axis = 'resolution' AND s_resolution.basis = 'value' AND s_resolution.valid_to IS NULL LEFT JOIN period s_implementation ON s_implementation.item = i.id AND s_implementation.axis = 'implementation' AND s_implementation.basis = 'value' AND s_implementation.valid_to IS NULL
WHERE i.name LIKE 'recommendation:%';

PRAGMA application_id = 1333150575;
PRAGMA user_version = 1;
COMMIT;
