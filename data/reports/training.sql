-- report: training
-- rules: R8 R9 R78
-- title: Training and checks
-- about: For each programme its mentors and coaches who take part; how many of them have training, a qualification and
--     a check on record that is in date today, and how many lack a check that the programme requires.
-- columns: programme:text:Programme, guides:number:Mentors/coaches, trained:number:Trained, qualified:number:Qualified,
--     checked:number:Checked, lacking:number:Lack a check
-- scan: programmes are few, and it goes through their guides
WITH taking_part AS (
	SELECT DISTINCT e.programme_id, e.person_id
	FROM enrolment e
	WHERE e.role IN ('coach', 'mentor') AND e.state IN ('applied', 'ready', 'paused')
		AND (:cohort IS NULL OR e.cohort_id = :cohort OR e.cohort_id IS NULL)
), held AS (
	SELECT DISTINCT person_id, kind
	FROM credential
	WHERE ifnull(expires_on, '9999') >= :today AND ifnull(awarded_on, '') <= :today
)
SELECT r.name AS programme, count(g.person_id) AS guides,
	count((SELECT 1 FROM held h WHERE h.person_id = g.person_id AND h.kind = 'training')) AS trained,
	count((SELECT 1 FROM held h WHERE h.person_id = g.person_id AND h.kind = 'qualification')) AS qualified,
	count((SELECT 1 FROM held h WHERE h.person_id = g.person_id AND h.kind = 'check')) AS checked,
	count((
		SELECT 1 FROM requirement q
		WHERE q.programme_id = r.programme_id AND g.person_id IS NOT NULL AND NOT EXISTS (
			SELECT 1 FROM requirement_held d
			WHERE d.requirement_id = q.requirement_id AND d.person_id = g.person_id
				AND :today BETWEEN d.held_from AND d.held_until
		)
	)) AS lacking
FROM programme r
LEFT JOIN taking_part g ON g.programme_id = r.programme_id
WHERE r.programme_id = ifnull(:programme, r.programme_id)
GROUP BY r.programme_id
ORDER BY r.name
