# The line mode, as a screen reader has it. Every line typed is echoed here, since the input is no terminal; blanks at
# the ends of lines are cut, where Enter alone was typed.
$ printf '%s\n' 1 Riverside '' yes '?' quit | chiron -d s.db --plain | sed 's/ *$//; s/^Today | .*/Today | (the day)/'
chiron, coaching and mentoring. ? says what can be done, quit leaves; everything is saved as it is done.

Welcome
There is no scheme in s.db yet. What would you like to do?
\> 1  Start a scheme
Give it a name; people and programmes come next.
2  Import a spreadsheet
Bring your people in from a file. You see what would be before it is.
3  Look at the demonstration
Invented people to try everything on. Making them takes a few seconds.
\> 1

Start a scheme: 2 questions. Enter keeps what stands in brackets, ? helps, :save saves, :leave leaves.
Name: Riverside
  1 no wording is stored, 2 kept apart from the coordinator's screens
Wording of the pairs [kept apart from the coordinator's screens]:
Save? [yes]; no leaves it as a draft; a number goes back to that question: yes
chiron, Riverside. ? says what can be done, quit leaves; everything is saved as it is done.

Today | (the day)
Nobody is in this scheme yet. Three ways to begin:
1. I  import people from a spreadsheet, as it is
2. a  add the first person by hand
3. Q  leave, and look at `chiron demo`
Then make a programme: 7, and there a.
\> ?
Signs: ! act now, ~ see to it soon, . to be known.
Of each pairing only the worst is shown (:all findings has the others, too); below the list
stands what deals with the focused one.
Enter goes to where it is mended, one step back leads here again.
z takes it off the list until a day, or until it gets worse; A gives it to somebody;
x has acknowledge, and what is snoozed.

A number opens that row; "3 edit" does something with row 3, "at 3" only goes there.
A screen's name goes there; "people find okafor" does so at once.
The name of a person, pair or programme, or a part of it, goes there.
list: read this out again. next, previous: other rows. back: where you were before.
find WORDS and filter WORDS look for them. In forms ? says more. quit leaves.
screen 1: Today
screen 2: People
screen 3: Pairs
screen 4: Actions
screen 5: Sessions
screen 6: Reports
screen 7: Programmes
import (or I): People, pairings, sessions from a file
add a person (or a): A mentor, mentee, coach or coachee
all findings: Every finding, or the worst of each pair
snoozed: What is snoozed, assigned or acknowledged
log session (or L): Log a session, from anywhere
compare kinds: Coaching and mentoring side by side
drafts: What you typed into forms and did not save
undo (or u): Undo your last change
redo (or Ctrl-R): Do again what was undone
history (or U): All changes, newest first
past imports (or H): The imports so far; taking one back
remembered: What is remembered of the columns of lists
own fields: What else you want to know of people
coordinators: Coordinators, and what each looks after
scheme: Its name, where copies are kept, its words
role words: What the scheme calls those who are paired
\> quit
$ chiron -d s.db scheme set --own-today 2026-11-23 -q

# People: a form is one question after the other; what is refused is asked again, and nothing typed is lost.
$ printf '%s\n' people add '' 'Wen Patel' wen@example '' 'mentor, 9' mentor '?' '-' finance :2 wen@example.org :save quit | chiron -d s.db --plain | sed 's/ *$//'
chiron, Riverside. ? says what can be done, quit leaves; everything is saved as it is done.

Today | Mon 23 Nov
Nobody is in this scheme yet. Three ways to begin:
1. I  import people from a spreadsheet, as it is
2. a  add the first person by hand
3. Q  leave, and look at `chiron demo`
Then make a programme: 7, and there a.
\> people

People | 0
There is nobody yet. a adds the first person, I brings in a spreadsheet of them.
\> add

Add a person: 32 questions. Enter keeps what stands in brackets, ? helps, :save saves, :leave leaves.
Name:
! This is needed: as screens show it, "Ann Lee"; never re-capitalised
Name: Wen Patel
E-mail: wen@example
Phone:
  1 coach, 2 coachee, 3 mentor, 4 mentee (several: their numbers, parted by commas)
Roles: mentor, 9
! "9" is none of them; ? says them again
Roles: mentor
Department: ?
Department:
A part of what you mean is enough: what fits is listed.
Enter keeps what stands in brackets, - empties it. :save saves now.
quit or :leave leaves and keeps a draft. :back goes to the question before,
:3 to the third.
:all reads all, :afresh forgets what you typed. What begins with a colon: type two.
Department: -
Offers: finance
Seeks: :2
E-mail [wen@example]: wen@example.org
Phone: :save
Wen Patel is added, as person 1 (u: undo)

People | 1 (list reads it out)
1. Wen Patel; Role: mentor; Offers / wants: finance
\> quit
$ printf '%s\n' people add 'Chen Okafor' chen@example.org '' mentee :save add 'wen patel' :save :leave 'filter okafor' 1 back back quit | chiron -d s.db --plain | sed 's/ *$//' | tail -n +6
NEEDS YOU
There is no programme yet: 7 Programmes, a makes one.
\> people

People | 1
1. Wen Patel; Role: mentor; Offers / wants: finance
\> add

Add a person: 32 questions. Enter keeps what stands in brackets, ? helps, :save saves, :leave leaves.
Name: Chen Okafor
E-mail: chen@example.org
Phone:
  1 coach, 2 coachee, 3 mentor, 4 mentee (several: their numbers, parted by commas)
Roles: mentee
Department: :save
Chen Okafor is added, as person 2 (u: undo)

People | 2 (list reads it out)
1. Chen Okafor; Role: mentee
\> add

Add a person: 32 questions. Enter keeps what stands in brackets, ? helps, :save saves, :leave leaves.
Name: wen patel
E-mail: :save
1. Name: wen patel
   ! There is a Wen Patel already (wen@example.org). If this is somebody else of that name, save again.
Name [wen patel]: :leave
Left; what you typed is kept as a draft

People | 2 (list reads it out)
1. Chen Okafor; Role: mentee
\> filter okafor

People | 1 of 2: okafor
1. Chen Okafor; Role: mentee
\> 1

Person 2 | 1 of 1
Chen Okafor  mentee
chen@example.org
About  Another pane: Enrolments
Nothing more is known.
Another pane: Pairings
\> back

People | 1 of 2: okafor (list reads it out)
1. Chen Okafor; Role: mentee
\> back
The filter is off: everything is shown

People | 2
1. Chen Okafor; Role: mentee
2. Wen Patel; Role: mentor; Offers / wants: finance
\> quit
$ chiron -d s.db draft list
No.  Kept              Form
  1  Mon 23 Nov 12:00  Add a person

# A programme and a pairing: names are completed, and chosen by number where several fit.
$ chiron -d s.db person add 'Patience Oduya' --roles mentor -q
$ chiron -d s.db programme add Spring --kind mentoring -q --planned-months 6 --purpose p --focus-areas f --mentoring-models m --components c --matching-process x && chiron -d s.db programme open Spring -q
$ printf '%s\n' pairs pair '' pat 2 chen yes yes quit | chiron -d s.db --plain --today 2026-09-01 | sed 's/ *$//' | tail -n +7
Nobody is in a programme yet: E in 7 Programmes enrols whose roles fit, I in 2 People brings in more.
\> pairs

Pairs | 0
No pairings yet. a pairs two people; m in 7 Programmes proposes pairs for all of one.
\> pair

New pairing: 4 questions. Enter keeps what stands in brackets, ? helps, :save saves, :leave leaves.
1. Programme: Spring
  1 Patience Oduya; places not known, not enrolled here
  2 Wen Patel; places not known, not enrolled here
Mentor or coach:
  1 Patience Oduya; places not known, not enrolled here
  2 Wen Patel; places not known, not enrolled here
Which one? Its number, or more of the name.
Mentor or coach: pat
  1 Patience Oduya; places not known, not enrolled here
  2 Wen Patel; places not known, not enrolled here
Which one? Its number, or more of the name.
Mentor or coach [pat]: 2
  1 Chen Okafor; not enrolled here
Mentee or coachee: chen
  1 yes, 2 no
They are ready: yes
Save? [yes]; no leaves it as a draft; a number goes back to that question: yes
Wen Patel - Chen Okafor are paired; y records what they agree, b starts them (u: undo)

Pairs | 1 (list reads it out)
1. Wen Patel - Chen Okafor; State: contracting; Held: 0
\> quit
$ printf '%s\n' pairs '1 agreement' :all '' 'Tuesdays 17:30' 60 'the library' '' '' '' '' 1 '1, 2' 1 '' '' yes '' '' '' '' yes quit | chiron -d s.db --plain --today 2026-09-01 | sed 's/ *$//' | tail -n +7
1. Pairings not started yet; Spring; 1 new pairing has not started, for up to 1 day
Spring: Pairings not started yet.
To mend it: record what each pair agreed and each side's yes, then start them; many can be done at once.
Enter, or `chiron pairing agree --all --programme 1 --agreed-by both`
\> pairs

Pairs | 1
1. Wen Patel - Chen Okafor; State: contracting; Held: 0
\> 1 agreement

Agreement: 18 questions. Enter keeps what stands in brackets, ? helps, :save saves, :leave leaves.
Meet every [1 month]: :all
1. Meet every: 1 month  = every month
2. Usual day and time: as agreed by the pair
3. Usual length: 60  = 1h
4. Usual place: as agreed by the pair
5. Starts on: 2026-09-01  = Tue 1 Sep
6. Planned end: 2027-03-01  = 1 Mar 2027
7. Planned sessions:
8. Open-ended:
9. Purpose:
10. Said yes:
11. How: spoken
12. On:
13. Coordinator may read actions: no
14. No conflict of interest:
15. Known to each other:
16. Power spoken of:
17. Aims told on:
18. Peer or reverse:
Meet every [1 month]:
  = every month
Usual day and time [as agreed by the pair]: Tuesdays 17:30
Usual length [60]: 60
  = 1h
Usual place [as agreed by the pair]: the library
Starts on [2026-09-01]:
  = Tue 1 Sep
Planned end [2027-03-01]:
  = 1 Mar 2027
Planned sessions:
  1 yes, 2 no
Open-ended:
  1 a specific need, 2 new expertise, 3 moving to the next level
Purpose: 1
  = a specific need
- each one's own yes
  1 Wen Patel, 2 Chen Okafor (several: their numbers, parted by commas)
Said yes: 1, 2
  = Wen Patel, Chen Okafor
  1 at their own desk, 2 on a form, 3 on paper, 4 by e-mail, 5 spoken
How [spoken]: 1
  = at their own desk
On:
  1 yes, 2 no
Coordinator may read actions [no]:
- what is for a counsellor, doctor or lawyer is referred
  1 yes, 2 no
No conflict of interest: yes
  1 yes, 2 no
Known to each other:
  1 yes, 2 no
Power spoken of:
Aims told on:
  1 peers, 2 reverse: the mentee is the more senior
Peer or reverse:
Save? [yes]; no leaves it as a draft; a number goes back to that question: yes
The agreement is recorded; b starts the pairing

Pairs | 1 (list reads it out)
1. Wen Patel - Chen Okafor; State: contracting; Held: 0
\> quit
$ printf '%s\n' pairs '1 start' quit | chiron -d s.db --plain --today 2026-09-02 | sed 's/ *$//' | tail -n +7
1. Pairings not started yet; Spring; 1 new pairing has not started, for up to 1 day
Spring: Pairings not started yet.
To mend it: record what each pair agreed and each side's yes, then start them; many can be done at once.
Enter, or `chiron pairing agree --all --programme 1 --agreed-by both`
\> pairs

Pairs | 1
1. Wen Patel - Chen Okafor; State: contracting; Held: 0
\> 1 start
Wen Patel - Chen Okafor: started: sessions are due from today on (u: undo)
~ Wen Patel / Chen Okafor have named no focus area yet (R55): let the two name one, as work and life in balance, or self-confidence: o on the pairing
1. Wen Patel - Chen Okafor: next due Fri 2 Oct; State: active; Held: 0
\> quit

# Sessions: in one line, then by the form with shorthand, wording and actions; a draft is kept where the input ends.
$ printf '%s\n' 'log okafor 45 video 2 nov' quit | chiron -d s.db --plain | sed 's/ *$//' | tail -n +7
1. Never started; Wen Patel / Chen Okafor; see to it soon; made 1 September, 83 days ago, and no session yet
2. Contacts due; Spring; 1 pair waits for a word from the coordinator, the first since 17 September
Wen Patel / Chen Okafor: Never started.
To mend it: ask both what stands in the way, log a session that was held, or close the pairing.
L, or `chiron log 1`
\> log okafor 45 video 2 nov
Session 1 of about 6 logged for Wen Patel - Chen Okafor, next due Wed 2 Dec; the record can be finished later (u: undo)
Sessions: 1 this month, 1 unfinished, next 7 days 0. Actions overdue: 0.
1. Unfinished record; Wen Patel / Chen Okafor; see to it soon; 1 session has no summary or no word on actions yet
Wen Patel / Chen Okafor: Unfinished record.
To mend it: the mentor or coach adds a summary, or says the pair keeps it, and the actions or that there are none.
Enter, or `chiron session list --pairing 1 complete:no`
\> quit
$ printf '%s\n' 'log okafor' yesterday 'one hour' '17:30-18:45' 2 '' '' '::Saw it' 'and again' '' 'Chen: draft CV @ next fri' '' '' yes quit | chiron -d s.db --plain | sed 's/ *$//' | tail -n +7
1. Unfinished record; Wen Patel / Chen Okafor; see to it soon; 1 session has no summary or no word on actions yet
2. Contacts due; Spring; 1 pair waits for a word from the coordinator, the first since 17 September
Wen Patel / Chen Okafor: Unfinished record.
To mend it: the mentor or coach adds a summary, or says the pair keeps it, and the actions or that there are none.
Enter, or `chiron session list --pairing 1 complete:no`
\> log okafor

Log a session: 10 questions. Enter keeps what stands in brackets, ? helps, :save saves, :leave leaves.
1. Pair: Wen Patel - Chen Okafor
Date [today]: yesterday
  = Sun 22 Nov
Length [60]: one hour
  ? no length yet
Length [one hour]: 17:30-18:45
  = 75 minutes from 17:30
  1 in person, 2 video, 3 phone
How: 2
  = video
  1 Wen Patel, 2 Chen Okafor (several: their numbers, parted by commas)
Came [Wen Patel, Chen Okafor]:
  1 Wen Patel, 2 Chen Okafor (several: their numbers, parted by commas)
Late:
- only Wen Patel and Chen Okafor are shown this
  What was learned, in a few words; it can wait
  (several lines; an empty one ends them)
Learned: ::Saw it
and again

  One a line, whose and until when: "Catrin: draft CV @ next fri"
  (several lines; an empty one ends them)
Actions: Chen: draft CV @ next fri

  = Chen Okafor, by Fri 27 Nov
- under headings, if you like
  1 Free, 2 Mentoring
Framework [Free]:
Save? [yes]; no leaves it as a draft; a number goes back to that question: yes
Session 2 of about 6 logged for Wen Patel - Chen Okafor, next due Tue 22 Dec (u: undo)

Today | Mon 23 Nov (list reads it out)
1. Unfinished record; Wen Patel / Chen Okafor; see to it soon; 1 session has no summary or no word on actions yet
\> quit
$ printf '%s\n' 'log okafor' '-3d' '1:15' | chiron -d s.db --plain | sed 's/ *$//' | tail -n +7
1. Unfinished record; Wen Patel / Chen Okafor; see to it soon; 1 session has no summary or no word on actions yet
2. Contacts due; Spring; 1 pair waits for a word from the coordinator, the first since 17 September
Wen Patel / Chen Okafor: Unfinished record.
To mend it: the mentor or coach adds a summary, or says the pair keeps it, and the actions or that there are none.
Enter, or `chiron session list --pairing 1 complete:no`
\> log okafor

Log a session: 11 questions. Enter keeps what stands in brackets, ? helps, :save saves, :leave leaves.
1. Pair: Wen Patel - Chen Okafor
Date [today]: -3d
  = Fri 20 Nov
Length [60]: 1:15
  = 75 minutes
  1 in person, 2 video, 3 phone
How:
Left; what you typed is kept as a draft
$ chiron -d s.db draft list
No.  Kept              Form
  2  Mon 23 Nov 12:00  Log a session: Wen Patel - Chen Okafor
  1  Mon 23 Nov 12:00  Add a person
$ chiron -d s.db draft show 2
Log a session: Wen Patel - Chen Okafor
Field   What was typed
Date    -3d
Length  1:15
$ printf '%s\n' drafts 1 :all :afresh :Ctrl-X :afresh '?' :leave 'drop' y quit | chiron -d s.db --plain | sed 's/ *$//' | tail -n +7
1. Unfinished record; Wen Patel / Chen Okafor; see to it soon; 1 session has no summary or no word on actions yet
2. Contacts due; Spring; 1 pair waits for a word from the coordinator, the first since 17 September
Wen Patel / Chen Okafor: Unfinished record.
To mend it: the mentor or coach adds a summary, or says the pair keeps it, and the actions or that there are none.
Enter, or `chiron session list --pairing 1 complete:no`
\> drafts

Drafts
1. Mon 23 Nov 12:00; Form: Log a session: Wen Patel - Chen Okafor
2. Mon 23 Nov 12:00; Form: Add a person
\> 1
Your draft of 12:00 is here again (Ctrl-X: start afresh)

Log a session: 11 questions. Enter keeps what stands in brackets, ? helps, :save saves, :leave leaves.
1. Pair: Wen Patel - Chen Okafor
Date [-3d]: :all
1. Pair: Wen Patel - Chen Okafor
2. Date: -3d  = Fri 20 Nov
3. Length: 1:15  = 75 minutes
4. How:
5. Came: Wen Patel, Chen Okafor
6. Late:
7. Learned:
8. Actions:
9. Or:
10. Chen Okafor's action: leave open
Carry on until:
11. Framework: Free
Date [-3d]: :afresh
As it was before you typed. Ctrl-X brings what you typed back
Pair [Wen Patel - Chen Okafor]: :Ctrl-X
What you typed is here again
Pair [Wen Patel - Chen Okafor]: :afresh
As it was before you typed. Ctrl-X brings what you typed back
Pair [Wen Patel - Chen Okafor]: ?
Pair: Any part of a name
A part of what you mean is enough: what fits is listed.
Enter keeps what stands in brackets, - empties it. :save saves now.
quit or :leave leaves and keeps a draft. :back goes to the question before,
:3 to the third.
:all reads all, :afresh forgets what you typed. What begins with a colon: type two.
Pair [Wen Patel - Chen Okafor]: :leave

Drafts (list reads it out)
1. Mon 23 Nov 12:00; Form: Add a person
\> drop
Drop this draft? What was typed is gone then [y]es [n]o y
The draft is dropped
You have no drafts: all that you typed into forms was saved, or dropped.
\> quit
$ chiron -d s.db draft list
You have no drafts: all that was typed into forms was saved, or dropped.

# Actions, panes, sorting, marks, and what is not there.
$ printf '%s\n' actions 1 1 '' yes quit | chiron -d s.db --plain | sed 's/ *$//' | tail -n +7
1. Unfinished record; Wen Patel / Chen Okafor; see to it soon; 1 session has no summary or no word on actions yet
2. Contacts due; Spring; 1 pair waits for a word from the coordinator, the first since 17 September
Wen Patel / Chen Okafor: Unfinished record.
To mend it: the mentor or coach adds a summary, or says the pair keeps it, and the actions or that there are none.
Enter, or `chiron session list --pairing 1 complete:no`
\> actions

Actions | 1 open
1. This week; Due: Fri 27 Nov; State: in 4 d; Whose: Chen Okafor; With: Wen Patel; Programme: Spring; Chen Okafor, in 4 d (the wording is the pair's own)
\> 1

Wen Patel - Chen Okafor | pairing 1
mentee Chen Okafor  mentor Wen Patel  Spring, since Wed 2 Sep
active  2 sessions, last Sun 22 Nov  next due Tue 22 Dec  unfinished 1
~ Unfinished record: 1 session has no summary or no word on actions yet
Another pane: Open actions (1)
Sessions (2):
1. Sun 22 Nov, held; Length: 1h15; How: video; Record: complete
2. Mon 2 Nov, unfinished record: Enter finishes it; No.: 1; Length: 45m; How: video
Another pane: Agreed
Sun 22 Nov 17:30, session 2, 1h15, video. Both came. The record of this session is complete.
What was learned is written down, apart from the coordinator's screens. Whoever holds this file could still read
it.
\> 1
! "open" is not possible with what is in focus. Press ? for what is.
>
\> yes
There is no "yes" here; ? says what there is
\> quit
$ printf '%s\n' 1 back quit | chiron -d s.db --plain | sed 's/ *$//' | tail -n +7
1. Unfinished record; Wen Patel / Chen Okafor; see to it soon; 1 session has no summary or no word on actions yet
2. Contacts due; Spring; 1 pair waits for a word from the coordinator, the first since 17 September
Wen Patel / Chen Okafor: Unfinished record.
To mend it: the mentor or coach adds a summary, or says the pair keeps it, and the actions or that there are none.
Enter, or `chiron session list --pairing 1 complete:no`
\> 1
Unfinished record: the mentor or coach adds a summary, or says the pair keeps it, and the actions or that there are none

Wen Patel - Chen Okafor | pairing 1
mentee Chen Okafor  mentor Wen Patel  Spring, since Wed 2 Sep
active  2 sessions, last Sun 22 Nov  next due Tue 22 Dec  unfinished 1
~ Unfinished record: 1 session has no summary or no word on actions yet
Another pane: Open actions (1)
Sessions (2):
1. Sun 22 Nov, held; Length: 1h15; How: video; Record: complete
2. Mon 2 Nov, unfinished record: Enter finishes it; No.: 1; Length: 45m; How: video
Another pane: Agreed
Mon 2 Nov, session 1, 45m, video. Both came. Unfinished: what was learned is missing; no word on actions; Enter
adds it.
\> back

Today | Mon 23 Nov (list reads it out)
1. Unfinished record; Wen Patel / Chen Okafor; see to it soon; 1 session has no summary or no word on actions yet
\> quit
$ printf '%s\n' people 'sort from z' mark 'at 2' marmalade 9 'so' se '' 'find okafor' '1 edit' :3 '01234 5' :quit | chiron -d s.db --plain | sed 's/ *$//' | tail -n +7
1. Unfinished record; Wen Patel / Chen Okafor; see to it soon; 1 session has no summary or no word on actions yet
2. Contacts due; Spring; 1 pair waits for a word from the coordinator, the first since 17 September
Wen Patel / Chen Okafor: Unfinished record.
To mend it: the mentor or coach adds a summary, or says the pair keeps it, and the actions or that there are none.
Enter, or `chiron session list --pairing 1 complete:no`
\> people

People | 3
1. Patience Oduya; Role: mentor
2. Chen Okafor: with Wen Patel; Role: mentee; Last: Sun 22 Nov
3. Wen Patel: with Chen Okafor; Role: mentor; Offers / wants: finance; Last: Sun 22 Nov
\> sort from z
Sorted by name, from Z to A
1. Wen Patel: with Chen Okafor; Role: mentor; Offers / wants: finance; Last: Sun 22 Nov
Rows have other numbers now; list reads them out
\> mark
1. Wen Patel: with Chen Okafor; Role: mentor; Offers / wants: finance; Last: Sun 22 Nov; marked
2. Chen Okafor: with Wen Patel; Role: mentee; Last: Sun 22 Nov
\> at 2
2. Chen Okafor: with Wen Patel; Role: mentee; Last: Sun 22 Nov
\> marmalade
There is no "marmalade" here; ? says what there is
\> 9
There is no row 9 here
\> so
Sort by:
1. name
2. name, from Z to A
3. newest first
4. oldest first
A number, or a part of the name; an empty line goes back: se
Nothing is called "se"
Sort by:
1. name
2. name, from Z to A
3. newest first
4. oldest first
A number, or a part of the name; an empty line goes back:
\> find okafor
2. Chen Okafor: with Wen Patel; Role: mentee; Last: Sun 22 Nov
\> 1 edit

Edit a person: 32 questions. Enter keeps what stands in brackets, ? helps, :save saves, :leave leaves.
Name [Wen Patel]: :3
Phone: 01234 5
  1 coach, 2 coachee, 3 mentor, 4 mentee (several: their numbers, parted by commas)
Roles [mentor]: :quit
Left; what you typed is kept as a draft

# Closing a pairing; and a mentor's own desk.
$ printf '%s\n' pairs '1 close' 3 1 'lost' 6 '' '' today yes pane list quit | chiron -d s.db --plain | sed 's/ *$//' | tail -n +7
1. Unfinished record; Wen Patel / Chen Okafor; see to it soon; 1 session has no summary or no word on actions yet
2. Contacts due; Spring; 1 pair waits for a word from the coordinator, the first since 17 September
Wen Patel / Chen Okafor: Unfinished record.
To mend it: the mentor or coach adds a summary, or says the pair keeps it, and the actions or that there are none.
Enter, or `chiron session list --pairing 1 complete:no`
\> pairs

Pairs | 1
1. Wen Patel - Chen Okafor: next due Tue 22 Dec, 1 unfinished; State: active; Last: Sun 22 Nov
\> 1 close

Close the pairing: 6 questions. Enter keeps what stands in brackets, ? helps, :save saves, :leave leaves.
  1 completed as planned, 2 goals attained early, 3 ended early, 4 never started
How it ended: 3
  = ended early
  1 mentee, 2 mentor, 3 both, 4 coordinator
Who ended it: 1
  = mentee
  1 reached planned end
  2 goals attained
  3 mutual agreement
  4 mentee no longer benefiting
  5 mentor no longer benefiting
  6 mentee's lack of time
  7 mentor's lack of time
  8 mentee moved, left or on leave
  9 mentor moved, left or on leave
  10 lost contact with the mentee
  11 lost contact with the mentor
  12 not a good fit
  13 conflict of interest or reporting line
  14 safeguarding
  15 scheme closed
  16 made by mistake
  17 other
Why it ended: lost
! "lost" may be 10 lost contact with the mentee, 11 lost contact with the mentor
Why it ended: 6
  = mentee's lack of time
  1 yes, 2 no
New mentor:
In words:
On: today
  = Mon 23 Nov
Save? [yes]; no leaves it as a draft; a number goes back to that question: yes
Wen Patel - Chen Okafor have ended; B records what both say of it (u: undo)

Pairs | 1 (list reads it out)
1. Wen Patel - Chen Okafor, 1 unfinished; State: closing; Held: 2; Last: Sun 22 Nov
\> pane
There is no "pane" here; ? says what there is
\> list

Pairs | 1
1. Wen Patel - Chen Okafor, 1 unfinished; State: closing; Held: 2; Last: Sun 22 Nov
\> quit
$ printf '%s\n' 1 'open actions' back back screens quit | chiron --as wen@example.org -d s.db --plain | sed 's/ *$//'
chiron, Riverside. ? says what can be done, quit leaves; everything is saved as it is done.
The desk of Wen Patel is open: the audit log has it, and they see it there

My pairs | 1
1. Wen Patel - Chen Okafor, 1 unfinished; State: closing; Held: 2; Last: Sun 22 Nov
\> 1

Wen Patel - Chen Okafor | pairing 1
mentee Chen Okafor  mentor Wen Patel  Spring, since Wed 2 Sep
closing  2 sessions, last Sun 22 Nov  unfinished 1
~ Feedback awaited: Wen Patel, Chen Okafor have not given feedback since 23 November; given up after 21 December
Another pane: Open actions (1)
Sessions (2):
1. Sun 22 Nov, held; Length: 1h15; How: video; Record: :Saw it
2. Mon 2 Nov, unfinished record: Enter finishes it; No.: 1; Length: 45m; How: video
Another pane: Agreed
Sun 22 Nov 17:30, session 2, 1h15, video. Both came. The record of this session is complete.
:Saw it
and again
\> open actions
Another pane: Sessions (2)
Open actions (1):
1. Fri 27 Nov, action of Chen Okafor: draft CV
Chen Okafor's action, set Sun 22 Nov, due Fri 27 Nov. Enter says what became of it.
draft CV
\> back

My pairs | 1 (list reads it out)
1. Wen Patel - Chen Okafor, 1 unfinished; State: closing; Held: 2; Last: Sun 22 Nov
\> back
This is the first screen; quit leaves
\> screens
screen 1: My pairs
screen 2: Actions
screen 3: Sessions
screen 4: Proposals
\> quit

# What came from data steers no terminal, and what is no UTF-8 is said.
$ printf 'people\nadd\nA\033[2Jnn \302\233 \342\200\256x\n:save\nquit\n' | chiron -d s.db --plain | tail -n 3
People | 4 (list reads it out)
1. A[2Jnn x
\> quit
$ printf 'people\nfilter \377x\nquit\n' | chiron -d s.db --plain | tail -n 5
Filter: quit

People | 0 of 4: quit
Nothing fits "quit". q shows everything.
\> 

# What was done is said with what it changed, and that rows moved; it is not all read out again. A screen's name may be
# followed by what is to be done there, but not by a row that was not read out yet.
$ $DEMONSTRATION demo.db
$ printf '%s\n' '2 snooze' '+2w' undo quit | chiron -d demo.db --plain | sed -n '/^> 2/,$p'
\> 2 snooze
A day, as +1w, fri or 4 dec. An empty line goes back.
Snooze until: +2w
Programme's design is incomplete: snoozed until Mon 7 Dec (u: undo)
NEEDS YOU (46), 2 snoozed, most harm first:
2. Not a good fit: a new match; Callum Strickland / Lucy Barraclough; see to it soon; one of the two says it is not a good fit; a new match is nobody's fault
20. One of the two is away; Sunita Bhardwaj / Jodie Lockwood; see to it soon; Sunita Bhardwaj is away, and means to be back
Rows 1 to 20 of 46. next, previous: other rows
Callum Strickland / Lucy Barraclough: Not a good fit: a new match.
To mend it: speak with them, close the pairing as not a good fit, and propose another one.
C, or `chiron pairing close 31 --kind ended_early --initiator coordinator --reason not_a_good_fit`
Rows have other numbers now; list reads them out
\> undo
Undone: finding about Money Matters snoozed (Ctrl-R: redo)
NEEDS YOU (47), 1 snoozed, most harm first:
2. Programme's design is incomplete; Money Matters; act now; Money Matters does not say yet: Focus areas, Mentoring models, Components, Matching process
Rows 1 to 20 of 47. next, previous: other rows
Rows have other numbers now; list reads them out
\> quit
$ printf '%s\n' 'people find okonkwo' quit | chiron -d demo.db --plain | sed -n '/^> people/,$p' | sed -n '1,4p' | cut -c1-60
\> people find okonkwo

People | 133
50. Grace Okonkwo: with Zainab Bello; Nasreen Begum; Role: m
$ printf '%s\n' 'pairs 3' q q | chiron -d demo.db --plain | sed -n '/^> pairs/,$p' | grep -v '^[0-9]'
\> pairs 3
"3" is left out: the rows are read out first

Pairs | 73
Rows 1 to 20 of 73. next, previous: other rows
\> q
All is saved. q once more leaves the program
\> q
$ printf '%s\n' programmes '6 match' pane quit | chiron -d demo.db --plain | sed -n '/^> 6 match/,$p' | grep -A2 'pane' | cut -c1-100
Another pane: Left out  Another pane: Areas  Another pane: In all
Pairs:
1. Louise Appleyard with Vikram Joshi; Score: 50; State: proposed; In common: Managing time
--
\> pane
Another pane: Areas  Another pane: In all  Another pane: Pairs
Left out:
1. Hana Novotná: the proposal with Fiona Drummond was declined on Sun 22 Nov; Denise Oyelaran could

# A name goes to whoever has it; where it is several, they are there to choose from.
$ printf '%s\n' 'wen pat' back 'wen / okafor' 'wen nobody' quit | chiron -d s.db --plain | sed 's/ *$//' | tail -n +9
Wen Patel / Chen Okafor: Feedback awaited.
To mend it: ask them and record the answers, or waive what will not come, with the reason.
Enter, or `chiron feedback record 1 --form end --side guide`
\> wen pat
Found:
1. person: Wen Patel, mentor, wen@example.org
2. pair: Wen Patel - Chen Okafor, closing, Spring
A number, or a part of the name; an empty line goes back: back
\> wen / okafor

Wen Patel - Chen Okafor | pairing 1
mentee Chen Okafor  mentor Wen Patel  Spring, since Wed 2 Sep
closing  2 sessions, last Sun 22 Nov  unfinished 1
~ Feedback awaited: Wen Patel, Chen Okafor have not given feedback since 23 November; given up after 21 December
Another pane: Open actions (1)
Sessions (2):
1. Sun 22 Nov, held; Length: 1h15; How: video; Record: complete
2. Mon 2 Nov, unfinished record: Enter finishes it; No.: 1; Length: 45m; How: video
Another pane: Agreed
Sun 22 Nov 17:30, session 2, 1h15, video. Both came. The record of this session is complete.
What was learned is written down, apart from the coordinator's screens. Whoever holds this file could still read
it.
\> wen nobody
There is no "wen nobody" here; ? says what there is
\> quit
