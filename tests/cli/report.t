# Reports and pages, printed and written.
$ chiron -d s.db init Riverside -q && chiron -d s.db scheme set --own-today 2026-11-23 -q
$ chiron -d s.db report board
For the board
=============
Riverside, all programmes, from the beginning to 23 November 2026.

The main figures
----------------

In short
What is asked for first, in sentences. Each person counts once; pairs are those
of today; sessions, endings and answers are of the period, but for sessions of
which only a number was told. A pair that was handed over has ended: who goes on
with another is told; one made by mistake is not counted. The reports
programme-summary, closures and response-rate have them by programme, with their
definitions.

- Taking part today: mentors and coaches 0, mentees and coachees 0.
- Nobody who is ready waits for a match today.
- Pairs today: 0 meeting, 0 not begun yet, 0 paused.
- Sessions held in the period: 0, together 0h.
- Pairs that ended in the period: none.
- No feedback was due in the period.
- What people answered is shown of groups of 5 and more; counts of pairs,
sessions and endings tell of however few.

How big the scheme is
---------------------

Programmes at a glance today
For each programme: people who take part (applied, ready or paused) on each
side; mentees and coachees who are ready and have no live pairing; pairings by
state today; live ones of a line manager coaching their report, which are
counted apart and not among those before; and sessions held in the period with
their length in all as far as it is known.

Nothing to report.

How much happened
-----------------

Sessions by month
Sessions held in the period and their length in all as far as it is known, month
by month; months without a session are there, too.

Nothing to report.

Whether people are matched, and how fast
----------------------------------------

Days to match
For each programme: first pairings made in the period, and the days from
readiness to the pairing: on average, at best and at worst. Of whoever was found
ready only when they were paired, or no day is on record, how long they waited
is not known. A match should be swift and appropriate.

Nothing to report.

Supply and demand today
For each term that somebody offers or seeks: mentees and coachees who take part
(applied, ready or paused) and seek it, mentors and coaches who take part and
offer it, and how many places these have free in all, over all programmes. What
somebody seeks or offers in a programme goes before what they do everywhere, as
in the matching. Places of one whose number of places is not known count as
none.

Nothing to report.

Whether it is safe
------------------

What every mentor and coach has to have, and how often a rule was set aside.

Required checks today
Each check that a programme requires of its mentors and coaches, as a
safeguarding check: of those who take part (applied, ready or paused) how many
have it in date today, how many of these have it running out within 60 days, how
many lack it, and how many lack it while they are in a pairing that has begun.

No programme requires a check of its mentors and coaches.

Exceptions by rule
How often a rule was overridden with a reason in the period, by programme; and
the rules that a programme lowered to warnings, whatever the period. Who it was
for, and why, is in the report exceptions.

No rule was overridden in the period, and none is lowered to a warning.

How pairings ended
------------------

How many pairings ended, and how
Pairings that were closed in the period, by programme: at their planned end,
since their goals were attained, before that, or without ever having begun; of
the last two, how many mentees and coachees have gone on with another mentor or
coach; and the sessions on average of those that had begun, not known where the
programme has no session on record. Why they ended is in the report closures.
One made by mistake is not counted.

No pairing was closed in the period.

What came of it
---------------

Whether it works: the measures
For each programme and, below it, each cohort. Adherence: of the periods of one
agreed interval from the start that ended in the period of the report, those in
which a session was held; a period in which the pairing was paused does not
count, and a programme that has no session on record has none. Premature
closure: of the pairings that ended, those ended before their planned end
without having attained their goals; those never started count apart. Reached 9
and 12 months: of the mentoring pairings that started so long ago, those that
lasted to that day. Match rate: of the mentees and coachees found ready, those
who have had a pairing.

Nothing to report.

How mentees and coachees grew
The change from start to end of how mentees and coachees rate their confidence,
competence and independence, 1 to 10, on average. Counted in batches of five of
a cohort, in the order in which they came; a batch belongs to the period of its
last answer, and what does not fill one waits.

Nothing is shown yet: fewer than five people have answered, and of fewer than
five, or what the programme sets, nothing is told.

How far goals were attained
How far mentees and coachees came with their goals by the end of their pairing,
on average: 50 is as far as the two had expected, above 50 further, below it not
so far; most lie between 30 and 70. Made of the ratings, -2 to +2, that the two
gave their own goals (the T-score of Kiresuk and Sherman, with 0.3 for how goals
go together). Counted in batches of five of a cohort, in the order in which they
came; a batch belongs to the period of its last answer, and what does not fill
one waits.

Nothing is shown yet: fewer than five people have answered, and of fewer than
five, or what the programme sets, nothing is told.

What both say of it
Average answers, 1 to 5, to the four questions at the end and in the follow-up,
to "I can get similar results without my coach or mentor", of the pulse, and of
how sessions were enjoyed; by programme and side. They are counted in batches of
five of a cohort, in the order in which they came; where people are asked again
and again, the five are different people. A batch belongs to the period of its
last answer, and what does not fill one waits.

Nothing is shown yet: fewer than five people have answered, and of fewer than
five, or what the programme sets, nothing is told.

Who answered
Of the feedback that was due in the period, by programme, form and side: how
much was received, waived, not received, and is still awaited; and the share
that was received of what was not waived.

Nothing to report.
$ chiron -d s.db report board --format csv
chiron: board is a page of several reports, which CSV has no room for. Ask for text, HTML or JSON, or for one of its reports.
[64]
$ chiron -d s.db report board --format json
{"in-short":[{"sentence":"Taking part today: mentors and coaches 0, mentees and coachees 0."},{"sentence":"Nobody who is ready waits for a match today."},{"sentence":"Pairs today: 0 meeting, 0 not begun yet, 0 paused."},{"sentence":"Sessions held in the period: 0, together 0h."},{"sentence":"Pairs that ended in the period: none."},{"sentence":"No feedback was due in the period."},{"sentence":"What people answered is shown of groups of 5 and more; counts of pairs, sessions and endings tell of however few."}],"programme-summary":[],"sessions-by-month":[],"days-to-match":[],"supply-and-demand":[],"required-checks":[],"exceptions-by-rule":[],"endings":[],"measures":[],"growth":[],"attainment":[],"outcomes":[],"response-rate":[]}
$ chiron -d s.db report bord
chiron: there is no report "bord". Did you mean board?
[66]
$ chiron -d s.db report board -o board.doc
chiron: the name of a report's file ends in .html, .txt, .csv or .json; "board.doc" was given.
[64]
$ chiron -d s.db report board -o board.html
Written: board.html
$ head -c 15 board.html; grep -c '<h2>' board.html
<!DOCTYPE html>7
$ chiron -d s.db report board -o board.html </dev/null
chiron: board.html is there already and would be replaced. Add --yes to do it all the same.
[64]
$ chiron -d s.db report board -o board.html --yes
Written: board.html
$ chiron -d s.db report hours --html | grep '<h1>'
<h1>Time given by each mentor and coach</h1>
$ chiron -d s.db report hours -o hours.csv && cat hours.csv
Written: hours.csv
guide,learners,sessions,minutes,unknown
$ chiron -d s.db report hours -o missing/hours.csv
chiron: missing/hours.csv cannot be made: No such file or directory.
[73]

# Months are a sparkline, too, with its figures in words: on a terminal and in a text, not in what is for programs.
$ $DEMONSTRATION d.db; chiron -d d.db report sessions-by-month | tail -3

Sessions: ▁▄▅▇█▂▆▇█ from 6 (2026-03) to 40 (2026-11), at most 40 (2026-07), at
least 6 (2026-03)
$ chiron -d d.db report sessions-by-month --format csv | tail -1; chiron -d d.db report sessions-by-month --format lines | tail -2
2026-11,40,2380,33
Length: 39h40
Pairings that met: 33
$ chiron -d d.db report pairings-by-month | tail -2
Made: ▆            ▅▅▄▅▂ ▃▂█ from 11 (2025-02) to 15 (2026-11), at most 15
(2026-11), at least 0 (2025-03)
