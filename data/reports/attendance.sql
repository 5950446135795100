-- report: attendance
-- title: Attendance
-- about: For each pairing that had a session in the period, arranged ones left out: how many were held, called off, and
--     missed; who did not come, came late or unprepared, in held and missed sessions; and missed ones as a share of
--     held and missed, in per cent.
-- columns: programme:text:Programme, guide:text:Mentor or coach, learner:text:Mentee or coachee, held:number:Held,
--     cancelled:number:Cancelled, missed:number:No-shows, missed_percent:number:No-shows %,
--     guide_absent:number:Mentor/coach absent, guide_late:number:Mentor/coach late,
--     learner_absent:number:Mentee/coachee absent, learner_late:number:Mentee/coachee late,
--     guide_unprepared:number:Mentor/coach unprepared, learner_unprepared:number:Mentee/coachee unprepared
-- rules: R49
-- scan: it goes through every pairing
-- From pairings to their sessions, which lie together: CROSS JOIN keeps that order, the plus keeps off other indexes.
SELECT r.name AS programme, g.name AS guide, l.name AS learner, sum(s.state = 'held') AS held,
	sum(s.state = 'cancelled') AS cancelled, sum(s.state = 'no_show') AS missed,
	CAST(round(100.0 * sum(s.state = 'no_show') / nullif(sum(s.state IN ('held', 'no_show')), 0)) AS INTEGER)
		AS missed_percent,
	sum(ifnull(s.guide_attendance = 'no_show', 0)
		OR ifnull(s.state = 'no_show' AND s.cancelled_by IN ('guide', 'both'), 0)) AS guide_absent,
	sum(s.guide_attendance IS 'late') AS guide_late,
	sum(ifnull(s.learner_attendance = 'no_show', 0)
		OR ifnull(s.state = 'no_show' AND s.cancelled_by IN ('learner', 'both'), 0)) AS learner_absent,
	sum(s.learner_attendance IS 'late') AS learner_late, sum(s.guide_prepared IS 'no') AS guide_unprepared,
	sum(s.learner_prepared IS 'no') AS learner_unprepared
FROM pairing p
CROSS JOIN session s ON s.pairing_id = p.pairing_id
JOIN programme r ON r.programme_id = p.programme_id
JOIN person g ON g.person_id = p.guide_id
JOIN person l ON l.person_id = p.learner_id
WHERE +s.state IN ('held', 'cancelled', 'no_show')
	AND s.session_date BETWEEN ifnull(:from, '') AND ifnull(:to, :today)
	AND p.programme_id = ifnull(:programme, p.programme_id)
	AND (:cohort IS NULL OR p.pairing_id IN (SELECT pairing_id FROM in_cohort WHERE cohort_id = :cohort))
GROUP BY p.pairing_id
ORDER BY programme, guide, learner
