-- How long active pairs that have met may go without a session, by their programme's settings (R33): the days, or a
-- share of the agreed interval where that is more. Months count 30.4375 days here: this is a threshold and no due date.
-- The days run from the last session, or from a later resumption or re-opening.
CREATE VIEW inactive AS
SELECT pairing_id, programme_id, who, last, since,
	max(quiet_days, ifnull(quiet_percent / 100.0 * every, 0)) AS quiet_after,
	max(silent_days, ifnull(silent_percent / 100.0 * every, 0)) AS silent_after
FROM (
	SELECT p.pairing_id, p.programme_id, g.name || ' / ' || l.name AS who, p.last_session_on AS last,
		max(p.last_session_on, s.made_on, ifnull(s.resumed_on, '')) AS since,
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
	WHERE p.state = 'active' AND p.sessions_held > 0
);
