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
