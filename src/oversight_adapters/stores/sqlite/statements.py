"""The questions a store asks of its file."""

from __future__ import annotations

from oversight_adapters.stores.sqlite.projected import STILL

# -- entries, to be used -------------------------------------------------------------------------------------------

_ENTRY = """
SELECT e.position, e.revision, e.batch, e.link, e.key, e.item, e.gist, e.occurred_on, e.stated_on, e.retracts,
  e.payload, CAST(c.words AS BLOB), c.authority
FROM entry e LEFT JOIN content c ON c.position = e.position
"""

HISTORY = _ENTRY + "WHERE e.item = (SELECT id FROM item WHERE name = ?) ORDER BY e.revision"
PAGE = _ENTRY + "WHERE e.position > ? AND e.position <= ? ORDER BY e.position LIMIT ?"
ITEMS = _ENTRY + "WHERE e.item > ? AND e.item <= ? AND e.position <= ? ORDER BY e.item, e.revision"
CHANGED = _ENTRY + (
    "WHERE e.item IN (SELECT item FROM entry WHERE position > ? AND position <= ?) ORDER BY e.item, e.revision"
)

# -- entries, to be verified ---------------------------------------------------------------------------------------

EVERY = """
SELECT e.item, e.gist, CAST(e.payload AS BLOB), e.position, coalesce(i.name, ''), e.revision,
  coalesce(b.recorded_at, ''), coalesce(b.recorder, ''), e.batch, e.occurred_on, e.occurred_from, e.occurred_by,
  e.stated_on, e.stated_by, e.retracts, e.same_as, e.key, CAST(c.words AS BLOB), c.salt, c.authority, e.link
FROM entry e
LEFT JOIN item i ON i.id = e.item
LEFT JOIN batch b ON b.first = e.batch
LEFT JOIN content c ON c.position = e.position
WHERE e.position >= ? ORDER BY e.position
"""
DISPOSALS = """
SELECT coalesce(i.name, ''), CAST(e.payload AS BLOB) FROM entry e LEFT JOIN item i ON i.id = e.item
WHERE e.gist IN (SELECT id FROM gist WHERE kind = 'disposed') OR e.payload GLOB '{"disposed*' ORDER BY e.position
"""
STRAYS = """
SELECT 'content', position FROM content c
  WHERE NOT EXISTS (SELECT 1 FROM entry e WHERE e.position = c.position) OR words IS NULL AND authority IS NULL
UNION ALL SELECT 'batch', first FROM batch b
  WHERE NOT EXISTS (SELECT 1 FROM entry e WHERE e.position = b.first AND e.batch = b.first)
UNION ALL SELECT 'gist', id FROM gist WHERE id NOT IN (SELECT gist FROM entry)
UNION ALL SELECT 'item', id FROM item i WHERE NOT EXISTS (SELECT 1 FROM entry e WHERE e.item = i.id AND e.revision = 1)
LIMIT 1
"""
FALSE_BACKUPS = """
SELECT b.location FROM backup b LEFT JOIN entry e ON e.position = b.position
WHERE b.link IS NOT coalesce(e.link, iif(b.position = 0, zeroblob(32), NULL)) LIMIT 1
"""

# -- a projection, to be verified ----------------------------------------------------------------------------------

FILED_PERIODS = """
SELECT s.kind, s.axis, p.bases, s.status, p.opened, p.valid_from, p.valid_to
FROM period p LEFT JOIN state s ON s.id = p.state WHERE p.item = ? ORDER BY p.rowid
"""
STRAY_PROJECTIONS = """
SELECT 'period', rowid FROM period WHERE item NOT IN (SELECT id FROM item)
UNION ALL SELECT 'description', item FROM description WHERE item NOT IN (SELECT id FROM item)
UNION ALL SELECT 'kin', item FROM kin WHERE item NOT IN (SELECT id FROM item) OR root NOT IN (SELECT id FROM item)
UNION ALL SELECT 'state', max(id) FROM state HAVING max(id) <> count(*)
LIMIT 1
"""
IS_PROJECTED = """
SELECT EXISTS (SELECT 1 FROM period WHERE item = :item) OR EXISTS (SELECT 1 FROM description WHERE item = :item)
"""
MAY_JOIN = """
SELECT EXISTS (SELECT 1 FROM entry e JOIN gist g ON g.id = e.gist
  WHERE e.position > ? AND (g.kind IN ('registered', 'retracted') OR e.revision = 1))
"""
LATE = "SELECT DISTINCT item FROM entry WHERE position > ?"

# -- what stands where ---------------------------------------------------------------------------------------------

HEAD = """
SELECT e.position, e.link, coalesce(b.recorded_at, '') FROM entry e LEFT JOIN batch b ON b.first = e.batch
ORDER BY e.position DESC LIMIT 1
"""
NUMBER = "SELECT id FROM item WHERE name = ?"
NAMES = "SELECT id, name FROM item WHERE id IN (SELECT value FROM json_each(?))"
BATCHES = "SELECT first, recorded_at, recorder FROM batch WHERE first IN (SELECT value FROM json_each(?))"
KNOWN_ONE = "SELECT id, coalesce((SELECT max(revision) FROM entry WHERE item = id), 0) FROM item WHERE name = ?"
KNOWN = """
SELECT name, id, (SELECT max(revision) FROM entry WHERE item = id) FROM item
WHERE name IN (SELECT value FROM json_each(?))
"""
LAST_ITEM = "SELECT coalesce(max(id), 0) FROM item"
GISTS = "SELECT id, kind, axis, status, states, source, event, step FROM gist ORDER BY id"
LINES = """
SELECT e.revision, g.kind, e.retracts FROM entry e JOIN gist g ON g.id = e.gist WHERE item = ? ORDER BY revision
"""
JOINED = "SELECT DISTINCT item FROM entry WHERE same_as IS NOT NULL ORDER BY item"

# -- writing -------------------------------------------------------------------------------------------------------

PUT_BATCH = "INSERT INTO batch VALUES (?, ?, ?)"
PUT_ENTRY = "INSERT INTO entry VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
PUT_GIST = "INSERT INTO gist VALUES (?, ?, ?, ?, ?, ?, ?, ?)"
BLANK = """
UPDATE content SET salt = NULL, words = NULL, authority = ?
WHERE words IS NOT NULL AND position = (SELECT position FROM entry WHERE item = ? AND revision = ?)
"""
PUT_BACKUP = "INSERT INTO backup VALUES (?, ?, ?, ?)"
BACKUPS = "SELECT made_at, location, position, link FROM backup ORDER BY rowid"
DISPOSED_AFTER = "SELECT 1 FROM entry JOIN gist g ON g.id = gist WHERE position > ? AND g.kind = 'disposed' LIMIT 1"
PROJECTED_UNDER = "SELECT root FROM kin WHERE item = ? UNION SELECT ?"

# -- periods -------------------------------------------------------------------------------------------------------

PERIODS = """
SELECT s.axis, p.bases, s.status, p.opened, p.valid_from, p.valid_to FROM period p JOIN state s ON s.id = p.state
WHERE p.item = ? ORDER BY p.rowid
"""
STANDINGS = """
SELECT state, opened, count(*) FROM period
WHERE bases & 1 AND state IN (SELECT id FROM state WHERE axis = ? AND kind = ?) AND valid_from <= ? AND valid_to > ?
GROUP BY state, opened
"""
STANDING_NOW = STANDINGS.replace("valid_from <= ? AND valid_to > ?", f"valid_to = {STILL}")
