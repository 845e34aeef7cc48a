-- How much of their agenda every two rounds share: sectors named by both, of those named by either.
WITH named AS (
    SELECT DISTINCT dialogue, round, id FROM mentions WHERE kind = 'sector'
), counted AS (
    SELECT dialogue, round, count(*) AS sectors FROM named GROUP BY dialogue, round
), shared AS (
    SELECT one.dialogue, one.round AS earlier, other.round AS later, count(*) AS sectors
    FROM named AS one
    JOIN named AS other
      ON other.dialogue = one.dialogue AND other.id = one.id AND other.round > one.round
    GROUP BY one.dialogue, one.round, other.round
)
SELECT
    one.dialogue,
    one.round AS earlier,
    other.round AS later,
    coalesce(shared.sectors, 0) AS shared,
    one.sectors + other.sectors - coalesce(shared.sectors, 0) AS of
FROM counted AS one
JOIN counted AS other ON other.dialogue = one.dialogue AND other.round > one.round
LEFT JOIN shared
  ON shared.dialogue = one.dialogue AND shared.earlier = one.round AND shared.later = other.round
ORDER BY one.dialogue, earlier, later;
