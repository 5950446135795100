-- name: people_of_batch
SELECT person_id FROM person WHERE batch_id = :batch_id ORDER BY person_id DESC;

-- name: enrolments_of_batch
SELECT enrolment_id FROM enrolment WHERE batch_id = :batch_id ORDER BY enrolment_id DESC;

-- name: touched_since
-- What was made by an import is not journalled while it runs, so any journal of it is of later.
SELECT 1 AS found FROM change WHERE entity = :entity AND object_id = :object_id LIMIT 1;

-- name: person_is_used
-- What refers to a person from outside an import.
SELECT 1 AS found WHERE EXISTS (SELECT 1 FROM enrolment WHERE person_id = :person_id)
	OR EXISTS (SELECT 1 FROM pairing WHERE guide_id = :person_id)
	OR EXISTS (SELECT 1 FROM pairing WHERE learner_id = :person_id)
	OR EXISTS (SELECT 1 FROM proposal WHERE guide_id = :person_id)
	OR EXISTS (SELECT 1 FROM proposal WHERE learner_id = :person_id)
	OR EXISTS (SELECT 1 FROM answer WHERE person_id = :person_id)
	OR EXISTS (SELECT 1 FROM handling WHERE assigned_to = :person_id);

-- name: enrolment_is_used
SELECT 1 AS found FROM enrolment e
WHERE e.enrolment_id = :enrolment_id
	AND (EXISTS (SELECT 1 FROM pairing p WHERE p.guide_id = e.person_id AND p.programme_id = e.programme_id)
		OR EXISTS (SELECT 1 FROM pairing p WHERE p.learner_id = e.person_id AND p.programme_id = e.programme_id)
		OR EXISTS (SELECT 1 FROM answer a WHERE a.subject = 'enrolment' AND a.subject_id = e.enrolment_id));

-- name: reports_of_manager
SELECT person_id FROM person WHERE manager_id = :person_id ORDER BY person_id;
