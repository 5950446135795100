-- report: briefs
-- title: Briefs not read
-- about: Pairings whose mentor or coach has not read the brief on the context of the mentee or coachee, or for whom
--     none is written, and whether they have met. Closed ones are left out.
-- columns: programme:text:Programme, guide:text:Mentor or coach, learner:text:Mentee or coachee,
--     brief_on:spell.brief_on:Written on, sessions:number:Sessions
-- rules: R37
SELECT r.name AS programme, g.name AS guide, l.name AS learner, s.brief_on, p.sessions_held AS sessions
FROM pairing p
JOIN spell s ON s.spell_id = p.spell_id
JOIN programme r ON r.programme_id = p.programme_id
JOIN person g ON g.person_id = p.guide_id
JOIN person l ON l.person_id = p.learner_id
WHERE p.state IN ('contracting', 'active', 'paused') AND s.brief_read_on IS NULL
	AND (s.brief_on IS NOT NULL OR p.sessions_held = 0 AND s.last_met_on IS NULL
		AND ifnull(s.sessions_so_far, 0) = 0)
	AND p.programme_id = ifnull(:programme, p.programme_id)
	AND (:cohort IS NULL OR p.pairing_id IN (SELECT pairing_id FROM in_cohort WHERE cohort_id = :cohort))
ORDER BY programme, guide, learner
