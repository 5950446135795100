-- check: pulse-due
-- rule: R74
-- severity: inform
-- subject: pairing
-- harm: 0
-- title: Pulse due
-- says: the relationship has no score of both since {since:date}
-- why: Mutual respect is the foundation, and a falling score is seen before a silence is.
-- fix: ask both for one number, and record it; it can be part of a check-in
-- command: chiron feedback record {subject_id} --form pulse --side learner
-- screen: feedback {pairing_id}
-- No pairing_id: it is the coordinator's to ask, and no desk of the two shows it.
-- Where the programme asks for a pulse. The side that was asked longer ago counts.
SELECT pairing_id AS subject_id, NULL AS pairing_id, programme_id, who, ifnull(last_on, started_on) AS since
FROM (
	SELECT p.pairing_id, p.programme_id, g.name || ' / ' || l.name AS who, s.started_on, t.pulse_first_days,
		t.pulse_every_days, (
			SELECT iif(count(*) = 2, min(newest), NULL)
			FROM (
				SELECT max(f.answered_on) AS newest FROM feedback f
				WHERE f.spell_id = s.spell_id AND f.form = 'pulse' GROUP BY f.side
			)
		) AS last_on
	FROM pairing p
	JOIN spell s ON s.spell_id = p.spell_id
	JOIN settings t ON t.programme_id = p.programme_id
	JOIN person g ON g.person_id = p.guide_id AND ifnull(g.left_on, '9999') > :today
	JOIN person l ON l.person_id = p.learner_id AND ifnull(l.left_on, '9999') > :today
	WHERE p.state = 'active' AND t.pulse_first_days IS NOT NULL
)
WHERE CASE WHEN last_on IS NULL THEN date(started_on, '+' || pulse_first_days || ' days')
	ELSE date(last_on, '+' || ifnull(pulse_every_days, 60) || ' days') END <= :today
ORDER BY since
