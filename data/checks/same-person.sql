-- check: same-person
-- rule: R1
-- severity: warn
-- subject: person
-- occasion: time
-- harm: 1
-- title: Perhaps the same person twice
-- says: {who} ({subject_id}) and {other_name} ({other}) may be one person: {because}
-- why: Lists bring somebody twice who writes from two addresses; their sessions are then counted in halves.
-- fix: look at both side by side, and make them one; two people of one name are acknowledged
-- command: chiron person merge {other} {subject_id}
-- screen: merge {other} {subject_id}
-- scan: everybody's name, off its index, and what is known of those who share one
-- The later of the two is the finding. Neither what stands before the @ nor the telephone number of a household is
-- proof: only with the name is it a question. Of whom neither has an address the name alone asks it.
WITH shared AS (
	SELECT sort_name FROM person GROUP BY sort_name HAVING count(*) > 1
), known AS NOT MATERIALIZED (
	SELECT person_id, name, sort_name, lower(substr(email, 1, instr(email, '@') - 1)) AS mailbox, email,
		replace(replace(replace(replace(replace(replace(
			phone, ' ', ''), '-', ''), '(0)', ''), '(', ''), ')', ''), '.', '') AS digits
	FROM person WHERE erased_on IS NULL
)
SELECT p.person_id AS subject_id, NULL AS pairing_id, NULL AS programme_id, p.name AS who,
	min(o.person_id) AS other, o.name AS other_name,
	CASE WHEN p.digits = o.digits OR substr(p.digits, -9) = substr(o.digits, -9) THEN 'the same name and telephone'
		WHEN p.mailbox = o.mailbox THEN 'the same name, and addresses that are alike'
		WHEN p.email IS NULL AND o.email IS NULL THEN 'the same name, and no address of either'
		ELSE 'the same name, and one without an address' END AS because
FROM shared
CROSS JOIN known p ON p.sort_name = shared.sort_name
CROSS JOIN known o ON o.sort_name = shared.sort_name AND o.person_id < p.person_id
WHERE (p.digits = o.digits OR (length(p.digits) >= 9 AND substr(p.digits, -9) = substr(o.digits, -9))
	OR p.mailbox = o.mailbox
	OR ((p.email IS NULL OR o.email IS NULL) AND (p.digits IS NULL OR o.digits IS NULL)))
GROUP BY p.person_id
