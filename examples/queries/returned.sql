-- Sectors that came back after an absence, and the days since the round that last named them:
-- at least and at most, since a round may be dated to the month only.
SELECT
    changes.dialogue,
    changes.round,
    changes.id,
    changes.title_ar,
    changes.last_seen,
    back.date_earliest - seen.date_latest AS days_least,
    back.date_latest - seen.date_earliest AS days_most
FROM changes
JOIN rounds AS back ON back.dialogue = changes.dialogue AND back.round = changes.round
JOIN rounds AS seen ON seen.dialogue = changes.dialogue AND seen.round = changes.last_seen
WHERE changes.kind = 'sector' AND changes.class = 'resumed'
ORDER BY changes.dialogue, changes.round, changes.id;
