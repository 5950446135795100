# The script that the shell runs is made from the same table.
$ cat >try.sh <<'END'
> source <(chiron completion bash)
> try() { COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); COMPREPLY=(); _chiron; echo "${COMPREPLY[*]}"; }
> try chiron per
> try chiron person s
> try chiron person add --em
> try chiron pairing close 7 --reas
> try chiron pairing close 7 --kind e
> try chiron --format json person li
> try chiron --format c
> try chiron export s
> try chiron report --f
> try chiron enrol --pro
> try chiron backup try
> try chiron -d tr
> END
$ bash try.sh
person
show set
--email
--reason
ended_early

csv
sessions
--from --format
--programme
try.sh
try.sh
$ chiron completion bash | bash -n
