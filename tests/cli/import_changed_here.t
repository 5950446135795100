# What a list replaces that was changed by hand since it came first is said so, and first; a manager who changes has a name.
$ chiron -d s.db init Works -q && chiron -d s.db scheme set --own-today 2026-11-23 -q
$ printf 'Name,Email,Role,Department,Location,Manager email\nMurat Celik,murat@example.org,,Sales,York,\nIngo Voss,ingo@example.org,,Sales,York,\nAnn Lee,ann@example.org,mentee,Sales,York,murat@example.org\nBo Vega,bo@example.org,mentee,Sales,York,murat@example.org\n' >l.csv
$ chiron -d s.db import people l.csv -q
$ chiron -d s.db --today 2026-11-20 person set 'Bo Vega' --department Finance -q && chiron -d s.db --today 2026-11-20 person set 'Ann Lee' --location Leeds -q
$ printf 'Name,Email,Role,Department,Location,Manager email\nAnn Lee,ann@example.org,mentee,Estates,Leeds,ingo@example.org\nBo Vega,bo@example.org,mentee,Sales,Hull,nora@example.org\n' >m.csv
$ chiron -d s.db import people m.csv --dry-run | grep -A9 'would have'
Who is here already would have:
  Bo Vega: Department "Sales" instead of "Finance", which was changed here by hand on 20 November 2026
  Ann Lee: Department "Estates" instead of "Sales"
  Ann Lee: Line manager "Ingo Voss" instead of "Murat Celik"
  Ann Lee: Manager's e-mail "ingo@example.org" instead of "murat@example.org"
  Bo Vega: Line manager "nora@example.org" instead of "Murat Celik"
  Bo Vega: Manager's e-mail "nora@example.org" instead of "murat@example.org"
  Bo Vega: Area "Hull" instead of "York"

2 rows read: 0 new, 2 changed, 0 same, 0 rejected, 0 skipped.
$ chiron -d s.db import people m.csv --dry-run --format json | grep -o '"field":"Department"[^}]*'
"field":"Department","before":"Finance","after":"Sales","changed_here":"2026-11-20"
"field":"Department","before":"Sales","after":"Estates","changed_here":null
# Once it is in, that is what the list said, and no hand.
$ chiron -d s.db import people m.csv -q && chiron -d s.db import people l.csv --dry-run | grep -A9 'would have'
Who is here already would have:
  Ann Lee: Area "York" instead of "Leeds", which was changed here by hand on 20 November 2026
  Ann Lee: Department "Sales" instead of "Estates"
  Ann Lee: Line manager "Murat Celik" instead of "Ingo Voss"
  Ann Lee: Manager's e-mail "murat@example.org" instead of "ingo@example.org"
  Bo Vega: Manager's e-mail "murat@example.org" instead of "nora@example.org"
  Bo Vega: Area "York" instead of "Hull"

4 rows read: 0 new, 2 changed, 2 same, 0 rejected, 0 skipped.
Nothing was written: this was a dry run.
$ chiron -d s.db person show 'Ann Lee' | grep -i manager
Line manager: Ingo Voss
Manager's e-mail: ingo@example.org
# What was changed and undone is as the list had it.
$ chiron -d s.db person set 'Bo Vega' --department Finance -q && chiron -d s.db undo -q && chiron -d s.db import people l.csv --dry-run | grep -e Department
Column "Department" is read as Department.
  Ann Lee: Department "Sales" instead of "Estates"
