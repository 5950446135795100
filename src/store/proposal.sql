-- The matching committee, approvals, and what is said of two people before they are matched.

-- name: committee_count
-- The members of a programme's committee; whether one person is one.
SELECT count(*) AS found FROM committee_member
WHERE programme_id = :programme_id AND (:person_id IS NULL OR person_id = :person_id);

-- name: approval_count
SELECT count(*) AS found FROM approval
WHERE proposal_id = :proposal_id AND (:person_id IS NULL OR person_id = :person_id);

-- name: approval_stands_aside
-- Whether a person is one of the two, or above or below either of them. UNION drops what was seen before.
WITH RECURSIVE
	two(person_id) AS (
		SELECT guide_id FROM proposal WHERE proposal_id = :proposal_id
		UNION
		SELECT learner_id FROM proposal WHERE proposal_id = :proposal_id
	),
	over_two(person_id) AS (
		SELECT person_id FROM two
		UNION
		SELECT p.manager_id FROM over_two JOIN person p ON p.person_id = over_two.person_id
	),
	over_me(person_id) AS (
		SELECT :person_id
		UNION
		SELECT p.manager_id FROM over_me JOIN person p ON p.person_id = over_me.person_id
	)
SELECT 1 AS found
WHERE :person_id IN (SELECT person_id FROM over_two)
	OR EXISTS (SELECT 1 FROM two WHERE two.person_id IN (SELECT person_id FROM over_me));

-- name: approvals_of_proposal
-- Each member of the committee, and who approved it before they left that: when, at which meeting, or standing aside.
WITH RECURSIVE
	asked(person_id) AS (
		SELECT m.person_id
		FROM proposal o JOIN committee_member m ON m.programme_id = o.programme_id
		WHERE o.proposal_id = :proposal_id
		UNION
		SELECT person_id FROM approval WHERE proposal_id = :proposal_id AND person_id IS NOT NULL
	),
	two(person_id) AS (
		SELECT guide_id FROM proposal WHERE proposal_id = :proposal_id
		UNION
		SELECT learner_id FROM proposal WHERE proposal_id = :proposal_id
	),
	over_two(person_id) AS (
		SELECT person_id FROM two
		UNION
		SELECT p.manager_id FROM over_two JOIN person p ON p.person_id = over_two.person_id
		WHERE p.manager_id IS NOT NULL
	),
	over_asked(member_id, person_id) AS (
		SELECT person_id, person_id FROM asked
		UNION
		SELECT x.member_id, p.manager_id FROM over_asked x JOIN person p ON p.person_id = x.person_id
		WHERE p.manager_id IS NOT NULL
	)
SELECT p.name, a.approved_on, a.meeting_on,
	asked.person_id IN (SELECT person_id FROM over_two) OR EXISTS (
		SELECT 1 FROM over_asked x
		WHERE x.member_id = asked.person_id AND x.person_id IN (SELECT person_id FROM two)
	) AS aside
FROM asked
	LEFT JOIN person p ON p.person_id = asked.person_id
	LEFT JOIN approval a ON a.proposal_id = :proposal_id AND a.person_id = asked.person_id
ORDER BY a.approved_on IS NULL, aside, p.sort_name, asked.person_id;

-- name: proposal_declined
-- The last time that these two were declined, in whatever programme.
SELECT declined_by, decline_reason, decided_on FROM proposal
WHERE guide_id = :guide_id AND (+learner_id) = :learner_id AND state = 'declined'
ORDER BY ifnull(decided_on, '') DESC, proposal_id DESC LIMIT 1;

-- name: open_proposals_of_part
-- Those of one person on one side of a programme.
SELECT proposal_id AS id FROM proposal
WHERE guide_id = :guide_id AND state IN ('drafted', 'approved') AND (+programme_id) = :programme_id
UNION ALL
SELECT proposal_id FROM proposal
WHERE learner_id = :learner_id AND state IN ('drafted', 'approved') AND (+programme_id) = :programme_id;

-- name: pair_rule_same
-- What is said of the same two already, in the programme or everywhere.
SELECT pair_rule_id, kind FROM pair_rule
WHERE guide_id = :guide_id AND learner_id = :learner_id
	AND (programme_id = :programme_id OR programme_id IS NULL OR :programme_id IS NULL)
UNION ALL
SELECT pair_rule_id, kind FROM pair_rule
WHERE guide_id = :learner_id AND learner_id = :guide_id AND programme_id IS NULL;

-- name: pair_rule_other_pin
SELECT guide_id FROM pair_rule
WHERE programme_id = :programme_id AND kind = 'pin' AND learner_id = :learner_id AND guide_id <> :guide_id;

-- name: wish_last
SELECT ifnull(max(place), 0) AS place,
	ifnull(sum(wished_id = :wished_id AND asked_by IS :asked_by), 0) AS same
FROM wish WHERE programme_id = :programme_id AND person_id = :person_id;

-- name: wish_enrolled
-- The roles of the two in the programme.
SELECT
	(SELECT count(*) FROM enrolment WHERE programme_id = :programme_id AND person_id = :person_id) AS person,
	(SELECT count(*) FROM enrolment WHERE programme_id = :programme_id AND person_id = :wished_id) AS wished,
	(
		SELECT count(*) FROM enrolment
		WHERE programme_id = :programme_id AND person_id = :person_id AND role IN ('mentee', 'coachee')
	) AS learner;
