-- check: actions-overdue
-- rule: R43
-- severity: warn
-- subject: pairing
-- occasion: time
-- harm: 14
-- title: Actions overdue
-- says: {overdue} {overdue?action is|actions are} overdue, the oldest since {since:date}
-- why: What was agreed is done, carried forward or dropped; it is not forgotten.
-- fix: review them: done, carry forward with a new date, or drop
-- command: chiron action review {pairing_id}
-- screen: pairing {pairing_id} actions {oldest}
-- measure: overdue
-- Columns beside a min() are of its row: that is the oldest.
SELECT p.pairing_id AS subject_id, p.pairing_id, p.programme_id, g.name || ' / ' || l.name AS who,
	count(*) AS overdue, min(a.due_on) AS since, a.action_id AS oldest
FROM action a
JOIN pairing p ON p.pairing_id = a.pairing_id
JOIN person g ON g.person_id = p.guide_id
JOIN person l ON l.person_id = p.learner_id
WHERE a.state = 'open' AND a.due_on < :today AND p.state IN ('contracting', 'active')
GROUP BY p.pairing_id
ORDER BY since
