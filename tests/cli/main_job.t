# The main job, in JSON throughout: from two real rosters to a closed pairing, then out and into a second scheme.
$ chiron -d s.db --today 2026-07-01 --format json init 'Main job' | grep -o '"name":"[^"]*"'
"name":"Main job"
$ chiron -d s.db --today 2026-07-01 --format json programme add Mentoring --kind mentoring --planned-months 9 --purpose p --focus-areas f --mentoring-models m --components c --matching-process w | grep -o '"programme_id":1\|"state":"[a-z]*"'
"programme_id":1
"state":"design"
$ chiron -d s.db --today 2026-07-01 --format json programme open 1 | grep -o '"state":"[a-z]*"'
"state":"open"
$ chiron -d s.db --today 2026-07-01 --format json import people "$FIXTURES/rosters/volunteer-centre-uk.csv" --programme 1 | grep -o '"batch":.*"skipped":0'
"batch":1,"outcome":"import","read":40,"new":39,"changed":0,"same":1,"rejected":0,"skipped":0
$ chiron -d s.db --today 2026-07-01 --format json import people "$FIXTURES/rosters/google-forms-signup.csv" --programme 1 | grep -o '"batch":.*"skipped":0'
"batch":2,"outcome":"import","read":36,"new":35,"changed":0,"same":1,"rejected":0,"skipped":0
$ chiron -d s.db --today 2026-07-01 --format json enrolment ready --all --programme 1
Of each mentee or coachee who applied to Mentoring and said no to nothing is kept: knows what they want, knows the time it takes, can give it: yes. `chiron undo` takes it back.
{"made_ready":84}
$ chiron -d s.db --today 2026-07-01 --format json match 1 --dry-run | grep -o '"matched":[0-9]*,"unmatched":[0-9]*'
"matched":53,"unmatched":0
$ chiron -d s.db --today 2026-07-01 --format json match 1 --accept every | grep -o '"pairing_id":53,'
"pairing_id":53,
$ chiron -d s.db --format json pairing list | grep -o '"state":"contracting"' | sort | uniq -c | tr -d ' '
53"state":"contracting"
$ chiron -d s.db --today 2026-07-01 --format json pairing agree --all --programme 1 --agreed-by both --how form | grep -o '"pairing_id"' | sort | uniq -c | tr -d ' '
53"pairing_id"
$ chiron -d s.db --today 2026-07-01 --format json pairing start --all --programme 1 | grep -o '"state":"active"' | sort | uniq -c | tr -d ' '
53"state":"active"
$ printf 'Names her own next step\n\nlearner: draft CV @ 2026-07-10\n' | chiron -d s.db --today 2026-07-02 --format json log 1 --minutes 60
{"session_id":1,"pairing_id":1,"number":1,"state":"held","session_date":"2026-07-02","starts_at":null,"minutes":60,"medium":null,"place":null,"place_marks":null,"place_rating":null,"framework":null,"guide_attendance":"attended","learner_attendance":"attended","guide_prepared":null,"learner_prepared":null,"cancelled_by":null,"cancelled_on":null,"introduction":null,"aim":null,"goal_id":null,"techniques":null,"revisited":null,"learning":"written","no_actions":false,"actions_reviewed":true,"complete":true,"logged_at":"2026-07-02T12:00:00Z"}
$ chiron -d s.db --today 2026-07-02 --format json action list state:open | grep -o '"action_id":1.*"due_on":"[0-9-]*"'
"action_id":1,"due_on":"2026-07-10"
$ chiron -d s.db --today 2026-07-09 --format json action done 1 | grep -o '"state":"[a-z]*"'
"state":"done"
$ chiron -d s.db --today 2026-07-20 --format json pairing close 1 --kind goals_attained --initiator both --reason goals_attained | grep -o '"pairing_id":1,\|"state":"[a-z]*"'
"pairing_id":1,
"state":"closing"
$ chiron -d s.db --format json verify | grep -o '"state":"[a-zA-Z]*"'
"state":"good"
"state":"good"
"state":"good"
# What the pair wrote is on no coordinator's output.
$ for c in 'pairing show 1' 'session list' 'action list' 'goal list' check today 'audit list' 'export sessions' 'export actions' 'report action-log'; do chiron -d s.db --format json $c; done | grep -c 'next step\|draft CV'
0
[1]
$ chiron -d s.db --as "$(chiron -d s.db --format json pairing show 1 | grep -o '"guide_id":[0-9]*' | head -n 1 | tr -dc 0-9)" --format lines session show 1 | grep -c 'Names her own next step'
1
# People out, and into a second scheme; a third import changes nothing.
$ chiron -d s.db export people -o people.csv
Written: people.csv
$ chiron -d t.db --today 2026-07-20 --format json init Second | grep -o '"name":"[^"]*"'
"name":"Second"
$ chiron -d t.db --today 2026-07-20 --format json import people people.csv | grep -o '"read":.*"skipped":0'
"read":74,"new":74,"changed":0,"same":0,"rejected":0,"skipped":0
$ chiron -d t.db --today 2026-07-20 --format json import people people.csv | grep -o '"read":.*"skipped":0'
"read":74,"new":0,"changed":0,"same":74,"rejected":0,"skipped":0
$ chiron -d t.db export people -o again.csv && cut -d, -f3- people.csv >a && cut -d, -f3- again.csv >b && cmp a b && echo the same
Written: again.csv
the same
