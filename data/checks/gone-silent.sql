-- check: gone-silent
-- rule: R33
-- severity: warn
-- subject: pairing
-- harm: 7
-- title: Silent
-- says: no session for {days} days; the last was {last:date}
-- why: Pairs die quietly, and one call in time often saves them. The limit is set by the programme: 60 days, or
--     twice the agreed interval where that is more, unless it says otherwise.
-- fix: ask both how it goes, log a session that was held, or pause or close the pairing
-- command: chiron log {pairing_id}
-- key: L
-- screen: pairing {pairing_id} sessions
-- Months count 30.4375 days here: this is a threshold and no due date. The days run from the last session, or from
-- a later resumption or re-opening. Nothing is due while paused.
SELECT pairing_id AS subject_id, pairing_id, programme_id, who, last, days
FROM (
	SELECT p.pairing_id, p.programme_id, g.name || ' / ' || l.name AS who, p.last_session_on AS last,
		CAST(julianday(:today)
			- julianday(max(p.last_session_on, s.made_on, ifnull(s.resumed_on, ''))) AS INTEGER) AS days,
		ifnull(a.interval, r.interval) AS every, t.quiet_days,
		t.silent_days,
		t.quiet_percent, t.silent_percent
	FROM pairing p
	JOIN programme r ON r.programme_id = p.programme_id
	JOIN settings t ON t.programme_id = p.programme_id
	JOIN spell s ON s.spell_id = p.spell_id
	LEFT JOIN agreement a ON a.spell_id = p.spell_id
	JOIN person g ON g.person_id = p.guide_id
	JOIN person l ON l.person_id = p.learner_id
	WHERE p.state = 'active' AND p.sessions_held > 0
)
WHERE days >= max(silent_days, ifnull(silent_percent / 100.0 * CAST(every AS INTEGER)
	* CASE WHEN every LIKE '% day%' THEN 1 WHEN every LIKE '% week%' THEN 7 ELSE 30.4375 END, 0))
ORDER BY days DESC
