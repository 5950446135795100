-- check: all-goals-attained
-- rule: R68
-- severity: warn
-- subject: pairing
-- occasion: goal
-- harm: 13
-- title: Goals attained: close or set more
-- says: {who} have attained every goal they set
-- why: Once the skill is acquired the coach is no longer needed.
-- fix: close the pairing, or let the two set another goal
-- command: chiron pairing close {pairing_id} --kind goals_attained --initiator both --reason goals_attained
-- key: C
-- screen: pairing {pairing_id} agreed
SELECT p.pairing_id AS subject_id, p.pairing_id, p.programme_id, g.name || ' / ' || l.name AS who
FROM pairing p
JOIN person g ON g.person_id = p.guide_id
JOIN person l ON l.person_id = p.learner_id
WHERE p.kind = 'coaching' AND p.state = 'active'
	AND EXISTS (SELECT 1 FROM goal o WHERE o.spell_id = p.spell_id AND o.state = 'attained')
	AND NOT EXISTS (SELECT 1 FROM goal o WHERE o.spell_id = p.spell_id AND o.state = 'open')
