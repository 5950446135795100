-- report: supply-and-demand
-- title: Supply and demand today
-- about: For each term that somebody offers or seeks: mentees and coachees who take part (applied, ready or paused)
--     and seek it, mentors and coaches who take part and offer it, and how many places these have free in all, over
--     all programmes. What somebody seeks or offers in a programme goes before what they do everywhere, as in the
--     matching. Places of one whose number of places is not known count as none.
-- columns: term:text:Term, sought:number:Sought, offered:number:Offered, free_places:number:Free places
-- chart: term sought
-- rules: R18
-- scan: it goes through everybody enrolled
WITH taking_part(person_id, is_learner, terms) AS (
	SELECT e.person_id, e.role IN ('coachee', 'mentee'),
		iif(e.role IN ('coachee', 'mentee'), ifnull(e.seeks, h.seeks), ifnull(e.offers, h.offers))
	FROM enrolment e
	JOIN person h ON h.person_id = e.person_id
	WHERE ifnull(h.left_on, '9999') > :today AND e.state IN ('applied', 'ready', 'paused')
		AND e.programme_id = ifnull(:programme, e.programme_id)
		AND (:cohort IS NULL OR e.cohort_id = :cohort
			OR e.cohort_id IS NULL AND e.role IN ('coach', 'mentor'))
), told(person_id, is_learner, term_key, term) AS (
	SELECT e.person_id, e.is_learner, folded(t.value), min(t.value)
	FROM taking_part e,
		json_each('["' || replace(replace(replace(e.terms, '\', '\\'), '"', '\"'), '; ', '","') || '"]') t
	WHERE e.terms NOT GLOB '*[' || char(1) || '-' || char(31) || ']*'
	GROUP BY 1, 2, 3
)
SELECT min(t.term) AS term, sum(t.is_learner) AS sought, sum(NOT t.is_learner) AS offered,
	sum(iif(t.is_learner, 0, max(0, ifnull(h.capacity, 0) - (
		SELECT count(*) FROM pairing p
		WHERE p.guide_id = h.person_id AND p.state IN ('contracting', 'active', 'paused')
	)))) AS free_places
FROM told t
JOIN person h ON h.person_id = t.person_id
GROUP BY t.term_key
ORDER BY sought DESC, offered, term
