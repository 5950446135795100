-- check: aims-not-told
-- rule: R30
-- severity: warn
-- subject: pairing
-- occasion: agreement
-- harm: 28
-- title: Aims not recorded
-- says: they have met, and nobody says {lacks}
-- why: Mentees and coachees are clear at the outset about what they want, and tell their mentor or coach.
-- fix: ask the two; record the day in the agreement, and the goals or focus areas in their words
-- command: chiron pairing agree {pairing_id} --aims-shared-on today
-- key: y
-- screen: pairing {pairing_id} agreed
-- The sessions are looked at last: most pairings lack nothing.
SELECT p.pairing_id AS subject_id, p.pairing_id, p.programme_id, g.name || ' / ' || l.name AS who,
	CASE WHEN a.aims_shared_on IS NOT NULL THEN 'what the '
		WHEN p.has_aims THEN 'when their aims were told by the '
		ELSE 'what the ' END || iif(p.kind = 'coaching', 'coachee', 'mentee')
		|| CASE WHEN a.aims_shared_on IS NOT NULL THEN ' wants'
		WHEN p.has_aims THEN ''
		ELSE ' wants, and when they told it' END AS lacks
FROM (
	SELECT q.*, EXISTS (SELECT 1 FROM goal o WHERE o.spell_id = q.spell_id AND o.state <> 'dropped') AS has_aims
	FROM pairing q
	WHERE q.state IN ('contracting', 'active', 'paused')
) p
LEFT JOIN agreement a ON a.spell_id = p.spell_id
JOIN person g ON g.person_id = p.guide_id
JOIN person l ON l.person_id = p.learner_id
WHERE CASE WHEN a.aims_shared_on IS NOT NULL AND p.has_aims THEN 0
	ELSE EXISTS (SELECT 1 FROM session s WHERE s.spell_id = p.spell_id AND s.state = 'held') END
