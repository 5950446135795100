-- name: draft_keep
INSERT INTO main.draft (actor_id, form, subject_id, title, kept_at, texts, was, wording)
VALUES (:actor_id, :form, :subject_id, :title, :kept_at, :texts, :was, :wording)
ON CONFLICT (actor_id, form, subject_id) DO UPDATE
SET title = excluded.title, kept_at = excluded.kept_at, texts = excluded.texts, was = excluded.was,
	wording = excluded.wording;

-- name: draft_find
SELECT draft_id, form, subject_id, title, kept_at, texts, was, wording FROM draft
WHERE actor_id = :actor_id AND form = :form AND subject_id = :subject_id;

-- name: draft_get
SELECT draft_id, form, subject_id, title, kept_at, texts, was, wording FROM draft
WHERE draft_id = :draft_id AND actor_id = :actor_id;

-- name: drafts_of
SELECT draft_id, form, subject_id, title, kept_at FROM draft WHERE actor_id = :actor_id
ORDER BY kept_at DESC, draft_id DESC;

-- name: draft_delete
DELETE FROM main.draft WHERE draft_id = :draft_id AND actor_id = :actor_id;
