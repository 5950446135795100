-- check: waiting-for-readiness
-- rule: R15
-- severity: inform
-- subject: enrolment
-- harm: 0
-- title: Applied, and not yet found ready
-- says: applied {days} {days?day|days} ago as {role:enrolment.role}{missing}
-- why: Somebody is a realistic prospect who knows what they want and can commit the time.
-- fix: ask whether they know what they want and can give the time, and mark them ready or not; many can be marked at
--     once
-- command: chiron enrolment set {subject_id} --state ready
-- The newest answer to each question counts, whoever recorded it.
SELECT e.enrolment_id AS subject_id, NULL AS pairing_id, e.programme_id, e.name AS who, e.role,
	iif(e.role IN ('coach', 'mentor'), '', iif((
		SELECT w.value FROM answer w
		WHERE w.subject = 'enrolment' AND w.subject_id = e.enrolment_id
			AND w.question = 'ready_aim' AND w.person_id = e.person_id
		ORDER BY w.answered_on DESC, w.answer_id DESC LIMIT 1
	) IS 'yes', '', '; not known: what they want')
	|| iif((
		SELECT w.value FROM answer w
		WHERE w.subject = 'enrolment' AND w.subject_id = e.enrolment_id
			AND w.question = 'ready_time' AND w.person_id = e.person_id
		ORDER BY w.answered_on DESC, w.answer_id DESC LIMIT 1
	) IS 'yes', '', '; not known: whether they can give the time')) AS missing,
	CAST(julianday(:today) - julianday(ifnull(e.applied_on, :today)) AS INTEGER) AS days
FROM waiting e
WHERE e.state = 'applied'
ORDER BY days DESC
