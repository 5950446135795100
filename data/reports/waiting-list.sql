-- report: waiting-list
-- title: Waiting list today
-- about: Mentees and coachees who are ready to be matched, or whose application is not decided yet, and who have no
--     live pairing in a programme that is open, as of today; the longest waiting first. Days run from the end of
--     their last pairing there, else from when they were found ready or applied.
-- columns: programme:text:Programme, person:text:Person, state:enrolment.state:State, since:date:Since,
--     days:number:Days, seeks:list:Seeks, proposals:number:Open proposals
-- A plus keeps SQLite from going by that column's index: a programme may have thousands where a person has few.
SELECT w.programme, w.name AS person, w.state, w.since,
	CAST(julianday(:today) - julianday(w.since) AS INTEGER) AS days, w.seeks,
	(
		SELECT count(*) FROM proposal o
		WHERE o.learner_id = w.person_id AND o.state IN ('drafted', 'approved')
			AND ifnull(o.expires_on, :today) >= :today AND +o.programme_id = w.programme_id
	) AS proposals
FROM waiting w
WHERE w.role IN ('coachee', 'mentee') AND w.programme_id = ifnull(:programme, w.programme_id)
	AND (:cohort IS NULL OR w.cohort_id = :cohort)
ORDER BY since, person
