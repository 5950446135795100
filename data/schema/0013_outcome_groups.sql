-- An answer counts where it was given: in the programme, and the cohort of the learner, of that day. Counted where its
-- pairing is now, a pairing that changes its kind would move it out of its batch of five and another into its place,
-- and the figures before and after would tell what they were (R72).
DROP VIEW outcome;
DROP VIEW outcome_answer;
ALTER TABLE feedback ADD COLUMN programme_id INTEGER REFERENCES programme;
ALTER TABLE feedback ADD COLUMN cohort_id INTEGER REFERENCES cohort;
CREATE INDEX feedback_by_programme ON feedback (programme_id) WHERE programme_id IS NOT NULL;
CREATE INDEX feedback_by_cohort ON feedback (cohort_id) WHERE cohort_id IS NOT NULL;
UPDATE feedback SET programme_id = (SELECT p.programme_id FROM pairing p WHERE p.pairing_id = feedback.pairing_id)
WHERE state = 'received';
UPDATE feedback SET cohort_id = (
	SELECT e.cohort_id
	FROM pairing p
	JOIN enrolment e ON e.person_id = p.learner_id AND e.programme_id = p.programme_id
		AND e.role IN ('coachee', 'mentee')
	WHERE p.pairing_id = feedback.pairing_id
)
WHERE state = 'received';

-- What outcome reports are made of. Answers to each question, of each side of a cohort of a programme, are numbered in
-- the order in which they were recorded and cut into batches of five; only whole batches are here, each with the day of
-- its last answer. So any two figures, of whatever reports, periods, cohorts and programmes, differ by whole batches of
-- five (R72).
CREATE VIEW outcome_answer AS
WITH four(measure) AS (
	VALUES ('helpful'), ('aided_learning'), ('gained_hopes'), ('fed_back'), ('similar_alone')
), scale(measure, form) AS (
	SELECT measure, 'end' FROM four UNION ALL SELECT measure, 'follow_up' FROM four
	UNION ALL VALUES ('quality', 'pulse'), ('quality', 'mid'), ('attainment', 'end')
), growth(measure) AS (VALUES ('confidence'), ('competence'), ('independence'))
SELECT f.programme_id, f.cohort_id, f.spell_id, f.pairing_id, f.side, f.form, s.measure, f.recorded_number,
	f.answered_on,
	CASE s.measure WHEN 'helpful' THEN f.helpful WHEN 'aided_learning' THEN f.aided_learning
		WHEN 'gained_hopes' THEN f.gained_hopes WHEN 'fed_back' THEN f.fed_back
		WHEN 'similar_alone' THEN f.similar_alone WHEN 'attainment' THEN f.attainment
		ELSE f.quality END AS value
FROM feedback f
JOIN scale s ON s.form = f.form
WHERE f.state = 'received'
UNION ALL
SELECT f.programme_id, f.cohort_id, f.spell_id, f.pairing_id, f.side, 'growth', g.measure, f.recorded_number,
	f.answered_on,
	CASE g.measure WHEN 'confidence' THEN f.confidence - b.confidence
		WHEN 'competence' THEN f.competence - b.competence
		ELSE f.independence - b.independence END
FROM feedback f
JOIN feedback b ON b.spell_id = f.spell_id AND b.side = f.side AND b.form = 'start' AND b.state = 'received'
	AND b.recorded_number < f.recorded_number
CROSS JOIN growth g
WHERE f.form = 'end' AND f.state = 'received';

CREATE VIEW outcome AS
SELECT programme_id, cohort_id, side, form, measure, batch, max(answered_on) AS last_on, count(*) AS answers,
	sum(value) AS total
FROM (
	SELECT a.programme_id, a.cohort_id, a.side, a.form, a.measure, a.answered_on, a.value,
		(row_number() OVER (
			PARTITION BY a.programme_id, a.cohort_id, a.side, a.form, a.measure ORDER BY a.recorded_number
		) - 1) / 5 AS batch
	FROM outcome_answer a
	WHERE a.value IS NOT NULL
)
GROUP BY programme_id, cohort_id, side, form, measure, batch
HAVING count(*) = 5;
