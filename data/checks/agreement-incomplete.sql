-- check: agreement-incomplete
-- rule: R31
-- severity: refuse
-- subject: pairing
-- gate: pairing.start
-- harm: 0
-- title: The agreement is incomplete
-- says: the agreement does not say: {missing:agreement}
-- why: Times, places and frequency that suit both are arranged before the work begins.
-- fix: fill in what is missing; "varies" is an answer, and an end may be a date, a number of sessions, or open
-- command: chiron pairing agree {pairing_id} --usual-day varies
-- Coaching's end is coaching-without-end's.
SELECT pairing_id AS subject_id, pairing_id, programme_id, who, substr(missing, 3) AS missing
FROM (
	SELECT p.pairing_id, p.programme_id, g.name || ' / ' || l.name AS who,
		iif(a.interval IS NULL, ', interval', '')
			|| iif(a.usual_day IS NULL, ', usual_day', '')
			|| iif(a.usual_minutes IS NULL, ', usual_minutes', '')
			|| iif(a.usual_place IS NULL, ', usual_place', '')
			|| iif(a.starts_on IS NULL, ', starts_on', '')
			|| iif(p.kind = 'mentoring' AND a.planned_end_on IS NULL AND a.planned_sessions IS NULL
				AND a.open_ended IS NOT 'yes', ', planned_end_on', '')
			AS missing
	FROM pairing p
	JOIN agreement a ON a.spell_id = p.spell_id
	JOIN person g ON g.person_id = p.guide_id
	JOIN person l ON l.person_id = p.learner_id
	WHERE p.state IN ('contracting', 'active', 'paused')
)
WHERE missing <> ''
