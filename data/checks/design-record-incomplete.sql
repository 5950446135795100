-- check: design-record-incomplete
-- rule: R20
-- severity: refuse
-- subject: programme
-- gate: programme.open
-- harm: 22
-- title: Programme's design is incomplete
-- says: {who} does not say yet: {missing:programme}
-- why: Mentoring needs a design phase before the first pair is made. Coaching does not.
-- fix: fill in what is missing; a line for each will do
-- command: chiron programme set {subject_id} --focus-areas 'what they work on'
-- screen: programme {programme_id}
-- scan: programmes are few
SELECT programme_id AS subject_id, NULL AS pairing_id, programme_id, name AS who, substr(missing, 3) AS missing
FROM (
	SELECT programme_id, name,
		iif(ifnull(purpose, '') = '', ', purpose', '')
			|| iif(ifnull(focus_areas, '') = '', ', focus_areas', '')
			|| iif(ifnull(mentoring_models, '') = '', ', mentoring_models', '')
			|| iif(ifnull(components, '') = '', ', components', '')
			|| iif(ifnull(matching_process, '') = '', ', matching_process', '')
			AS missing
	FROM programme
	WHERE kind = 'mentoring' AND state IN ('design', 'open', 'running')
)
WHERE missing <> ''
