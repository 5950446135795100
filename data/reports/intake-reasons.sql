-- report: intake-reasons
-- title: Why people join
-- about: How many gave each reason for joining; a person may give several. Counted in batches of five, in the
--     order in which people were enrolled, so that no two reports, compared, tell one person's; a batch belongs to
--     the period in which its last person applied. A reason that fewer gave than the programme's smallest group shows
--     no number. Of one cohort nothing is told: who changes from one to another would be told by the difference.
-- columns: programme:text:Programme, reason:text:Reason, people:number:People
-- none: Nobody gave a reason yet, or it was asked of one cohort, of which nothing is told.
-- rules: R23 R72
-- scan: programmes are few, and it goes through their enrolments
WITH RECURSIVE given(programme_id, person_id, enrolment_id, applied_on, reason, rest) AS (
	SELECT e.programme_id, e.person_id, e.enrolment_id, ifnull(e.applied_on, ''), '',
		e.intake_reasons || '; '
	FROM enrolment e
	WHERE e.intake_reasons IS NOT NULL
	UNION ALL
	SELECT programme_id, person_id, enrolment_id, applied_on, substr(rest, 1, instr(rest, '; ') - 1),
		substr(rest, instr(rest, '; ') + 2)
	FROM given
	WHERE rest <> ''
), numbered AS (
	SELECT programme_id, reason, max(applied_on) AS applied_on, (row_number() OVER (
			PARTITION BY programme_id, reason ORDER BY min(enrolment_id)
		) - 1) / 5 AS batch
	FROM given
	WHERE reason <> ''
	GROUP BY programme_id, reason, person_id
), batched AS (
	SELECT programme_id, reason, batch, count(*) AS people, max(applied_on) AS last_on
	FROM numbered
	GROUP BY programme_id, reason, batch
), counted AS (
	SELECT programme_id, reason, sum(iif(
		people = 5 AND last_on BETWEEN ifnull(:from, '') AND ifnull(:to, :today), people, 0
	)) AS people
	FROM batched
	WHERE :cohort IS NULL
	GROUP BY programme_id, reason
)
SELECT r.name AS programme, c.reason, iif(c.people >= t.minimum_group, c.people, NULL) AS people
FROM counted c
JOIN programme r ON r.programme_id = c.programme_id
JOIN settings t ON t.programme_id = c.programme_id
WHERE r.programme_id = ifnull(:programme, r.programme_id)
ORDER BY r.name, c.reason
