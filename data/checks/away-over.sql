-- check: away-over
-- rule: R13
-- severity: warn
-- subject: person
-- occasion: time
-- harm: 20
-- title: Meant to be back
-- says: {who} meant to be back on {back:date}, and is still recorded as away
-- why: Whoever is away is asked nothing and gets no new pairing: on the day they meant to be back somebody has to ask.
-- fix: ask how they are: record that they are available again, or another day
-- command: chiron person set {subject_id} --availability available
-- key: e
-- screen: person {subject_id}
SELECT h.person_id AS subject_id, NULL AS pairing_id, min(e.programme_id) AS programme_id, h.name AS who,
	h.back_on AS back
FROM person h
JOIN enrolment e ON e.person_id = h.person_id AND e.state IN ('applied', 'ready', 'paused')
WHERE h.availability = 'away' AND h.back_on <= :today AND h.left_on IS NULL
GROUP BY h.person_id
