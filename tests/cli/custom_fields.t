# R80: fields of a scheme's own: declared, filled in, filtered by, exported, dropped and brought back.
$ chiron -d s.db init 'Riverside Mentoring' -q && chiron -d s.db scheme set --own-today 2026-11-23 -q
$ chiron -d s.db field list
The scheme has no fields of its own: `chiron field add NAME`.
$ chiron -d s.db field add T-shirt size --kind choice --options 'S; M; L' --hint 'for the summer fair'
T-shirt size is field 1; filters and exports call it t_shirt_size.
$ chiron -d s.db field add 'Years of service' --kind number --readers fact
Years of service is field 2; filters and exports call it years_of_service.
$ chiron -d s.db field add 'Interviewed on' --of enrolments --kind date
Interviewed on is field 3; filters and exports call it interviewed_on.
$ chiron -d s.db field list
No.  Of          Name              In filters        Kind          Options  Who reads it
  1  people      T-shirt size      t_shirt_size      choice        S; M; L  the coordinator
  2  people      Years of service  years_of_service  whole number           the coordinator, and the two of a pairing
  3  enrolments  Interviewed on    interviewed_on    date                   the coordinator
$ chiron -d s.db person add 'Ann Lee' --email ann@example.org --roles mentor --field 'T-shirt size=m' --field years_of_service=12
Ann Lee is person 1.
$ chiron -d s.db person add 'Bo Diaz' --roles mentee
Bo Diaz is person 2.
$ chiron -d s.db person set 'Bo Diaz' --field 'T-shirt size=L'
Bo Diaz is changed.
$ chiron -d s.db person show 'Ann Lee'
No.: 1
Name: Ann Lee
E-mail: ann@example.org
Roles: mentor
T-shirt size: M
Years of service: 12
$ chiron -d s.db person list t_shirt_size:M
No.  Name     Roles   E-mail           Department  Offers  Seeks  With  Last session
  1  Ann Lee  mentor  ann@example.org
$ chiron -d s.db person list --count-by t_shirt_size
T-shirt size  Number
L                  1
M                  1
$ chiron -d s.db person list --sort years_of_service --format csv | cut -d, -f2,37-
name,t_shirt_size,years_of_service
Bo Diaz,L,
Ann Lee,M,12
$ chiron -d s.db export people --raw | cut -d, -f2-3,35-
person_id,name,t_shirt_size,years_of_service
1,Ann Lee,M,12
2,Bo Diaz,L,
$ chiron -d s.db programme add 'Back to Work' --kind mentoring
The programme Back to Work is made; its state is design.
$ chiron -d s.db enrol 'Ann Lee' --programme 'Back to Work' --field 'Interviewed on=2026-11-20'
Ann Lee is enrolled in Back to Work as mentor: applied.
$ chiron -d s.db enrolment list interviewed_on:2026-11-20
No.  Person   Programme     Role    Standing  Waiting since  Pairings
  1  Ann Lee  Back to Work  mentor  applied   Mon 23 Nov            0

# What does not fit is refused, and said.
$ chiron -d s.db person set 'Bo Diaz' --field 'T-shirt size=XXL'
chiron: T-shirt size: "XXL" given; allowed is S, M or L.
[65]
$ chiron -d s.db person set 'Bo Diaz' --field 'Years of service=many'
chiron: Years of service: "many" given; allowed is a whole number.
[65]
$ chiron -d s.db person set 'Bo Diaz' --field 'T-shirt=L'
chiron: people have no field "T-shirt" of the scheme's own. Did you mean T-shirt size?
[64]
$ chiron -d s.db person set 'Bo Diaz' --field L
chiron: "L" does not say a field and its value. Write it as 'Name=value', as 'T-shirt size=M'.
[64]
$ chiron -d s.db person list t_shirt_siz:M
chiron: people have no field "t_shirt_siz" to filter by. Did you mean t_shirt_size?
[65]
$ chiron -d s.db field add Department
chiron: people have a field "Department" already: one of chiron's own. Choose another name, or use that one.
[65]
$ chiron -d s.db field add Size --kind choice --options M
chiron: a choice needs two options at least, and one was given. Give them separated by ";", as "S; M; L".
[65]
$ chiron -d s.db field set 'T-shirt size' --options 'S; M'
chiron: of the values of "T-shirt size" some cannot stay, 1 of 2, as "L". Keep what they need, or change those values first: `chiron person list t_shirt_size:...`.
[65]
$ chiron -d s.db field set 'Years of service' --kind date
chiron: of the values of "Years of service" some cannot stay, 1 of 1, as "12". Keep what they need, or change those values first: `chiron person list years_of_service:...`.
[65]
$ chiron -d s.db field drop Shoe
chiron: the scheme has no field "Shoe" of its own. `chiron field list` shows those there are.
[66]

# Options can be added, and a drop says how many values go; undo brings all of it back.
$ chiron -d s.db field set 'T-shirt size' --options 'S; M; L; XXL'
T-shirt size is changed.
$ chiron -d s.db person set 'Bo Diaz' --field 'T-shirt size='
Bo Diaz is changed.
$ chiron -d s.db undo
Undone: Bo Diaz changed. `chiron redo` does it again.
$ chiron -d s.db field drop 'T-shirt size'
T-shirt size is dropped, and the values it had: 2. `chiron undo` brings them back.
$ chiron -d s.db person show 'Bo Diaz'
No.: 2
Name: Bo Diaz
Roles: mentee
$ chiron -d s.db undo
Undone: field T-shirt size dropped. `chiron redo` does it again.
$ chiron -d s.db person show 'Bo Diaz'
No.: 2
Name: Bo Diaz
Roles: mentee
T-shirt size: L

# A column that fits nothing becomes a field by choice; what it is, is guessed from its cells and said.
$ printf 'Name,E-mail,Role,Shoe size,Drives?,Locker\nAnn Lee,ann@example.org,mentor,38,yes,B 12\nCy Fo,cy@example.org,mentee,41,no,A 1\n' >list.csv
$ chiron -d s.db import people list.csv --dry-run --new-fields
The text is UTF-8.
Columns are separated by commas.
Headings are in row 1.
Column "Name" is read as Name.
Column "E-mail" is read as E-mail.
Column "Role" is taken for Roles by its cells.
Column "Shoe size" becomes Shoe size, a new field (whole number), by its cells; --map 'HEADING=custom:KIND' says another kind.
Column "Drives?" becomes Drives, a new field (yes or no), by its cells; --map 'HEADING=custom:KIND' says another kind.
Column "Locker" becomes Locker, a new field (text), by its cells; --map 'HEADING=custom:KIND' says another kind.
People would have a field Shoe size then; filters and exports would call it shoe_size.
People would have a field Drives then; filters and exports would call it drives.
People would have a field Locker then; filters and exports would call it locker.
1 person of the scheme is not in this file, and stays as they are (`chiron report not-in-file`).

Who is here already would have:
  Ann Lee: Shoe size "38"
  Ann Lee: Drives "yes"
  Ann Lee: Locker "B 12"

2 rows read: 1 new, 1 changed, 0 same, 0 rejected, 0 skipped.
Nothing was written: this was a dry run.
$ chiron -d s.db import people list.csv --map 'Shoe size=custom' --map 'Drives?=custom:colour'
chiron: "custom:colour" is no field of a person. `chiron export people` shows the fields in its first row, your own among them; 'Drives?=custom' makes it a new one of your own.
[64]
$ chiron -d s.db import people list.csv --map 'Shoe size=custom' --map 'Drives?=custom' | tail -6
Who was here already now has:
  Ann Lee: Shoe size "38"
  Ann Lee: Drives "yes"

2 rows read: 1 new, 1 changed, 0 same, 0 rejected, 0 skipped.
This is import 1; `chiron import undo 1` takes it back.
$ chiron -d s.db field list kind:number,yes_no
No.  Of      Name              In filters        Kind          Options  Who reads it
  2  people  Years of service  years_of_service  whole number           the coordinator, and the two of a pairing
  4  people  Shoe size         shoe_size         whole number           the coordinator
  5  people  Drives            drives            yes or no              the coordinator
$ chiron -d s.db person list shoe_size:41 --format lines
No.: 3
Name: Cy Fo
Roles: mentee
E-mail: cy@example.org
$ chiron -d s.db import people list.csv | grep remembered
These headings are known since 2026-11-23: what was said of them then is remembered (no. 1).
Column "Shoe size" is read as Shoe size, as remembered.
Column "Drives?" is read as Drives, as remembered.
$ printf 'Name,E-mail,Shoe size,T-shirt size\nAnn Lee,ann@example.org,big,XXXL\n' >bad.csv
$ chiron -d s.db import people bad.csv | tail -8
Nothing new in row 2.

To look at; these rows came in:
bad.csv row 2, column "Shoe size": "big" is not a number; it is left out. Enter one number, or leave the cell empty.
bad.csv row 2, column "T-shirt size": "XXXL" is not one of S, M, L or XXL; it is left out. Enter one of them, or leave the cell empty.

1 row read: 0 new, 0 changed, 1 same, 0 rejected, 0 skipped.
No row changed anything, so there is nothing to take back.

# What comes out goes in again and changes nothing.
$ chiron -d s.db export people -o out.csv -q && chiron -d s.db import people out.csv | tail -2
3 rows read: 0 new, 0 changed, 3 same, 0 rejected, 0 skipped.
No row changed anything, so there is nothing to take back.
$ chiron -d s.db export people -o again.csv -q && cmp out.csv again.csv && echo the same bytes
the same bytes
$ chiron -d s.db export people -o out.xlsx -q && chiron -d s.db import people out.xlsx | tail -2
3 rows read: 0 new, 0 changed, 3 same, 0 rejected, 0 skipped.
No row changed anything, so there is nothing to take back.
$ chiron -d s.db import undo 1
Import 1 is undone: 3 removed (1 person, 2 fields), 1 as before, 0 left.
Who came in with it is in no list any more, and still in the history: `chiron person erase` finds them there, too
$ chiron -d s.db field list shoe
No field fits that.

# A report of one's own reads them.
$ chiron -d s.db person list --columns 'name,T-shirt size' --limit 2
Name     T-shirt size
Bo Diaz  L
Ann Lee  M
$ chiron -d s.db person list --columns name,shoes 2>&1 | cut -c1-50
chiron: the list has no column "shoes". These ther
$ printf -- '-- report: shirts\n-- title: T-shirts\n-- about: How many of which size are needed.\n-- columns: size:text:Size, people:number:People\n-- rules: R80\nSELECT custom_values ->> '"'t_shirt_size'"' AS size, count(*) AS people FROM person GROUP BY 1 ORDER BY 1\n' >shirts.sql
$ chiron -d s.db own add shirts.sql
shirts is added. `chiron report shirts` prints it.
$ chiron -d s.db report shirts
T-shirts
Size  People
L          1
M          1

# Who looks after one programme fills them in, and leaves to the whole scheme which there are (R83).
$ chiron -d r.db init Riverside -q && chiron -d r.db programme add 'Back to Work' --kind mentoring -q && chiron -d r.db field add Shirt -q
$ chiron -d r.db coordinator add 'Maria Bell' -q && chiron -d r.db coordinator add 'Grace Owen' --programmes 'Back to Work' -q
$ chiron -d r.db --as 'Grace Owen' person add 'Ann Lee' --roles mentor --field Shirt=M
Ann Lee is person 1.
$ chiron -d r.db --as 'Grace Owen' enrol 'Ann Lee' --programme 'Back to Work'
Ann Lee is enrolled in Back to Work as mentor: applied.
$ chiron -d r.db --as 'Grace Owen' person list shirt:m --count-by shirt
Shirt  Number
M           1
$ chiron -d r.db --as 'Grace Owen' field add Shoe
chiron: Grace Owen may not add a field of the scheme's own: it concerns the whole scheme (R83). You see and change what belongs to your programmes (R83); Maria Bell, who looks after the whole scheme, can do it, or give you more: `chiron coordinator set`.
[77]
$ chiron -d r.db --as 'Grace Owen' field drop Shirt
chiron: Grace Owen may not drop a field of the scheme's own: it concerns the whole scheme (R83). You see and change what belongs to your programmes (R83); Maria Bell, who looks after the whole scheme, can do it, or give you more: `chiron coordinator set`.
[77]
$ printf 'Name,Role,Shoe\nBo Ek,mentee,38\n' >shoe.csv; chiron -d r.db --as 'Grace Owen' import people shoe.csv --programme 'Back to Work' --new-fields
chiron: Grace Owen may not add a field of the scheme's own: it concerns the whole scheme (R83). You see and change what belongs to your programmes (R83); Maria Bell, who looks after the whole scheme, can do it, or give you more: `chiron coordinator set`.
[77]

# The key of a long question ends with a whole word.
$ chiron -d key.db init Riverside -q && chiron -d key.db field add 'Do you have a preference for your mentor'
Do you have a preference for your mentor is field 1; filters and exports call it do_you_have_a_preference_for.
# A field that is there goes by its name as well, in a column headed otherwise.
$ chiron -d g.db init Croeso -q; chiron -d g.db field add Gender --kind choice --options 'M; F' -q
$ printf 'Name,Email,M/F\nAnn Lee,ann@example.org,F\n' >mentees.csv
$ chiron -d g.db import people mentees.csv --map 'M/F=gender' --role mentee -q; chiron -d g.db import people mentees.csv --map 'M/F=GENDER' --role mentee --dry-run | grep M/F
Column "M/F" is read as Gender, as asked for.
$ chiron -d g.db person list --columns name,gender
Name     Gender
Ann Lee  F
$ chiron -d g.db import people mentees.csv --map 'M/F=Colour' --role mentee
chiron: "Colour" is no field of a person. `chiron export people` shows the fields in its first row, your own among them; 'M/F=custom' makes it a new one of your own.
[64]
