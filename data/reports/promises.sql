-- report: promises
-- title: Put off, given to somebody, accepted
-- about: What was snoozed until a day, given to somebody to see to, or accepted with a reason, and still is.
-- columns: check_name:text:Finding, guide:text:Mentor or coach, learner:text:Mentee or coachee,
--     programme:text:Programme, snoozed_until:date:Snoozed until, assigned_to:text:Given to,
--     acknowledged_until:date:Accepted until, reason:text:Because, made_on:date:Since
-- rules: R82
-- scan: it tells of every one
SELECT h.check_name, g.name AS guide, l.name AS learner, r.name AS programme, h.snoozed_until,
	coalesce(k.name, a.name) AS assigned_to, h.acknowledged_until, h.reason, h.made_on
FROM handling h
LEFT JOIN pairing p ON p.pairing_id = h.pairing_id
LEFT JOIN person g ON g.person_id = p.guide_id
LEFT JOIN person l ON l.person_id = p.learner_id
LEFT JOIN programme r ON r.programme_id = ifnull(p.programme_id, h.programme_id)
LEFT JOIN person a ON a.person_id = h.assigned_to
LEFT JOIN coordinator k ON k.coordinator_id = h.assigned_coordinator_id
WHERE (h.snoozed_until > :today OR h.acknowledged_until > :today OR h.assigned_to IS NOT NULL
		OR h.assigned_coordinator_id IS NOT NULL)
	AND (:programme IS NULL OR r.programme_id = :programme)
	AND (:cohort IS NULL OR p.pairing_id IS NULL
		OR p.pairing_id IN (SELECT pairing_id FROM in_cohort WHERE cohort_id = :cohort))
ORDER BY ifnull(h.snoozed_until, ifnull(h.acknowledged_until, h.made_on)), h.handling_id
