# chiron's build. One make, no recursion into folders; everything it makes is
# under build/.
#
#   make            the program, build/chiron
#   make demo       installs what is missing, builds, and opens the demonstration scheme
#   make check      installs what is missing, builds plain and sanitized, runs lints and all tests
#   make help       the other targets
#
#   V=1             shows the commands         CC=clang      uses another compiler
#   SANITIZE=1      address and undefined-behaviour sanitizers, in build/asan

CC = cc
CFLAGS = $(if $(SANITIZE),-O1,-O2) -g
HOSTCC = $(CC)
SANITIZE =
JOBS = 2
Q = $(if $(V),,@)

prefix = /usr/local
exec_prefix = $(prefix)
bindir = $(exec_prefix)/bin
datarootdir = $(prefix)/share
mandir = $(datarootdir)/man
docdir = $(datarootdir)/doc/chiron
INSTALL = install

# One folder per configuration; the plain build of the default compiler stands at the top.
compiler := $(filter-out cc gcc,$(notdir $(firstword $(CC))))
B := $(patsubst %/,%,build/$(if $(compiler),$(compiler)/)$(if $(SANITIZE),asan/))

VERSION = $(shell sed -n 's/^.define CH_VERSION "\(.*\)"/\1/p' include/chiron/chiron.h 2>/dev/null)

.DELETE_ON_ERROR:
.SECONDARY:
.PHONY: all demo deps check check-threads lint \
	accept bench docs install uninstall dist clean help run-tests run-accept \
	run-bench FORCE

# ---- Sources, found by folder -----------------------------------------------

LAYERS := base model store core cli tui
KINDS := support unit store core cli tui pty
MAIN := src/cli/main.c
DATA := schema_files:=schema check_files:=checks report_files:=reports demo_files:=demo \
	framework_files:=frameworks page_files:=pages theme_files:=themes

sources = $(sort $(wildcard $(addsuffix /*.c,$(1) $(addsuffix /*,$(1)))))
objects = $(patsubst %.c,$(B)/%.o,$(1))
SRC_base := $(call sources,src/base)
SRC_model := $(call sources,src/model)
SRC_store := $(call sources,src/store)
SRC_core := $(call sources,src/core)
SRC_cli := $(filter-out $(MAIN),$(call sources,src/cli))
SRC_tui := $(call sources,src/tui)
SQL := $(sort $(wildcard src/store/*.sql src/store/*/*.sql))
HEADINGS := $(sort $(wildcard data/headings/*.txt))
DATA_FILES := $(sort $(wildcard $(foreach d,$(DATA),data/$(lastword $(subst =, ,$(d)))/*)))

OBJ_base := $(call objects,$(SRC_base)) $(B)/generated/data.o
OBJ_model := $(call objects,$(SRC_model))
OBJ_store := $(call objects,$(SRC_store)) $(B)/generated/statements.o
OBJ_core := $(call objects,$(SRC_core)) $(B)/generated/lexicon.o
OBJ_cli := $(call objects,$(SRC_cli))
OBJ_tui := $(call objects,$(SRC_tui))
OBJ_support := $(call objects,$(filter-out tests/support/test_%,$(wildcard tests/support/*.c)))
GENERATED := $(B)/generated/data.h $(B)/generated/statements.h

PROGRAM := $(if $(wildcard $(MAIN)),$(B)/chiron)
TEST_SOURCES := $(foreach k,$(KINDS) bench,$(wildcard tests/$(k)/*.c))
TEST_PROGRAMS = $(patsubst %.c,$(B)/%,$(wildcard $(addsuffix /test_*.c,$(addprefix tests/,$(KINDS)))))
BENCH_PROGRAMS := $(patsubst %.c,$(B)/%,$(wildcard tests/bench/bench_*.c))

LIBS_model += -lm
LIBS_test := -lcmocka -lvterm -lglpk -lm

# What each layer, and the tests of each kind, may call: itself and what lies beneath.
UNDER_base := base
UNDER_model := model base
UNDER_store := store model base
UNDER_core := core store model base
UNDER_cli := cli $(UNDER_core)
UNDER_tui := tui $(UNDER_core)
UNDER_support :=
UNDER_unit := $(UNDER_model)
UNDER_pty :=
UNDER_bench := $(UNDER_core)
archives = $(patsubst %,$(B)/lib%.a,$(1))
# The store's stand first: the loader looks for a name in one after the other, and SQLite has the most names.
libraries = $(foreach layer,$(filter store,$(1)) $(filter-out store,$(1)),$(LIBS_$(layer)))

# ---- Targets that install what they need, then call make again --------------

again = $(MAKE) --no-print-directory $(if $(filter -j% --jobserver%,$(MAKEFLAGS)),,-j$(JOBS))

all: $(call archives,$(LAYERS)) $(PROGRAM)

deps:
	$(Q)src/gen/install-packages run test

demo:
	$(Q)src/gen/install-packages run
	+$(Q)$(again) all
	$(Q)build/chiron demo

check: deps
	+$(Q)$(under_tsan)
	+$(Q)$(again) SANITIZE=1 run-tests WANTED="lint $(KINDS)" MORE="$(THREADED)"

$(KINDS:%=check-%) check-lint: check-%: deps
	+$(Q)$(again) SANITIZE=1 run-tests WANTED="$*"

# What has a thread, under the thread sanitizer, in build/tsan.
THREADED := $(addprefix build/tsan/tests/core/,test_import_ahead test_import_known)
under_tsan = $(again) B=build/tsan SANITIZE= CFLAGS='-O1 -g -fsanitize=thread' $(THREADED)
check-threads: deps
	+$(Q)$(under_tsan)
	+$(Q)$(again) SANITIZE=1 run-tests WANTED= MORE="$(THREADED)"

lint: check-lint

accept: deps
	+$(Q)$(again) SANITIZE=1 run-accept

# `make bench-terminal` runs tests/bench/bench_terminal.c alone, on the plain build.
BENCHES := $(patsubst tests/bench/bench_%.c,bench-%,$(wildcard tests/bench/bench_*.c))
bench $(BENCHES): deps
	$(Q)src/gen/install-packages bench
	+$(Q)$(again) run-bench WANTED="$(filter-out bench,$(@:bench-%=%))"

help:
	@printf '%s\n' 'all demo check check-lint check-threads' '$(KINDS:%=check-%)' \
		'lint bench docs accept deps install uninstall dist clean'

clean:
	rm -rf build

# ---- Compiling --------------------------------------------------------------

# The flags that depend on this machine. Included only by targets that compile, since making it needs the packages.
OUTER := demo deps check check-% lint accept bench bench-% help clean dist uninstall
ifneq ($(filter-out $(OUTER),$(or $(MAKECMDGOALS),all)),)
include $(B)/config.mk
endif

$(B)/config.mk: Makefile src/gen/configure
	@mkdir -p $(@D)
	$(Q)src/gen/configure '$(CC)' $(if $(SANITIZE),sanitize,plain) >$@

WARNINGS := -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wstrict-prototypes -Wmissing-prototypes -Wvla -Wformat=2 \
	-Wwrite-strings -Wundef -Werror
ALL_CPPFLAGS = -D_XOPEN_SOURCE=700 -D_DEFAULT_SOURCE -Iinclude -Isrc -I$(B) $(if $(SANITIZE),-DCH_ARENA_DEBUG) \
	$(LIBRARY_CPPFLAGS) $(CPPFLAGS)
ALL_CFLAGS = -std=c17 $(CFLAGS) $(MODE_CFLAGS) $(WARNINGS)
COMPILE = $(CC) $(ALL_CPPFLAGS) $(ALL_CFLAGS) -MMD -MP -c
LINK = $(CC) $(CFLAGS) $(MODE_CFLAGS) $(MODE_LDFLAGS) $(LDFLAGS)
say = @$(if $(V),:,printf '  %-6s %s\n' $(1) $(2))

$(B)/tests/%.o: CPPFLAGS += -Itests

# Passes over numbers that lie side by side: at -O3 compilers do several at once.
$(B)/src/core/match/match_score.o: CFLAGS += $(if $(SANITIZE),,-O3)

$(B)/%.o: %.c $(B)/config.mk | $(GENERATED)
	$(call say,CC,$<)
	@mkdir -p $(@D)
	$(Q)$(COMPILE) -o $@ $<

$(B)/generated/%.o: $(B)/generated/%.c $(B)/config.mk
	$(call say,CC,$<)
	$(Q)$(COMPILE) -o $@ $<

# A list of what went into a file, touched only when it changes: a removed source is noticed too.
$(B)/%.list: FORCE
	@mkdir -p $(@D)
	@echo '$(or $(OBJ_$(*:lib%=%)),$(LIST_$(notdir $*)))' | cmp -s - $@ || \
		echo '$(or $(OBJ_$(*:lib%=%)),$(LIST_$(notdir $*)))' >$@

define archive_rule
$(B)/lib$(1).a: $(OBJ_$(1)) $(B)/lib$(1).list
	$$(call say,AR,$$@)
	$$(Q)rm -f $$@ && $(AR) rcs $$@ $(OBJ_$(1))
endef
$(foreach layer,$(LAYERS) support,$(eval $(call archive_rule,$(layer))))

$(B)/chiron: $(call objects,$(MAIN)) $(call archives,cli $(UNDER_tui))
	$(call say,LINK,$@)
	$(Q)$(LINK) -o $@ $^ $(call libraries,$(UNDER_tui))

# ---- Generated sources ------------------------------------------------------

LIST_data := $(DATA_FILES)
LIST_statements := $(SQL)
LIST_lexicon := $(HEADINGS)

$(B)/gen/%: src/gen/%.c
	$(call say,HOSTCC,$<)
	@mkdir -p $(@D)
	$(Q)$(HOSTCC) -std=c17 -O1 -D_XOPEN_SOURCE=700 $(WARNINGS) -o $@ $<

$(B)/generated/data.h: $(B)/gen/embed $(DATA_FILES) $(B)/generated/data.list
	$(call say,EMBED,data)
	$(Q)$(B)/gen/embed $@ $(@:.h=.c) \
		$(foreach d,$(DATA),$(firstword $(subst =, ,$(d))) $(wildcard data/$(lastword $(subst =, ,$(d)))/*))
$(B)/generated/data.c: $(B)/generated/data.h ;

$(B)/generated/statements.h: $(B)/gen/sql $(SQL) $(B)/generated/statements.list
	$(call say,SQL,src/store)
	$(Q)$(B)/gen/sql $@ $(@:.h=.c) $(SQL)
$(B)/generated/statements.c: $(B)/generated/statements.h ;

# Made by the code that reads what a scheme adds, so it runs where it is built.
$(B)/gen/lexicon: $(patsubst %,$(B)/src/%.o,gen/lexicon core/import/lexicon_build core/import/lexicon_key) \
		$(call archives,base)
	$(call say,LINK,$@)
	@mkdir -p $(@D)
	$(Q)$(LINK) -o $@ $^ $(call libraries,base)

$(B)/generated/lexicon.c: $(B)/gen/lexicon $(HEADINGS) $(B)/generated/lexicon.list
	$(call say,TABLE,data/headings)
	$(Q)$< $@ $(HEADINGS)

# ---- Documents printed from the program's own tables ------------------------

ifneq ($(wildcard src/gen/docs.c),)
$(B)/gen/docs: $(patsubst %.c,$(B)/%.o,$(wildcard src/gen/docs*.c)) $(call archives,cli $(UNDER_tui))
	$(call say,LINK,$@)
	@mkdir -p $(@D)
	$(Q)$(LINK) -o $@ $^ $(call libraries,$(UNDER_tui))

# Without an argument the generator lists the names of its documents; those that end in a section are manual pages.
docs: $(B)/gen/docs
	@mkdir -p docs/man
	$(Q)$(B)/gen/docs | while read -r name; do \
		case $$name in *.[1-8]) page=$$name ;; *) page=$$name.md ;; esac; \
		$(B)/gen/docs $$name >docs/$$page || exit 1; done
endif

# ---- Tests ------------------------------------------------------------------

# The .c files of a folder that are no tests are helpers of all its tests.
helpers = $(filter-out tests/support/% $(addprefix tests/$(1)/,test_% bench_% peer_%),$(wildcard tests/$(1)/*.c))

define test_rules
$(patsubst %.c,$(B)/%,$(wildcard tests/$(1)/test_*.c tests/$(1)/bench_*.c)): $(B)/tests/$(1)/%: \
		$(B)/tests/$(1)/%.o $(call objects,$(call helpers,$(1))) $(call archives,support $(UNDER_$(1)))
	$$(call say,LINK,$$@)
	$$(Q)$$(LINK) -o $$@ $$^ $$(call libraries,$(UNDER_$(1))) $$(LIBS_test)
endef
$(foreach kind,$(KINDS) bench,$(eval $(call test_rules,$(kind))))

# What `run-tests WANTED="kind..."` runs: test programs, transcripts and lints of these kinds, and MORE that are built.
wanted_programs = $(filter $(WANTED:%=$(B)/tests/%/test_%),$(TEST_PROGRAMS))
wanted_scripts = $(filter $(WANTED:%=tests/%/%),$(wildcard tests/*/*.t tests/*/test_*.sh tests/lint/lint_*.sh))
test_environment = CHIRON='$(abspath $(PROGRAM))' CC='$(CC)' BUILD='$(abspath $(B))'

# The plain program beside the sanitized one: for tests of nothing but what very many commands print.
PLAIN := $(if $(SANITIZE),$(patsubst %/asan,%/chiron,$(B)))
ifneq ($(PLAIN),)
$(PLAIN): FORCE
	+$(Q)$(again) SANITIZE= all
endif

# What takes longest begins first, so that at the end nothing runs on alone.
LONGEST := build/tsan/tests/core/test_import_known \
	$(addprefix $(B)/tests/,cli/test_bad_values tui/test_random_walk cli/test_limited) \
	$(addprefix tests/cli/,demo.t test_planted.sh test_planted_others.sh test_documents.sh) \
	$(addprefix $(B)/tests/,tui/test_remedies core/test_import_known store/test_list) \
	$(addprefix tests/,cli/test_match_runs.sh lint/lint_tree.sh lint/lint_words.sh)

# Only these start the program; the lints compare the pages that it prints, and ask who calls what.
wanted_builds = $(if $(filter cli pty lint,$(WANTED)),$(PROGRAM)) $(if $(filter cli,$(WANTED)),$(PLAIN)) \
	$(if $(filter lint,$(WANTED)),$(if $(wildcard src/gen/docs.c),$(B)/gen/docs))

wanted_tests = $(wanted_programs) $(wanted_scripts) $(MORE)

run-tests: $(wanted_builds) $(wanted_programs)
	$(Q)$(test_environment) CHIRON_PLAIN='$(abspath $(PLAIN))' tests/support/run -j $(JOBS) -o $(B)/results \
		$(filter $(wanted_tests),$(LONGEST)) $(filter-out $(LONGEST),$(wanted_tests))

run-accept: $(PROGRAM) $(B)/tests/tui/test_golden $(B)/tests/pty/test_readme
	$(Q)ACCEPT=1 $(B)/tests/tui/test_golden >/dev/null
	$(Q)$(test_environment) ACCEPT=1 $(B)/tests/pty/test_readme >/dev/null
	$(Q)$(test_environment) tests/support/transcript --accept $(wildcard tests/cli/*.t)

# Programs that are measured beside ours, where no package has one.
BENCH_PEERS := $(patsubst %.c,$(B)/%,$(wildcard tests/bench/peer_*.c))
BENCH_PEERS_CXX := $(patsubst %.cc,$(B)/%,$(wildcard tests/bench/peer_*.cc))
$(BENCH_PEERS): %: %.o
	$(call say,LINK,$@)
	$(Q)$(LINK) -o $@ $^ $(LIBS_tui)
$(BENCH_PEERS_CXX): $(B)/%: %.cc
	$(call say,CXX,$<)
	@mkdir -p $(@D)
	$(Q)$(CXX) -O2 -DNDEBUG -o $@ $<

wanted_benches = $(or $(WANTED:%=$(B)/tests/bench/bench_%),$(BENCH_PROGRAMS))
run-bench: $(PROGRAM) $(BENCH_PROGRAMS) $(BENCH_PEERS) $(BENCH_PEERS_CXX)
	$(Q)for program in $(wanted_benches); do $(test_environment) $$program || exit 1; done

# ---- Installing -------------------------------------------------------------

MAN := $(wildcard docs/man/*.[1-8])
man_folder = $(DESTDIR)$(mandir)/man$(subst .,,$(suffix $(1)))

install: all
	$(INSTALL) -d '$(DESTDIR)$(bindir)' '$(DESTDIR)$(docdir)'
	$(INSTALL) -m 755 $(B)/chiron '$(DESTDIR)$(bindir)/chiron'
	$(INSTALL) -m 644 README.md LICENSE '$(DESTDIR)$(docdir)'
	$(INSTALL) -d '$(DESTDIR)$(docdir)/docs/decisions'
	$(INSTALL) -m 644 docs/*.md '$(DESTDIR)$(docdir)/docs'
	$(INSTALL) -m 644 docs/decisions/*.md '$(DESTDIR)$(docdir)/docs/decisions'
	$(foreach page,$(MAN),$(INSTALL) -d '$(call man_folder,$(page))' && \
		$(INSTALL) -m 644 $(page) '$(call man_folder,$(page))' &&) :

uninstall:
	rm -f '$(DESTDIR)$(bindir)/chiron' $(foreach page,$(MAN),'$(call man_folder,$(page))/$(notdir $(page))')
	rm -rf '$(DESTDIR)$(docdir)'

dist:
	@mkdir -p build
	git archive --format=tar.gz --prefix=chiron-$(VERSION)/ -o build/chiron-$(VERSION).tar.gz HEAD

# ---- Dependencies found by the compiler -------------------------------------

-include $(patsubst %.o,%.d,$(foreach layer,$(LAYERS) support,$(OBJ_$(layer))) \
	$(call objects,$(MAIN) $(wildcard src/gen/docs*.c) $(TEST_SOURCES)))
