-- report: waiting-list
-- title: Waiting list today
-- about: Mentees and coachees who are ready to be matched, or whose application is not decided yet, and who have no
--     live pairing in a programme that goes on, as of today; the longest waiting first. Days run from the end of
--     their last pairing there, else from when they were found ready or applied.
-- columns: programme:text:Programme, person:text:Person, state:enrolment.state:State, since:date:Since,
--     days:number:Days, seeks:list:Seeks, proposals:number:Open proposals
-- A plus keeps SQLite from going by that column's index: a programme may have thousands where a person has few.
SELECT r.name AS programme, h.name AS person, e.state, e.since,
	CAST(julianday(:today) - julianday(e.since) AS INTEGER) AS days,
	ifnull(e.seeks, h.seeks) AS seeks,
	(
		SELECT count(*) FROM proposal o
		WHERE o.learner_id = e.person_id AND o.state IN ('drafted', 'approved')
			AND ifnull(o.expires_on, :today) >= :today AND +o.programme_id = e.programme_id
	) AS proposals
FROM (
	SELECT *, ifnull((
		SELECT max(s.closed_on) FROM pairing p JOIN spell s ON s.spell_id = p.spell_id
		WHERE p.learner_id = enrolment.person_id AND +p.programme_id = enrolment.programme_id
	), coalesce(ready_on, applied_on)) AS since
	FROM enrolment
) e
JOIN programme r ON r.programme_id = e.programme_id
JOIN person h ON h.person_id = e.person_id AND h.left_on IS NULL
WHERE e.state IN ('applied', 'ready') AND e.role IN ('coachee', 'mentee') AND r.state NOT IN ('closing', 'closed')
	AND e.programme_id = ifnull(:programme, e.programme_id)
	AND (:cohort IS NULL OR e.cohort_id = :cohort)
	AND NOT EXISTS (
		SELECT 1 FROM pairing p
		WHERE p.learner_id = e.person_id AND p.state IN ('contracting', 'active', 'paused')
			AND +p.programme_id = e.programme_id
	)
ORDER BY since, person
