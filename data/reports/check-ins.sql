-- report: check-ins
-- title: Check-ins
-- about: The coordinator's contacts with each side of the live pairings, in the period, those longest without one
--     first, and the day the next is due with each: as the programme sets, or two in the first month, then one a month.
-- columns: programme:text:Programme, guide:text:Mentor or coach, learner:text:Mentee or coachee,
--     with_guide:number:With mentor or coach, with_learner:number:With mentee or coachee, last_on:date:Last,
--     days_since:number:Days since, guide_due_on:date:Mentor or coach due, learner_due_on:date:Mentee or coachee due
-- rules: R36
SELECT r.name AS programme, g.name AS guide, l.name AS learner,
	count(iif(c.side = 'guide', 1, NULL)) AS with_guide,
	count(iif(c.side = 'learner', 1, NULL)) AS with_learner,
	max(c.checkin_on) AS last_on,
	CAST(julianday(:today) - julianday(max(c.checkin_on)) AS INTEGER) AS days_since,
	(SELECT n.due_on FROM contact_next n WHERE n.pairing_id = p.pairing_id AND n.side = 'guide') AS guide_due_on,
	(SELECT n.due_on FROM contact_next n WHERE n.pairing_id = p.pairing_id AND n.side = 'learner') AS learner_due_on
FROM pairing p
JOIN programme r ON r.programme_id = p.programme_id
JOIN person g ON g.person_id = p.guide_id
JOIN person l ON l.person_id = p.learner_id
LEFT JOIN checkin c ON c.pairing_id = p.pairing_id
	AND c.checkin_on BETWEEN ifnull(:from, '') AND ifnull(:to, :today)
WHERE p.state IN ('contracting', 'active', 'paused') AND (:programme IS NULL OR p.programme_id = :programme)
	AND (:cohort IS NULL OR p.pairing_id IN (SELECT pairing_id FROM in_cohort WHERE cohort_id = :cohort))
GROUP BY p.pairing_id
ORDER BY last_on IS NOT NULL, last_on, p.pairing_id
