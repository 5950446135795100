-- check: purpose-not-said
-- rule: R24
-- severity: inform
-- subject: pairing
-- harm: 0
-- title: The pairing has no purpose
-- says: it is not said whether it is for a specific need, new expertise, or the next level
-- why: Coaching and mentoring serve a specific need, new expertise, or moving to the next level.
-- fix: say which, or give the programme a usual purpose before its agreements are made
-- command: chiron pairing agree {pairing_id} --purpose new_expertise
SELECT p.pairing_id AS subject_id, p.pairing_id, p.programme_id, g.name || ' / ' || l.name AS who
FROM pairing p
JOIN agreement a ON a.spell_id = p.spell_id
JOIN person g ON g.person_id = p.guide_id
JOIN person l ON l.person_id = p.learner_id
WHERE p.state IN ('contracting', 'active', 'paused') AND a.purpose IS NULL
