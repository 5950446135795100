-- check: contacts-due
-- rule: R36
-- severity: inform
-- subject: programme
-- harm: 47
-- title: Contacts due
-- says: {pairs} {pairs?pair waits|pairs wait} for a word from the coordinator, the first since {due:date}
-- why: Asked twice in the first month and monthly after, most of what goes wrong between two is heard in time to mend.
-- fix: ask how it goes, not what they speak of, and record each with `chiron checkin add`; the report call-list has the
--     numbers to ring
-- command: chiron pairing list programme_id:{programme_id} contact_due_on<=today
-- screen: pairs programme_id:{programme_id} contact_due_on<=today
-- measure: pairs
-- Each pairing by name: contact-due.
SELECT n.programme_id AS subject_id, NULL AS pairing_id, n.programme_id, r.name AS who,
	count(DISTINCT n.pairing_id) AS pairs, min(n.due_on) AS due
FROM contact_next n
JOIN programme r ON r.programme_id = n.programme_id
JOIN person h ON h.person_id = n.person_id AND ifnull(h.left_on, '9999') > :today
WHERE n.due_on <= :today
GROUP BY n.programme_id
ORDER BY due
