-- name: pair_text_newest
SELECT body, spell_id, substr(written_at, 1, 10) AS written_on FROM pair_text
WHERE kind = :kind AND object_id = :object_id
ORDER BY revision DESC LIMIT 1;

-- name: pair_text_last_revision
-- Counting what is set aside, which may come back.
SELECT max(
	ifnull((SELECT max(revision) FROM pair_text WHERE kind = :kind AND object_id = :object_id), 0),
	ifnull((SELECT max(revision) FROM pair_text_aside WHERE kind = :kind AND object_id = :object_id), 0)
) AS revision;

-- name: pair_texts_kept
-- scan: all of them, when a scheme stops keeping wording
SELECT count(*) AS n FROM (SELECT DISTINCT kind, object_id FROM pair_text);

-- name: pair_text_delete
DELETE FROM main.pair_text WHERE kind = :kind AND object_id = :object_id;

-- name: pair_text_aside_delete
DELETE FROM main.pair_text_aside WHERE kind = :kind AND object_id = :object_id;

-- name: step_texts_put_aside
INSERT INTO main.pair_text_aside
	(pair_text_id, kind, spell_id, object_id, author_id, epoch, revision, written_at, step, body)
SELECT pair_text_id, kind, spell_id, object_id, author_id, epoch, revision, written_at, step, body
FROM pair_text WHERE step = :step;

-- name: step_texts_leave
DELETE FROM main.pair_text WHERE step = :step;

-- name: step_texts_come_back
INSERT INTO main.pair_text (pair_text_id, kind, spell_id, object_id, author_id, epoch, revision, written_at, step, body)
SELECT pair_text_id, kind, spell_id, object_id, author_id, epoch, revision, written_at, step, body
FROM pair_text_aside WHERE step = :step;

-- name: step_texts_aside_leave
DELETE FROM main.pair_text_aside WHERE step = :step;

-- name: shares_actions
-- Since when both of the pair have agreed that the coordinator reads the wording of their actions.
SELECT max(answered_on) AS since, count(DISTINCT person_id) AS sides FROM answer
WHERE subject = 'spell' AND subject_id = :spell_id AND question = 'shares_actions' AND value = 'yes';

-- name: pair_text_insert
INSERT INTO main.pair_text (kind, spell_id, object_id, author_id, epoch, revision, written_at, step, body)
VALUES (:kind, :spell_id, :object_id, :author_id, 0, :revision, :written_at, :step, :body);
