-- report: attainment
-- rules: R59 R68 R72
-- title: How far goals were attained
-- about: How far mentees and coachees came with their goals by the end of their pairing, on average: 50 is as far as
--     the two had expected, above 50 further, below it not so far; most lie between 30 and 70. Made of the ratings,
--     -2 to +2, that the two gave their own goals (the T-score of Kiresuk and Sherman, with 0.3 for how goals go
--     together). Counted in batches of five of a cohort, in the order in which they came; a batch belongs to the
--     period of its last answer, and what does not fill one waits.
-- none: Nothing is shown yet: fewer than five people have answered, and of fewer than five, or what the programme sets,
--     nothing is told.
-- columns: programme:text:Programme, answers:number:Mentees/coachees, attainment:number:Attainment (50: as expected)
-- scan: it tells of every answer
SELECT r.name AS programme, sum(o.answers) AS answers,
	round(sum(o.total) / 100.0 / sum(o.answers), 2) AS attainment
FROM outcome o
JOIN programme r ON r.programme_id = o.programme_id
JOIN settings t ON t.programme_id = r.programme_id
WHERE o.measure = 'attainment' AND o.last_on BETWEEN ifnull(:from, '') AND ifnull(:to, :today)
	AND o.programme_id = ifnull(:programme, o.programme_id)
	AND (:cohort IS NULL OR o.cohort_id = :cohort)
GROUP BY r.programme_id
HAVING sum(o.answers) >= t.minimum_group
ORDER BY programme
