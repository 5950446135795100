-- check: paired-twice
-- rule: R1
-- severity: absolute
-- subject: pairing
-- gate: pairing.add pairing.reopen proposal.accept
-- harm: 1
-- title: The same two are paired twice
-- says: {who} have another live pairing, {other}
-- why: Both kinds are one to one; a second live pairing of the same two splits their record in halves.
-- fix: go on with the pairing there is, or close it first
-- command: chiron pairing show {other}
-- key: C
-- screen: pairing {pairing_id} agreed
-- The later of the two is the finding: spells are numbered in the order in which they begin.
SELECT p.pairing_id AS subject_id, p.pairing_id, p.programme_id, g.name || ' / ' || l.name AS who,
	min(o.pairing_id) AS other
FROM pairing p
JOIN person g ON g.person_id = p.guide_id
JOIN person l ON l.person_id = p.learner_id
JOIN pairing o ON o.guide_id = p.guide_id AND o.state IN ('contracting', 'active', 'paused')
	AND o.learner_id = p.learner_id AND o.spell_id < p.spell_id
WHERE p.state IN ('contracting', 'active', 'paused')
GROUP BY p.pairing_id
