-- report: closures
-- title: How pairings ended
-- about: Pairings that were closed in the period, by programme, kind of ending, who ended it and why; how many, and the
--     sessions they had on average, not known where the programme has no session on record. One made by mistake is
--     not counted.
-- columns: programme:text:Programme, closure_kind:spell.closure_kind:How,
--     closure_initiator:spell.closure_initiator:Who, closure_reason:spell.closure_reason:Why,
--     closures:number:Pairings, sessions:number:Sessions on average
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
SELECT r.name AS programme, k.closure_kind, k.closure_initiator, k.closure_reason, count(*) AS closures,
	iif(r.programme_id IN (SELECT programme_id FROM met), round(avg((
		SELECT count(*) FROM session s WHERE s.spell_id = k.spell_id AND s.state = 'held'
	)), 1), NULL) AS sessions
FROM counted_spell k
JOIN pairing p ON p.pairing_id = k.pairing_id
JOIN programme r ON r.programme_id = p.programme_id
WHERE k.closed_on BETWEEN ifnull(:from, '') AND ifnull(:to, :today)
	AND p.programme_id = ifnull(:programme, p.programme_id)
	AND (:cohort IS NULL OR p.pairing_id IN (SELECT pairing_id FROM in_cohort WHERE cohort_id = :cohort))
GROUP BY r.programme_id, k.closure_kind, k.closure_initiator, k.closure_reason
ORDER BY programme, closures DESC, k.closure_kind, k.closure_reason
