-- report: people-by-source
-- title: Where people came from
-- about: People enrolled in the period, by how they were recruited: how many take part as mentor or coach and as
--     mentee or coachee, and how many of them have ever been paired. Where the source is not known, the row has none.
-- columns: source:person.source:Recruited through, people:number:People, guides:number:Mentors/coaches,
--     learners:number:Mentees/coachees, paired:number:Paired so far
-- chart: source people
-- rules: R18
SELECT min(source) AS source, count(*) AS people, sum(guide) AS guides, sum(learner) AS learners, sum(paired) AS paired
FROM (
	SELECT h.source, max(e.role IN ('coach', 'mentor')) AS guide, max(e.role IN ('coachee', 'mentee')) AS learner,
		EXISTS (
			SELECT 1 FROM counted_pairing p WHERE p.guide_id = h.person_id OR p.learner_id = h.person_id
		) AS paired
	FROM enrolment e
	JOIN person h ON h.person_id = e.person_id
	WHERE e.programme_id = ifnull(:programme, e.programme_id)
		AND (:cohort IS NULL OR e.cohort_id = :cohort)
		AND ifnull(e.applied_on, '') BETWEEN ifnull(:from, '') AND ifnull(:to, :today)
	GROUP BY h.person_id
)
GROUP BY folded(source)
ORDER BY people DESC, source
