# The demonstration is made by the commands themselves, in one go. Without a name it lies in a temporary folder, and no
# spreadsheet is left beside it.
$ chiron demo >tour.txt
$ head -n 1 tour.txt | sed -E "s|$TMPDIR/chiron-demo\.[A-Za-z0-9]+|TMP|"
The demonstration scheme is TMP/demo.db. Its today is 2026-11-23.
$ ls "$TMPDIR" | sed -E 's/\.[A-Za-z0-9]+$//'
chiron-demo
$ mv "$TMPDIR"/chiron-demo.*/demo.db d.db
$ sed -nE "s|$TMPDIR/chiron-demo\.[A-Za-z0-9]+|TMP|; /^\\$ chiron/p" tour.txt
\$ chiron -d TMP/demo.db today
\$ chiron -d TMP/demo.db person show bethan.rowlands@example.com
\$ chiron -d TMP/demo.db pairing show bethan.rowlands@example.com
\$ chiron -d TMP/demo.db check --severity refuse
\$ chiron -d TMP/demo.db report programme-summary
$ chiron -d d.db today | fold -w 80 | awk 'END { print NR <= 24 ? "one screen" : NR " lines" }'
one screen
$ chiron -d d.db today | grep -o "Actions overdue ([0-9]*)"
Actions overdue (9)
$ chiron -d d.db today --all | grep -c overdue
9
$ chiron -d d.db verify --format csv | cut -d, -f1,2
what,state
file,good
audit log,good
kept columns,good
$ chiron -d d.db scheme show --format json | grep -o '"name":"[^"]*"\|"today":"[^"]*"'
"name":"Alderwick Vale"
"today":"2026-11-23"
$ chiron -d d.db programme list --format json | grep -o '"name":"[^"]*"'
"name":"Back to Work"
"name":"Back to Work 2025"
"name":"Career Changers"
"name":"First Weeks"
"name":"Money Matters"
"name":"Stepping Up"
# It has many kinds of things to see to, and what is worst fits one screen.
$ chiron -d d.db check --format csv | sed 1d | cut -d, -f3 | sort -u | wc -l | awk '{ print ($1 >= 25 ? "at least 25 kinds" : "only " $1) }'
at least 25 kinds
$ chiron -d d.db today | wc -l | awk '{ print ($1 <= 24 ? "one screen" : $1 " rows") }'
one screen
$ chiron demo d.db
chiron: d.db is there already. Open it with -d, or choose another name.
[73]
$ chiron demo no/folder/d.db
chiron: no/folder/d.db cannot be made: No such file or directory.
[73]

# A desk shows what is its own.
$ chiron -d d.db person list --as bronwen.prosser@example.net --format csv | cut -d, -f1,2
person_id,name
129,Ciara Molloy
29,Bronwen Prosser
2,Bethan Rowlands
$ chiron -d d.db pairing show 1 --as bronwen.prosser@example.net
chiron: there is no pairing with the number 1.
[66]
$ chiron -d d.db checkin list --as bronwen.prosser@example.net
chiron: Bronwen Prosser may not read check-ins here. Ask the coordinator.
[77]
$ chiron -d d.db session list --as bronwen.prosser@example.net --format json | grep -o '"learner":"[^"]*"' | sort -u
"learner":"Bethan Rowlands"
$ chiron -d d.db person list --as nobody@example.net
chiron: no person is found by "nobody@example.net". A number, an e-mail address, or a part of a name finds a person.
[66]
