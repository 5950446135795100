-- report: sessions-by-month
-- title: Sessions by month
-- about: Sessions held in the period and their length in all as far as it is known, month by month; months
--     without a session are there, too.
-- columns: month:text:Month, sessions:number:Sessions, minutes:minutes:Length, pairings:number:Pairings that met
-- chart: month sessions
-- scan: it goes through every pairing, and its sessions of the period
-- From pairings to their sessions, which lie together: CROSS JOIN keeps that order, the plus keeps off other indexes.
WITH RECURSIVE tallied(list) AS (
	SELECT tally(substr(s.session_date, 1, 7), p.pairing_id, s.minutes, NULL)
	FROM pairing p
	CROSS JOIN session s ON s.pairing_id = p.pairing_id
	WHERE +s.state = 'held' AND s.session_date BETWEEN ifnull(:from, '') AND ifnull(:to, :today)
		AND p.programme_id = ifnull(:programme, p.programme_id)
		AND (:cohort IS NULL OR p.pairing_id IN (SELECT pairing_id FROM in_cohort WHERE cohort_id = :cohort))
), held AS (
	SELECT t.value ->> 0 AS month, t.value ->> 1 AS sessions, t.value ->> 2 AS pairings, t.value ->> 3 AS minutes
	FROM tallied, json_each(tallied.list) t
),
months(month) AS (
	SELECT min(month) FROM held
	UNION ALL
	SELECT strftime('%Y-%m', month || '-01', '+1 month') FROM months WHERE month < (SELECT max(month) FROM held)
)
SELECT m.month, ifnull(h.sessions, 0) AS sessions, iif(h.sessions > 0, nullif(h.minutes, 0), 0) AS minutes,
	ifnull(h.pairings, 0) AS pairings
FROM months m
LEFT JOIN held h ON h.month = m.month
WHERE m.month IS NOT NULL
ORDER BY m.month
