-- check: learner-not-ready
-- rule: R15
-- severity: refuse
-- subject: pairing
-- gate: pairing.add proposal.accept
-- harm: 0
-- title: Mentee or coachee not found ready
-- says: of {learner} it is not known: {missing}
-- why: A mentee or coachee is a realistic prospect who knows what they want, and can commit the time it takes.
-- fix: ask, and record it with how they said it; many can be recorded at once
-- command: chiron enrolment ready {learner_id} --programme {programme_id} --how spoken
-- The newest answer to each question counts, whoever recorded it.
SELECT pairing_id AS subject_id, pairing_id, programme_id, who, learner, learner_id, substr(missing, 3) AS missing
FROM (
	SELECT p.pairing_id, p.programme_id, g.name || ' / ' || l.name AS who, l.name AS learner, p.learner_id,
		iif((
			SELECT w.value FROM answer w
			WHERE w.subject = 'enrolment' AND w.subject_id = e.enrolment_id
				AND w.question = 'ready_aim' AND w.person_id = p.learner_id
			ORDER BY w.answered_on DESC, w.answer_id DESC LIMIT 1
		) IS 'yes', '', ', what they want')
		|| iif((
			SELECT w.value FROM answer w
			WHERE w.subject = 'enrolment' AND w.subject_id = e.enrolment_id
				AND w.question = 'ready_time' AND w.person_id = p.learner_id
			ORDER BY w.answered_on DESC, w.answer_id DESC LIMIT 1
		) IS 'yes', '', ', whether they can give the time') AS missing
	FROM pairing p
	JOIN person g ON g.person_id = p.guide_id
	JOIN person l ON l.person_id = p.learner_id
	LEFT JOIN enrolment e ON e.programme_id = p.programme_id AND e.person_id = p.learner_id
		AND e.role = CASE p.kind WHEN 'coaching' THEN 'coachee' ELSE 'mentee' END
	WHERE p.state = 'contracting'
)
WHERE missing <> ''
