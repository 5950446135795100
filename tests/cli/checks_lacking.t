# r78_who_lacks_a_check: one report names every mentor, paired or not, whose required check is missing, past or soon past.
$ chiron -d s.db init Riverside -q && chiron -d s.db scheme set --own-today 2026-11-23 -q
$ chiron -d s.db programme add Spring -q --kind mentoring --interval '1 month' --purpose p --focus-areas f --mentoring-models m --components c --matching-process x && chiron -d s.db programme open Spring -q
$ chiron -d s.db requirement add DBS --programme Spring --valid-months 36 -q
$ for n in 'Ann Lee' 'Bo Vega' 'Cy Fox' 'Di Hale' 'Ed Moss'; do chiron -d s.db person add "$n" --roles mentor --offers Gardening --capacity 1 -q; done; chiron -d s.db person add 'Flo Dee' --roles mentee --seeks Gardening -q
$ chiron -d s.db enrol --all --programme Spring -q
$ chiron -d s.db credential add DBS --person 'Ann Lee' --kind check --awarded-on 2022-05-03 -q
$ chiron -d s.db credential add dbs --person 'Bo Vega' --kind check --awarded-on 2023-12-15 -q
$ chiron -d s.db credential add DBS --person 'Cy Fox' --kind check --awarded-on 2026-01-10 -q
$ printf 'Person,Kind,What\nDi Hale,background check,DBS\n' > di.csv && chiron -d s.db import credentials di.csv --yes -q
$ chiron -d s.db report checks-lacking
Who lacks a required check
Name     Programme  Check  Stands          Day         Phone  E-mail
Di Hale  Spring     DBS    without a date
Ed Moss  Spring     DBS    missing
Ann Lee  Spring     DBS    out of date     3 May 2025
Bo Vega  Spring     DBS    runs out soon   Tue 15 Dec
$ chiron -d s.db report training --format csv
programme,guides,trained,qualified,checked,lacking
Spring,5,0,0,4,3

# Somebody who has left is not asked for one.
$ chiron -d s.db person leave 'Ed Moss' -q && chiron -d s.db report checks-lacking --format csv | grep -c 'Ed Moss'
0
[1]

# What the list of certificates shows of one without a day: until when the programme's months let it stand.
$ chiron -d s.db credential list --columns person,name,awarded_on,expires_on,in_date_until,in_date_by
Person   What  Given on     Expires on  In date until  By
Cy Fox   DBS   10 Jan 2026              10 Jan 2029    36 months of Spring
Di Hale  DBS
Ann Lee  DBS   3 May 2022               3 May 2025     36 months of Spring
Bo Vega  dbs   15 Dec 2023              Tue 15 Dec     36 months of Spring
