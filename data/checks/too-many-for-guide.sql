-- check: too-many-for-guide
-- rule: R19
-- severity: refuse
-- subject: pairing
-- gate: pairing.add pairing.change pairing.reopen proposal.accept
-- harm: 0
-- title: No place left in this programme
-- says: {guide} would have {taken} pairings in this programme, which allows {most}
-- why: A programme sets how many one mentor or coach may have, so that each mentee or coachee gets their share.
-- fix: choose another mentor or coach, or change the programme's setting most_per_guide
-- command: chiron programme setting {programme_id} most_per_guide {taken}
-- A plus keeps SQLite from going by that column's index: a programme may have thousands where a person has few.
SELECT pairing_id AS subject_id, pairing_id, programme_id, who, guide, taken, most
FROM (
	SELECT p.pairing_id, p.programme_id, g.name || ' / ' || l.name AS who, g.name AS guide,
		t.most_per_guide AS most, (
			SELECT count(*) FROM pairing o
			WHERE o.guide_id = p.guide_id AND o.state IN ('contracting', 'active', 'paused')
				AND o.spell_id <= p.spell_id AND +o.programme_id = p.programme_id
		) AS taken
	FROM pairing p
	JOIN settings t ON t.programme_id = p.programme_id
	JOIN person g ON g.person_id = p.guide_id
	JOIN person l ON l.person_id = p.learner_id
	WHERE p.state = 'contracting' AND t.most_per_guide IS NOT NULL
)
WHERE taken > most
