-- check: learner-paired-again
-- rule: R19
-- severity: warn
-- subject: pairing
-- occasion: pairing
-- harm: 9
-- title: Two mentors or coaches at once
-- says: {learner} has another live pairing in this programme, {other}, with {with}
-- why: Whoever is paired waits no longer: a second mentor or coach is a place that somebody else waits for, and each of
--     the two believes to be the only one.
-- fix: close the pairing that is not meant, or hand it over
-- command: chiron pairing show {other}
-- key: C
-- screen: pairing {pairing_id} agreed
-- The later of the two is the finding. A plus keeps SQLite from going by that column's index.
SELECT p.pairing_id AS subject_id, p.pairing_id, p.programme_id, g.name || ' / ' || l.name AS who, l.name AS learner,
	min(o.pairing_id) AS other, w.name AS "with"
FROM pairing p
JOIN person g ON g.person_id = p.guide_id
JOIN person l ON l.person_id = p.learner_id
JOIN pairing o ON o.learner_id = p.learner_id AND o.state IN ('contracting', 'active', 'paused')
	AND +o.programme_id = p.programme_id AND o.guide_id <> p.guide_id AND o.spell_id < p.spell_id
JOIN person w ON w.person_id = o.guide_id
WHERE p.state IN ('contracting', 'active', 'paused')
GROUP BY p.pairing_id
