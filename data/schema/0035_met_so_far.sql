-- Of two who met before sessions were recorded here often only the number is known, or the last day: it is kept with
-- their time together, so that nobody has to make sessions up. The number is of all sessions held by a day.
ALTER TABLE spell ADD COLUMN sessions_so_far INTEGER;
ALTER TABLE spell ADD COLUMN so_far_on TEXT;
ALTER TABLE spell ADD COLUMN last_met_on TEXT;
-- How long active pairs that have met may go without a session, by their programme's settings (R33): the days, or a
-- share of the agreed interval where that is more. Months count 30.4375 days here: this is a threshold and no due date.
-- The days run from the last time they met, or from a later resumption or re-opening. Of whom only the number of their
-- sessions is known, they ran from the day that number is of: by_then is 1.
DROP VIEW inactive;
CREATE VIEW inactive AS
SELECT pairing_id, programme_id, who, nullif(last, '') AS last, since, by_then,
	max(quiet_days, ifnull(quiet_percent / 100.0 * every, 0)) AS quiet_after,
	max(silent_days, ifnull(silent_percent / 100.0 * every, 0)) AS silent_after
FROM (
	SELECT p.pairing_id, p.programme_id, g.name || ' / ' || l.name AS who,
		max(ifnull(p.last_session_on, ''),
			coalesce(s.last_met_on, iif(s.sessions_so_far > 0, s.so_far_on, NULL), '')) AS last,
		ifnull(s.last_met_on IS NULL AND s.sessions_so_far > 0
			AND s.so_far_on > ifnull(p.last_session_on, ''), 0) AS by_then,
		max(ifnull(p.last_session_on, ''),
			coalesce(s.last_met_on, iif(s.sessions_so_far > 0, s.so_far_on, NULL), ''), s.made_on,
			ifnull(s.resumed_on, '')) AS since,
		CAST(ifnull(a.interval, r.interval) AS INTEGER)
			* CASE WHEN ifnull(a.interval, r.interval) LIKE '% day%' THEN 1
				WHEN ifnull(a.interval, r.interval) LIKE '% week%' THEN 7 ELSE 30.4375 END AS every,
		t.quiet_days, t.silent_days, t.quiet_percent, t.silent_percent
	FROM pairing p
	JOIN programme r ON r.programme_id = p.programme_id
	JOIN settings t ON t.programme_id = p.programme_id
	JOIN spell s ON s.spell_id = p.spell_id
	LEFT JOIN agreement a ON a.spell_id = p.spell_id
	JOIN person g ON g.person_id = p.guide_id
	JOIN person l ON l.person_id = p.learner_id
	WHERE p.state = 'active' AND (p.sessions_held > 0 OR s.last_met_on IS NOT NULL OR s.sessions_so_far > 0)
);
