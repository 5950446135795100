-- check: session-without-goal
-- rule: R48
-- severity: warn
-- subject: session
-- occasion: session
-- harm: 44
-- title: A session is linked to no goal
-- says: the session of {day:date} says of none of the goals that it worked towards it
-- why: Each session may be enjoyed without losing sight of the bigger goal.
-- fix: say which goal it was about, by its number
-- command: chiron session set {subject_id} --goal NUMBER
-- key: e
-- screen: pairing {pairing_id} sessions {subject_id}
-- Only where the programme asks for it, the pair has set goals, and the session is recent.
-- The bound of the longest of all programmes lets SQLite begin there, and not at the first session ever.
SELECT s.session_id AS subject_id, p.pairing_id, p.programme_id, g.name || ' / ' || l.name AS who,
	s.session_date AS day
FROM session s
JOIN pairing p ON p.pairing_id = s.pairing_id
JOIN settings t ON t.programme_id = p.programme_id
JOIN person g ON g.person_id = p.guide_id
JOIN person l ON l.person_id = p.learner_id
WHERE s.state = 'held' AND s.session_date BETWEEN date(:today, '-' || t.recent_days || ' days') AND :today
	AND s.session_date >= date(:today, '-' || (SELECT max(recent_days) FROM settings) || ' days')
	AND t.goal_links = 'yes' AND s.goal_id IS NULL AND s.introduction IS NOT 'yes'
	AND p.state IN ('contracting', 'active') AND EXISTS (SELECT 1 FROM goal o WHERE o.spell_id = s.spell_id)
