-- report: pairings-by-month
-- title: Pairings by month
-- about: Pairings made, begun and ended in each month of the period; a re-opened one is counted again. Months in which
--     nothing happened are there, too; a pairing made by mistake is not.
-- columns: month:text:Month, made:number:Made, begun:number:Begun, ended:number:Ended
-- chart: month made
-- rules: R73
-- scan: it goes through every pairing
WITH RECURSIVE happened AS (
	SELECT s.made_on AS day, 1 AS made, 0 AS begun, 0 AS ended, s.pairing_id FROM counted_spell s
	UNION ALL
	SELECT s.started_on, 0, 1, 0, s.pairing_id FROM counted_spell s WHERE s.started_on IS NOT NULL
	UNION ALL
	SELECT s.closed_on, 0, 0, 1, s.pairing_id FROM counted_spell s WHERE s.closed_on IS NOT NULL
),
counted AS (
	SELECT substr(h.day, 1, 7) AS month, sum(h.made) AS made, sum(h.begun) AS begun, sum(h.ended) AS ended
	FROM happened h
	JOIN pairing p ON p.pairing_id = h.pairing_id
	WHERE p.programme_id = ifnull(:programme, p.programme_id)
		AND (:cohort IS NULL OR p.pairing_id IN (SELECT pairing_id FROM in_cohort WHERE cohort_id = :cohort))
		AND h.day BETWEEN ifnull(:from, '') AND ifnull(:to, :today)
	GROUP BY month
),
months(month) AS (
	SELECT min(month) FROM counted
	UNION ALL
	SELECT strftime('%Y-%m', month || '-01', '+1 month') FROM months WHERE month < (SELECT max(month) FROM counted)
)
SELECT m.month, ifnull(c.made, 0) AS made, ifnull(c.begun, 0) AS begun, ifnull(c.ended, 0) AS ended
FROM months m
LEFT JOIN counted c ON c.month = m.month
WHERE m.month IS NOT NULL
ORDER BY m.month
