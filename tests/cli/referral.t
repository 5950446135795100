# What is outside the remit of a pair is passed on only as R62 says; its wording is the pair's.
$ chiron -d s.db init 'Riverside Coaching' -q && chiron -d s.db scheme set --own-today 2026-11-23 -q
$ chiron -d s.db person add 'Alison Abbott' -q --email alison@example.org --roles coach --offers Confidence --capacity 2 --origin internal
$ chiron -d s.db person add 'Catrin Oldroyd' -q --email catrin@example.org --roles coachee --seeks confidence
$ chiron -d s.db programme add Spring -q --kind coaching && chiron -d s.db programme open Spring -q
$ chiron -d s.db pairing add alison@example.org catrin@example.org --programme Spring --ready spoken --override 'R8: trained elsewhere' -q
$ printf 'zzyzx about\n' | chiron -d s.db referral raise catrin@example.org --as alison@example.org
Outside the remit of the two, and for somebody else to deal with (R63):
- mental or physical health, and anything a counsellor or therapist is for
- harm to oneself or to others: that does not wait for a yes. Your safeguarding procedure comes first, outside chiron
- bullying, harassment, discrimination, or a grievance
- debt, legal matters, or anything a professional answers for
- pay, promotion or discipline, which are the line manager's
It is passed on only after it was talked over, and with the mentee's or coachee's approval.
Referral 1 of Alison Abbott and Catrin Oldroyd: raised.
$ chiron -d s.db referral forward 1
chiron: referral 1 is raised: it is not possible to forward a referral now, because it has not been talked over with the mentee or coachee (R62). That is possible while it is approved: first record the discussion of a referral (`chiron referral discuss`), then make it approved (`chiron referral answer --approved yes`).
[65]
$ chiron -d s.db referral answer 1 --approved yes --how spoken
chiron: referral 1 is raised: it cannot become approved now, because it has not been talked over with the mentee or coachee (R62). That is possible while it is discussed: first record the discussion of a referral (`chiron referral discuss`).
[65]
$ chiron -d s.db referral discuss 1 </dev/null
chiron: the discussion is not documented: to whom it would go is missing (R62). Write it down; only the two of the pair read it. A scheme that keeps no wording cannot document it: `chiron scheme set --notes apart`.
[65]
$ printf 'zzyzx whom\n\nzzyzx told\n' | chiron -d s.db referral discuss 1
Referral 1 of Alison Abbott and Catrin Oldroyd: discussed.
$ chiron -d s.db referral forward 1 --format json
{"error":{"status":"data","rule":"R62","field":"state","message":"referral 1 is discussed: it is not possible to forward a referral now, because the mentee or coachee has not said yes to it","fix":"that is possible while it is approved: first make it approved (`chiron referral answer --approved yes`)"}}
[65]
$ chiron -d s.db referral answer 1 --approved yes
chiron: it is not said how the mentee or coachee gave this answer. Give form, paper, email or spoken; at their own desk they answer themselves.
[65]
$ chiron -d s.db referral answer 1 --approved yes --how spoken --as alison@example.org
Referral 1 of Alison Abbott and Catrin Oldroyd: approved.
$ chiron -d s.db undo
chiron: referral of Alison Abbott and Catrin Oldroyd discussed: that has what people answered or agreed to in it, and is not undone. Record what they say now, which then counts: the earlier answer stays.
[65]
$ chiron -d s.db referral show 1
No.: 1
Pairing: Alison Abbott and Catrin Oldroyd
State: approved
Raised on: Mon 23 Nov
Discussed on: Mon 23 Nov
Approved: yes
Answered on: Mon 23 Nov
How: spoken
Recorded by: Alison Abbott

Wording
What the two write is kept apart from the coordinator's screens. Whoever holds this file could still read it.
$ chiron -d s.db referral show 1 --as catrin@example.org
No.: 1
Pairing: Alison Abbott and Catrin Oldroyd
State: approved
Raised on: Mon 23 Nov
Discussed on: Mon 23 Nov
Approved: yes
Answered on: Mon 23 Nov
How: spoken
Recorded by: Alison Abbott

What it is about
zzyzx about

To whom
zzyzx whom

What was told and said
zzyzx told
$ chiron -d s.db referral answer 1 --approved no --as catrin@example.org
Referral 1 of Alison Abbott and Catrin Oldroyd: declined.
$ chiron -d s.db referral forward 1
chiron: referral 1 is declined: it is not possible to forward a referral now, because nothing is passed on without the yes of the mentee or coachee, or twice (R62). Where they think otherwise later, raise it anew: `chiron referral raise`.
[65]
$ chiron -d s.db referral close 1
Referral 1 of Alison Abbott and Catrin Oldroyd: closed.
$ chiron -d s.db referral list
No.  Mentor or coach  Mentee or coachee  State   Raised on   Discussed on  Approved  Forwarded on
  1  Alison Abbott    Catrin Oldroyd     closed  Mon 23 Nov  Mon 23 Nov    no
$ chiron -d s.db referral list --format json | grep -c zzyzx
0
[1]
$ chiron -d s.db audit list --sort seq -- operation:referral.answer
No.  When              Who             Through  What             Of        Record
 12  Mon 23 Nov 12:00  Alison Abbott   cli      referral.answer  referral       1
 15  Mon 23 Nov 12:00  Catrin Oldroyd  cli      referral.answer  referral       1
$ chiron -d s.db check --today 2026-12-20 | grep -c 'referral'
0
[1]
$ chiron -d s.db export pairings | grep -c zzyzx
0
[1]
