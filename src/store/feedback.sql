-- name: end_feedback_awaited
SELECT count(*) AS count FROM feedback WHERE spell_id = :spell_id AND form = 'end' AND (+state) = 'due';

-- name: feedback_due_of_spell
SELECT feedback_id FROM feedback WHERE spell_id = :spell_id AND (+state) = 'due' ORDER BY feedback_id;

-- name: feedback_due_of_person
SELECT feedback_id FROM feedback WHERE person_id = :person_id AND (+state) = 'due' ORDER BY feedback_id;

-- name: feedback_due_of_pairings
-- Of both sides, and so about them, too.
SELECT f.feedback_id FROM pairing p JOIN feedback f ON f.pairing_id = p.pairing_id
WHERE p.guide_id = :person_id AND (+f.state) = 'due'
UNION
SELECT f.feedback_id FROM pairing p JOIN feedback f ON f.pairing_id = p.pairing_id
WHERE p.learner_id = :person_id AND (+f.state) = 'due'
ORDER BY 1;

-- name: feedback_asked
-- Of what was asked once; the newest of what is asked often.
SELECT feedback_id FROM feedback WHERE spell_id = :spell_id AND form = :form AND side = :side
ORDER BY feedback_id DESC LIMIT 1;

-- name: feedback_answered
-- Of what was answered once; on a day, of what is answered often.
SELECT feedback_id FROM feedback
WHERE spell_id = :spell_id AND form = :form AND side = :side AND (+state) = 'received'
	AND (:on IS NULL OR answered_on = :on)
ORDER BY answered_on DESC, feedback_id DESC LIMIT 1;

-- name: pairings_of_answerer
-- Each with whether the person is its learner and with its last time together, the oldest first.
SELECT p.pairing_id AS pairing_id, p.programme_id AS programme_id, 1 AS is_learner, s.made_on AS made_on,
	s.closed_on AS closed_on
FROM pairing p JOIN spell s ON s.spell_id = p.spell_id WHERE p.learner_id = :person_id
UNION ALL
SELECT p.pairing_id, p.programme_id, 0, s.made_on, s.closed_on
FROM pairing p JOIN spell s ON s.spell_id = p.spell_id WHERE p.guide_id = :person_id
ORDER BY made_on, pairing_id;

-- name: feedback_last_number
SELECT ifnull(max(recorded_number), 0) AS count FROM feedback WHERE recorded_number IS NOT NULL;

-- name: feedback_lapsed
-- Due for longer than the programme waits.
SELECT f.feedback_id FROM feedback f
JOIN pairing p ON p.pairing_id = f.pairing_id
JOIN settings t ON t.programme_id = p.programme_id
WHERE f.state = 'due' AND f.due_on < :today AND date(f.due_on, '+' || t.feedback_days || ' days') < :today
ORDER BY f.feedback_id;

-- name: feedback_of_session_day
-- The sessions that the two held on a day, and how often that side has said how they enjoyed it.
SELECT
	(SELECT count(*) FROM session WHERE pairing_id = :pairing_id AND session_date = :date AND (+state) = 'held')
		AS held,
	(SELECT count(*) FROM feedback WHERE pairing_id = :pairing_id AND (+form) = 'session' AND (+side) = :side
		AND (+answered_on) = :date) AS answered;

-- name: misfit_of_spell
-- The side that last said at the comfort check that it is not a good fit.
SELECT f.side AS side
FROM feedback f
WHERE f.spell_id = :spell_id AND f.form = 'comfort' AND f.state = 'received' AND f.fit = 'not_a_good_fit'
	AND NOT EXISTS (
		SELECT 1 FROM feedback n
		WHERE n.spell_id = f.spell_id AND n.form = 'comfort' AND n.side = f.side AND n.state = 'received'
			AND (n.answered_on, n.feedback_id) > (f.answered_on, f.feedback_id)
	)
ORDER BY f.answered_on DESC, f.feedback_id DESC
LIMIT 1;
