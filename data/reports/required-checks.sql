-- report: required-checks
-- title: Required checks today
-- about: Each check that a programme requires of its mentors and coaches, as a safeguarding check: of those who take
--     part (applied, ready or paused) how many have it in date today, how many of these have it running out within 60
--     days, how many lack it, and how many lack it while they are in a pairing that has begun.
-- none: No programme requires a check of its mentors and coaches.
-- columns: programme:text:Programme, requirement:text:Check, guides:number:Mentors and coaches, in_date:number:In date,
--     soon:number:Run out soon, lacking:number:Lack it, meeting:number:Lack it and meet
-- rules: R78
-- scan: programmes and what they require are few, and it goes through their guides
WITH taking_part AS (
	SELECT DISTINCT e.programme_id, e.person_id
	FROM enrolment e
	WHERE e.role IN ('coach', 'mentor') AND e.state IN ('applied', 'ready', 'paused')
		AND (:cohort IS NULL OR e.cohort_id = :cohort OR e.cohort_id IS NULL)
), held AS (
	SELECT d.requirement_id, g.person_id, max(d.held_until) AS until
	FROM taking_part g
	JOIN requirement_held d ON d.programme_id = g.programme_id AND d.person_id = g.person_id
	WHERE d.held_from <= :today
	GROUP BY d.requirement_id, g.person_id
)
SELECT r.name AS programme, q.name AS requirement, count(g.person_id) AS guides,
	count(iif(h.until >= :today, 1, NULL)) AS in_date,
	count(iif(h.until BETWEEN :today AND date(:today, '+60 days'), 1, NULL)) AS soon,
	count(iif(g.person_id IS NOT NULL AND ifnull(h.until, '') < :today, 1, NULL)) AS lacking,
	count(iif(g.person_id IS NOT NULL AND ifnull(h.until, '') < :today AND EXISTS (
			SELECT 1 FROM pairing p
			WHERE p.guide_id = g.person_id AND p.state = 'active' AND +p.programme_id = q.programme_id
		), 1, NULL)) AS meeting
FROM requirement q
JOIN programme r ON r.programme_id = q.programme_id
LEFT JOIN taking_part g ON g.programme_id = q.programme_id
LEFT JOIN held h ON h.requirement_id = q.requirement_id AND h.person_id = g.person_id
WHERE q.programme_id = ifnull(:programme, q.programme_id)
GROUP BY q.requirement_id
ORDER BY r.name, q.name
