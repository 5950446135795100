# r82_a_fresh_home_shows_the_same_scheme: what a scheme knows stands in its file, nothing in anybody's home.
$ chiron -d s.db init 'Riverside Mentoring' -q && chiron -d s.db scheme set --own-today 2026-11-23 --backup-place 'A stick in the safe' -q
$ chiron -d s.db programme add Spring -q --kind mentoring && chiron -d s.db programme setting Spring quiet_days 30 -q
$ printf -- '-- report: names\n-- title: Names\n-- about: All names.\n-- columns: name:text:Name\n-- scan: all\nSELECT name FROM person ORDER BY name\n' >names.sql; chiron -d s.db own add names.sql -q
$ all() { chiron -d s.db own list; chiron -d s.db programme setting Spring --format csv | grep quiet_days; chiron -d s.db report keeping --format csv; }; all >mine.txt; mkdir other; HOME=$PWD/other XDG_CONFIG_HOME=$PWD/other/config XDG_DATA_HOME=$PWD/other/data XDG_STATE_HOME=$PWD/other/state; export HOME XDG_CONFIG_HOME XDG_DATA_HOME XDG_STATE_HOME; all >theirs.txt; cmp mine.txt theirs.txt && cat theirs.txt
Name   Kind    Title  Added on
names  report  Names  Mon 23 Nov
quiet_days,30,45,R33,"days without a session, or a share of the agreed interval where that is more"
scheme,backup_place,programmes,own_files,headings
Riverside Mentoring,A stick in the safe,1,1,no
