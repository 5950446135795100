-- check: poor-place
-- rule: R50
-- severity: warn
-- subject: session
-- occasion: session
-- harm: 43
-- title: A poor place is chosen again
-- says: {place}, for the session of {day:date}, was rated poor {times} times
-- why: People open up in pleasant places, and not in dark or noisy ones that others walk through.
-- fix: choose another place
-- command: chiron session set {subject_id} --place WHERE
-- key: e
-- screen: pairing {pairing_id} sessions {subject_id}
-- Poor is 1 or 2 of 5, said twice, by whomever and of whatever pair. Only those still to come are worth a word.
SELECT session_id AS subject_id, pairing_id, programme_id, who, place, day, times
FROM (
	SELECT s.session_id, p.pairing_id, p.programme_id, g.name || ' / ' || l.name AS who, s.place,
		s.session_date AS day,
		(
			SELECT count(*) FROM session e
			WHERE e.place_rating IS NOT NULL AND lower(e.place) = lower(s.place) AND e.place_rating <= 2
		) AS times
	FROM session s
	JOIN pairing p ON p.pairing_id = s.pairing_id
	JOIN person g ON g.person_id = p.guide_id
	JOIN person l ON l.person_id = p.learner_id
	WHERE s.state = 'arranged' AND s.session_date >= :today AND s.place IS NOT NULL
		AND p.state IN ('contracting', 'active', 'paused')
)
WHERE times >= 2
