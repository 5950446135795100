-- check: never-started
-- rule: R33
-- severity: warn
-- subject: pairing
-- occasion: time
-- harm: 6
-- title: Never started
-- says: made {made:date}, {days} days ago, and no session yet
-- why: Pairs that do not meet in the first weeks rarely do.
-- fix: ask both what stands in the way, log a session that was held, or close the pairing
-- command: chiron log {pairing_id}
-- key: L
-- screen: pairing {pairing_id} sessions
-- Who met before sessions were recorded here did start.
-- Of a pairing that was re-opened the new time together counts alone.
SELECT pairing_id AS subject_id, pairing_id, programme_id, who, made, days
FROM (
	SELECT p.pairing_id, p.programme_id, g.name || ' / ' || l.name AS who, k.made_on AS made,
		CAST(julianday(:today) - julianday(k.made_on) AS INTEGER) AS days,
		t.never_started_days AS allowed
	FROM pairing p
	JOIN spell k ON k.spell_id = p.spell_id
	JOIN settings t ON t.programme_id = p.programme_id
	JOIN person g ON g.person_id = p.guide_id
	JOIN person l ON l.person_id = p.learner_id
	WHERE p.state IN ('contracting', 'active') AND (
			p.sessions_held = 0 OR k.number > 1 AND NOT EXISTS (
				SELECT 1 FROM session m WHERE m.spell_id = k.spell_id AND m.state = 'held'
			)
		) AND k.last_met_on IS NULL AND ifnull(k.sessions_so_far, 0) = 0
)
WHERE days > allowed
ORDER BY days DESC
