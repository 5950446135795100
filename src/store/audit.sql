-- name: audit_last
SELECT seq, hash FROM main.audit WHERE seq = (SELECT max(seq) FROM main.audit);

-- name: audit_insert
INSERT INTO main.audit (seq, at, actor_id, channel, operation, entity, object_id, detail_commitment, hash)
VALUES (:seq, :at, :actor_id, :channel, :operation, :entity, :object_id, :detail_commitment, :hash);

-- name: audit_detail_insert
INSERT INTO main.audit_detail (seq, salt, detail) VALUES (:seq, :salt, :detail);

-- name: audit_chain
-- scan: verifying reads the whole log, in order
SELECT a.seq AS seq, a.at AS at, a.actor_id AS actor_id, a.channel AS channel, a.operation AS operation,
	a.entity AS entity, a.object_id AS object_id, a.detail_commitment AS detail_commitment, a.hash AS hash,
	d.salt AS salt, d.detail AS detail
FROM main.audit a LEFT JOIN main.audit_detail d ON d.seq = a.seq
ORDER BY a.seq;

-- name: change_insert
INSERT INTO main.change (step, at, actor_id, operation, entity, object_id, before, after, batch_id)
VALUES (:step, :at, :actor_id, :operation, :entity, :object_id, :before, :after, :batch_id);

-- name: changes_of_batch
-- Newest first: the order in which they are taken back.
SELECT entity, object_id, before, after FROM change WHERE batch_id = :batch_id ORDER BY change_id DESC;
