-- People who were erased. Whoever is erased is in no limited coordinator's programmes any more: the file is named.

-- name: erasure_insert
INSERT INTO main.erasure (person_id, erased_at, erased_by, records, email_hash, name_hash)
VALUES (:person_id, :erased_at, :erased_by, :records, :email_hash, :name_hash);

-- name: erasure_any
-- scan: the first row
SELECT 1 AS found FROM main.erasure LIMIT 1;

-- name: erasure_of
SELECT erased_at FROM main.erasure WHERE person_id = :person_id;

-- name: erasure_by_email
SELECT erased_at FROM main.erasure WHERE email_hash = :hash ORDER BY person_id DESC LIMIT 1;

-- name: erasure_by_name
-- Two who have each an address are two people.
SELECT erased_at FROM main.erasure WHERE name_hash = :hash AND NOT (:has_email AND email_hash IS NOT NULL)
ORDER BY person_id DESC LIMIT 1;

-- name: erasures
-- scan: whoever was erased, a row each
SELECT e.person_id AS person_id, e.erased_at AS erased_at, coalesce(p.name, k.name, :coordinator) AS erased_by,
	e.records AS records
FROM main.erasure e
LEFT JOIN main.person p ON p.person_id = e.erased_by LEFT JOIN main.coordinator k ON k.coordinator_id = -e.erased_by
ORDER BY e.erased_at DESC, e.person_id DESC;

-- name: others_called
-- scan: what others are called, or reached by, that has :part in it; of a handful of texts when a person is erased
SELECT DISTINCT j.value AS text
FROM main.person p, json_each(json_array(p.name, p.sort_name, p.search_key, p.email, p.email_key, p.phone,
	p.first_name || ' ' || p.last_name)) j
WHERE p.person_id <> :person_id AND instr(lower(p.name || char(10) || p.sort_name || char(10) || p.search_key
		|| char(10) || ifnull(p.email, '') || char(10) || ifnull(p.phone, '') || char(10)
		|| ifnull(p.first_name || ' ' || p.last_name, '')), lower(:part)) > 0
	AND instr(lower(j.value), lower(:part)) > 0;

-- name: drafts_of_all
-- scan: drafts are few
SELECT draft_id, title || char(10) || texts || char(10) || was || char(10) || ifnull(wording, '') AS text
FROM main.draft;

-- name: columns_of_text
-- scan: the schema is a hundred rows
SELECT t.name AS tbl, c.name AS name,
	EXISTS (SELECT 1 FROM pragma_table_info(t.name) v WHERE v.name = 'row_version') AS has_version
FROM sqlite_schema t, pragma_table_info(t.name) c
WHERE t.type = 'table' AND t.name NOT LIKE 'sqlite%' AND c.type IN ('TEXT', 'BLOB') AND c.pk = 0
	AND EXISTS (SELECT 1 FROM pragma_table_info(t.name) r WHERE r.type = 'INTEGER');

-- name: live_pairing_of_person
SELECT p.pairing_id AS pairing_id, g.name AS guide, l.name AS learner
FROM pairing p JOIN person g ON g.person_id = p.guide_id JOIN person l ON l.person_id = p.learner_id
WHERE p.state IN ('contracting', 'active', 'paused') AND (p.guide_id = :person_id OR p.learner_id = :person_id)
LIMIT 1;

-- name: erased_people
-- scan: whoever was erased, when a copy is restored
SELECT person_id FROM main.erasure ORDER BY person_id;

-- name: person_in_file
SELECT person_id FROM main.person WHERE person_id = :person_id;

-- name: mark_of_scheme
-- scan: its one row
SELECT scheme_id, name FROM main.scheme;

-- name: former_person
-- What the journal says last of a number that nobody has any more.
SELECT ifnull(c.before, c.after) AS said FROM main.change c
WHERE c.entity = 'person' AND c.object_id = :person_id
	AND NOT EXISTS (SELECT 1 FROM main.person p WHERE p.person_id = c.object_id)
	AND NOT EXISTS (SELECT 1 FROM main.merged m WHERE m.merged_id = c.object_id)
ORDER BY c.change_id DESC LIMIT 1;

-- name: former_people
-- scan: those of whom only the journal tells, when somebody is looked for whom no list has; of one whom it has under
-- several numbers the last
WITH former AS (
	SELECT c.object_id AS person_id, max(c.change_id) AS last,
		json_extract(ifnull(c.before, c.after), '$.name') AS name,
		json_extract(ifnull(c.before, c.after), '$.sort_name') AS sort_name,
		json_extract(ifnull(c.before, c.after), '$.email') AS email
	FROM main.change c
	WHERE c.entity = 'person' AND NOT EXISTS (SELECT 1 FROM main.person p WHERE p.person_id = c.object_id)
		AND NOT EXISTS (SELECT 1 FROM main.merged m WHERE m.merged_id = c.object_id)
	GROUP BY c.object_id)
SELECT max(person_id) AS person_id, name, sort_name, email FROM former
GROUP BY sort_name, ifnull(email, '') ORDER BY person_id DESC;

-- name: formers_like
-- scan: those of whom only the journal tells, each asked whether it is the person who is erased
WITH known AS (
	SELECT sort_name, email_key FROM main.person WHERE person_id = :person_id
	UNION SELECT json_extract(ifnull(c.before, c.after), '$.sort_name'),
		json_extract(ifnull(c.before, c.after), '$.email_key')
	FROM main.change c WHERE c.entity = 'person' AND c.object_id = :person_id),
former AS (
	SELECT c.object_id AS former_id, max(c.change_id) AS last,
		json_extract(ifnull(c.before, c.after), '$.name') AS name,
		json_extract(ifnull(c.before, c.after), '$.sort_name') AS sort_name,
		json_extract(ifnull(c.before, c.after), '$.email_key') AS email_key,
		json_extract(ifnull(c.before, c.after), '$.import_key') AS import_key
	FROM main.change c
	WHERE c.entity = 'person' AND c.object_id <> :person_id
		AND NOT EXISTS (SELECT 1 FROM main.person p WHERE p.person_id = c.object_id)
		AND NOT EXISTS (SELECT 1 FROM main.merged m WHERE m.merged_id = c.object_id)
	GROUP BY c.object_id)
SELECT f.former_id AS former_id, f.name AS name, f.sort_name AS sort_name, f.email_key AS email_key
FROM former f
WHERE (f.email_key IN (SELECT k.email_key FROM known k)
		OR (f.sort_name IN (SELECT k.sort_name FROM known k)
			AND (f.email_key IS NULL OR :email_key IS NULL OR f.import_key = :import_key)))
	AND NOT EXISTS (SELECT 1 FROM main.person o WHERE o.person_id <> :person_id AND o.email_key = f.email_key)
ORDER BY f.former_id;
