-- report: late-starters
-- title: Late starters
-- about: Pairings of the last year whose first session came more than two weeks after they were made, slowest first.
-- columns: guide:text:Mentor or coach, learner:text:Mentee or coachee, made_on:date:Made, first_on:date:First session,
--     days:number:Days
-- scan: it looks at every pairing of a year
SELECT guide, learner, made_on, first_on, CAST(julianday(first_on) - julianday(made_on) AS INTEGER) AS days
FROM (
	SELECT g.name AS guide, l.name AS learner, p.made_on, (
			SELECT min(s.session_date) FROM session s WHERE s.pairing_id = p.pairing_id AND s.state = 'held'
		) AS first_on
	FROM pairing p
	JOIN person g ON g.person_id = p.guide_id
	JOIN person l ON l.person_id = p.learner_id
	WHERE p.made_on > date(:today, '-1 year')
)
WHERE julianday(first_on) - julianday(made_on) > 14
ORDER BY days DESC, guide, learner
