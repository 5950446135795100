# Those who wait are the same wherever they are told of, in the demonstration scheme, too.
$ $DEMONSTRATION s.db
$ chiron -d s.db report waiting-list --format csv | grep -c ,ready,; chiron -d s.db check --rule waiting-for-a-match --format csv | tail -n +2 | wc -l; chiron -d s.db report in-short | grep -o 'match today: [0-9]*'; echo $(($(chiron -d s.db report programme-summary --format csv | tail -n +2 | cut -d, -f6 | paste -sd+)))
4
4
match today: 4
4
$ chiron -d s.db report waiting-list --format csv | grep ,ready, | cut -d, -f2 | sort -u >list; chiron -d s.db person list waiting:yes --format csv --columns name | tail -n +2 | tr -d '\r' | sort -u >people; diff list people && echo the same
the same
