-- report: in-short
-- title: In short
-- about: What is asked for first, in sentences. Each person counts once; pairs are those of today; sessions, endings
--     and answers are of the period, but for sessions of which only a number was told. A pair that was handed over
--     has ended: who goes on with another is told; one made by mistake is not counted. The reports programme-summary,
--     closures and response-rate have them by programme, with their definitions.
-- columns: sentence:text:In short
-- rules: R72
-- scan: it goes through every pairing
-- A plus keeps SQLite from going by that column's index: a programme may have thousands where a person has few.
WITH part AS (
	SELECT e.person_id, e.role IN ('coach', 'mentor') AS guides
	FROM enrolment e
	JOIN person h ON h.person_id = e.person_id AND ifnull(h.left_on, '9999') > :today
	WHERE e.state IN ('applied', 'ready', 'paused') AND e.programme_id = ifnull(:programme, e.programme_id)
		AND (:cohort IS NULL OR e.cohort_id = :cohort)
), pair AS (
	SELECT p.pairing_id, p.spell_id, p.guide_id, p.learner_id, p.programme_id,
		iif(p.state = 'contracting' AND EXISTS (
			SELECT 1 FROM spell k
			WHERE k.spell_id = p.spell_id AND (k.last_met_on IS NOT NULL OR k.sessions_so_far > 0)
		), 'active', p.state) AS state
	FROM pairing p
	WHERE p.programme_id = ifnull(:programme, p.programme_id)
		AND (:cohort IS NULL OR p.pairing_id IN (SELECT pairing_id FROM in_cohort WHERE cohort_id = :cohort))
), unrecorded AS (
	SELECT k.sessions_so_far - (
			SELECT count(*) FROM session s
			WHERE s.spell_id = k.spell_id AND s.state = 'held' AND s.session_date <= k.so_far_on
		) AS sessions
	FROM pair p
	CROSS JOIN spell k ON k.spell_id = p.spell_id
	WHERE k.sessions_so_far > 0
), ended AS (
	SELECT k.closure_kind, k.closure_kind IN ('ended_early', 'never_started') AND EXISTS (
			SELECT 1 FROM counted_pairing n
			WHERE n.learner_id = p.learner_id AND +n.programme_id = p.programme_id
				AND n.pairing_id > p.pairing_id AND n.guide_id <> p.guide_id
		) AS gone_on
	FROM pair p
	CROSS JOIN counted_spell k ON k.pairing_id = p.pairing_id
	WHERE +k.closed_on BETWEEN ifnull(:from, '') AND ifnull(:to, :today)
)
SELECT 'Taking part today: mentors and coaches ' || count(DISTINCT iif(guides, person_id, NULL))
	|| ', mentees and coachees ' || count(DISTINCT iif(guides, NULL, person_id)) || '.' AS sentence
FROM part
UNION ALL
SELECT CASE WHEN count(since) = 0 THEN 'Nobody who is ready waits for a match today'
	ELSE 'Ready and waiting for a match today: ' || count(since) || ', the longest since '
		|| ifnull(CAST(substr(min(nullif(since, '')), 9) AS INTEGER) || ' '
			|| substr('JanFebMarAprMayJunJulAugSepOctNovDec',
				3 * substr(min(nullif(since, '')), 6, 2) - 2, 3)
			|| ' ' || substr(min(nullif(since, '')), 1, 4), 'a day that is not known') END
	|| CASE count(*) - count(since) WHEN 0 THEN '.'
		ELSE '; applied, and still to be found ready: ' || (count(*) - count(since)) || '.' END
FROM (
	SELECT iif(state = 'applied', NULL, ifnull(since, '')) AS since
	FROM waiting
	WHERE role IN ('coachee', 'mentee') AND programme_id = ifnull(:programme, programme_id)
		AND (:cohort IS NULL OR cohort_id = :cohort)
)
UNION ALL
SELECT 'Pairs today: ' || ifnull(sum(state = 'active'), 0) || ' meeting, ' || ifnull(sum(state = 'contracting'), 0)
	|| ' not begun yet, ' || ifnull(sum(state = 'paused'), 0) || ' paused.'
FROM pair
UNION ALL
SELECT 'Sessions held in the period: ' || count(*) || CASE
	WHEN count(*) > 0 AND count(s.minutes) = 0 THEN '; their length is not known.'
	ELSE ', together ' || (ifnull(sum(s.minutes), 0) / 60) || 'h'
		|| iif(ifnull(sum(s.minutes), 0) % 60 = 0, '', substr('0' || sum(s.minutes) % 60, -2))
		|| iif(count(s.minutes) = count(*), '.', '; the length of ' || (count(*) - count(s.minutes))
			|| ' is not known.') END
FROM pair p
CROSS JOIN session s ON s.pairing_id = p.pairing_id
WHERE +s.state = 'held' AND s.session_date BETWEEN ifnull(:from, '') AND ifnull(:to, :today)
UNION ALL
SELECT 'Held before sessions were recorded here, by what was told: ' || sum(sessions) || ', of ' || count(*)
	|| iif(count(*) = 1, ' pair.', ' pairs.')
FROM unrecorded
WHERE sessions > 0
HAVING count(*) > 0
UNION ALL
SELECT CASE WHEN count(*) = 0 THEN 'Pairs that ended in the period: none.'
	ELSE 'Pairs that ended in the period: ' || count(*) || '; '
		|| count(iif(closure_kind IN ('completed', 'goals_attained'), 1, NULL))
		|| ' at their planned end or goal, '
		|| count(iif(closure_kind = 'ended_early', 1, NULL)) || ' early, '
		|| count(iif(closure_kind = 'never_started', 1, NULL)) || ' never begun'
		|| iif(count(*) = count(closure_kind), '', ', ' || (count(*) - count(closure_kind)) || ' not said how')
		|| iif(sum(gone_on) > 0, '. Of those, gone on with another mentor or coach: ' || sum(gone_on), '')
		|| '.' END
FROM ended
UNION ALL
SELECT CASE WHEN count(*) = 0 THEN 'No feedback was due in the period.'
	ELSE 'Feedback that was due in the period: ' || count(*) || '; ' || sum(f.state = 'received') || ' received, '
		|| sum(f.state = 'due') || ' still awaited'
		|| CASE WHEN sum(f.state = 'not_received') = 0 THEN ''
			ELSE ', ' || sum(f.state = 'not_received') || ' given up' END
		|| CASE WHEN sum(f.state = 'waived') = 0 THEN '' ELSE ', ' || sum(f.state = 'waived') || ' waived' END
		|| '.' END
FROM pair p
CROSS JOIN feedback f ON f.pairing_id = p.pairing_id
WHERE +f.due_on BETWEEN ifnull(:from, '') AND ifnull(:to, :today)
UNION ALL
SELECT 'What people answered is shown of groups of ' || ifnull(min(minimum_group), 5)
	|| ' and more; counts of pairs, sessions and endings tell of however few.'
FROM settings
WHERE programme_id = ifnull(:programme, programme_id)
