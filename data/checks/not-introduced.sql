-- check: not-introduced
-- rule: R34
-- severity: warn
-- subject: pairing
-- occasion: first-session
-- harm: 46
-- title: Began without an introduction
-- says: the two did not know each other, and met on {held:date} without an introductory meeting before it
-- why: Two who have not met begin with finding out whether they can work together. An introductory meeting, which may
--     be on the first session's day, gives both a way to say no before anything is at stake.
-- fix: log the introductory meeting, where there was one; else ask both how it goes
-- command: chiron log {pairing_id} --date {held} --introduction yes
-- key: L
-- screen: pairing {pairing_id} sessions
-- Sessions go by the agreement's spell, so that they are looked at only where it says that the two are strangers.
-- Whether they knew each other may not be known: that is no finding. Who begin anew know each other by then.
SELECT pairing_id AS subject_id, pairing_id, programme_id, who, held
FROM (
	SELECT p.pairing_id, a.spell_id, p.programme_id, g.name || ' / ' || l.name AS who,
		(
			SELECT min(s.session_date) FROM session s
			WHERE s.spell_id = a.spell_id AND s.state = 'held' AND s.introduction IS NOT 'yes'
		) AS held
	FROM pairing p
	JOIN spell k ON k.spell_id = p.spell_id
	JOIN agreement a ON a.spell_id = p.spell_id
	JOIN person g ON g.person_id = p.guide_id
	JOIN person l ON l.person_id = p.learner_id
	WHERE p.state IN ('contracting', 'active', 'paused') AND a.known_before = 'no' AND k.number = 1
) met
WHERE held <= :today
	AND NOT EXISTS (
		SELECT 1 FROM session s
		WHERE s.spell_id = met.spell_id AND s.state = 'held' AND s.introduction = 'yes'
			AND s.session_date <= held
	)
ORDER BY pairing_id
