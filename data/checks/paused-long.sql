-- check: paused-long
-- rule: R33
-- severity: warn
-- subject: pairing
-- occasion: time
-- harm: 21
-- title: Paused for long
-- says: paused since {since:date}, for {days} days
-- why: While a pairing is paused nothing is due and nobody is reminded. A pair that does not meet for long has commonly
--     ended without anybody having said so. The limit is set by the programme: 90 days, unless it says otherwise.
-- fix: ask both: resume the pairing, close it, or snooze this until the day they mean to go on
-- command: chiron pairing resume {pairing_id}
-- key: C
-- screen: pairing {pairing_id} agreed
-- Of a pause whose end was said: pause-over.
SELECT p.pairing_id AS subject_id, p.pairing_id, p.programme_id, g.name || ' / ' || l.name AS who,
	s.paused_on AS since, CAST(julianday(:today) - julianday(s.paused_on) AS INTEGER) AS days
FROM pairing p
JOIN settings t ON t.programme_id = p.programme_id
JOIN spell s ON s.spell_id = p.spell_id
JOIN person g ON g.person_id = p.guide_id
JOIN person l ON l.person_id = p.learner_id
WHERE p.state = 'paused' AND s.pause_until IS NULL
	AND julianday(:today) - julianday(s.paused_on) > t.paused_long_days
ORDER BY s.paused_on
