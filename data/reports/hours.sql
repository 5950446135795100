-- report: hours
-- title: Time given by each mentor and coach
-- about: Sessions held in the period and their length in all, for each mentor and coach, with how many mentees and
--     coachees; the most first. A session whose length is not known counts with none.
-- columns: guide:text:Mentor or coach, learners:number:Mentees/coachees, sessions:number:Sessions,
--     minutes:minutes:Length, unknown:number:Without length
-- chart: guide minutes
-- scan: it goes through every pairing
-- From pairings to their sessions, which lie together: CROSS JOIN keeps that order, the plus keeps off other indexes.
-- Grouped by the guide's number alone, which pairings have an index of: then nothing is sorted but the guides.
WITH given AS (
	SELECT p.guide_id, count(DISTINCT p.learner_id) AS learners, count(*) AS sessions,
		ifnull(sum(s.minutes), 0) AS minutes, sum(s.minutes IS NULL) AS unknown
	FROM pairing p
	CROSS JOIN session s ON s.pairing_id = p.pairing_id
	WHERE +s.state = 'held' AND s.session_date BETWEEN ifnull(:from, '') AND ifnull(:to, :today)
		AND p.programme_id = ifnull(:programme, p.programme_id)
		AND (:cohort IS NULL OR p.pairing_id IN (SELECT pairing_id FROM in_cohort WHERE cohort_id = :cohort))
	GROUP BY p.guide_id
)
SELECT g.name AS guide, v.learners, v.sessions, v.minutes, v.unknown
FROM given v
JOIN person g ON g.person_id = v.guide_id
ORDER BY minutes DESC, sessions DESC, guide
