# What the lints share; sourced by them.
#
# A lint is a function that looks at the tree in the current folder and prints
# one line for each finding, "file:line: what". `lint` runs it on the sources;
# `planted` runs it on a small tree with one violation, which it must find: a
# lint that can find nothing is worth nothing. All print TAP.

set -u
lint_number=0
lint_failures=0

# The files of the tree, but for what is built: what git knows or would add, or all there is outside a repository.
tree_files() {
	if [ -e .git ] && git ls-files -co --exclude-standard >/dev/null 2>&1; then
		git ls-files -co --exclude-standard | while read -r file; do
			[ ! -f "$file" ] || printf '%s\n' "$file"
		done
	else
		find . -name build -prune -o -name .git -prune -o -type f -print | sed 's|^\./||'
	fi | sort
}

# Those of them that match one of the patterns of egrep, but not the one after "-v".
files() {
	if [ "$1" = -v ]; then
		shift
		tree_files | grep -Ev "$1" | grep -E "$2"
	else
		tree_files | grep -E "$1"
	fi
}

# Runs grep over the files on its input, with names and line numbers; no file at all is no finding.
grep_files() {
	xargs -r grep -nHIE "$@" || true
}

tap() {
	lint_number=$((lint_number + 1))
	printf '%s %d - %s\n' "$1" "$lint_number" "$2"
	[ "$1" = ok ] || lint_failures=$((lint_failures + 1))
}

# lint TITLE FUNCTION
lint() {
	found=$("$2")
	if [ -z "$found" ]; then
		tap ok "$1"
	else
		tap "not ok" "$1"
		printf '%s\n' "$found" | head -n 200 | sed 's/^/# /'
	fi
}

# planted FUNCTION FILE TEXT [FILE TEXT]...: the lint must find something in the first FILE of a tree that holds these.
planted() {
	planted_function=$1
	planted_file=$2
	planted_root=$(mktemp -d) || exit 74
	shift
	while [ $# -ge 2 ]; do
		mkdir -p "$(dirname "$planted_root/$1")"
		printf '%b\n' "$2" >"$planted_root/$1"
		shift 2
	done
	found=$(cd "$planted_root" && "$planted_function")
	rm -rf "$planted_root"
	case $found in
	*"$planted_file"*) tap ok "finds what is planted in $planted_file ($planted_function)" ;;
	*) tap "not ok" "overlooks what is planted in $planted_file ($planted_function)" ;;
	esac
}

# allowed FUNCTION FILE TEXT [FILE TEXT]...: the lint must find nothing in such a tree.
allowed() {
	allowed_function=$1
	allowed_file=$2
	allowed_root=$(mktemp -d) || exit 74
	shift
	while [ $# -ge 2 ]; do
		mkdir -p "$(dirname "$allowed_root/$1")"
		printf '%b\n' "$2" >"$allowed_root/$1"
		shift 2
	done
	found=$(cd "$allowed_root" && "$allowed_function")
	rm -rf "$allowed_root"
	if [ -z "$found" ]; then
		tap ok "leaves alone what is right in $allowed_file ($allowed_function)"
	else
		tap "not ok" "finds fault with what is right in $allowed_file ($allowed_function)"
		printf '%s\n' "$found" | sed 's/^/# /'
	fi
}

lint_end() {
	printf '1..%d\n' "$lint_number"
	[ "$lint_failures" = 0 ]
}
