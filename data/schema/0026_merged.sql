-- Two records of one person that were made one: the number that is no more leads to who stays, and so do the address
-- and the remembered row of a list that nobody has any more.
CREATE TABLE merged (
	merged_id INTEGER PRIMARY KEY,
	row_version INTEGER NOT NULL,
	person_id INTEGER NOT NULL REFERENCES person,
	merged_on TEXT NOT NULL,
	name TEXT NOT NULL,
	sort_name TEXT NOT NULL,
	email_key TEXT,
	import_key TEXT
) STRICT;
CREATE INDEX merged_by_person ON merged (person_id);
CREATE INDEX merged_by_email ON merged (email_key) WHERE email_key IS NOT NULL;
CREATE INDEX merged_by_import_key ON merged (import_key) WHERE import_key IS NOT NULL;

-- Rows that no journal has (wording, the journal itself, drafts, marks of a list) and that were theirs, for undo.
CREATE TABLE merged_row (
	merged_id INTEGER NOT NULL,
	tbl TEXT NOT NULL,
	row_id INTEGER NOT NULL,
	PRIMARY KEY (merged_id, tbl, row_id)
) STRICT, WITHOUT ROWID;

-- The number under which an answer is cut into its batch of five: it stays when its person's records are made one,
-- so that figures before and after are the same (R72). NULL: the person's.
ALTER TABLE feedback ADD COLUMN counted_as INTEGER;
DROP VIEW outcome;
DROP VIEW outcome_answer;

-- What outcome reports are made of. Answers to each question, of each side of a cohort of a programme, are numbered in
-- the order in which they were recorded and cut into batches of five; only whole batches are here, each with the day of
-- its last answer. So any two figures, of whatever reports, periods, cohorts and programmes, differ by whole batches of
-- five (R72). Where one person is asked again and again, a batch has first answers only, or second ones, or third ones:
-- five answers of one person would tell of nobody else.
CREATE VIEW outcome_answer AS
WITH four(measure) AS (
	VALUES ('helpful'), ('aided_learning'), ('gained_hopes'), ('fed_back'), ('similar_alone')
), scale(measure, form) AS (
	SELECT measure, 'end' FROM four UNION ALL SELECT measure, 'follow_up' FROM four
	UNION ALL VALUES ('quality', 'pulse'), ('quality', 'mid'), ('attainment', 'end'), ('enjoyment', 'session')
), growth(measure) AS (VALUES ('confidence'), ('competence'), ('independence'))
SELECT f.programme_id, f.cohort_id, f.spell_id, f.pairing_id, ifnull(f.counted_as, f.person_id) AS person_id, f.side,
	f.form, s.measure, f.recorded_number, f.answered_on,
	CASE s.measure WHEN 'helpful' THEN f.helpful WHEN 'aided_learning' THEN f.aided_learning
		WHEN 'gained_hopes' THEN f.gained_hopes WHEN 'fed_back' THEN f.fed_back
		WHEN 'similar_alone' THEN f.similar_alone WHEN 'attainment' THEN f.attainment
		WHEN 'enjoyment' THEN f.enjoyment ELSE f.quality END AS value
FROM feedback f
JOIN scale s ON s.form = f.form
WHERE f.state = 'received'
UNION ALL
SELECT f.programme_id, f.cohort_id, f.spell_id, f.pairing_id, ifnull(f.counted_as, f.person_id), f.side, 'growth',
	g.measure, f.recorded_number, f.answered_on,
	CASE g.measure WHEN 'confidence' THEN f.confidence - b.confidence
		WHEN 'competence' THEN f.competence - b.competence
		ELSE f.independence - b.independence END
FROM feedback f
JOIN feedback b ON b.spell_id = f.spell_id AND b.side = f.side AND b.form = 'start' AND b.state = 'received'
	AND b.recorded_number < f.recorded_number
CROSS JOIN growth g
WHERE f.form = 'end' AND f.state = 'received';

CREATE VIEW outcome AS
SELECT programme_id, cohort_id, side, form, measure, turn, batch, max(answered_on) AS last_on, count(*) AS answers,
	sum(value) AS total
FROM (
	SELECT t.*,
		(row_number() OVER (
			PARTITION BY t.programme_id, t.cohort_id, t.side, t.form, t.measure, t.turn
			ORDER BY t.recorded_number
		) - 1) / 5 AS batch
	FROM (
		SELECT a.*,
			CASE WHEN a.form IN ('pulse', 'mid', 'session') THEN row_number() OVER (
				PARTITION BY a.programme_id, a.cohort_id, a.side, a.form, a.measure, a.person_id
				ORDER BY a.recorded_number
			) ELSE 1 END AS turn
		FROM outcome_answer a
		WHERE a.value IS NOT NULL
	) t
)
GROUP BY programme_id, cohort_id, side, form, measure, turn, batch
HAVING count(*) = 5;
