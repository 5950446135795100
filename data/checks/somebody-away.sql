-- check: somebody-away
-- rule: R13
-- severity: warn
-- subject: pairing
-- occasion: time
-- harm: 20
-- title: One of the two is away
-- says: {gone} is away, {known?and means to be back|nobody knows until when}
-- why: While one of the two is away the other waits, and what is due is not met. Somebody has to say whether they pause
--     or go on with another mentor or coach.
-- fix: pause the pairing until they are back, or hand it over; who is back is available again
-- command: chiron pairing pause {pairing_id}
-- screen: hand-over {pairing_id}
-- Who is back within a fortnight is not waited for long.
SELECT p.pairing_id AS subject_id, p.pairing_id, p.programme_id, g.name || ' / ' || l.name AS who, h.name AS gone,
	h.back_on IS NOT NULL AS known
FROM pairing p
JOIN person g ON g.person_id = p.guide_id
JOIN person l ON l.person_id = p.learner_id
JOIN person h ON h.person_id = iif(g.availability = 'away', p.guide_id, p.learner_id)
WHERE p.state IN ('contracting', 'active') AND h.availability = 'away'
	AND ifnull(julianday(h.back_on) - julianday(:today), 15) > 14
