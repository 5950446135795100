-- report: required-checks
-- title: Required checks
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
	SELECT q.requirement_id, g.person_id, max(min(
			ifnull(c.expires_on, '9999-12-31'),
			iif(q.valid_months IS NULL OR c.awarded_on IS NULL, '9999-12-31',
				months_after(c.awarded_on, q.valid_months))
		)) AS until
	FROM requirement q
	JOIN taking_part g ON g.programme_id = q.programme_id
	JOIN credential c ON c.person_id = g.person_id AND lower(c.name) = lower(q.name)
	WHERE ifnull(c.awarded_on, '') <= :today
		AND (q.valid_months IS NULL OR c.awarded_on IS NOT NULL OR c.expires_on IS NOT NULL)
	GROUP BY q.requirement_id, g.person_id
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
