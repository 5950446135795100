# The same two people, once as coaching and once as mentoring: the same commands side by side, and what differs.
# What is told of it is what is shown below.
$ chiron help kinds
The same two people, as coaching and as mentoring. `chiron advise` suggests a
kind by the reasons somebody joins for (R23); `pairing change-kind` changes it
later (R26).

              Coaching                          Mentoring
The two       coach and coachee (R27)           mentor and mentee (R27)
Opening       at once (R21); a large group      after its design is written down
              says what it is for (R22)         (R20)
Who           a trained coach, who need not     somebody more experienced,
              know the work (R7, R8)            usually in the same field (R5,
                                                R6)
Points        Qualification 20                  Field of work 15, Experience 5
Line manager  may be their own report's coach,  never anybody of the reporting
              marked as that (R4)               line (R2)
Aims          at least one specific goal        a focus area will do (R55);
              before it begins (R55)            usual ones are offered
Length        an end or a number of sessions    nine months to a year, or
              (R38)                             open-ended (R39, R40)
Sessions      follow GROW unless said           free (R51), or with advice,
              otherwise (R51); no box for       doors opened and the mentee's
              advice given (R52)                reflection (R53, R76)
Actions       the coachee's own (R57); a        reviewing them is a reminder
              record waits until they are       (R45)
              reviewed (R44)
Manager       says where they see a need; what  no part from the match to the
              goes back the coachee lets out,   end (R61)
              item by item (R60)
Told others   nothing but what is let out to    achievements, with the mentee's
              the manager (R59, R60)            yes to each (R64); introductions
                                                are counted (R53)
Ending        when all goals are attained it    by agreement, or when either no
              is time to close (R68)            longer benefits (R69)

$ for k in coaching mentoring; do chiron -d $k.db init Centre -q; chiron -d $k.db scheme set --own-today 2026-11-23 -q; chiron -d $k.db person add 'Mo Manager' --email mo@example.org --roles coach,mentor --offers Planning --capacity 3 --grade 7 --hours-per-month 3 --origin external -q; chiron -d $k.db person add 'Rae Report' --email rae@example.org --roles coachee,mentee --seeks planning --grade 5 --hours-per-month 3 -q; done
$ for k in coaching mentoring; do chiron -d $k.db programme add Year --kind $k; done
The programme Year is made; its state is design.
The programme Year is made; its state is design.

# Coaching opens at once, mentoring needs its design (R20, R21).
$ for k in coaching mentoring; do echo "$k: $(chiron -d $k.db programme open Year 2>&1)"; done
coaching: The programme Year is open.
Year requires no check of its coaches, as DBS or references; where they need one before a pairing begins: `chiron requirement add DBS --programme 1`.
mentoring: chiron: Year does not say yet: Strategic purpose, Focus areas, Mentoring models, Components, Matching process (R20). Fill in what is missing; a line for each will do: `chiron programme set 1 --focus-areas 'what they work on'`. If it is right all the same: --override 'R20: why'.
$ chiron -d mentoring.db programme set Year -q --purpose p --focus-areas f --mentoring-models m --components c --matching-process x && chiron -d mentoring.db programme open Year -q
$ for k in coaching mentoring; do echo "$k: $(chiron -d $k.db programme show Year --format json | grep -o '"planned_[a-z]*":[0-9a-z]*' | tr '\n' ' ')"; done
coaching: "planned_months":null "planned_sessions":6 
mentoring: "planned_months":12 "planned_sessions":null 

# A manager may coach their report, and is marked; to mentor them is refused (R2, R4).
$ for k in coaching mentoring; do chiron -d $k.db person set rae@example.org --manager mo@example.org -q; echo "$k: $(chiron -d $k.db pairing add mo@example.org rae@example.org --programme Year --ready spoken 2>&1)"; done
coaching: Pairing 1, Mo Manager and Rae Report: contracting.
~ one is above the other in the reporting line; speak of power (R35): `chiron pairing agree 1 --power-spoken yes`
~ Mo Manager comes from outside, and no qualification or training is recorded (R8): `chiron credential add 'Coaching qualification' --person 1 --kind qualification`
mentoring: chiron: Mo Manager is above Rae Report in the reporting line (R2). Choose another mentor, or record why this pairing is right. If it is right all the same: --override 'R2: why'.
$ chiron -d coaching.db pairing show 1 | grep Manager
Mentor or coach: Mo Manager
Manager as coach: yes
$ chiron -d mentoring.db person set rae@example.org --manager '' -q; chiron -d mentoring.db pairing add mo@example.org rae@example.org --programme Year --ready spoken -q

# The words are those of the kind (R27).
$ for k in coaching mentoring; do echo "$k: $(chiron -d $k.db enrolment list --format json | grep -o '"role":"[a-z]*"' | sort -u | tr '\n' ' ')"; done
coaching: "role":"coach" "role":"coachee" 
mentoring: "role":"mentee" "role":"mentor" 

# To begin, coaching needs a specific goal and an end; mentoring a theme will do, and may be open-ended (R38, R40, R55).
$ for k in coaching mentoring; do chiron -d $k.db pairing agree 1 --agreed-by both --how spoken --usual-day varies --planned-sessions '' --planned-end-on '' -q; echo "$k: $(chiron -d $k.db pairing start 1 2>&1)"; done
coaching: chiron: the agreement has neither a planned end nor a number of sessions (R38); Mo Manager / Rae Report have set no goal yet (R55). R38: agree on an end or a number of sessions; it can be extended later; R55: let the two set one; its wording is theirs alone. If it is right all the same: --override 'R38 R55: why'.
mentoring: chiron: the agreement does not say: Planned end (R31). Fill in what is missing; "varies" is an answer, and an end may be a date, a number of sessions, or open: `chiron pairing agree 1 --usual-day varies`. If it is right all the same: --override 'R31: why'.
$ for k in coaching mentoring; do chiron -d $k.db pairing agree 1 --agreed-by both --how spoken --planned-sessions 6 -q; echo "$k: $(chiron -d $k.db pairing start 1 2>&1)"; done
coaching: chiron: Mo Manager / Rae Report have set no goal yet (R55). Let the two set one; its wording is theirs alone: `chiron goal add 1`. If it is right all the same: --override 'R55: why'.
mentoring: Pairing 1, Mo Manager and Rae Report: active.
~ Mo Manager / Rae Report have named no focus area yet (R55): `chiron goal add 1`
$ echo 'Plan the week' | chiron -d coaching.db goal add 1 -q; chiron -d coaching.db pairing start 1
Pairing 1, Mo Manager and Rae Report: active.
~ Mo Manager comes from outside, and no qualification or training is recorded (R8): `chiron credential add 'Coaching qualification' --person 1 --kind qualification`

# Half a year is no finding in coaching, and one in mentoring (R39).
$ for k in coaching mentoring; do chiron -d $k.db pairing agree 1 --starts-on 2026-11-02 --planned-end-on 2027-05-02 -q; echo "$k: $(chiron -d $k.db check --rule R39 | head -n 1)"; done
coaching: Nothing was found.
mentoring: ~ Mo Manager / Rae Report: they agreed to end on 2 May 2027, before the 9 months that mentoring takes are over (R39)

# A session: coaching follows GROW, mentoring nothing; in coaching the record waits until earlier actions are reviewed (R44, R45, R51).
$ for k in coaching mentoring; do printf 'Try it @ 2026-11-21\n' | chiron -d $k.db log 1 --date 2026-11-16 --learning-kept-by-pair -q; printf 'Again @ 2026-11-30\n' | chiron -d $k.db log 1 --date 2026-11-23 --learning-kept-by-pair -q; echo "$k: $(chiron -d $k.db session show 2 | grep Complete)"; done
coaching: Complete: no
mentoring: Complete: yes
$ for k in coaching mentoring; do printf '# Goal\nx\n' | chiron -d $k.db log 1 --date 2026-11-20 --no-actions yes -q; echo "$k: $(chiron -d $k.db session show 3 | grep -c Framework.*grow)"; done
coaching: 1
mentoring: 0

# What is found of each.
$ for k in coaching mentoring; do echo "$k: $(chiron -d $k.db check --format csv | sed 1d | cut -d, -f2,3 | sort | tr '\n' ' ')"; done
coaching: R24,purpose-not-said R30,aims-not-told R33,too-soon R33,too-soon R35,power-not-spoken R36,comfort-check-due R41,conflict-not-declared R42,unfinished-record R43,actions-overdue R8,coach-without-qualification 
mentoring: R24,purpose-not-said R30,aims-not-told R33,too-soon R33,too-soon R36,comfort-check-due R39,agreed-too-short R41,conflict-not-declared R43,actions-overdue R55,mentoring-without-focus 

# The line manager says what they see in coaching, and has no part in mentoring; what is let out is of another kind (R60, R61, R64).
$ for k in coaching mentoring; do chiron -d $k.db person add 'Lin Line' --email lin@example.org -q; chiron -d $k.db person set rae@example.org --manager lin@example.org -q; echo "$k: $(echo seen | chiron -d $k.db manager add 1 --stage mid 2>&1)"; done
coaching: What the manager said is recorded for Mo Manager and Rae Report; coach and coachee read it, and nothing goes back.
mentoring: chiron: Mo Manager and Rae Report are mentor and mentee: there is no feedback of the line manager while they are paired (R61). Leave it out; the manager may recommend before a match is made. If it is right all the same: --override 'R61: why'.
$ for k in coaching mentoring; do echo "$k: $(chiron -d $k.db pairing three-way 1 --agreed-by manager --how paper 2>&1)"; done
coaching: Mo Manager and Rae Report: what three agree is recorded; each one's yes: coach not yet, coachee not yet, line manager 23 November.
mentoring: chiron: Mo Manager and Rae Report are mentor and mentee: there is no three-way agreement while they are paired (R61). Leave it out; the manager may recommend before a match is made. If it is right all the same: --override 'R61: why'.
$ for k in coaching mentoring; do echo "$k: $(echo 'A plan a week' | chiron -d $k.db share add 1 2>&1)"; done
coaching: Release 1 of Mo Manager and Rae Report (to the line manager): noted.
mentoring: Release 1 of Mo Manager and Rae Report (achievement): noted.
$ for k in coaching mentoring; do echo "$k: $(echo 'Somebody' | chiron -d $k.db introduction add 1 2>&1)"; done
coaching: Introduction 1 of Mo Manager and Rae Report is recorded.
mentoring: Introduction 1 of Mo Manager and Rae Report is recorded.

# The end: in coaching it is time when the goals are attained (R68); both say how, by whom and why (R69).
$ echo 'A theme' | chiron -d mentoring.db goal add 1 -q; for k in coaching mentoring; do chiron -d $k.db goal attain 1 --as rae@example.org -q; echo "$k: $(chiron -d $k.db check --rule R68 | head -1)"; done
coaching: ~ Mo Manager / Rae Report have attained every goal they set (R68)
mentoring: Nothing was found.
$ for k in coaching mentoring; do echo "$k: $(chiron -d $k.db pairing close 1 --kind goals_attained --initiator both --reason goals_attained)"; done
coaching: Pairing 1, Mo Manager and Rae Report: closing.
mentoring: Pairing 1, Mo Manager and Rae Report: closing.
