# Findings that are snoozed, assigned or acknowledged, and how they come back.
$ chiron -d s.db init 'Riverside Mentoring' -q; chiron -d s.db --today 2026-09-01 scheme set --own-today 2026-09-01 -q
$ chiron -d s.db programme add Autumn --kind coaching -q; chiron -d s.db programme open Autumn -q
$ chiron -d s.db person add 'Ann Lee' --roles coach --capacity 2 --offers Confidence -q; chiron -d s.db person add 'Bo Diaz' --roles coachee -q
$ chiron -d s.db pairing add 'Ann Lee' 'Bo Diaz' --programme Autumn --ready spoken -q
$ chiron -d s.db --today 2026-11-23 today
$ chiron -d s.db --today 2026-11-23 snooze 'Bo Diaz' --until 'in 2 weeks'
$ chiron -d s.db --today 2026-11-23 today
$ chiron -d s.db --today 2026-11-23 finding list
$ chiron -d s.db --today 2026-12-06 today | tail -1
$ chiron -d s.db --today 2026-12-07 today
$ chiron -d s.db --today 2026-11-23 check
$ chiron -d s.db --today 2026-11-23 check --all
$ chiron -d s.db --today 2026-11-23 undo
$ chiron -d s.db --today 2026-11-23 assign 'Bo Diaz' --to 'Ann Lee'
$ chiron -d s.db --today 2026-11-23 today
$ chiron -d s.db --today 2026-11-23 acknowledge never-started 'Bo Diaz' --until '31 jan' --reason 'Bo is away until the new year'
$ chiron -d s.db --today 2026-11-23 check --rule never-started; echo "exit status $?"
$ chiron -d s.db --today 2026-11-23 check --rule never-started --all --format json | grep -o '"put_off":"[a-z]*","until":"[0-9-]*","assigned_to":"[A-Za-z ]*"'
$ chiron -d s.db --today 2026-11-23 release 'Bo Diaz'
$ chiron -d s.db --today 2026-11-23 acknowledge never-started 'Bo Diaz' --until today --reason 'x'
$ chiron -d s.db --today 2026-11-23 snooze never-started 'Bo Diaz' --until 'in 3 years'
$ chiron -d s.db --today 2026-11-23 snooze never-startd 'Bo Diaz' --until fri
$ chiron -d s.db --today 2026-11-23 snooze never-started --until fri
$ chiron -d s.db --today 2026-11-23 snooze gone-quiet 'Bo Diaz' --until fri
$ chiron -d s.db --today 2026-11-23 --as 'Ann Lee' snooze never-started 1 --until fri
