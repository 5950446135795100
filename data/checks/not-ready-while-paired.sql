-- check: not-ready-while-paired
-- rule: R15
-- severity: warn
-- subject: enrolment
-- occasion: enrolment
-- harm: 23
-- title: Not ready, and paired
-- says: {who} is not ready, and is in a live pairing with {with}, which goes on
-- why: Who is not ready counts among nobody who takes part, and nothing is proposed for them; but the other one goes on
--     waiting for the next session.
-- fix: ask both: pause or close the pairing, or say that they are ready
-- command: chiron pairing show {pairing_id}
-- key: C
-- screen: pairing {pairing_id} agreed
-- A plus keeps SQLite from going by that column's index: a programme may have thousands where a person has few.
SELECT e.enrolment_id AS subject_id, p.pairing_id, e.programme_id, h.name AS who, w.name AS "with"
FROM enrolment e
JOIN person h ON h.person_id = e.person_id
JOIN pairing p ON p.learner_id = e.person_id AND (+p.programme_id) = e.programme_id
	AND p.state IN ('contracting', 'active')
JOIN person w ON w.person_id = p.guide_id
WHERE e.state = 'not_ready' AND e.role IN ('coachee', 'mentee')
UNION ALL
SELECT e.enrolment_id, p.pairing_id, e.programme_id, h.name, w.name
FROM enrolment e
JOIN person h ON h.person_id = e.person_id
JOIN pairing p ON p.guide_id = e.person_id AND (+p.programme_id) = e.programme_id
	AND p.state IN ('contracting', 'active')
JOIN person w ON w.person_id = p.learner_id
WHERE e.state = 'not_ready' AND e.role IN ('coach', 'mentor')
