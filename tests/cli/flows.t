# How pairings end that never met, and go on after all.
$ chiron -d s.db init Centre -q && chiron -d s.db scheme set --own-today 2026-11-23 -q
$ chiron -d s.db person add 'Ann Lee' -q --roles mentor --offers Confidence --capacity 2 --hours-per-month 3 && chiron -d s.db person add 'Bo Vega' -q --roles mentee --hours-per-month 2 && chiron -d s.db person add 'Cai Yu' -q --roles mentee --hours-per-month 2
$ chiron -d s.db programme add Spring -q --kind mentoring --interval '1 month' --purpose p --focus-areas f --mentoring-models m --components c --matching-process x && chiron -d s.db programme open Spring -q
$ chiron -d s.db pairing add 'Ann Lee' 'Bo Vega' --programme Spring --ready spoken -q && chiron -d s.db pairing add 'Ann Lee' 'Cai Yu' --programme Spring --ready spoken -q
$ chiron -d s.db pairing agree --all --programme Spring --agreed-by both --how spoken --usual-day varies -q && chiron -d s.db pairing start --all --programme Spring -q
$ chiron -d s.db log 'Bo Vega' --minutes 45 --learning-kept-by-pair --no-actions yes -q
$ chiron -d s.db pairing close 'Cai Yu' --kind ended_early --initiator both --reason mutual_agreement
chiron: Ann Lee and Cai Yu never met as far as is recorded, and would count as ended early. It is never_started; if they did meet, log that first: `chiron log 2`, or how often: `chiron pairing so-far 2`.
[65]
$ chiron -d s.db pairing close 'Cai Yu' --kind never_started --initiator both --reason mutual_agreement
Pairing 2, Ann Lee and Cai Yu: closed.
$ chiron -d s.db pairing close 'Bo Vega' --kind ended_early --initiator both --reason mutual_agreement
Pairing 1, Ann Lee and Bo Vega: closing.
$ chiron -d s.db report measures --format csv | grep -E 'Premature|Never' | tr -d '\r'
Spring,,Premature closure,1,1,100.0
Spring,,Never started,1,2,50.0

# A day that is only supposed gives up no feedback; the same day when it has come does.
$ chiron -d s.db --today 2027-07-01 feedback list state:due --format csv | wc -l
4
$ chiron -d s.db --today 2027-07-01 feedback list state:due >/dev/null
That day is only supposed (--today): what is due stays due here, though it may be given up by then
$ chiron -d s.db pairing reopen 'Bo Vega'
Pairing 1, Ann Lee and Bo Vega: contracting.
$ chiron -d s.db feedback list --columns side,form,state,waived_because
Of                 Form        State   Waived because
mentor or coach    at the end  waived  the pairing was re-opened
mentee or coachee  at the end  waived  the pairing was re-opened
mentee or coachee  follow-up   waived  the pairing was re-opened
$ chiron -d s.db undo -q && chiron -d s.db feedback list state:due --format csv | wc -l
4
$ CHIRON_TODAY=2027-07-01 chiron -d s.db feedback list state:due --format csv | wc -l
1

# The rules that may be lowered, by number
$ chiron -d s.db programme setting Spring lowered_rules 'R1; R99'
chiron: R1 is absolute: nobody can lower it. A pairing has one mentor or coach and one mentee or coachee, and nobody is paired with themself.
[65]
$ chiron help rules | head -8
What is refused, unless a reason overrides it (--override 'R13: why'). A programme may
lower each of them to a warning: `chiron programme setting PROGRAMME lowered_rules
'R8; R14'`, Ctrl-N in its settings on the screen.

  R2   A mentor is nowhere in the mentee's reporting line, nor the mentee in the mentor's.
  R8   An internal coach has coaching training; an external one has a qualification on record.
  R10  What a mentor or coach knows well is known before they are accepted; days to a match are reported.
  R13  A mentor or coach is available and has a free place, counted over all programmes.
