-- Imports, a part of the first schema: what somebody said of the columns of a list, for the next one with the same
-- headings.

CREATE TABLE mapping (
	mapping_id INTEGER PRIMARY KEY AUTOINCREMENT,
	row_version INTEGER NOT NULL,
	kind TEXT NOT NULL,
	headings TEXT NOT NULL,
	headings_key TEXT NOT NULL,
	columns TEXT,
	date_order TEXT,
	remembered_at TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX mapping_by_headings ON mapping (kind, headings_key);
