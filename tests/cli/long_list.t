# Lists that are longer than a page come page by page: the same rows, once each, in every format.
$ chiron -d s.db init Riverside >out
$ { echo name,email; seq 2300 | sed 's/.*/Ann A&,a&@example.org/'; echo 'Zoe Zebra-with-a-long-name,z@example.org'; } >people.csv
$ chiron -d s.db import people people.csv --yes >out 2>&1
$ chiron -d s.db person list --format csv | wc -l
2302
$ chiron -d s.db person list --format csv | sort | uniq -d
$ chiron -d s.db person list --format json | tr '{' '\n' | grep -c '"person_id"'
2301
$ chiron -d s.db person list --format json | tail -c 3
}]
$ chiron -d s.db person list --format lines | grep -c '^Name: '
2301
$ chiron -d s.db person list --format lines | grep -c '^$'
2300
# In a table the first page says how wide the columns are; what is wider later on is never cut in a pipe.
$ chiron -d s.db person list | wc -l
2302
$ chiron -d s.db person list | sed -n '1p;1001,1002p;2302p'
 No.  Name       Roles  E-mail             Department  Offers  Seeks  With  Last session
1899  Ann A1899         a1899@example.org
  19  Ann A19           a19@example.org
2301  Zoe Zebra-with-a-long-name         z@example.org
# A bound holds across pages, and a reader who has seen enough ends it.
$ chiron -d s.db person list --limit 1500 | tail -1
There are more: leave out --limit, or make it greater.
 278  Ann A278          a278@example.org
$ chiron -d s.db person list --limit 1500 --format csv | wc -l
1501
$ chiron -d s.db person list | head -1
 No.  Name       Roles  E-mail             Department  Offers  Seeks  With  Last session
