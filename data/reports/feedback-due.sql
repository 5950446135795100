-- report: feedback-due
-- title: Feedback and follow-ups to come
-- about: Who is to be asked what, and from when: feedback of pairings that are closing, and follow-ups half a year
--     after the end. Never what anybody answered.
-- columns: due_on:date:Due, form:feedback.form:Form, person:text:Of, other:text:About the pairing with,
--     programme:text:Programme, phone:person.phone:Phone, email:text:E-mail
SELECT f.due_on, f.form, h.name AS person, iif(f.side = 'guide', l.name, g.name) AS other, r.name AS programme,
	h.phone, h.email
FROM feedback f
JOIN person h ON h.person_id = f.person_id
JOIN pairing p ON p.pairing_id = f.pairing_id
JOIN person g ON g.person_id = p.guide_id
JOIN person l ON l.person_id = p.learner_id
JOIN programme r ON r.programme_id = p.programme_id
WHERE f.state = 'due' AND p.programme_id = ifnull(:programme, p.programme_id)
	AND (:cohort IS NULL OR p.pairing_id IN (SELECT pairing_id FROM in_cohort WHERE cohort_id = :cohort))
ORDER BY f.due_on, person
