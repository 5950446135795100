-- report: activity
-- title: Activity of each pairing
-- about: Every pairing that is not closed and was made by the end of the period, and every closed one that met in
--     it: sessions held in the period and their length in all, the last session ever, the one arranged, and when the
--     next is due.
-- columns: programme:text:Programme, guide:text:Mentor or coach, learner:text:Mentee or coachee,
--     state:pairing.state:State, made_on:date:Made on, sessions:number:Sessions, minutes:minutes:Length,
--     last_session_on:date:Last session, next_session_on:date:Arranged for, next_due_on:date:Next due,
--     open_actions:number:Open actions
-- scan: it tells of every pairing
-- A plus keeps SQLite from going by that column's index: few sessions are the pairing's, many are held.
SELECT programme, guide, learner, state, made_on, sessions, minutes, last_session_on, next_session_on, next_due_on,
	open_actions
FROM (
	SELECT r.name AS programme, g.name AS guide, l.name AS learner, p.*,
		(
			SELECT count(*) FROM session s
			WHERE s.pairing_id = p.pairing_id AND +s.state = 'held'
				AND s.session_date BETWEEN ifnull(:from, '') AND ifnull(:to, :today)
		) AS sessions,
		(
			SELECT ifnull(sum(s.minutes), 0) FROM session s
			WHERE s.pairing_id = p.pairing_id AND +s.state = 'held'
				AND s.session_date BETWEEN ifnull(:from, '') AND ifnull(:to, :today)
		) AS minutes
	FROM pairing p
	JOIN programme r ON r.programme_id = p.programme_id
	JOIN person g ON g.person_id = p.guide_id
	JOIN person l ON l.person_id = p.learner_id
	WHERE p.programme_id = ifnull(:programme, p.programme_id) AND p.made_on <= ifnull(:to, :today)
		AND (:cohort IS NULL OR p.pairing_id IN (SELECT pairing_id FROM in_cohort WHERE cohort_id = :cohort))
)
WHERE state NOT IN ('closing', 'closed') OR sessions > 0
ORDER BY programme, guide, learner
