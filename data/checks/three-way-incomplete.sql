-- check: three-way-incomplete
-- rule: R60
-- severity: warn
-- subject: pairing
-- occasion: start
-- harm: 35
-- title: Three-way agreements not whole
-- says: the three-way agreement still lacks the yes of {missing}
-- why: In coaching the line manager is a partner: what is aimed at and what may be shared is clear once all three have
--     said yes.
-- fix: ask them, and record their yes
-- command: chiron pairing three-way {pairing_id}
-- screen: three-way {pairing_id}
SELECT p.pairing_id AS subject_id, p.pairing_id, p.programme_id, g.name || ' / ' || l.name AS who,
	(
		SELECT group_concat(h.name, ', ') FROM person h
		WHERE h.person_id IN (p.guide_id, p.learner_id, l.manager_id) AND NOT EXISTS (
			SELECT 1 FROM answer y
			WHERE y.subject = 'spell' AND y.subject_id = p.spell_id AND y.question = 'three_way'
				AND y.person_id = h.person_id AND y.value = 'yes'
		)
	) AS missing
FROM pairing p
JOIN spell s ON s.spell_id = p.spell_id
JOIN person g ON g.person_id = p.guide_id
JOIN person l ON l.person_id = p.learner_id
WHERE p.kind = 'coaching' AND p.state IN ('contracting', 'active', 'paused') AND s.three_way_on IS NULL
	AND EXISTS (
		SELECT 1 FROM answer y
		WHERE y.subject = 'spell' AND y.subject_id = p.spell_id AND y.question = 'three_way'
	)
ORDER BY p.pairing_id
