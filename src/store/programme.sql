-- name: programme_by_name
-- scan: programmes are few
-- Another one of that name: as people find it, in whichever case.
SELECT programme_id FROM programme WHERE folded(name) = folded(:name) AND programme_id <> :programme_id LIMIT 1;

-- name: live_pairings_of_programme
SELECT count(*) AS live FROM pairing
WHERE programme_id = :programme_id AND state IN ('contracting', 'active', 'paused', 'closing');

-- name: enrolment_of
SELECT enrolment_id FROM enrolment WHERE programme_id = :programme_id AND person_id = :person_id AND role = :role;

-- name: people_to_enrol
-- scan: enrolling everybody looks at everybody
-- Roles are a list of codes joined by "; ": one is in it when it stands between separators.
SELECT person_id FROM person p
WHERE left_on IS NULL AND instr('; ' || roles || ';', '; ' || :role || ';') > 0
	AND NOT EXISTS (SELECT 1 FROM enrolment e
		WHERE e.programme_id = :programme_id AND e.person_id = p.person_id AND e.role = :role)
ORDER BY person_id;

-- name: enrolments_in_state
SELECT enrolment_id FROM enrolment WHERE programme_id = :programme_id AND state = :state ORDER BY enrolment_id;

-- name: users_of_cohort
SELECT count(*) AS users FROM enrolment WHERE cohort_id = :id;

-- name: users_of_objective
SELECT count(*) AS users FROM agreement WHERE objective_id = :id;

-- name: cohort_named
SELECT cohort_id AS id FROM cohort WHERE programme_id = :programme_id AND lower(name) = lower(:name);

-- name: objective_named
SELECT objective_id AS id FROM objective WHERE programme_id = :programme_id AND lower(name) = lower(:name);

-- name: requirement_named
SELECT requirement_id AS id FROM requirement WHERE programme_id = :programme_id AND lower(name) = lower(:name);

-- name: requirement_of_programme
SELECT 1 AS found FROM requirement WHERE programme_id = :programme_id LIMIT 1;

-- name: newest_answer
SELECT value FROM answer
WHERE subject = :subject AND subject_id = :subject_id AND question = :question AND person_id = :person_id
ORDER BY answered_on DESC, answer_id DESC LIMIT 1;

-- name: programme_met_until
SELECT max(last_session_on) AS day FROM pairing WHERE programme_id = :programme_id;

-- name: live_pairing_of_learner
SELECT pairing_id FROM pairing
WHERE learner_id = :person_id AND state NOT IN ('closing', 'closed') AND (+programme_id) = :programme_id
LIMIT 1;

-- name: live_pairings_of_person
SELECT pairing_id AS id FROM pairing WHERE guide_id = :person_id AND state <> 'closed'
UNION ALL
SELECT pairing_id FROM pairing WHERE learner_id = :person_id AND state <> 'closed';

-- name: open_enrolments_of_person
SELECT enrolment_id AS id FROM enrolment
WHERE person_id = :person_id AND state NOT IN ('completed', 'withdrawn');

-- name: open_proposals_of_person
SELECT proposal_id AS id FROM proposal WHERE guide_id = :person_id AND state IN ('drafted', 'approved')
UNION ALL
SELECT proposal_id FROM proposal WHERE learner_id = :person_id AND state IN ('drafted', 'approved');

-- name: withdrawn_enrolments_of_person
-- Where they took part until they left: what they had withdrawn from before stays so. Where the journal does not know
-- which came first, as of who came in by a list as having left, they took part.
SELECT e.enrolment_id AS id FROM enrolment e JOIN programme r ON r.programme_id = e.programme_id
WHERE e.person_id = :person_id AND e.state = 'withdrawn' AND r.state IN ('design', 'open', 'running')
	AND ifnull((
		SELECT max(c.step) FROM change c
		WHERE c.entity = 'enrolment' AND c.object_id = e.enrolment_id
			AND json_extract(c.before, '$.state') <> 'withdrawn'
			AND json_extract(c.after, '$.state') = 'withdrawn'
	) >= (
		SELECT max(c.step) FROM change c
		WHERE c.entity = 'person' AND c.object_id = e.person_id
			AND json_extract(c.before, '$.left_on') IS NULL
			AND json_extract(c.after, '$.left_on') IS NOT NULL
	), 1);

-- name: figures_of_pairings
-- scan: the pairings once; what is held, open and unfinished is kept with each
SELECT count(*) FILTER (WHERE state = 'active') AS active,
	count(*) FILTER (WHERE state = 'contracting') AS contracting,
	count(*) FILTER (WHERE state = 'paused') AS paused,
	ifnull(sum(sessions_held), 0) AS sessions, ifnull(sum(unfinished_records), 0) AS unfinished,
	ifnull(sum(open_actions), 0) AS actions
FROM pairing;

-- name: figures_of_scheme
-- scan: programmes are few, and one person is looked at
SELECT (SELECT count(*) FROM programme) AS programmes, EXISTS (SELECT 1 FROM person) AS has_people,
	EXISTS (SELECT 1 FROM enrolment) AS has_enrolled,
	(SELECT count(*) FROM session WHERE state = 'held' AND session_date >= :month) AS sessions_this_month,
	(SELECT count(*) FROM action WHERE state = 'open' AND due_on < :today) AS actions_overdue,
	(SELECT count(*) FROM waiting WHERE state = 'ready' AND role IN ('coachee', 'mentee')) AS waiting,
	(SELECT count(*) FROM waiting WHERE state = 'applied') AS applied;
