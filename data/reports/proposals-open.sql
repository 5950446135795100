-- report: proposals-open
-- title: Proposals that wait
-- about: Pairs that are proposed and not yet accepted or declined, what stands for them, and until when they hold a
--     place.
-- columns: programme:text:Programme, guide:text:Mentor or coach, learner:text:Mentee or coachee,
--     state:proposal.state:State, proposed_on:date:Proposed on, expires_on:date:Holds until
SELECT r.name AS programme, g.name AS guide, l.name AS learner, o.state, o.proposed_on, o.expires_on
FROM proposal o
JOIN programme r ON r.programme_id = o.programme_id
JOIN person g ON g.person_id = o.guide_id
JOIN person l ON l.person_id = o.learner_id
WHERE o.state IN ('drafted', 'approved') AND o.programme_id = ifnull(:programme, o.programme_id)
	AND (:cohort IS NULL OR EXISTS (
		SELECT 1 FROM enrolment k
		WHERE k.programme_id = o.programme_id AND k.person_id = o.learner_id AND k.cohort_id = :cohort
	))
ORDER BY programme, learner, guide
