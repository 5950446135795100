-- check: guide-without-training
-- rule: R8
-- severity: refuse
-- subject: pairing
-- gate: pairing.add pairing.change pairing.reopen proposal.accept
-- occasion: start
-- harm: 10
-- title: Internal coach without training
-- says: {guide} coaches within the organisation, and no coaching training in date is recorded
-- why: A coach is an external professional, or somebody of the organisation who has received coaching training.
-- fix: record the training with its day, or choose another coach
-- command: chiron credential add '{training}' --person {guide_id} --kind training
--     --awarded-on 'the day on the certificate'
-- screen: credential {guide_id} training {training}
-- yields: required-check-missing
-- Where the programme requires a training (R78), it is that one which clears both.
-- Of whom it is not known where they come from nothing is said here: see coach-origin-unknown.
SELECT p.pairing_id AS subject_id, p.pairing_id, p.programme_id, g.name || ' / ' || l.name AS who, g.name AS guide,
	p.guide_id, ifnull((
		SELECT q.name FROM requirement q
		WHERE q.programme_id = p.programme_id AND lower(q.name) LIKE '%training%'
		ORDER BY q.requirement_id LIMIT 1
	), 'Coaching training') AS training
FROM pairing p
JOIN person g ON g.person_id = p.guide_id
JOIN person l ON l.person_id = p.learner_id
WHERE p.kind = 'coaching' AND p.state IN ('contracting', 'active', 'paused') AND g.origin = 'internal'
	AND NOT EXISTS (
		SELECT 1 FROM credential c
		WHERE c.person_id = p.guide_id AND c.kind = 'training' AND ifnull(c.expires_on, :today) >= :today
			AND ifnull(c.awarded_on, '') <= :today
	)
