-- report: measures
-- rules: R32 R39 R73
-- title: Whether it works: the measures
-- about: For each programme and, below it, each cohort. Adherence: of the periods of one agreed interval from the start
--     that ended in the period of the report, those in which a session was held; a period in which the pairing was
--     paused does not count, and a programme that has no session on record has none. Premature closure: of the pairings
--     that ended, those ended before their planned end without having attained their goals; those never started count
--     apart. Reached 9 and 12 months: of the mentoring pairings that started so long ago, those that lasted to that
--     day. Match rate: of the mentees and coachees found ready, those who have had a pairing.
-- columns: programme:text:Programme, cohort:text:Cohort, measure:text:Measure, number:number:Number, of:number:Of,
--     percent:number:%
-- scan: it goes through every spell of the programmes, and a period of each at a time
-- A spell of many years is gone through from the period before the report's on, which is found by the mean length of
-- its first hundred: months differ by less than one period.
WITH RECURSIVE lived AS (
	SELECT p.programme_id, p.pairing_id, p.kind, p.learner_id, k.spell_id, k.started_on, k.closed_on,
		k.closure_kind, k.paused_on, k.resumed_on, a.planned_end_on, a.interval,
		ifnull(k.closed_on, ifnull(:to, :today)) AS until
	FROM counted_pairing p
	JOIN counted_spell k ON k.pairing_id = p.pairing_id
	LEFT JOIN agreement a ON a.spell_id = k.spell_id
	WHERE p.programme_id = ifnull(:programme, p.programme_id)
		AND (:cohort IS NULL OR p.pairing_id IN (SELECT pairing_id FROM in_cohort WHERE cohort_id = :cohort))
), begun AS (
	SELECT spell_id, started_on, interval, until,
		max(1, ifnull(CAST(
			100 * (julianday(:from) - julianday(started_on))
				/ (julianday(due_after(started_on, interval, 100)) - julianday(started_on)) AS INTEGER
		), 0) - 1) AS times
	FROM lived
	WHERE started_on IS NOT NULL AND interval IS NOT NULL
), due(spell_id, times, after_on, due_on, started_on, interval, until) AS (
	SELECT spell_id, times, iif(times = 1, started_on, due_after(started_on, interval, times - 1)),
		due_after(started_on, interval, times), started_on, interval, until
	FROM begun
	WHERE due_after(started_on, interval, times) <= until
	UNION ALL
	SELECT spell_id, times + 1, due_on, due_after(started_on, interval, times + 1), started_on, interval, until
	FROM due
	WHERE due_after(started_on, interval, times + 1) <= until
), met AS (
	SELECT r.programme_id
	FROM programme r
	WHERE EXISTS (
		SELECT 1 FROM pairing p JOIN session s ON s.pairing_id = p.pairing_id
		WHERE p.programme_id = r.programme_id
	)
), counted(programme_id, learner_id, place, hit) AS (
	SELECT v.programme_id, v.learner_id, 1, EXISTS (
			SELECT 1 FROM session s
			WHERE s.spell_id = v.spell_id AND s.state = 'held'
				AND s.session_date BETWEEN d.after_on AND d.due_on
				AND (s.session_date > d.after_on OR d.times = 1)
		)
	FROM due d
	JOIN lived v ON v.spell_id = d.spell_id
	WHERE d.due_on BETWEEN ifnull(:from, '') AND ifnull(:to, :today)
		AND v.programme_id IN (SELECT programme_id FROM met)
		AND NOT (v.paused_on IS NOT NULL AND v.paused_on <= d.due_on
			AND ifnull(v.resumed_on, '9999') > d.after_on)
	UNION ALL
	SELECT programme_id, learner_id, 2,
		closure_kind = 'ended_early' AND (planned_end_on IS NULL OR closed_on < planned_end_on)
	FROM lived
	WHERE closed_on BETWEEN ifnull(:from, '') AND ifnull(:to, :today) AND closure_kind <> 'never_started'
	UNION ALL
	SELECT programme_id, learner_id, 3, closure_kind = 'never_started'
	FROM lived
	WHERE closed_on BETWEEN ifnull(:from, '') AND ifnull(:to, :today)
	UNION ALL
	SELECT v.programme_id, v.learner_id, m.place, until >= months_after(started_on, m.months)
	FROM lived v, (SELECT 9 AS months, 4 AS place UNION ALL SELECT 12, 5) m
	WHERE v.kind = 'mentoring'
		AND months_after(v.started_on, m.months) BETWEEN ifnull(:from, '') AND ifnull(:to, :today)
	UNION ALL
	SELECT e.programme_id, e.person_id, 6, EXISTS (
			SELECT 1 FROM counted_pairing p
			WHERE p.learner_id = e.person_id AND +p.programme_id = e.programme_id
		)
	FROM enrolment e
	WHERE e.role IN ('coachee', 'mentee') AND e.ready_on BETWEEN ifnull(:from, '') AND ifnull(:to, :today)
		AND e.programme_id = ifnull(:programme, e.programme_id)
		AND (:cohort IS NULL OR e.cohort_id = :cohort)
), tallied(list) AS (
	SELECT tally(c.programme_id || ' ' || c.place || ' ' || ifnull(e.cohort_id, ''), NULL, c.hit, NULL)
	FROM counted c
	CROSS JOIN (SELECT 0 AS own UNION ALL SELECT 1) w
	LEFT JOIN enrolment e ON e.person_id = iif(w.own, c.learner_id, NULL) AND e.programme_id = c.programme_id
		AND e.role IN ('coachee', 'mentee') AND e.cohort_id IS NOT NULL
	WHERE w.own = 0 AND :cohort IS NULL OR e.cohort_id IS NOT NULL
), placed AS (
	SELECT CAST(t.value ->> 0 AS INTEGER) AS programme_id,
		substr(t.value ->> 0, instr(t.value ->> 0, ' ') + 1, 1) AS place,
		CAST(substr(t.value ->> 0, instr(t.value ->> 0, ' ') + 3) AS INTEGER) AS cohort_id,
		t.value ->> 3 AS hits, t.value ->> 1 AS counted
	FROM tallied, json_each(tallied.list) t
)
SELECT r.name AS programme, o.name AS cohort,
	CASE c.place WHEN '1' THEN 'Adherence' WHEN '2' THEN 'Premature closure' WHEN '3' THEN 'Never started'
		WHEN '4' THEN 'Reached 9 months' WHEN '5' THEN 'Reached 12 months' ELSE 'Match rate' END AS measure,
	c.hits AS number, c.counted AS "of", round(100.0 * c.hits / c.counted, 1) AS percent
FROM placed c
JOIN programme r ON r.programme_id = c.programme_id
LEFT JOIN cohort o ON o.cohort_id = c.cohort_id
ORDER BY r.name, o.name IS NOT NULL, o.name, c.place
