-- check: referral-waiting
-- rule: R62
-- severity: warn
-- subject: pairing
-- occasion: time
-- harm: 9
-- title: Referrals that wait
-- says: a referral is {state} since {since:date}, and nothing has happened
-- why: Somebody was troubled enough to raise it. It goes on only with a yes of theirs, and should not lie.
-- fix: talk it over with the mentee or coachee, record their answer, pass it on, or close it
-- command: chiron referral list --pairing {pairing_id} state:raised,discussed,approved
-- screen: referrals {pairing_id} {referral_id}
SELECT p.pairing_id AS subject_id, p.pairing_id, p.programme_id, g.name || ' / ' || l.name AS who,
	CASE r.state WHEN 'raised' THEN 'raised' WHEN 'discussed' THEN 'discussed' ELSE 'approved' END AS state,
	min(coalesce(r.answered_on, r.discussed_on, r.raised_on)) AS since, r.referral_id
FROM referral r
JOIN pairing p ON p.pairing_id = r.pairing_id
JOIN person g ON g.person_id = p.guide_id
JOIN person l ON l.person_id = p.learner_id
WHERE r.state IN ('raised', 'discussed', 'approved')
	AND coalesce(r.answered_on, r.discussed_on, r.raised_on) < date(:today, '-7 days')
GROUP BY p.pairing_id
ORDER BY since
