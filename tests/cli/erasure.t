# Erasing a person (UK GDPR, Article 17), and telling them what is kept (Article 15).
$ chiron -d s.db init Riverside -q && chiron -d s.db scheme set --own-today 2026-11-23 -q
$ chiron -d s.db programme add Spring -q --kind mentoring --interval '1 month' --purpose p --focus-areas f --mentoring-models m --components c --matching-process x && chiron -d s.db programme open Spring -q
$ printf 'Name,Email,Role,Offers,Seeks,Phone,Notes\nEd Moss,ed@example.org,mentor,CV writing,,,\nVera Quill,vera@example.org,mentee,,CV writing,01632 960471,rings at night\nBo Vega,,mentee,,CV writing,,knows Vera Quill from school\n' >old.csv
$ chiron -d s.db import people old.csv --programme Spring -q
$ chiron -d s.db pairing add 'Ed Moss' 'Vera Quill' --programme Spring --ready spoken -q && chiron -d s.db pairing agree 1 --agreed-by both --how spoken --usual-day varies -q && chiron -d s.db pairing start 1 -q
$ printf 'she wants to write\n' | chiron -d s.db log 1 --date 2026-11-10 --minutes 60 -q
$ chiron -d s.db checkin add 1 --side learner --notes 'tired of it' -q
$ chiron -d s.db checkin add 1 --side guide --notes 'finds her slow' -q

# What is kept of her, with what coordinators noted; not the wording of the pair, nor what was noted of the other.
$ chiron -d s.db person disclose 'Vera Quill'
What Riverside keeps about Vera Quill, on 23 November 2026

Not in here: what the two of a pairing wrote, which only they read and can print
themselves; what others answered or asked for; that records were changed, and when.

No.: 2
Name: Vera Quill
E-mail: vera@example.org
Phone: 01632 960471
Roles: mentee
Seeks: CV writing
Notes: rings at night

== Enrolments ==

No.: 2
Programme: Spring
Person: Vera Quill
Role: mentee
State: ready
Waiting since: 2026-11-23
Ready since: 2026-11-23

== Answers ==

Question: knows why the two are working together
Answer: yes
Date: 2026-11-23
How: spoken
Programme: Spring

Question: knows the time it takes and can commit it
Answer: yes
Date: 2026-11-23
How: spoken
Programme: Spring

Question: has a clear idea of what they want
Answer: yes
Date: 2026-11-23
How: spoken
Programme: Spring

== Pairings ==

No.: 1
Programme: Spring
Kind: mentoring
Mentor or coach: Ed Moss
Mentee or coachee: Vera Quill
State: active
Manager as coach: no
Made on: 2026-11-23
Sessions: 1
Last session: 2026-11-10
Next due: 2026-12-10
Open actions: 0
Unfinished: 1

== What was agreed ==

No.: 1
Time together: 1
Made on: 2026-11-23
Started on: 2026-11-23
Meet every: every month
Usual day and time: varies
Usual length: 1h
Usual place: as agreed by the pair
Starts on: 2026-11-23
Planned end: 2027-11-23
Extended: 0
Coordinator may read actions: no

== Sessions ==

No.: 1
Session: 1
State: held
Date: 2026-11-10
Length: 1h
Mentor or coach came: attended
Mentee or coachee came: attended
Learning: written
Actions reviewed: yes
Complete: no
Logged at: Mon 23 Nov 12:00

== Check-ins ==

No.: 1
With: mentee or coachee
Date: 2026-11-23
Notes: tired of it
Read it before you give it away: remarks may be about others, too
$ chiron -d s.db person disclose 'Vera Quill' -o vera.json && grep -c 'tired of it' vera.json
Written: vera.json
Read it before you give it away: remarks may be about others, too
1
$ chiron -d s.db --as vera@example.org person disclose 'Vera Quill'
chiron: Vera Quill may not write down what is held about a person here. Ask the coordinator.
[77]

# A pairing that is not over is ended first.
$ chiron -d s.db person erase 'Vera Quill' --yes
chiron: Vera Quill has a live pairing: 1, Ed Moss and Vera Quill. End it first: `chiron person leave 2 --close`.
[65]
$ chiron -d s.db person leave 'Vera Quill' --close -q
$ chiron -d s.db person erase 'Vera Quill' --dry-run
What there is of them                       How many  What becomes of it
name, addresses and all else of the person         1  goes
answers                                            3  goes
texts that the pairs wrote                         1  goes
earlier values, kept for undo                     23  goes
feedback                                           2  stays without words
feedback of the other side                         1  stays without words
contacts with a coordinator                        2  stays without words
sessions                                           1  stays without words
agreements                                         1  stays without words
times together                                     1  stays without words
pairings                                           1  stays without words
enrolments                                         1  stays without words
$ chiron -d s.db person erase 'Vera Quill'
chiron: erasing Vera Quill cannot be undone. Add --yes to do it all the same; --dry-run says what would go.
[64]
$ chiron -d s.db person erase 'Vera Quill' --yes | grep -v -e When: -e Where:
Certificate of erasure

Person:  Vera Quill (number 2)
Scheme:  Riverside
By:      coordinator

Removed for good:
      1  name, addresses and all else of the person
      3  answers
      1  texts that the pairs wrote
     23  earlier values, kept for undo

Kept for the scheme's figures, without name and words:
      2  feedback
      1  feedback of the other side
      2  contacts with a coordinator
      1  sessions
      1  agreements
      1  times together
      1  pairings
      1  enrolments

Texts about others that named the person: 1. They say "erased person 2" now.

The file was written anew afterwards, so that nothing of it lies in unused
pages.

A first name alone, or a description without the name, in what others wrote
is not found by a program. Copies that the program does not know of are not
part of this: printed lists, exported files, copies elsewhere. A storage
device may keep traces of what was deleted.

The number and the day are kept, with a fingerprint of name and address, so
that an old list does not bring the person back unnoticed. This certificate
names the person: it is theirs, and the program keeps none.
$ chiron -d s.db person erased --format csv | cut -d, -f1,3,4
person_id,erased_by,records
2,the coordinator,38

# Of her there is a number; nothing says the name, and nothing brings it back.
$ chiron -d s.db pairing list --columns guide,learner,state,sessions
Mentor or coach  Mentee or coachee  State   Sessions
Ed Moss          erased person 2    closed         1
$ chiron -d s.db person show 'Bo Vega' | grep Notes
Notes: knows erased person 2 from school
$ grep -c -a -i -e vera -e 960471 s.db
0
[1]
$ chiron -d s.db verify
What          State  Detail
file          good   every page and every reference fits
audit log     good   17 rows, consistent in themselves; nothing outside the file to compare with
kept columns  good   equal to a recount
The file is whole.
$ chiron -d s.db undo "$(chiron -d s.db --format json history | grep -o '"step_id":[0-9]*,"at":"[^"]*","actor":[^,]*,"operation":"person.erase"' | head -n 1 | cut -d: -f2 | cut -d, -f1)"
chiron: person 2 erased: nothing brings back what was erased of somebody. `chiron history` has your other changes, each undone by itself; what else this one did is corrected by hand.
[65]
$ chiron -d s.db person set 2 --name 'Vera Quill'
chiron: person 2 was erased on 23 November 2026, and is nobody any more. Whoever comes back is somebody new: `chiron person add`.
[65]
$ chiron -d s.db import people old.csv --programme Spring
The text is UTF-8.
Columns are separated by commas.
Headings are in row 1.
Column "Name" is read as Name.
Column "Email" is read as E-mail.
Column "Role" is taken for Roles by its cells.
Column "Offers" is read as Offers.
Column "Seeks" is read as Seeks.
Column "Phone" is read as Phone.
Column "Notes" is read as Notes.
Nothing new in row 2.

Not brought in:
old.csv row 3, column "Name": "Vera Quill" was erased on 23 November 2026, and does not come back by a list. Take the row out; if they want to be here again, add them: `chiron person add`.

Who was here already now has:
  Bo Vega: Notes "knows Vera Quill from school" instead of "knows erased person 2 from school"

3 rows read: 0 new, 1 changed, 1 same, 1 rejected, 0 skipped.
This is import 2; `chiron import undo 2` takes it back.
chiron: 1 of 3 rows did not come in.
[65]
$ chiron -d s.db person add 'Vera Quill' --email vera@example.org
Vera Quill is person 4.
$ chiron -d s.db import people old.csv --programme Spring -q && chiron -d s.db person list vera --columns person_id,name,phone
No.  Name        Phone
  4  Vera Quill  01632 960471

# A coordinator of one programme asks whoever looks after the whole scheme.
$ chiron -d s.db coordinator add Maria -q && chiron -d s.db coordinator add Grace --programmes Spring -q
$ chiron -d s.db --as Grace person erase 'Bo Vega' --yes
chiron: Grace may not erase a person: it concerns the whole scheme (R83). You see and change what belongs to your programmes (R83); Maria, who looks after the whole scheme, can do it, or give you more: `chiron coordinator set`.
[77]

# How long people are kept is the scheme's to say; nobody is erased by the clock.
$ chiron -d s.db person leave 'Bo Vega' --on 2025-11-20 -q; chiron -d s.db scheme set --keep-months 12 -q
$ chiron -d s.db check --rule kept-too-long
~ Bo Vega has had no part in it since 20 November 2025; people are kept for 12 months (R84)
    chiron person erase 3

1 found.
[1]

# Copies beside the scheme that hold them are named, or with --backups seen to as well.
$ chiron -d s.db person add 'Zed Roe' --email zed@example.org -q && chiron -d s.db backup kept.db -q && chiron -d s.db backup also.db -q
$ chiron -d s.db person erase 'Zed Roe' --yes 2>&1 >/dev/null | sed 's,^/.*/,,; s/, [0-9-]*:/:/' | sort
Such a copy brings them back where it is restored: remove it, or erase them there, too, with -d
also.db: still holds them
kept.db: still holds them
$ chiron -d kept.db person erase 'Zed Roe' --yes --backups 2>&1 | grep -A1 'also.db, of' | tail -1
        erased there as well
$ grep -c -a -e zed@ -e "Zed Roe" s.db kept.db also.db
s.db:0
kept.db:0
also.db:0
[1]
$ chiron -d also.db verify
What          State  Detail
file          good   every page and every reference fits
audit log     good   28 rows, consistent in themselves; nothing outside the file to compare with
kept columns  good   equal to a recount
The file is whole.
$ chiron -d also.db person erased --format csv | tail -1 | cut -d, -f1,3
2,the coordinator

# Who came in by a list that was taken back is in no list any more, and still in the history.
$ printf 'Name,Email,Role,Seeks\nPiotr Albrecht,piotr@example.org,mentee,CV writing\n' >piotr.csv
$ chiron -d s.db import people piotr.csv --programme Spring -q && chiron -d s.db import undo 4
Import 4 is undone: 2 removed (1 person, 1 enrolment), 0 as before, 0 left.
Who came in with it is in no list any more, and still in the history: `chiron person erase` finds them there, too
$ chiron -d s.db person show Piotr
chiron: no person is found by "Piotr". A number, an e-mail address, or a part of a name finds a person.
[66]
$ chiron -d s.db person erase Piotr --dry-run
What there is of them          How many  What becomes of it
earlier values, kept for undo         2  goes
$ chiron -d s.db import people piotr.csv --programme Spring -q
$ chiron -d s.db person erase Piotr --dry-run
What there is of them                       How many  What becomes of it
name, addresses and all else of the person         1  goes
what history has of them by another number         2  goes
enrolments                                         1  stays without words
$ chiron -d s.db person erase piotr@example.org --yes -q
$ grep -c -a -i piotr@ s.db
0
[1]
$ chiron -d s.db person erase Piotr --yes
chiron: no person is found by "Piotr". A number, an e-mail address, or a part of a name finds a person.
[66]
$ chiron -d s.db verify
What          State  Detail
file          good   every page and every reference fits
audit log     good   33 rows, consistent in themselves; nothing outside the file to compare with
kept columns  good   equal to a recount
The file is whole.
