# What the program says of itself.
$ chiron --version
chiron 0.1.0
$ chiron --help
chiron runs mentoring and coaching programmes. Alone it opens the full screen.

  chiron import people sign-ups.csv     bring people in from a spreadsheet
  chiron today                          what needs attention
  chiron log 'Catrin Oldroyd'           record a session, question by question

Begin       init  demo  scheme show|set  config list|get|set  help  completion
People      import|columns|mappings|forget
            person add|list|show|set|find|leave|merge|return|disclose|erase|erased
            export  programme add|list|show|set|setting|open|close  enrol
            enrolment list|set|ready|answer  advise  field  coordinator  gate
Limits      cohort  objective  requirement  eligibility  credential
Matching    match  criterion  pair-rule  wish  committee
            proposal add|list|show|approve|accept|decline
Pairs       pairing add|list|show|agree|three-way|start|pause|resume|so-far|close|hand-over|reopen
            session arrange|log|cancel|list|show|set|remove|finish  log
            action add|list|show|review|done|carry|tried|drop  goal  checkin
            brief  feedback  referral  share  introduction  assessment  manager
Overview    today  check  snooze  assign  acknowledge  release  finding list
            report  own  framework  override list  draft  undo  redo  history
File        backup  restore  verify  audit list

Anywhere    -d FILE  --as WHO  --today DATE  --format table|lines|csv|json  --plain
            -q  --override REASON  --yes  --help  --version
`chiron COMMAND --help` shows a command or a group of them, `chiron help TOPIC`:
dates, exports, filter, input, kinds, output, roles, rules, status.
$ chiron --help | wc -l
26
$ chiron
chiron: `chiron` alone opens the full screen, and this is no terminal. `chiron today` prints what needs attention; `chiron --help` lists the commands.
[64]
$ chiron person --help
chiron person ...

  person add                    Adds a person
  person list                   Lists people
  person show                   Shows a person with enrolments and pairings
  person set                    Changes people
  person find                   Finds people by name, e-mail or what they offer
                                and seek
  person leave                  Records that a person has left, and closes or
                                hands over their pairings
  person merge                  Makes two records of one person one
  person return                 Records that somebody who left is back
  person disclose               Writes all that is held about a person and may
                                be given to them
  person erase                  Erases a person for good, and keeps the
                                scheme's figures
  person erased                 Lists who was erased: the number, when, by whom

`chiron person COMMAND --help` shows one of them.
$ chiron pairing close --help
chiron pairing close [PAIRING]... [OPTION]...

Ends pairings: how, by whom, and why.
Of several, those that never began are closed as never started, whatever --kind
says. Who wants no other mentor or coach is withdrawn, who wants one waits for
it in any case. One that was made by mistake (--reason made_by_mistake) is
counted nowhere.

  PAIRING                       a pairing: its number, one of its people, or
                                GUIDE:LEARNER

Options
  --kind WORD                   How it ended (needed)
                                completed, goals_attained, ended_early,
                                never_started
  --initiator WORD              Who ended it (needed)
                                learner, guide, both, coordinator
  --reason WORD                 Why it ended (needed)
                                planned_end, goals_attained, mutual_agreement,
                                learner_not_benefiting, guide_not_benefiting,
                                learner_no_time, guide_no_time, learner_left,
                                guide_left, learner_lost_contact,
                                guide_lost_contact, not_a_good_fit,
                                conflict_of_interest, safeguarding,
                                scheme_closed, made_by_mistake, other
  --note TEXT                   the reason in words, where it is other
  --another-match YES-OR-NO     the mentee or coachee wants another mentor or
                                coach; no: they wait for none
  --on DATE                     when; else today
  --programme PROGRAMME         of which programme; with --all
  --all                         all that have not ended
  --filter FILTER               with --all: only those that fit, as
                                cohort:autumn

Example
  chiron pairing close 'Catrin Oldroyd' --kind completed --initiator both --reason planned_end
  chiron pairing close --all --programme 'Back to Work' --kind completed --initiator coordinator --reason planned_end

Rules: R65 R69

`chiron --help` has the options that every command takes.
$ chiron help
chiron help TOPIC

  dates                         how dates, lengths and intervals are written
  exports                       what lists carry from one scheme to another,
                                and what stays
  filter                        how lists are narrowed
  input                         what is read from standard input
  kinds                         coaching and mentoring side by side: what
                                differs
  output                        the formats, for people and programs
  roles                         who may do what
  rules                         what is refused, and may be lowered to a
                                warning
  status                        what the exit status says

`chiron --help` lists the commands.
$ chiron help status
Exit status

   0  done
   1  check, verify: something was found
  64  the words of the command are wrong
  65  the data is bad, or a rule refuses it
  66  no such file or record
  69  something that is needed is missing
  70  a fault in chiron
  73  a file cannot be made
  74  reading or writing failed
  75  in use, or changed meanwhile: try again
  77  not permitted
 130  stopped by whoever ran it

A command that fails changes nothing, unless it says what it did.
$ chiron help person find
chiron person find WORD... [OPTION]...

Finds people by name, e-mail or what they offer and seek.

  WORD                          each must fit

Options
  --limit NUMBER                show no more than so many

Example
  chiron person find oldroyd

`chiron --help` has the options that every command takes.
$ chiron help nonsense
chiron: there is no command "nonsense". `chiron help` lists the topics, `chiron --help` the commands.
[64]

# The tables of other layers are printed from these tables.
$ chiron help roles | grep -E 'coordinator|wrote'
"scheme's": only a coordinator of the whole scheme, not limited to programmes.
                                           coordinator  mentor, coach  mentee, coachee
read who the coordinators are              all          -              -
name a coordinator                         scheme's     -              -
change a coordinator                       scheme's     -              -
remove a coordinator                       scheme's     -              -
read what the pair wrote                   -            own            own
On a local file whoever can open the file is the coordinator; --as WHO acts as
coordinator may write it for them, and never reads it.
$ chiron help filter | grep -E '^(goal|audit)'
goal        goal_id guide learner programme kind state set_on due_on settled_on
audit       seq at actor channel operation entity object_id
$ chiron log --help | grep -A1 learning
  --learning WORD               kept_by_pair where the two keep what was
                                learned; never the wording itself
--
  --learning-kept-by-pair       the same, shorter
  --guide-enjoyed NUMBER        how the mentor or coach enjoyed it

# Wording of the pair is never an option.
$ chiron action add --help | grep -E '^  --'
  --due DATE                    fri, in 2 weeks, 4 dec
  --owner WORD                  whose it is; the mentee or coachee unless said
