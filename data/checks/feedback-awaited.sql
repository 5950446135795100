-- check: feedback-awaited
-- rule: R65
-- severity: warn
-- subject: pairing
-- occasion: time
-- harm: 17
-- title: Feedback awaited
-- says: {who_answers} {missing?has|have} not given feedback since {since:date}; given up after {until:date}
-- why: What both say at the end helps the next placements, and closes the pairing. Its places are free already.
-- fix: ask them and record the answers, or waive what will not come, with the reason
-- command: chiron feedback record {pairing_id} --form end --side {side}
-- screen: feedback {pairing_id} {feedback_id}
SELECT p.pairing_id AS subject_id, p.pairing_id, p.programme_id, g.name || ' / ' || l.name AS who,
	group_concat(h.name, ', ') AS who_answers, count(*) AS missing, min(f.side) AS side, f.feedback_id,
	min(f.due_on) AS since,
	date(min(f.due_on), '+' || t.feedback_days || ' days') AS until
FROM feedback f
JOIN pairing p ON p.pairing_id = f.pairing_id
JOIN settings t ON t.programme_id = p.programme_id
JOIN person h ON h.person_id = f.person_id
JOIN person g ON g.person_id = p.guide_id
JOIN person l ON l.person_id = p.learner_id
WHERE f.state = 'due' AND f.form = 'end'
GROUP BY p.pairing_id
ORDER BY since
