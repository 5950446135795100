-- check: too-few-hours
-- rule: R14
-- severity: refuse
-- subject: pairing
-- gate: pairing.add pairing.reopen proposal.accept
-- harm: 5
-- title: Less time than is asked for
-- says: {short} {both?has|have} less than the {hours} {hours?hour|hours} a month that the programme asks for
-- why: It should only be contemplated where both have the time.
-- fix: talk about the time first and correct the hours, or record why this pairing is right
-- command: chiron pairing show {pairing_id}
-- key: e
-- screen: person {short_id}
-- Hours are kept in minutes. Hours that are not known are no violation.
SELECT p.pairing_id AS subject_id, p.pairing_id, p.programme_id, g.name || ' / ' || l.name AS who,
	CASE
		WHEN ifnull(l.hours_per_month, t.minimum_hours) >= t.minimum_hours THEN g.name
		WHEN ifnull(g.hours_per_month, t.minimum_hours) >= t.minimum_hours THEN l.name
		ELSE g.name || ', ' || l.name
	END AS short,
	iif(ifnull(g.hours_per_month, t.minimum_hours) < t.minimum_hours, p.guide_id, p.learner_id) AS short_id,
	(ifnull(g.hours_per_month, t.minimum_hours) < t.minimum_hours)
		+ (ifnull(l.hours_per_month, t.minimum_hours) < t.minimum_hours) AS both,
	rtrim(rtrim(printf('%.2f', t.minimum_hours / 60.0), '0'), '.') AS hours
FROM pairing p
JOIN settings t ON t.programme_id = p.programme_id
JOIN person g ON g.person_id = p.guide_id
JOIN person l ON l.person_id = p.learner_id
WHERE p.state IN ('contracting', 'active', 'paused')
	AND (g.hours_per_month < t.minimum_hours OR l.hours_per_month < t.minimum_hours)
