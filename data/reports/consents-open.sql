-- report: consents-open
-- title: Answers that are awaited
-- about: Referrals that are under way, and what may be shared and was not answered yet; never what they
--     are about.
-- columns: what:text:What, state:text:State, since:date:Since, guide:text:Mentor or coach,
--     learner:text:Mentee or coachee, programme:text:Programme
SELECT o.what, o.state, o.since, g.name AS guide, l.name AS learner, r.name AS programme
FROM (
	SELECT 'referral' AS what, state, coalesce(answered_on, discussed_on, raised_on) AS since, pairing_id
	FROM referral WHERE state IN ('raised', 'discussed', 'approved')
	UNION ALL
	SELECT iif(kind = 'achievement', 'achievement', 'to the line manager'), state, coalesce(answered_on, noted_on),
		pairing_id
	FROM release WHERE state = 'noted' OR (state = 'approved' AND kind = 'to_manager')
) o
JOIN pairing p ON p.pairing_id = o.pairing_id
JOIN person g ON g.person_id = p.guide_id
JOIN person l ON l.person_id = p.learner_id
JOIN programme r ON r.programme_id = p.programme_id
WHERE p.programme_id = ifnull(:programme, p.programme_id)
	AND (:cohort IS NULL OR p.pairing_id IN (SELECT pairing_id FROM in_cohort WHERE cohort_id = :cohort))
ORDER BY o.since, guide, learner
