# Whoever opens another's desk on a file of their own computer is in the audit log
$ chiron init Riverside -q && chiron scheme set --own-today 2026-11-23 -q
$ chiron person add 'Ann Lee' --email ann@example.org --roles mentor --offers planning --capacity 2 -q
$ chiron person add 'Ben Cho' --email ben@example.org --roles mentee --seeks planning -q
$ chiron audit list operation:desk.open
No entry fits that.
$ chiron --as ann@example.org session list
No session is recorded: `chiron log PAIRING`.
$ chiron audit list operation:desk.open --format csv | cut -d, -f3- | sed "s/^$(id -un),/LOGIN,/"
actor,channel,operation,entity,object_id
LOGIN,cli,desk.open,person,1
# Whose desk it is sees it, and nobody else but the coordinator; reading it by --as is one more
$ chiron --as ann@example.org audit list --format csv | cut -d, -f3- | sed "s/^$(id -un),/LOGIN,/"
actor,channel,operation,entity,object_id
LOGIN,cli,desk.open,person,1
LOGIN,cli,desk.open,person,1
$ chiron --as ben@example.org audit list --format csv | cut -d, -f3- | sed "s/^$(id -un),/LOGIN,/"
actor,channel,operation,entity,object_id
LOGIN,cli,desk.open,person,2
# A command is one opening, however much it does, and so is the program with its screens
$ printf '%s\n' 2 3 1 quit | chiron --as ann@example.org --plain | grep -c 'audit log has it'
1
$ chiron audit list operation:desk.open --format csv | cut -d, -f3- | sed "s/^$(id -un),/LOGIN,/"
actor,channel,operation,entity,object_id
LOGIN,tui,desk.open,person,1
LOGIN,cli,desk.open,person,2
LOGIN,cli,desk.open,person,1
LOGIN,cli,desk.open,person,1
# Somebody who is not there, and a coordinator by name, open no desk
$ chiron --as nobody@example.org session list
chiron: no person is found by "nobody@example.org". A number, an e-mail address, or a part of a name finds a person.
[66]
$ chiron coordinator add 'Maria Bell' -q && chiron --as 'Maria Bell' person list | wc -l
3
$ chiron audit list operation:desk.open --format csv | wc -l
5
# A coordinator with an account is named
$ chiron coordinator set 'Maria Bell' --account "$(id -un)" -q
$ chiron --as ben@example.org action list
No action was agreed: `chiron action add PAIRING`.
$ chiron audit list operation:desk.open --limit 1 --format csv | cut -d, -f3-
actor,channel,operation,entity,object_id
Maria Bell,cli,desk.open,person,2
$ chiron verify | tail -1
The file is whole.
