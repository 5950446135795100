# People: adding, showing, changing, finding.
$ chiron -d s.db init 'Riverside Mentoring' -q
$ chiron -d s.db scheme set --own-today 2026-11-23 -q
$ chiron -d s.db person add 'Ann Lee' --email ann@example.org --roles mentor --offers 'CV writing; Confidence' --capacity 2 --hours-per-month 1.5
Ann Lee is person 1.
$ chiron -d s.db person add --first-name Bo --last-name Vega --email bo@example.org --roles mentee --seeks 'cv WRITING'
Bo Vega is person 2.
$ chiron -d s.db person add 'Cai Yu' --format json | grep -o '"person_id":3,"name":"Cai Yu"\|"email":null\|"capacity":null'
"person_id":3,"name":"Cai Yu"
"email":null
"capacity":null
$ chiron -d s.db person add 'Ann Leigh' --email ANN@example.org
chiron: ANN@example.org is the address of Ann Lee (no. 1) already. One address is one person: change that person, or leave this address blank.
[65]
$ chiron -d s.db person add 'Ann Leigh' --email ANN@example.org --format json
{"error":{"status":"data","rule":null,"field":"email","message":"ANN@example.org is the address of Ann Lee (no. 1) already","fix":"one address is one person: change that person, or leave this address blank"}}
[65]
$ chiron -d s.db person add
chiron: Name: not given, and needed.
[65]
$ chiron -d s.db person add --email dee@example.org --manager-email ann@example.org
chiron: Name: not given, and needed.
[65]
$ chiron -d s.db person add 'Ann' --name 'Anne'
chiron: the name is given twice: "Ann" and --name.
[64]
$ chiron -d s.db person add 'Dai' --roles boss
chiron: Roles: "boss" given; allowed is coach, coachee, mentor or mentee.
[65]
$ chiron -d s.db person list
No.  Name     Roles   E-mail           Department  Offers                  Seeks       With  Last session
  1  Ann Lee  mentor  ann@example.org              CV writing; Confidence
  2  Bo Vega  mentee  bo@example.org                                       cv WRITING
  3  Cai Yu
$ chiron -d s.db person list --format lines
No.: 1
Name: Ann Lee
Roles: mentor
E-mail: ann@example.org
Offers: CV writing; Confidence

No.: 2
Name: Bo Vega
Roles: mentee
E-mail: bo@example.org
Seeks: cv WRITING

No.: 3
Name: Cai Yu
$ chiron -d s.db person list roles:mentor --format csv
person_id,name,roles,email,phone,contact_preference,organisation,department,job_title,field_of_work,appointed_on,grade,manager,manager_email,location,offers,seeks,languages,meeting_times,capacity,free_places,hours_per_month,availability,confirmed_on,origin,start_date,left_on,left_because,live_pairings,with,last_session_on,waiting,undecided,programmes,source,notes
1,Ann Lee,mentor,ann@example.org,,,,,,,,,,,,CV writing; Confidence,,,,2,2,1.5,,,,,,,0,,,no,no,,,
$ chiron -d s.db person list --plain bo
No.: 2
Name: Bo Vega
Roles: mentee
E-mail: bo@example.org
Seeks: cv WRITING
$ chiron -d s.db person list nobody
Nobody fits that.
$ chiron -d s.db person find lee
No.  Name     Roles   E-mail           Department  Offers                  Seeks  With  Last session
  1  Ann Lee  mentor  ann@example.org              CV writing; Confidence
$ chiron -d s.db person find nobody
chiron: nobody fits "nobody". `chiron person list` shows everybody.
[66]
$ chiron -d s.db person find nobody --format json
[]
[66]
$ chiron -d s.db person show ann@example.org
No.: 1
Name: Ann Lee
E-mail: ann@example.org
Roles: mentor
Offers: CV writing; Confidence
Places: 2
Hours a month: 1.5
$ chiron -d s.db person show ann@example.org --format json | grep -o '"roles":\[[^]]*\]\|"offers":\[[^]]*\]\|"hours_per_month":[0-9.]*\|"enrolments":.*'
"roles":["mentor"]
"offers":["CV writing","Confidence"]
"hours_per_month":1.5
"enrolments":[],"pairings":[]}
$ chiron -d s.db person show 99
chiron: there is no person with the number 99.
[66]
$ chiron -d s.db person set 'Ann Lee' --hours-per-month 3 --manager bo@example.org
Ann Lee is changed.
$ chiron -d s.db person show 1 --format json | grep -o '"hours_per_month":3,\|"manager_id":2,'
"manager_id":2,
"hours_per_month":3,
$ chiron -d s.db person set 'Ann Lee' --manager ''
Ann Lee is changed.
$ chiron -d s.db person show 1 --format json | grep -o '"manager_id":null'
"manager_id":null

# The same to several: each is tried, each refusal is told.
$ chiron -d s.db person set 1 99 'Bo Vega' --location 'Penny Hill'
Ann Lee is changed.
chiron: there is no person with the number 99.
Bo Vega is changed.
chiron: 1 of 3 could not be done; the others are done.
[65]
$ chiron -d s.db person set 1 2 --location Eastgate --format json | tr '{' '\n' | grep -o '"person_id":.*"name":"[^"]*"\|\]$'
"person_id":1,"name":"Ann Lee"
"person_id":2,"name":"Bo Vega"
]
$ chiron -d s.db person set 98 99 --location Eastgate
chiron: there is no person with the number 98.
chiron: there is no person with the number 99.
chiron: none of the 2 could be done.
[65]

# What came from data steers no terminal.
$ chiron -d s.db person add "$(printf 'Eve \033]0;x\007 \342\200\256evil')"
chiron: Name: "Eve \x1b]0;x\x07 \u202eevil" has control characters, here as \x or \u; allowed is plain text.
[65]
$ chiron -d s.db person show "$(printf 'no \033[31m one')"
chiron: no person is found by "no \x1b[31m one". A number, an e-mail address, or a part of a name finds a person.
[66]

# Somebody leaves: it is recorded, and what is left to do is named.
$ chiron -d s.db --today 2026-11-23 person leave 'Ann Lee' --on yesterday
Ann Lee has left.
$ chiron -d s.db person show 'Ann Lee' --format lines | grep 'Left on'
Left on: Sun 22 Nov
$ chiron -d s.db --today 2026-11-23 person leave Nobody
chiron: no person is found by "Nobody". A number, an e-mail address, or a part of a name finds a person.
[66]
