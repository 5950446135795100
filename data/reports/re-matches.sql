-- report: re-matches
-- title: New matches
-- about: Of pairings that ended early in the period, by programme: how many mentees and coachees have another mentor
--     or coach in it since, after how many days on average, and how many wait for one, where the programme is open.
-- columns: programme:text:Programme, ended:number:Ended early, matched:number:Matched anew, days:number:Days,
--     waiting:number:Waiting
-- rules: R36
-- scan: it tells of every spell that ended
SELECT programme, count(*) AS ended, count(next_on) AS matched,
	CAST(round(avg(julianday(next_on) - julianday(closed_on))) AS INTEGER) AS days,
	sum(next_on IS NULL AND waits) AS waiting
FROM (
	SELECT r.programme_id, r.name AS programme, s.closed_on, (
			SELECT min(n.made_on) FROM counted_pairing n
			WHERE n.learner_id = p.learner_id AND (+n.programme_id) = p.programme_id
				AND n.pairing_id > p.pairing_id AND n.guide_id <> p.guide_id
		) AS next_on, EXISTS (
			SELECT 1 FROM waiting w
			WHERE w.person_id = p.learner_id AND (+w.programme_id) = p.programme_id
				AND w.role IN ('coachee', 'mentee')
		) AS waits
	FROM spell s
	JOIN pairing p ON p.pairing_id = s.pairing_id
	JOIN programme r ON r.programme_id = p.programme_id
	WHERE s.closure_kind = 'ended_early' AND s.closed_on BETWEEN ifnull(:from, '') AND ifnull(:to, :today)
		AND p.programme_id = ifnull(:programme, p.programme_id)
		AND (:cohort IS NULL OR p.pairing_id IN (SELECT pairing_id FROM in_cohort WHERE cohort_id = :cohort))
)
GROUP BY programme_id
ORDER BY programme
