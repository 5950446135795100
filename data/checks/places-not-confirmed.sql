-- check: places-not-confirmed
-- rule: R13
-- severity: warn
-- subject: person
-- occasion: time
-- harm: 0
-- title: Availability not asked for long
-- says: {who} last confirmed to be available {days} days ago
-- why: Who was ready and willing a year ago may not be today; one question keeps a list of mentors and coaches true.
-- fix: ask, and record the day, and the number of places if it changed
-- command: chiron person set {subject_id} --confirmed-on today
-- Who was never asked is not known, which is no violation: the list of people filters on confirmed:-.
SELECT DISTINCT h.person_id AS subject_id, NULL AS pairing_id, e.programme_id, h.name AS who,
	CAST(julianday(:today) - julianday(h.confirmed_on) AS INTEGER) AS days
FROM programme r
JOIN settings t ON t.programme_id = r.programme_id AND t.confirm_days > 0
JOIN enrolment e ON e.programme_id = r.programme_id AND e.role IN ('coach', 'mentor')
	AND e.state IN ('applied', 'ready')
JOIN person h ON h.person_id = e.person_id AND ifnull(h.left_on, '9999') > :today
WHERE r.state IN ('open', 'running') AND julianday(:today) - julianday(h.confirmed_on) > t.confirm_days
