-- check: waiting-for-a-match
-- rule: R10
-- severity: inform
-- subject: enrolment
-- harm: 0
-- title: Waiting for a match
-- says: waits for {days} {days?day|days} and is not paired
-- why: A match should be swift and appropriate; nobody is forgotten.
-- fix: propose pairs for the programme
-- command: chiron match {programme_id}
-- screen: board {programme_id}
SELECT w.enrolment_id AS subject_id, NULL AS pairing_id, w.programme_id, w.name AS who,
	CAST(julianday(:today) - julianday(ifnull(w.since, :today)) AS INTEGER) AS days
FROM waiting w
WHERE w.state = 'ready' AND w.role IN ('coachee', 'mentee')
ORDER BY days DESC
