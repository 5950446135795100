-- check: too-many-learners
-- rule: R19
-- severity: refuse
-- subject: pairing
-- gate: pairing.add pairing.change pairing.reopen proposal.accept
-- harm: 0
-- title: Programme has no place left
-- says: this would be pairing {taken} of a programme that allows {most} {most?mentee or coachee|mentees or coachees}
-- why: A programme sets clear limitations, so that it can look after everybody in it.
-- fix: let them wait, close pairings that are over, or change the programme's setting most_learners
-- command: chiron programme setting {programme_id} most_learners {taken}
-- Which programmes have more than they allow is counted once, and which pairing is the one too many only in those. The
-- numbers of programmes are above 0: said so that SQLite goes along them instead of reporting a scan.
SELECT pairing_id AS subject_id, pairing_id, programme_id, who, taken, most
FROM (
	SELECT p.pairing_id, p.programme_id, g.name || ' / ' || l.name AS who, t.most_learners AS most, (
			SELECT count(*) FROM pairing o
			WHERE o.programme_id = p.programme_id AND o.state IN ('contracting', 'active', 'paused')
				AND o.spell_id <= p.spell_id
		) AS taken
	FROM pairing p
	JOIN settings t ON t.programme_id = p.programme_id
	JOIN person g ON g.person_id = p.guide_id
	JOIN person l ON l.person_id = p.learner_id
	WHERE p.state = 'contracting' AND p.programme_id IN (
			SELECT f.programme_id FROM settings f
			WHERE f.programme_id > 0 AND f.most_learners < (
				SELECT count(*) FROM pairing o
				WHERE o.programme_id = f.programme_id AND o.state IN ('contracting', 'active', 'paused')
			)
		)
)
WHERE taken > most
