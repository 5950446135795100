-- check: comfort-check-due
-- rule: R36
-- severity: inform
-- subject: pairing
-- harm: 0
-- title: Comfort check due
-- says: nobody has asked {learner} yet whether they are comfortable; they began on {since:date}
-- why: Asked early, after the first session or a month, "not a good fit" is an easy thing to say and to mend.
-- fix: ask, and record the answer; it can be part of a check-in
-- command: chiron feedback record {subject_id} --form comfort --side learner
-- screen: feedback {pairing_id}
-- No pairing_id: it is the coordinator's to ask, and no desk of the two shows it.
-- It is an early check: of pairings that began within the last half year.
SELECT p.pairing_id AS subject_id, NULL AS pairing_id, p.programme_id, g.name || ' / ' || l.name AS who,
	l.name AS learner, s.started_on AS since
FROM pairing p
JOIN spell s ON s.spell_id = p.spell_id
JOIN settings t ON t.programme_id = p.programme_id
JOIN person g ON g.person_id = p.guide_id
JOIN person l ON l.person_id = p.learner_id AND ifnull(l.left_on, '9999') > :today
WHERE p.state = 'active' AND s.started_on >= date(:today, '-6 months')
	AND (s.started_on <= date(:today, '-' || t.comfort_days || ' days') OR EXISTS (
		SELECT 1 FROM session m WHERE m.spell_id = s.spell_id AND m.state = 'held'
	))
	AND NOT EXISTS (
		SELECT 1 FROM feedback f
		WHERE f.spell_id = s.spell_id AND f.form = 'comfort' AND f.side = 'learner' AND f.state = 'received'
	)
ORDER BY since
