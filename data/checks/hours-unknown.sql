-- check: hours-unknown
-- rule: R14
-- severity: refuse
-- subject: pairing
-- gate: pairing.add proposal.accept
-- harm: 0
-- title: Time of the two is unknown
-- says: the hours a month of {unknown} are not known
-- why: It should only be contemplated where both have the time. Only programmes that ask for hours refuse for it.
-- fix: ask, and record the hours, or let the programme not ask for them (its setting hours_required)
-- command: chiron person set {unknown_id} --hours-per-month 2
SELECT p.pairing_id AS subject_id, p.pairing_id, p.programme_id, g.name || ' / ' || l.name AS who,
	CASE WHEN g.hours_per_month IS NOT NULL THEN l.name WHEN l.hours_per_month IS NOT NULL THEN g.name
		ELSE g.name || ', ' || l.name END AS unknown,
	iif(g.hours_per_month IS NULL, p.guide_id, p.learner_id) AS unknown_id
FROM pairing p
JOIN settings t ON t.programme_id = p.programme_id
JOIN person g ON g.person_id = p.guide_id
JOIN person l ON l.person_id = p.learner_id
WHERE p.state = 'contracting' AND t.hours_required = 'yes' AND t.minimum_hours > 0
	AND (g.hours_per_month IS NULL OR l.hours_per_month IS NULL)
