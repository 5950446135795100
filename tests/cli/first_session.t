# From a roster to the first logged session with the light preset: what a coordinator types, counted. No answer is typed forty times.
# Each line of `typed` is one command; LIST is the roster, and 1 the first of the pairs that matching found.
$ printf '%s\n' "init Centre" "programme add Befriending --kind mentoring --purpose 'People help people' --focus-areas Confidence --mentoring-models 'one to one' --components 'a first talk' --matching-process 'by need'" "import people LIST --programme Befriending" "programme open Befriending" "enrolment ready --all --programme Befriending" "match Befriending --accept all" "pairing agree --all --programme Befriending --agreed-by both --how spoken --usual-day varies" "pairing start --all --programme Befriending" "log 1 --learning-kept-by-pair --no-actions yes" >typed
$ for list in volunteer-centre-uk google-forms-signup; do cp "$FIXTURES/rosters/$list.csv" LIST; while read -r line; do eval "chiron -d $list.db --today 2026-11-23 $line" >>said 2>&1 </dev/null || echo "refused: $line"; done <typed; done
$ wc -l <typed; wc -w <typed
9
62
$ for list in volunteer-centre-uk google-forms-signup; do echo "$list: $(chiron -d $list.db person list --format csv | sed 1d | wc -l) people, $(chiron -d $list.db pairing list state:active --format csv | sed 1d | awk 'END { print (NR >= 20 ? "20 pairs or more" : NR) }') active, $(chiron -d $list.db session list --format csv | sed 1d | wc -l) session"; done
volunteer-centre-uk: 39 people, 20 pairs or more active, 1 session
google-forms-signup: 43 people, 20 pairs or more active, 1 session
$ for list in volunteer-centre-uk google-forms-signup; do chiron -d $list.db --today 2026-11-23 programme setting Befriending preset --format json; chiron -d $list.db --today 2026-11-23 check --severity refuse; done
[{"key":"preset","value":"light","of_preset":null,"rule":null,"meaning":"light asks for little, full for more; choosing one sets all below"}]
Nothing was found.
[{"key":"preset","value":"light","of_preset":null,"rule":null,"meaning":"light asks for little, full for more; choosing one sets all below"}]
Nothing was found.
$ chiron -d volunteer-centre-uk.db --today 2026-11-23 session show 1 | grep -E 'State|Complete'
State: held
Complete: yes
