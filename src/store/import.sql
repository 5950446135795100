-- name: people_of_batch
-- scan: everybody, when an import is undone
SELECT person_id FROM person WHERE batch_id = :batch_id ORDER BY person_id DESC;

-- name: names_of_batch
-- scan: everybody, once for an import that brought people in
SELECT name FROM person WHERE batch_id = :batch_id ORDER BY person_id LIMIT :most;

-- name: enrolments_of_batch
SELECT enrolment_id FROM enrolment WHERE batch_id = :batch_id ORDER BY enrolment_id DESC;

-- name: answers_of_batch
-- Of enrolments, but not of those who were paired on the strength of them.
SELECT a.answer_id FROM change c
JOIN answer a ON a.answer_id = c.object_id
WHERE c.batch_id = :batch_id AND c.entity = 'answer' AND c.before IS NULL
	AND a.subject = 'enrolment'
	AND NOT EXISTS (SELECT 1 FROM enrolment e JOIN pairing p ON p.learner_id = e.person_id
		WHERE e.enrolment_id = a.subject_id AND (+p.programme_id) = e.programme_id)
ORDER BY a.answer_id DESC;

-- name: requirement_names
-- scan: requirements are few
SELECT DISTINCT name FROM requirement ORDER BY name;

-- name: credentials_called
SELECT credential_id, awarded_on FROM credential
WHERE person_id = :person_id AND kind = :kind AND lower(name) = lower(:name)
ORDER BY awarded_on IS NULL, credential_id;

-- name: credentials_of_batch
SELECT r.credential_id FROM change c
JOIN credential r ON r.credential_id = c.object_id
WHERE c.batch_id = :batch_id AND c.entity = 'credential' AND c.before IS NULL
ORDER BY r.credential_id DESC;

-- name: fields_of_batch
-- Those that were made for a column of its list; not those that were changed since.
SELECT f.custom_field_id FROM change c
JOIN custom_field f ON f.custom_field_id = c.object_id
WHERE c.batch_id = :batch_id AND c.entity = 'custom_field' AND c.before IS NULL AND f.row_version = 1
ORDER BY f.custom_field_id DESC;

-- name: touched_since
-- By something else than the batch that made it; an import that was taken back since left it as it was.
SELECT 1 AS found FROM change c
WHERE c.entity = :entity AND c.object_id = :object_id AND c.batch_id IS NOT :batch_id AND c.operation <> 'import.undo'
	AND NOT EXISTS (SELECT 1 FROM import_batch b
		WHERE b.import_batch_id = c.batch_id AND b.undone_at IS NOT NULL)
LIMIT 1;

-- name: person_is_used
-- What refers to a person from outside an import: the first of these.
SELECT found FROM (
	SELECT CASE
		WHEN EXISTS (SELECT 1 FROM pairing WHERE guide_id = :person_id)
			OR EXISTS (SELECT 1 FROM pairing WHERE learner_id = :person_id) THEN 'pairing'
		WHEN EXISTS (SELECT 1 FROM proposal WHERE guide_id = :person_id)
			OR EXISTS (SELECT 1 FROM proposal WHERE learner_id = :person_id) THEN 'proposal'
		WHEN EXISTS (SELECT 1 FROM enrolment WHERE person_id = :person_id) THEN 'enrolment'
		WHEN EXISTS (SELECT 1 FROM answer WHERE person_id = :person_id) THEN 'answer'
		WHEN EXISTS (SELECT 1 FROM credential WHERE person_id = :person_id) THEN 'credential'
		WHEN EXISTS (SELECT 1 FROM handling WHERE assigned_to = :person_id) THEN 'handling'
	END AS found
)
WHERE found IS NOT NULL;

-- name: enrolment_is_used
-- A pairing or an open proposal in the programme, or what was answered for it: the first of these.
SELECT found FROM (
	SELECT CASE
		WHEN EXISTS (SELECT 1 FROM pairing p
				WHERE p.guide_id = e.person_id AND (+p.programme_id) = e.programme_id)
			OR EXISTS (SELECT 1 FROM pairing p
				WHERE p.learner_id = e.person_id AND (+p.programme_id) = e.programme_id) THEN 'pairing'
		WHEN EXISTS (SELECT 1 FROM proposal o
				WHERE o.guide_id = e.person_id AND o.state IN ('drafted', 'approved')
					AND (+o.programme_id) = e.programme_id)
			OR EXISTS (SELECT 1 FROM proposal o
				WHERE o.learner_id = e.person_id AND o.state IN ('drafted', 'approved')
					AND (+o.programme_id) = e.programme_id) THEN 'proposal'
		WHEN EXISTS (SELECT 1 FROM answer a WHERE a.subject = 'enrolment' AND a.subject_id = e.enrolment_id)
			THEN 'answer'
	END AS found
	FROM enrolment e
	WHERE e.enrolment_id = :enrolment_id
)
WHERE found IS NOT NULL;

-- name: reports_of_manager
SELECT person_id FROM person WHERE manager_id = :person_id ORDER BY person_id;

-- name: people_by_sort_name
-- Two are enough to know that a name is not one person's.
SELECT person_id FROM person WHERE sort_name = :sort_name ORDER BY person_id LIMIT 2;

-- name: people_by_whole_name
-- scan: only for names whose family name is not their last word, as "Jan van der Berg"
SELECT person_id FROM person WHERE lower(name) = lower(:name) ORDER BY person_id LIMIT 2;

-- name: programme_called
-- scan: a scheme has a handful of programmes
SELECT programme_id FROM programme WHERE lower(name) = lower(:name) LIMIT 1;

-- name: programmes_at_most_two
-- scan: to see whether there is only one
SELECT programme_id FROM programme ORDER BY programme_id LIMIT 2;

-- name: programmes_all
-- scan: a list that names programmes may name any
SELECT programme_id FROM programme ORDER BY programme_id;

-- name: pairings_of_the_two
SELECT p.pairing_id AS pairing_id, p.programme_id AS programme_id, p.made_on AS made_on, p.state = 'closed' AS closed,
	s.started_on AS started_on, s.closed_on AS closed_on
FROM pairing p LEFT JOIN spell s ON s.spell_id = p.spell_id
WHERE p.guide_id = :guide_id AND p.learner_id = :learner_id
ORDER BY p.made_on, p.pairing_id;

-- name: sessions_on_day
SELECT session_id, starts_at FROM session WHERE pairing_id = :pairing_id AND session_date = :date ORDER BY session_id;

-- name: actions_set_on
SELECT action_id, due_on FROM action
WHERE pairing_id = :pairing_id AND set_on = :set_on AND owner = :owner ORDER BY action_id;

-- name: action_is_used
SELECT 1 AS found WHERE EXISTS (SELECT 1 FROM action WHERE carried_from = :action_id)
	OR EXISTS (SELECT 1 FROM pair_text WHERE kind IN ('action', 'tried') AND object_id = :action_id);

-- name: session_is_used
SELECT 1 AS found WHERE EXISTS (SELECT 1 FROM action WHERE session_id = :session_id)
	OR EXISTS (SELECT 1 FROM pair_text WHERE kind IN ('topics', 'learning') AND object_id = :session_id);

-- name: spell_is_used
-- What hangs on a spell besides its agreement and the answers that came with it, which an import of pairings brings.
SELECT 1 AS found FROM session WHERE spell_id = :spell_id
UNION ALL
SELECT 1 FROM action WHERE spell_id = :spell_id
UNION ALL
SELECT 1 FROM goal WHERE spell_id = :spell_id
UNION ALL
SELECT 1 FROM checkin WHERE spell_id = :spell_id
UNION ALL
SELECT 1 FROM pair_text WHERE spell_id = :spell_id
UNION ALL
SELECT 1 FROM answer a WHERE a.subject = 'spell' AND a.subject_id = :spell_id AND NOT EXISTS (
	SELECT 1 FROM change made JOIN change c ON c.batch_id = made.batch_id
	WHERE made.entity = 'spell' AND made.object_id = :spell_id AND made.before IS NULL
		AND c.entity = 'answer' AND c.object_id = a.answer_id)
LIMIT 1;

-- name: keys_of_people
-- scan: everybody's keys, off their indexes, for an import that may bring as many people again
-- What leads to somebody because two records were made one comes first: whoever has it now stands in its place.
SELECT person_id, email_key AS key FROM merged WHERE email_key IS NOT NULL
UNION ALL
SELECT person_id, import_key FROM merged WHERE import_key IS NOT NULL
UNION ALL
SELECT person_id, email_key FROM person WHERE email_key IS NOT NULL
UNION ALL
SELECT person_id, import_key FROM person WHERE import_key IS NOT NULL;

-- name: names_of_people
-- scan: everybody's names, for an import with people who were not here
SELECT person_id, name, sort_name, phone FROM person;

-- name: has_email_key
SELECT 1 AS found FROM person WHERE person_id = :person_id AND email_key = :email_key
UNION ALL
SELECT 1 FROM merged WHERE person_id = :person_id AND email_key = :email_key
LIMIT 1;

-- name: manager_waited_for
SELECT manager_email FROM person
WHERE person_id = :person_id AND manager_id IS NULL AND manager_email IS NOT NULL;

-- name: people_expected
-- scan: everybody who was here before the import and has not left
-- Whoever has roles, and none of :roles (a list in JSON; NULL: of any), is here for something else than the file.
SELECT p.person_id, :roles IS NULL OR p.roles IS NULL OR EXISTS (SELECT 1 FROM json_each(:roles) role
	WHERE instr('; ' || p.roles || ';', '; ' || role.value || ';') > 0) AS of_roles
FROM person p
WHERE p.left_on IS NULL AND p.batch_id IS NOT :batch_id
	AND (:programme_id IS NULL OR EXISTS (SELECT 1 FROM enrolment e
		WHERE e.programme_id = :programme_id AND e.person_id = p.person_id AND e.state <> 'withdrawn'))
ORDER BY p.person_id;

-- name: import_missing_insert
INSERT INTO main.import_missing (import_batch_id, person_id) VALUES (:import_batch_id, :person_id);

-- name: mappings_of_kind
SELECT mapping_id, kind, headings, headings_key, columns, date_order, remembered_at FROM mapping WHERE kind = :kind;

-- name: mappings
-- scan: one for each kind of list that was ever mapped by hand
SELECT mapping_id, kind, headings, headings_key, columns, date_order, remembered_at FROM mapping
ORDER BY mapping_id DESC;

-- name: mended_cells
-- scan: imports are few, and of a file the last says which cells are mended
SELECT m.sheet, m.row, m.heading, m.was, m.meant, m.mended_on, b.file_hash
FROM import_batch b JOIN mended_cell m ON m.import_batch_id = b.import_batch_id
WHERE b.kind = :kind AND b.import_batch_id IN (
	SELECT max(import_batch_id) FROM import_batch WHERE kind = :kind GROUP BY file_hash)
ORDER BY m.mended_cell_id DESC LIMIT 1000;

-- name: mended_cell_insert
INSERT INTO main.mended_cell (import_batch_id, sheet, row, heading, was, meant, mended_on)
VALUES (:import_batch_id, :sheet, :row, :heading, :was, :meant, :mended_on);

-- name: is_avoided
SELECT 1 AS found FROM pair_rule WHERE kind = 'avoid' AND guide_id = :one AND learner_id = :other
UNION ALL
SELECT 1 FROM pair_rule WHERE kind = 'avoid' AND guide_id = :other AND learner_id = :one
LIMIT 1;
