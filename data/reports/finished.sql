-- report: finished
-- title: Who finished well, and may go on
-- about: Everybody whose pairing ended in the period as planned or with its goals attained, on either side, with the
--     days it lasted from and until, the sessions held and their length in all: what a letter of thanks or a
--     certificate says. Places and pairings now are of mentors and coaches: whoever has room may be asked again, and
--     a mentee whether they would be a mentor. Who has left is not there.
-- none: No pairing ended as planned in the period.
-- columns: person:text:Name, role:text:Took part as, programme:text:Programme, began:date:From, ended:date:Until,
--     sessions:number:Sessions, minutes:minutes:Length, live:number:Pairings now, places:number:Places,
--     email:text:E-mail
-- rules: R13 R69
-- scan: it tells of every spell that ended
WITH done AS (
	SELECT k.spell_id, p.programme_id, p.kind, p.guide_id, p.learner_id, ifnull(k.started_on, k.made_on) AS began,
		k.closed_on AS ended,
		(SELECT count(*) FROM session s WHERE s.spell_id = k.spell_id AND s.state = 'held') AS sessions,
		(SELECT sum(s.minutes) FROM session s WHERE s.spell_id = k.spell_id AND s.state = 'held') AS minutes
	FROM spell k
	JOIN pairing p ON p.pairing_id = k.pairing_id
	WHERE k.closed_on BETWEEN ifnull(:from, '') AND ifnull(:to, :today)
		AND k.closure_kind IN ('completed', 'goals_attained')
		AND p.programme_id = ifnull(:programme, p.programme_id)
		AND (:cohort IS NULL OR p.pairing_id IN (SELECT pairing_id FROM in_cohort WHERE cohort_id = :cohort))
), sides AS (
	SELECT d.*, d.guide_id AS person_id, iif(d.kind = 'coaching', 'coach', 'mentor') AS role, 1 AS guides
	FROM done d
	UNION ALL
	SELECT d.*, d.learner_id, iif(d.kind = 'coaching', 'coachee', 'mentee'), 0 FROM done d
)
SELECT h.name AS person, x.role, r.name AS programme, x.began, x.ended, x.sessions, x.minutes,
	(
		SELECT count(*) FROM pairing q
		WHERE (q.guide_id = h.person_id OR q.learner_id = h.person_id) AND q.state NOT IN ('closing', 'closed')
	) AS live, iif(x.guides, h.capacity, NULL) AS places, h.email
FROM sides x
JOIN person h ON h.person_id = x.person_id
JOIN programme r ON r.programme_id = x.programme_id
WHERE h.left_on IS NULL OR h.left_on > :today
ORDER BY h.sort_name, x.ended
