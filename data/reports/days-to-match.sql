-- report: days-to-match
-- title: Days to match
-- about: For each programme: first pairings made in the period, and the days from readiness to the pairing: on
--     average, at best and at worst. Of whoever was found ready only when they were paired, or no day is on record,
--     how long they waited is not known. A match should be swift and appropriate.
-- columns: programme:text:Programme, matches:number:Matches, average:number:Days on average, shortest:number:Shortest,
--     longest:number:Longest, unknown:number:Not known
-- chart: programme average
-- rules: R10
-- scan: it tells of every pairing
-- A plus keeps SQLite from going by that column's index: a programme may have thousands where a person has few.
SELECT programme, count(*) AS matches, round(avg(days), 1) AS average, min(days) AS shortest, max(days) AS longest,
	count(*) - count(days) AS unknown
FROM (
	SELECT r.programme_id, r.name AS programme,
		iif(e.ready_on < min(p.made_on),
			CAST(julianday(min(p.made_on)) - julianday(e.ready_on) AS INTEGER), NULL) AS days
	FROM counted_pairing p
	JOIN programme r ON r.programme_id = p.programme_id
	JOIN enrolment e ON e.programme_id = +p.programme_id AND e.person_id = p.learner_id
		AND e.role IN ('coachee', 'mentee')
	WHERE e.programme_id = ifnull(:programme, e.programme_id)
		AND (:cohort IS NULL OR e.cohort_id = :cohort)
	GROUP BY e.enrolment_id
	HAVING min(p.made_on) BETWEEN ifnull(:from, '') AND ifnull(:to, :today)
)
GROUP BY programme_id
ORDER BY programme
