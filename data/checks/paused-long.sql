-- check: paused-long
-- rule: R33
-- severity: warn
-- subject: pairing
-- harm: 21
-- title: Paused for long
-- says: paused since {since:date}, for {days} days
-- why: While a pairing is paused nothing is due and nobody is reminded. After 90 days a pair that does not meet has
--     commonly ended without anybody having said so.
-- fix: ask both: resume the pairing, close it, or snooze this until the day they mean to go on
-- command: chiron pairing resume {pairing_id}
-- key: C
-- screen: pairing {pairing_id} agreed
SELECT p.pairing_id AS subject_id, p.pairing_id, p.programme_id, g.name || ' / ' || l.name AS who,
	s.paused_on AS since, CAST(julianday(:today) - julianday(s.paused_on) AS INTEGER) AS days
FROM pairing p
JOIN spell s ON s.spell_id = p.spell_id
JOIN person g ON g.person_id = p.guide_id
JOIN person l ON l.person_id = p.learner_id
WHERE p.state = 'paused' AND julianday(:today) - julianday(s.paused_on) > 90
ORDER BY s.paused_on
