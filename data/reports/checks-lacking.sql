-- report: checks-lacking
-- rules: R78
-- title: Who lacks a required check
-- about: Every mentor and coach who takes part, paired or not, whose required check is missing, is out of date, or
--     runs out within the programme's notice; by name, with the day. The earlier of the day on the certificate and the
--     programme's own months counts.
-- columns: name:text:Name, programme:text:Programme, requirement:text:Check, standing:text:Stands, ends:date:Day,
--     phone:person.phone:Phone, email:text:E-mail
-- none: Nobody lacks a check that their programme requires, and none runs out soon. Where a programme requires none,
--     nobody can lack one: `chiron requirement list` says what is required, `chiron requirement add` requires one.
-- scan: it goes through those who take part
-- The best of several counts: the newest certificate of that name.
WITH taking_part AS (
	SELECT DISTINCT e.programme_id, e.person_id
	FROM enrolment e
	WHERE e.role IN ('coach', 'mentor') AND e.state IN ('applied', 'ready', 'paused')
		AND e.programme_id = ifnull(:programme, e.programme_id)
		AND (:cohort IS NULL OR e.cohort_id = :cohort)
), best AS (
	SELECT h.name, h.sort_name, h.phone, h.email, r.name AS programme, q.name AS requirement,
		t.expiry_notice_days, (
			SELECT max(d.held_until)
			FROM requirement_held d
			WHERE d.requirement_id = q.requirement_id AND d.person_id = g.person_id
				AND d.held_from <= :today
		) AS ends
	FROM taking_part g
	JOIN programme r ON r.programme_id = g.programme_id
	JOIN settings t ON t.programme_id = r.programme_id
	JOIN requirement q ON q.programme_id = r.programme_id
	JOIN person h ON h.person_id = g.person_id AND ifnull(h.left_on, '9999') > :today
	WHERE r.state IN ('design', 'open', 'running')
)
SELECT name, programme, requirement,
	CASE WHEN ends IS NULL THEN 'missing' WHEN ends = '' THEN 'without a date'
		WHEN ends < :today THEN 'out of date' ELSE 'runs out soon' END AS standing,
	nullif(ends, '') AS ends, phone, email
FROM best
WHERE ends IS NULL OR ends <= date(:today, '+' || ifnull(expiry_notice_days, 0) || ' days')
ORDER BY ends, sort_name, requirement
