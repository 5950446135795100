-- check: session-without-aim
-- rule: R47
-- severity: inform
-- subject: session
-- occasion: session
-- harm: 45
-- title: A session to come has no aim yet
-- says: the session of {day:date} has no aim yet
-- why: With a clear aim the two know what to prepare, and whether it was worth it.
-- fix: ask what it is for; of a session that was held nobody asks
-- command: chiron session set {subject_id} --aim yes
-- key: e
-- screen: pairing {pairing_id} sessions {subject_id}
SELECT s.session_id AS subject_id, p.pairing_id, p.programme_id, g.name || ' / ' || l.name AS who,
	s.session_date AS day
FROM session s
JOIN pairing p ON p.pairing_id = s.pairing_id
JOIN person g ON g.person_id = p.guide_id
JOIN person l ON l.person_id = p.learner_id
WHERE s.state = 'arranged' AND s.session_date >= :today AND s.aim IS NOT 'yes'
	AND p.state IN ('contracting', 'active', 'paused')
