-- check: guide-not-available
-- rule: R13
-- severity: refuse
-- subject: pairing
-- gate: pairing.add pairing.reopen proposal.accept
-- harm: 8
-- title: Not available as a mentor or coach
-- says: {guide} {left?has left|is not available now}
-- why: Coaches and mentors must be ready, willing and able if called upon.
-- fix: choose another mentor or coach, or ask this one again and correct what is recorded
-- command: chiron person set {guide_id} --availability available --confirmed-on today
-- key: e
-- screen: person {guide_id}
SELECT p.pairing_id AS subject_id, p.pairing_id, p.programme_id, g.name || ' / ' || l.name AS who, g.name AS guide,
	p.guide_id, ifnull(g.left_on <= :today, 0) AS left
FROM pairing p
JOIN person g ON g.person_id = p.guide_id
JOIN person l ON l.person_id = p.learner_id
LEFT JOIN enrolment e ON e.programme_id = p.programme_id AND e.person_id = p.guide_id
	AND e.role = CASE p.kind WHEN 'coaching' THEN 'coach' ELSE 'mentor' END
WHERE p.state = 'contracting'
	AND (g.availability IN ('not_now', 'away') OR g.left_on <= :today
		OR ifnull(e.state, '') IN ('not_ready', 'paused', 'withdrawn'))
