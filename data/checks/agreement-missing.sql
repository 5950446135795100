-- check: agreement-missing
-- rule: R28
-- severity: refuse
-- subject: pairing
-- gate: pairing.start
-- harm: 0
-- title: There is no agreement yet
-- says: {who} have not recorded what they agreed
-- why: It is essential to clarify expectations and goals at the start.
-- fix: record the agreement; it starts from the programme's usual terms, so that one key may do
-- command: chiron pairing agree {pairing_id} --agreed-by both --how spoken
SELECT p.pairing_id AS subject_id, p.pairing_id, p.programme_id, g.name || ' / ' || l.name AS who
FROM pairing p
JOIN person g ON g.person_id = p.guide_id
JOIN person l ON l.person_id = p.learner_id
WHERE p.state IN ('contracting', 'active', 'paused')
	AND NOT EXISTS (SELECT 1 FROM agreement a WHERE a.spell_id = p.spell_id)
