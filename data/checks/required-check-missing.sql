-- check: required-check-missing
-- rule: R78
-- severity: refuse
-- subject: pairing
-- gate: pairing.start pairing.change
-- harm: 2
-- title: Required check missing or expired
-- says: {guide} has no {requirement} that is in date
-- why: The programme promises those who are guided that every mentor or coach has been checked.
-- fix: record the check with its day; where it ran out, the new one clears this
-- command: chiron credential add '{requirement}' --person {guide_id} --kind {kind}
--     --awarded-on 'the day on the certificate'
-- screen: credential {guide_id} {kind} {requirement}
-- A required training is recorded as training, which is what R8 asks for.
SELECT p.pairing_id AS subject_id, p.pairing_id, p.programme_id, g.name || ' / ' || l.name AS who, g.name AS guide,
	p.guide_id, q.name AS requirement, iif(lower(q.name) LIKE '%training%', 'training', 'check') AS kind
FROM pairing p
JOIN person g ON g.person_id = p.guide_id
JOIN person l ON l.person_id = p.learner_id
JOIN requirement q ON q.programme_id = p.programme_id
WHERE p.state IN ('contracting', 'active', 'paused') AND NOT EXISTS (
	SELECT 1 FROM requirement_held d
	WHERE d.requirement_id = q.requirement_id AND d.person_id = p.guide_id
		AND :today BETWEEN d.held_from AND d.held_until
)
