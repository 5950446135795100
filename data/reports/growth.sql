-- report: growth
-- title: How mentees and coachees grew
-- about: The change from start to end of how mentees and coachees rate their confidence, competence and independence,
--     1 to 10, on average. Counted in batches of five of a cohort, in the order in which they came; a batch belongs
--     to the period of its last answer, and what does not fill one waits.
-- none: Nothing is shown yet: fewer than five people have answered, and of fewer than five, or what the programme sets,
--     nothing is told.
-- columns: programme:text:Programme, measure:text:Of, answers:number:Mentees/coachees, growth:number:Growth
-- rules: R71 R72
-- scan: it tells of every answer
SELECT r.name AS programme, CASE o.measure WHEN 'confidence' THEN 'Confidence' WHEN 'competence' THEN 'Competence'
		ELSE 'Independence' END AS measure,
	sum(o.answers) AS answers, round(1.0 * sum(o.total) / sum(o.answers), 1) AS growth
FROM outcome o
JOIN programme r ON r.programme_id = o.programme_id
JOIN settings t ON t.programme_id = r.programme_id
WHERE o.form = 'growth' AND o.last_on BETWEEN ifnull(:from, '') AND ifnull(:to, :today)
	AND o.programme_id = ifnull(:programme, o.programme_id)
	AND (:cohort IS NULL OR o.cohort_id = :cohort)
GROUP BY r.programme_id, o.measure
HAVING sum(o.answers) >= t.minimum_group
ORDER BY programme, o.measure
