# What a scheme kept when it stops keeping wording, and of an end what the two of a pair are not told.
$ chiron -d s.db init Works -q && chiron -d s.db scheme set --own-today 2026-11-23 -q
$ chiron -d s.db programme add Coaching -q --kind coaching && chiron -d s.db programme open Coaching -q
$ printf 'Name,Email,Role,Offers,Seeks,Origin\nIris Kahl,iris@example.org,coach,conflict,,external\nLea Winter,lea@example.org,coachee,,conflict,\n' >l.csv
$ chiron -d s.db import people l.csv --programme Coaching -q
$ chiron -d s.db pairing add Iris Lea --programme Coaching --ready spoken -q && chiron -d s.db pairing agree 1 --agreed-by both --how spoken --usual-day varies -q
$ echo 'To say no' | chiron -d s.db goal add 1 -q && chiron -d s.db pairing start 1 -q
$ printf 'she learned to wait\n' | chiron -d s.db log 1 --date 2026-11-10 --minutes 60 -q
$ chiron -d s.db scheme set --notes off
The settings of Works are saved.
2 texts that pairs wrote before stay, and the pairs read them as before. They go with their session (`chiron session remove`) or with the mentee or coachee (`chiron person erase`)
$ chiron -d s.db --as iris@example.org session show 1 | grep wait
she learned to wait
$ chiron -d s.db session remove 1
chiron: Session 1 of 10 November would be removed, as recorded by mistake; what the two wrote of it goes for good. Add --yes to do it all the same.
[64]

# Neither side is told who asked for the end and why (R36); that it ended early is a fact of both.
$ chiron -d s.db pairing close 1 --kind ended_early --initiator learner --reason not_a_good_fit --another-match yes -q
$ chiron -d s.db pairing show 1 | grep -e ended -e match
How it ended: ended early
Who ended it: mentee or coachee
Why it ended: not a good fit
Another match: yes
Extended: 0
$ for who in iris lea; do chiron -d s.db --as $who@example.org pairing show 1 | grep -e ended -e match; chiron -d s.db --as $who@example.org export mine | grep -e 'good fit' -e 'not_a'; done
How it ended: ended early
Extended: 0
How it ended: ended early
Extended: 0
[1]

# Who took a session of theirs away is said to the two, with its day and no word of it; the coach who does it needs no telling.
$ chiron -d t.db init Works -q && chiron -d t.db scheme set --own-today 2026-11-23 -q
$ chiron -d t.db programme add Coaching -q --kind coaching && chiron -d t.db programme open Coaching -q && chiron -d t.db import people l.csv --programme Coaching -q
$ chiron -d t.db pairing add Iris Lea --programme Coaching --ready spoken -q && chiron -d t.db pairing agree 1 --agreed-by both --how spoken --usual-day varies -q && echo 'To say no' | chiron -d t.db goal add 1 -q
$ for day in 10 17; do printf 'she learned to wait\n' | chiron -d t.db log 1 --date 2026-11-$day --minutes 60 -q; done
$ chiron -d t.db --as iris@example.org session remove 1 --yes -q; chiron -d t.db --as iris@example.org pairing show 1 | grep -i taken
[1]
$ chiron -d t.db session remove 2 --yes -q; for who in iris lea; do chiron -d t.db --as $who@example.org today | grep -e 'took' -e wait; done; chiron -d t.db --as iris@example.org pairing show 1 | grep -i taken
~ Iris Kahl / Lea Winter: the coordinator took the session of 17 November away on 23 November, as recorded by mistake (R79)
~ Iris Kahl / Lea Winter: the coordinator took the session of 17 November away on 23 November, as recorded by mistake (R79)
Session taken away: Tue 17 Nov
Taken away on: Mon 23 Nov
Taken away by: the coordinator
$ chiron -d t.db undo -q; chiron -d t.db --as iris@example.org check | grep took
chiron: session of 17 Nov with Iris Kahl and Lea Winter removed: wording was removed for good with it. Record it anew where it did take place.
~ Iris Kahl / Lea Winter: the coordinator took the session of 17 November away on 23 November, as recorded by mistake (R79)
