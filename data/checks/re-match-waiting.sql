-- check: re-match-waiting
-- rule: R36
-- severity: warn
-- subject: pairing
-- occasion: time
-- harm: 6
-- title: Waiting for a new match
-- says: {learner} waits for a new match since {since:date}: {because}
-- why: Who said that it was not a good fit, or was left by their mentor or coach, should not wait at the end of the
--     queue.
-- fix: propose pairs for the programme, or say that they withdraw: `chiron enrolment set`
-- command: chiron match {programme_id}
-- screen: board {programme_id}
SELECT p.pairing_id AS subject_id, p.pairing_id, p.programme_id, g.name || ' / ' || w.name AS who,
	w.name AS learner, s.closed_on AS since,
	CASE WHEN s.closure_reason = 'not_a_good_fit' THEN 'not a good fit'
		WHEN s.rematch = 'yes' THEN 'wanted when the pairing ended'
		ELSE 'the other side could not go on' END AS because
FROM pairing p
JOIN spell s ON s.spell_id = p.spell_id
JOIN person g ON g.person_id = p.guide_id
JOIN waiting w ON w.person_id = p.learner_id AND (+w.programme_id) = p.programme_id AND w.role IN ('coachee', 'mentee')
WHERE p.state IN ('closing', 'closed') AND ifnull(s.rematch, iif(s.closure_reason IN (
		'not_a_good_fit', 'guide_not_benefiting', 'guide_no_time', 'guide_left', 'guide_lost_contact',
		'conflict_of_interest'
	), 'yes', 'no')) = 'yes'
	AND NOT EXISTS (
		SELECT 1 FROM counted_pairing n
		WHERE n.learner_id = p.learner_id AND (+n.programme_id) = p.programme_id AND n.pairing_id > p.pairing_id
	)
ORDER BY since
