-- report: action-log
-- title: Action log
-- about: Every action set in the period: whose it is, when it is due and how it stands. What it says is the
--     pair's alone.
-- columns: programme:text:Programme, guide:text:Mentor or coach, learner:text:Mentee or coachee, set_on:date:Set on,
--     owner:action.owner:Whose, due_on:date:Due, state:action.state:State, settled_on:date:Settled on,
--     days_late:number:Days late
-- rules: R43
-- scan: it tells of every action
SELECT r.name AS programme, g.name AS guide, l.name AS learner, a.set_on, a.owner, a.due_on, a.state, a.settled_on,
	nullif(max(0, CAST(julianday(ifnull(a.settled_on, :today)) - julianday(a.due_on) AS INTEGER)), 0) AS days_late
FROM action a
JOIN pairing p ON p.pairing_id = a.pairing_id
JOIN programme r ON r.programme_id = p.programme_id
JOIN person g ON g.person_id = p.guide_id
JOIN person l ON l.person_id = p.learner_id
WHERE ifnull(a.set_on, '') BETWEEN ifnull(:from, '') AND ifnull(:to, :today)
	AND p.programme_id = ifnull(:programme, p.programme_id)
	AND (:cohort IS NULL OR p.pairing_id IN (SELECT pairing_id FROM in_cohort WHERE cohort_id = :cohort))
ORDER BY programme, guide, learner, a.set_on, a.action_id
