# Somebody at another computer: what sshd runs for their key, whatever they asked for.
$ chiron -d s.db init Riverside -q && chiron -d s.db scheme set --own-today 2026-11-23 -q && chiron -d s.db coordinator add 'Maria Bell' -q
$ chiron -d s.db programme add Spring -q --kind mentoring --interval '1 month' --purpose p --focus-areas f --mentoring-models m --components c --matching-process x && chiron -d s.db programme open Spring -q
$ printf 'Name,Email,Role,Offers,Seeks\nEd Moss,ed@example.org,mentor,CV writing,\nAnn Lee,ann@example.org,mentee,,CV writing\nBo Ray,bo@example.org,mentee,,CV writing\n' >list.csv && chiron -d s.db import people list.csv --programme Spring -q
$ chiron -d s.db pairing add 'Ed Moss' 'Ann Lee' --programme Spring --ready spoken -q && chiron -d s.db pairing agree 1 --agreed-by both --how spoken --usual-day varies -q && chiron -d s.db pairing start 1 -q
$ chiron -d s.db pairing add 'Ed Moss' 'Bo Ray' --programme Spring --ready spoken -q

# The line by which a key leads there: the person is a number, the scheme a whole path, the comment is gone.
$ chiron -d s.db gate ed@example.org --key 'ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIBzlNABFjs+Bt6SlHLsG38+iENSOZhf2CqpfWe8EpcIe ed@laptop' 2>note | sed "s,$PWD,HERE,; s,command=\"[^ ]*chiron ,command=\"chiron ,"; cat note
restrict,pty,command="chiron -d HERE/s.db gate 1" ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIBzlNABFjs+Bt6SlHLsG38+iENSOZhf2CqpfWe8EpcIe
This key opens chiron as Ed Moss, and nothing else. Put the line into the file authorized_keys of the account that has the scheme; without the line the door is shut.

# What is no key, or more than one line, is none: a second line would be a door.
$ chiron -d s.db gate 1 --key 'ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIBzlNABFjs+Bt6SlHLsG38+iENSOZhf2CqpfWe8EpcIe
> ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIBzlNABFjs+Bt6SlHLsG38+iENSOZhf2CqpfWe8EpcIe'
chiron: --key: it is more than one line, or has characters that no key has. Give the one line of their .pub file, as 'ssh-ed25519 AAAA...'; `ssh-keygen -t ed25519` makes such a key.
[64]
$ chiron -d s.db gate 1 --key 'ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIBzl'
chiron: --key: it is no public key, or not the whole of it. Give the one line of their .pub file, as 'ssh-ed25519 AAAA...'; `ssh-keygen -t ed25519` makes such a key.
[64]
$ chiron -d s.db gate 1 --key 'ssh-rsa AAAAC3NzaC1lZDI1NTE5AAAAIBzlNABFjs+Bt6SlHLsG38+iENSOZhf2CqpfWe8EpcIe'
chiron: --key: it is no public key, or not the whole of it. Give the one line of their .pub file, as 'ssh-ed25519 AAAA...'; `ssh-keygen -t ed25519` makes such a key.
[64]
$ chiron -d s.db gate 1 --key 'ssh-rsa AAAAB3NzaC1yc2EAAAADAQABAAABAQDAAAABBBBCCCCDDDDEEEEFFFFGGGGHHHHIIIIJJJJKKKK'
chiron: --key: it is no public key, or not the whole of it. Give the one line of their .pub file, as 'ssh-ed25519 AAAA...'; `ssh-keygen -t ed25519` makes such a key.
[64]
$ chiron -d s.db gate 1 --key 'ssh-dss AAAAB3NzaC1kc3MAAACBAAAABBBBCCCCDDDDEEEEFFFFGGGGHHHHIIIIJJJJKKKKLLLLMMMMAA'
chiron: --key: it is no public key, or not the whole of it. Give the one line of their .pub file, as 'ssh-ed25519 AAAA...'; `ssh-keygen -t ed25519` makes such a key.
[64]
$ chiron -d s.db gate 1 --key 'command="sh" ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIBzlNABFjs+Bt6SlHLsG38+iENSOZhf2CqpfWe8EpcIe'
chiron: --key: it is no public key, or not the whole of it. Give the one line of their .pub file, as 'ssh-ed25519 AAAA...'; `ssh-keygen -t ed25519` makes such a key.
[64]
$ chiron -d s.db gate 1 --key ''
chiron: --key: it is of no kind that is taken: ed25519, ecdsa or rsa. Give the one line of their .pub file, as 'ssh-ed25519 AAAA...'; `ssh-keygen -t ed25519` makes such a key.
[64]
$ mkdir "it's" && cp s.db "it's/s.db" && chiron -d "it's/s.db" gate 1 --key 'ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIBzlNABFjs+Bt6SlHLsG38+iENSOZhf2CqpfWe8EpcIe' 2>&1 | sed "s,$PWD,HERE,"
chiron: no key can lead to it's/s.db: its name, or its folder's, has quotes or the like. Give them plain names first.
$ mkdir 'my scheme' && cp s.db 'my scheme/s.db' && chiron -d 'my scheme/s.db' gate 1 --key 'ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIBzlNABFjs+Bt6SlHLsG38+iENSOZhf2CqpfWe8EpcIe' -q | sed "s,$PWD,HERE,; s,command=\"[^ ]*chiron ,command=\"chiron ,"
restrict,pty,command="chiron -d 'HERE/my scheme/s.db' gate 1" ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIBzlNABFjs+Bt6SlHLsG38+iENSOZhf2CqpfWe8EpcIe

# They are themselves: a session is logged in a line, what was learned comes by standard input.
$ SSH_ORIGINAL_COMMAND='log ann 45 video yesterday --no-actions yes' chiron -d s.db gate 1
Session 1 of about 12 logged for Ed Moss and Ann Lee (mentoring). Next due by 22 December. That was before they began, on 23 November. The record is unfinished: `chiron session finish 1`.
$ echo 'ask early' | SSH_ORIGINAL_COMMAND='chiron session finish 1' chiron -d s.db gate 1
The record of the session is complete.
$ SSH_ORIGINAL_COMMAND="pairing list 'ann'" chiron -d s.db gate 2
No.  Mentor or coach  Mentee or coachee  State   Sessions  Last session  Next due    Open actions
  1  Ed Moss          Ann Lee            active         1  Sun 22 Nov    Tue 22 Dec             0
$ SSH_ORIGINAL_COMMAND='export mine' chiron -d s.db gate 2 | head -2
No.: 2
Name: Ann Lee
$ SSH_ORIGINAL_COMMAND='pairing show 2' chiron -d s.db gate 2
chiron: there is no pairing with the number 2.
[66]
$ SSH_ORIGINAL_COMMAND='person list' chiron -d s.db gate 2
No.  Name     Roles   E-mail           Department  Offers  Seeks       With     Last session
  2  Ann Lee  mentee  ann@example.org                      CV writing  Ed Moss  Sun 22 Nov
  1  Ed Moss  mentor  ed@example.org
$ chiron -d s.db audit list channel:ssh --columns who,operation,channel
Who      What         Through
Ed Moss  session.log  ssh
Ed Moss  session.log  ssh

# They are nobody else, on no other day, in no other scheme, and get at no file.
$ SSH_ORIGINAL_COMMAND='--as bo@example.org today' chiron -d s.db gate 2
chiron: --as is for whoever sits at the scheme's computer. Leave it out: you are yourself here, today, in your scheme.
[77]
$ SSH_ORIGINAL_COMMAND='today --today 2027-01-01' chiron -d s.db gate 2
chiron: --today is for whoever sits at the scheme's computer. Leave it out: you are yourself here, today, in your scheme.
[77]
$ SSH_ORIGINAL_COMMAND='-d other.db today' chiron -d s.db gate 2
chiron: --db is for whoever sits at the scheme's computer. Leave it out: you are yourself here, today, in your scheme.
[77]
$ SSH_ORIGINAL_COMMAND='today --config x' chiron -d s.db gate 2
chiron: --config is for whoever sits at the scheme's computer. Leave it out: you are yourself here, today, in your scheme.
[77]
$ SSH_ORIGINAL_COMMAND='export mine -o mine.txt' chiron -d s.db gate 2
chiron: --output is for whoever sits at the scheme's computer. Leave it out: `ssh ... > FILE` keeps on yours what is printed.
[77]
$ SSH_ORIGINAL_COMMAND='import people list.csv' chiron -d s.db gate 2
chiron: `chiron import people` is for whoever sits at the scheme's computer. `help` says what there is; nothing at all opens the screens (with ssh -t).
[77]
$ SSH_ORIGINAL_COMMAND='backup copy.db' chiron -d s.db gate 2
chiron: `chiron backup` is for whoever sits at the scheme's computer. `help` says what there is; nothing at all opens the screens (with ssh -t).
[77]
$ SSH_ORIGINAL_COMMAND='init Other' chiron -d s.db gate 2
chiron: `chiron init` is for whoever sits at the scheme's computer. `help` says what there is; nothing at all opens the screens (with ssh -t).
[77]
$ SSH_ORIGINAL_COMMAND='demo' chiron -d s.db gate 2
chiron: `chiron demo` is for whoever sits at the scheme's computer. `help` says what there is; nothing at all opens the screens (with ssh -t).
[77]
$ SSH_ORIGINAL_COMMAND='config set theme light' chiron -d s.db gate 2
chiron: `chiron config set` is for whoever sits at the scheme's computer. `help` says what there is; nothing at all opens the screens (with ssh -t).
[77]
$ SSH_ORIGINAL_COMMAND='gate 3' chiron -d s.db gate 2
chiron: `chiron gate` is for whoever sits at the scheme's computer. `help` says what there is; nothing at all opens the screens (with ssh -t).
[77]
$ CHIRON_TODAY=2027-01-01 CHIRON_DB=other.db SSH_ORIGINAL_COMMAND=today chiron -d s.db gate 2
Riverside, 23 November 2026.

~ Ed Moss / Ann Lee: they have met, and nobody says what the mentee wants, and when they told it (R30)
    chiron pairing agree 1 --aims-shared-on today

1 to look at; `chiron check` shows all findings.

# No shell sees what they sent.
$ SSH_ORIGINAL_COMMAND='id; sh -i' chiron -d s.db gate 2
chiron: there is no command "id;". `chiron --help` lists them.
[64]
$ SSH_ORIGINAL_COMMAND='today $(id) `id` && id > x' chiron -d s.db gate 2; ls x
chiron: `chiron today` has no use for "$(id)". Put a text with blanks in quotes; `chiron today --help` shows what it takes.
ls: cannot access 'x': No such file or directory
[2]
$ SSH_ORIGINAL_COMMAND="log 'ann" chiron -d s.db gate 1
chiron: a quote is opened and not closed. Close it, or leave it out.
[64]

# A coordinator works where the scheme is; without a terminal there are no screens.
$ chiron -d s.db gate 'Maria Bell'
chiron: no person is found by "Maria Bell". A number, an e-mail address, or a part of a name finds a person.
[66]
$ chiron -d s.db gate 1 </dev/null
chiron: `chiron` alone opens the full screen, and this is no terminal. `chiron today` prints what needs attention; `chiron --help` lists the commands.
[64]
$ chiron -d none.db gate 1
chiron: there is no scheme file none.db. `chiron init` makes one; `chiron demo` shows one with people in it.
[66]
