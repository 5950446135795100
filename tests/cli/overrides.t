# A reason that overrides a rule is kept, and shown on the record that it is of: the pairing, or the programme itself.
$ chiron -d s.db init Centre -q && chiron -d s.db scheme set --own-today 2026-11-23 -q
$ chiron -d s.db programme add Spring --kind mentoring -q; chiron -d s.db programme open Spring --override 'R20: the board meets on Friday' -q
$ chiron -d s.db person add 'Ann Lee' --roles mentor --offers finance --capacity 2 --hours-per-month 2 -q; chiron -d s.db person add 'Ben Cho' --roles mentee --manager 'Ann Lee' --hours-per-month 2 -q
$ chiron -d s.db pairing add 'Ann Lee' 'Ben Cho' --programme Spring --ready spoken --override 'R2: he asked for her'
Pairing 1, Ann Lee and Ben Cho: contracting.
~ one is above the other in the reporting line; speak of power (R35): `chiron pairing agree 1 --power-spoken yes`
$ chiron -d s.db pairing show 1 | sed -n '/Rules overridden/,/^$/p'
Rules overridden
No.  Date        Rule  Check                     Reason
  2  Mon 23 Nov  R2    mentor-in-reporting-line  he asked for her
$ chiron -d s.db programme show Spring | sed -n '/Rules overridden/,/^$/p'
Rules overridden
No.  Date        Rule  Check                     Reason
  1  Mon 23 Nov  R20   design-record-incomplete  the board meets on Friday
$ chiron -d s.db pairing show 1 --format json | grep -o '"overrides":.*"reason":"[^"]*"' | grep -o '"rule":"[^"]*"\|"reason":"[^"]*"'
"rule":"R2"
"reason":"he asked for her"
$ chiron -d s.db pairing show 1 --as 'Ben Cho' | grep -c 'asked for her\|overridden'
0
[1]
$ chiron -d s.db audit list --format csv | grep -c override.read
0
[1]
# Of the rules that refuse, any can be lowered, but the one that only asks others.
$ chiron -d s.db wish add 'Ben Cho' 'Ann Lee' --programme Spring --asked-by manager
chiron: Ben Cho is paired already (pairing 1): a manager recommends before that, not after (R17). Leave it out; in mentoring the manager has no part in a pairing (R61). If it is right all the same: --override 'R17: why'.
[65]
$ chiron -d s.db wish add 'Ben Cho' 'Ann Lee' --programme Spring --asked-by manager --override 'R17: her letter came late'
Ann Lee is recommended for Ben Cho.
$ chiron -d s.db programme setting Spring lowered_rules 'R17; R26'
chiron: R26 refuses nothing by itself, so it cannot be lowered. A pairing may change its kind; the rules of the new kind are asked again.
[65]
$ chiron -d s.db programme setting Spring lowered_rules 'R17'; chiron -d s.db report exceptions
Spring: Rules that only warn is R17.
Exceptions made
Date        Rule  What it watches                   Programme  For whom           Reason                                         By
Mon 23 Nov  R17   Recommended after the match       Spring     Ann Lee / Ben Cho  her letter came late                           coordinator
Mon 23 Nov  R2    Mentor in the reporting line      Spring     Ann Lee / Ben Cho  he asked for her                               coordinator
Mon 23 Nov  R20   Programme's design is incomplete  Spring                        the board meets on Friday                      coordinator
            R17                                     Spring                        only warns in this programme, by its settings
# Who overrode it stands beside the reason, also where it was a coordinator; what was done in nobody's name is whose the scheme is.
$ chiron -d s.db coordinator add 'Maria Bell' -q; chiron -d s.db coordinator add 'Grace Owen' --programmes Spring -q
$ chiron -d s.db person add 'Eve Hart' --roles mentee -q; chiron -d s.db --as 'Grace Owen' enrol 'Eve Hart' --programme Spring -q
$ chiron -d s.db --as 'Grace Owen' pairing add 'Ann Lee' 'Eve Hart' --programme Spring --override 'R15: she answers on Monday' -q
$ chiron -d s.db override list --columns rule,reason,made_by
Rule  Reason                     By
R15   she answers on Monday      Grace Owen
R17   her letter came late       Maria Bell
R2    he asked for her           Maria Bell
R20   the board meets on Friday  Maria Bell
$ chiron -d s.db report exceptions --format csv | cut -d, -f2,6-7
rule,reason,made_by
R15,she answers on Monday,Grace Owen
R17,her letter came late,Maria Bell
R2,he asked for her,Maria Bell
R20,the board meets on Friday,Maria Bell
R17,"only warns in this programme, by its settings"
$ chiron -d s.db coordinator remove 'Grace Owen'
chiron: lists were imported or rules overridden by this coordinator, and that names them. Clear the account instead: `chiron coordinator set 2 --account ''`.
[65]
# Ann was found ready by being paired; Eve, who was not asked yet, is matched all the same.
$ chiron -d s.db enrolment list --columns person,standing,state
Person    Standing  State
Ben Cho   matched   ready
Eve Hart  matched   applied
Ann Lee   matched   ready
$ chiron -d s.db enrolment list standing:matched --count-by role
Role    Number
mentee       2
mentor       1
