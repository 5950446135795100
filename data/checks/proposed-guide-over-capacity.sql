-- check: proposed-guide-over-capacity
-- rule: R13
-- severity: refuse
-- subject: proposal
-- gate: proposal.make
-- harm: 0
-- title: Who is proposed has no place left
-- says: {guide} has {places} {places?place|places}, and this would take the number of pairings and proposals to {taken}
-- why: Coaches and mentors must be ready, willing and able; one who has no time is none.
-- fix: propose a mentor or coach with a free place, raise this one's places if they agree, or record why
-- command: chiron proposal decline {subject_id} --by coordinator --reason conflict_of_interest
-- As guide-over-capacity; among proposals the one at fault is the one made last.
-- A plus keeps SQLite from going by that column's index: a programme may have thousands where a person has few.
SELECT proposal_id AS subject_id, NULL AS pairing_id, programme_id, guide || ' / ' || learner AS who, guide,
	CASE WHEN in_all > capacity THEN in_all ELSE in_programme END AS taken,
	CASE WHEN in_all > capacity THEN capacity ELSE places END AS places
FROM (
	SELECT o.proposal_id, o.programme_id, g.name AS guide, l.name AS learner, g.capacity, e.capacity AS places,
		(
			SELECT count(*) FROM place_taken p WHERE p.guide_id = o.guide_id
		) + (
			SELECT count(*) FROM place_proposed a
			WHERE a.guide_id = o.guide_id AND ifnull(a.expires_on, :today) >= :today
				AND a.proposal_id <= o.proposal_id
		) AS in_all,
		(
			SELECT count(*) FROM pairing p
			WHERE p.guide_id = o.guide_id AND p.state IN ('contracting', 'active', 'paused')
				AND +p.programme_id = o.programme_id
		) + (
			SELECT count(*) FROM proposal a
			WHERE a.guide_id = o.guide_id AND a.state IN ('drafted', 'approved')
				AND ifnull(a.expires_on, :today) >= :today AND a.proposal_id <= o.proposal_id
				AND +a.programme_id = o.programme_id
		) AS in_programme
	FROM proposal o
	JOIN programme r ON r.programme_id = o.programme_id
	JOIN person g ON g.person_id = o.guide_id
	JOIN person l ON l.person_id = o.learner_id
	LEFT JOIN enrolment e ON e.programme_id = o.programme_id AND e.person_id = o.guide_id
		AND e.role = CASE r.kind WHEN 'coaching' THEN 'coach' ELSE 'mentor' END
	WHERE o.state IN ('drafted', 'approved') AND ifnull(o.expires_on, :today) >= :today
)
WHERE in_all > capacity OR in_programme > places
