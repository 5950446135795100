-- check: enrolled-outside-eligibility
-- rule: R19
-- severity: warn
-- subject: enrolment
-- occasion: enrolment
-- harm: 0
-- title: Enrolled, but may not take part
-- says: {field:eligibility.field} must be {allowed}
-- why: A scheme may be focused or broad, but its limits are clear and kept. No pairing is accepted for them.
-- fix: correct what is recorded of the person, withdraw the enrolment, or change the limit
-- command: chiron enrolment set {subject_id} --state withdrawn
SELECT e.enrolment_id AS subject_id, NULL AS pairing_id, e.programme_id, h.name AS who, x.field,
	replace(x.allowed, '; ', ' / ') AS allowed
FROM programme r
JOIN enrolment e ON e.programme_id = r.programme_id AND e.state IN ('applied', 'ready', 'not_ready')
JOIN person h ON h.person_id = e.person_id AND ifnull(h.left_on, '9999') > :today
JOIN eligibility_missed x ON x.programme_id = r.programme_id AND x.person_id = h.person_id
	AND (x.side IS NULL OR x.side = iif(e.role IN ('coach', 'mentor'), 'guide', 'learner'))
WHERE r.state IN ('design', 'open', 'running')
