-- check: expertise-unknown
-- rule: R10
-- severity: refuse
-- subject: pairing
-- gate: pairing.add proposal.accept
-- harm: 0
-- title: Mentor's or coach's areas unknown
-- says: no area of expertise is recorded of {guide}
-- why: Only when each one's areas of expertise are known can a match be swift and appropriate.
-- fix: ask, and record what they offer, or choose another mentor or coach
-- command: chiron person set {guide_id} --offers 'what they know'
SELECT p.pairing_id AS subject_id, p.pairing_id, p.programme_id, g.name || ' / ' || l.name AS who, g.name AS guide,
	p.guide_id
FROM pairing p
JOIN person g ON g.person_id = p.guide_id
JOIN person l ON l.person_id = p.learner_id
LEFT JOIN enrolment e ON e.programme_id = p.programme_id AND e.person_id = p.guide_id
	AND e.role = CASE p.kind WHEN 'coaching' THEN 'coach' ELSE 'mentor' END
WHERE p.state IN ('contracting', 'active', 'paused') AND ifnull(e.offers, g.offers) IS NULL
