-- name: person_has_email
SELECT person_id, name FROM person WHERE email_key = :email_key;

-- name: person_by_email
-- Whose address it is or, where it is nobody's, was before two records were made one.
SELECT person_id, name FROM person WHERE email_key = :email_key
UNION ALL
SELECT p.person_id, p.name FROM merged m JOIN person p ON p.person_id = m.person_id WHERE m.email_key = :email_key
LIMIT 1;

-- name: person_above
-- Whether :above is anywhere above :person in the reporting line. UNION ends a loop.
WITH RECURSIVE line (person_id) AS (
	SELECT manager_id FROM person WHERE person_id = :person
	UNION
	SELECT p.manager_id FROM line l JOIN person p ON p.person_id = l.person_id WHERE p.manager_id IS NOT NULL
)
SELECT 1 AS found FROM line WHERE person_id = :above LIMIT 1;

-- name: people_awaiting_manager
SELECT person_id FROM person
WHERE lower(manager_email) = lower(:email) AND manager_id IS NULL AND manager_email IS NOT NULL;

-- name: next_person_id
-- scan: sqlite_sequence, which has a row a table.
SELECT max(ifnull((SELECT seq FROM sqlite_sequence WHERE name = 'person'), 0),
	ifnull((SELECT max(person_id) FROM main.person), 0)) + 1 AS person_id;

-- name: person_by_import_key
SELECT person_id FROM person WHERE import_key = :import_key
UNION ALL
SELECT person_id FROM merged WHERE import_key = :import_key
LIMIT 1;

-- name: person_has_lead
-- Whether somebody was made one person of two, here or by a list.
SELECT 1 AS found FROM merged WHERE person_id = :person_id LIMIT 1;

-- name: namesake
SELECT person_id FROM person WHERE sort_name = :sort_name AND person_id <> :person_id LIMIT 1;

-- name: people_without_resolved_manager
-- scan: walks the partial index of those who wait for their line manager.
SELECT person_id FROM person
WHERE manager_id IS NULL AND manager_email IS NOT NULL ORDER BY person_id;

-- name: answers_of_person
-- What somebody last answered to each question, with its provenance.
SELECT a.answer_id, a.question, a.value, a.answered_on, a.how, b.name AS recorded_by, r.name AS programme
FROM answer a
LEFT JOIN person b ON b.person_id = a.recorded_by
LEFT JOIN enrolment e ON a.subject = 'enrolment' AND e.enrolment_id = a.subject_id
LEFT JOIN spell k ON a.subject = 'spell' AND k.spell_id = a.subject_id
LEFT JOIN pairing p ON p.pairing_id = k.pairing_id
LEFT JOIN programme r ON r.programme_id = ifnull(e.programme_id, p.programme_id)
WHERE a.person_id = :person_id AND NOT EXISTS (
	SELECT 1 FROM answer n
	WHERE n.subject = a.subject AND n.subject_id = a.subject_id AND n.question = a.question
		AND n.person_id = a.person_id AND (n.answered_on, n.answer_id) > (a.answered_on, a.answer_id)
)
ORDER BY a.answered_on DESC, a.answer_id DESC;

-- name: shares_name
SELECT other.person_id
FROM person AS p JOIN person AS other ON other.sort_name = p.sort_name AND other.person_id <> p.person_id
WHERE p.person_id = :person_id
LIMIT 1;

-- name: person_namesake
SELECT o.person_id AS person_id
FROM person p JOIN person o ON o.sort_name = p.sort_name AND o.person_id < p.person_id
WHERE p.person_id = :person_id AND o.erased_on IS NULL
ORDER BY o.person_id LIMIT 1;
