-- Columns of a scheme's own on people and enrolments (R80): what they are, and their values in each row.
CREATE TABLE custom_field (
	custom_field_id INTEGER PRIMARY KEY AUTOINCREMENT,
	row_version INTEGER NOT NULL,
	belongs_to TEXT NOT NULL,
	name TEXT NOT NULL,
	key TEXT NOT NULL,
	kind TEXT NOT NULL,
	options TEXT,
	hint TEXT,
	readers TEXT NOT NULL,
	UNIQUE (belongs_to, key),
	CHECK ((kind = 'choice') = (options IS NOT NULL))
) STRICT;

-- {"t_shirt_size": "M"}: canonical texts by key, NULL where there are none.
ALTER TABLE person ADD COLUMN custom_values TEXT;
ALTER TABLE enrolment ADD COLUMN custom_values TEXT;
