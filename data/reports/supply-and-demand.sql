-- report: supply-and-demand
-- title: Supply and demand
-- about: For each term that somebody offers or seeks: learners who take part (applied, ready or paused) and seek it,
--     guides who take part and offer it, and how many places these guides have free in all, over all programmes.
--     Places of a guide whose number of places is not known count as none.
-- columns: term:text:Term, sought:number:Sought, offered:number:Offered, free_places:number:Free places
-- chart: term sought
-- rules: R18
SELECT min(term) AS term, sum(sought) AS sought, sum(offered) AS offered, sum(free) AS free_places
FROM (
	SELECT folded(t.term) AS term_key, t.term, 1 AS sought, 0 AS offered, 0 AS free
	FROM person_term t
	WHERE t.kind = 'seeks' AND EXISTS (
		SELECT 1 FROM enrolment e
		WHERE e.person_id = t.person_id AND e.role IN ('coachee', 'mentee')
			AND e.state IN ('applied', 'ready', 'paused')
			AND e.programme_id = ifnull(:programme, e.programme_id)
	)
	UNION ALL
	SELECT folded(t.term), t.term, 0, 1, max(0, ifnull(h.capacity, 0) - (
		SELECT count(*) FROM pairing p
		WHERE p.guide_id = h.person_id AND p.state IN ('contracting', 'active', 'paused')
	))
	FROM person_term t
	JOIN person h ON h.person_id = t.person_id
	WHERE t.kind = 'offers' AND EXISTS (
		SELECT 1 FROM enrolment e
		WHERE e.person_id = t.person_id AND e.role IN ('coach', 'mentor')
			AND e.state IN ('applied', 'ready', 'paused')
			AND e.programme_id = ifnull(:programme, e.programme_id)
	)
)
GROUP BY term_key
ORDER BY sought DESC, offered, term
