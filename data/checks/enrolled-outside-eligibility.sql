-- check: enrolled-outside-eligibility
-- rule: R19
-- severity: warn
-- subject: enrolment
-- harm: 0
-- title: Somebody is enrolled who may not take part
-- says: {field:eligibility.field} must be {allowed}
-- why: A scheme may be focused or broad, but its limits are clear and kept. No pairing is accepted for them.
-- fix: correct what is recorded of the person, withdraw the enrolment, or change the limit
-- command: chiron enrolment set {subject_id} --state withdrawn
-- As outside-eligibility, before there is a pairing.
SELECT e.enrolment_id AS subject_id, NULL AS pairing_id, e.programme_id, h.name AS who, x.field,
	replace(x.allowed, '; ', ' / ') AS allowed
FROM programme r
JOIN eligibility x ON x.programme_id = r.programme_id
JOIN enrolment e ON e.programme_id = r.programme_id AND e.state IN ('applied', 'ready', 'not_ready')
	AND (x.side IS NULL OR x.side = iif(e.role IN ('coach', 'mentor'), 'guide', 'learner'))
JOIN person h ON h.person_id = e.person_id
WHERE r.state IN ('design', 'open', 'running') AND (
	instr('; ' || lower(x.allowed) || ';', '; ' || lower(CASE x.field
		WHEN 'department' THEN h.department
		WHEN 'organisation' THEN h.organisation
		WHEN 'location' THEN h.location
		WHEN 'grade' THEN CAST(h.grade AS TEXT)
	END) || ';') = 0
	OR EXISTS (SELECT 1 FROM person_term m WHERE m.person_id = h.person_id AND m.kind = x.field)
		AND NOT EXISTS (
			SELECT 1 FROM person_term m
			WHERE m.person_id = h.person_id AND m.kind = x.field
				AND instr('; ' || lower(x.allowed) || ';', '; ' || lower(m.term) || ';') > 0
		)
)
