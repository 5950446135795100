-- check: check-run-out
-- rule: R78
-- severity: warn
-- subject: person
-- harm: 15
-- title: A recorded check has run out
-- says: the {requirement} of {who} ran out on {ends:date}
-- why: They meet somebody one to one, and were checked for a reason; that no programme requires the check does not
--     mean that it may lapse.
-- fix: renew it, and record the new one; `chiron requirement add` makes a programme require it of all
-- command: chiron credential add '{requirement}' --person {subject_id} --kind {kind}
--     --awarded-on 'the day on the certificate'
-- screen: credential {subject_id} {kind} {requirement}
-- What their programme requires is required-check-missing's.
SELECT c.person_id AS subject_id, NULL AS pairing_id, p.programme_id, h.name AS who, c.name AS requirement, c.kind,
	max(c.expires_on) AS ends
FROM credential c
JOIN pairing p ON p.guide_id = c.person_id AND p.state IN ('contracting', 'active', 'paused')
JOIN person h ON h.person_id = c.person_id
WHERE ifnull(c.expires_on, '9999-12-31') < :today AND c.kind IN ('check', 'reference')
	AND NOT EXISTS (
		SELECT 1 FROM credential n
		WHERE n.person_id = c.person_id AND lower(n.name) = lower(c.name)
			AND ifnull(n.expires_on, iif(n.awarded_on IS NULL, '', '9999-12-31')) >= :today
	)
	AND NOT EXISTS (
		SELECT 1 FROM requirement q
		WHERE q.programme_id = p.programme_id AND lower(q.name) = lower(c.name)
	)
GROUP BY c.person_id, lower(c.name)
