"""The questions a store asks of its file."""

from __future__ import annotations

_ROW = """
SELECT e.position, coalesce(i.name, ''), e.revision, coalesce(b.recorded_at, ''), coalesce(b.recorder, ''), e.batch,
  e.kind, e.axis, e.status, e.states, e.occurred_on, e.occurred_by, e.stated_on, e.stated_by, e.retracts,
  lower(hex(e.key)), CAST(e.payload AS BLOB), CAST(c.words AS BLOB), c.salt, c.authority, e.link
FROM entry e
LEFT JOIN item i ON i.id = e.item
LEFT JOIN batch b ON b.first = e.batch
LEFT JOIN content c ON c.position = e.position
"""

HISTORY = _ROW + "WHERE e.item = ? ORDER BY e.revision"
BETWEEN = _ROW + "WHERE e.position > ? AND e.position <= ? ORDER BY e.position LIMIT ?"
# In the words of the index, or it is not used.
JOINS = _ROW + "WHERE e.kind = 'registered' AND instr(e.payload, '\"same_as\":') > 0 ORDER BY e.item"
DISPOSALS = _ROW + "WHERE e.kind = 'disposed' ORDER BY e.position"

HEAD = """
SELECT e.position, e.link, coalesce(b.recorded_at, '') FROM entry e LEFT JOIN batch b ON b.first = e.batch
ORDER BY e.position DESC LIMIT 1
"""
NUMBER = "SELECT id FROM item WHERE name = ?"
REVISION = "SELECT (SELECT max(revision) FROM entry WHERE item = i.id) FROM item i WHERE name = ?"
LINES = "SELECT revision, kind, retracts FROM entry WHERE item = ? ORDER BY revision"

PUT_ITEM = "INSERT INTO item (name) VALUES (?)"
PUT_BATCH = "INSERT INTO batch VALUES (?, ?, ?)"
PUT_ENTRY = "INSERT INTO entry VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
PUT_CONTENT = "INSERT INTO content VALUES (?, ?, ?, NULL)"
BLANK = """
UPDATE content SET salt = NULL, words = NULL, authority = ?
WHERE words IS NOT NULL AND position = (SELECT position FROM entry WHERE item = ? AND revision = ?)
"""

STRAYS = """
SELECT 'content', position FROM content WHERE position NOT IN (SELECT position FROM entry)
UNION ALL SELECT 'batch', first FROM batch WHERE first NOT IN (SELECT batch FROM entry)
UNION ALL SELECT 'item', id FROM item WHERE id NOT IN (SELECT item FROM entry)
LIMIT 1
"""
