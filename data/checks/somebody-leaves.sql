-- check: somebody-leaves
-- rule: R84
-- severity: inform
-- subject: pairing
-- occasion: pairing
-- harm: 0
-- title: One of the two is known to leave
-- says: {gone} leaves on {leaves:date}
-- why: When one of the two leaves, the other must not be left waiting: there is time to find somebody now.
-- fix: look for somebody else for whoever stays; `chiron pairing hand-over` goes on with another mentor or coach
-- command: chiron match {programme_id}
-- From that day on it is somebody-left.
SELECT p.pairing_id AS subject_id, p.pairing_id, p.programme_id, g.name || ' / ' || l.name AS who, h.name AS gone,
	h.left_on AS leaves
FROM pairing p
JOIN person g ON g.person_id = p.guide_id
JOIN person l ON l.person_id = p.learner_id
JOIN person h ON h.person_id IN (p.guide_id, p.learner_id) AND h.left_on > :today
WHERE p.state IN ('contracting', 'active', 'paused')
