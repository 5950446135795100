-- check: learners-waiting
-- rule: R10
-- severity: inform
-- subject: programme
-- harm: 27
-- title: Waiting for a match
-- says: {waiting} {waiting?waits|wait} for a match, for up to {days} {days?day|days}
-- why: A match should be swift and appropriate; nobody is forgotten.
-- fix: propose pairs for the programme
-- command: chiron match {programme_id}
-- screen: board {programme_id}
-- measure: waiting
-- Each one by name: waiting-for-a-match.
-- A plus keeps SQLite from going by that column's index: a programme may have thousands where a person has few.
SELECT r.programme_id AS subject_id, NULL AS pairing_id, r.programme_id, r.name AS who, count(*) AS waiting,
	max(1, max(CAST(julianday(:today) - julianday(ifnull((
		SELECT max(s.closed_on) FROM pairing p JOIN spell s ON s.spell_id = p.spell_id
		WHERE p.learner_id = e.person_id AND +p.programme_id = e.programme_id
	), coalesce(e.ready_on, e.applied_on, :today))) AS INTEGER))) AS days
FROM programme r
JOIN enrolment e ON e.programme_id = r.programme_id AND e.role IN ('coachee', 'mentee') AND e.state = 'ready'
JOIN person h ON h.person_id = e.person_id AND h.left_on IS NULL
WHERE r.state IN ('open', 'running') AND NOT EXISTS (
	SELECT 1 FROM pairing p
	WHERE p.learner_id = e.person_id AND p.state IN ('contracting', 'active', 'paused')
		AND +p.programme_id = e.programme_id
)
GROUP BY r.programme_id
