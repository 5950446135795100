-- report: not-in-file
-- title: Not in the file
-- about: Who was in the scheme, or in the programme that it was for, but not in the newest file of people, in the
--     period. Nobody is changed for that: ask whether they have left.
-- columns: person:text:Person, email:text:E-mail, roles:person.roles:Roles, organisation:text:Organisation,
--     file:text:File, imported_on:date:Imported
SELECT h.name AS person, h.email AS email, h.roles AS roles, h.organisation AS organisation, b.file_name AS file,
	substr(b.imported_at, 1, 10) AS imported_on
FROM import_missing m
JOIN import_batch b ON b.import_batch_id = m.import_batch_id
JOIN person h ON h.person_id = m.person_id
WHERE m.import_batch_id = (
		SELECT max(n.import_batch_id) FROM import_batch n
		WHERE n.kind = 'people' AND n.undone_at IS NULL AND n.programme_id IS ifnull(:programme, n.programme_id)
			AND substr(n.imported_at, 1, 10) BETWEEN ifnull(:from, '') AND ifnull(:to, '9999')
	)
	AND h.left_on IS NULL
ORDER BY h.sort_name, h.person_id
