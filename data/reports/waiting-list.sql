-- report: waiting-list
-- title: Waiting list
-- about: Learners who are ready to be matched, or whose application is not decided yet, and who have no pairing in the
--     programme that is live or closing, as of today; the longest waiting first. Days run from when they were found
--     ready, else from when they applied.
-- columns: programme:text:Programme, person:text:Person, state:enrolment.state:State, since:date:Since,
--     days:number:Days, seeks:list:Seeks, proposals:number:Open proposals
-- A plus keeps SQLite from going by that column's index: a programme may have thousands where a person has few.
SELECT r.name AS programme, h.name AS person, e.state, coalesce(e.ready_on, e.applied_on) AS since,
	CAST(julianday(:today) - julianday(coalesce(e.ready_on, e.applied_on)) AS INTEGER) AS days,
	ifnull(e.seeks, h.seeks) AS seeks,
	(
		SELECT count(*) FROM proposal o
		WHERE o.learner_id = e.person_id AND o.state IN ('drafted', 'approved')
			AND ifnull(o.expires_on, :today) >= :today AND +o.programme_id = e.programme_id
	) AS proposals
FROM enrolment e
JOIN programme r ON r.programme_id = e.programme_id
JOIN person h ON h.person_id = e.person_id
WHERE e.state IN ('applied', 'ready') AND e.role IN ('coachee', 'mentee')
	AND e.programme_id = ifnull(:programme, e.programme_id)
	AND (:cohort IS NULL OR e.cohort_id = :cohort)
	AND NOT EXISTS (
		SELECT 1 FROM pairing p
		WHERE p.learner_id = e.person_id AND p.state IN ('contracting', 'active', 'paused', 'closing')
			AND +p.programme_id = e.programme_id
	)
ORDER BY since, person
