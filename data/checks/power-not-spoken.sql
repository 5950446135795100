-- check: power-not-spoken
-- rule: R35
-- severity: warn
-- subject: pairing
-- occasion: pairing agreement
-- harm: 34
-- title: Power between the two
-- says: {apart}; speak of power
-- why: Where one could decide about the other, or stands far above them, it is in the room whether it is named or not.
--     Named at the start it does less harm.
-- fix: let the two speak of it, and tick in the agreement that they did
-- command: chiron pairing agree {pairing_id} --power-spoken yes
-- key: y
-- screen: pairing {pairing_id} agreed
-- Of two who are just paired, it is said before they begin.
-- UNION drops what was seen before, so that a loop of managers ends.
SELECT p.pairing_id AS subject_id, p.pairing_id, p.programme_id, g.name || ' / ' || l.name AS who,
	iif(abs(g.grade - l.grade) >= t.power_gap, 'their grades are ' || abs(g.grade - l.grade) || ' apart',
		'one is above the other in the reporting line') AS apart
FROM pairing p
JOIN settings t ON t.programme_id = p.programme_id
JOIN person g ON g.person_id = p.guide_id
JOIN person l ON l.person_id = p.learner_id
LEFT JOIN agreement a ON a.spell_id = p.spell_id
WHERE p.state IN ('contracting', 'active', 'paused') AND a.power_spoken IS NOT 'yes'
	AND (a.agreement_id IS NOT NULL OR p.state = 'contracting')
	AND (
		abs(g.grade - l.grade) >= t.power_gap
		OR EXISTS (
			WITH RECURSIVE line(person_id) AS (
				SELECT l.manager_id
				UNION
				SELECT m.manager_id FROM line JOIN person m ON m.person_id = line.person_id
			)
			SELECT 1 FROM line WHERE line.person_id = p.guide_id
		)
		OR EXISTS (
			WITH RECURSIVE line(person_id) AS (
				SELECT g.manager_id
				UNION
				SELECT m.manager_id FROM line JOIN person m ON m.person_id = line.person_id
			)
			SELECT 1 FROM line WHERE line.person_id = p.learner_id
		)
	)
ORDER BY p.pairing_id
