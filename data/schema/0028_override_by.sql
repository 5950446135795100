-- Which coordinator overrode a rule. Of earlier ones the audit log says it.
ALTER TABLE override ADD COLUMN coordinator_id INTEGER REFERENCES coordinator;
CREATE INDEX override_by_coordinator ON override (coordinator_id) WHERE coordinator_id IS NOT NULL;
UPDATE override SET coordinator_id = (
	SELECT k.coordinator_id FROM audit a JOIN coordinator k ON k.coordinator_id = -a.actor_id
	WHERE a.operation = 'override.make' AND a.object_id = override.override_id
	ORDER BY a.seq LIMIT 1
);
