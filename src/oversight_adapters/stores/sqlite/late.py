"""Views for what the projection has not seen yet: SQL folds it from the entries, so that no view is ever behind.

They say of late items what the projection would say of them, and cost nothing where nothing is late.  An item is late
when it, or one that it is or was joined to, has an entry that the projection has not caught up with: after a program
was killed, or while one is still writing.
"""

from __future__ import annotations

from oversight_adapters.stores.sqlite.packing import UNPACKED
from oversight_core.ledger.mark import ISSUED, NOT_STATED

SPAN = """coalesce(occurred_from, iif(occurred_by IS NULL, occurred_on, NULL)) AS occurred_from,
  coalesce(occurred_by, iif(occurred_from IS NULL, occurred_on, NULL)) AS occurred_by"""
"""The first and the last day of a moment; a moment that is a day stands in the table alone."""

_ISSUED = ", ".join(f"'{status}'" for status in sorted(ISSUED))


def _overlap(one: str, other: str) -> str:
    """Whether two moves can have happened on one day; an unknown bound excludes nothing."""
    return (
        f"coalesce({one}.occurred_from <= {other}.occurred_by, 1) "
        f"AND coalesce({other}.occurred_from <= {one}.occurred_by, 1)"
    )


ITEM = """
CREATE VIEW late_item AS -- what is late, and the item under which it is told
WITH RECURSIVE
fresh (name) AS MATERIALIZED (
  SELECT name FROM item WHERE id IN (
    SELECT item FROM entry WHERE position > (SELECT coalesce(max(position), 0) FROM caught_up)
  )
),
pair (one, other) AS MATERIALIZED (
  SELECT i.name, e.same_as FROM entry e JOIN item i ON i.id = e.item
  WHERE e.same_as IS NOT NULL AND EXISTS (SELECT 1 FROM fresh)
    AND NOT EXISTS (SELECT 1 FROM entry r WHERE r.item = e.item AND r.retracts = e.revision)
),
link (one, other) AS MATERIALIZED (SELECT one, other FROM pair UNION SELECT other, one FROM pair),
touched (name) AS (
  SELECT name FROM fresh
  UNION SELECT i.name FROM fresh f JOIN item n ON n.name = f.name JOIN kin k ON k.item = n.id
    JOIN kin o ON o.root = k.root JOIN item i ON i.id = o.item
  UNION SELECT l.other FROM touched t JOIN link l ON l.one = t.name
),
reach (name, other) AS (
  SELECT name, name FROM touched
  UNION SELECT r.name, l.other FROM reach r JOIN link l ON l.one = r.other
),
family AS (
  SELECT r.name, i.id, i.name AS other,
    (SELECT min(e.position) FROM entry e JOIN gist g ON g.id = e.gist
     WHERE e.item = i.id AND g.kind = 'registered' AND e.same_as IS NULL) AS registered
  FROM reach r JOIN item i ON i.name = r.other
)
SELECT DISTINCT i.id AS item, first_value(f.id) OVER (
  PARTITION BY f.name ORDER BY f.registered IS NULL, f.registered, replace(replace(f.other, '/', ' '), '@', ' ')
) AS root
FROM family f JOIN item i ON i.name = f.name;
"""

ENTRY = f"""
CREATE VIEW late_entry AS -- what counts of it, in its place
SELECT l.root AS item, e.position, g.kind, g.axis, g.status, g.states,
  g.source, g.event, e.occurred_from, e.occurred_by, coalesce(e.occurred_by, substr(b.recorded_at, 1, 10)) AS day
FROM late_item l CROSS JOIN (
  SELECT item, position, revision, batch, gist, {SPAN} FROM entry
) e ON e.item = l.item JOIN gist g ON g.id = e.gist JOIN batch b ON b.first = e.batch
WHERE NOT EXISTS (SELECT 1 FROM entry r WHERE r.item = e.item AND r.retracts = e.revision);
"""

PERIOD = f"""
CREATE VIEW late_period AS -- the fold
WITH RECURSIVE
basis (basis) AS (VALUES ('value'), ('applied'), ('reported')),
move AS MATERIALIZED (
  SELECT e.item, axis, basis, kind, status, states, occurred_from, occurred_by, day,
    iif(kind = 'reported', status IN ({_ISSUED}), event = 'issue' AND source = '{NOT_STATED}') AS begins,
    EXISTS (SELECT 1 FROM json_each(states) WHERE value <> status) AS is_group,
    row_number() OVER (PARTITION BY e.item, axis, basis ORDER BY day, position) AS place
  FROM late_entry e CROSS JOIN basis ON basis IN ('value', kind)
  WHERE kind = 'applied' OR kind = 'reported' AND status <> ''
),
standing (item, axis, basis, place, holder) AS ( -- whose status holds after each move
  SELECT item, axis, basis, 1, 1 FROM move WHERE place = 1
  UNION ALL
  SELECT item, axis, basis, new.place, CASE
    WHEN new.kind = 'reported' AND new.is_group -- a group that holds the status only confirms it
      AND NOT EXISTS (
        SELECT value FROM json_each(old.states) UNION SELECT old.status WHERE old.states IS NULL
        EXCEPT SELECT value FROM json_each(new.states)
      )
      THEN holder
    WHEN new.begins AND NOT old.begins AND {_overlap("new", "old")} THEN holder
    ELSE new.place
  END
  FROM standing JOIN move new USING (item, axis, basis) JOIN move old USING (item, axis, basis)
  WHERE new.place = standing.place + 1 AND old.place = holder
),
daily AS ( -- what held at the end of each day on which something was said
  SELECT item, axis, basis, status, day, max(place) FROM standing JOIN move USING (item, axis, basis, place)
  WHERE place = holder GROUP BY item, axis, basis, day
),
spell AS (
  SELECT item, axis, basis, status, day, min(day) OVER way AS opened, lag(status) OVER way IS NOT status AS begins
  FROM daily WINDOW way AS (PARTITION BY item, axis, basis ORDER BY day)
)
SELECT item, axis, basis, status, opened, day AS valid_from,
  lead(day) OVER (PARTITION BY item, axis, basis ORDER BY day) AS valid_to
FROM spell WHERE begins;
"""

DESCRIPTION = f"""
CREATE VIEW late_description AS -- the overlay of descriptions, of the fields that the view `recommendations` shows
WITH
described AS MATERIALIZED (
  SELECT l.item, l.position, l.day, {UNPACKED} AS payload, c.words
  FROM late_entry l JOIN entry e USING (position) JOIN gist g ON g.id = e.gist JOIN item i ON i.id = e.item
    LEFT JOIN content c USING (position)
  WHERE l.kind = 'registered'
),
placed AS (
  SELECT d.*, entity.key AS type, entity.value AS fields,
    row_number() OVER way AS place, lag(entity.key) OVER way IS NOT entity.key AS anew
  FROM described d JOIN json_each(d.payload, '$.registered.entity') entity ON entity.type = 'object'
  WINDOW way AS (PARTITION BY d.item ORDER BY d.day, d.position)
),
overlaid AS MATERIALIZED ( -- a description of another type replaces those before it
  SELECT *, max(iif(anew, place, 0)) OVER (PARTITION BY item) AS since FROM placed
),
excerpted AS ( -- the fields that excerpts name
  SELECT o.item, o.place, part.value AS field FROM overlaid o JOIN json_each(o.payload, '$.registered.excerpts') excerpt
    JOIN json_each(excerpt.value) part ON part.key = 'field'
),
named AS (
  SELECT o.item, o.place, f.value AS field FROM overlaid o JOIN json_each(o.payload, '$.registered.fields') f
),
spoken AS ( -- the fields that a description speaks of
  SELECT * FROM named
  UNION ALL SELECT * FROM excerpted WHERE (item, place) NOT IN (SELECT item, place FROM named)
  UNION ALL SELECT o.item, o.place, f.key FROM overlaid o JOIN json_each(o.fields) f WHERE o.place = o.since
    OR (o.item, o.place) NOT IN (SELECT item, place FROM named UNION SELECT item, place FROM excerpted)
),
last AS (
  SELECT s.item, s.field, max(s.place) AS place FROM spoken s JOIN overlaid o USING (item, place)
  WHERE o.place >= o.since GROUP BY s.item, s.field
)
SELECT l.item, l.field, nullif(CASE said.type
  WHEN 'true' THEN 'yes' WHEN 'false' THEN 'no'
  WHEN 'object' THEN (SELECT w.value FROM json_each(said.value) at JOIN json_each(o.words) w ON w.key = at.value)
  ELSE said.value END, '') AS value
FROM last l JOIN overlaid o USING (item, place) LEFT JOIN json_each(o.fields) said ON said.key = l.field;
"""

LATE = ITEM + ENTRY + PERIOD + DESCRIPTION
