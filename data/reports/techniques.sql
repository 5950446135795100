-- report: techniques
-- title: Techniques used
-- about: How often each technique was tagged to a session held in the period, and by how many mentors and coaches.
-- columns: programme:text:Programme, technique:text:Technique, sessions:number:Sessions, guides:number:Guides
-- chart: technique sessions
-- rules: R54
-- scan: it goes through every session that has a tag
WITH RECURSIVE given(session_id, pairing_id, technique, rest) AS (
	SELECT s.session_id, s.pairing_id, '', s.techniques || '; '
	FROM session s
	WHERE s.state = 'held' AND s.techniques IS NOT NULL
		AND s.session_date BETWEEN ifnull(:from, '') AND ifnull(:to, :today)
	UNION ALL
	SELECT session_id, pairing_id, substr(rest, 1, instr(rest, '; ') - 1), substr(rest, instr(rest, '; ') + 2)
	FROM given
	WHERE rest <> ''
)
SELECT r.name AS programme, min(v.technique) AS technique, count(*) AS sessions, count(DISTINCT p.guide_id) AS guides
FROM given v
JOIN pairing p ON p.pairing_id = v.pairing_id
JOIN programme r ON r.programme_id = p.programme_id
WHERE v.technique <> '' AND p.programme_id = ifnull(:programme, p.programme_id)
	AND (:cohort IS NULL OR p.pairing_id IN (SELECT pairing_id FROM in_cohort WHERE cohort_id = :cohort))
GROUP BY r.programme_id, lower(v.technique)
ORDER BY programme, sessions DESC, technique
