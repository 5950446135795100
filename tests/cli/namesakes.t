# Whoever is added by a name that is here is said at once, and asked about later: by the name alone where neither has an address.
$ chiron -d s.db init Riverside -q && chiron -d s.db scheme set --own-today 2026-11-23 -q; chiron -d s.db person add 'Llŷr Hughes' -q
$ chiron -d s.db person add 'Llŷr Hughes'
Llŷr Hughes is person 2.
To know: person 1 is called so, too; where the two are one, `chiron person merge 1 2`
$ chiron -d s.db person add 'Ann Lee'
Ann Lee is person 3.
$ chiron -d s.db check
~ Llŷr Hughes (2) and Llŷr Hughes (1) may be one person: the same name, and no address of either (R1)
    chiron person merge 1 2

1 found.
[1]
$ chiron -d s.db person set 1 --phone '01632 960001' -q; chiron -d s.db person set 2 --phone '01632 960002' -q; chiron -d s.db check
Nothing was found.
# A number with words beside it is no date; one that a spreadsheet made of a range is said to be.
$ printf 'Name,Email,Capacity\nBo Vega,bo@example.org,17 (18 in Jan)\nCy Moor,cy@example.org,03-Apr\n' > people.csv; chiron -d s.db import people people.csv --dry-run | grep row
Headings are in row 1.
To look at; these rows would come in:
people.csv row 2, column "Capacity": "17 (18 in Jan)" is not a number; it is left out. Enter one number, or leave the cell empty.
people.csv row 3, column "Capacity": "03-Apr" is a date, which a spreadsheet makes of 3-4 by itself; it is left out. Enter one number, or leave the cell empty.
2 rows read: 2 new, 0 changed, 0 same, 0 rejected, 0 skipped.
