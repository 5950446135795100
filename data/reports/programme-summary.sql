-- report: programme-summary
-- title: Programmes at a glance today
-- about: For each programme: people who take part (applied, ready or paused) on each side; mentees and coachees who
--     are ready and have no live pairing; pairings by state today; live ones of a line manager coaching their report,
--     which are counted apart and not among those before; and sessions held in the period with their length in all as
--     far as it is known.
-- columns: programme:text:Programme, kind:programme.kind:Kind, state:programme.state:State,
--     guides:number:Mentors/coaches, learners:number:Mentees/coachees, waiting:number:Waiting,
--     contracting:number:Contracting, active:number:Active, paused:number:Paused, closed:number:Closed,
--     manager_coach:number:Manager as coach, sessions:number:Sessions in period, minutes:minutes:Length in period
-- rules: R4
-- scan: programmes are few, and it goes through every pairing
-- A plus keeps SQLite from going by that column's index: a programme may have thousands where a person has few.
-- From pairings to their sessions, which lie together: CROSS JOIN keeps that order, the plus keeps off other indexes.
SELECT r.name AS programme, r.kind, r.state,
	(
		SELECT count(*) FROM enrolment e
		JOIN person h ON h.person_id = e.person_id AND ifnull(h.left_on, '9999') > :today
		WHERE e.programme_id = r.programme_id AND e.role IN ('coach', 'mentor')
			AND e.state IN ('applied', 'ready', 'paused')
			AND (:cohort IS NULL OR e.cohort_id = :cohort OR e.cohort_id IS NULL)
	) AS guides,
	(
		SELECT count(*) FROM enrolment e
		JOIN person h ON h.person_id = e.person_id AND ifnull(h.left_on, '9999') > :today
		WHERE e.programme_id = r.programme_id AND e.role IN ('coachee', 'mentee')
			AND e.state IN ('applied', 'ready', 'paused')
			AND (:cohort IS NULL OR e.cohort_id = :cohort)
	) AS learners,
	(
		SELECT count(*) FROM waiting w
		WHERE w.programme_id = r.programme_id AND w.role IN ('coachee', 'mentee') AND w.state = 'ready'
			AND (:cohort IS NULL OR w.cohort_id = :cohort)
	) AS waiting,
	(
		SELECT count(*) FROM pairing p
		WHERE p.programme_id = r.programme_id AND p.state = 'contracting' AND p.manager_coach IS NOT 'yes'
			AND (:cohort IS NULL
				OR p.pairing_id IN (SELECT pairing_id FROM in_cohort WHERE cohort_id = :cohort))
	) AS contracting,
	(
		SELECT count(*) FROM pairing p
		WHERE p.programme_id = r.programme_id AND p.state = 'active' AND p.manager_coach IS NOT 'yes'
			AND (:cohort IS NULL
				OR p.pairing_id IN (SELECT pairing_id FROM in_cohort WHERE cohort_id = :cohort))
	) AS active,
	(
		SELECT count(*) FROM pairing p
		WHERE p.programme_id = r.programme_id AND p.state = 'paused' AND p.manager_coach IS NOT 'yes'
			AND (:cohort IS NULL
				OR p.pairing_id IN (SELECT pairing_id FROM in_cohort WHERE cohort_id = :cohort))
	) AS paused,
	(
		SELECT count(*) FROM counted_pairing p
		WHERE p.programme_id = r.programme_id AND p.state IN ('closing', 'closed')
			AND (:cohort IS NULL
				OR p.pairing_id IN (SELECT pairing_id FROM in_cohort WHERE cohort_id = :cohort))
	) AS closed,
	(
		SELECT count(*) FROM pairing p
		WHERE p.programme_id = r.programme_id AND p.state IN ('contracting', 'active', 'paused')
			AND p.manager_coach = 'yes'
			AND (:cohort IS NULL
				OR p.pairing_id IN (SELECT pairing_id FROM in_cohort WHERE cohort_id = :cohort))
	) AS manager_coach,
	ifnull(h.sessions, 0) AS sessions, iif(h.sessions > 0, h.minutes, 0) AS minutes
FROM programme r
LEFT JOIN (
	SELECT p.programme_id, count(*) AS sessions, sum(s.minutes) AS minutes
	FROM pairing p
	CROSS JOIN session s ON s.pairing_id = p.pairing_id
	WHERE +s.state = 'held' AND s.session_date BETWEEN ifnull(:from, '') AND ifnull(:to, :today)
		AND (:cohort IS NULL OR p.pairing_id IN (SELECT pairing_id FROM in_cohort WHERE cohort_id = :cohort))
	GROUP BY p.programme_id
) h ON h.programme_id = r.programme_id
WHERE r.programme_id = ifnull(:programme, r.programme_id)
ORDER BY r.name
