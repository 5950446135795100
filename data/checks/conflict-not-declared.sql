-- check: conflict-not-declared
-- rule: R41
-- severity: inform
-- subject: pairing
-- harm: 0
-- title: Conflict of interest not asked
-- says: {guide} has not declared to have no agenda of their own
-- why: A mentor or coach has no agenda other than the development of the one they guide.
-- fix: ask, and record it with the agreement
-- command: chiron pairing agree {pairing_id} --conflict-declared yes
SELECT p.pairing_id AS subject_id, p.pairing_id, p.programme_id, g.name || ' / ' || l.name AS who, g.name AS guide
FROM pairing p
JOIN agreement a ON a.spell_id = p.spell_id
JOIN person g ON g.person_id = p.guide_id
JOIN person l ON l.person_id = p.learner_id
WHERE p.state IN ('contracting', 'active', 'paused') AND a.conflict_declared IS NOT 'yes'
