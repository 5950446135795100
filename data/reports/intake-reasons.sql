-- report: intake-reasons
-- title: Why people join
-- about: How many who enrolled in the period gave each reason; a person may give several. A reason that fewer gave than
--     the programme's smallest group (five or more) shows no number.
-- columns: programme:text:Programme, reason:text:Reason, people:number:People
-- rules: R23
-- scan: programmes are few, and it goes through their enrolments
WITH RECURSIVE given(programme_id, person_id, reason, rest) AS (
	SELECT e.programme_id, e.person_id, '', e.intake_reasons || '; '
	FROM enrolment e
	WHERE e.intake_reasons IS NOT NULL
		AND ifnull(e.applied_on, '') BETWEEN ifnull(:from, '') AND ifnull(:to, :today)
	UNION ALL
	SELECT programme_id, person_id, substr(rest, 1, instr(rest, '; ') - 1), substr(rest, instr(rest, '; ') + 2)
	FROM given
	WHERE rest <> ''
)
SELECT r.name AS programme, v.reason, iif(count(DISTINCT v.person_id) >= t.minimum_group,
	count(DISTINCT v.person_id), NULL) AS people
FROM given v
JOIN programme r ON r.programme_id = v.programme_id
JOIN settings t ON t.programme_id = v.programme_id
WHERE v.reason <> '' AND r.programme_id = ifnull(:programme, r.programme_id)
GROUP BY r.programme_id, v.reason
ORDER BY r.name, v.reason
