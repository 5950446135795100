-- check: proposed-mentor-in-reporting-line
-- rule: R2
-- severity: refuse
-- subject: proposal
-- gate: proposal.make
-- harm: 0
-- title: Proposed in the reporting line
-- says: {above} is above {below} in the reporting line
-- why: A mentor with line authority cannot be the safe, neutral ear that mentoring depends on.
-- fix: propose another mentor, or record why this pair is right
-- command: chiron proposal decline {subject_id} --by coordinator --reason conflict_of_interest
-- UNION drops what was seen before, so that a loop of managers ends.
SELECT proposal_id AS subject_id, NULL AS pairing_id, programme_id, who,
	CASE WHEN guide_above THEN guide ELSE learner END AS above,
	CASE WHEN guide_above THEN learner ELSE guide END AS below
FROM (
	SELECT o.proposal_id, o.programme_id, g.name || ' / ' || l.name AS who, g.name AS guide, l.name AS learner,
		EXISTS (
			WITH RECURSIVE line(person_id) AS (
				SELECT l.manager_id
				UNION
				SELECT m.manager_id FROM line JOIN person m ON m.person_id = line.person_id
			)
			SELECT 1 FROM line WHERE line.person_id = o.guide_id
		) AS guide_above,
		EXISTS (
			WITH RECURSIVE line(person_id) AS (
				SELECT g.manager_id
				UNION
				SELECT m.manager_id FROM line JOIN person m ON m.person_id = line.person_id
			)
			SELECT 1 FROM line WHERE line.person_id = o.learner_id
		) AS learner_above
	FROM proposal o
	JOIN programme r ON r.programme_id = o.programme_id
	JOIN person g ON g.person_id = o.guide_id
	JOIN person l ON l.person_id = o.learner_id
	WHERE r.kind = 'mentoring' AND o.state IN ('drafted', 'approved')
)
WHERE guide_above OR learner_above
