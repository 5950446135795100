-- check: manager-coach-unmarked
-- rule: R4
-- severity: warn
-- subject: pairing
-- occasion: pairing
-- harm: 0
-- title: Manager as coach is not marked
-- says: {guide} manages {learner}
-- why: A manager may be the coach of their team; but such pairs are counted apart from independent coaching.
-- fix: correct who manages whom, or have the pairing marked as manager and coach
-- command: chiron pairing show {pairing_id}
SELECT p.pairing_id AS subject_id, p.pairing_id, p.programme_id, g.name || ' / ' || l.name AS who, g.name AS guide,
	l.name AS learner
FROM pairing p
JOIN person g ON g.person_id = p.guide_id
JOIN person l ON l.person_id = p.learner_id AND l.manager_id = p.guide_id
WHERE p.kind = 'coaching' AND p.state IN ('contracting', 'active', 'paused') AND p.manager_coach IS NOT 'yes'
