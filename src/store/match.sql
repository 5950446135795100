-- Who is there to be matched. Live pairings are those that take a place: contracting, active, paused. An open
-- proposal is drafted or approved and not past its day.

-- name: match_learners
-- Waiting: enrolled, not in a pairing of the programme (one that is closing is one still), and not proposed and
-- approved already. The order is that of names, so that it does not tell who came first.
SELECT p.person_id AS person_id
FROM enrolment e JOIN person p ON p.person_id = e.person_id
WHERE e.programme_id = :programme_id AND e.role = :role AND e.state IN ('applied', 'ready') AND p.left_on IS NULL
	AND NOT EXISTS (
		SELECT 1 FROM pairing l
		WHERE l.learner_id = e.person_id AND l.state IN ('contracting', 'active', 'paused', 'closing')
			AND l.programme_id = e.programme_id
	) AND NOT EXISTS (
		SELECT 1 FROM proposal o
		WHERE o.learner_id = e.person_id AND o.state = 'approved' AND o.programme_id = e.programme_id
			AND ifnull(o.expires_on, :today) >= :today
	)
ORDER BY p.sort_name, ifnull(p.email_key, ''), p.person_id;

-- name: match_guides
SELECT p.person_id AS person_id
FROM enrolment e JOIN person p ON p.person_id = e.person_id
WHERE e.programme_id = :programme_id AND e.role = :role AND e.state IN ('applied', 'ready') AND p.left_on IS NULL
ORDER BY p.sort_name, ifnull(p.email_key, ''), p.person_id;

-- name: match_person
-- What counts of a person in a programme: of the enrolment where it says something, else of the person.
SELECT p.name AS name, ifnull(e.offers, p.offers) AS offers, ifnull(e.seeks, p.seeks) AS seeks,
	p.languages AS languages, p.capacity AS capacity, e.capacity AS places_here
FROM person p LEFT JOIN enrolment e
	ON e.programme_id = :programme_id AND e.person_id = p.person_id AND e.role = :role
WHERE p.person_id = :person_id;

-- name: match_places_taken
-- Of a guide: over all programmes and kinds, and in this programme. :drafts 0 leaves out this programme's drafts,
-- which proposing anew supersedes.
SELECT count(*) AS in_all, ifnull(sum(programme_id = :programme_id), 0) AS here
FROM (
	SELECT programme_id FROM pairing WHERE guide_id = :guide_id AND state IN ('contracting', 'active', 'paused')
	UNION ALL
	SELECT programme_id FROM proposal
	WHERE guide_id = :guide_id AND state IN ('drafted', 'approved') AND ifnull(expires_on, :today) >= :today
		AND (:drafts OR state <> 'drafted' OR programme_id <> :programme_id)
);

-- name: match_paired
-- Whom the learner is or was paired with, in whichever role and programme: to begin again is a decision of their own.
SELECT guide_id AS other_id FROM pairing WHERE learner_id = :learner_id
UNION
SELECT learner_id FROM pairing WHERE guide_id = :learner_id;

-- name: match_declined
-- Guides whom this programme proposed to the learner, and one of them declined.
SELECT DISTINCT guide_id AS other_id FROM proposal
WHERE learner_id = :learner_id AND state = 'declined' AND programme_id = :programme_id;

-- name: match_managers
-- scan: the reporting line goes through everybody
SELECT person_id, manager_id FROM person ORDER BY person_id;

-- name: match_to_settle
-- Proposals of the programme that proposing anew puts an end to: drafts, and open ones past their day.
SELECT proposal_id FROM proposal
WHERE programme_id = :programme_id
	AND (state = 'drafted' OR (state = 'approved' AND ifnull(expires_on, :today) < :today))
ORDER BY proposal_id;
