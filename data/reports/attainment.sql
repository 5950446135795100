-- report: attainment
-- rules: R59 R68 R72
-- title: How far goals were attained
-- about: Goal attainment of learners when their pairing ended, as an average T-score (Kiresuk and Sherman): 50 is as
--     expected, more is better than expected. Made of the ratings, -2 to +2, that the two gave their own goals.
--     Counted in batches of five of a cohort, in the order in which they came; a batch belongs to the period of its
--     last answer, and what does not fill one waits.
-- columns: programme:text:Programme, answers:number:Learners, attainment:number:T-score
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
