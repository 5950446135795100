-- report: achievements
-- title: Achievements that may be told
-- about: What mentees achieved and agreed to have told, by name and in their words. Who has not said yes is not
--     here, and who takes it back leaves it.
-- columns: programme:text:Programme, learner:text:Mentee, guide:text:Mentor, noted_on:date:Noted on, words:text:Words
-- rules: R64
SELECT r.name AS programme, l.name AS learner, g.name AS guide, e.noted_on, w.words
FROM release e
JOIN released_words w ON w.release_id = e.release_id
JOIN pairing p ON p.pairing_id = e.pairing_id
JOIN programme r ON r.programme_id = p.programme_id
JOIN person g ON g.person_id = p.guide_id
JOIN person l ON l.person_id = p.learner_id
WHERE e.state = 'approved' AND e.kind = 'achievement' AND e.noted_on BETWEEN ifnull(:from, '') AND ifnull(:to, :today)
	AND p.programme_id = ifnull(:programme, p.programme_id)
	AND (:cohort IS NULL OR p.pairing_id IN (SELECT pairing_id FROM in_cohort WHERE cohort_id = :cohort))
ORDER BY programme, e.noted_on, learner
