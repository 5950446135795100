-- check: re-match-wanted
-- rule: R36
-- severity: warn
-- subject: feedback
-- occasion: time
-- harm: 5
-- title: Not a good fit: a new match
-- says: one of the two says it is not a good fit; a new match is nobody's fault
-- why: Early and without blame is when a new match costs least. What they said is between them and you: the other side
--     is not told who said it.
-- fix: speak with them, close the pairing as not a good fit, and propose another one
-- command: chiron pairing close {pairing} --kind {kind} --initiator coordinator --reason not_a_good_fit
-- key: C
-- screen: pairing {pairing} agreed
-- No pairing_id: the desks of the two show nothing of it.
SELECT f.feedback_id AS subject_id, NULL AS pairing_id, p.programme_id, g.name || ' / ' || l.name AS who,
	p.pairing_id AS pairing, iif(p.sessions_held > 0 OR k.last_met_on IS NOT NULL OR k.sessions_so_far > 0,
		'ended_early', 'never_started') AS kind
FROM feedback f
JOIN pairing p ON p.pairing_id = f.pairing_id
JOIN spell k ON k.spell_id = p.spell_id
JOIN person g ON g.person_id = p.guide_id
JOIN person l ON l.person_id = p.learner_id
WHERE f.form = 'comfort' AND f.state = 'received' AND f.fit = 'not_a_good_fit'
	AND p.state IN ('contracting', 'active', 'paused') AND f.spell_id = p.spell_id
	AND NOT EXISTS (
		SELECT 1 FROM feedback n
		WHERE n.spell_id = f.spell_id AND n.form = 'comfort' AND n.side = f.side AND n.state = 'received'
			AND (n.answered_on, n.feedback_id) > (f.answered_on, f.feedback_id)
	)
ORDER BY f.feedback_id
