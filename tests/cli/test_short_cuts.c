/*
 * Every short-cut through a state table, by command: each operation from each state of each entity that has states,
 * towards each state it could be asked for. What the table allows is done; what it does not is refused, saying what
 * the state is, what is missing or why not, and the command that leads on, and the record stays as it was. An
 * operation of the table without a command here fails. Past the command line: tests/core/test_transitions.c.
 *
 * Sessions are left to that one: a command names the pairing and the day, and what happened is always recorded.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>
#include <sqlite3.h>

#include "chiron/arena.h"
#include "chiron/state.h"
#include "cli/cli.h"
#include "support/temp_dir.h"

enum { MOST_WORDS = 40 };

struct world {
	struct temp_dir *dir;
	const char *path;
	struct ch_arena arena;
	char *bytes; /* of the scheme as it was made */
	size_t size;
	char *said; /* by the last command */
};

struct cell {
	const struct subject *subject;
	int from;
	enum ch_operation operation;
	int target; /* what it is asked to lead to; 0: it leads to one state only */
};

/* ---- Running commands ------------------------------------------------------------------ */

/* The words of a line, "'" around those with blanks; whatever is asked on standard input is answered. */
static enum ch_status run(struct world *w, const char *line)
{
	char *argv[MOST_WORDS] = {(char *)"-d", (char *)w->path, (char *)"--today", (char *)"2026-11-23"};
	char answers[] = "a word\n\nand another\n", *at = ch_arena_copy(&w->arena, line);
	size_t count = 4, length = 0;

	while (*at != '\0') {
		char end = *at == '\'' ? '\'' : ' ';

		argv[count++] = at += end == '\'';
		at += strcspn(at, (char[]){end, '\0'});
		while (*at != '\0' && (*at == end || *at == ' '))
			*at++ = '\0';
	}
	free(w->said);
	FILE *out = open_memstream(&w->said, &length), *in = fmemopen(answers, sizeof(answers) - 1, "r");
	struct cli streams = {.in = in, .out = out, .err = out};
	enum ch_status status = cli_execute(&streams, count, argv);

	fclose(in);
	fclose(out);
	return status;
}

static void good(struct world *w, const char *line)
{
	if (run(w, line) != CH_OK)
		fail_msg("chiron %s: %s", line, w->said);
}

/* The first column of the first row. */
static const char *ask(struct world *w, const char *sql)
{
	sqlite3 *file = NULL;
	sqlite3_stmt *q = NULL;

	assert_int_equal(sqlite3_open(w->path, &file), SQLITE_OK);
	if (sqlite3_prepare_v2(file, sql, -1, &q, NULL) != SQLITE_OK)
		fail_msg("%s: %s", sql, sqlite3_errmsg(file));
	const char *answer = sqlite3_step(q) == SQLITE_ROW
				     ? ch_arena_copy(&w->arena, (const char *)sqlite3_column_text(q, 0))
				     : "";
	sqlite3_finalize(q);
	sqlite3_close(file);
	return answer;
}

/* ---- What is tried ----------------------------------------------------------------------- */

static void bring_referral(struct world *w, int state);
static void bring_release(struct world *w, int state);

/* A record of each entity with states: its number, and the way to a state, where answers go with that. */
static const struct subject {
	enum ch_entity_id entity;
	const char *name, *id;
	void (*bring)(struct world *w, int state);
	const char *pairing; /* in the place of {pairing} */
} subjects[] = {
	{CH_PROGRAMME, "a programme in design", "2", NULL, NULL},
	{CH_ENROLMENT, "the coach's enrolment", "1", NULL, NULL},
	{CH_PROPOSAL, "a proposal", "1", NULL, NULL},
	{CH_PAIRING, "a pairing with its agreement and goal", "1", NULL, NULL},
	{CH_FEEDBACK, "the learner's follow-up", "3", NULL, "3"},
	{CH_ACTION, "an action", "1", NULL, NULL},
	{CH_GOAL, "a goal", "2", NULL, NULL},
	{CH_REFERRAL, "a referral", "1", bring_referral, "2"},
	{CH_RELEASE, "what may go to the manager", "1", bring_release, "2"},
	{CH_RELEASE, "an achievement", "1", bring_release, "4"},
};

static const struct subject *brought; /* whom bring_*() is for */

static void bring_referral(struct world *w, int state)
{
	static const char *const steps[][3] = {
		[CH_REFERRAL_IS_RAISED] = {NULL},
		[CH_REFERRAL_IS_DISCUSSED] = {"referral discuss 1"},
		[CH_REFERRAL_IS_APPROVED] = {"referral discuss 1", "referral answer 1 --approved yes --how paper"},
		[CH_REFERRAL_IS_DECLINED] = {"referral discuss 1", "referral answer 1 --approved no --how paper"},
		[CH_REFERRAL_IS_FORWARDED] = {"referral discuss 1", "referral answer 1 --approved yes --how paper",
					      "referral forward 1"},
		[CH_REFERRAL_IS_CLOSED] = {"referral close 1"},
	};

	good(w, "referral raise 2");
	for (size_t i = 0; i < 3 && steps[state][i] != NULL; i++)
		good(w, steps[state][i]);
}

static void bring_release(struct world *w, int state)
{
	bool yes = state == CH_RELEASE_IS_APPROVED || state == CH_RELEASE_IS_RELEASED;

	good(w, ch_arena_printf(&w->arena, "share add %s", brought->pairing));
	if (state != CH_RELEASE_IS_NOTED)
		good(w, yes ? "share answer 1 --approved yes --how paper" : "share answer 1 --approved no --how paper");
	if (state == CH_RELEASE_IS_RELEASED)
		good(w, "share send 1");
}

static const char *code_of(enum ch_entity_id entity, int state)
{
	return state != 0 ? ch_field_named(ch_entity_of(entity), "state")->choices[state].code : "";
}

/* {id} and {pairing} are the subject's, {to} the state that is asked for. */
static const struct {
	enum ch_operation operation;
	int target; /* 0: any */
	const char *line;
} commands[] = {
	{CH_OP_PROGRAMME_OPEN, 0, "programme open {id}"},
	{CH_OP_PROGRAMME_CLOSE, 0, "programme close {id}"},
	{CH_OP_ENROLMENT_SET, 0, "enrolment set {id} --state {to}"},
	{CH_OP_PROPOSAL_APPROVE, 0, "proposal approve {id}"},
	{CH_OP_PROPOSAL_ACCEPT, 0, "proposal accept {id} --by both"},
	{CH_OP_PROPOSAL_DECLINE, 0, "proposal decline {id} --by learner --reason no_time"},
	{CH_OP_PAIRING_START, 0, "pairing start {id}"},
	{CH_OP_PAIRING_PAUSE, 0, "pairing pause {id}"},
	{CH_OP_PAIRING_RESUME, 0, "pairing resume {id}"},
	{CH_OP_PAIRING_REOPEN, 0, "pairing reopen {id}"},
	{CH_OP_PAIRING_CLOSE, CH_PAIRING_CLOSING,
	 "pairing close {id} --kind ended_early --initiator both --reason mutual_agreement"},
	{CH_OP_PAIRING_CLOSE, CH_PAIRING_CLOSED,
	 "pairing close {id} --kind never_started --initiator both --reason mutual_agreement"},
	{CH_OP_ACTION_SET, CH_ACTION_DONE, "action done {id}"},
	{CH_OP_ACTION_SET, CH_ACTION_CARRIED, "action carry {id} --due 2026-12-20"},
	{CH_OP_ACTION_SET, CH_ACTION_DROPPED, "action drop {id}"},
	{CH_OP_GOAL_SET, CH_GOAL_ATTAINED, "goal attain {id} --as nora@example.org"},
	{CH_OP_GOAL_SET, CH_GOAL_DROPPED, "goal drop {id} --as nora@example.org"},
	{CH_OP_FEEDBACK_RECORD, 0, "feedback record {pairing} --side learner --form follow_up --gained-hopes 3"},
	{CH_OP_FEEDBACK_WAIVE, 0, "feedback waive {pairing} --side learner --form follow_up --because moved"},
	{CH_OP_REFERRAL_DISCUSS, 0, "referral discuss {id}"},
	{CH_OP_REFERRAL_ANSWER, CH_REFERRAL_IS_APPROVED, "referral answer {id} --approved yes --how paper"},
	{CH_OP_REFERRAL_ANSWER, CH_REFERRAL_IS_DECLINED, "referral answer {id} --approved no --how paper"},
	{CH_OP_REFERRAL_FORWARD, 0, "referral forward {id}"},
	{CH_OP_REFERRAL_CLOSE, 0, "referral close {id}"},
	{CH_OP_RELEASE_ANSWER, CH_RELEASE_IS_APPROVED, "share answer {id} --approved yes --how paper"},
	{CH_OP_RELEASE_ANSWER, CH_RELEASE_IS_DECLINED, "share answer {id} --approved no --how paper"},
	{CH_OP_RELEASE_SEND, 0, "share send {id}"},
};

enum { COMMANDS = sizeof(commands) / sizeof(commands[0]), SUBJECTS = sizeof(subjects) / sizeof(subjects[0]) };

static const char *filled_in(struct world *w, const char *line, const struct cell *cell)
{
	const struct {
		const char *mark, *text;
	} marks[] = {{"{id}", cell->subject->id},
		     {"{pairing}", cell->subject->pairing},
		     {"{to}", code_of(cell->subject->entity, cell->target)}};

	for (size_t i = 0; i < sizeof(marks) / sizeof(marks[0]); i++) {
		const char *at = strstr(line, marks[i].mark);

		if (at != NULL)
			line = ch_arena_printf(&w->arena, "%.*s%s%s", (int)(at - line), line, marks[i].text,
					       at + strlen(marks[i].mark));
	}
	return line;
}

/* NULL: nothing asks for that. */
static const char *line_of(struct world *w, const struct cell *cell)
{
	for (size_t i = 0; i < COMMANDS; i++)
		if (commands[i].operation == cell->operation &&
		    (commands[i].target == 0 || commands[i].target == cell->target))
			return filled_in(w, commands[i].line, cell);
	return NULL;
}

/* ---- The scheme --------------------------------------------------------------------------- */

static const char *const beginning[] = {
	"init Riverside",
	"person add Max --email max@example.org",
	"person add Gwen --email gwen@example.org --roles 'coach; mentor' --offers planning --capacity 9"
	" --origin external",
	"person add Lena --email lena@example.org --roles coachee",
	"person add Nora --email nora@example.org --roles coachee --manager-email max@example.org",
	"person add Olaf --email olaf@example.org --roles coachee",
	"person add Pia --email pia@example.org --roles coachee",
	"person add Quin --email quin@example.org --roles mentee --manager-email max@example.org",
	"programme add Spring --kind coaching",
	"programme open Spring",
	"programme add Empty --kind coaching",
	"programme add Autumn --kind mentoring --purpose p --focus-areas f --mentoring-models m --components c"
	" --matching-process x",
	"programme open Autumn",
	"pairing add Gwen Lena --programme Spring --ready spoken",
	"pairing agree 1 --agreed-by both --how spoken --usual-day varies",
	"goal add 1",
	"pairing start 1",
	"pairing add Gwen Nora --programme Spring --ready spoken",
	"pairing agree 2 --agreed-by both --how spoken --usual-day varies",
	"goal add 2",
	"pairing start 2",
	"action add 2",
	"pairing add Gwen Pia --programme Spring --ready spoken",
	"pairing agree 3 --agreed-by both --how spoken --usual-day varies",
	"goal add 3",
	"pairing start 3",
	"pairing close 3 --kind completed --initiator both --reason planned_end",
	"pairing add Gwen Quin --programme Autumn --ready spoken",
	"enrol Olaf --programme Spring",
	"enrolment ready Olaf --programme Spring --how spoken",
	"proposal add Gwen Olaf --programme Spring",
};

static void restore(struct world *w)
{
	FILE *file = fopen(w->path, "wb");

	assert_non_null(file);
	assert_int_equal(fwrite(w->bytes, 1, w->size, file), w->size);
	assert_int_equal(fclose(file), 0);
}

static void keep(struct world *w)
{
	FILE *file = fopen(w->path, "rb");

	assert_non_null(file);
	fseek(file, 0, SEEK_END);
	w->size = (size_t)ftell(file);
	rewind(file);
	w->bytes = malloc(w->size);
	assert_int_equal(fread(w->bytes, 1, w->size, file), w->size);
	fclose(file);
}

static const char *state_of(struct world *w, const struct subject *subject)
{
	const struct ch_entity *entity = ch_entity_of(subject->entity);

	return ask(w, ch_arena_printf(&w->arena, "SELECT state FROM %s WHERE %s = %s", entity->name,
				      entity->fields[0].key, subject->id));
}

static bool is_at(struct world *w, const struct subject *subject, int state)
{
	return strcmp(state_of(w, subject), code_of(subject->entity, state)) == 0;
}

static void put_in_state(struct world *w, const struct cell *cell)
{
	const struct subject *subject = cell->subject;
	const struct ch_entity *entity = ch_entity_of(subject->entity);

	restore(w);
	brought = subject;
	if (subject->bring != NULL)
		subject->bring(w, cell->from);
	else
		ask(w, ch_arena_printf(&w->arena, "UPDATE %s SET state = '%s' WHERE %s = %s", entity->name,
				       code_of(subject->entity, cell->from), entity->fields[0].key, subject->id));
	if (!is_at(w, subject, cell->from))
		fail_msg("%s cannot be brought to %s", subject->name, code_of(subject->entity, cell->from));
}

/* ---- Trying ----------------------------------------------------------------------------------- */

/* R61: it goes to nobody's manager, and the file itself takes none that has gone. */
static bool is_achievement(const struct subject *subject)
{
	return subject->entity == CH_RELEASE && strcmp(subject->pairing, "4") == 0;
}

static bool is_allowed(const struct cell *cell)
{
	if (cell->operation == CH_OP_RELEASE_SEND && is_achievement(cell->subject))
		return false;
	if (cell->target == 0)
		return ch_state_after(cell->subject->entity, cell->from, cell->operation) != 0;
	return ch_state_allows(cell->subject->entity, cell->from, cell->operation, cell->target);
}

/* The refusal, as JSON, says the state or the rule, and the way on. */
static void judge_refusal(struct world *w, const struct cell *cell, const char *what)
{
	const char *label = ch_field_named(ch_entity_of(cell->subject->entity), "state")->choices[cell->from].label;
	bool by_rule = strstr(w->said, "\"rule\":\"R6") != NULL;
	const char *fix = strstr(w->said, "\"fix\":\"");

	if (fix == NULL || (strstr(fix, "`chiron ") == NULL && strstr(w->said, " already") == NULL))
		fail_msg("%s is refused without the command that leads on: %s", what, w->said);
	if (!by_rule && strstr(w->said, ", because ") == NULL && strstr(w->said, " already") == NULL)
		fail_msg("%s is refused without what is missing: %s", what, w->said);
	if (strstr(w->said, label) == NULL && !by_rule)
		fail_msg("%s is refused and does not say that it is %s: %s", what, label, w->said);
	if ((cell->subject->entity == CH_REFERRAL || cell->subject->entity == CH_RELEASE) && !by_rule)
		fail_msg("%s is refused without its rule: %s", what, w->said);
	if (!is_at(w, cell->subject, cell->from))
		fail_msg("%s is refused and leaves it %s", what, state_of(w, cell->subject));
}

static void try_cell(struct world *w, const struct cell *cell, const char *line)
{
	const struct subject *subject = cell->subject;
	int to = cell->target != 0 ? cell->target : ch_state_after(subject->entity, cell->from, cell->operation);
	/* A programme without a live pairing goes through closing at once. */
	int further = ch_state_after(subject->entity, to, cell->operation);

	put_in_state(w, cell);
	enum ch_status status = run(w, ch_arena_printf(&w->arena, "%s --format json", line));
	const char *what = ch_arena_printf(&w->arena, "%s, %s: chiron %s", subject->name,
					   code_of(subject->entity, cell->from), line);

	if (is_allowed(cell) && status != CH_OK)
		fail_msg("%s is in the table, and refused: %s", what, w->said);
	if (is_allowed(cell) && !is_at(w, subject, to) && !is_at(w, subject, further))
		fail_msg("%s leads to %s", what, state_of(w, subject));
	if (!is_allowed(cell) && status == CH_OK)
		fail_msg("%s is not in the table, and was done: %s", what, w->said);
	if (!is_allowed(cell))
		judge_refusal(w, cell, what);
	ch_arena_reset(&w->arena);
}

/* Whether commands are told apart by what they lead to. */
static bool has_targets(enum ch_operation operation)
{
	for (size_t i = 0; i < COMMANDS; i++)
		if (commands[i].operation == operation)
			return commands[i].target != 0 || strstr(commands[i].line, "{to}") != NULL;
	return false;
}

static size_t try_operation(struct world *w, const struct subject *subject, enum ch_operation operation)
{
	const struct ch_choice *states = ch_field_named(ch_entity_of(subject->entity), "state")->choices;
	bool targets = has_targets(operation);
	size_t tried = 0;

	for (int from = 1; states[from].code != NULL; from++) {
		if (from == CH_RELEASE_IS_RELEASED && is_achievement(subject))
			continue;
		for (int target = targets ? 1 : 0; target == 0 || states[target].code != NULL; target++) {
			const struct cell cell = {subject, from, operation, target};
			const char *line = line_of(w, &cell);

			/* Saving a record as it is changes no state. */
			if (line != NULL && !(operation == CH_OP_ENROLMENT_SET && target == from)) {
				try_cell(w, &cell, line);
				tried++;
			}
			if (!targets)
				break;
		}
	}
	return tried;
}

/* What makes a record, or is done by itself, is asked of no record that is there. */
static bool is_tried(const struct ch_transition *row)
{
	return row->from != 0 && row->entity != CH_SESSION && row->operation != CH_OP_PROPOSAL_MAKE &&
	       row->operation != CH_OP_FEEDBACK_LAPSE && ch_operation_info(row->operation)->entity == row->entity;
}

static bool is_first(const struct ch_transition *table, size_t row)
{
	for (size_t i = 0; i < row; i++)
		if (is_tried(&table[i]) && table[i].operation == table[row].operation)
			return false;
	return true;
}

static void no_command_takes_a_short_cut(void **state)
{
	struct world *w = *state;
	size_t count, tried = 0;
	const struct ch_transition *table = ch_transitions(&count);

	for (size_t i = 0; i < count; i++) {
		size_t before = tried;

		if (!is_tried(&table[i]) || !is_first(table, i))
			continue;
		for (size_t s = 0; s < SUBJECTS; s++)
			if (subjects[s].entity == table[i].entity)
				tried += try_operation(w, &subjects[s], table[i].operation);
		if (tried == before)
			fail_msg("%s has no command here", ch_operation_info(table[i].operation)->code);
	}
	assert_true(tried > 140);
}

static int world_setup(void **state)
{
	struct world *w = calloc(1, sizeof(*w));

	w->arena = CH_ARENA_EMPTY;
	temp_dir_setup((void **)&w->dir);
	w->path = temp_dir_file(w->dir, "s.db");
	for (size_t i = 0; i < sizeof(beginning) / sizeof(beginning[0]); i++)
		good(w, beginning[i]);
	keep(w);
	*state = w;
	return 0;
}

static int world_teardown(void **state)
{
	struct world *w = *state;
	void *dir = w->dir;

	ch_arena_release(&w->arena);
	free(w->said);
	free(w->bytes);
	free(w);
	return temp_dir_teardown(&dir);
}

int main(void)
{
	const struct CMUnitTest tests[] = {cmocka_unit_test(no_command_takes_a_short_cut)};

	return cmocka_run_group_tests(tests, world_setup, world_teardown);
}
