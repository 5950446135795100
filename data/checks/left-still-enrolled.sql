-- check: left-still-enrolled
-- rule: R84
-- severity: warn
-- subject: person
-- occasion: time
-- harm: 22
-- title: Left, and still enrolled
-- says: {who} left on {left:date}, and is still enrolled
-- why: Who has left takes part no longer: what is enrolled and proposed of theirs ends with it.
-- fix: say that they leave: it withdraws their enrolments and open proposals; if they have not left, clear the day
-- command: chiron person leave {subject_id}
-- key: C
-- screen: person {subject_id}
-- With a live pairing it is somebody-left: the end of the last one withdraws them.
SELECT h.person_id AS subject_id, NULL AS pairing_id, min(e.programme_id) AS programme_id, h.name AS who,
	h.left_on AS left
FROM person h
CROSS JOIN enrolment e ON e.person_id = h.person_id AND e.state NOT IN ('completed', 'withdrawn')
JOIN programme r ON r.programme_id = e.programme_id AND r.state NOT IN ('closing', 'closed')
WHERE h.left_on <= :today
	AND NOT EXISTS (
		SELECT 1 FROM pairing p
		WHERE p.guide_id = h.person_id AND p.state IN ('contracting', 'active', 'paused')
	)
	AND NOT EXISTS (
		SELECT 1 FROM pairing p
		WHERE p.learner_id = h.person_id AND p.state IN ('contracting', 'active', 'paused')
	)
GROUP BY +h.person_id
