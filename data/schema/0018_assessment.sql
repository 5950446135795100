-- That an assessment was taken (R51): which tool, when, by whom. What came of it is the pair's wording.
CREATE TABLE assessment (
	assessment_id INTEGER PRIMARY KEY AUTOINCREMENT,
	row_version INTEGER NOT NULL,
	pairing_id INTEGER NOT NULL REFERENCES pairing,
	spell_id INTEGER NOT NULL REFERENCES spell,
	tool TEXT NOT NULL,
	taken_on TEXT NOT NULL,
	taken_by TEXT,
	stage TEXT
) STRICT;
CREATE INDEX assessment_by_pairing ON assessment (pairing_id);
CREATE INDEX assessment_by_spell ON assessment (spell_id);
CREATE INDEX assessment_by_date ON assessment (taken_on);
