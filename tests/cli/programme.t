# What a coordinator sets for a programme.

$ chiron -d s.db init -q Riverside
$ chiron -d s.db programme add 'Back to Work' --kind mentoring
The programme Back to Work is made; its state is design.
$ chiron -d s.db programme setting 'Back to Work' quiet_days
Setting     Value  Of the preset  Rule  Meaning
quiet_days  45     45             R33   days without a session, or a share of the agreed interval where that is more
$ chiron -d s.db programme setting 'Back to Work' quiet_days 60
Back to Work: Quiet after is 60.
$ chiron -d s.db programme setting 'Back to Work' quiet_days 50
Back to Work: Quiet after is 50.
$ chiron -d s.db programme setting 'Back to Work' quiet_days ''
Back to Work: Quiet after is 45.
$ chiron -d s.db programme setting 'Back to Work' silent_days 3
chiron: a pairing would be silent after 3 days, before it is quiet after 45. Give at least as many days as quiet_days has.
[65]
$ chiron -d s.db programme setting 'Back to Work' quiet_day 3
chiron: a programme has no setting "quiet_day". Did you mean quiet_days?
[64]
$ chiron -d s.db programme setting 'Back to Work' minimum_hours lots
chiron: Minimum hours: "lots" given; allowed is 0 to 744 hours, as 2, 1.5 or 1h30.
[65]
$ chiron -d s.db programme setting 'Back to Work' --preset full
The settings of Back to Work are those of the preset full.
$ chiron -d s.db programme setting 'Back to Work' hours_required
Setting         Value  Of the preset  Rule  Meaning
hours_required  yes    yes            R14   yes: nobody is accepted into a pairing whose hours are not known

# Rules that refuse can be lowered to warnings, absolute ones never.

$ chiron -d s.db programme setting 'Back to Work' lowered_rules 'r13; R14'
Back to Work: Rules that only warn is R13; R14.
$ chiron -d s.db programme setting 'Back to Work' lowered_rules R58
chiron: R58 is absolute: nobody can lower it. What a session was about is read by the two alone.
[65]
$ chiron -d s.db programme setting 'Back to Work' lowered_rules R33
chiron: R33 refuses nothing by itself, so it cannot be lowered. Sessions are neither too close together nor too far apart.
[65]
$ chiron -d s.db programme setting 'Back to Work' lowered_rules R99
chiron: "R99" is no rule. Name rules by their number, as R8; `chiron help rules` lists them.
[65]
$ chiron -d s.db report exceptions
Exceptions made
Date  Rule      What it watches  Programme     For whom  Reason                                         By
      R13; R14                   Back to Work            only warns in this programme, by its settings
