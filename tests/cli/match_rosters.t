# The rosters of two real-looking schemes, matched: the words are those a coordinator would read out.
$ chiron -d v.db init 'Volunteer Centre' -q && chiron -d v.db scheme set --own-today 2026-11-23 -q
$ chiron -d v.db programme add Spring -q --kind mentoring --purpose p --focus-areas f --mentoring-models m --components c --matching-process x
$ chiron -d v.db import people "$FIXTURES/rosters/volunteer-centre-uk.csv" --programme Spring -q
$ chiron -d v.db programme open Spring -q && chiron -d v.db enrolment ready --all --programme Spring -q
$ chiron -d v.db match Spring --dry-run
   -  Paulette Ashcroft and Megan Bain, score 10 of 50
        Areas sought, 0 of 40: Paulette Ashcroft offers none of what is sought (Cooking, Confidence)
        Area, 10 of 10: both: Northfields
        Languages: both speak English
        Hours a month: not known of Megan Bain
        Places: 1 of 2 left after this
        next best for Megan Bain: Kirsty Murgatroyd, score 10; would cost nothing in all
        next best for Paulette Ashcroft: Yvonne Iqbal, score 30; would cost 20 points in all
   -  Gareth Crowther and Xanthe Bannister, score 30 of 50
        Areas sought, 20 of 40: Gareth Crowther offers 1 of 2 areas sought: Gardening; not Cooking
        Area, 10 of 10: both: Castle Ward
        Languages: both speak English
        Places: 2 of 3 left after this
        next best for Xanthe Bannister: Fergus Redfern, score 30; would cost nothing in all
        next best for Gareth Crowther: Cerys Lumb, score 30; would cost nothing in all
   -  Alison Abbott and Eamonn Dearden, score 30 of 50
        Areas sought, 20 of 40: Alison Abbott offers 1 of 2 areas sought: Interview practice; not Finding work
        Area, 10 of 10: both: Riverside
        Languages: both speak English
        Places: 0 of 1 left after this
        next best for Eamonn Dearden: Jerome Farrow, score 30; would cost nothing in all
        next best for Alison Abbott: Malik Eastwood, score 30; would cost nothing in all
   -  Gareth Crowther and Dominic Dhillon, score 10 of 50
        Areas sought, 0 of 40: Gareth Crowther offers none of what is sought (Finding work, Confidence)
        Area, 10 of 10: both: Castle Ward
        Languages: both speak English, Urdu
        Places: 1 of 3 left after this
        next best for Dominic Dhillon: Lorna Moyo, score 10; would cost nothing in all
        next best for Gareth Crowther: Cerys Lumb, score 30; would cost nothing in all
   -  Jerome Farrow and Malik Eastwood, score 30 of 50
        Areas sought, 20 of 40: Jerome Farrow offers 1 of 2 areas sought: IT basics; not Gardening
        Area, 10 of 10: both: Riverside
        Languages: both speak English, Urdu
        Places: 1 of 2 left after this
        next best for Malik Eastwood: Alison Abbott, score 30; would cost nothing in all
        next best for Jerome Farrow: Yvonne Iqbal, score 40; would cost nothing in all
   -  Quentin Holt and Bernard Entwistle, score 30 of 50
        Areas sought, 20 of 40: Quentin Holt offers 1 of 2 areas sought: Gardening; not Confidence
        Area, 10 of 10: both: Riverside
        Languages: both speak English
        Hours a month: not known of Bernard Entwistle
        Places: 1 of 2 left after this
        next best for Bernard Entwistle: Alison Abbott, score 30; would cost nothing in all
        next best for Quentin Holt: Eamonn Dearden, score 30; would cost nothing in all
   -  Gareth Crowther and Stephen Gill, score 30 of 50
        Areas sought, 20 of 40: Gareth Crowther offers 1 of 2 areas sought: Gardening; not Finding work
        Area, 10 of 10: both: Castle Ward
        Languages: both speak English, Urdu
        Places: 0 of 3 left after this
        next best for Stephen Gill: Fergus Redfern, score 30; would cost nothing in all
        next best for Gareth Crowther: Cerys Lumb, score 30; would cost nothing in all
   -  Verity Chukwu and Hugo Grimshaw, score 10 of 50
        Areas sought, 0 of 40: Verity Chukwu offers none of what is sought (Form filling, Confidence)
        Area, 10 of 10: both: Town centre
        Languages: both speak English
        Hours a month: not known of Hugo Grimshaw
        Places: 2 of 3 left after this
        next best for Hugo Grimshaw: Keith Fenwick, score 10; would cost 10 points in all
        next best for Verity Chukwu: Malik Eastwood, score 20; would cost 10 points in all
   -  Kirsty Murgatroyd and Yvonne Iqbal, score 50 of 50
        Areas sought, 40 of 40: Kirsty Murgatroyd offers all that is sought: Interview practice, IT basics
        Area, 10 of 10: both: Northfields
        Languages: both speak English
        Hours a month: not known of Yvonne Iqbal
        Places: 0 of 1 left after this
        next best for Yvonne Iqbal: Jerome Farrow, score 40; would cost nothing in all
        next best for Kirsty Murgatroyd: Catrin Oldroyd, score 30; would cost nothing in all
   -  Quentin Holt and Nasreen Ives, score 20 of 50
        Areas sought, 20 of 40: Quentin Holt offers 1 of 2 areas sought: Gardening; not Confidence
        Area, 0 of 10: Quentin Holt: Riverside; Nasreen Ives: Northfields
        Languages: both speak English
        Places: 0 of 2 left after this
        next best for Nasreen Ives: Alison Abbott, score 20; would cost nothing in all
        next best for Quentin Holt: Eamonn Dearden, score 30; would cost nothing in all
   -  Keith Fenwick and Hilary Jessop, score 30 of 50
        Areas sought, 20 of 40: Keith Fenwick offers 1 of 2 areas sought: Gardening; not Finding work
        Area, 10 of 10: both: Town centre
        Languages: both speak English
        Hours a month: not known of Keith Fenwick
        Places: 0 of 1 left after this
        next best for Hilary Jessop: Alison Abbott, score 20; would cost nothing in all
        next best for Keith Fenwick: Thelma Nkemelu, score 30; would cost nothing in all
   -  Jerome Farrow and Wayne Jowett, score 20 of 50
        Areas sought, 20 of 40: Jerome Farrow offers 1 of 2 areas sought: Interview practice; not Confidence
        Area, 0 of 10: Jerome Farrow: Riverside; Wayne Jowett: Town centre
        Languages: both speak English
        Hours a month: not known of Wayne Jowett
        Places: 0 of 2 left after this
        next best for Wayne Jowett: Alison Abbott, score 20; would cost nothing in all
        next best for Jerome Farrow: Yvonne Iqbal, score 40; would cost nothing in all
   -  Fatima Khatun and Nesta Llewellyn, score 30 of 50
        Areas sought, 20 of 40: Fatima Khatun offers 1 of 2 areas sought: Interview practice; not Confidence
        Area, 10 of 10: both: Riverside
        Languages: both speak English
        Places: 2 of 3 left after this
        next best for Nesta Llewellyn: Alison Abbott, score 30; would cost nothing in all
        next best for Fatima Khatun: Eamonn Dearden, score 30; would cost nothing in all
   -  Fergus Redfern and Cerys Lumb, score 30 of 50
        Areas sought, 20 of 40: Fergus Redfern offers 1 of 2 areas sought: Gardening; not Confidence
        Area, 10 of 10: both: Castle Ward
        Languages: both speak English
        Hours a month: not known of Cerys Lumb
        Places: 0 of 1 left after this
        next best for Cerys Lumb: Gareth Crowther, score 30; would cost nothing in all
        next best for Fergus Redfern: Xanthe Bannister, score 30; would cost nothing in all
   -  Verity Chukwu and Isla Naylor, score 20 of 50
        Areas sought, 20 of 40: Verity Chukwu offers 1 of 2 areas sought: IT basics; not Form filling
        Area, 0 of 10: Verity Chukwu: Town centre; Isla Naylor: Castle Ward
        Languages: both speak English
        Hours a month: not known of Isla Naylor
        Places: 1 of 3 left after this
        next best for Isla Naylor: Paulette Ashcroft, score 20; would cost 10 points in all
        next best for Verity Chukwu: Malik Eastwood, score 20; would cost 10 points in all
   -  Zachary Pugh and Thelma Nkemelu, score 20 of 50
        Areas sought, 20 of 40: Zachary Pugh offers 1 of 2 areas sought: Gardening; not Finding work
        Area, 0 of 10: Zachary Pugh: Riverside; Thelma Nkemelu: Town centre
        Languages: both speak English
        Hours a month: not known of Thelma Nkemelu
        Places: 2 of 3 left after this
        next best for Thelma Nkemelu: Keith Fenwick, score 30; would cost nothing in all
        next best for Zachary Pugh: Malik Eastwood, score 30; would cost nothing in all
   -  Lorna Moyo and Rhiannon Ogden, score 10 of 50
        Areas sought, 0 of 40: Lorna Moyo offers none of what is sought (Cooking, Finding work)
        Area, 10 of 10: both: Castle Ward
        Languages: both speak English
        Places: 1 of 2 left after this
        next best for Rhiannon Ogden: Gareth Crowther, score 10; would cost nothing in all
        next best for Lorna Moyo: Xanthe Bannister, score 10; would cost 20 points in all
   -  Paulette Ashcroft and Catrin Oldroyd, score 30 of 50
        Areas sought, 20 of 40: Paulette Ashcroft offers 1 of 2 areas sought: IT basics; not Gardening
        Area, 10 of 10: both: Northfields
        Languages: both speak English
        Places: 0 of 2 left after this
        next best for Catrin Oldroyd: Kirsty Murgatroyd, score 30; would cost nothing in all
        next best for Paulette Ashcroft: Yvonne Iqbal, score 30; would cost 20 points in all
   -  Fatima Khatun and Imran Quayle, score 20 of 50
        Areas sought, 20 of 40: Fatima Khatun offers 1 of 2 areas sought: Interview practice; not Cooking
        Area, 0 of 10: Fatima Khatun: Riverside; Imran Quayle: Northfields
        Languages: both speak English, Polish
        Places: 1 of 3 left after this
        next best for Imran Quayle: Kirsty Murgatroyd, score 30; would cost nothing in all
        next best for Fatima Khatun: Eamonn Dearden, score 30; would cost nothing in all
   -  Brendan Hargreaves and Oliver Suleman, score 30 of 50
        Areas sought, 20 of 40: Brendan Hargreaves offers 1 of 2 areas sought: IT basics; not Confidence
        Area, 10 of 10: both: Riverside
        Languages: both speak English
        Places: 0 of 1 left after this
        next best for Oliver Suleman: Jerome Farrow, score 30; would cost nothing in all
        next best for Brendan Hargreaves: Malik Eastwood, score 30; would cost nothing in all
   -  Zachary Pugh and Leroy Tindall, score 20 of 50
        Areas sought, 20 of 40: Zachary Pugh offers 1 of 2 areas sought: Gardening; not Finding work
        Area, 0 of 10: Zachary Pugh: Riverside; Leroy Tindall: Northfields
        Languages: both speak English
        Hours a month: not known of Leroy Tindall
        Places: 1 of 3 left after this
        next best for Leroy Tindall: Alison Abbott, score 20; would cost nothing in all
        next best for Zachary Pugh: Malik Eastwood, score 30; would cost nothing in all
   -  Lorna Moyo and Devika Vickers, score 10 of 50
        Areas sought, 0 of 40: Lorna Moyo offers none of what is sought (Finding work, Cooking)
        Area, 10 of 10: both: Castle Ward
        Languages: both speak English
        Hours a month: not known of Devika Vickers
        Places: 0 of 2 left after this
        next best for Devika Vickers: Gareth Crowther, score 10; would cost nothing in all
        next best for Lorna Moyo: Xanthe Bannister, score 10; would cost 20 points in all
   -  Zachary Pugh and Janet Yates, score 30 of 50
        Areas sought, 20 of 40: Zachary Pugh offers 1 of 2 areas sought: Gardening; not Cooking
        Area, 10 of 10: both: Riverside
        Languages: both speak English
        Hours a month: not known of Janet Yates
        Places: 0 of 3 left after this
        next best for Janet Yates: Alison Abbott, score 30; would cost nothing in all
        next best for Zachary Pugh: Malik Eastwood, score 30; would cost nothing in all
   -  Verity Chukwu and Glenys Zeller, score 0 of 50
        Areas sought, 0 of 40: Verity Chukwu offers none of what is sought (Form filling, Finding work)
        Area, 0 of 10: Verity Chukwu: Town centre; Glenys Zeller: Northfields
        Languages: both speak English, Polish
        Places: 0 of 3 left after this
        next best for Glenys Zeller: Paulette Ashcroft, score 10; would cost nothing in all
        next best for Verity Chukwu: Malik Eastwood, score 20; would cost 10 points in all
Nothing to compare yet, so no points for: Field of work, Wishes, Times, Experience, Recommendation.
No two would both rather have each other.
Share nothing that counts: Verity Chukwu and Glenys Zeller.
24 proposed, 0 without a proposal, 3 places left. Score in all 550; the lowest 0 (Verity Chukwu and Glenys Zeller). Nothing was saved.
$ chiron -d v.db match Spring --explain 'Glenys Zeller'
Verity Chukwu and Glenys Zeller, score 0: proposed
        Areas sought, 0 of 40: Verity Chukwu offers none of what is sought (Form filling, Finding work)
        Area, 0 of 10: Verity Chukwu: Town centre; Glenys Zeller: Northfields
        Languages: both speak English, Polish
Paulette Ashcroft and Glenys Zeller, score 10: would cost nothing in all
Kirsty Murgatroyd and Glenys Zeller, score 10: would cost nothing in all
Alison Abbott and Glenys Zeller, score 0: would cost nothing in all
Gareth Crowther and Glenys Zeller, score 0: would cost 10 points in all
Jerome Farrow and Glenys Zeller, score 0: would cost nothing in all
Keith Fenwick and Glenys Zeller, score 0: would cost 10 points in all
Brendan Hargreaves and Glenys Zeller, score 0: would cost nothing in all
Quentin Holt and Glenys Zeller, score 0: would cost nothing in all
Fatima Khatun and Glenys Zeller, score 0: would cost nothing in all
Lorna Moyo and Glenys Zeller, score 0: would cost 10 points in all
Zachary Pugh and Glenys Zeller, score 0: would cost nothing in all
Fergus Redfern and Glenys Zeller, score 0: would cost 10 points in all
Umar Underhill and Glenys Zeller, score 0: would cost nothing in all
Abena Wardle and Glenys Zeller, score 0: would cost nothing in all
$ chiron -d v.db match Spring --explain 'Kirsty Murgatroyd:Catrin Oldroyd'
Kirsty Murgatroyd and Catrin Oldroyd, score 30: would cost nothing in all
        Areas sought, 20 of 40: Kirsty Murgatroyd offers 1 of 2 areas sought: IT basics; not Gardening
        Area, 10 of 10: both: Northfields
        Languages: both speak English

# Fewer places than people: everybody without a proposal has their reason, and who waited longest goes first.
$ chiron -d v.db match Spring --cut-off 30 --dry-run | grep -A99 '!'
   !  Megan Bain: no score reaches the cut-off of 30: the best is Paulette Ashcroft with 10
   !  Dominic Dhillon: no score reaches the cut-off of 30: the best is Gareth Crowther with 10
   !  Hugo Grimshaw: no score reaches the cut-off of 30: the best is Verity Chukwu with 10
   !  Nasreen Ives: no score reaches the cut-off of 30: the best is Alison Abbott with 20
   !  Wayne Jowett: no score reaches the cut-off of 30: the best is Alison Abbott with 20
   !  Isla Naylor: no score reaches the cut-off of 30: the best is Paulette Ashcroft with 20
   !  Thelma Nkemelu: no mentor who suits has a place left: Keith Fenwick (score 30); one more place with Keith Fenwick would match one person more
   !  Rhiannon Ogden: no score reaches the cut-off of 30: the best is Gareth Crowther with 10
   !  Leroy Tindall: no score reaches the cut-off of 30: the best is Alison Abbott with 20
   !  Devika Vickers: no score reaches the cut-off of 30: the best is Gareth Crowther with 10
   !  Glenys Zeller: no score reaches the cut-off of 30: the best is Paulette Ashcroft with 10
Nothing to compare yet, so no points for: Field of work, Wishes, Times, Experience, Recommendation.
Would both rather have each other, at a cost to others: Yvonne Iqbal and Kirsty Murgatroyd (50).
13 proposed, 11 without a proposal, 14 places left. Score in all 400; the lowest 30 (Gareth Crowther and Xanthe Bannister). Nothing was saved.
$ chiron -d v.db person set 'Hilary Jessop' --languages Polish -q
$ chiron -d v.db match Spring --dry-run --weight expertise=0 --weight location=100 | tail -3
No two would both rather have each other.
Share nothing that counts: Quentin Holt and Catrin Oldroyd; Quentin Holt and Imran Quayle; Fatima Khatun and Leroy Tindall; Fatima Khatun and Devika Vickers; Zachary Pugh and Glenys Zeller.
24 proposed, 0 without a proposal, 3 places left. Score in all 1900; the lowest 0 (Quentin Holt and Catrin Oldroyd). Nothing was saved.

# A form: mentors who are mentees as well, no languages, no areas.
$ chiron -d g.db init 'Team mentoring' -q && chiron -d g.db scheme set --own-today 2026-11-23 -q
$ chiron -d g.db programme add Autumn -q --kind mentoring --purpose p --focus-areas f --mentoring-models m --components c --matching-process x
$ chiron -d g.db import people "$FIXTURES/rosters/google-forms-signup.csv" --programme Autumn -q
$ chiron -d g.db programme open Autumn -q && chiron -d g.db enrolment ready --all --programme Autumn -q
$ chiron -d g.db match Autumn
   1  Umar Iqbal and Kirsty Abbott, score 40 of 40
        Areas sought, 40 of 40: Umar Iqbal offers all that is sought: Returning to work, Technical skills
        Languages: not known of either
        Hours a month: not known of Umar Iqbal
        Places: 1 of 2 left after this
        next best for Kirsty Abbott: Nesta Jessop, score 40; would cost nothing in all
        next best for Umar Iqbal: Leroy Redfern, score 40; would cost nothing in all
   2  Isla Gill and Verity Ashcroft, score 40 of 40
        Areas sought, 40 of 40: Isla Gill offers all that is sought: Networking, Leadership
        Languages: not known of either
        Hours a month: not known of either
        Places: 1 of 2 left after this
        next best for Verity Ashcroft: Alison Dearden, score 20; would cost 20 points in all
        next best for Isla Gill: Catrin Wardle, score 40; would cost nothing in all
   3  Gareth Kirkby and Oliver Bain, score 40 of 40
        Areas sought, 40 of 40: Gareth Kirkby offers all that is sought: Career planning, Returning to work
        Languages: not known of either
        Hours a month: not known of either
        Places: 0 of 1 left after this
        next best for Oliver Bain: Kirsty Abbott, score 20; would cost 20 points in all
        next best for Gareth Kirkby: Kirsty Abbott, score 20; would cost 40 points in all
   4  Alison Dearden and Hilary Chukwu, score 40 of 40
        Areas sought, 40 of 40: Alison Dearden offers all that is sought: Leadership, Returning to work
        Languages: not known of either
        Hours a month: not known of Alison Dearden
        Places: 2 of 3 left after this
        next best for Hilary Chukwu: Kirsty Abbott, score 20; would cost 20 points in all
        next best for Alison Dearden: Kirsty Abbott, score 20; would cost 40 points in all
   5  Fergus Khatun and Alison Dearden, score 20 of 40
        Areas sought, 20 of 40: Fergus Khatun offers 1 of 2 areas sought: Technical skills; not Work-life balance
        Languages: not known of either
        Hours a month: not known of Alison Dearden
        Places: 2 of 3 left after this
        next best for Alison Dearden: Kirsty Abbott, score 20; would cost nothing in all
        next best for Fergus Khatun: Nesta Jessop, score 40; would cost nothing in all
   6  Wayne Crowther and Paulette Dhillon, score 40 of 40
        Areas sought, 40 of 40: Wayne Crowther offers all that is sought: Technical skills, Career planning
        Languages: not known of either
        Hours a month: not known of Wayne Crowther
        Places: 2 of 3 left after this
        next best for Paulette Dhillon: Fatima Ives, score 40; would cost nothing in all
        next best for Wayne Crowther: Kirsty Abbott, score 20; would cost 40 points in all
   7  Thelma Grimshaw and Imran Eastwood, score 40 of 40
        Areas sought, 40 of 40: Thelma Grimshaw offers all that is sought: Leadership, Technical skills
        Languages: not known of either
        Places: 0 of 1 left after this
        next best for Imran Eastwood: Kirsty Abbott, score 20; would cost nothing in all
        next best for Thelma Grimshaw: Gareth Kirkby, score 40; would cost nothing in all
   8  Umar Iqbal and Hugo Entwistle, score 40 of 40
        Areas sought, 40 of 40: Umar Iqbal offers all that is sought: Returning to work, Technical skills
        Languages: not known of either
        Hours a month: not known of either
        Places: 0 of 2 left after this
        next best for Hugo Entwistle: Kirsty Abbott, score 40; would cost nothing in all
        next best for Umar Iqbal: Leroy Redfern, score 40; would cost nothing in all
   9  Yvonne Lumb and Brendan Farrow, score 40 of 40
        Areas sought, 40 of 40: Yvonne Lumb offers all that is sought: Networking, Returning to work
        Languages: not known of either
        Places: 0 of 1 left after this
        next best for Brendan Farrow: Kirsty Abbott, score 20; would cost nothing in all
        next best for Yvonne Lumb: Rhiannon Moyo, score 40; would cost nothing in all
  10  Malik Holt and Isla Gill, score 20 of 40
        Areas sought, 20 of 40: Malik Holt offers 1 of 2 areas sought: Networking; not Career planning
        Languages: not known of either
        Hours a month: not known of Isla Gill
        Places: 1 of 2 left after this
        next best for Isla Gill: Verity Ashcroft, score 20; would cost 40 points in all
        next best for Malik Holt: Zachary Nkemelu, score 40; would cost nothing in all
  11  Alison Dearden and Bernard Hargreaves, score 40 of 40
        Areas sought, 40 of 40: Alison Dearden offers all that is sought: Leadership, Returning to work
        Languages: not known of either
        Hours a month: not known of Alison Dearden
        Places: 1 of 3 left after this
        next best for Bernard Hargreaves: Kirsty Abbott, score 20; would cost 20 points in all
        next best for Alison Dearden: Kirsty Abbott, score 20; would cost 40 points in all
  12  Imran Eastwood and Nesta Jessop, score 40 of 40
        Areas sought, 40 of 40: Imran Eastwood offers all that is sought: Networking, Technical skills
        Languages: not known of either
        Places: 1 of 2 left after this
        next best for Nesta Jessop: Fergus Khatun, score 40; would cost nothing in all
        next best for Imran Eastwood: Xanthe Tindall, score 40; would cost nothing in all
  13  Verity Ashcroft and Fergus Khatun, score 40 of 40
        Areas sought, 40 of 40: Verity Ashcroft offers all that is sought: Career planning, Leadership
        Languages: not known of either
        Hours a month: not known of Verity Ashcroft
        Places: 0 of 1 left after this
        next best for Fergus Khatun: Hilary Chukwu, score 20; would cost 20 points in all
        next best for Verity Ashcroft: Lorna Pugh, score 40; would cost nothing in all
  14  Nesta Jessop and Gareth Kirkby, score 20 of 40
        Areas sought, 20 of 40: Nesta Jessop offers 1 of 2 areas sought: Technical skills; not Leadership
        Languages: not known of either
        Hours a month: not known of Gareth Kirkby
        Places: 2 of 3 left after this
        next best for Gareth Kirkby: Thelma Grimshaw, score 40; would cost nothing in all
        next best for Nesta Jessop: Kirsty Abbott, score 40; would cost nothing in all
  15  Wayne Crowther and Nasreen Llewellyn, score 40 of 40
        Areas sought, 40 of 40: Wayne Crowther offers all that is sought: Technical skills, Career planning
        Languages: not known of either
        Hours a month: not known of Wayne Crowther
        Places: 1 of 3 left after this
        next best for Nasreen Llewellyn: Fatima Ives, score 40; would cost nothing in all
        next best for Wayne Crowther: Kirsty Abbott, score 20; would cost 40 points in all
  16  Imran Eastwood and Rhiannon Moyo, score 20 of 40
        Areas sought, 20 of 40: Imran Eastwood offers 1 of 2 areas sought: Networking; not Returning to work
        Languages: not known of either
        Places: 0 of 2 left after this
        next best for Rhiannon Moyo: Yvonne Lumb, score 40; would cost nothing in all
        next best for Imran Eastwood: Xanthe Tindall, score 40; would cost nothing in all
  17  Alison Dearden and Keith Naylor, score 40 of 40
        Areas sought, 40 of 40: Alison Dearden offers all that is sought: Returning to work, Leadership
        Languages: not known of either
        Hours a month: not known of Alison Dearden
        Places: 0 of 3 left after this
        next best for Keith Naylor: Kirsty Abbott, score 20; would cost 20 points in all
        next best for Alison Dearden: Kirsty Abbott, score 20; would cost 40 points in all
  18  Bernard Hargreaves and Zachary Nkemelu, score 40 of 40
        Areas sought, 40 of 40: Bernard Hargreaves offers all that is sought: Work-life balance, Networking
        Languages: not known of either
        Places: 1 of 2 left after this
        next best for Zachary Nkemelu: Malik Holt, score 40; would cost nothing in all
        next best for Bernard Hargreaves: Verity Ashcroft, score 20; would cost nothing in all
  19  Nesta Jessop and Devika Ogden, score 20 of 40
        Areas sought, 20 of 40: Nesta Jessop offers 1 of 2 areas sought: Technical skills; not Leadership
        Languages: not known of either
        Places: 1 of 3 left after this
        next best for Devika Ogden: Thelma Grimshaw, score 40; would cost nothing in all
        next best for Nesta Jessop: Kirsty Abbott, score 40; would cost nothing in all
  20  Bernard Hargreaves and Stephen Oldroyd, score 20 of 40
        Areas sought, 20 of 40: Bernard Hargreaves offers 1 of 2 areas sought: Networking; not Returning to work
        Languages: not known of either
        Places: 0 of 2 left after this
        next best for Stephen Oldroyd: Yvonne Lumb, score 40; would cost nothing in all
        next best for Bernard Hargreaves: Verity Ashcroft, score 20; would cost nothing in all
  21  Fatima Ives and Lorna Pugh, score 20 of 40
        Areas sought, 20 of 40: Fatima Ives offers 1 of 2 areas sought: Career planning; not Leadership
        Languages: not known of either
        Hours a month: not known of Fatima Ives
        Places: 1 of 2 left after this
        next best for Lorna Pugh: Verity Ashcroft, score 40; would cost nothing in all
        next best for Fatima Ives: Paulette Dhillon, score 40; would cost nothing in all
  22  Wayne Crowther and Eamonn Quayle, score 40 of 40
        Areas sought, 40 of 40: Wayne Crowther offers all that is sought: Career planning, Technical skills
        Languages: not known of either
        Hours a month: not known of Wayne Crowther
        Places: 0 of 3 left after this
        next best for Eamonn Quayle: Fatima Ives, score 40; would cost nothing in all
        next best for Wayne Crowther: Kirsty Abbott, score 20; would cost 40 points in all
  23  Nesta Jessop and Leroy Redfern, score 40 of 40
        Areas sought, 40 of 40: Nesta Jessop offers all that is sought: Returning to work, Technical skills
        Languages: not known of either
        Places: 0 of 3 left after this
        next best for Leroy Redfern: Kirsty Abbott, score 40; would cost nothing in all
        next best for Nesta Jessop: Kirsty Abbott, score 40; would cost nothing in all
  24  Fatima Ives and Esther Suleman, score 20 of 40
        Areas sought, 20 of 40: Fatima Ives offers 1 of 2 areas sought: Career planning; not Leadership
        Languages: not known of either
        Hours a month: not known of Fatima Ives
        Places: 0 of 2 left after this
        next best for Esther Suleman: Verity Ashcroft, score 40; would cost nothing in all
        next best for Fatima Ives: Paulette Dhillon, score 40; would cost nothing in all
  25  Fergus Khatun and Xanthe Tindall, score 40 of 40
        Areas sought, 40 of 40: Fergus Khatun offers all that is sought: Networking, Technical skills
        Languages: not known of either
        Places: 1 of 3 left after this
        next best for Xanthe Tindall: Imran Eastwood, score 40; would cost nothing in all
        next best for Fergus Khatun: Nesta Jessop, score 40; would cost nothing in all
  26  Isla Gill and Quentin Underhill, score 40 of 40
        Areas sought, 40 of 40: Isla Gill offers all that is sought: Networking, Leadership
        Languages: not known of either
        Hours a month: not known of either
        Places: 0 of 2 left after this
        next best for Quentin Underhill: Verity Ashcroft, score 20; would cost 40 points in all
        next best for Isla Gill: Catrin Wardle, score 40; would cost nothing in all
  27  Hilary Chukwu and Janet Vickers, score 40 of 40
        Areas sought, 40 of 40: Hilary Chukwu offers all that is sought: Career planning, Work-life balance
        Languages: not known of either
        Hours a month: not known of Janet Vickers
        Places: 0 of 1 left after this
        next best for Janet Vickers: Verity Ashcroft, score 20; would cost 40 points in all
        next best for Hilary Chukwu: Oliver Bain, score 20; would cost 40 points in all
  28  Malik Holt and Catrin Wardle, score 20 of 40
        Areas sought, 20 of 40: Malik Holt offers 1 of 2 areas sought: Networking; not Leadership
        Languages: not known of either
        Places: 0 of 2 left after this
        next best for Catrin Wardle: Isla Gill, score 40; would cost nothing in all
        next best for Malik Holt: Zachary Nkemelu, score 40; would cost nothing in all
  29  Kirsty Abbott and Cerys Zeller, score 40 of 40
        Areas sought, 40 of 40: Kirsty Abbott offers all that is sought: Returning to work, Technical skills
        Languages: not known of either
        Places: 0 of 1 left after this
        next best for Cerys Zeller: Umar Iqbal, score 40; would cost nothing in all
        next best for Kirsty Abbott: Hugo Entwistle, score 40; would cost nothing in all
Nothing to compare yet, so no points for: Field of work, Wishes, Area, Times, Experience, Recommendation.
No two would both rather have each other.
29 proposed, 0 without a proposal, 1 place left. Score in all 980; the lowest 20 (Fergus Khatun and Alison Dearden).
