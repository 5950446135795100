-- Feedback of both sides, and the views that outcomes are read by.

-- Answers stay as they were recorded; recorded_number is their order over the whole scheme.
CREATE TABLE feedback (
	feedback_id INTEGER PRIMARY KEY AUTOINCREMENT,
	row_version INTEGER NOT NULL,
	pairing_id INTEGER NOT NULL REFERENCES pairing,
	spell_id INTEGER NOT NULL REFERENCES spell,
	side TEXT NOT NULL,
	person_id INTEGER NOT NULL REFERENCES person,
	form TEXT NOT NULL,
	state TEXT NOT NULL,
	due_on TEXT,
	settled_on TEXT,
	waived_because TEXT,
	recorded_number INTEGER,
	answered_on TEXT,
	how TEXT,
	recorded_by INTEGER REFERENCES person,
	fit TEXT,
	quality INTEGER,
	helpful INTEGER,
	helpful_words TEXT,
	aided_learning INTEGER,
	aided_learning_words TEXT,
	gained_hopes INTEGER,
	gained_hopes_words TEXT,
	fed_back INTEGER,
	fed_back_words TEXT,
	similar_alone INTEGER,
	confidence INTEGER,
	competence INTEGER,
	independence INTEGER,
	attainment INTEGER,
	remarks TEXT
) STRICT;
CREATE INDEX feedback_by_spell ON feedback (spell_id, form, side);
CREATE INDEX feedback_by_pairing ON feedback (pairing_id);
CREATE INDEX feedback_by_person ON feedback (person_id);
CREATE INDEX feedback_by_due ON feedback (ifnull(due_on, ''));
CREATE INDEX feedback_due ON feedback (state, due_on);
CREATE INDEX feedback_by_recorder ON feedback (recorded_by) WHERE recorded_by IS NOT NULL;
CREATE UNIQUE INDEX feedback_by_number ON feedback (recorded_number) WHERE recorded_number IS NOT NULL;

-- What outcome reports are made of. Answers to each question, of each side of a programme, are numbered in the order in
-- which they were recorded and cut into batches of five; only whole batches are here, each with the day of its last
-- answer. So any two figures, of whatever reports, periods and programmes, differ by whole batches of five (R72).
CREATE VIEW outcome_answer AS
WITH four(measure) AS (
	VALUES ('helpful'), ('aided_learning'), ('gained_hopes'), ('fed_back'), ('similar_alone')
), scale(measure, form) AS (
	SELECT measure, 'end' FROM four UNION ALL SELECT measure, 'follow_up' FROM four
	UNION ALL VALUES ('quality', 'pulse'), ('quality', 'mid'), ('attainment', 'end')
), growth(measure) AS (VALUES ('confidence'), ('competence'), ('independence'))
SELECT f.spell_id, f.pairing_id, f.side, f.form, s.measure, f.recorded_number, f.answered_on,
	CASE s.measure WHEN 'helpful' THEN f.helpful WHEN 'aided_learning' THEN f.aided_learning
		WHEN 'gained_hopes' THEN f.gained_hopes WHEN 'fed_back' THEN f.fed_back
		WHEN 'similar_alone' THEN f.similar_alone WHEN 'attainment' THEN f.attainment
		ELSE f.quality END AS value
FROM feedback f
JOIN scale s ON s.form = f.form
WHERE f.state = 'received'
UNION ALL
SELECT f.spell_id, f.pairing_id, f.side, 'growth', g.measure, f.recorded_number, f.answered_on,
	CASE g.measure WHEN 'confidence' THEN f.confidence - b.confidence
		WHEN 'competence' THEN f.competence - b.competence
		ELSE f.independence - b.independence END
FROM feedback f
JOIN feedback b ON b.spell_id = f.spell_id AND b.side = f.side AND b.form = 'start' AND b.state = 'received'
	AND b.recorded_number < f.recorded_number
CROSS JOIN growth g
WHERE f.form = 'end' AND f.state = 'received';

CREATE VIEW outcome AS
SELECT programme_id, side, form, measure, batch, max(answered_on) AS last_on, count(*) AS answers,
	sum(value) AS total
FROM (
	SELECT p.programme_id, a.side, a.form, a.measure, a.answered_on, a.value,
		(row_number() OVER (
			PARTITION BY p.programme_id, a.side, a.form, a.measure ORDER BY a.recorded_number
		) - 1) / 5 AS batch
	FROM outcome_answer a
	JOIN pairing p ON p.pairing_id = a.pairing_id
	WHERE a.value IS NOT NULL
)
GROUP BY programme_id, side, form, measure, batch
HAVING count(*) = 5;
