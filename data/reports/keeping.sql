-- report: keeping
-- title: Where this scheme is kept
-- about: Where copies of the scheme are kept, in the words of whoever looks after it; and what the scheme file holds
--     besides its records: programmes with settings of their own, and checks, reports and pages of the scheme's own.
-- columns: scheme:text:Scheme, backup_place:text:Copies are kept, programmes:number:Programmes,
--     own_files:number:Own checks and reports, headings:yes:Own headings
-- rules: R82
-- scan: programmes and own files are few
SELECT s.name AS scheme, s.backup_place, (SELECT count(*) FROM programme) AS programmes,
	(SELECT count(*) FROM own_file) AS own_files, iif(s.headings IS NULL, 'no', 'yes') AS headings
FROM scheme s
