-- Whose an object is: the two of the pairing it belongs to.

-- name: sides_of_pairing
SELECT guide_id, learner_id FROM pairing WHERE pairing_id = :id;

-- name: sides_of_spell
SELECT p.guide_id AS guide_id, p.learner_id AS learner_id FROM spell s JOIN pairing p ON p.pairing_id = s.pairing_id
WHERE s.spell_id = :id;

-- name: sides_of_session
SELECT p.guide_id AS guide_id, p.learner_id AS learner_id FROM session s JOIN pairing p ON p.pairing_id = s.pairing_id
WHERE s.session_id = :id;

-- name: sides_of_action
SELECT p.guide_id AS guide_id, p.learner_id AS learner_id FROM action a JOIN pairing p ON p.pairing_id = a.pairing_id
WHERE a.action_id = :id;

-- name: sides_of_goal
SELECT p.guide_id AS guide_id, p.learner_id AS learner_id FROM goal g JOIN pairing p ON p.pairing_id = g.pairing_id
WHERE g.goal_id = :id;

-- name: sides_of_person
-- A person is their own; a partner of theirs counts as the other side.
SELECT :id AS guide_id, :id AS learner_id WHERE :id = :me
UNION ALL
SELECT guide_id, learner_id FROM pairing WHERE guide_id = :id AND learner_id = :me
UNION ALL
SELECT guide_id, learner_id FROM pairing WHERE learner_id = :id AND guide_id = :me
LIMIT 1;

-- name: sides_of_proposal
-- The two, from its approval on; and each member of the committee who need not stand aside (R17), being in the line of
-- either, above or below. As OWN_PROPOSALS of the list has it.
WITH RECURSIVE
	above(person_id) AS (
		SELECT :me
		UNION
		SELECT p.manager_id FROM above JOIN person p ON p.person_id = above.person_id
		WHERE p.manager_id IS NOT NULL
	),
	below(person_id) AS (
		SELECT :me
		UNION
		SELECT p.person_id FROM below JOIN person p ON p.manager_id = below.person_id
	)
SELECT guide_id, learner_id FROM proposal
WHERE proposal_id = :id AND state NOT IN ('drafted', 'superseded') AND :me IN (guide_id, learner_id)
UNION ALL
SELECT :me, :me
FROM proposal o JOIN committee_member m ON m.programme_id = o.programme_id AND m.person_id = :me
WHERE o.proposal_id = :id
	AND o.guide_id NOT IN (SELECT person_id FROM above UNION SELECT person_id FROM below)
	AND o.learner_id NOT IN (SELECT person_id FROM above UNION SELECT person_id FROM below)
LIMIT 1;

-- name: sides_of_enrolment
SELECT person_id AS guide_id, person_id AS learner_id FROM enrolment WHERE enrolment_id = :id;

-- name: sides_of_feedback
-- Its own side's alone (R79).
SELECT person_id AS guide_id, person_id AS learner_id FROM feedback WHERE feedback_id = :id;

-- name: sides_of_referral
SELECT p.guide_id AS guide_id, p.learner_id AS learner_id FROM referral r JOIN pairing p ON p.pairing_id = r.pairing_id
WHERE r.referral_id = :id;

-- name: sides_of_release
-- R61: what coaching let out to the manager is not its mentor's, once it is mentoring.
SELECT iif(r.kind = 'to_manager' AND p.kind = 'mentoring', NULL, p.guide_id) AS guide_id, p.learner_id AS learner_id
FROM release r JOIN pairing p ON p.pairing_id = r.pairing_id
WHERE r.release_id = :id;

-- name: sides_of_introduction
SELECT p.guide_id AS guide_id, p.learner_id AS learner_id
FROM introduction r JOIN pairing p ON p.pairing_id = r.pairing_id
WHERE r.introduction_id = :id;

-- name: sides_of_assessment
SELECT p.guide_id AS guide_id, p.learner_id AS learner_id
FROM assessment r JOIN pairing p ON p.pairing_id = r.pairing_id
WHERE r.assessment_id = :id;

-- name: sides_of_manager_feedback
-- R61, likewise.
SELECT iif(p.kind = 'mentoring', NULL, p.guide_id) AS guide_id, p.learner_id AS learner_id
FROM manager_feedback r JOIN pairing p ON p.pairing_id = r.pairing_id
WHERE r.manager_feedback_id = :id;

-- name: sides_of_answer
SELECT person_id AS guide_id, person_id AS learner_id FROM answer WHERE answer_id = :id;
