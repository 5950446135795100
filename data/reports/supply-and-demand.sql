-- report: supply-and-demand
-- title: Supply and demand today
-- about: For each term that somebody offers or seeks: mentees and coachees who take part (applied, ready or paused)
--     and seek it, mentors and coaches who take part and offer it, and how many places these have free in all, over
--     all programmes. Places of one whose number of places is not known count as none.
-- columns: term:text:Term, sought:number:Sought, offered:number:Offered, free_places:number:Free places
-- chart: term sought
-- rules: R18
-- scan: it goes through everybody enrolled
WITH taking_part(person_id, is_learner) AS (
	SELECT DISTINCT person_id, role IN ('coachee', 'mentee')
	FROM enrolment
	JOIN person USING (person_id)
	WHERE ifnull(left_on, '9999') > :today AND state IN ('applied', 'ready', 'paused')
		AND programme_id = ifnull(:programme, programme_id)
		AND (:cohort IS NULL OR cohort_id = :cohort OR cohort_id IS NULL AND role IN ('coach', 'mentor'))
)
SELECT min(term) AS term, sum(sought) AS sought, sum(offered) AS offered, sum(free) AS free_places
FROM (
	SELECT folded(t.term) AS term_key, t.term, 1 AS sought, 0 AS offered, 0 AS free
	FROM taking_part e
	CROSS JOIN person_term t ON t.person_id = e.person_id AND t.kind = 'seeks'
	WHERE e.is_learner
	UNION ALL
	SELECT folded(t.term), t.term, 0, 1, max(0, ifnull(h.capacity, 0) - (
		SELECT count(*) FROM pairing p
		WHERE p.guide_id = h.person_id AND p.state IN ('contracting', 'active', 'paused')
	))
	FROM taking_part e
	JOIN person h ON h.person_id = e.person_id
	CROSS JOIN person_term t ON t.person_id = e.person_id AND t.kind = 'offers'
	WHERE NOT e.is_learner
)
GROUP BY term_key
ORDER BY sought DESC, offered, term
