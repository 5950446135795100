-- check: capacity-unknown
-- rule: R13
-- severity: inform
-- subject: person
-- harm: 0
-- title: Places of mentor or coach unknown
-- says: how many pairings {who} has room for is not known, so nobody is warned when it is too many
-- why: What is not known is no violation; but only a number can protect a mentor or coach from being asked too much.
-- fix: ask, and record the number of places
-- command: chiron person set {subject_id} --capacity N
SELECT h.person_id AS subject_id, NULL AS pairing_id, e.programme_id, h.name AS who
FROM programme r
JOIN enrolment e ON e.programme_id = r.programme_id AND e.role IN ('coach', 'mentor') AND e.capacity IS NULL
	AND e.state IN ('applied', 'ready', 'paused')
JOIN person h ON h.person_id = e.person_id AND ifnull(h.left_on, '9999') > :today AND h.capacity IS NULL
WHERE r.state IN ('design', 'open', 'running')
