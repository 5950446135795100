-- report: response-rate
-- title: Who answered
-- about: Of the feedback that was due in the period, by programme, form and side: how much was received, waived, not
--     received, and is still awaited; and the share that was received of what was not waived.
-- columns: programme:text:Programme, form:feedback.form:Form, side:feedback.side:Of, asked:number:Asked,
--     received:number:Received, waived:number:Waived, not_received:number:Not received, awaited:number:Awaited,
--     rate:number:Received %
-- rules: R65
-- scan: it tells of every form that was asked
SELECT r.name AS programme, f.form, f.side, count(*) AS asked,
	sum(f.state = 'received') AS received, sum(f.state = 'waived') AS waived,
	sum(f.state = 'not_received') AS not_received, sum(f.state = 'due') AS awaited,
	CAST(round(100.0 * sum(f.state = 'received')
		/ nullif(sum(f.state IN ('received', 'not_received')), 0)) AS INTEGER)
		AS rate
FROM feedback f
JOIN pairing p ON p.pairing_id = f.pairing_id
JOIN programme r ON r.programme_id = p.programme_id
WHERE f.due_on BETWEEN ifnull(:from, '') AND ifnull(:to, :today)
	AND p.programme_id = ifnull(:programme, p.programme_id)
	AND (:cohort IS NULL OR p.pairing_id IN (SELECT pairing_id FROM in_cohort WHERE cohort_id = :cohort))
GROUP BY r.programme_id, f.form, f.side
ORDER BY programme, f.form, f.side
