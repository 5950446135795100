-- report: outcomes
-- title: What both say of it
-- about: Average answers, 1 to 5, to the four questions at the end and in the follow-up, to "I can get similar results
--     without my coach or mentor", of the pulse, and of how sessions were enjoyed; by programme and side. They are
--     counted in batches of five of a cohort, in the order in which they came; where people are asked again and again,
--     the five are different people. A batch belongs to the period of its last answer, and what does not fill one
--     waits.
-- none: Nothing is shown yet: fewer than five people have answered, and of fewer than five, or what the programme sets,
--     nothing is told.
-- columns: programme:text:Programme, form:feedback.form:Form, side:feedback.side:Of, measure:text:Question,
--     answers:number:Answers, average:number:Average
-- rules: R48 R66 R70 R72
-- scan: it tells of every answer
SELECT r.name AS programme, o.form, o.side,
	CASE o.measure WHEN 'helpful' THEN 'Was helpful' WHEN 'aided_learning' THEN 'Aided learning'
		WHEN 'gained_hopes' THEN 'Gained what hoped' WHEN 'fed_back' THEN 'Fed back into work'
		WHEN 'similar_alone' THEN 'Can do it alone'
		WHEN 'enjoyment' THEN 'Enjoyed the session' ELSE 'Relationship' END AS measure,
	sum(o.answers) AS answers, round(1.0 * sum(o.total) / sum(o.answers), 1) AS average
FROM outcome o
JOIN programme r ON r.programme_id = o.programme_id
JOIN settings t ON t.programme_id = r.programme_id
WHERE o.form <> 'growth' AND o.measure <> 'attainment' AND o.last_on BETWEEN ifnull(:from, '') AND ifnull(:to, :today)
	AND o.programme_id = ifnull(:programme, o.programme_id)
	AND (:cohort IS NULL OR o.cohort_id = :cohort)
GROUP BY r.programme_id, o.form, o.side, o.measure
HAVING sum(o.answers) >= t.minimum_group
ORDER BY programme, o.form, o.side, o.measure
