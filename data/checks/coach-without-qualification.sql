-- check: coach-without-qualification
-- rule: R8
-- severity: warn
-- subject: pairing
-- occasion: pairing start
-- harm: 0
-- title: Coach: no qualification in date
-- says: {guide} {lacks}
-- why: An external coach is a professional; what they are qualified in is worth knowing. Of whom it is not known where
--     they come from, what has run out is told.
-- fix: ask, and record the qualification with the body that awarded it
-- command: chiron credential add 'Coaching qualification' --person {guide_id} --kind qualification
SELECT p.pairing_id AS subject_id, p.pairing_id, p.programme_id, g.name || ' / ' || l.name AS who, g.name AS guide,
	p.guide_id, iif(g.origin IS NULL, 'has no qualification or training any more that is in date',
		'comes from outside, and no qualification or training is recorded') AS lacks
FROM pairing p
JOIN person g ON g.person_id = p.guide_id
JOIN person l ON l.person_id = p.learner_id
WHERE p.kind = 'coaching' AND p.state IN ('contracting', 'active', 'paused')
	AND (g.origin = 'external' OR g.origin IS NULL AND EXISTS (
		SELECT 1 FROM credential c
		WHERE c.person_id = p.guide_id AND c.kind IN ('training', 'qualification') AND c.expires_on < :today
	))
	AND NOT EXISTS (
		SELECT 1 FROM credential c
		WHERE c.person_id = p.guide_id AND c.kind IN ('training', 'qualification')
			AND ifnull(c.expires_on, :today) >= :today AND ifnull(c.awarded_on, '') <= :today
	)
