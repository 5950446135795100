-- check: coach-origin-unknown
-- rule: R8
-- severity: inform
-- subject: person
-- harm: 0
-- title: Coach internal or external?
-- says: whether {who} is of the organisation or from outside is not known
-- why: An internal coach needs training, an external one a qualification. What is not known is no violation.
-- fix: say which
-- command: chiron person set {subject_id} --origin internal
SELECT h.person_id AS subject_id, NULL AS pairing_id, e.programme_id, h.name AS who
FROM programme r
JOIN enrolment e ON e.programme_id = r.programme_id AND e.role = 'coach' AND e.state IN ('applied', 'ready', 'paused')
JOIN person h ON h.person_id = e.person_id AND ifnull(h.left_on, '9999') > :today AND h.origin IS NULL
WHERE r.kind = 'coaching' AND r.state IN ('design', 'open', 'running')
