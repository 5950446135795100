# Who is in the scheme but not in a list: of a list of mentees no mentor is missing (R84).
$ chiron -d s.db init Harbour -q && chiron -d s.db scheme set --own-today 2026-11-23 -q
$ printf 'Name,Email,Role\nAnn Lee,ann@example.org,mentor\nBo Vega,bo@example.org,mentee\nCai Yu,cai@example.org,mentee\nDai Evans,dai@example.org,\nEli Roe,eli@example.org,mentor; mentee\n' >all.csv
$ chiron -d s.db import people all.csv -q
$ printf 'Name,Email,Role\nBo Vega,bo@example.org,mentee\n' >mentees.csv
$ chiron -d s.db import people mentees.csv --dry-run | grep 'not in this file'
3 people of the scheme with a role of this file (mentee) are not in this file; they stay as they are (`chiron report not-in-file`).
# Whoever has no role yet may be one. Another row makes it a list of mentors, too.
$ printf 'Fay Lin,fay@example.org,mentor\n' >>mentees.csv
$ chiron -d s.db import people mentees.csv | grep 'not in this file'
4 people of the scheme are not in this file; they stay as they are (`chiron report not-in-file`).
$ chiron -d s.db report not-in-file
Not in the file
Person     E-mail           Roles           Organisation  File         Imported
Dai Evans  dai@example.org                                mentees.csv  Mon 23 Nov
Ann Lee    ann@example.org  mentor                        mentees.csv  Mon 23 Nov
Eli Roe    eli@example.org  mentor, mentee                mentees.csv  Mon 23 Nov
Cai Yu     cai@example.org  mentee                        mentees.csv  Mon 23 Nov
# A row that gives no role may be of anybody.
$ printf 'Name,Email,Role\nBo Vega,bo@example.org,mentee\nDai Evans,dai@example.org,\n' >some.csv
$ chiron -d s.db import people some.csv | grep 'not in this file'
4 people of the scheme are not in this file; they stay as they are (`chiron report not-in-file`).
# All rows may be said to be of one role.
$ printf 'Name,Email\nCai Yu,cai@example.org\n' >names.csv
$ chiron -d s.db import people names.csv --role mentee | grep 'not in this file'
3 people of the scheme with a role of this file (mentee) are not in this file; they stay as they are (`chiron report not-in-file`).
# A list of all who are in that role has nobody missing.
$ printf 'Name,Email,Role\nAnn Lee,ann@example.org,mentor\nEli Roe,eli@example.org,mentor\nFay Lin,fay@example.org,mentor\nDai Evans,dai@example.org,mentor\n' >mentors.csv
$ chiron -d s.db import people mentors.csv | grep -c 'not in this file'
0
[1]
