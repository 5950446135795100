A befriending scheme shows its own words; commands and files go on saying the program's (R27).

$ chiron -d s.db init Riverside -q
$ chiron -d s.db scheme set --shown-mentor befriender --shown-mentors befrienders --shown-mentee friend --shown-mentees friends
The settings of Riverside are saved.
$ chiron -d s.db person add --name 'Alison Abbott' --roles mentor --capacity 1 --email alison@example.org
Alison Abbott is person 1.
$ chiron -d s.db person add --name 'Bo Diaz' --roles friend
chiron: Roles: "friend" given; allowed is coach, coachee, mentor or mentee.
[65]
$ chiron -d s.db person list
No.  Name           Roles       E-mail              Department  Offers  Seeks  With  Last session
  1  Alison Abbott  befriender  alison@example.org
$ chiron -d s.db person list roles:befriender --columns name,roles --format csv
name,roles
Alison Abbott,mentor
$ chiron -d s.db programme add Visits --kind mentoring -q
$ printf 'name,role\nCy Ek,Befriender\nDee Fox,friend\n' >people.csv; chiron -d s.db import people people.csv --programme Visits -q; chiron -d s.db person list --columns name,roles --format csv
name,roles
Alison Abbott,mentor
Cy Ek,mentor
Dee Fox,mentee
$ chiron -d s.db report hours
Time given by each befriender and coach
Nothing to report.
$ chiron -d s.db report hours --format csv
guide,learners,sessions,minutes,unknown
$ chiron -d s.db scheme set --shown-mentor coach
chiron: "coach" has a word in it that stands for a role already. Choose another than "mentor", "mentee", "coach" and "coachee"; blank shows those.
[65]
$ chiron -d s.db scheme set --shown-coachee client
chiron: one is called "client"; how several are called is not said. Give both words, or leave both blank.
[65]
$ chiron -d s.db scheme set --shown-mentor '' --shown-mentors ''
The settings of Riverside are saved.
$ chiron -d s.db undo
Undone: the scheme's settings changed. `chiron redo` does it again.
$ chiron -d s.db person show 1 | grep Roles
Roles: befriender
