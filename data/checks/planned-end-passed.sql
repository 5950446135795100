-- check: planned-end-passed
-- rule: R38
-- severity: warn
-- subject: pairing
-- occasion: time
-- harm: 12
-- title: Planned end: extend or close
-- says: the planned end was {ends:date}
-- why: An end that was agreed is kept, or moved on purpose.
-- fix: close the pairing, or agree on a later end
-- command: chiron pairing close {pairing_id} --kind completed --initiator both --reason planned_end
-- key: C
-- screen: pairing {pairing_id} agreed
SELECT p.pairing_id AS subject_id, p.pairing_id, p.programme_id, g.name || ' / ' || l.name AS who,
	a.planned_end_on AS ends
FROM pairing p
JOIN agreement a ON a.spell_id = p.spell_id
JOIN person g ON g.person_id = p.guide_id
JOIN person l ON l.person_id = p.learner_id
WHERE p.state = 'active' AND a.planned_end_on <= :today
ORDER BY a.planned_end_on
