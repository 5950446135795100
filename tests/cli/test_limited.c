/*
 * A coordinator who is limited to one of the demonstration's two programmes (R83), against the command table: a phrase
 * is planted in every field of words of the other programme, then every command there is, is run on what is of it and
 * on what is not. None shows the phrase, in a list, report, export, check, history or refusal; and none changes a
 * record of the other programme. A new command, check, report or field is in it by being in its table.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>
#include <sqlite3.h>

#include "chiron/check.h"
#include "cli/cli.h"
#include "cli/command.h"
#include "support/process.h"
#include "support/temp_dir.h"

#define THEIRS "1" /* the programme that is not the coordinator's */
#define PHRASE "zzplantedQsecretQ"
#define SEARCHED "zzplanted"
#define FOUND "Qsecret"
#define NOBODYS "987654"

struct world {
	void *dir; /* struct temp_dir */
	char path[4096];
	struct ch_arena arena;
	int runs;
};

/* ---- The file, past the program ------------------------------------------------------ */

static sqlite3 *open_file(const struct world *w)
{
	sqlite3 *file = NULL;

	assert_int_equal(sqlite3_open(w->path, &file), SQLITE_OK);
	return file;
}

static void execute(sqlite3 *file, const char *sql)
{
	char *message = NULL;

	if (sqlite3_exec(file, sql, NULL, NULL, &message) != SQLITE_OK)
		fail_msg("%s: %s", sql, message);
}

/* The first column of the first row; "" where there is none. */
static const char *ask(struct world *w, sqlite3 *file, const char *sql)
{
	sqlite3_stmt *q = NULL;
	const char *answer = "";

	if (sqlite3_prepare_v2(file, sql, -1, &q, NULL) != SQLITE_OK)
		fail_msg("%s: %s", sql, sqlite3_errmsg(file));
	if (sqlite3_step(q) == SQLITE_ROW && sqlite3_column_text(q, 0) != NULL)
		answer = ch_arena_copy(&w->arena, (const char *)sqlite3_column_text(q, 0));
	sqlite3_finalize(q);
	return answer;
}

static bool has_column(struct world *w, sqlite3 *file, const char *table, const char *column)
{
	return *ask(w, file, ch_arena_printf(&w->arena, "SELECT 1 FROM pragma_table_info('%s') WHERE name = '%s'",
					     table, column)) != '\0';
}

/* Who is in that programme and in no other, as the test sees it: by enrolment, pairing or committee. */
#define PAIRINGS "(SELECT pairing_id FROM pairing WHERE programme_id = " THEIRS ")"
#define IN(sign)                                                                                                       \
	"(SELECT person_id FROM enrolment WHERE programme_id " sign THEIRS                                             \
	" UNION SELECT guide_id FROM pairing WHERE programme_id " sign THEIRS                                          \
	" UNION SELECT learner_id FROM pairing WHERE programme_id " sign THEIRS                                        \
	" UNION SELECT person_id FROM committee_member WHERE programme_id " sign THEIRS ")"
#define PEOPLE "(SELECT person_id FROM person WHERE person_id IN " IN("=") " AND person_id NOT IN " IN("<>") ")"

/* The rows of a table that belong to that programme; NULL: none do. */
static const char *rows_of(struct world *w, sqlite3 *file, const char *table)
{
	static const struct {
		const char *table, *rows;
	} special[] = {
		{"approval", "proposal_id IN (SELECT proposal_id FROM proposal WHERE programme_id = " THEIRS ")"},
		{"released_words", "release_id IN (SELECT release_id FROM release WHERE pairing_id IN " PAIRINGS ")"},
		{"step", "1"}, /* not one of them is the coordinator's */
		{"draft", "1"},
		{"answer", "person_id IN " PEOPLE},
		{"import_batch", "ifnull(programme_id, " THEIRS ") = " THEIRS},
		{"override", "ifnull(programme_id, (SELECT programme_id FROM pairing p WHERE p.pairing_id = "
			     "override.pairing_id)) = " THEIRS},
	};

	for (size_t i = 0; i < sizeof(special) / sizeof(special[0]); i++)
		if (strcmp(special[i].table, table) == 0)
			return special[i].rows;
	if (has_column(w, file, table, "programme_id"))
		return "programme_id = " THEIRS;
	if (has_column(w, file, table, "pairing_id"))
		return "pairing_id IN " PAIRINGS;
	if (has_column(w, file, table, "spell_id"))
		return "spell_id IN (SELECT spell_id FROM spell WHERE pairing_id IN " PAIRINGS ")";
	return has_column(w, file, table, "person_id") ? "person_id IN " PEOPLE : NULL;
}

/* Words that somebody may type, and the keys made of them; no codes, dates and numbers. */
static bool holds_words(const struct ch_field *field)
{
	switch (field->type) {
	case CH_TYPE_TEXT:
	case CH_TYPE_LINES:
	case CH_TYPE_LIST:
	case CH_TYPE_EMAIL:
	case CH_TYPE_PHONE:
		return true;
	default:
		return false;
	}
}

/* Whether a field keeps a code that the program reads. */
static bool is_code(const struct ch_entity *entity, const struct ch_field *field)
{
	return strcmp(field->key, "custom_values") == 0 ||
	       (entity->id == CH_STEP && (strcmp(field->key, "operation") == 0 || strcmp(field->key, "entity") == 0));
}

static int plant_entity(struct world *w, sqlite3 *file, const struct ch_entity *entity)
{
	const char *rows = rows_of(w, file, entity->name), *id = entity->fields[0].key;
	int planted = 0;

	for (size_t i = 0; rows != NULL && i < entity->field_count; i++) {
		const struct ch_field *field = &entity->fields[i];

		if (!holds_words(field) || is_code(entity, field))
			continue;
		execute(file, ch_arena_printf(&w->arena, "UPDATE %s SET %s = '" PHRASE "-%s-%s-' || %s WHERE %s",
					      entity->name, field->key, entity->name, field->key, id, rows));
		planted += sqlite3_changes(file);
	}
	return planted;
}

/* Everything but the audit log, which is not changed, and the journal, which repeats the records. */
static void plant(struct world *w)
{
	sqlite3 *file = open_file(w);
	int planted = 0;

	for (int id = CH_NO_ENTITY + 1; id < CH_ENTITY_COUNT; id++)
		planted += plant_entity(w, file, ch_entity_of((enum ch_entity_id)id));
	execute(file, "INSERT INTO custom_field (row_version, belongs_to, name, key, kind, readers)"
		      " VALUES (1, 'person', 'Planted', 'planted', 'text', 'coordinator'),"
		      " (1, 'enrolment', 'Planted', 'planted', 'text', 'coordinator')");
	execute(file, "UPDATE person SET custom_values = json_object('planted', '" PHRASE "')"
		      " WHERE person_id IN " PEOPLE);
	execute(file, "UPDATE enrolment SET custom_values = json_object('planted', '" PHRASE "')"
		      " WHERE programme_id = " THEIRS);
	execute(file, "UPDATE pair_text SET body = CAST('" PHRASE "' AS BLOB)");
	execute(file, "UPDATE released_words SET words = '" PHRASE "' WHERE release_id IN"
		      " (SELECT release_id FROM release WHERE pairing_id IN " PAIRINGS ")");
	execute(file, "UPDATE change SET before = replace(before, '\"name\":\"', '\"name\":\"" PHRASE "'),"
		      " after = replace(after, '\"name\":\"', '\"name\":\"" PHRASE "')");
	sqlite3_close(file);
	assert_true(planted > 2000);
}

/* How the other programme's records stand: their versions and words, in one text. */
static const char *state_of_theirs(struct world *w)
{
	sqlite3 *file = open_file(w);
	struct ch_buffer out = CH_BUFFER_EMPTY;

	for (int id = CH_NO_ENTITY + 1; id < CH_ENTITY_COUNT; id++) {
		const struct ch_entity *entity = ch_entity_of((enum ch_entity_id)id);
		const char *rows = rows_of(w, file, entity->name);

		if (rows != NULL && id != CH_STEP)
			ch_buffer_printf(&out, "%s %s\n", entity->name,
					 ask(w, file, ch_arena_printf(&w->arena, "SELECT count(*) || ' ' ||"
						" ifnull(sum(row_version), 0) FROM %s WHERE %s", entity->name, rows)));
	}
	sqlite3_close(file);
	const char *state = ch_arena_copy(&w->arena, out.text);
	ch_buffer_release(&out);
	return state;
}

/* ---- Running commands ------------------------------------------------------------------ */

enum { MOST_WORDS = 24 };

struct line {
	const char *words[MOST_WORDS];
	size_t count;
};

static void add_word(struct line *line, const char *word)
{
	assert_true(line->count < MOST_WORDS);
	line->words[line->count++] = word;
}

static void complain(const struct line *line, const char *output)
{
	struct ch_buffer said = CH_BUFFER_EMPTY;
	const char *at = strstr(output, FOUND);

	for (size_t i = 0; i < line->count; i++)
		ch_buffer_printf(&said, " %s", line->words[i]);
	fail_msg("chiron%s\nshows what is of another programme:\n%.300s", said.text,
		 at - output > 200 ? at - 200 : output);
}

static void run(struct world *w, const struct line *line)
{
	char *argv[MOST_WORDS + 4] = {(char *)"-d", w->path, (char *)"--as", (char *)"Grace Owen"};
	size_t length = 0;
	char *text = NULL;
	FILE *out = open_memstream(&text, &length), *in = fopen("/dev/null", "r");
	struct cli streams = {.in = in, .out = out, .err = out};

	for (size_t i = 0; i < line->count; i++)
		argv[4 + i] = (char *)line->words[i];
	cli_execute(&streams, 4 + line->count, argv);
	fclose(out);
	fclose(in);
	if (strstr(text, FOUND) != NULL)
		complain(line, text);
	free(text);
	w->runs++;
}

/* The number of a record of the other programme; one that nobody has where there is none of the kind. */
static const char *number_of_theirs(struct world *w, enum ch_entity_id id)
{
	const struct ch_entity *entity = ch_entity_of(id);
	sqlite3 *file = open_file(w);
	const char *rows = rows_of(w, file, entity->name);
	const char *number = rows == NULL ? NOBODYS : ask(w, file, ch_arena_printf(&w->arena,
		"SELECT %s FROM %s WHERE %s LIMIT 1", entity->fields[0].key, entity->name, rows));

	sqlite3_close(file);
	return *number != '\0' ? number : NOBODYS;
}

/* What is typed in the place of an argument: a record of the other programme, what its fields say, or a word. */
static const char *word_for(struct world *w, const struct cli_argument *argument, bool by_number)
{
	if (argument->entity != CH_NO_ENTITY)
		return by_number ? number_of_theirs(w, argument->entity) : SEARCHED;
	return argument->choices != NULL ? argument->choices[1].code : SEARCHED;
}

static const char *value_for(struct world *w, const struct cli_option *option)
{
	const struct ch_field *field =
		option->field != NULL ? ch_field_named(ch_entity_of(option->entity), option->field) : NULL;

	if (strcmp(option->key, "programme") == 0)
		return THEIRS;
	if (strcmp(option->key, "person") == 0 || strcmp(option->key, "guide") == 0)
		return number_of_theirs(w, CH_PERSON);
	if (strcmp(option->key, "pairing") == 0)
		return number_of_theirs(w, CH_PAIRING);
	if (field != NULL && field->type == CH_TYPE_ID)
		return number_of_theirs(w, field->refers_to);
	if (field != NULL && field->choices != NULL)
		return field->choices[1].code;
	if (option->choices != NULL)
		return option->choices[1].code;
	return field != NULL && field->type == CH_TYPE_DATE ? "2026-11-20" : "1";
}

static bool names_whose(const struct cli_option *option)
{
	return strcmp(option->key, "programme") == 0 || strcmp(option->key, "person") == 0 ||
	       strcmp(option->key, "pairing") == 0;
}

enum about { NOTHING, NUMBERS, WORDS, OPTIONS_TOO, ABOUTS };

/* The words of a command and what it needs; with all that narrows it to the other programme's. */
static struct line line_of(struct world *w, const struct cli_command *command, enum about about)
{
	const struct cli_option *options = cli_command_options(command, &w->arena);
	struct line line = {.count = 0};
	char *rest = NULL;

	for (char *word = strtok_r(ch_arena_copy(&w->arena, command->words), " ", &rest); word != NULL;
	     word = strtok_r(NULL, " ", &rest))
		add_word(&line, word);
	for (const struct cli_argument *a = command->arguments; a != NULL && a->name != NULL; a++)
		if (about != NOTHING || !(a->flags & CLI_OPTIONAL))
			add_word(&line, word_for(w, a, about != WORDS));
	for (const struct cli_option *o = options; o->key != NULL; o++) {
		if (!(o->flags & CLI_REQUIRED) && !(about == OPTIONS_TOO && names_whose(o)))
			continue;
		add_word(&line, ch_arena_printf(&w->arena, "--%s", o->key));
		if (o->value != NULL || o->field != NULL)
			add_word(&line, value_for(w, o));
	}
	return line;
}

static void in_every_format(struct world *w, struct line line)
{
	static const char *const formats[] = {"--format=table", "--format=csv", "--format=json"};

	add_word(&line, "");
	for (size_t i = 0; i < sizeof(formats) / sizeof(formats[0]); i++) {
		line.words[line.count - 1] = formats[i];
		run(w, &line);
	}
}

/* ---- The tests --------------------------------------------------------------------------- */

static void plant_in_demonstration(void **state)
{
	struct world *w = *state;

	process_demonstration(w->path);
	plant(w);
}

static void r83_no_command_shows_what_is_anothers(void **state)
{
	struct world *w = *state;
	const char *before = state_of_theirs(w);

	for (const struct cli_command *command = cli_commands; command->words != NULL; command++) {
		if (command->flags & CLI_NO_SCHEME)
			continue;
		for (int about = NOTHING; about < ABOUTS; about++) {
			struct line line = line_of(w, command, (enum about)about);

			if (command->list != 0 || strstr(command->words, "show") != NULL)
				in_every_format(w, line);
			else
				run(w, &line);
		}
	}
	assert_string_equal(state_of_theirs(w), before);
	assert_true(w->runs > 500);
}

static void no_list_shows_it_narrowed_or_counted(void **state)
{
	struct world *w = *state;
	struct ch_context c = {.clock = {.fixed_today = CH_NO_DATE}};
	struct ch_error err = CH_NO_ERROR;

	assert_int_equal(ch_scheme_open(w->path, &c.scheme, &err), CH_OK);
	for (const struct cli_command *command = cli_commands; command->words != NULL; command++) {
		size_t count;
		const char *sort;
		const struct ch_column *columns;

		if (command->list == 0)
			continue;
		columns = ch_list_columns(&c, command->list, &w->arena, &count, &sort);
		for (size_t i = 0; i < count; i++) {
			struct line line = line_of(w, command, NOTHING);

			add_word(&line, ch_arena_printf(&w->arena, "--count-by=%s", columns[i].key));
			run(w, &line);
		}
	}
	ch_scheme_close(c.scheme);
}

static void no_report_shows_it(void **state)
{
	struct world *w = *state;

	for (size_t i = 0; i < ch_report_count(); i++) {
		struct line line = {.words = {"report", ch_report_at(i)->name}, .count = 2};

		in_every_format(w, line);
		add_word(&line, "--format=html");
		run(w, &line);
	}
}

static void no_check_shows_it(void **state)
{
	struct world *w = *state;

	for (size_t i = 0; i < ch_check_count(); i++) {
		struct line line = {.words = {"check", "--rule", ch_check_at(i)->name}, .count = 3};

		in_every_format(w, line);
	}
	in_every_format(w, (struct line){.words = {"today", "--all"}, .count = 2});
}

static void what_is_theirs_is_shown(void **state)
{
	struct world *w = *state;
	char *argv[] = {(char *)"-d", w->path, (char *)"--as", (char *)"Grace Owen", (char *)"pairing", (char *)"list"};
	size_t length = 0;
	char *text = NULL;
	FILE *out = open_memstream(&text, &length), *in = fopen("/dev/null", "r");
	struct cli streams = {.in = in, .out = out, .err = out};

	assert_int_equal(cli_execute(&streams, sizeof(argv) / sizeof(argv[0]), argv), CH_OK);
	fclose(out);
	fclose(in);
	assert_non_null(strstr(text, "Rosalind Achebe"));
	free(text);
}

static int world_setup(void **state)
{
	struct world *w = calloc(1, sizeof(*w));

	if (w == NULL)
		return -1;
	w->arena = CH_ARENA_EMPTY;
	*state = w;
	if (temp_dir_setup(&w->dir) != 0)
		return -1;
	snprintf(w->path, sizeof(w->path), "%s", temp_dir_file(w->dir, "demo.db"));
	return 0;
}

static int world_teardown(void **state)
{
	struct world *w = *state;

	temp_dir_teardown(&w->dir);
	ch_arena_release(&w->arena);
	free(w);
	return 0;
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(plant_in_demonstration),
		cmocka_unit_test(what_is_theirs_is_shown),
		cmocka_unit_test(r83_no_command_shows_what_is_anothers),
		cmocka_unit_test(no_list_shows_it_narrowed_or_counted),
		cmocka_unit_test(no_report_shows_it),
		cmocka_unit_test(no_check_shows_it),
	};

	return cmocka_run_group_tests(tests, world_setup, world_teardown);
}
