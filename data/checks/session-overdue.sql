-- check: session-overdue
-- rule: R32
-- severity: warn
-- subject: pairing
-- occasion: time
-- harm: 11
-- title: Session overdue
-- says: a session was due by {due:date} and none is arranged
-- why: The two agreed how often they meet; sticking to it is what makes it work.
-- fix: log a session that was held, or arrange the next
-- command: chiron log {pairing_id}
-- key: L
-- yields: gone-silent gone-quiet
-- screen: pairing {pairing_id} sessions
SELECT p.pairing_id AS subject_id, p.pairing_id, p.programme_id, g.name || ' / ' || l.name AS who,
	p.next_due_on AS due
FROM pairing p
JOIN person g ON g.person_id = p.guide_id
JOIN person l ON l.person_id = p.learner_id
WHERE p.next_due_on < :today AND p.state = 'active' AND ifnull(p.next_session_on, '') < :today
ORDER BY p.next_due_on
