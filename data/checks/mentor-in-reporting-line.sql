-- check: mentor-in-reporting-line
-- rule: R2
-- severity: refuse
-- subject: pairing
-- gate: pairing.add pairing.change pairing.reopen proposal.accept
-- harm: 2
-- title: Mentor in the reporting line
-- says: {above} is above {below} in the reporting line
-- why: A mentor with line authority cannot be the safe, neutral ear that mentoring depends on. It is asked again
--     whenever a roster changes who manages whom (R3).
-- fix: choose another mentor, or record why this pairing is right
-- command: chiron pairing show {pairing_id}
-- screen: hand-over {pairing_id}
-- Where no manager is known, there is no line to go up, which would be made all the same.
-- UNION drops what was seen before, so that a loop of managers ends.
SELECT pairing_id AS subject_id, pairing_id, programme_id, who,
	CASE WHEN guide_above THEN guide ELSE learner END AS above,
	CASE WHEN guide_above THEN learner ELSE guide END AS below
FROM (
	SELECT p.pairing_id, p.programme_id, g.name || ' / ' || l.name AS who, g.name AS guide, l.name AS learner,
		g.manager_id AS guides_manager, l.manager_id AS learners_manager,
		EXISTS (
			WITH RECURSIVE line(person_id) AS (
				SELECT l.manager_id
				UNION
				SELECT m.manager_id FROM line JOIN person m ON m.person_id = line.person_id
			)
			SELECT 1 FROM line WHERE line.person_id = p.guide_id
		) AS guide_above,
		EXISTS (
			WITH RECURSIVE line(person_id) AS (
				SELECT g.manager_id
				UNION
				SELECT m.manager_id FROM line JOIN person m ON m.person_id = line.person_id
			)
			SELECT 1 FROM line WHERE line.person_id = p.learner_id
		) AS learner_above
	FROM pairing p
	JOIN person g ON g.person_id = p.guide_id
	JOIN person l ON l.person_id = p.learner_id
	WHERE p.kind = 'mentoring' AND p.state IN ('contracting', 'active', 'paused')
)
WHERE learners_manager IS NOT NULL AND guide_above OR guides_manager IS NOT NULL AND learner_above
