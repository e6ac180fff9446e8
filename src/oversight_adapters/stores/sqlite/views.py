"""The views that people read; the page `sqlite` of the documentation says what each column is."""

from __future__ import annotations

from oversight_adapters.stores.sqlite.projected import BASES, STILL


def _day(column: str) -> str:
    """A numbered day as ISO 8601 writes it; nothing where a period has no end."""
    return f"date(nullif({column}, {STILL}) + 1721424.5)"


def _basis(name: str) -> str:
    """The condition for a period to belong to a fold; the first is in the words of an index, or it is not used."""
    return f"bases & {BASES[name]}"


def _described(*fields: str) -> tuple[str, str]:
    """Columns and joins that lay fields of a description side by side."""
    columns = ", ".join(f"d_{field}.value AS {field}" for field in fields)
    joins = " ".join(
        f"LEFT JOIN description d_{field} ON d_{field}.item = i.id AND d_{field}.field = '{field}'" for field in fields
    )
    return columns, joins


def _standing(*axes: str) -> str:
    """Columns that lay the present status of axes side by side."""
    return ", ".join(
        f"(SELECT s.status FROM period p JOIN state s ON s.id = p.state WHERE p.item = i.id AND s.axis = '{axis}' "
        f"AND p.{_basis('value')} AND p.valid_to = {STILL}) AS {axis}"
        for axis in axes
    )


def _alone(basis: str) -> str:
    """The present status of a fold taken alone, on the axis of another period."""
    return (
        f"(SELECT s2.status FROM period p2 JOIN state s2 ON s2.id = p2.state WHERE p2.item = p.item "
        f"AND s2.axis = s.axis AND p2.{_basis(basis)} AND p2.valid_to = {STILL}) AS {basis}"
    )


_FIELDS, _JOINS = _described("report_title", "report", "number", "addressee", "text", "priority", "status_printed")

VIEWS = f"""
CREATE VIEW entries AS
SELECT e.position, i.name AS item, e.revision, g.kind, g.axis, g.status, g.states, g.source, g.event,
  e.occurred_on, coalesce(e.occurred_from, iif(e.occurred_by IS NULL, e.occurred_on, NULL)) AS occurred_from,
  coalesce(e.occurred_by, iif(e.occurred_from IS NULL, e.occurred_on, NULL)) AS occurred_by,
  e.stated_on, coalesce(e.stated_by, iif(length(e.stated_on) = 10 AND e.stated_on NOT LIKE '%..', e.stated_on, NULL))
    AS stated_by,
  b.recorded_at, b.recorder, e.batch, e.retracts,
  EXISTS (SELECT 1 FROM entry r WHERE r.item = e.item AND r.retracts = e.revision) AS retracted,
  e.same_as, c.words, c.authority AS disposed_under, e.payload, lower(hex(e.key)) AS key, lower(hex(e.link)) AS hash
FROM entry e JOIN item i ON i.id = e.item JOIN batch b ON b.first = e.batch JOIN gist g ON g.id = e.gist
LEFT JOIN content c USING (position);
CREATE VIEW periods AS
SELECT i.name AS item, s.axis, b.basis, s.status, {_day("p.opened")} AS opened, {_day("p.valid_from")} AS valid_from,
  {_day("p.valid_to")} AS valid_to
FROM period p JOIN item i ON i.id = p.item JOIN state s ON s.id = p.state
JOIN (SELECT 'value' AS basis, 1 AS bit UNION ALL SELECT 'applied', 2 UNION ALL SELECT 'reported', 4) b
  ON p.bases & b.bit;
CREATE VIEW statuses AS
SELECT i.name AS item, s.axis, s.status, {_day("p.valid_from")} AS since, {_day("p.opened")} AS opened,
  {_alone("applied")}, {_alone("reported")}
FROM period p JOIN item i ON i.id = p.item JOIN state s ON s.id = p.state
WHERE p.{_basis("value")} AND p.valid_to = {STILL};
CREATE VIEW recommendations AS
SELECT i.name AS item, {_FIELDS}, {_standing("oversight_status", "position", "resolution", "implementation")},
  (SELECT count(*) FROM entry e WHERE e.item = i.id OR e.item IN (SELECT k.item FROM kin k WHERE k.root = i.id))
    AS entries
FROM item i {_JOINS}
WHERE i.name LIKE 'recommendation:%' AND i.id NOT IN (SELECT item FROM kin WHERE item <> root);
"""
