-- check: session-taken-away
-- rule: R79
-- severity: warn
-- subject: pairing
-- occasion: time
-- harm: 47
-- title: A session was taken away
-- says: {remover} took the session of {of:date} away on {removed:date}, as recorded by mistake
-- why: What the two wrote of it went with it: they should not have to find that out by looking for it.
-- fix: if it did take place, log it again; else acknowledge this
-- command: chiron pairing show {pairing_id}
-- key: L
-- screen: pairing {pairing_id} sessions
-- For two weeks, and where a coordinator did it and neither of the two.
SELECT p.pairing_id AS subject_id, p.pairing_id, p.programme_id, g.name || ' / ' || l.name AS who,
	s.taken_session_on AS of, s.taken_on AS removed, s.taken_by AS remover
FROM spell s
JOIN pairing p ON p.spell_id = s.spell_id
JOIN person g ON g.person_id = p.guide_id
JOIN person l ON l.person_id = p.learner_id
WHERE s.taken_on > date(:today, '-14 days') AND p.state <> 'closed'
