"""The questions a store asks of its file."""

from __future__ import annotations

from oversight_adapters.stores.sqlite.packing import UNPACKED
from oversight_adapters.stores.sqlite.projected import STILL

# -- entries, to be used -------------------------------------------------------------------------------------------

_ENTRY = """
SELECT e.position, e.revision, e.batch, e.link, e.key, e.item, e.gist, e.occurred_on, e.stated_on, e.retracts,
  e.payload, CAST(c.words AS BLOB), c.authority
FROM entry e LEFT JOIN content c ON c.position = e.position
"""

HISTORY = _ENTRY + "WHERE e.item = (SELECT id FROM item WHERE name = ?) ORDER BY e.revision"
PAGE = _ENTRY + "WHERE e.position > ? AND e.position <= ? ORDER BY e.position LIMIT ?"
CHANGED = _ENTRY + (
    "WHERE e.item IN (SELECT item FROM entry WHERE position > ? AND position <= ?) ORDER BY e.item, e.revision"
)

# -- entries, to be verified ---------------------------------------------------------------------------------------

_ROW = f"""
SELECT e.position, coalesce(i.name, ''), e.revision, coalesce(b.recorded_at, ''), coalesce(b.recorder, ''), e.batch,
  g.kind, g.axis, g.status, g.states, g.source, g.event, g.step, e.occurred_on, e.occurred_from, e.occurred_by,
  e.stated_on, e.stated_by, e.retracts, e.same_as, e.key, CAST({UNPACKED} AS BLOB), CAST(c.words AS BLOB), c.salt,
  c.authority, e.link
FROM entry e
LEFT JOIN item i ON i.id = e.item
LEFT JOIN batch b ON b.first = e.batch
LEFT JOIN gist g ON g.id = e.gist
LEFT JOIN content c ON c.position = e.position
"""

EVERY = _ROW + "ORDER BY e.position"
DISPOSALS = _ROW + "WHERE g.kind = 'disposed' ORDER BY e.position"
STRAYS = """
SELECT 'content', position FROM content WHERE position NOT IN (SELECT position FROM entry)
UNION ALL SELECT 'batch', first FROM batch WHERE first NOT IN (SELECT batch FROM entry)
UNION ALL SELECT 'gist', id FROM gist WHERE id NOT IN (SELECT gist FROM entry)
UNION ALL SELECT 'item', id FROM item WHERE id NOT IN (SELECT item FROM entry)
LIMIT 1
"""

# -- what stands where ---------------------------------------------------------------------------------------------

HEAD = """
SELECT e.position, e.link, coalesce(b.recorded_at, '') FROM entry e LEFT JOIN batch b ON b.first = e.batch
ORDER BY e.position DESC LIMIT 1
"""
NUMBER = "SELECT id FROM item WHERE name = ?"
NAMES = "SELECT id, name FROM item WHERE id IN (SELECT value FROM json_each(?))"
BATCHES = "SELECT first, recorded_at, recorder FROM batch WHERE first IN (SELECT value FROM json_each(?))"
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

PUT_ITEM = "INSERT INTO item VALUES (?, ?)"
PUT_BATCH = "INSERT INTO batch VALUES (?, ?, ?)"
PUT_GIST = "INSERT INTO gist VALUES (?, ?, ?, ?, ?, ?, ?, ?)"
PUT_ENTRY = "INSERT INTO entry VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
PUT_CONTENT = "INSERT INTO content VALUES (?, ?, ?, NULL)"
BLANK = """
UPDATE content SET salt = NULL, words = NULL, authority = ?
WHERE words IS NOT NULL AND position = (SELECT position FROM entry WHERE item = ? AND revision = ?)
"""
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
