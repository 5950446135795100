-- check: follow-up-due
-- rule: R75
-- severity: inform
-- subject: pairing
-- harm: 18
-- title: Follow-up due
-- says: {learner} is asked again, half a year after the end; due {since:date}
-- why: What lasts shows only later; one call tells more than the form of the last day.
-- fix: ask, and record the answers, or waive them
-- command: chiron feedback record {pairing_id} --form follow_up --side learner
-- screen: feedback {pairing_id} {feedback_id}
SELECT p.pairing_id AS subject_id, p.pairing_id, p.programme_id, g.name || ' / ' || l.name AS who,
	l.name AS learner, f.feedback_id, f.due_on AS since
FROM feedback f
JOIN pairing p ON p.pairing_id = f.pairing_id
JOIN person g ON g.person_id = p.guide_id
JOIN person l ON l.person_id = p.learner_id
WHERE f.state = 'due' AND f.form = 'follow_up' AND f.due_on <= :today
ORDER BY since
