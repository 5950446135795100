-- check: gap-too-long
-- rule: R33
-- severity: warn
-- subject: session
-- occasion: session
-- harm: 25
-- title: A long gap between sessions
-- says: {held:date} came {days} days after the session before
-- why: After too long what was said last is forgotten.
-- fix: ask the two whether the interval they agreed still suits them
-- command: chiron pairing show {pairing_id}
-- key: y
-- screen: pairing {pairing_id} sessions {subject_id}
-- Only what is new is worth a word; a gap with a pause in it is none.
-- The bound of the longest of all programmes lets SQLite begin there, and not at the first session ever.
SELECT session_id AS subject_id, pairing_id, programme_id, who, held,
	CAST(julianday(held) - julianday(earlier) AS INTEGER) AS days
FROM (
	SELECT s.session_id, p.pairing_id, p.programme_id, g.name || ' / ' || l.name AS who, s.session_date AS held,
		t.longest_gap_days AS longest, k.resumed_on AS resumed,
		(
			SELECT max(e.session_date) FROM session e
			WHERE e.spell_id = s.spell_id AND e.state = 'held' AND e.session_date < s.session_date
		) AS earlier
	FROM session s
	JOIN pairing p ON p.pairing_id = s.pairing_id
	JOIN spell k ON k.spell_id = s.spell_id
	JOIN settings t ON t.programme_id = p.programme_id
	JOIN person g ON g.person_id = p.guide_id
	JOIN person l ON l.person_id = p.learner_id
	WHERE s.state = 'held' AND s.session_date BETWEEN date(:today, '-' || t.recent_days || ' days') AND :today
		AND s.session_date >= date(:today, '-' || (SELECT max(recent_days) FROM settings) || ' days')
		AND p.state IN ('contracting', 'active')
)
WHERE julianday(held) - julianday(earlier) > longest AND NOT ifnull(resumed BETWEEN earlier AND held, 0)
