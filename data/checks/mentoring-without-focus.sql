-- check: mentoring-without-focus
-- rule: R55
-- severity: warn
-- subject: pairing
-- occasion: start
-- harm: 0
-- title: The mentoring has no focus area
-- says: {who} have named no focus area yet
-- why: Mentoring is broader than coaching, but it too is about something.
-- fix: let the two name one, as work and life in balance, or self-confidence
-- command: chiron goal add {pairing_id}
SELECT p.pairing_id AS subject_id, p.pairing_id, p.programme_id, g.name || ' / ' || l.name AS who
FROM pairing p
JOIN person g ON g.person_id = p.guide_id
JOIN person l ON l.person_id = p.learner_id
WHERE p.kind = 'mentoring' AND p.state IN ('active', 'paused')
	AND NOT EXISTS (SELECT 1 FROM goal o WHERE o.spell_id = p.spell_id AND o.state IN ('open', 'attained'))
