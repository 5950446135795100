-- report: call-list
-- title: Call list
-- about: Who is reached best by telephone or has no e-mail, with the number to call, and what there is to talk about:
--     the other one of each live pairing, the last session, the day the next is due, and the day a contact of the
--     coordinator's is. Those waiting are there too.
-- columns: name:text:Name, phone:person.phone:Phone, preference:person.contact_preference:Reached best by,
--     programme:text:Programme, other:text:With, last_session_on:date:Last session, next_due_on:date:Next due,
--     contact_due_on:date:Contact due
-- rules: R81
SELECT h.name, h.phone, h.contact_preference AS preference, r.name AS programme,
	iif(p.guide_id = h.person_id, l.name, g.name) AS other, p.last_session_on, p.next_due_on,
	(
		SELECT n.due_on FROM contact_next n WHERE n.pairing_id = p.pairing_id AND n.person_id = h.person_id
	) AS contact_due_on
FROM person h
JOIN enrolment e ON e.person_id = h.person_id AND e.state IN ('applied', 'ready', 'paused')
JOIN programme r ON r.programme_id = e.programme_id AND r.state IN ('design', 'open', 'running')
LEFT JOIN pairing p ON (+p.programme_id) = e.programme_id AND p.state IN ('contracting', 'active', 'paused')
	AND ((p.guide_id = e.person_id AND e.role IN ('coach', 'mentor'))
		OR (p.learner_id = e.person_id AND e.role IN ('coachee', 'mentee')))
LEFT JOIN person g ON g.person_id = p.guide_id
LEFT JOIN person l ON l.person_id = p.learner_id
WHERE ifnull(h.left_on, '9999') > :today AND (h.email IS NULL OR ifnull(h.contact_preference, '') = 'phone')
	AND (:programme IS NULL OR r.programme_id = :programme)
	AND (:cohort IS NULL OR e.cohort_id = :cohort
		OR p.pairing_id IN (SELECT pairing_id FROM in_cohort WHERE cohort_id = :cohort))
ORDER BY h.sort_name, r.name, other
