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
SELECT w.programme_id AS subject_id, NULL AS pairing_id, w.programme_id, w.programme AS who, count(*) AS waiting,
	max(1, max(CAST(julianday(:today) - julianday(ifnull(w.applied_on, :today)) AS INTEGER))) AS days
FROM waiting w
WHERE w.state = 'applied'
GROUP BY w.programme_id
