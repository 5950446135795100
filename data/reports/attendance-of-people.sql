-- report: attendance-of-people
-- title: Attendance of each person
-- about: For each person who had a session in the period, held or missed: how many; those to which they did not come,
--     as a number and in per cent; to which they came late, and unprepared where that was recorded.
-- columns: name:text:Name, sessions:number:Sessions, absent:number:Did not come, absent_percent:number:In %,
--     late:number:Late, unprepared:number:Unprepared
-- rules: R49
-- scan: it goes through every pairing, once for each side, and what it counts of the two together has no index
-- Each side is grouped by a number that pairings have an index of, so that no session is sorted: CROSS JOIN keeps the
-- order, the plus keeps off other indexes.
WITH part(person_id, sessions, absent, late, unprepared) AS (
	SELECT p.guide_id, count(*), sum(s.guide_attendance IS 'no_show'
			OR ifnull(s.state = 'no_show' AND s.cancelled_by IN ('guide', 'both'), 0)),
		sum(s.guide_attendance IS 'late'), sum(s.guide_prepared IS 'no')
	FROM pairing p
	CROSS JOIN session s ON s.pairing_id = p.pairing_id
	WHERE +s.state IN ('held', 'no_show') AND s.session_date BETWEEN ifnull(:from, '') AND ifnull(:to, :today)
		AND p.programme_id = ifnull(:programme, p.programme_id)
		AND (:cohort IS NULL OR p.pairing_id IN (SELECT pairing_id FROM in_cohort WHERE cohort_id = :cohort))
	GROUP BY p.guide_id
	UNION ALL
	SELECT p.learner_id, count(*), sum(s.learner_attendance IS 'no_show'
			OR ifnull(s.state = 'no_show' AND s.cancelled_by IN ('learner', 'both'), 0)),
		sum(s.learner_attendance IS 'late'), sum(s.learner_prepared IS 'no')
	FROM pairing p
	CROSS JOIN session s ON s.pairing_id = p.pairing_id
	WHERE +s.state IN ('held', 'no_show') AND s.session_date BETWEEN ifnull(:from, '') AND ifnull(:to, :today)
		AND p.programme_id = ifnull(:programme, p.programme_id)
		AND (:cohort IS NULL OR p.pairing_id IN (SELECT pairing_id FROM in_cohort WHERE cohort_id = :cohort))
	GROUP BY p.learner_id
)
SELECT h.name, sum(t.sessions) AS sessions, sum(t.absent) AS absent,
	CAST(round(100.0 * sum(t.absent) / sum(t.sessions)) AS INTEGER) AS absent_percent, sum(t.late) AS late,
	sum(t.unprepared) AS unprepared
FROM part t
JOIN person h ON h.person_id = t.person_id
GROUP BY h.person_id
ORDER BY absent_percent DESC, h.sort_name, h.person_id
