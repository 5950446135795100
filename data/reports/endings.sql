-- report: endings
-- title: How many pairings ended, and how
-- about: Pairings that were closed in the period, by programme: at their planned end, since their goals were attained,
--     before that, or without ever having begun; of the last two, how many mentees and coachees have gone on with
--     another mentor or coach; and the sessions on average of those that had begun, not known where the programme has
--     no session on record. Why they ended is in the report closures. One made by mistake is not counted.
-- none: No pairing was closed in the period.
-- columns: programme:text:Programme, ended:number:Ended, completed:number:As planned, attained:number:Goals attained,
--     early:number:Early, never:number:Never begun, gone_on:number:Gone on, sessions:number:Sessions on average
-- rules: R69
-- scan: it tells of every spell that ended
WITH met AS (
	SELECT r.programme_id
	FROM programme r
	WHERE EXISTS (
		SELECT 1 FROM pairing p JOIN session s ON s.pairing_id = p.pairing_id
		WHERE p.programme_id = r.programme_id
	)
)
SELECT r.name AS programme, count(*) AS ended, sum(k.closure_kind = 'completed') AS completed,
	sum(k.closure_kind = 'goals_attained') AS attained, sum(k.closure_kind = 'ended_early') AS early,
	sum(k.closure_kind = 'never_started') AS never,
	sum(k.closure_kind IN ('ended_early', 'never_started') AND EXISTS (
		SELECT 1 FROM counted_pairing n
		WHERE n.learner_id = p.learner_id AND (+n.programme_id) = p.programme_id
			AND n.pairing_id > p.pairing_id AND n.guide_id <> p.guide_id
	)) AS gone_on,
	iif(r.programme_id IN (SELECT programme_id FROM met), round(avg(iif(k.closure_kind = 'never_started', NULL, (
		SELECT count(*) FROM session s WHERE s.spell_id = k.spell_id AND s.state = 'held'
	))), 1), NULL) AS sessions
FROM counted_spell k
JOIN pairing p ON p.pairing_id = k.pairing_id
JOIN programme r ON r.programme_id = p.programme_id
WHERE k.closed_on BETWEEN ifnull(:from, '') AND ifnull(:to, :today)
	AND p.programme_id = ifnull(:programme, p.programme_id)
	AND (:cohort IS NULL OR p.pairing_id IN (SELECT pairing_id FROM in_cohort WHERE cohort_id = :cohort))
GROUP BY r.programme_id
ORDER BY programme
