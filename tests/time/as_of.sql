-- How did everything stand on :on, by what was stated by :stated_by and recorded by :recorded_by?
-- NULL is as far as the record goes; :recorded_by is a day, an instant as `recorded_at` prints it, or a position.
WITH RECURSIVE
recorded AS MATERIALIZED ( -- what the record held; where a source gives no day, that of the recording stands in for it
  SELECT position, item, revision, kind, axis, status, states, source, event, occurred_from, occurred_by, retracts,
    coalesce(occurred_by, substr(recorded_at, 1, 10)) AS counts_from,
    coalesce(stated_by, substr(recorded_at, 1, 10)) AS said_by
  FROM entries
  WHERE :recorded_by IS NULL OR :recorded_by >=
    iif(typeof(:recorded_by) = 'integer', position, substr(recorded_at, 1, length(:recorded_by)))
),
fold (basis) AS (VALUES ('value'), ('applied'), ('reported')), -- all that moves a status, and each kind taken alone
move AS MATERIALIZED ( -- what counts of it, in fold order: had happened, was said, was not yet retracted
  SELECT item, axis, basis, position, kind, status, counts_from, occurred_from, occurred_by,
    coalesce(states, json_array(status)) AS states,
    iif(kind = 'applied', source = 'not_stated' AND event = 'issue',
      status IN ('not_stated', 'awaiting', 'open_awaiting')) AS is_initial,
    row_number() OVER (PARTITION BY item, axis, basis ORDER BY counts_from, position) AS place
  FROM recorded AS e JOIN fold ON basis IN ('value', kind)
  WHERE status IS NOT NULL -- a label without a mapping moves nothing
    AND (:on IS NULL OR counts_from <= :on)
    AND (:stated_by IS NULL OR said_by <= :stated_by)
    AND NOT EXISTS (SELECT * FROM recorded AS r WHERE r.item = e.item AND r.retracts = e.revision)
),
standing (item, axis, basis, place, holder) AS ( -- whose status holds after each move
  SELECT item, axis, basis, 1, 1 FROM move WHERE place = 1
  UNION ALL
  SELECT item, axis, basis, new.place, CASE
    WHEN new.kind = 'reported' AND new.states <> json_array(new.status) -- a group that holds the status confirms it
      AND NOT EXISTS (SELECT value FROM json_each(old.states) EXCEPT SELECT value FROM json_each(new.states))
      THEN holder
    WHEN new.is_initial AND NOT old.is_initial -- the initial status never beats another that it overlaps
      AND coalesce(new.occurred_from <= old.occurred_by, 1) AND coalesce(old.occurred_from <= new.occurred_by, 1)
      THEN holder
    ELSE new.place
  END
  FROM standing
  JOIN move AS new USING (item, axis, basis)
  JOIN move AS old USING (item, axis, basis)
  WHERE new.place = standing.place + 1 AND old.place = holder
),
held AS MATERIALIZED (SELECT move.* FROM standing JOIN move USING (item, axis, basis, place) WHERE place = holder),
now AS (SELECT *, max(place) FROM held GROUP BY item, axis, basis),
beaten AS MATERIALIZED ( -- the last that said otherwise
  SELECT held.*, max(held.place) FROM held JOIN now USING (item, axis, basis)
  WHERE held.status <> now.status GROUP BY item, axis, basis
)
SELECT now.item, now.axis, now.basis, now.status, min(held.counts_from) AS since, now.kind, now.position,
  iif(now.occurred_by IS NULL, 'recording', 'source') AS dated,
  -- the one it beat, where nothing shows that it was not the later of the two
  iif(NOT beaten.is_initial AND min(
    coalesce(held.occurred_from <= beaten.occurred_by, 1) AND coalesce(beaten.occurred_from <= held.occurred_by, 1)
  ), beaten.position, NULL) AS rival
FROM now
LEFT JOIN beaten USING (item, axis, basis)
JOIN held USING (item, axis, basis) -- the unbroken run of what says the same
WHERE held.place > coalesce(beaten.place, 0)
GROUP BY now.item, now.axis, now.basis
ORDER BY now.item, now.axis, now.basis
