-- name: pairing_summary
-- What is kept with a pairing, counted anew from its own sessions and actions. The "+" keeps SQLite from finding them
-- among all that are held.
SELECT
	(SELECT count(*) FROM session WHERE pairing_id = :pairing_id AND (+state) = 'held') AS sessions_held,
	(SELECT max(session_date) FROM session WHERE pairing_id = :pairing_id AND (+state) = 'held') AS last_session_on,
	(SELECT max(session_date) FROM session WHERE spell_id = :spell_id AND state = 'held') AS last_of_spell,
	(SELECT min(session_date) FROM session WHERE spell_id = :spell_id AND state = 'arranged') AS next_session_on,
	(SELECT count(*) FROM action WHERE pairing_id = :pairing_id AND state = 'open') AS open_actions,
	(SELECT count(*) FROM session WHERE pairing_id = :pairing_id AND (+state) = 'held' AND complete IS NOT 'yes')
		AS unfinished_records;

-- name: agreement_of_spell
SELECT agreement_id FROM agreement WHERE spell_id = :spell_id;

-- name: yes_days_of_spell
-- The newest answer of each counts.
SELECT
	(
		SELECT iif(value = 'yes', answered_on, NULL) FROM answer
		WHERE subject = 'spell' AND subject_id = :spell_id AND question = 'knows_purpose'
			AND person_id = :guide_id
		ORDER BY answered_on DESC, answer_id DESC LIMIT 1
	) AS guide_on,
	(
		SELECT iif(value = 'yes', answered_on, NULL) FROM answer
		WHERE subject = 'spell' AND subject_id = :spell_id AND question = 'knows_purpose'
			AND person_id = :learner_id
		ORDER BY answered_on DESC, answer_id DESC LIMIT 1
	) AS learner_on,
	(
		SELECT how FROM answer
		WHERE subject = 'spell' AND subject_id = :spell_id AND question = 'knows_purpose'
			AND person_id = :guide_id
		ORDER BY answered_on DESC, answer_id DESC LIMIT 1
	) AS guide_how,
	(
		SELECT how FROM answer
		WHERE subject = 'spell' AND subject_id = :spell_id AND question = 'knows_purpose'
			AND person_id = :learner_id
		ORDER BY answered_on DESC, answer_id DESC LIMIT 1
	) AS learner_how;

-- name: newest_answer_of_spell
SELECT answered_on, how FROM answer
WHERE subject = 'spell' AND subject_id = :spell_id AND question = :question AND person_id = :person_id
ORDER BY answered_on DESC, answer_id DESC LIMIT 1;

-- name: spell_at
-- The spell that a date falls in: the last one made by then.
SELECT spell_id FROM spell WHERE pairing_id = :pairing_id AND made_on <= :date ORDER BY number DESC LIMIT 1;

-- name: first_spell
SELECT spell_id FROM spell WHERE pairing_id = :pairing_id ORDER BY number LIMIT 1;

-- name: arranged_on
SELECT session_id FROM session
WHERE spell_id = :spell_id AND state = 'arranged' AND session_date = :date ORDER BY session_id LIMIT 1;

-- name: arranged_of_spell
SELECT session_id FROM session WHERE spell_id = :spell_id AND state = 'arranged' ORDER BY session_id;

-- name: open_actions_of_person
-- What is left to do for them, and all that is in a pairing they learned in.
SELECT a.action_id FROM pairing p JOIN action a ON a.pairing_id = p.pairing_id
WHERE p.learner_id = :person_id AND (+a.state) = 'open'
UNION
SELECT a.action_id FROM pairing p JOIN action a ON a.pairing_id = p.pairing_id
WHERE p.guide_id = :person_id AND (+a.state) = 'open' AND a.owner = 'guide'
ORDER BY 1;

-- name: actions_of_session
SELECT action_id FROM action WHERE session_id = :session_id ORDER BY action_id;

-- name: other_on_day
-- Another held session of the pairing on the same day: most often the same one, logged twice.
SELECT session_id FROM session
WHERE pairing_id = :pairing_id AND session_date = :date AND state = 'held' AND session_id <> :session_id
ORDER BY session_id LIMIT 1;

-- name: held_of_spell
-- In the order of their dates: what their numbers follow.
SELECT session_id FROM session WHERE spell_id = :spell_id AND state = 'held' ORDER BY session_date, session_id;

-- name: unfinished_of_pairing
SELECT session_id FROM session
WHERE pairing_id = :pairing_id AND (+state) = 'held' AND complete IS NOT 'yes' ORDER BY session_id;

-- name: unfinished_of_programme
SELECT pairing_id FROM pairing
WHERE programme_id = :programme_id AND (+unfinished_records) > 0 ORDER BY pairing_id;

-- name: session_actions
-- How many actions were agreed in a session, and how many set before it are still open in its pairing.
SELECT
	(SELECT count(*) FROM action WHERE session_id = :session_id) AS agreed,
	(SELECT count(*) FROM action WHERE pairing_id = :pairing_id AND state = 'open' AND set_on < :date
		AND session_id IS NOT :session_id) AS unreviewed;

-- name: goals_rated
SELECT attained, weight FROM goal WHERE spell_id = :spell_id AND attained IS NOT NULL ORDER BY goal_id;

-- name: agreements_of_pairing
SELECT s.spell_id AS spell_id, a.agreement_id AS agreement_id
FROM spell s LEFT JOIN agreement a ON a.spell_id = s.spell_id
WHERE s.pairing_id = :pairing_id ORDER BY s.number;

-- name: other_of_learner_in_programme
SELECT pairing_id FROM pairing
WHERE learner_id = :learner_id AND programme_id = :programme_id AND pairing_id <> :pairing_id
	AND state IN ('contracting', 'active', 'paused')
LIMIT 1;

-- name: programme_has_sessions
-- Whether any pair of the programme has met as far as is recorded.
SELECT EXISTS (SELECT 1 FROM pairing WHERE programme_id = :programme_id AND sessions_held > 0) AS has_some;

-- name: sessions_unrecorded
-- What was told of the present time together, but for what is recorded of it.
SELECT max(0, ifnull(k.sessions_so_far, 0) - (
	SELECT count(*) FROM session s
	WHERE s.spell_id = k.spell_id AND s.state = 'held' AND s.session_date <= k.so_far_on
)) AS sessions
FROM pairing p JOIN spell k ON k.spell_id = p.spell_id
WHERE p.pairing_id = :pairing_id;
