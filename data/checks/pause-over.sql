-- check: pause-over
-- rule: R33
-- severity: warn
-- subject: pairing
-- occasion: time
-- harm: 21
-- title: Pause is over
-- says: they meant to go on from {until:date}, and are still paused
-- why: While a pairing is paused nothing is due and nobody is reminded: on the day they meant to go on somebody has to
--     ask.
-- fix: ask both: resume the pairing, close it, or snooze this until the day they mean now
-- command: chiron pairing resume {pairing_id}
-- key: C
-- screen: pairing {pairing_id} agreed
SELECT p.pairing_id AS subject_id, p.pairing_id, p.programme_id, g.name || ' / ' || l.name AS who,
	s.pause_until AS until
FROM pairing p
JOIN spell s ON s.spell_id = p.spell_id
JOIN person g ON g.person_id = p.guide_id
JOIN person l ON l.person_id = p.learner_id
WHERE p.state = 'paused' AND s.pause_until <= :today
ORDER BY s.pause_until
