"""The views that people read; the page `sqlite` of the documentation says what each column is.

Each of the three that are projected has two arms: what the projection holds, and what is late.
"""

from __future__ import annotations

from oversight_adapters.stores.sqlite.late import LATE, SPAN
from oversight_adapters.stores.sqlite.packing import UNPACKED
from oversight_adapters.stores.sqlite.projected import BASES, STILL

_FIELDS = ("report_title", "report", "number", "addressee", "text", "priority", "status_printed")
_AXES = ("oversight_status", "position", "resolution", "implementation")

_SEEN = "NOT IN (SELECT item FROM late_item)"


def _day(column: str) -> str:
    """A numbered day as ISO 8601 writes it; nothing where a period has no end."""
    return f"date(nullif({column}, {STILL}) + 1721424.5)"


def _basis(name: str) -> str:
    """The condition for a period to belong to a fold; the first is in the words of an index, or it is not used."""
    return f"bases & {BASES[name]}"


def _alone(basis: str) -> str:
    """The present status of a fold taken alone, on the axis of a period that mostly belongs to it as well."""
    return (
        f"iif(p.{_basis(basis)}, s.status, "
        f"(SELECT s2.status FROM period p2 JOIN state s2 ON s2.id = p2.state WHERE p2.item = p.item "
        f"AND s2.axis = s.axis AND p2.{_basis(basis)} AND p2.valid_to = {STILL})) AS {basis}"
    )


def _described() -> str:
    """Columns that lay the fields of a projected description side by side."""
    return ", ".join(
        f"(SELECT value FROM description WHERE item = i.id AND field = '{field}') AS {field}" for field in _FIELDS
    )


def _statuses() -> str:
    """Columns that lay the projected present status of axes side by side."""
    return ", ".join(
        f"(SELECT s.status FROM period p JOIN state s ON s.id = p.state WHERE p.item = i.id AND s.axis = '{axis}' "
        f"AND p.{_basis('value')} AND p.valid_to = {STILL}) AS {axis}"
        for axis in _AXES
    )


def _beside(names: tuple[str, ...], what: str) -> str:
    """Columns that lay late values side by side, of rows grouped by item."""
    return ", ".join(f"max(l.value) FILTER (WHERE l.what = '{what}' AND l.name = '{name}')" for name in names)


VIEWS = f"""{LATE}
CREATE VIEW entries AS
SELECT e.position, i.name AS item, e.revision, g.kind, nullif(g.axis, '') AS axis, nullif(g.status, '') AS status,
  g.states, g.source, g.event, e.occurred_on, {SPAN},
  e.stated_on, coalesce(e.stated_by, iif(e.stated_on LIKE '%/..', NULL, e.stated_on)) AS stated_by,
  b.recorded_at, b.recorder, e.batch, e.retracts,
  EXISTS (SELECT 1 FROM entry r WHERE r.item = e.item AND r.retracts = e.revision) AS retracted,
  e.same_as, c.words, c.authority AS disposed_under, {UNPACKED} AS payload,
  nullif(lower(hex(e.key)), '') AS key, lower(hex(e.link)) AS hash
FROM entry e JOIN item i ON i.id = e.item JOIN batch b ON b.first = e.batch JOIN gist g ON g.id = e.gist
LEFT JOIN content c USING (position);
CREATE VIEW telling_entry AS -- what makes an item known: all that counts, but what only joins it to another
SELECT e.item FROM entry e JOIN gist g ON g.id = e.gist JOIN item i ON i.id = e.item
WHERE (g.kind IN ('applied', 'reported')
    OR g.kind = 'registered' AND EXISTS (
      SELECT 1 FROM json_each({UNPACKED}, '$.registered.entity') entity WHERE entity.type = 'object'
    ))
  AND NOT EXISTS (SELECT 1 FROM entry r WHERE r.item = e.item AND r.retracts = e.revision);
CREATE VIEW periods AS
SELECT i.name AS item, s.axis, b.basis, s.status, {_day("p.opened")} AS opened, {_day("p.valid_from")} AS valid_from,
  {_day("p.valid_to")} AS valid_to
FROM period p JOIN item i ON i.id = p.item JOIN state s ON s.id = p.state
JOIN (SELECT 'value' AS basis, 1 AS bit UNION ALL SELECT 'applied', 2 UNION ALL SELECT 'reported', 4) b
  ON p.bases & b.bit
WHERE p.item {_SEEN}
UNION ALL
SELECT i.name, l.axis, l.basis, l.status, l.opened, l.valid_from, l.valid_to
FROM late_period l JOIN item i ON i.id = l.item;
CREATE VIEW statuses AS -- the plus keeps the index of states out: most rows are wanted, in their own order
SELECT i.name AS item, s.axis, s.status, {_day("p.valid_from")} AS since, {_day("p.opened")} AS opened,
  {_alone("applied")}, {_alone("reported")}
FROM period p JOIN item i ON i.id = p.item JOIN state s ON s.id = p.state
WHERE +p.{_basis("value")} AND p.valid_to = {STILL} AND p.item {_SEEN}
UNION ALL
SELECT i.name, l.axis, l.status, l.since, l.opened, l.applied, l.reported
FROM (
  SELECT item, axis, max(status) FILTER (WHERE basis = 'value') AS status,
    max(valid_from) FILTER (WHERE basis = 'value') AS since, max(opened) FILTER (WHERE basis = 'value') AS opened,
    max(status) FILTER (WHERE basis = 'applied') AS applied, max(status) FILTER (WHERE basis = 'reported') AS reported
  FROM late_period WHERE valid_to IS NULL GROUP BY item, axis
) l JOIN item i ON i.id = l.item;
CREATE VIEW recommendations AS
SELECT i.name AS item, {_described()}, {_statuses()},
  (SELECT count(*) FROM entry e WHERE e.item = i.id)
  + (SELECT count(*) FROM kin k JOIN entry e ON e.item = k.item WHERE k.root = i.id AND k.item <> i.id) AS entries
FROM item i
WHERE i.name GLOB 'recommendation:*' AND i.id {_SEEN}
  AND NOT EXISTS (SELECT 1 FROM kin k WHERE k.item = i.id AND k.root <> i.id)
  AND (EXISTS (SELECT 1 FROM period p WHERE p.item = i.id) OR EXISTS (SELECT 1 FROM description d WHERE d.item = i.id)
    OR EXISTS (SELECT 1 FROM telling_entry t WHERE t.item = i.id)
    OR EXISTS (SELECT 1 FROM kin k JOIN telling_entry t ON t.item = k.item WHERE k.root = i.id))
UNION ALL
SELECT i.name, {_beside(_FIELDS, "field")}, {_beside(_AXES, "axis")}, count(*) FILTER (WHERE l.what = 'entry')
FROM (
  SELECT item, 'field' AS what, field AS name, value FROM late_description
  UNION ALL SELECT item, 'axis', axis, status FROM late_period WHERE basis = 'value' AND valid_to IS NULL
  UNION ALL SELECT r.root, 'entry', NULL, NULL FROM late_item r JOIN entry e ON e.item = r.item
  UNION ALL SELECT r.root, 'known', NULL, NULL FROM late_item r JOIN telling_entry t ON t.item = r.item
) l CROSS JOIN item i ON i.id = l.item
WHERE i.name GLOB 'recommendation:*'
GROUP BY i.id, i.name HAVING count(*) FILTER (WHERE l.what = 'known');
"""
