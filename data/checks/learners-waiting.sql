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
SELECT w.programme_id AS subject_id, NULL AS pairing_id, w.programme_id, w.programme AS who, count(*) AS waiting,
	max(1, max(CAST(julianday(:today) - julianday(ifnull(w.since, :today)) AS INTEGER))) AS days
FROM waiting w
WHERE w.state = 'ready' AND w.role IN ('coachee', 'mentee')
GROUP BY w.programme_id
