-- check: manager-not-heard
-- rule: R60
-- severity: inform
-- subject: pairing
-- harm: 36
-- title: Line managers not heard yet
-- says: {who} have met, and {manager}, the line manager, has not said where they see a need
-- why: In coaching the line manager is a partner of the coach: what they see is worth knowing while there is time to
--     work on it. It goes one way; nothing of the coaching goes back.
-- fix: ask them, and record what they say for the two
-- command: chiron manager add {pairing_id} --stage start
-- key: a
-- screen: manager {pairing_id}
-- Not asked where the manager is the coach (R4).
SELECT p.pairing_id AS subject_id, p.pairing_id, p.programme_id, g.name || ' / ' || l.name AS who, m.name AS manager
FROM pairing p
JOIN person g ON g.person_id = p.guide_id
JOIN person l ON l.person_id = p.learner_id
JOIN person m ON m.person_id = l.manager_id
WHERE p.kind = 'coaching' AND p.state IN ('active', 'paused') AND p.manager_coach IS NOT 'yes'
	AND l.manager_id <> p.guide_id
	AND EXISTS (SELECT 1 FROM session s WHERE s.spell_id = p.spell_id AND s.state = 'held')
	AND NOT EXISTS (SELECT 1 FROM manager_feedback f WHERE f.spell_id = p.spell_id)
ORDER BY p.pairing_id
