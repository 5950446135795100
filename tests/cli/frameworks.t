# What sessions follow: frameworks, and the pair's wording under their headings.
$ chiron -d s.db init Riverside -q && chiron -d s.db scheme set --own-today 2026-11-23 -q
$ chiron -d s.db person add 'Alison Abbott' -q --email alison@example.org --roles coach --offers Confidence --capacity 2 --hours-per-month 3 --origin external
$ chiron -d s.db person add 'Catrin Oldroyd' -q --email catrin@example.org --roles coachee --seeks confidence --hours-per-month 2
$ chiron -d s.db programme add Spring -q --kind coaching && chiron -d s.db programme open Spring -q
$ chiron -d s.db pairing add alison@example.org catrin@example.org --programme Spring --ready spoken -q
$ chiron -d s.db framework list
Name       For        Headings
clear      coaching   Contracting; Listening; Exploring; Action; Review
free
grow       coaching   Goal; Reality; Options; Will
mentoring  mentoring  Talked about; Advice and examples; Doors opened; Reflection
oskar      coaching   Outcome; Scaling; Know-how; Affirm and action; Review
$ chiron -d s.db framework show grow | head -6
framework: grow
title: GROW
about: Goal, reality, options, will: from what is wanted to what will be done (Whitmore).
kind: coaching

\# Goal
$ printf 'Small steps count\n\n# Goal\nA planted phrase\n# Will\nRing the office\n\nring them @ next fri\n' | chiron -d s.db log 'Catrin Oldroyd' --date today
Session 1 logged for Alison Abbott and Catrin Oldroyd (coaching).
$ chiron -d s.db session show 1 | grep -i 'framework\|learning\|planted'
Framework: grow
Learning: written
$ chiron -d s.db session show 1 --as alison@example.org | tail -9

Topics
\# Goal
A planted phrase
\# Will
Ring the office

Learned
Small steps count
$ chiron -d s.db export sessions | tr , '\n' | grep 'grow\|planted'
grow
$ printf '# Options\nAsk Wen\n# Goal\nAnother\n' | chiron -d s.db session finish 1 --framework GROW
The record of the session is complete.
$ chiron -d s.db session show 1 --as catrin@example.org | tail -10 | head -7
Topics
\# Goal
Another
\# Will
Ring the office
\# Options
Ask Wen
$ printf '# Hope\nx\n' | chiron -d s.db log 'Catrin Oldroyd' --date yesterday
chiron: standard input has a heading that GROW does not have. Its headings are Goal, Reality, Options, Will; --framework chooses another.
[65]
$ chiron -d s.db log 'Catrin Oldroyd' --framework growth </dev/null
chiron: there is no framework "growth" for sessions. Give one of clear, free, grow, mentoring, oskar; `chiron own add FILE` adds your own.
[65]
$ chiron -d s.db session list --format lines | wc -l
7
$ chiron -d s.db framework show grow | sed 's/grow/ours/; s/GROW/Ours/; s/# Will/# Way forward/' >ours.txt; chiron -d s.db own add ours.txt
Sessions may follow ours: `chiron log PAIRING --framework ours`.
$ chiron -d s.db programme set Spring --usual-framework ours -q; printf '# Way forward\ngo\n' | chiron -d s.db log 'Catrin Oldroyd' --date yesterday --no-actions yes -q; chiron -d s.db session show 2 | grep Framework
Framework: ours
$ chiron -d s.db own list
Name  Kind       Title  Added on
ours  framework  Ours   Mon 23 Nov
