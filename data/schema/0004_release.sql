-- What comes into a pair and goes out of it. Wording is in pair_text.

-- What the learner lets out: an achievement that may be told (R64), an item for the line manager (R60).
CREATE TABLE release (
	release_id INTEGER PRIMARY KEY AUTOINCREMENT,
	row_version INTEGER NOT NULL,
	pairing_id INTEGER NOT NULL REFERENCES pairing,
	spell_id INTEGER NOT NULL REFERENCES spell,
	kind TEXT NOT NULL,
	state TEXT NOT NULL,
	noted_on TEXT NOT NULL,
	recipient TEXT,
	approved TEXT,
	answered_on TEXT,
	how TEXT,
	recorded_by INTEGER REFERENCES person,
	released_on TEXT,
	CHECK (approved IS NULL OR (answered_on >= noted_on AND how IS NOT NULL)),
	CHECK (state NOT IN ('approved', 'released') OR approved IS 'yes'),
	CHECK (released_on IS NULL OR (approved IS 'yes' AND kind = 'to_manager')),
	CHECK ((state = 'released') <= (released_on IS NOT NULL))
) STRICT;
CREATE INDEX release_by_pairing ON release (pairing_id);
CREATE INDEX release_by_spell ON release (spell_id);
CREATE INDEX release_by_noted ON release (noted_on);
CREATE INDEX release_by_state ON release (state);
CREATE INDEX release_by_recorder ON release (recorded_by) WHERE recorded_by IS NOT NULL;

-- The words of achievements that may be told, and only as long as they may.
CREATE TABLE released_words (
	release_id INTEGER PRIMARY KEY REFERENCES release ON DELETE CASCADE,
	words TEXT NOT NULL
) STRICT;
CREATE TRIGGER released_words_need_a_yes BEFORE INSERT ON released_words
WHEN NOT EXISTS (
	SELECT 1 FROM release WHERE release_id = new.release_id AND state = 'approved' AND kind = 'achievement')
BEGIN
	SELECT raise(ABORT, 'an achievement is told only with the yes of the mentee (R64)');
END;
CREATE TRIGGER released_words_fall_with_it AFTER UPDATE ON release WHEN new.state <> 'approved'
BEGIN
	DELETE FROM released_words WHERE release_id = new.release_id;
END;

CREATE TABLE introduction (
	introduction_id INTEGER PRIMARY KEY AUTOINCREMENT,
	row_version INTEGER NOT NULL,
	pairing_id INTEGER NOT NULL REFERENCES pairing,
	spell_id INTEGER NOT NULL REFERENCES spell,
	introduced_on TEXT NOT NULL,
	outcome TEXT
) STRICT;
CREATE INDEX introduction_by_pairing ON introduction (pairing_id);
CREATE INDEX introduction_by_spell ON introduction (spell_id);
CREATE INDEX introduction_by_date ON introduction (introduced_on);

-- What the line manager told the coach (R60).
CREATE TABLE manager_feedback (
	manager_feedback_id INTEGER PRIMARY KEY AUTOINCREMENT,
	row_version INTEGER NOT NULL,
	pairing_id INTEGER NOT NULL REFERENCES pairing,
	spell_id INTEGER NOT NULL REFERENCES spell,
	manager_id INTEGER REFERENCES person,
	stage TEXT NOT NULL,
	given_on TEXT NOT NULL,
	how TEXT,
	recorded_by INTEGER REFERENCES person
) STRICT;
CREATE INDEX manager_feedback_by_pairing ON manager_feedback (pairing_id);
CREATE INDEX manager_feedback_by_spell ON manager_feedback (spell_id);
CREATE INDEX manager_feedback_by_date ON manager_feedback (given_on);
CREATE INDEX manager_feedback_by_manager ON manager_feedback (manager_id) WHERE manager_id IS NOT NULL;
CREATE INDEX manager_feedback_by_recorder ON manager_feedback (recorded_by) WHERE recorded_by IS NOT NULL;
