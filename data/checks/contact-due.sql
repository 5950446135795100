-- check: contact-due
-- rule: R36
-- severity: inform
-- subject: pairing
-- harm: 0
-- title: Contact due
-- says: a word with {whom} is due since {due:date}
-- why: Asked twice in the first month and monthly after, most of what goes wrong between two is heard in time to mend.
-- fix: ask how it goes, not what they speak of, and record it; the same talk may answer the comfort check and the pulse
-- command: chiron checkin add {subject_id} --side {side}
-- No pairing_id: it is the coordinator's to ask, and no desk of the two shows it. Counted for Today: contacts-due.
SELECT n.pairing_id AS subject_id, NULL AS pairing_id, n.programme_id, g.name || ' / ' || l.name AS who,
	CASE WHEN count(*) = 2 THEN g.name || ', ' || l.name ELSE h.name END AS whom, min(n.due_on) AS due, n.side
FROM contact_next n
JOIN pairing p ON p.pairing_id = n.pairing_id
JOIN person h ON h.person_id = n.person_id AND ifnull(h.left_on, '9999') > :today
JOIN person g ON g.person_id = p.guide_id
JOIN person l ON l.person_id = p.learner_id
WHERE n.due_on <= :today
GROUP BY n.pairing_id
ORDER BY due
