-- check: somebody-left
-- rule: R84
-- severity: warn
-- subject: pairing
-- occasion: time
-- harm: 3
-- title: One of the two has left
-- says: {gone} left on {left:date}
-- why: When one of the two leaves, the other must not be left waiting.
-- fix: close the pairing, and find a new mentor or coach if the one there was has left
-- command: chiron pairing close {pairing_id} --kind {kind} --initiator coordinator --reason {reason}
-- key: C
-- screen: pairing {pairing_id} agreed
SELECT p.pairing_id AS subject_id, p.pairing_id, p.programme_id, g.name || ' / ' || l.name AS who,
	iif(g.left_on <= :today, g.name, l.name) AS gone, iif(g.left_on <= :today, g.left_on, l.left_on) AS left,
	iif(g.left_on <= :today, 'guide_left', 'learner_left') AS reason,
	iif(p.sessions_held > 0 OR k.last_met_on IS NOT NULL OR k.sessions_so_far > 0, 'ended_early', 'never_started')
		AS kind
FROM pairing p
JOIN spell k ON k.spell_id = p.spell_id
JOIN person g ON g.person_id = p.guide_id
JOIN person l ON l.person_id = p.learner_id
WHERE p.state IN ('contracting', 'active', 'paused') AND (g.left_on <= :today OR l.left_on <= :today)
