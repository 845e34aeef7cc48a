-- What each round itself brought about: what was signed or announced there, and what it
-- promised, each with where it stands now.
SELECT acts.dialogue, acts.round, acts.act AS outcome, acts.id, agreements.status AS state,
       CAST(NULL AS INTEGER) AS late_days, acts.source_at
FROM acts
JOIN agreements ON agreements.dialogue = acts.dialogue AND agreements.id = acts.id
WHERE acts.kind = 'agreement' AND acts.moment = 'at' AND acts.act IN ('signed', 'announced')
UNION ALL
SELECT dialogue, round, 'promised', id, state, late_least, source_at
FROM commitments
ORDER BY 1, 2, 3, 4;
