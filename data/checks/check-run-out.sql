-- check: check-run-out
-- rule: R78
-- severity: warn
-- subject: person
-- occasion: credential
-- harm: 15
-- title: Check or certificate lapses
-- says: the {requirement} of {who} {runs} out on {ends:date}{more}
-- why: They meet somebody one to one, and were checked or trained for a reason; that no programme requires it does not
--     mean that it may lapse. It takes weeks to renew.
-- fix: renew it, and record the new one; `chiron requirement add` makes a programme require it of all
-- command: chiron credential add '{requirement}' --person {subject_id} --kind {kind}
--     --awarded-on 'the day on the certificate'
-- screen: credential {subject_id} {kind} {requirement}
-- measure: ended
-- One line a person, of what ends first. What their programme requires is required-check-missing's or
-- required-check-expiring's, and an internal coach without any training in date is guide-without-training's. No
-- programme tells of expiry more than 730 days before it.
SELECT person_id AS subject_id, NULL AS pairing_id, min(programme_id) AS programme_id, who, requirement, kind,
	min(ends) AS ends, iif(min(ends) < :today, 'ran', 'runs') AS runs,
	iif(count(*) > 1, '; ' || (count(*) - 1) || ' more of theirs, too', '') AS more, sum(ends < :today) AS ended
FROM (
	SELECT c.person_id, min(p.programme_id) AS programme_id, h.name AS who, c.name AS requirement, c.kind,
		c.expires_on AS ends
	FROM credential c
	JOIN pairing p ON p.guide_id = c.person_id AND p.state IN ('contracting', 'active', 'paused')
	JOIN settings t ON t.programme_id = p.programme_id
	JOIN person h ON h.person_id = c.person_id
	WHERE ifnull(c.expires_on, '9999-12-31') <= date(:today, '+730 days')
		AND (c.expires_on < :today OR c.expires_on <= date(:today, '+' || t.expiry_notice_days || ' days'))
		AND NOT (c.kind = 'training' AND c.expires_on < :today
			AND p.kind = 'coaching' AND h.origin IS 'internal')
		AND NOT EXISTS (
			SELECT 1 FROM credential n
			WHERE n.person_id = c.person_id AND lower(n.name) = lower(c.name)
				AND ifnull(n.expires_on, iif(n.awarded_on IS NULL, '', '9999-12-31')) > c.expires_on
		)
		AND NOT EXISTS (
			SELECT 1 FROM requirement q
			WHERE q.programme_id = p.programme_id AND lower(q.name) = lower(c.name)
		)
	GROUP BY c.person_id, lower(c.name)
)
GROUP BY person_id
