# A bare matching instance: two learners, two guides, and what is wrong with other files.
$ printf "c two and two\np min 5 7\nn 1 1\nn 2 1\nn 5 -2\na 1 3 0 1 -7\na 1 4 0 1 -2\na 2 3 0 1 -9\n" >two.min; printf "a 1 5 0 1 19\na 2 5 0 1 19\na 3 5 0 1 0\na 4 5 0 1 0\n" >>two.min
$ chiron match --instance two.min
2 of 2 learners matched, score 11.
...
$ chiron match --instance two.min --format csv
learner,guide,score
1,4,2
2,3,9
$ chiron match --instance two.min --format json | sed 's/"seconds":{[^}]*},//'
{"learners":2,"guides":2,"options":3,"matched":2,"unmatched":0,"score":11,"optimal":true,"pairs":[{"learner":1,"guide":4,"score":2},{"learner":2,"guide":3,"score":9}]}
$ chiron match --instance two.min --proof two.proof
Written: two.proof
2 of 2 learners matched, score 11.
...
$ grep -v ^c two.proof
p proof 2 2
l 1 4 21
l 2 3 23
g 3 5
g 4 0
$ chiron match --instance two.min --proof two.proof
chiron: two.proof is there already and would be replaced. Add --yes to do it all the same.
[64]
$ chiron match --instance none.min
chiron: none.min cannot be opened: No such file or directory.
[66]
$ chiron match
chiron: which programme? `chiron match PROGRAMME` proposes its pairs.
[64]
$ chiron match --instance two.min --dry-run
chiron: --instance and --dry-run were given: one or the other.
[64]
$ chiron match Buddies --instance two.min
chiron: --instance and the programme "Buddies" were given: one or the other.
[64]
$ try() { sed "$1" two.min >bad.min; chiron match --instance bad.min; }; try 's/min 5 7/min 5 8/'; try 's/min 5 7/min 5 6/'
chiron: bad.min: the p line says that there are 8 arcs; there are 7.
chiron: line 12 of bad.min: the p line says that there are 6 arcs; here is one more.
[65]
$ try() { sed "$1" two.min >bad.min; chiron match --instance bad.min; }; try 's/min 5 7/max 5 7/'; try 's/min 5 7/min 99999999999999999999 7/'; try 's/min 5 7/min 10000000 999999999/'; try 's/min 5 7/min 0 0/'
chiron: line 2 of bad.min: the line is to be "p min NODES ARCS".
chiron: line 2 of bad.min: a number is out of range: at most 10000000 is allowed.
chiron: line 5 of bad.min: node 5 has the supply -2: a learner has 1, a guide 0.
chiron: line 2 of bad.min: 0 nodes and 0 arcs: at least the sink is needed.
[65]
$ try() { sed "$1" two.min >bad.min; chiron match --instance bad.min; }; try 's/n 5 -2/n 5 -1/'; try 's/n 2 1/n 2 3/'; try '/n 1 1/d'; try 's/n 2 1/n 9 1/'
chiron: line 6 of bad.min: the supplies do not balance: 2 learners, and the sink, node 5, takes 1.
chiron: line 4 of bad.min: node 2 has the supply 3: a learner has 1, a guide 0.
chiron: line 3 of bad.min: learners are the nodes from 1 on, in order: 1 was due, not 2.
chiron: line 4 of bad.min: there is no node 9: nodes are 1 to 5.
[65]
$ try() { sed "$1" two.min >bad.min; chiron match --instance bad.min; }; try 's/a 2 3 0 1 -9/a 2 3 0 1 9/'; try 's/a 2 3 0 1 -9/a 2 3 0 1/'; try 's/a 2 3 0 1 -9/a 2 3 0 1 -9 4/'; try 's/a 2 3 0 1 -9/a 2 3 0 1 -9.5/'
chiron: line 8 of bad.min: the cost from a learner to a guide is minus their score, 0 to -1000000; it is 9.
chiron: line 8 of bad.min: a number is missing; the line is to be "a FROM TO LOW CAPACITY COST".
chiron: line 8 of bad.min: there is more than "a FROM TO LOW CAPACITY COST".
chiron: line 8 of bad.min: a whole number is needed; the line is to be "a FROM TO LOW CAPACITY COST".
[65]
$ try() { sed "$1" two.min >bad.min; chiron match --instance bad.min; }; try 's/a 2 3 0 1 -9/a 3 2 0 1 -9/'; try 's/a 2 3 0 1 -9/a 1 4 0 1 -9/'; try 's/a 1 4 0 1 -2/a 2 3 0 1 -2/'; try 's/a 2 3 0 1 -9/x/'; try 's/a 4 5 0 1 0/a 3 5 0 1 0/'; try 's/a 3 5 0 1 0/a 3 5 1 1 0/'
chiron: line 8 of bad.min: an arc from 3 to 2: arcs go from learners (1 to 2) to guides (to 4) and from both to the sink (5).
chiron: line 8 of bad.min: the arc from 1 to 4 is given twice.
chiron: line 8 of bad.min: the arc from 2 to 3 is given twice.
chiron: line 8 of bad.min: a line begins with c, p, n or a, then a blank.
chiron: line 12 of bad.min: the arc from 3 to the sink is given twice.
chiron: line 11 of bad.min: the lower bound is 0; it is 1.
[65]
$ { printf 'p min 4 4\nn 1 1\nn 2 1\nn 4 -2\na 1 3 0 1 -7\na 2 3 0 1 -9\na 1 4 0 1 1\na 3 4 0 1 0\n'; } >must.min; chiron match --instance must.min --format csv
learner,guide,score
2,3,9
$ sed '/a 1 4/d; s/4 4/4 3/' must.min >no.min; chiron match --instance no.min
chiron: infeasible: learner node 1 has no arc to the sink, and there is no place left for all such learners.
[65]
$ printf '' >empty.min; chiron match --instance empty.min; printf 'p min 1 0\n' >nobody.min; chiron match --instance nobody.min | head -n 1
chiron: empty.min is no instance in DIMACS form: it has no p line.
0 of 0 learners matched, score 0.
