-- check: proposal-waiting
-- rule: R17
-- severity: inform
-- subject: proposal
-- harm: 0
-- title: A proposal waits for a decision
-- says: {state:proposal.state}, made {days} {days?day|days} ago; it expires {expires:date}
-- why: An open proposal holds a place, and two people wait for it.
-- fix: accept or decline it
-- command: chiron proposal accept {subject_id}
-- screen: board {programme_id}
SELECT o.proposal_id AS subject_id, NULL AS pairing_id, o.programme_id, g.name || ' / ' || l.name AS who, o.state,
	CAST(julianday(:today) - julianday(ifnull(o.proposed_on, :today)) AS INTEGER) AS days,
	o.expires_on AS expires
FROM programme r
JOIN proposal o ON o.programme_id = r.programme_id AND o.state IN ('drafted', 'approved')
	AND ifnull(o.expires_on, :today) >= :today
JOIN person g ON g.person_id = o.guide_id
JOIN person l ON l.person_id = o.learner_id
ORDER BY days DESC
