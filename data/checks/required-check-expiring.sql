-- check: required-check-expiring
-- rule: R78
-- severity: warn
-- subject: person
-- occasion: credential
-- harm: 17
-- title: A required check runs out soon
-- says: the {requirement} of {who} runs out on {ends:date}
-- why: A check takes weeks to renew; begun in time, no pairing has to stop for it.
-- fix: renew it, and record the new one
-- command: chiron credential add '{requirement}' --person {subject_id} --kind {kind}
--     --awarded-on 'the day on the certificate'
-- screen: credential {subject_id} {kind} {requirement}
-- What has run out already is required-check-missing's, for those who are paired.
SELECT subject_id, NULL AS pairing_id, programme_id, who, requirement, ends,
	iif(lower(requirement) LIKE '%training%', 'training', 'check') AS kind
FROM (
	SELECT h.person_id AS subject_id, e.programme_id, h.name AS who, q.name AS requirement, t.expiry_notice_days,
		max(d.held_until) AS ends
	FROM programme r
	JOIN settings t ON t.programme_id = r.programme_id
	JOIN requirement q ON q.programme_id = r.programme_id
	JOIN enrolment e ON e.programme_id = r.programme_id AND e.role IN ('coach', 'mentor')
		AND e.state IN ('applied', 'ready', 'paused')
	JOIN person h ON h.person_id = e.person_id AND ifnull(h.left_on, '9999') > :today
	JOIN requirement_held d ON d.requirement_id = q.requirement_id AND d.person_id = e.person_id
	WHERE r.state IN ('design', 'open', 'running')
	GROUP BY q.requirement_id, h.person_id
)
WHERE ends BETWEEN :today AND date(:today, '+' || expiry_notice_days || ' days')
