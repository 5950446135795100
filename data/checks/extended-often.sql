-- check: extended-often
-- rule: R70
-- severity: warn
-- subject: pairing
-- occasion: extension
-- harm: 16
-- title: Extended more than twice
-- says: extended {times} times
-- why: Whoever was helped should leave able to do it alone; a pairing that goes on and on may have become a habit.
-- fix: talk about an ending with the two; or acknowledge that this one goes on, with the reason
-- command: chiron pairing close {pairing_id} --kind completed --initiator both --reason mutual_agreement
-- key: C
-- screen: pairing {pairing_id} agreed
SELECT p.pairing_id AS subject_id, p.pairing_id, p.programme_id, g.name || ' / ' || l.name AS who,
	a.extensions AS times
FROM pairing p
JOIN agreement a ON a.spell_id = p.spell_id
JOIN person g ON g.person_id = p.guide_id
JOIN person l ON l.person_id = p.learner_id
WHERE p.state IN ('active', 'paused') AND a.extensions > 2
