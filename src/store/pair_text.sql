-- name: pair_text_newest
SELECT body, revision, author_id, written_at FROM pair_text
WHERE kind = :kind AND object_id = :object_id
ORDER BY revision DESC LIMIT 1;

-- name: pair_text_insert
INSERT INTO pair_text (kind, spell_id, object_id, author_id, epoch, revision, written_at, body)
VALUES (:kind, :spell_id, :object_id, :author_id, 0, :revision, :written_at, :body);
