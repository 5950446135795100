# Wrong words: exit status 64, one line, the nearest right word.
$ chiron persn list
chiron: there is no command "persn". Did you mean `chiron person`?
[64]
$ chiron persom
chiron: there is no command "persom". Did you mean `chiron person`?
[64]
$ chiron xyzzy
chiron: there is no command "xyzzy". `chiron --help` lists them.
[64]
$ chiron person
chiron: `chiron person` needs a word more: add, list, show, set, find, leave, merge, return, disclose, erase or erased.
[64]
$ chiron person lst
chiron: there is no command "person lst". Did you mean `chiron person list`?
[64]
$ chiron person shwo
chiron: there is no command "person shwo". Did you mean `chiron person show`?
[64]
$ chiron --formt json person list
chiron: there is no option --formt before a command. Did you mean --format?
[64]
$ chiron person list --srot name
chiron: `chiron person list` has no option --srot. Did you mean --sort?
[64]
$ chiron person list --xyzzy
chiron: `chiron person list` has no option --xyzzy. `chiron person list --help` lists its options.
[64]
$ chiron person list -z
chiron: `chiron person list` has no option -z. `chiron person list --help` lists its options.
[64]
$ chiron person add 'Ann Lee' --email
chiron: --email needs a value. --email EMAIL: one address; optional, but an import knows a person by it.
[64]
$ chiron person add 'Ann Lee' --email=a@example.org --email=b@example.org
chiron: --email is given twice.
[64]
$ chiron person show
chiron: `chiron person show` needs PERSON. As in: chiron person show catrin@example.org.
[64]
$ chiron person show ann lee
chiron: `chiron person show` has no use for "lee". Put a text with blanks in quotes; `chiron person show --help` shows what it takes.
[64]
$ chiron pairing add ann
chiron: `chiron pairing add` needs LEARNER. As in: chiron pairing add 'Alison Abbott' 'Catrin Oldroyd' --programme 'Back to Work'.
[64]
$ chiron pairing add ann bo
chiron: `chiron pairing add` needs --programme PROGRAMME. In which programme.
[64]
$ chiron pairing close 1 --kind completed
chiron: `chiron pairing close` needs --initiator WORD. Who ended it.
[64]
$ chiron demo --yes=now
chiron: --yes takes no value; "now" was given.
[64]
$ chiron -d s.db init -q; chiron -d s.db person list --limit 0
chiron: --limit: 0 given; allowed is 1 to 1000000.
[65]
$ chiron -d s.db pairing list --columns shoes 2>&1 | grep -o 'usual_place.*'
usual_place, starts_on, planned_end_on ... and 27 more.
$ chiron -d s.db person list --sort colour
chiron: people cannot be sorted by "colour", only by person_id or name. A "-" before the name sorts the other way round.
[64]
$ chiron -d s.db person list colour:red
chiron: people have no field "colour" to filter by; there is person_id, name, roles, email, phone, contact_preference, organisation, department, job_title, field_of_work, appointed_on, grade, manager, manager_email, location, offers, seeks, languages, meeting_times, capacity, free_places, hours_per_month, availability, confirmed_on, origin, start_date, left_on, left_because, live_pairings, with, last_session_on, waiting, undecided, programmes, source or notes. To look for a text with a sign in it, put it in quotes: "colour:...".
[65]
$ chiron -d s.db log 1 --learning 'all of it'
chiron: --learning is written or kept_by_pair; "all of it" was given.
[64]
$ chiron -d s.db person list --format json --limit many
{"error":{"status":"data","rule":null,"field":"limit","message":"--limit: \"many\" given; allowed is 1 to 1000000","fix":null}}
[65]
$ chiron person lst --format json
{"error":{"status":"usage","rule":null,"field":null,"message":"there is no command \"person lst\"","fix":"Did you mean `chiron person list`?"}}
[64]
$ chiron --format xml person list
chiron: --format is table, lines, csv, json or xlsx; "xml" was given.
[64]
$ chiron --today soon today
chiron: --today: "soon" is not a date: write it as 2026-11-23, 23 nov or -3d.
[65]
$ chiron completion tcsh
chiron: SHELL is bash; "tcsh" was given.
[64]
$ chiron "$(printf 'person\377')"
chiron: there is no command "person\xff". Did you mean `chiron person`?
[64]

# A scheme file that is not there is never made by the way.
$ chiron today 2>&1 | sed "s|$HOME|HOME|"
chiron: there is no scheme file HOME/.local/share/chiron/scheme.db. `chiron init` makes one; `chiron demo` shows one with people in it.
$ chiron -d nowhere.db person list
chiron: there is no scheme file nowhere.db. `chiron init` makes one; `chiron demo` shows one with people in it.
[66]
$ ls
s.db
s.db-journal
$ chiron -d nowhere.db person list --format json
{"error":{"status":"missing","rule":null,"field":null,"message":"there is no scheme file nowhere.db","fix":"`chiron init` makes one; `chiron demo` shows one with people in it"}}
[66]
