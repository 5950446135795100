-- report: letters
-- title: Whom to write to
-- about: A line for everybody of whom something is awaited, as of today, to write to them one by one or all at once by
--     a mail merge: the csv file has a column for each field of a letter. What they are written to about: the answer
--     to an approved proposal; the introductory meeting of a pair that has not met; a pair that has not met for as
--     long as the programme sets; actions overdue, never their wording; feedback; a required check that is lacking or
--     runs out; and whether somebody who applied is ready. Since: from when on that is so. Nobody who has left.
-- columns: about:text:About, since:date:Since, name:text:Name, email:text:E-mail, phone:person.phone:Phone,
--     preference:person.contact_preference:Reached best by, other:text:With, other_email:text:Their e-mail,
--     programme:text:Programme
-- none: Nobody has to be written to: nothing is awaited of anybody.
-- rules: R81
-- scan: it goes through every pairing, and who takes part
WITH side(side) AS (
	VALUES ('guide'), ('learner')
), of_pair AS (
	SELECT 'Introductory meeting' AS about, iif(p.state = 'contracting', p.made_on, k.started_on) AS since,
		p.pairing_id, NULL AS side
	FROM pairing p
	JOIN spell k ON k.spell_id = p.spell_id
	WHERE p.state IN ('contracting', 'active') AND p.sessions_held = 0 AND k.last_met_on IS NULL
		AND ifnull(k.sessions_so_far, 0) = 0
	UNION ALL
	SELECT 'No session for long', i.last, i.pairing_id, NULL
	FROM inactive i
	WHERE julianday(:today) - julianday(i.since) >= i.quiet_after
	UNION ALL
	SELECT 'Actions overdue', min(a.due_on), a.pairing_id, a.owner
	FROM action a
	JOIN pairing p ON p.pairing_id = a.pairing_id AND p.state = 'active'
	WHERE a.state = 'open' AND a.due_on < :today
	GROUP BY a.pairing_id, a.owner
	UNION ALL
	SELECT 'Feedback', min(f.due_on), f.pairing_id, f.side
	FROM feedback f
	WHERE f.state = 'due' AND f.due_on <= :today
	GROUP BY f.pairing_id, f.side
), two AS (
	SELECT o.about, o.since, p.programme_id, p.pairing_id, iif(s.side = 'guide', p.guide_id, p.learner_id) AS me,
		iif(s.side = 'guide', p.learner_id, p.guide_id) AS other
	FROM of_pair o
	JOIN pairing p ON p.pairing_id = o.pairing_id
	CROSS JOIN side s
	WHERE o.side IS NULL OR o.side = s.side
	UNION ALL
	SELECT 'Answer to a proposal', q.proposed_on, q.programme_id, NULL,
		iif(s.side = 'guide', q.guide_id, q.learner_id), iif(s.side = 'guide', q.learner_id, q.guide_id)
	FROM proposal q
	CROSS JOIN side s
	WHERE q.state = 'approved' AND ifnull(q.expires_on, :today) >= :today
		AND iif(s.side = 'guide', q.guide_accepted_on, q.learner_accepted_on) IS NULL
	UNION ALL
	SELECT 'Ready to be matched?', e.applied_on, e.programme_id, NULL, e.person_id, NULL
	FROM waiting e
	WHERE e.state = 'applied' AND e.role IN ('coachee', 'mentee')
	UNION ALL
	SELECT 'Required check: ' || c.name, nullif(c.ends, ''), c.programme_id, NULL, c.person_id, NULL
	FROM (
		SELECT DISTINCT e.programme_id, e.person_id, q.name, t.expiry_notice_days, (
				SELECT max(d.held_until)
				FROM requirement_held d
				WHERE d.requirement_id = q.requirement_id AND d.person_id = e.person_id
					AND d.held_from <= :today
			) AS ends
		FROM enrolment e
		JOIN programme r ON r.programme_id = e.programme_id AND r.state IN ('design', 'open', 'running')
		JOIN settings t ON t.programme_id = e.programme_id
		JOIN requirement q ON q.programme_id = e.programme_id
		WHERE e.role IN ('coach', 'mentor') AND e.state IN ('applied', 'ready', 'paused')
	) c
	WHERE c.ends IS NULL OR c.ends <= date(:today, '+' || ifnull(c.expiry_notice_days, 0) || ' days')
)
SELECT w.about, w.since, h.name, h.email, h.phone, h.contact_preference AS preference, o.name AS other,
	o.email AS other_email, r.name AS programme
FROM two w
JOIN person h ON h.person_id = w.me AND ifnull(h.left_on, '9999') > :today
JOIN programme r ON r.programme_id = w.programme_id
LEFT JOIN person o ON o.person_id = w.other
WHERE w.programme_id = ifnull(:programme, w.programme_id)
	AND (:cohort IS NULL OR w.pairing_id IN (SELECT pairing_id FROM in_cohort WHERE cohort_id = :cohort)
		OR EXISTS (
			SELECT 1 FROM enrolment e
			WHERE e.person_id = w.me AND e.programme_id = w.programme_id AND e.cohort_id = :cohort
		))
ORDER BY w.about, w.since, h.sort_name, o.name
