-- check: applications-waiting
-- rule: R15
-- severity: inform
-- subject: programme
-- harm: 28
-- title: Applications waiting
-- says: {waiting} {waiting?application waits|applications wait} to be found ready, for up to {days} {days?day|days}
-- why: Somebody is a realistic prospect who knows what they want and can commit the time.
-- fix: ask the two questions and mark each ready or not ready; many can be marked at once
-- command: chiron enrolment list --programme {programme_id}
-- Each one by name: waiting-for-readiness.
SELECT r.programme_id AS subject_id, NULL AS pairing_id, r.programme_id, r.name AS who, count(*) AS waiting,
	max(CAST(julianday(:today) - julianday(coalesce(e.applied_on, :today)) AS INTEGER)) AS days
FROM programme r
JOIN enrolment e ON e.programme_id = r.programme_id AND e.state = 'applied'
WHERE r.state IN ('open', 'running')
GROUP BY r.programme_id
