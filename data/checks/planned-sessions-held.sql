-- check: planned-sessions-held
-- rule: R38
-- severity: warn
-- subject: pairing
-- occasion: time
-- harm: 12
-- title: Sessions all held: extend or close
-- says: {held} of {planned} planned sessions are held
-- why: An end that was agreed is kept, or moved on purpose.
-- fix: close the pairing, or agree on more sessions
-- command: chiron pairing close {pairing_id} --kind completed --initiator both --reason planned_end
-- key: C
-- screen: pairing {pairing_id} agreed
-- Sessions from before they were recorded here count, too.
-- The kept number is of all spells, so it spares counting for most pairings.
SELECT pairing_id AS subject_id, pairing_id, programme_id, who, held, planned
FROM (
	SELECT p.pairing_id, p.programme_id, g.name || ' / ' || l.name AS who, a.planned_sessions AS planned,
		(SELECT count(*) FROM session s WHERE s.spell_id = p.spell_id AND s.state = 'held') + max(0,
			ifnull(k.sessions_so_far, 0) - (
				SELECT count(*) FROM session s
				WHERE s.spell_id = k.spell_id AND s.state = 'held' AND s.session_date <= k.so_far_on
			)) AS held
	FROM pairing p
	JOIN agreement a ON a.spell_id = p.spell_id
	JOIN spell k ON k.spell_id = p.spell_id
	JOIN person g ON g.person_id = p.guide_id
	JOIN person l ON l.person_id = p.learner_id
	WHERE p.state = 'active' AND p.sessions_held + ifnull(k.sessions_so_far, 0) >= a.planned_sessions
)
WHERE held >= planned
