-- check: applications-waiting
-- rule: R15
-- severity: inform
-- subject: programme
-- harm: 28
-- title: Applications waiting
-- says: {waiting} {waiting?application waits|applications wait} to be found ready, for up to {days} {days?day|days}
-- why: Somebody is a realistic prospect who knows what they want and can commit the time.
-- fix: ask each whether they know what they want and can give the time, and mark them ready or not; many can be
--     marked at once
-- command: chiron enrolment list --programme {programme_id}
-- screen: enrolments {programme_id} state:applied live_pairings:0
-- measure: waiting
-- Each one by name: waiting-for-readiness. Who is paired was found ready by it.
SELECT r.programme_id AS subject_id, NULL AS pairing_id, r.programme_id, r.name AS who, count(*) AS waiting,
	max(1, max(CAST(julianday(:today) - julianday(coalesce(e.applied_on, :today)) AS INTEGER))) AS days
FROM programme r
JOIN enrolment e ON e.programme_id = r.programme_id AND e.state = 'applied'
JOIN person h ON h.person_id = e.person_id AND h.left_on IS NULL
WHERE r.state IN ('open', 'running')
	AND NOT EXISTS (SELECT 1 FROM pairing p
		WHERE p.guide_id = e.person_id AND e.role IN ('coach', 'mentor')
			AND p.state NOT IN ('closing', 'closed') AND (+p.programme_id) = e.programme_id)
	AND NOT EXISTS (SELECT 1 FROM pairing p
		WHERE p.learner_id = e.person_id AND e.role IN ('coachee', 'mentee')
			AND p.state NOT IN ('closing', 'closed') AND (+p.programme_id) = e.programme_id)
GROUP BY r.programme_id
