-- report: sessions-by-month
-- title: Sessions by month
-- about: Sessions held in the period and their length in all, month by month; months without a session are there, too.
-- columns: month:text:Month, sessions:number:Sessions, minutes:minutes:Length, pairings:number:Pairings that met
-- chart: month sessions
-- scan: it goes through every session of the period
WITH RECURSIVE held AS (
	SELECT substr(s.session_date, 1, 7) AS month, count(*) AS sessions, ifnull(sum(s.minutes), 0) AS minutes,
		count(DISTINCT s.pairing_id) AS pairings
	FROM session s
	JOIN pairing p ON p.pairing_id = s.pairing_id
	WHERE s.state = 'held' AND s.session_date BETWEEN ifnull(:from, '') AND ifnull(:to, :today)
		AND p.programme_id = ifnull(:programme, p.programme_id)
		AND (:cohort IS NULL OR p.pairing_id IN (SELECT pairing_id FROM in_cohort WHERE cohort_id = :cohort))
	GROUP BY month
),
months(month) AS (
	SELECT min(month) FROM held
	UNION ALL
	SELECT strftime('%Y-%m', month || '-01', '+1 month') FROM months WHERE month < (SELECT max(month) FROM held)
)
SELECT m.month, ifnull(h.sessions, 0) AS sessions, ifnull(h.minutes, 0) AS minutes, ifnull(h.pairings, 0) AS pairings
FROM months m
LEFT JOIN held h ON h.month = m.month
WHERE m.month IS NOT NULL
ORDER BY m.month
