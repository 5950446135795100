# Drafts from the command line; plain.t makes some and shows what they hold.
$ chiron -d s.db init 'Riverside Mentoring' -q
$ chiron -d s.db draft list
You have no drafts: all that was typed into forms was saved, or dropped.
$ chiron -d s.db draft show 1
chiron: you have no draft 1. `chiron draft list` shows those you have.
[66]
$ chiron -d s.db draft drop one
chiron: "one" is no number of a draft. `chiron draft list` shows them.
[64]
