-- The pair's wording, a part of the first schema: apart from all records, which no list, search, check or report reads.

-- All wording that is the pair's (R58). Epoch 0 is unsealed. A later revision stands beside the earlier ones.
CREATE TABLE pair_text (
	pair_text_id INTEGER PRIMARY KEY AUTOINCREMENT,
	kind TEXT NOT NULL,
	spell_id INTEGER NOT NULL REFERENCES spell,
	object_id INTEGER NOT NULL,
	author_id INTEGER REFERENCES person,
	epoch INTEGER NOT NULL,
	revision INTEGER NOT NULL,
	written_at TEXT NOT NULL,
	step INTEGER NOT NULL,
	body BLOB NOT NULL
) STRICT;
CREATE UNIQUE INDEX pair_text_by_object ON pair_text (kind, object_id, revision);
CREATE INDEX pair_text_by_spell ON pair_text (spell_id);
CREATE INDEX pair_text_by_step ON pair_text (step);
CREATE INDEX pair_text_by_author ON pair_text (author_id) WHERE author_id IS NOT NULL;

-- Wording that a step wrote which is undone: read by nobody, until it comes back when the step is redone.
CREATE TABLE pair_text_aside (
	pair_text_id INTEGER PRIMARY KEY,
	kind TEXT NOT NULL,
	spell_id INTEGER NOT NULL,
	object_id INTEGER NOT NULL,
	author_id INTEGER,
	epoch INTEGER NOT NULL,
	revision INTEGER NOT NULL,
	written_at TEXT NOT NULL,
	step INTEGER NOT NULL,
	body BLOB NOT NULL
) STRICT;
CREATE UNIQUE INDEX pair_text_aside_by_object ON pair_text_aside (kind, object_id, revision);
CREATE INDEX pair_text_aside_by_step ON pair_text_aside (step);
