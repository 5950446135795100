-- report: contacts
-- title: Keeping in touch
-- about: Of each programme with live pairings: how many there are today, how many of them the coordinator has had a
--     contact with in the period, how many contacts, and of how many a word with a side is due by today, as the
--     programme sets.
-- none: No pairing is live.
-- columns: programme:text:Programme, live:number:Live pairings, heard:number:With a contact, contacts:number:Contacts,
--     due:number:A word is due
-- rules: R36
SELECT r.name AS programme, count(*) AS live, count(iif(contacts > 0, 1, NULL)) AS heard, sum(contacts) AS contacts,
	sum(due) AS due
FROM (
	SELECT p.programme_id, (
			SELECT count(*) FROM checkin c
			WHERE c.pairing_id = p.pairing_id
				AND c.checkin_on BETWEEN ifnull(:from, '') AND ifnull(:to, :today)
		) AS contacts, EXISTS (
			SELECT 1 FROM contact_next n WHERE n.pairing_id = p.pairing_id AND n.due_on <= :today
		) AS due
	FROM pairing p
	WHERE p.state IN ('contracting', 'active', 'paused') AND p.programme_id = ifnull(:programme, p.programme_id)
		AND (:cohort IS NULL OR p.pairing_id IN (SELECT pairing_id FROM in_cohort WHERE cohort_id = :cohort))
) l
JOIN programme r ON r.programme_id = l.programme_id
GROUP BY r.programme_id
ORDER BY r.name
