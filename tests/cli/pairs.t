# The life of a pair, from the agreement to the end.
$ chiron -d s.db init 'Riverside Mentoring' -q && chiron -d s.db scheme set --own-today 2026-11-23 -q
$ chiron -d s.db person add 'Alison Abbott' -q --email alison@example.org --roles mentor --offers Confidence --capacity 2 --hours-per-month 3
$ chiron -d s.db person add 'Catrin Oldroyd' -q --email catrin@example.org --roles mentee --seeks confidence --hours-per-month 2
$ chiron -d s.db programme add Spring -q --kind mentoring --planned-months 9 --purpose p --focus-areas f --mentoring-models m --components c --matching-process x
$ chiron -d s.db pairing add alison@example.org catrin@example.org --programme Spring
chiron: Spring is still in design: no pairing is made before it opens (R20). Open it: `chiron programme open`.
[65]
$ chiron -d s.db programme open Spring -q
$ chiron -d s.db enrol 'Catrin Oldroyd' --programme Spring
Catrin Oldroyd is enrolled in Spring as mentee: applied.
$ chiron -d s.db enrolment set 'Catrin Oldroyd' --programme Spring --state ready
Catrin Oldroyd in Spring as mentee: ready.
$ chiron -d s.db pairing add alison@example.org catrin@example.org --programme Spring --today 2026-09-01
Pairing 1, Alison Abbott and Catrin Oldroyd: contracting.
$ chiron -d s.db pairing add alison@example.org catrin@example.org --programme Spring
chiron: Alison Abbott / Catrin Oldroyd have another live pairing, 1 (R1). Go on with the pairing there is, or close it first: `chiron pairing show 1`.
[65]
$ chiron -d s.db pairing add alison@example.org alison@example.org --programme Spring --format json
{"error":{"status":"data","rule":"R1","field":null,"message":"nobody is paired with themself","fix":"choose two people"}}
[65]
$ chiron -d s.db pairing start 'Catrin Oldroyd'
chiron: Alison Abbott / Catrin Oldroyd have not recorded what they agreed (R28). Record the agreement; it starts from the programme's usual terms, so that one key may do: `chiron pairing agree 1 --agreed-by both --how spoken`. If it is right all the same: --override 'R28: why'.
[65]
$ chiron -d s.db pairing agree 'Catrin Oldroyd' --usual-day 'Tuesdays 17:30' --starts-on 2026-09-01 --planned-end-on 2027-06-01 --conflict-declared yes --agreed-by both --how spoken --today 2026-09-01
The agreement of pairing 1, Alison Abbott and Catrin Oldroyd, is recorded.
Tell both: what is for a counsellor, doctor or lawyer is referred, `chiron referral raise` (R63).
$ printf 'Confidence at interviews\n' | chiron -d s.db goal add 'Catrin Oldroyd' --as alison@example.org --today 2026-09-01
Goal 1 of Alison Abbott and Catrin Oldroyd is set.
$ chiron -d s.db pairing start catrin@example.org --on 2026-09-01
Pairing 1, Alison Abbott and Catrin Oldroyd: active.
$ chiron -d s.db pairing show alison@example.org:catrin@example.org
No.: 1
Programme: Spring
Kind: mentoring
Mentor or coach: Alison Abbott
Mentee or coachee: Catrin Oldroyd
State: active
Manager as coach: no
Made on: Tue 1 Sep
Sessions: 0
Next due: Thu 1 Oct
Open actions: 0
Unfinished: 0

This time
Time together: 1
Made on: Tue 1 Sep
Started on: Tue 1 Sep

Agreement
Meet every: every month
Usual day and time: Tuesdays 17:30
Usual length: 1h
Usual place: as agreed by the pair
Starts on: Tue 1 Sep
Planned end: 1 Jun 2027
Extended: 0
Coordinator may read actions: no
No conflict of interest: yes

Said yes
Alison Abbott: Tue 1 Sep, spoken
Catrin Oldroyd: Tue 1 Sep, spoken

Goals and focus areas
No.  Kind        State  Set on     Due on
  1  focus area  open   Tue 1 Sep

What the two write is kept apart from the coordinator's screens. Whoever holds this file could still read it.

# Sessions: from a pipe, what was learned, then actions.
$ printf 'Names her own next step\nand means it\n\nCatrin: draft CV @ 2026-10-15\nAlison: find the example @ 2026-10-10\n' | chiron -d s.db log 'Catrin Oldroyd' --as alison@example.org --date 2026-10-01 --minutes 17:30-18:45 --today 2026-10-01
Session 1 of about 9 logged for Alison Abbott and Catrin Oldroyd (mentoring). Next due by 1 November.
$ printf 'Second time\nTry it @ 2026-12-01\n' | chiron -d s.db session log --as catrin@example.org --date yesterday --minutes 45 --late learner --format json | sed -E 's/"logged_at":"[^"]*"/"logged_at":"..."/'
{"session_id":2,"pairing_id":1,"number":2,"state":"held","session_date":"2026-11-22","starts_at":null,"minutes":45,"medium":null,"place":null,"place_marks":null,"place_rating":null,"framework":null,"guide_attendance":"attended","learner_attendance":"late","guide_prepared":null,"learner_prepared":null,"cancelled_by":null,"cancelled_on":null,"introduction":null,"aim":null,"goal_id":null,"techniques":null,"revisited":null,"learning":"written","no_actions":false,"actions_reviewed":false,"complete":true,"logged_at":"..."}
$ printf 'learned\nthing to do @ 31 feb\n' | chiron -d s.db log 'Catrin Oldroyd'
chiron: "31 feb" is no day: that month ends on 28 February 2026.
[65]
$ printf 'learned @ the museum\n' | chiron -d s.db log 'Catrin Oldroyd'
Session 3 of about 9 logged for Alison Abbott and Catrin Oldroyd (mentoring). Next due by 23 December. 3 earlier actions to review: `chiron action review 1`. The record is unfinished: `chiron session finish 3`.
~ 23 November came 1 day after the session before (R33): `chiron session show 3`
$ chiron -d s.db log 'Catrin Oldroyd' --date 2026-11-12
Session 2 of about 9 logged for Alison Abbott and Catrin Oldroyd (mentoring). Next due by 23 December. 2 earlier actions to review: `chiron action review 1`. The record is unfinished: `chiron session finish 4`.
$ printf 'Caf\351\n' | chiron -d s.db session finish 4
chiron: line 1 of standard input is not UTF-8.
[65]
$ printf 'Learned\nOne @ fri\nnone\n' | chiron -d s.db session finish 4
chiron: the actions are none, and there are some: one or the other.
[65]
$ printf 'Two lines\nMet @ the library\n\nnone\n' | chiron -d s.db session finish 4
The record of the session is complete.
$ printf 'More\n' | chiron -d s.db session finish 4
chiron: the record of session 4 is complete already.
[65]
$ chiron -d s.db log 'Catrin Oldroyd' --date 2026-11-10 --learning-kept-by-pair --no-actions yes
Session 2 of about 9 logged for Alison Abbott and Catrin Oldroyd (mentoring). Next due by 23 December. 2 earlier actions to review: `chiron action review 1`.
$ chiron -d s.db log 'Catrin Oldroyd' --date tomorrow
chiron: 24 November 2026 is in the future (today is 23 November 2026): it cannot have taken place. Arrange it instead: `chiron session arrange`.
[65]
$ chiron -d s.db log
chiron: `chiron log` needs a PAIRING. Name one of its people: chiron log 'Catrin Oldroyd'.
[64]
$ chiron -d s.db log 'Catrin Oldroyd' </dev/null
chiron: nothing is said of the session, and standard input is empty: none was logged. --date today logs one as usual; `chiron help input` says what is read.
[64]
$ chiron -d s.db log 'Catrin Oldroyd' --as catrin@example.org <&-
chiron: nothing is said of the session, and standard input is empty: none was logged. --date today logs one as usual; `chiron help input` says what is read.
[64]
$ chiron -d s.db log 'Catrin Oldroyd' --date today <.
chiron: standard input is closed or broke off: nothing was saved. Give the command again; </dev/null where there is nothing to read.
[74]
$ chiron -d s.db goal add 1 <.
chiron: standard input is closed or broke off: nothing was saved. Give the command again; </dev/null where there is nothing to read.
[74]
$ chiron -d s.db session list --count-by state
State  Number
held        5
$ chiron -d s.db session list --count-by mood
chiron: sessions cannot be counted by "mood", only by session_id, session_date, begins, guide, learner, programme, number, state, minutes, medium, guide_attendance, learner_attendance, cancelled_by, cancelled_on, starts_at, place, place_marks, place_rating, guide_prepared, learner_prepared, aim, techniques, revisited, framework, goal_id, introduction, learning, no_actions, actions_reviewed, complete, logged_at, pairing_id, guide_email, learner_email or cohort.
[64]
$ chiron -d s.db session list
No.  Date        Mentor or coach  Mentee or coachee  State  Length  How  Complete
  3  Mon 23 Nov  Alison Abbott    Catrin Oldroyd     held       1h       no
  2  Sun 22 Nov  Alison Abbott    Catrin Oldroyd     held      45m       yes
  4  Thu 12 Nov  Alison Abbott    Catrin Oldroyd     held       1h       yes
  5  Tue 10 Nov  Alison Abbott    Catrin Oldroyd     held       1h       yes
  1  Thu 1 Oct   Alison Abbott    Catrin Oldroyd     held     1h15       yes
$ chiron -d s.db session set 1 --minutes 60
The session of Alison Abbott and Catrin Oldroyd on 1 October is corrected.
$ printf 'About the interview\n' | chiron -d s.db session arrange 'Catrin Oldroyd' --as alison@example.org --date 'next tue' --time 17:30
Alison Abbott and Catrin Oldroyd meet on 24 November (session no. 6).
$ chiron -d s.db session cancel 'Catrin Oldroyd' --date 2026-12-01 --by learner --no-show guide
chiron: --by and --no-show were given: one or the other.
[64]
$ chiron -d s.db session cancel 'Catrin Oldroyd' --date 2026-12-01 --by learner
The session of Alison Abbott and Catrin Oldroyd on 1 December is cancelled.
None was arranged for 1 December, so this one was added. `chiron session list --pairing 1` shows those that are; `chiron undo` takes it back.
$ chiron -d s.db session cancel 'Catrin Oldroyd' --date 2026-11-20 --no-show guide
Alison Abbott and Catrin Oldroyd did not meet on 20 November: no-show.
None was arranged for 20 November, so this one was added. `chiron session list --pairing 1` shows those that are; `chiron undo` takes it back.

# Wording reaches the two, and nobody else.
$ chiron -d s.db session show 1 --as catrin@example.org | tail -n 5
Logged at: Thu 1 Oct 12:00

Learned
Names her own next step
and means it
$ chiron -d s.db session show 1 | tail -n 3
Logged at: Thu 1 Oct 12:00

What the two write is kept apart from the coordinator's screens. Whoever holds this file could still read it.
$ for c in 'pairing show 1' 'session list' 'action list' 'goal list' 'audit list' 'check' 'today' 'export sessions' 'export actions'; do chiron -d s.db $c --format json; done | grep -ciE 'next step|means it|draft CV|interviews'
0
[1]
$ chiron -d s.db pairing show 1 --as catrin@example.org | grep -ciE 'next step|draft CV|interviews'
3

# Actions.
$ chiron -d s.db action list state:open
No.  Due on      State  Owner              Mentor or coach  Mentee or coachee  Days overdue
  2  Sat 10 Oct  open   mentor or coach    Alison Abbott    Catrin Oldroyd               44
  1  Thu 15 Oct  open   mentee or coachee  Alison Abbott    Catrin Oldroyd               39
  3  Tue 1 Dec   open   mentee or coachee  Alison Abbott    Catrin Oldroyd
$ chiron -d s.db action show 1
No.: 1
Pairing: Alison Abbott and Catrin Oldroyd
Session: session 1
Owner: mentee or coachee
State: open
Set on: Thu 1 Oct
Due on: Thu 15 Oct

What the two write is kept apart from the coordinator's screens. Whoever holds this file could still read it.
$ printf 'It was read aloud, and liked\n' | chiron -d s.db action tried 1 --as catrin@example.org
It is kept with action 1.
$ chiron -d s.db action show 1 | grep -c liked
0
[1]
$ chiron -d s.db action show 1 --as catrin@example.org
No.: 1
Pairing: Alison Abbott and Catrin Oldroyd
Session: session 1
Owner: mentee or coachee
State: open
Set on: Thu 1 Oct
Due on: Thu 15 Oct

Action
draft CV

What happened when tried
It was read aloud, and liked
$ chiron -d s.db action done 1
Action 1: done.
$ chiron -d s.db action done 'Catrin Oldroyd' 7
chiron: Alison Abbott and Catrin Oldroyd have 2 open actions; "7" was given. Count them from 1, the oldest first.
[66]
$ chiron -d s.db action done 'Catrin Oldroyd'
chiron: which action of "Catrin Oldroyd" is not said. Give its number, as `chiron action list` shows it.
[64]
$ chiron -d s.db action carry 'Catrin Oldroyd' 1 --due 'in 2 weeks'
Action 2 goes on as action 4.
$ chiron -d s.db action drop 1 4 --format json
{"error":{"status":"data","rule":"R43","field":"state","message":"action 1 is done: it cannot become dropped now, because an action is done, carried forward or dropped once","fix":"what is left to do is a new one: `chiron action add`; `chiron undo` takes back what was just done by mistake"}}
[{"action_id":4,"pairing_id":1,"session_id":null,"carried_from":2,"owner":"guide","state":"dropped","set_on":"2026-11-23","due_on":"2026-12-07","settled_on":"2026-11-23"}]
{"error":{"status":"data","rule":null,"field":null,"message":"1 of 2 could not be done; the others are done","fix":null}}
[65]
$ printf 'Ring the college by fri\n' | chiron -d s.db action add 'Catrin Oldroyd' --as catrin@example.org; chiron -d s.db action list --as catrin@example.org --limit 1 --sort -action_id --format lines | grep -i 'due\|what\|Ring'; chiron -d s.db undo --as catrin@example.org -q
Action 5 for Catrin Oldroyd, due on Fri 27 Nov.
There are more: leave out --limit, or make it greater.
Due on: Fri 27 Nov
What: Ring the college
$ printf 'Read the guide\n' | chiron -d s.db action add 'Catrin Oldroyd' --due fri --owner guide
Action 6 for Alison Abbott, due on Fri 27 Nov.
$ chiron -d s.db action review 'Catrin Oldroyd'
chiron: `chiron action review` asks questions, and nobody is here to answer. `chiron action done`, `carry` and `drop` do the same without asking.
[64]

# Goals are the pair's.
$ chiron -d s.db goal attain 1
chiron: coordinator may not change a goal here. What belongs to a pair is the pair's alone (R56, R58).
[77]
$ printf 'Something milder\n' | chiron -d s.db goal word 1
chiron: coordinator may not change a goal here. What belongs to a pair is the pair's alone (R56, R58).
[77]
$ printf 'Speak up in every meeting\n' | chiron -d s.db goal word 1 --as catrin@example.org
The wording of goal 1 is changed; what it was before is kept.
$ chiron -d s.db goal attain 1 --as catrin@example.org --format json
{"goal_id":1,"pairing_id":1,"kind":"focus_area","state":"attained","set_on":"2026-09-01","due_on":null,"settled_on":"2026-11-23","attained":null,"weight":null}

# Check-ins, pausing, closing, and opening again.
$ chiron -d s.db checkin add 'Catrin Oldroyd' --side learner --medium phone --notes 'All is well'
The check-in with Catrin Oldroyd is recorded.
$ chiron -d s.db checkin list --format lines
No.: 1
Date: Mon 23 Nov
Mentor or coach: Alison Abbott
Mentee or coachee: Catrin Oldroyd
With: mentee or coachee
By: phone
Notes: All is well
$ chiron -d s.db pairing pause 'Catrin Oldroyd'
Pairing 1, Alison Abbott and Catrin Oldroyd: paused.
$ chiron -d s.db pairing resume --all --programme Spring
Pairing 1, Alison Abbott and Catrin Oldroyd: active.
# A pause may say until when, and is found when it is over.
$ chiron -d s.db pairing pause 'Catrin Oldroyd' --until yesterday
chiron: the pause would be over before it begins. Give a later day, or none where nobody knows yet.
[65]
$ chiron -d s.db pairing pause 'Catrin Oldroyd' --until '1 mar'
Pairing 1, Alison Abbott and Catrin Oldroyd: paused.
$ chiron -d s.db pairing show 1 | grep -i 'paused'
State: paused
Paused on: Mon 23 Nov
Paused until: 1 Mar 2027
$ chiron -d s.db pairing list --format csv --columns paused_on,pause_until
paused_on,pause_until
2026-11-23,2027-03-01
$ chiron -d s.db check --rule pause-over
Nothing was found.
$ chiron -d s.db scheme set --own-today 2027-03-01 -q; chiron -d s.db check --rule pause-over; chiron -d s.db scheme set --own-today 2026-11-23 -q
~ Alison Abbott / Catrin Oldroyd: they meant to go on from 1 March, and are still paused (R33)
    chiron pairing resume 1

1 found.
$ chiron -d s.db pairing resume 1 -q; chiron -d s.db pairing list --format csv --columns paused_on,pause_until
paused_on,pause_until
,
$ chiron -d s.db pairing start --all
chiron: --all needs --programme PROGRAMME. All of which programme?
[64]
$ chiron -d s.db pairing start --all --programme Spring
There is no such pairing in it.
$ chiron -d s.db pairing close 'Catrin Oldroyd' --kind ended_early --initiator both --reason mutual_agreement
Pairing 1, Alison Abbott and Catrin Oldroyd: closing.
$ chiron -d s.db feedback record 'Catrin Oldroyd' --side learner --form end --quality 3
chiron: the feedback of the mentee or coachee (at the end) does not ask "Relationship". It asks: Was helpful, How helpful, Aided learning, How it aided, Gained what hoped, What was gained, Fed back into work, How it fed back, Can do it alone, Confidence, Competence, Independence, Anything else.
[65]
$ chiron -d s.db feedback record 'Catrin Oldroyd' --side learner --form end --helpful 5 --confidence 8 --remarks 'Thank you'
The feedback of Catrin Oldroyd is recorded; the other side never sees it.
$ chiron -d s.db feedback show 2 --format lines | grep -v ': *$'
No.: 2
Pairing: Alison Abbott and Catrin Oldroyd
Of: mentee or coachee
Whose: Catrin Oldroyd
Form: at the end
State: received
Due on: Mon 23 Nov
Settled on: Mon 23 Nov
Answered on: Mon 23 Nov
How: on a form
Was helpful: 5
Confidence: 8
Anything else: Thank you
$ chiron -d s.db feedback show 2 --as 'Alison Abbott'
chiron: there is no feedback with the number 2.
[66]
$ chiron -d s.db feedback waive 1 --side guide --because 'on leave'
The feedback of Alison Abbott is waived.
$ chiron -d s.db feedback list --format lines state:due
No.: 3
Whose: Catrin Oldroyd
Of: mentee or coachee
Form: follow-up
State: due
Due on: 23 May 2027
$ chiron -d s.db pairing list --format lines | grep State
State: closed
$ chiron -d s.db pairing reopen 1
Pairing 1, Alison Abbott and Catrin Oldroyd: contracting.
$ chiron -d s.db pairing list contr
No pairing fits that. Words are looked up in names; try state:contracting
$ chiron -d s.db pairing list --format csv
pairing_id,guide,learner,programme,kind,state,sessions_held,last_session_on,next_due_on,open_actions,contact_due_on,next_session_on,unfinished_records,made_on,started_on,closed_on,closure_kind,closure_initiator,closure_reason,closure_note,manager_coach,paused_on,pause_until,resumed_on,closing_on,sessions_so_far,so_far_on,last_met_on,interval,usual_day,usual_minutes,usual_place,starts_on,planned_end_on,planned_sessions,open_ended,extensions,conflict_declared,known_before,power_spoken,aims_shared_on,experience,purpose,objective,guide_agreed_on,guide_agreed_how,learner_agreed_on,learner_agreed_how,three_way_on,guide_three_way_on,guide_three_way_how,learner_three_way_on,learner_three_way_how,manager_three_way_on,manager_three_way_how,cohort,guide_id,learner_id,programme_id,guide_email,learner_email
1,Alison Abbott,Catrin Oldroyd,Spring,mentoring,contracting,5,2026-11-23,,2,,,1,2026-09-01,,,,,,,no,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,1,2,1,alison@example.org,catrin@example.org
$ chiron -d s.db check --rule R28
! Alison Abbott / Catrin Oldroyd have not recorded what they agreed (R28)
    chiron pairing agree 1 --agreed-by both --how spoken
. Spring: 1 new pairing has not started, for up to 1 day (R28)
    chiron pairing agree --all --programme 1 --agreed-by both

2 found.
[1]
$ chiron -d s.db today
Riverside Mentoring, 23 November 2026: 2 people, 1 pairing, 8 sessions.

~ Alison Abbott / Catrin Oldroyd: 1 session has no summary or no word on actions yet (R42)
    chiron session list --pairing 1 complete:no
. Spring: 1 new pairing has not started, for up to 1 day (R28)
    chiron pairing agree --all --programme 1 --agreed-by both

2 to look at; `chiron check` shows all findings.

# A session recorded by mistake is removed, after asking.
$ chiron -d s.db session list --format csv | head -n 2 | cut -d, -f1
session_id
7
$ chiron -d s.db session remove 1
chiron: Session 1 of 1 October would be removed, as recorded by mistake; what the two wrote of it goes for good. Add --yes to do it all the same.
[64]
$ chiron -d s.db session remove 1 --yes
Session 1 of 1 October is removed.
$ chiron -d s.db session show 1
chiron: there is no session with the number 1.
[66]
$ chiron -d s.db log catrin 17:30-18:15 video -2d --no-actions yes </dev/null && chiron -d s.db session list 'Catrin Oldroyd' --format csv --columns session_date,starts_at,minutes,medium | tr -d '\r' | grep 2026-11-21
Session 3 logged for Alison Abbott and Catrin Oldroyd (mentoring). The record is unfinished: `chiron session finish 9`.
2026-11-21,17:30,45,video
$ chiron -d s.db log catrin 45 --minutes 30 </dev/null; chiron -d s.db log catrin 45 tomorrow </dev/null; chiron -d s.db log nobody at all 45 </dev/null
chiron: "45" and --minutes say the same thing twice; one is enough.
chiron: "tomorrow" is a day to come; what is logged has taken place. Arrange it instead: `chiron session arrange`.
chiron: no live pairing has "nobody at all" in its names. Begin with a part of either name.
[66]
$ chiron -d s.db log catrin 45 31/02 </dev/null; chiron -d s.db log catrin oldroyd 45 yesteday at home </dev/null
chiron: "31/02" is no day, no length, no way to meet, and in nobody's name. Write a day as 2 nov or 14/9, a length as 45 or 1h15, or video, phone, in person; "no actions" says that.
chiron: "yesteday at home" is no day, no length, no way to meet, and in nobody's name. Write a day as 2 nov or 14/9, a length as 45 or 1h15, or video, phone, in person; "no actions" says that.
[66]
