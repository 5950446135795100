-- check: too-soon
-- rule: R33
-- severity: warn
-- subject: session
-- occasion: session
-- harm: 23
-- title: Sessions too close together
-- says: {held:date} came {gap} the session before
-- why: Between two sessions there must be time to do what was agreed.
-- fix: leave more time, or correct the date if it was entered wrongly
-- command: chiron session show {subject_id}
-- key: e
-- screen: pairing {pairing_id} sessions {subject_id}
-- Only what is new is worth a word. An introductory meeting may be on the first session's day.
-- The bound of the longest of all programmes lets SQLite begin there, and not at the first session ever.
SELECT session_id AS subject_id, pairing_id, programme_id, who, held,
	CASE CAST(julianday(held) - julianday(earlier) AS INTEGER)
		WHEN 0 THEN 'on the day of'
		WHEN 1 THEN '1 day after'
		ELSE CAST(julianday(held) - julianday(earlier) AS INTEGER) || ' days after' END AS gap
FROM (
	SELECT s.session_id, p.pairing_id, p.programme_id, g.name || ' / ' || l.name AS who, s.session_date AS held,
		t.shortest_gap_days AS shortest,
		(
			SELECT max(e.session_date) FROM session e
			WHERE e.spell_id = s.spell_id AND e.state = 'held' AND e.session_date <= s.session_date
				AND (e.session_date < s.session_date OR e.session_id < s.session_id)
				AND e.introduction IS NOT 'yes'
		) AS earlier
	FROM session s
	JOIN pairing p ON p.pairing_id = s.pairing_id
	JOIN settings t ON t.programme_id = p.programme_id
	JOIN person g ON g.person_id = p.guide_id
	JOIN person l ON l.person_id = p.learner_id
	WHERE s.state = 'held' AND s.session_date BETWEEN date(:today, '-' || t.recent_days || ' days') AND :today
		AND s.session_date >= date(:today, '-' || (SELECT max(recent_days) FROM settings) || ' days')
		AND s.introduction IS NOT 'yes' AND p.state IN ('contracting', 'active')
)
WHERE julianday(held) - julianday(earlier) < shortest
