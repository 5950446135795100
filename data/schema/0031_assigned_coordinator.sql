-- A finding is given to a coordinator by name, who need not be among the people; then assigned_to is NULL.
ALTER TABLE handling ADD COLUMN assigned_coordinator_id INTEGER REFERENCES coordinator;
CREATE INDEX handling_by_assigned_coordinator ON handling (assigned_coordinator_id)
	WHERE assigned_coordinator_id IS NOT NULL;
