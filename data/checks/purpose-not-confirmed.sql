-- check: purpose-not-confirmed
-- rule: R29
-- severity: refuse
-- subject: pairing
-- gate: pairing.start
-- harm: 0
-- title: Not both know why they are paired
-- says: no yes is recorded of {missing}
-- why: Both should know why they are working together, and only they can say so.
-- fix: ask, and record each one's yes with how it was given
-- command: chiron pairing agree {pairing_id} --agreed-by both --how spoken
-- The newest answer of each counts. Where there is no agreement yet, agreement-missing says so.
SELECT pairing_id AS subject_id, pairing_id, programme_id, guide || ' / ' || learner AS who,
	CASE WHEN guide_said AND NOT learner_said THEN learner
		WHEN learner_said THEN guide
		ELSE guide || ', ' || learner END AS missing
FROM (
	SELECT p.pairing_id, p.programme_id, g.name AS guide, l.name AS learner,
		(
			SELECT w.value FROM answer w
			WHERE w.subject = 'spell' AND w.subject_id = p.spell_id AND w.question = 'knows_purpose'
				AND w.person_id = p.guide_id
			ORDER BY w.answered_on DESC, w.answer_id DESC LIMIT 1
		) IS 'yes' AS guide_said,
		(
			SELECT w.value FROM answer w
			WHERE w.subject = 'spell' AND w.subject_id = p.spell_id AND w.question = 'knows_purpose'
				AND w.person_id = p.learner_id
			ORDER BY w.answered_on DESC, w.answer_id DESC LIMIT 1
		) IS 'yes' AS learner_said
	FROM pairing p
	JOIN agreement a ON a.spell_id = p.spell_id
	JOIN person g ON g.person_id = p.guide_id
	JOIN person l ON l.person_id = p.learner_id
	WHERE p.state IN ('contracting', 'active', 'paused')
)
WHERE NOT (guide_said AND learner_said)
