-- check: coaching-without-goal
-- rule: R55
-- severity: refuse
-- subject: pairing
-- gate: pairing.start pairing.change
-- harm: 0
-- title: The coaching has no goal
-- says: {who} have set no goal yet
-- why: Coaching works on concrete issues towards specific goals; a focus area is too broad for it.
-- fix: let the two set one; its wording is theirs alone
-- command: chiron goal add {pairing_id}
SELECT p.pairing_id AS subject_id, p.pairing_id, p.programme_id, g.name || ' / ' || l.name AS who
FROM pairing p
JOIN person g ON g.person_id = p.guide_id
JOIN person l ON l.person_id = p.learner_id
WHERE p.kind = 'coaching' AND p.state IN ('contracting', 'active', 'paused')
	AND NOT EXISTS (
		SELECT 1 FROM goal o
		WHERE o.spell_id = p.spell_id AND o.kind = 'goal' AND o.state IN ('open', 'attained')
	)
