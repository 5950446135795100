# Checks, reports and pages of the scheme's own.
$ chiron -d s.db init Riverside -q && chiron -d s.db scheme set --own-today 2026-11-23 -q && chiron -d s.db person add 'Ann Lee' --roles mentor -q
$ chiron -d s.db own list
The scheme has no checks, reports or frameworks of its own: `chiron own add FILE` adds one.
$ printf -- '-- check: no-phone\n-- rule: -\n-- severity: warn\n-- subject: person\n-- harm: 50\n-- title: No phone\n-- says: {who} has no phone\n-- why: Some are only reached so.\n-- fix: ask\n-- command: chiron person set {subject_id}\nSELECT person_id AS subject_id, NULL AS pairing_id, NULL AS programme_id, name AS who\nFROM person WHERE phone IS NULL\n' >no-phone.sql
$ chiron -d s.db own add no-phone.sql
The check no-phone is added. `chiron check --rule no-phone` runs it.
$ chiron -d s.db check --rule no-phone
~ Ann Lee has no phone
    chiron person set 1

1 found.
[1]
$ chiron -d s.db today
Riverside, 23 November 2026: 1 person, 0 pairings, 0 sessions.

~ Ann Lee has no phone
    chiron person set 1

1 to look at; `chiron check` shows all findings.
$ sed 's/FROM person/FROM persons/' no-phone.sql >other.sql; sed -i 's/check: no-phone/check: other/' other.sql; chiron -d s.db own add other.sql
chiron: other.sql:11: the query is not understood: no such table: persons. The tables and their columns are in docs/schema.md.
[65]
$ sed 's/warn/refuse/; s/no-phone/strict/' no-phone.sql >strict.sql; chiron -d s.db own add strict.sql
chiron: strict.sql: a check of your own warns or informs; it refuses nothing. Write -- severity: warn.
[65]
$ sed 's/phone IS NULL/phone IS NULL; DELETE FROM person/; s/no-phone/evil/' no-phone.sql >evil.sql; chiron -d s.db own add evil.sql
chiron: evil.sql:12: there is more than one query.
[65]
$ sed 's/FROM person.*/FROM pair_text/; s/person_id AS/object_id AS/; s/name AS/body AS/; s/no-phone/spy/' no-phone.sql >spy.sql; chiron -d s.db own add spy.sql
chiron: spy.sql:11: it asks for what checks and reports may not read, or for something but reading. What the pairs wrote, the journal and the audit log's details are closed, and answers on forms are read by the view outcome alone; it may only SELECT.
[77]
$ sed 's/says: {who}/says: {whom}/; s/no-phone/whom/' no-phone.sql >whom.sql; chiron -d s.db own add whom.sql
chiron: whom.sql: the query gives no column "whom".
[65]
$ sed 's/no-phone/gone-quiet/' no-phone.sql >gone-quiet.sql; chiron -d s.db own add gone-quiet.sql
chiron: gone-quiet.sql: chiron has a check of that name; write another into its first line.
[65]
$ printf 'hello\n' >hello.sql; chiron -d s.db own add hello.sql
chiron: hello.sql:1: this is no check, report, page or framework. Its first line is "-- check: NAME", "-- report: NAME", "page: NAME" or "framework: NAME"; `chiron own show activity` prints one of chiron's own to begin from.
[65]
$ printf -- '-- report: roles\n-- title: People by role\n-- about: How many have it.\n-- columns: roles:text:Roles, people:number:People\n-- chart: roles people\nSELECT roles, count(*) FROM person GROUP BY roles\n' >roles.sql; chiron -d s.db own add roles.sql
roles is added. `chiron report roles` prints it.
$ chiron -d s.db report roles
People by role
Roles   People
mentor       1  ████████████████████
$ printf 'page: trustees\ntitle: For the trustees\nabout: Who is there.\n\n# People\nreport: roles\nreport: none\n' >trustees.txt; chiron -d s.db own add trustees.txt
chiron: there is no report "none". `chiron report` lists those there are.
[66]
$ sed -i 's/report: none/report: hours/' trustees.txt; chiron -d s.db own add trustees.txt
trustees is added. `chiron report trustees` prints it.
$ chiron -d s.db report trustees | head -14
For the trustees
================
Riverside, all programmes, from the beginning to 23 November 2026.

People
------

People by role
How many have it.

Roles   People
mentor       1  ████████████████████

Time given by each mentor and coach
$ chiron -d s.db own list
Name      Kind    Title             Added on
no-phone  check   No phone          Mon 23 Nov
roles     report  People by role    Mon 23 Nov
trustees  page    For the trustees  Mon 23 Nov
$ chiron -d s.db report | tail -2 | tr -s ' '
roles People by role
trustees For the trustees yes
$ chiron -d s.db own show roles | head -2
-- report: roles
-- title: People by role
# One of chiron's is a file to begin one's own from, under another name.
$ chiron -d s.db own show activity >ours.sql; chiron -d s.db own add ours.sql
chiron: ours.sql:1: "activity" is not the name of its file: call the file activity.sql, or change this line.
[65]
$ sed -i 's/^-- report: activity$/-- report: ours/' ours.sql; chiron -d s.db own add ours.sql && chiron -d s.db own remove ours
ours is added. `chiron report ours` prints it.
ours is removed. `chiron undo` brings it back.
$ chiron -d s.db own show gone-quiet | head -1; chiron -d s.db own show month-end | head -1; chiron -d s.db own show grow | head -1
-- check: gone-quiet
page: month-end
framework: grow
$ chiron -d s.db own show nobody-has-this
chiron: the scheme has no check, report, page or framework of its own called "nobody-has-this". `chiron own list` lists those there are.
[66]
$ printf -- '-- report: endless\n-- title: Endless\n-- about: It never ends.\n-- columns: n:number:N\nWITH RECURSIVE t(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM t) SELECT max(n) FROM t\n' >endless.sql; chiron -d s.db own add endless.sql
endless is added. `chiron report endless` prints it.
$ chiron -d s.db report endless
chiron: it was stopped after 100 million steps. Let it look at less: compare columns that have an index (docs/schema.md).
[65]
$ chiron -d s.db own remove no-phone && chiron -d s.db check
no-phone is removed. `chiron undo` brings it back.
Nothing was found.
$ chiron -d s.db undo && chiron -d s.db check --rule no-phone -q
Undone: own file no-phone removed. `chiron redo` does it again.
~ Ann Lee has no phone
    chiron person set 1
[1]
$ chiron -d s.db own remove no-fax
chiron: the scheme has no check, report, page or framework of its own called "no-fax". `chiron own list` lists those there are.
[66]
$ chiron -d s.db own add endless.sql && chiron -d s.db own remove endless && printf -- '-- report: newest\n-- title: Newest\n-- about: The newest.\n-- columns: name:text:Name\n\nSELECT name FROM person ORDER BY person_id DESC\n\n\n' >newest.sql && chiron -d s.db own add newest.sql && chiron -d s.db undo && chiron -d s.db redo && chiron -d s.db own show newest | tail -3 | cat -e
endless is replaced. `chiron report endless` prints it.
endless is removed. `chiron undo` brings it back.
newest is added. `chiron report newest` prints it.
Undone: own file newest added. `chiron redo` does it again.
Done again: own file newest added.
SELECT name FROM person ORDER BY person_id DESC$
$
$

# A report of sentences leaves out one that is not there.
$ printf -- '-- report: said\n-- title: Said\n-- about: What there is to say.\n-- columns: sentence:text:Said\nSELECT NULL UNION ALL SELECT %s\n' "'Nothing new.'" >said.sql; chiron -d s.db own add said.sql -q && chiron -d s.db report said
Said
Said
Nothing new.
