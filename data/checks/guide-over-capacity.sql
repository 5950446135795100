-- check: guide-over-capacity
-- rule: R13
-- severity: refuse
-- subject: pairing
-- gate: pairing.add pairing.change pairing.reopen proposal.accept
-- harm: 4
-- title: More pairings than places
-- says: {guide} has {places} {places?place|places}, and this would take the number of pairings and proposals to {taken}
-- why: Coaches and mentors must be ready, willing and able; one who has no time is none.
-- fix: choose a mentor or coach with a free place, raise this one's places if they agree, or record why
-- command: chiron person show {guide_id}
-- key: e
-- screen: person {guide_id}
-- measure: taken
-- Places are counted over all programmes and kinds, those of other coordinators too (R83), against the person's own
-- number, and within the programme against the enrolment's. Open proposals take a place too, but for the one that
-- this pairing was made from.
-- The pairing at fault is the one that began last: spells are numbered in the order in which they begin.
-- A number that is not known is no violation: see capacity-unknown.
-- A plus keeps SQLite from going by that column's index: a programme may have thousands where a person has few.
SELECT pairing_id AS subject_id, pairing_id, programme_id, guide || ' / ' || learner AS who, guide, guide_id,
	CASE WHEN in_all > capacity THEN in_all ELSE in_programme END AS taken,
	CASE WHEN in_all > capacity THEN capacity ELSE places END AS places
FROM (
	SELECT p.pairing_id, p.programme_id, p.guide_id, g.name AS guide, l.name AS learner, g.capacity,
		e.capacity AS places,
		(
			SELECT count(*) FROM place_taken o
			WHERE o.guide_id = p.guide_id AND o.spell_id <= p.spell_id
		) + (
			SELECT count(*) FROM place_proposed o
			WHERE o.guide_id = p.guide_id AND ifnull(o.expires_on, :today) >= :today
				AND o.proposal_id IS NOT p.proposal_id
		) AS in_all,
		(
			SELECT count(*) FROM pairing o
			WHERE o.guide_id = p.guide_id AND o.state IN ('contracting', 'active', 'paused')
				AND o.spell_id <= p.spell_id AND +o.programme_id = p.programme_id
		) + (
			SELECT count(*) FROM proposal o
			WHERE o.guide_id = p.guide_id AND o.state IN ('drafted', 'approved')
				AND ifnull(o.expires_on, :today) >= :today AND o.proposal_id IS NOT p.proposal_id
				AND +o.programme_id = p.programme_id
		) AS in_programme
	FROM pairing p
	JOIN person g ON g.person_id = p.guide_id
	JOIN person l ON l.person_id = p.learner_id
	LEFT JOIN enrolment e ON e.programme_id = p.programme_id AND e.person_id = p.guide_id
		AND e.role = CASE p.kind WHEN 'coaching' THEN 'coach' ELSE 'mentor' END
	WHERE p.state IN ('contracting', 'active', 'paused')
)
WHERE capacity IS NOT NULL AND in_all > capacity OR places IS NOT NULL AND in_programme > places
