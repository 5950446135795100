# Two records of one person, made one.
$ chiron -d s.db init Riverside -q && chiron -d s.db scheme set --own-today 2026-11-23 -q
$ chiron -d s.db programme add Spring -q --kind mentoring --interval '1 month' --purpose p --focus-areas f --mentoring-models m --components c --matching-process x && chiron -d s.db programme open Spring -q
$ printf 'Name,Email,Role,Offers,Seeks,Phone,Department\nEd Moss,ed@example.org,mentor,CV writing,,,\nAnn Lee,ann@example.org,mentee,,CV writing,01632 960471,\nAnn Lee,ann@work.example.org,mentee,,Interviews,01632 960 471,Legal\n' >list.csv
$ chiron -d s.db import people list.csv --programme Spring -q
$ chiron -d s.db pairing add 'Ed Moss' 3 --programme Spring --ready spoken -q && chiron -d s.db pairing agree 1 --agreed-by both --how spoken --usual-day varies -q && chiron -d s.db pairing start 1 -q
$ chiron -d s.db export people --raw -o before.csv -q

# Who may be one is found, and shown side by side before anything is done.
$ chiron -d s.db check --rule same-person
~ Ann Lee (3) and Ann Lee (2) may be one person: the same name and telephone (R1)
    chiron person merge 2 3

1 found.
[1]
$ chiron -d s.db person merge 2 3 --dry-run
Key         Ann Lee (2)      Ann Lee (3)           Stays
name        Ann Lee          Ann Lee               the same
email       ann@example.org  ann@work.example.org  the first
phone       01632 960471     01632 960 471         the first
roles       mentee           mentee                the same
department                   Legal                 the second
seeks       CV writing       Interviews            both

What becomes theirs  How many
enrolments                  1
pairings                    1
answers                     3
To the notes goes: E-mail: ann@work.example.org
$ chiron -d s.db person merge 2 1 --take shoe-size
chiron: people have no field "shoe_size". `chiron person set --help` has them all.
[64]
$ chiron -d s.db person merge 1 3
chiron: Ed Moss and Ann Lee: they are paired with each other, as pairing 1. Nobody is paired with themselves (R1): they are two people, or the pairing is a mistake, which `chiron undo` takes back.
[65]
$ chiron -d s.db person merge 2 2
chiron: person 2 is one record already. Name the two records that are the same person.
[65]

# It is one step, which undo takes back whole.
$ chiron -d s.db person merge 2 3 --take phone
Ann Lee (2) and Ann Lee (3) are one: Ann Lee, person 2.
To the notes went: E-mail: ann@work.example.org
If they were two after all, `chiron undo` takes it back
$ chiron -d s.db undo
Undone: Ann Lee (2) and Ann Lee (3) made one. `chiron redo` does it again.
$ chiron -d s.db person show 3
No.: 3
Name: Ann Lee
E-mail: ann@work.example.org
Phone: 01632 960 471
Roles: mentee
Department: Legal
Seeks: Interviews

Enrolments
No.  Person   Programme  Role    Standing  Waiting since  Pairings
  3  Ann Lee  Spring     mentee  matched   Mon 23 Nov            1

Pairings
No.  Mentor or coach  Mentee or coachee  State   Sessions  Last session  Next due    Open actions
  1  Ed Moss          Ann Lee            active         0                Wed 23 Dec             0

Answers
Question                                   Answer  Date        How     Recorded by  Programme
knows why the two are working together     yes     Mon 23 Nov  spoken               Spring
knows the time it takes and can commit it  yes     Mon 23 Nov  spoken               Spring
has a clear idea of what they want         yes     Mon 23 Nov  spoken               Spring
$ chiron -d s.db redo
Done again: Ann Lee (2) and Ann Lee (3) made one.
$ chiron -d s.db person show 3
Person 3, Ann Lee, is person 2 since Mon 23 Nov: the two records were made one
No.: 2
Name: Ann Lee
E-mail: ann@example.org
Phone: 01632 960 471
Roles: mentee
Department: Legal
Seeks: CV writing; Interviews
Notes: E-mail: ann@work.example.org

Enrolments
No.  Person   Programme  Role    Standing  Waiting since  Pairings
  2  Ann Lee  Spring     mentee  matched   Mon 23 Nov            1

Pairings
No.  Mentor or coach  Mentee or coachee  State   Sessions  Last session  Next due    Open actions
  1  Ed Moss          Ann Lee            active         0                Wed 23 Dec             0

Answers
Question                                   Answer  Date        How     Recorded by  Programme
knows why the two are working together     yes     Mon 23 Nov  spoken               Spring
knows the time it takes and can commit it  yes     Mon 23 Nov  spoken               Spring
has a clear idea of what they want         yes     Mon 23 Nov  spoken               Spring
$ chiron -d s.db pairing list
No.  Mentor or coach  Mentee or coachee  State   Sessions  Last session  Next due    Open actions
  1  Ed Moss          Ann Lee            active         0                Wed 23 Dec             0
$ chiron -d s.db check --rule same-person
Nothing was found.

# The old lists find the one person, by either address and by either number.
$ chiron -d s.db import people list.csv -q
$ chiron -d s.db import people before.csv -q
$ chiron -d s.db person list --columns person_id,name,email
No.  Name     E-mail
  2  Ann Lee  ann@example.org
  1  Ed Moss  ed@example.org
$ printf 'Mentor,Mentee Email,Date,Minutes\nEd Moss,ann@work.example.org,2026-11-10,50\n' >met.csv && chiron -d s.db import sessions met.csv --programme Spring -q
$ chiron -d s.db session list
No.  Date        Mentor or coach  Mentee or coachee  State  Length  How  Complete
  1  Tue 10 Nov  Ed Moss          Ann Lee            held      50m       no
$ chiron -d s.db verify -q
What          State  Detail
file          good   every page and every reference fits
audit log     good   14 rows, consistent in themselves; nothing outside the file to compare with
kept columns  good   equal to a recount

# Erased, they do not come back by the number or address that they had.
$ chiron -d s.db person leave 3 --close -q && chiron -d s.db person erase 3 --yes -q
$ chiron -d s.db import people list.csv -q
chiron: 2 of 3 rows did not come in.
[65]
$ chiron -d s.db person erased --columns person_id,records
chiron: `chiron person erased` has no option --columns. `chiron person erased --help` lists its options.
[64]

# A second number that is another one is not lost: the notes have it, and it is said before and after.
$ chiron -d t.db init Riverside -q && chiron -d t.db person add 'Cai Yu' --phone '01632 960471' --email cai@example.org -q && chiron -d t.db person add 'Cai Yu' --phone '01632 960999' --email cai@work.example.org --notes 'Rings after six.' -q
$ chiron -d t.db person merge 1 2 --dry-run | tail -n 2
Nothing else is recorded of the second.
To the notes goes: E-mail: cai@work.example.org; Phone: 01632 960999
$ chiron -d t.db person merge 1 2 --take phone
Cai Yu (1) and Cai Yu (2) are one: Cai Yu, person 1.
To the notes went: E-mail: cai@work.example.org; Phone: 01632 960471
If they were two after all, `chiron undo` takes it back
$ chiron -d t.db person show 1
No.: 1
Name: Cai Yu
E-mail: cai@example.org
Phone: 01632 960999
Notes: Rings after six.
    
    E-mail: cai@work.example.org
    Phone: 01632 960471
# A line manager is shown by their name; who manages the other is no second record of them.
$ chiron -d m.db init Managers -q; chiron -d m.db person add 'Ivo Kane' -q; chiron -d m.db person add 'Ann Lee' --email ann@example.org --manager 1 -q; chiron -d m.db person add 'Anne Lee' -q
$ chiron -d m.db person merge 2 3 --dry-run | grep -i manager
manager_id  Ivo Kane (1)                   the first
$ chiron -d m.db person merge 2 1 --dry-run
chiron: Ivo Kane (1) is the line manager of Ann Lee (2), and nobody is their own. If they are one, take the manager away first: `chiron person set 2 --manager ''`.
[65]
$ chiron -d m.db person set 2 --manager '' -q; chiron -d m.db person merge 2 1 --dry-run | tail -n 1
Nothing else is recorded of the second.
