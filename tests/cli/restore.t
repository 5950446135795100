# A copy takes the place of a file that is damaged or went wrong; what was there is kept, and nothing is written over.
$ chiron -d s.db init Riverside -q && chiron -d s.db scheme set --own-today 2026-11-23 -q; for n in 'Ann Lee' 'Bo Vega' 'Cy Moor'; do chiron -d s.db person add "$n" -q; done
$ chiron -d s.db backup copy.db -q; chiron -d s.db person erase 'Bo Vega' --yes -q; chiron -d s.db person add 'Di Ash' -q
$ chiron -d s.db restore copy.db --dry-run; chiron -d s.db person list --columns name --format csv
copy.db is whole: a copy of the scheme Riverside. Nothing was changed.
Erased since that copy was made, and in it again: 2. Erase them once more: `chiron person erase 2`.
name
Di Ash
Ann Lee
Cy Moor
$ chiron -d s.db restore copy.db; chiron -d s.db person list --columns name --format csv
The scheme Riverside is as it was in copy.db, which was looked over.
What was there is kept as s.db.before-restore.
Erased since that copy was made, and in it again: 2. Erase them once more: `chiron person erase 2`.
name
Ann Lee
Cy Moor
Bo Vega
$ chiron -d s.db.before-restore person list --columns name --format csv; chiron -d copy.db verify -q
name
Di Ash
Ann Lee
Cy Moor
What          State  Detail
file          good   every page and every reference fits
audit log     good   4 rows, consistent in themselves; nothing outside the file to compare with
kept columns  good   equal to a recount
# Damaged: the message says how, and the damaged file is kept, too.
$ cp s.db good.db; head -c 9000 good.db > s.db; chiron -d s.db person list
chiron: s.db is cut off: 1711320 bytes that belong to it are not there. Restore the newest backup: `chiron restore BACKUP`; the file was not touched.
[65]
$ chiron -d s.db restore copy.db; ls; chiron -d s.db verify | tail -n 1
The scheme Riverside is as it was in copy.db, which was looked over.
What was there is kept as s.db.before-restore-2.
What was there cannot be read, so nobody can say who was erased since that copy was made: the certificates do. Erase them once more.
copy.db
good.db
s.db
s.db.before-restore
s.db.before-restore-2
s.db.before-restore-journal
The file is whole.
# Where nothing is there it comes there; a copy that is damaged, is the file itself or is of another scheme is refused.
$ chiron -d new.db restore copy.db; chiron -d new.db person list --columns name --format csv
The scheme Riverside is as it was in copy.db, which was looked over.
name
Ann Lee
Cy Moor
Bo Vega
$ head -c 9000 good.db > bad.db; chiron -d s.db restore bad.db
chiron: bad.db is cut off: 1711320 bytes that belong to it are not there. Restore the newest backup: `chiron restore BACKUP`; the file was not touched.
[65]
$ chiron -d s.db restore s.db
chiron: s.db is the scheme's own file, and no copy of it. Name the copy that is to take its place.
[65]
$ chiron -d t.db init Elsewhere -q; chiron -d t.db restore copy.db
chiron: copy.db is of another scheme, Riverside: here is Elsewhere. Say with -d FILE where it belongs; nothing was changed.
[65]
$ ls
bad.db
copy.db
good.db
new.db
s.db
s.db.before-restore
s.db.before-restore-2
s.db.before-restore-journal
t.db
t.db-journal
