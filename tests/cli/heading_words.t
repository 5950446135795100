# Headings as people write them, and fields by the names that the screens have for them.
$ chiron -d s.db init 'Riverside Mentoring' -q
$ printf 'Name,Where they live,How heard,Can help with,Wants help with,Patch\nAnn Lee,Leeds,Library,Sewing,CVs,North\n' > list.csv
$ chiron -d s.db import people list.csv --dry-run | grep Column
Columns are separated by commas.
Column "Name" is read as Name.
Column "Where they live" is taken for Area by its words.
Column "How heard" is taken for Recruited through by its words.
Column "Can help with" is taken for Offers by its words.
Column "Wants help with" is taken for Seeks by its words.
Column "Patch" is left out: its heading is not known; --map 'Patch=FIELD' brings it in, 'Patch=custom' as a field of your own.
$ chiron -d s.db import people list.csv --map 'Where they live=' --map 'Patch=area' -q; chiron -d s.db person list --format csv --columns name,location,offers,seeks,source
name,location,offers,seeks,source
Ann Lee,North,Sewing,CVs,Library
$ chiron -d s.db import people list.csv --dry-run --map 'Patch=shoe size'
chiron: "shoe size" is no field of a person. `chiron export people` shows the fields in its first row, your own among them; 'Patch=custom' makes it a new one of your own.
[64]
