-- report: introductions
-- title: Introductions
-- about: How many doors mentors opened in the period, and what came of it; never to whom.
-- columns: programme:text:Programme, introductions:number:Introductions, pairings:number:Pairings, met:number:They met,
--     led_on:number:It led on, without:number:Nothing came of it
-- rules: R53
SELECT r.name AS programme, count(*) AS introductions, count(DISTINCT i.pairing_id) AS pairings,
	sum(i.outcome IS 'met') AS met, sum(i.outcome IS 'led_on') AS led_on, sum(i.outcome IS 'nothing') AS without
FROM introduction i
JOIN pairing p ON p.pairing_id = i.pairing_id
JOIN programme r ON r.programme_id = p.programme_id
WHERE p.kind = 'mentoring' AND i.introduced_on BETWEEN ifnull(:from, '') AND ifnull(:to, :today)
	AND p.programme_id = ifnull(:programme, p.programme_id)
	AND (:cohort IS NULL OR p.pairing_id IN (SELECT pairing_id FROM in_cohort WHERE cohort_id = :cohort))
GROUP BY r.programme_id
ORDER BY programme
