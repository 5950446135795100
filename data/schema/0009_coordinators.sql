-- Coordinators by name, and the programmes that each of them looks after (R83). Where none is named, whoever opens the
-- file is the coordinator of the whole scheme. Steps, changes, drafts and the audit log say of a named coordinator who
-- it was by their number below zero: above it are people.
CREATE TABLE coordinator (
	coordinator_id INTEGER PRIMARY KEY AUTOINCREMENT,
	row_version INTEGER NOT NULL,
	name TEXT NOT NULL,
	account TEXT,
	limited TEXT
) STRICT;
CREATE UNIQUE INDEX coordinator_by_name ON coordinator (lower(name));
CREATE UNIQUE INDEX coordinator_by_account ON coordinator (account) WHERE account IS NOT NULL;

-- A programme that a limited coordinator looks after.
CREATE TABLE charge (
	charge_id INTEGER PRIMARY KEY AUTOINCREMENT,
	row_version INTEGER NOT NULL,
	coordinator_id INTEGER NOT NULL REFERENCES coordinator,
	programme_id INTEGER NOT NULL REFERENCES programme
) STRICT;
CREATE UNIQUE INDEX charge_by_coordinator ON charge (coordinator_id, programme_id);
CREATE INDEX charge_by_programme ON charge (programme_id);

ALTER TABLE import_batch ADD COLUMN coordinator_id INTEGER REFERENCES coordinator;
CREATE INDEX import_batch_by_coordinator ON import_batch (coordinator_id) WHERE coordinator_id IS NOT NULL;

-- The places that guides have taken, over all programmes: a number is all that a limited coordinator learns from them.
CREATE VIEW place_taken AS
SELECT guide_id, programme_id, spell_id FROM pairing WHERE state IN ('contracting', 'active', 'paused');

CREATE VIEW place_proposed AS
SELECT guide_id, programme_id, proposal_id, state, expires_on FROM proposal WHERE state IN ('drafted', 'approved');
