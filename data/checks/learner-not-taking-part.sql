-- check: learner-not-taking-part
-- rule: R15
-- severity: refuse
-- subject: pairing
-- gate: pairing.add proposal.accept
-- harm: 0
-- title: Mentee or coachee takes no part
-- says: {learner} {how} in this programme
-- why: Who was found not ready, stands aside for a while or has withdrawn waits for nobody.
-- fix: ask whether that has changed, and say so first
-- command: chiron enrolment set {enrolment_id} --state {again}
SELECT p.pairing_id AS subject_id, p.pairing_id, p.programme_id, g.name || ' / ' || l.name AS who, l.name AS learner,
	e.enrolment_id,
	CASE e.state WHEN 'not_ready' THEN 'was found not ready' WHEN 'paused' THEN 'is paused' ELSE 'has withdrawn' END
		AS how,
	iif(e.state = 'withdrawn', 'applied', 'ready') AS again
FROM pairing p
JOIN person g ON g.person_id = p.guide_id
JOIN person l ON l.person_id = p.learner_id
JOIN enrolment e ON e.programme_id = p.programme_id AND e.person_id = p.learner_id
	AND e.role = CASE p.kind WHEN 'coaching' THEN 'coachee' ELSE 'mentee' END
	AND e.state IN ('not_ready', 'paused', 'withdrawn')
-- What was so before they left is entered as it was.
WHERE p.state = 'contracting' AND NOT (e.state = 'withdrawn' AND p.made_on < ifnull(l.left_on, ''))
