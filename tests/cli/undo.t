# Undo, redo and history.
$ chiron -d s.db init 'Riverside Mentoring' -q; chiron -d s.db --today 2026-11-23 scheme set --own-today 2026-11-23 -q
$ chiron -d s.db programme add Autumn --kind coaching -q; chiron -d s.db programme open Autumn -q
$ chiron -d s.db person add 'Ann Lee' --roles coach --offers Confidence -q; chiron -d s.db person add 'Bo Diaz' --roles coachee -q
$ chiron -d s.db pairing add 'Ann Lee' 'Bo Diaz' --programme Autumn --ready spoken -q
$ chiron -d s.db log 'Bo Diaz' --date '12 nov' --minutes 45 -q </dev/null
$ chiron -d s.db undo
Undone: session of 12 Nov with Ann Lee and Bo Diaz logged. `chiron redo` does it again.
$ chiron -d s.db redo
Done again: session of 12 Nov with Ann Lee and Bo Diaz logged.
$ chiron -d s.db undo; chiron -d s.db undo
Undone: session of 12 Nov with Ann Lee and Bo Diaz logged. `chiron redo` does it again.
Undone: pairing of Ann Lee and Bo Diaz made. `chiron redo` does it again.
$ chiron -d s.db person set 'Ann Lee' --phone '020 7946 0000' -q; chiron -d s.db redo
chiron: there is nothing to do again. What was undone can be done again until you make another change.
[66]
$ chiron -d s.db person set 'Ann Lee' --phone '020 7946 0001' -q
$ chiron -d s.db history
No.  When              Who          What                                               State
 13  Mon 23 Nov 12:00  coordinator  Ann Lee changed                                    done
 12  Mon 23 Nov 12:00  coordinator  Ann Lee changed                                    done
  7  Mon 23 Nov 12:00  coordinator  session of 12 Nov with Ann Lee and Bo Diaz logged  undone
  6  Mon 23 Nov 12:00  coordinator  pairing of Ann Lee and Bo Diaz made                undone
  5  Mon 23 Nov 12:00  coordinator  Bo Diaz added                                      done
  4  Mon 23 Nov 12:00  coordinator  Ann Lee added                                      done
  3  Mon 23 Nov 12:00  coordinator  programme Autumn opened                            done
  2  Mon 23 Nov 12:00  coordinator  programme Autumn added                             done
  1  Mon 23 Nov 12:00  coordinator  the scheme's settings changed                      done
$ chiron -d s.db history state:undone --format csv | cut -d, -f1,4,5,7-
step_id,operation,entity,who,about_on,records,state,final,undone_at
7,session.log,session,Ann Lee / Bo Diaz,2026-11-12,1,undone,,2026-11-23T12:00:00Z
6,pairing.add,pairing,Ann Lee / Bo Diaz,,1,undone,,2026-11-23T12:00:00Z
$ chiron -d s.db undo --list
No.  When              Who          What                           State
 13  Mon 23 Nov 12:00  coordinator  Ann Lee changed                done
 12  Mon 23 Nov 12:00  coordinator  Ann Lee changed                done
  5  Mon 23 Nov 12:00  coordinator  Bo Diaz added                  done
  4  Mon 23 Nov 12:00  coordinator  Ann Lee added                  done
  3  Mon 23 Nov 12:00  coordinator  programme Autumn opened        done
  2  Mon 23 Nov 12:00  coordinator  programme Autumn added         done
  1  Mon 23 Nov 12:00  coordinator  the scheme's settings changed  done

`chiron undo` undoes the first of them, `chiron undo NUMBER` another.
$ chiron -d s.db history --step 13
Ann Lee changed

Record   Field  Before         After
Ann Lee  Phone  020 7946 0000  020 7946 0001
$ chiron -d s.db undo 12
chiron: Ann Lee was changed since: Phone, by you on 23 November. Undo change 13 first, which `chiron history` lists.
[65]
$ chiron -d s.db undo 7
chiron: session of 12 Nov with Ann Lee and Bo Diaz logged: that is undone already. `chiron redo` does again what you undid last.
[65]
$ chiron -d s.db undo 4711
chiron: there is no change with the number 4711.
[66]
$ chiron -d s.db undo --format json | grep -o '"operation":"person.set"\|"undone_at":"[^"]*"' | sed 's/:[0-9].*/:.../'
"operation":"person.set"
"undone_at":"2026-11-23T12:...
$ chiron -d s.db person set 'Ann Lee' 'Bo Diaz' --location 'Penny Hill' -q; chiron -d s.db undo
Undone: Ann Lee changed, and 1 more. `chiron redo` does it again.
$ chiron -d s.db verify | head -4
What          State  Detail
file          good   every page and every reference fits
audit log     good   17 rows, consistent in themselves; nothing outside the file to compare with
kept columns  good   equal to a recount
