-- check: large-coaching-programme
-- rule: R22
-- severity: warn
-- subject: programme
-- occasion: programme opening
-- harm: 24
-- title: Large programme without a design
-- says: {who} has {learners} coachees and does not say: {missing:programme}
-- why: Coaching a large group, more than the five to eight of a small one, does need a competency area, the
--     expertise it takes, and tools of assessment. Nobody is refused for it.
-- fix: say which competency they work on, which expertise that takes, and which tools of assessment there are
-- command: chiron programme set {subject_id} --competency-area 'what they work on'
-- screen: programme {programme_id}
-- scan: programmes are few
SELECT programme_id AS subject_id, NULL AS pairing_id, programme_id, name AS who, learners,
	substr(missing, 3) AS missing
FROM (
	SELECT r.programme_id, r.name, t.large_group,
		(
			SELECT count(*) FROM enrolment e
			WHERE e.programme_id = r.programme_id AND e.role = 'coachee'
				AND e.state IN ('applied', 'ready', 'paused')
		) AS learners,
		iif(ifnull(r.competency_area, '') = '', ', competency_area', '')
			|| iif(ifnull(r.expertise_needed, '') = '', ', expertise_needed', '')
			|| iif(ifnull(r.assessment_tools, '') = '', ', assessment_tools', '')
			AS missing
	FROM programme r
	JOIN settings t ON t.programme_id = r.programme_id
	WHERE r.kind = 'coaching' AND r.state IN ('design', 'open', 'running')
)
WHERE missing <> '' AND learners >= large_group
