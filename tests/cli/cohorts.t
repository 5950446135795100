# Cohorts of two programmes have the same name: --programme settles which; many enrolments are put into one at once.
$ chiron -d s.db init Riverside -q && chiron -d s.db scheme set --own-today 2026-11-23 -q
$ for p in 'Job Mates' 'Garden Mates'; do chiron -d s.db programme add "$p" --kind mentoring -q; chiron -d s.db cohort add 'Autumn 26' --programme "$p" -q; done
$ for n in 'Ann Lee' 'Bo Vega' 'Cy Fox'; do chiron -d s.db person add "$n" --roles mentee -q; chiron -d s.db enrol "$n" --programme 'Job Mates' -q; done
$ chiron -d s.db enrolment set 'Ann Lee' --programme 'Job Mates' --cohort 'Autumn 26'
Ann Lee in Job Mates as mentee: applied.
$ chiron -d s.db enrolment set 'Ann Lee' --cohort 'Autumn 26'
chiron: "Ann Lee" is no number; a enrolment is named by its number. The list of enrolments shows the numbers.
[65]
$ chiron -d s.db enrolment set --all --programme 'Job Mates' --filter 'cohort:-' --cohort 'Autumn 26'
Cy Fox in Job Mates as mentee: applied.
Bo Vega in Job Mates as mentee: applied.
$ chiron -d s.db report programme-summary --programme 'Job Mates' --cohort 'Autumn 26' --format csv | cut -d, -f1
programme
Job Mates
$ chiron -d s.db enrolment list --columns person,cohort
Person   Cohort
Cy Fox   Autumn 26
Ann Lee  Autumn 26
Bo Vega  Autumn 26
$ chiron -d s.db enrolment set --cohort 1
chiron: `chiron enrolment set` needs ENROLMENT, or --all --programme PROGRAMME. As in: chiron enrolment set 'Catrin Oldroyd' --programme 'Back to Work' --state paused.
[64]

# Training or a check on a day to come is kept, and said; a check without a day is asked for it.
$ chiron -d s.db credential add DBS --person 'Ann Lee' --kind check
chiron: a check needs its day: without one nobody can tell until when it holds (R78). Give the day on the certificate, or the day it runs out.
[65]
$ chiron -d s.db credential add DBS --person 'Ann Lee' --kind check --awarded-on 2027-05-01
The credential 1, DBS, is added.
1 May 2027 is a day to come: until then it does not count; if that is a slip, correct the day it was given
$ chiron -d s.db credential set 1 --awarded-on 2026-05-01
The credential 1, DBS, is changed.

# The pairings and sessions of a cohort are found by it, and its pairings closed at once.
$ chiron -d s.db programme add 'Desk Mates' --kind coaching -q; chiron -d s.db programme open 'Desk Mates' -q; chiron -d s.db programme setting 'Desk Mates' lowered_rules 'R8; R10; R14; R15' -q; chiron -d s.db cohort add 'Autumn 26' --programme 'Desk Mates' -q
$ chiron -d s.db person add 'Di Moss' --roles coach --capacity 3 -q; for n in 'Ed Poe' 'Flo Ray'; do chiron -d s.db person add "$n" --roles coachee -q; chiron -d s.db pairing add 'Di Moss' "$n" --programme 'Desk Mates' --ready spoken -q; done
$ chiron -d s.db enrolment set 'Ed Poe' --programme 'Desk Mates' --cohort 'Autumn 26'; chiron -d s.db log 'Ed Poe' --date 2026-11-20 --minutes 60 -q
Ed Poe in Desk Mates as coachee: ready.
$ chiron -d s.db pairing list 'cohort:"Autumn 26"' --columns learner,cohort,state
Mentee or coachee  Cohort     State
Ed Poe             Autumn 26  contracting
$ chiron -d s.db pairing list cohort:- --columns learner,cohort
Mentee or coachee  Cohort
Flo Ray
$ chiron -d s.db session list cohort:autumn --columns session_date,learner,cohort
Date        Mentee or coachee  Cohort
Fri 20 Nov  Ed Poe             Autumn 26
$ chiron -d s.db pairing close --all --programme 'Desk Mates' --filter 'cohort:autumn' --kind ended_early --initiator coordinator --reason scheme_closed
Pairing 1, Di Moss and Ed Poe: closing.
$ chiron -d s.db pairing list --columns learner,state
Mentee or coachee  State
Ed Poe             closing
Flo Ray            contracting
