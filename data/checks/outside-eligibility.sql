-- check: outside-eligibility
-- rule: R19
-- severity: refuse
-- subject: pairing
-- gate: pairing.add pairing.change proposal.accept
-- harm: 0
-- title: One of the two may not take part
-- says: {person} is not among those who may take part as {side:eligibility.side}: {field:eligibility.field} must be
--     {allowed}{scope}
-- why: A scheme may be focused or broad, but its limits are clear and kept.
-- fix: choose somebody within the limits, correct what is recorded, or change the limit
-- command: chiron eligibility list --programme {programme_id}
SELECT p.pairing_id AS subject_id, p.pairing_id, p.programme_id, g.name || ' / ' || l.name AS who, h.name AS person,
	iif(h.person_id = p.guide_id, 'guide', 'learner') AS side, x.field, replace(x.allowed, '; ', ' / ') AS allowed,
	ifnull('; the programme is not for: ' || r.out_of_scope, '') AS scope
FROM pairing p
JOIN programme r ON r.programme_id = p.programme_id
JOIN person g ON g.person_id = p.guide_id
JOIN person l ON l.person_id = p.learner_id
JOIN person h ON h.person_id IN (p.guide_id, p.learner_id)
JOIN eligibility_missed x ON x.programme_id = p.programme_id AND x.person_id = h.person_id
	AND (x.side IS NULL OR h.person_id = iif(x.side = 'guide', p.guide_id, p.learner_id))
WHERE p.state = 'contracting'
