-- report: intake-reasons
-- title: Why people join
-- about: How many who were enrolled in the period gave each reason to join; a person may give several. A reason that
--     fewer gave than the programme's smallest group (five or more) shows no number.
-- columns: programme:text:Programme, reason:text:Reason, people:number:People
-- scan: programmes are few, and it goes through their enrolments
SELECT programme, reason, iif(people >= minimum_group, people, NULL) AS people
FROM (
	SELECT r.name AS programme, t.minimum_group, trim(j.value) AS reason, count(DISTINCT e.person_id) AS people
	FROM programme r
	JOIN settings t ON t.programme_id = r.programme_id
	JOIN enrolment e ON e.programme_id = r.programme_id AND e.intake_reasons IS NOT NULL
	JOIN json_each('["' || replace(e.intake_reasons, '; ', '","') || '"]') j
	WHERE r.programme_id = ifnull(:programme, r.programme_id)
		AND ifnull(e.applied_on, '') BETWEEN ifnull(:from, '') AND ifnull(:to, :today)
	GROUP BY r.programme_id, reason
)
ORDER BY programme, reason
