-- check: coach-owned-action
-- rule: R57
-- severity: warn
-- subject: action
-- occasion: action
-- harm: 0
-- title: The coach has taken on an action
-- says: an open action of {when:date} is {guide}'s
-- why: The coach does not produce results outside the sessions; the coachee does.
-- fix: let the coachee own it, unless it is only to send something that was promised
-- command: chiron action show {subject_id}
SELECT a.action_id AS subject_id, p.pairing_id, p.programme_id, g.name || ' / ' || l.name AS who, g.name AS guide,
	a.set_on AS "when"
FROM pairing p
JOIN action a ON a.pairing_id = p.pairing_id AND a.state = 'open' AND a.owner = 'guide'
JOIN person g ON g.person_id = p.guide_id
JOIN person l ON l.person_id = p.learner_id
WHERE p.kind = 'coaching' AND p.state IN ('contracting', 'active', 'paused')
