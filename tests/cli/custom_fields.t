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
$ chiron -d s.db person list --sort years_of_service --format csv | cut -d, -f2,33-
name,t_shirt_size,years_of_service
Bo Diaz,L,
Ann Lee,M,12
$ chiron -d s.db export people --raw | cut -d, -f2-3,31-
person_id,name,t_shirt_size,years_of_service
1,Ann Lee,M,12
2,Bo Diaz,L,
$ chiron -d s.db programme add 'Back to Work' --kind mentoring
The programme Back to Work is made; its state is design.
$ chiron -d s.db enrol 'Ann Lee' --programme 'Back to Work' --field 'Interviewed on=2026-11-20'
Ann Lee is enrolled in Back to Work as mentor: applied.
$ chiron -d s.db enrolment list interviewed_on:2026-11-20
No.  Person   Programme     Role    State    Waiting since  Pairings
  1  Ann Lee  Back to Work  mentor  applied  23 Nov Mon            0

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
chiron: 1 of the 2 values of "T-shirt size" cannot stay, as "L". Keep what they need, or change those values first: `chiron person list t_shirt_size:...`.
[65]
$ chiron -d s.db field set 'Years of service' --kind date
chiron: 1 of the 1 values of "Years of service" cannot stay, as "12". Keep what they need, or change those values first: `chiron person list years_of_service:...`.
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
