-- report: techniques
-- title: Techniques used
-- about: How often each technique was tagged to a session held in the period, and by how many mentors and coaches.
-- columns: programme:text:Programme, technique:text:Technique, sessions:number:Sessions, guides:number:Mentors/coaches
-- chart: technique sessions
-- rules: R54
-- scan: it goes through every pairing, and its sessions of the period
-- By guides, so that the sessions of one come together, as tally() needs them to count guides.
WITH tallied(list) AS (
	SELECT tally(p.programme_id || ' ' || lower(t.value), p.guide_id, NULL, t.value)
	FROM (SELECT DISTINCT guide_id FROM pairing) g
	CROSS JOIN pairing p ON p.guide_id = g.guide_id
	CROSS JOIN session s ON s.pairing_id = p.pairing_id
	CROSS JOIN json_each('[' || replace(json_quote(s.techniques), '; ', '","') || ']') t
	WHERE +s.state = 'held' AND s.techniques IS NOT NULL
		AND s.session_date BETWEEN ifnull(:from, '') AND ifnull(:to, :today)
		AND p.programme_id = ifnull(:programme, p.programme_id)
		AND (:cohort IS NULL OR p.pairing_id IN (SELECT pairing_id FROM in_cohort WHERE cohort_id = :cohort))
)
SELECT r.name AS programme, t.value ->> 4 AS technique, t.value ->> 1 AS sessions, t.value ->> 2 AS guides
FROM tallied, json_each(tallied.list) t
JOIN programme r ON r.programme_id = CAST(t.value ->> 0 AS INTEGER)
ORDER BY programme, sessions DESC, technique
