-- Who is there to be matched. Live pairings are those that take a place: contracting, active, paused. An open
-- proposal is drafted or approved and not past its day. All of a programme is read at once: a statement a person
-- would take longer than the matching.

-- name: match_learners
-- Waiting: enrolled, not in a live pairing of the programme (the places of one that is closing are free, R65), and not
-- proposed and approved already. The order is that of names, so that it does not tell who came first.
SELECT p.person_id AS person_id, p.name AS name, NULL AS offers, e.seeks AS seeks,
	p.languages AS languages, p.meeting_times AS meeting_times, p.field_of_work AS field_of_work,
	p.location AS location, p.department AS department, p.grade AS grade, p.hours_per_month AS hours_per_month,
	p.appointed_on AS appointed_on, e.state AS state, NULL AS capacity, NULL AS places_here, 0 AS taken,
	0 AS taken_here, e.applied_on AS applied_on,
	0 AS qualified, NULL AS origin, 0 AS trained, NULL AS lacking, 0 AS unavailable,
	EXISTS (
		SELECT 1 FROM eligibility_missed x
		WHERE x.programme_id = :programme_id AND x.person_id = e.person_id
			AND (x.side IS NULL OR x.side = 'learner')
	) AS ineligible,
	EXISTS (
		SELECT 1 FROM proposal o
		WHERE o.learner_id = e.person_id AND o.state = 'declined' AND o.programme_id = e.programme_id
			AND ifnull(o.decided_on, '') >= ifnull(e.applied_on, '')
	) AS declined
FROM unpaired e JOIN person p ON p.person_id = e.person_id
WHERE e.programme_id = :programme_id AND e.role = :role AND NOT EXISTS (
		SELECT 1 FROM proposal o
		WHERE o.learner_id = e.person_id AND o.state = 'approved' AND o.programme_id = e.programme_id
			AND ifnull(o.expires_on, :today) >= :today
	)
ORDER BY p.sort_name, ifnull(p.email_key, ''), p.person_id;

-- name: match_guides
-- Places taken are counted over all programmes and kinds, and in this programme; this programme's drafts, which
-- proposing anew supersedes, are left out.
SELECT p.person_id AS person_id, p.name AS name, ifnull(e.offers, p.offers) AS offers, NULL AS seeks,
	p.languages AS languages, p.meeting_times AS meeting_times, p.field_of_work AS field_of_work,
	p.location AS location, p.department AS department, p.grade AS grade, p.hours_per_month AS hours_per_month,
	NULL AS appointed_on, e.state AS state, p.capacity AS capacity, e.capacity AS places_here, NULL AS applied_on,
	0 AS declined, ifnull(p.availability IN ('not_now', 'away'), 0) AS unavailable,
	EXISTS (
		SELECT 1 FROM credential c
		WHERE c.person_id = p.person_id AND c.kind = 'qualification'
			AND ifnull(c.expires_on, :today) >= :today AND ifnull(c.awarded_on, '') <= :today
	) AS qualified,
	p.origin AS origin,
	EXISTS (
		SELECT 1 FROM credential c
		WHERE c.person_id = p.person_id AND c.kind = 'training' AND ifnull(c.expires_on, :today) >= :today
			AND ifnull(c.awarded_on, '') <= :today
	) AS trained,
	(
		SELECT group_concat(q.name, ', ')
		FROM requirement q
		WHERE q.programme_id = :programme_id AND NOT EXISTS (
			SELECT 1 FROM requirement_held d
			WHERE d.requirement_id = q.requirement_id AND d.person_id = p.person_id
				AND :today BETWEEN d.held_from AND d.held_until
		)
	) AS lacking,
	EXISTS (
		SELECT 1 FROM eligibility_missed x
		WHERE x.programme_id = :programme_id AND x.person_id = e.person_id
			AND (x.side IS NULL OR x.side = 'guide')
	) AS ineligible,
	(
		SELECT count(*) FROM place_taken g WHERE g.guide_id = e.person_id
	) + (
		SELECT count(*) FROM place_proposed o
		WHERE o.guide_id = e.person_id AND ifnull(o.expires_on, :today) >= :today
			AND (o.state <> 'drafted' OR o.programme_id <> e.programme_id)
	) AS taken,
	(
		SELECT count(*) FROM pairing g
		WHERE g.guide_id = e.person_id AND g.state IN ('contracting', 'active', 'paused')
			AND (+g.programme_id) = e.programme_id
	) + (
		SELECT count(*) FROM proposal o
		WHERE o.guide_id = e.person_id AND o.state = 'approved' AND (+o.programme_id) = e.programme_id
			AND ifnull(o.expires_on, :today) >= :today
	) AS taken_here
FROM enrolment e JOIN person p ON p.person_id = e.person_id
WHERE e.programme_id = :programme_id AND e.role = :role AND e.state IN ('applied', 'ready') AND p.left_on IS NULL
ORDER BY p.sort_name, ifnull(p.email_key, ''), p.person_id;

-- name: match_not_ready
-- The learners found not ready, who are in no live pairing there, with their last answer to each question of readiness.
SELECT p.person_id AS person_id, p.name AS name, (
		SELECT a.value FROM answer a
		WHERE a.subject = 'enrolment' AND a.subject_id = e.enrolment_id AND a.question = 'ready_aim'
		ORDER BY a.answered_on DESC, a.answer_id DESC LIMIT 1
	) AS ready_aim, (
		SELECT a.value FROM answer a
		WHERE a.subject = 'enrolment' AND a.subject_id = e.enrolment_id AND a.question = 'ready_time'
		ORDER BY a.answered_on DESC, a.answer_id DESC LIMIT 1
	) AS ready_time
FROM enrolment e JOIN person p ON p.person_id = e.person_id
WHERE e.programme_id = :programme_id AND e.role = :role AND e.state = 'not_ready' AND p.left_on IS NULL
	AND NOT EXISTS (
		SELECT 1 FROM pairing l
		WHERE l.learner_id = e.person_id AND (+l.programme_id) = e.programme_id
			AND l.state IN ('contracting', 'active', 'paused')
	)
ORDER BY p.sort_name, ifnull(p.email_key, ''), p.person_id;

-- name: match_pairings
-- Whom the learners are or were paired with, in whichever role and programme, and how it ended;
-- who were paired by mistake were not.
SELECT l.guide_id AS one_id, l.learner_id AS other_id, l.state AS state, s.closure_reason AS closure_reason
FROM enrolment e JOIN counted_pairing l ON l.learner_id = e.person_id LEFT JOIN spell s ON s.spell_id = l.spell_id
WHERE e.programme_id = :programme_id AND e.role = :role AND e.state IN ('applied', 'ready')
UNION ALL
SELECT l.learner_id, l.guide_id, l.state, s.closure_reason
FROM enrolment e JOIN counted_pairing l ON l.guide_id = e.person_id LEFT JOIN spell s ON s.spell_id = l.spell_id
WHERE e.programme_id = :programme_id AND e.role = :role AND e.state IN ('applied', 'ready');

-- name: match_declined
SELECT DISTINCT guide_id, learner_id FROM proposal WHERE programme_id = :programme_id AND state = 'declined';

-- name: match_drafts
SELECT guide_id, learner_id FROM proposal WHERE programme_id = :programme_id AND state = 'drafted'
ORDER BY proposal_id;

-- name: match_past
-- What learners said at the end of earlier pairings of the guides (R67); comfort checks and pulses are never used so.
SELECT p.guide_id AS guide_id, f.helpful AS helpful
FROM enrolment e JOIN pairing p ON p.guide_id = e.person_id JOIN feedback f ON f.pairing_id = p.pairing_id
WHERE e.programme_id = :programme_id AND e.role = :role AND e.state IN ('applied', 'ready')
	AND f.form = 'end' AND f.side = 'learner' AND (+f.state) = 'received' AND f.helpful IS NOT NULL
ORDER BY f.recorded_number DESC;

-- name: match_approved
SELECT count(*) AS found FROM proposal
WHERE programme_id = :programme_id AND state = 'approved' AND ifnull(expires_on, :today) >= :today;

-- name: match_rules
SELECT kind, guide_id, learner_id FROM pair_rule WHERE programme_id = :programme_id
UNION ALL
SELECT kind, guide_id, learner_id FROM pair_rule WHERE programme_id IS NULL;

-- name: match_wishes
SELECT person_id, wished_id, asked_by, ifnull(place, 9) AS place FROM wish WHERE programme_id = :programme_id;

-- name: match_weights
SELECT match_weight_id, criterion, points FROM match_weight WHERE programme_id = :programme_id;

-- name: match_line
-- Everybody enrolled, and everybody above them. UNION drops what was seen before, so that a loop of managers ends.
WITH RECURSIVE line(person_id, manager_id) AS (
	SELECT p.person_id, p.manager_id FROM enrolment e JOIN person p ON p.person_id = e.person_id
	WHERE e.programme_id = :programme_id AND e.state IN ('applied', 'ready') AND p.manager_id IS NOT NULL
	UNION
	SELECT m.person_id, m.manager_id FROM line JOIN person m ON m.person_id = line.manager_id
	WHERE m.manager_id IS NOT NULL
)
SELECT person_id, manager_id FROM line ORDER BY person_id;

-- name: match_to_settle
-- Proposals of the programme that proposing anew puts an end to: drafts, and open ones past their day.
SELECT proposal_id FROM proposal
WHERE programme_id = :programme_id
	AND (state = 'drafted' OR (state = 'approved' AND ifnull(expires_on, :today) < :today))
ORDER BY proposal_id;

-- name: match_last_run
-- The last one that is over: all it proposed was accepted, declined or has expired. One with drafts is what proposing
-- anew replaces, and one that was replaced left nobody out: else the same people would be proposed in turns.
SELECT learners FROM match_run
WHERE match_run_id = (
	SELECT max(r.match_run_id) FROM match_run r
	WHERE r.programme_id = :programme_id AND NOT EXISTS (
		SELECT 1 FROM proposal p
		WHERE p.match_run_id = r.match_run_id AND p.state IN ('drafted', 'approved', 'superseded')
	)
);

-- name: match_one
-- Somebody who is proposed by hand, enrolled and waiting or not.
SELECT p.person_id AS person_id, p.name AS name, ifnull(e.offers, p.offers) AS offers,
	ifnull(e.seeks, p.seeks) AS seeks, p.languages AS languages, p.meeting_times AS meeting_times,
	p.field_of_work AS field_of_work, p.location AS location, p.department AS department, p.grade AS grade,
	p.hours_per_month AS hours_per_month, p.appointed_on AS appointed_on, e.state AS state, p.capacity AS capacity,
	e.capacity AS places_here, NULL AS applied_on, 0 AS declined,
	ifnull(p.availability IN ('not_now', 'away'), 0) AS unavailable, 0 AS ineligible,
	EXISTS (
		SELECT 1 FROM credential c
		WHERE c.person_id = p.person_id AND c.kind = 'qualification'
			AND ifnull(c.expires_on, :today) >= :today AND ifnull(c.awarded_on, '') <= :today
	) AS qualified,
	p.origin AS origin,
	EXISTS (
		SELECT 1 FROM credential c
		WHERE c.person_id = p.person_id AND c.kind = 'training' AND ifnull(c.expires_on, :today) >= :today
			AND ifnull(c.awarded_on, '') <= :today
	) AS trained,
	(
		SELECT group_concat(q.name, ', ')
		FROM requirement q
		WHERE q.programme_id = :programme_id AND NOT EXISTS (
			SELECT 1 FROM requirement_held d
			WHERE d.requirement_id = q.requirement_id AND d.person_id = p.person_id
				AND :today BETWEEN d.held_from AND d.held_until
		)
	) AS lacking,
	(
		SELECT count(*) FROM pairing g
		WHERE g.guide_id = p.person_id AND g.state IN ('contracting', 'active', 'paused')
	) + (
		SELECT count(*) FROM proposal o
		WHERE o.guide_id = p.person_id AND o.state IN ('drafted', 'approved')
			AND ifnull(o.expires_on, :today) >= :today
	) AS taken,
	(
		SELECT count(*) FROM pairing g
		WHERE g.guide_id = p.person_id AND g.state IN ('contracting', 'active', 'paused')
			AND (+g.programme_id) = :programme_id
	) + (
		SELECT count(*) FROM proposal o
		WHERE o.guide_id = p.person_id AND o.state IN ('drafted', 'approved')
			AND (+o.programme_id) = :programme_id AND ifnull(o.expires_on, :today) >= :today
	) AS taken_here
FROM person p LEFT JOIN enrolment e
	ON e.programme_id = :programme_id AND e.person_id = p.person_id AND e.role = :role
WHERE p.person_id = :person_id;
