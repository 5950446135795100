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

-- name: sides_of_enrolment
SELECT person_id AS guide_id, person_id AS learner_id FROM enrolment WHERE enrolment_id = :id;

-- name: sides_of_feedback
-- Its own side's alone (R79).
SELECT person_id AS guide_id, person_id AS learner_id FROM feedback WHERE feedback_id = :id;

-- name: sides_of_answer
SELECT person_id AS guide_id, person_id AS learner_id FROM answer WHERE answer_id = :id;
