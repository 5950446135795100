-- check: coaching-without-end
-- rule: R38
-- severity: refuse
-- subject: pairing
-- gate: pairing.start pairing.change
-- harm: 0
-- title: The coaching has no planned end
-- says: the agreement has neither a planned end nor a number of sessions
-- why: Coaching has a set timeline, maybe a few sessions.
-- fix: agree on an end or a number of sessions; it can be extended later
-- command: chiron pairing agree {pairing_id} --planned-sessions 6
SELECT p.pairing_id AS subject_id, p.pairing_id, p.programme_id, g.name || ' / ' || l.name AS who
FROM pairing p
JOIN agreement a ON a.spell_id = p.spell_id
JOIN person g ON g.person_id = p.guide_id
JOIN person l ON l.person_id = p.learner_id
WHERE p.kind = 'coaching' AND p.state IN ('contracting', 'active', 'paused')
	AND a.planned_end_on IS NULL AND a.planned_sessions IS NULL
