/*
 * Bad input, against the command table: each argument and each option of each command is given every bad value of its
 * kind, and what it must have is left out. Each is refused with the exit status that fits; the message names what is
 * at fault and quotes what was given, made safe; the scheme file is the same, byte for byte; and whatever is printed,
 * also where odd text is allowed, has no control character, no bidi control and no broken UTF-8 in it.
 *
 * A new command, option or field is in it by being in its table.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include <cmocka.h>
#include <sqlite3.h>

#include "chiron/text.h"
#include "cli/cli.h"
#include "cli/command.h"
#include "support/process.h"
#include "support/temp_dir.h"

enum { MOST_WORDS = 40, LONG = 10000, LONGEST_ANSWER = 2200, MOST_COMPLAINTS = 4000 };

#define ESCAPE "\x1b]0;owned\x07\x1b[31mred"
#define CONTROLS "a\x01\x7f\xc2\x9b" "b"
#define TURNED "left\xe2\x80\xaethgir"
#define BROKEN "caf\xe9"
#define NO_FOLDER "/nowhere-at-all/"

struct world {
	void *dir; /* struct temp_dir */
	char path[4096];
	char *bytes; /* of the scheme as it was made; NULL: it is not yet */
	size_t size;
	char *longest; /* LONG letters */
	char sheet[4200]; /* a list of which a row is rejected */
	struct ch_arena arena;
	const char *numbers[CH_ENTITY_COUNT]; /* of some record of each kind */
	struct timespec made; /* when the file was last written, by this test */
	int runs, complaints;
};

/* ---- Bad values, by kind --------------------------------------------------------------- */

enum verdict { REFUSED, SAFE /* it may be allowed: then only what is printed is judged */ };

struct bad {
	const char *value;
	enum verdict verdict;
};

#define ODD_TEXTS {ESCAPE, REFUSED}, {CONTROLS, REFUSED}, {TURNED, REFUSED}, {BROKEN, REFUSED}, {a_long_one, REFUSED}

static const char a_long_one[] = "stands for LONG letters";

static const struct bad dates[] = {{"2026-02-30", REFUSED}, {"2027-02-29", REFUSED}, {"1900-02-29", REFUSED},
				   {"2026-13-01", REFUSED}, {"2026-00-10", REFUSED}, {"2026-04-31", REFUSED},
				   {"31 feb", REFUSED},	    {"1899-12-31", REFUSED}, {"10000-01-01", REFUSED},
				   {"whenever", REFUSED},   {"+99999999999d", REFUSED}, {"0", REFUSED}, ODD_TEXTS, {0}};
static const struct bad numbers[] = {{"half", REFUSED}, {"1.5", REFUSED}, {"1e3", REFUSED}, {"0x10", REFUSED},
				     {"99999999999999999999", REFUSED}, {"-99999999999999999999", REFUSED},
				     ODD_TEXTS, {0}};
static const struct bad lengths[] = {{"-5", REFUSED}, {"0", REFUSED}, {"1441", REFUSED}, {"a while", REFUSED},
				     {"99999999999999999999", REFUSED}, ODD_TEXTS, {0}};
static const struct bad times[] = {{"24:01", REFUSED}, {"25:00", REFUSED}, {"12:60", REFUSED}, {"-1:00", REFUSED},
				   {"noonish", REFUSED}, ODD_TEXTS, {0}};
static const struct bad hours[] = {{"-1", REFUSED}, {"745", REFUSED}, {"few", REFUSED},
				   {"99999999999999999999", REFUSED}, ODD_TEXTS, {0}};
static const struct bad intervals[] = {{"-2 weeks", REFUSED}, {"0 months", REFUSED}, {"367 days", REFUSED},
				       {"99999999999 weeks", REFUSED}, {"often", REFUSED}, {"2", REFUSED},
				       ODD_TEXTS, {0}};
static const struct bad words[] = {{"no such word", REFUSED}, {"-1", REFUSED}, ODD_TEXTS, {0}};
static const struct bad addresses[] = {{"nobody", REFUSED}, {"@", REFUSED}, {"a@b@c", REFUSED}, ODD_TEXTS, {0}};
static const struct bad texts[] = {ODD_TEXTS, {0}};
static const struct bad long_texts[] = {{ESCAPE, REFUSED}, {CONTROLS, REFUSED}, {TURNED, REFUSED}, {BROKEN, REFUSED},
					{a_long_one, SAFE}, {0}};
static const struct bad any_texts[] = {{ESCAPE, SAFE}, {CONTROLS, SAFE}, {TURNED, SAFE}, {BROKEN, REFUSED},
				       {"99999999999999999999", SAFE}, {"=", SAFE}, {":", SAFE}, {"\"", SAFE},
				       {a_long_one, SAFE}, {0}};
static const struct bad records[] = {{"nobody at all", REFUSED}, {"0", REFUSED}, {"-1", REFUSED},
				     {"987654321", REFUSED}, {"99999999999999999999", REFUSED}, {"", REFUSED},
				     ODD_TEXTS, {0}};
static const struct bad people[] = {{"nobody at all", REFUSED}, {"0", REFUSED}, {"-1", REFUSED},
				    {"987654321", REFUSED}, {"99999999999999999999", REFUSED}, {"", REFUSED},
				    {"a", REFUSED} /* ambiguous */, ODD_TEXTS, {0}};
static const struct bad files[] = {{"", REFUSED}, {"/", REFUSED}, {NO_FOLDER "x.csv", REFUSED},
				   {NO_FOLDER ESCAPE, REFUSED}, {NO_FOLDER TURNED, REFUSED}, {BROKEN, REFUSED},
				   {a_long_one, REFUSED}, {0}};

static const struct bad *bad_of_type(enum ch_type type, int64_t max)
{
	switch (type) {
	case CH_TYPE_DATE:
		return dates;
	case CH_TYPE_NUMBER:
		return numbers;
	case CH_TYPE_MINUTES:
		return lengths;
	case CH_TYPE_TIME:
		return times;
	case CH_TYPE_HOURS:
		return hours;
	case CH_TYPE_INTERVAL:
		return intervals;
	case CH_TYPE_CHOICE:
	case CH_TYPE_CHOICES:
	case CH_TYPE_YES:
		return words;
	case CH_TYPE_EMAIL:
		return addresses;
	case CH_TYPE_ID:
		return records;
	default:
		return max >= LONG ? long_texts : texts;
	}
}

static const struct bad *bad_of_record(enum ch_entity_id entity)
{
	return entity == CH_PERSON ? people : records;
}

static const struct ch_field *field_of(const struct cli_option *option)
{
	return option->field != NULL ? ch_field_named(ch_entity_of(option->entity), option->field) : NULL;
}

static const struct bad *bad_of_option(const struct cli_option *option)
{
	const struct ch_field *field = field_of(option);

	if (option->flags & CLI_FILE)
		return files;
	if (option->choices != NULL && (field == NULL || option->flags & CLI_SELECTS))
		return words;
	if (field != NULL && strcmp(field->key, "custom_values") == 0)
		return any_texts;
	if (field != NULL)
		return field->type == CH_TYPE_ID ? bad_of_record(field->refers_to)
						 : bad_of_type(field->type, field->max);
	if (option->entity != CH_NO_ENTITY)
		return bad_of_record(option->entity);
	return option->type != 0 ? bad_of_type(option->type, 0) : any_texts;
}

static const struct bad *bad_of_argument(const struct cli_argument *argument)
{
	if (argument->flags & CLI_FILE)
		return files;
	if (argument->entity != CH_NO_ENTITY)
		return bad_of_record(argument->entity);
	return argument->choices != NULL ? words : any_texts;
}

/* ---- A line of words that would do, but for one ------------------------------------------ */

struct line {
	const char *words[MOST_WORDS];
	size_t count;
};

static void add_word(struct line *line, const char *word)
{
	assert_true(line->count < MOST_WORDS);
	line->words[line->count++] = word;
}

/* The number of some record; "1" where there is none. */
static const char *number_of(struct world *w, enum ch_entity_id id)
{
	const struct ch_entity *entity = ch_entity_of(id);
	const char *number = w->numbers[id] != NULL ? w->numbers[id] : "1";
	sqlite3_stmt *q = NULL;
	sqlite3 *file = NULL;

	if (w->numbers[id] != NULL)
		return number;
	assert_int_equal(sqlite3_open(w->path, &file), SQLITE_OK);
	assert_int_equal(sqlite3_prepare_v2(file, ch_arena_printf(&w->arena, "SELECT min(%s) FROM %s",
					    entity->fields[0].key, entity->name), -1, &q, NULL), SQLITE_OK);
	if (sqlite3_step(q) == SQLITE_ROW && sqlite3_column_text(q, 0) != NULL)
		number = ch_arena_copy(&w->arena, (const char *)sqlite3_column_text(q, 0));
	sqlite3_finalize(q);
	sqlite3_close(file);
	w->numbers[id] = number;
	return number;
}

static const char *good_of_type(enum ch_type type)
{
	switch (type) {
	case CH_TYPE_DATE:
		return "2026-11-20";
	case CH_TYPE_TIME:
		return "17:30";
	case CH_TYPE_INTERVAL:
		return "2 weeks";
	case CH_TYPE_EMAIL:
		return "somebody@example.org";
	case CH_TYPE_YES:
		return "yes";
	default:
		return "1";
	}
}

static const char *good_of_option(struct world *w, const struct cli_option *option)
{
	const struct ch_field *field = field_of(option);

	if (field != NULL && field->type == CH_TYPE_ID)
		return number_of(w, field->refers_to);
	if (option->choices != NULL)
		return option->choices[1].code;
	if (field == NULL && option->entity != CH_NO_ENTITY)
		return number_of(w, option->entity);
	return good_of_type(field != NULL ? field->type : option->type);
}

static const char *good_of_argument(struct world *w, const struct cli_argument *argument, int place)
{
	if (argument->flags & CLI_FILE)
		return w->sheet;
	if (argument->entity == CH_PERSON && place > 0) /* another one */
		return ch_arena_printf(&w->arena, "%d", atoi(number_of(w, CH_PERSON)) + place);
	if (argument->entity != CH_NO_ENTITY)
		return number_of(w, argument->entity);
	return argument->choices != NULL ? argument->choices[1].code : "activity" /* a report, or any word */;
}

enum { NOTHING = -1 };

/* Whether an option says what a record is changed to. */
static bool changes(const struct cli_option *option)
{
	return option != NULL && field_of(option) != NULL && !(option->flags & CLI_SELECTS);
}

/*
 * The words of a command with what it must have. The argument at place `argument` is `value` (NULL: left out, with all
 * after it), and so is `option`.
 */
static struct line line_of(struct world *w, const struct cli_command *command, int argument,
			   const struct cli_option *option, const char *value)
{
	const struct cli_option *options = cli_command_options(command, &w->arena);
	struct line line = {.count = 0};
	char *rest = NULL;
	int place = 0;

	for (char *word = strtok_r(ch_arena_copy(&w->arena, command->words), " ", &rest); word != NULL;
	     word = strtok_r(NULL, " ", &rest))
		add_word(&line, word);
	for (const struct cli_option *o = options; o->key != NULL; o++) {
		bool same = option != NULL && strcmp(o->key, option->key) == 0;

		if (same && value != NULL)
			add_word(&line, ch_arena_printf(&w->arena, "--%s=%s", o->key, value));
		else if (!same && o->flags & CLI_REQUIRED)
			add_word(&line, ch_arena_printf(&w->arena, "--%s=%s", o->key, good_of_option(w, o)));
	}
	/* What changes a record needs something to change. */
	for (const struct cli_option *o = options; !changes(option) && command->fields == CLI_FIELDS_EDIT; o++)
		if (changes(o) && !(o->flags & CLI_REPEATED)) {
			add_word(&line, ch_arena_printf(&w->arena, "--%s=%s", o->key, good_of_option(w, o)));
			break;
		}
	add_word(&line, "--");
	for (const struct cli_argument *a = command->arguments; a != NULL && a->name != NULL; a++, place++) {
		if (place == argument && value == NULL)
			break;
		if (place == argument)
			add_word(&line, value);
		else if (!(a->flags & CLI_OPTIONAL) || place < argument || (option != NULL && value != NULL))
			add_word(&line, good_of_argument(w, a, place));
	}
	return line;
}

/* ---- Running and judging ------------------------------------------------------------------- */

/* All that was printed is text that a terminal may be shown; CSV ends its lines as CSV does. */
static const char *unsafe_in(char *text)
{
	for (char *end = strstr(text, "\r\n"); end != NULL; end = strstr(end, "\r\n"))
		*end = '\n';
	if (ch_text_valid(text, strlen(text)) != strlen(text))
		return "broken UTF-8 is printed";
	return ch_text_has_controls(text, true) || strchr(text, '\t') != NULL ? "a control is printed" : NULL;
}

/* Byte for byte; a file that was not written since is not read again. */
static bool is_untouched(const struct world *w)
{
	struct stat now_is;

	assert_int_equal(stat(w->path, &now_is), 0);
	if (now_is.st_mtim.tv_sec == w->made.tv_sec && now_is.st_mtim.tv_nsec == w->made.tv_nsec)
		return true;
	FILE *file = fopen(w->path, "rb");
	char *now = malloc(w->size + 1);
	size_t size = fread(now, 1, w->size + 1, file);
	bool same = size == w->size && memcmp(now, w->bytes, size) == 0;

	fclose(file);
	free(now);
	return same;
}

static void put_back(struct world *w)
{
	FILE *file = fopen(w->path, "wb");
	struct stat is;

	assert_int_equal(fwrite(w->bytes, 1, w->size, file), w->size);
	fclose(file);
	assert_int_equal(stat(w->path, &is), 0);
	w->made = is.st_mtim;
}

/* What is said of a file may be that it cannot be made or read. */
static bool is_refusal(enum ch_status status)
{
	return status == CH_USAGE || status == CH_DATA || status == CH_MISSING || status == CH_CANT_CREATE ||
	       status == CH_IO;
}

static void complain(struct world *w, const struct line *line, const char *what, int status, const char *output)
{
	struct ch_buffer said = CH_BUFFER_EMPTY;

	for (size_t i = 0; i < line->count; i++) {
		ch_buffer_add(&said, " ");
		ch_text_add_safe(&said, ch_arena_printf(&w->arena, "%.60s", line->words[i]));
	}
	fprintf(stderr, "%s [%d]: chiron%s\n    %.400s\n", what, status, said.text, output);
	ch_buffer_release(&said);
	w->complaints++;
	if (w->complaints == MOST_COMPLAINTS)
		fail_msg("and maybe more");
}

/* What a refusal calls the thing at fault by: any of these will do. */
struct names {
	const char *words[4];
};

static bool names_it(const struct names *names, const char *output)
{
	if (names->words[0] == NULL) /* a file is quoted: that names it */
		return true;
	for (size_t i = 0; i < sizeof(names->words) / sizeof(names->words[0]); i++)
		if (names->words[i] != NULL && strstr(output, names->words[i]) != NULL)
			return true;
	return false;
}

/* Whether the refusal quotes the start of what was given, as a terminal may be shown it. */
static bool quotes_it(struct world *w, const char *value, const char *output)
{
	struct ch_buffer safe = CH_BUFFER_EMPTY;
	bool found;

	if (strncmp(value, NO_FOLDER, strlen(NO_FOLDER)) == 0) /* of a file the name is enough */
		value += strlen(NO_FOLDER);
	ch_text_add_safe(&safe, value);
	if (safe.length > 12)
		safe.text[12] = '\0';
	found = value == w->longest || *value == '\0' || strstr(output, "one or the other") != NULL ||
		strstr(output, safe.text) != NULL;
	ch_buffer_release(&safe);
	return found;
}

static void run(struct world *w, const struct line *line, enum verdict verdict, const char *value,
		const struct names *names)
{
	char *argv[MOST_WORDS + 2] = {(char *)"-d", w->path}, *text = NULL;
	FILE *in = fopen("/dev/null", "r");
	size_t length = 0;
	FILE *out = open_memstream(&text, &length);
	struct cli streams = {.in = in, .out = out, .err = out};
	enum ch_status status;

	for (size_t i = 0; i < line->count; i++)
		argv[2 + i] = (char *)line->words[i];
	status = cli_execute(&streams, 2 + line->count, argv);
	fclose(out);
	fclose(in);
	w->runs++;
	if (unsafe_in(text) != NULL)
		complain(w, line, unsafe_in(text), status, "");
	if (is_refusal(status) && length > LONGEST_ANSWER)
		complain(w, line, "a refusal is too long to read", status, text);
	if (verdict == REFUSED && !is_refusal(status))
		complain(w, line, "not refused", status, text);
	else if (is_refusal(status) && verdict == REFUSED && !names_it(names, text))
		complain(w, line, "not named", status, text);
	else if (is_refusal(status) && verdict == REFUSED && value != NULL && !quotes_it(w, value, text))
		complain(w, line, "not quoted", status, text);
	if (w->bytes != NULL && !is_untouched(w)) {
		/* An import is kept with what was rejected, and says so. */
		if (status != CH_OK && strstr(text, "rejected") == NULL)
			complain(w, line, "something was written", status, text);
		put_back(w);
	}
	free(text);
}

/* ---- The tests -------------------------------------------------------------------------------- */

static struct names names_of_argument(const struct cli_argument *argument)
{
	const struct ch_entity *entity = ch_entity_of(argument->entity);

	if (argument->flags & CLI_FILE)
		return (struct names){{NULL}};
	return (struct names){{argument->name, entity != NULL ? entity->noun : NULL,
			       entity != NULL ? entity->plural : NULL}};
}

static struct names names_of_option(struct world *w, const struct cli_option *option)
{
	const struct ch_field *field = field_of(option);
	enum ch_entity_id record = field == NULL ? option->entity : field->type == CH_TYPE_ID ? field->refers_to : 0;

	const struct ch_entity *entity = ch_entity_of(record);

	if (option->flags & CLI_FILE)
		return (struct names){{NULL}};
	return (struct names){{ch_arena_printf(&w->arena, "--%s", option->key), field != NULL ? field->label : NULL,
			       entity != NULL ? entity->noun : NULL, entity != NULL ? entity->plural : NULL}};
}

static void try_all(struct world *w, const struct cli_command *c, int place, const struct cli_option *option,
		    const struct bad *bad, const struct names *names)
{
	for (; bad->value != NULL; bad++) {
		const char *value = bad->value == a_long_one ? w->longest : bad->value;
		struct line line = line_of(w, c, place, option, value);
		bool nobody = *value == '\0' && option != NULL && field_of(option) != NULL &&
			      !(option->flags & CLI_REQUIRED);

		run(w, &line, nobody ? SAFE : bad->verdict, value, names);
	}
}

static void bad_arguments_are_refused(void **state)
{
	struct world *w = *state;

	for (const struct cli_command *c = cli_commands; c->words != NULL; c++) {
		const struct cli_argument *a = c->arguments;

		for (int place = 0; a != NULL && a[place].name != NULL; place++) {
			struct names names = names_of_argument(&a[place]);

			try_all(w, c, place, NULL, bad_of_argument(&a[place]), &names);
		}
	}
	assert_int_equal(w->complaints, 0);
}

static void bad_options_are_refused(void **state)
{
	struct world *w = *state;

	for (const struct cli_command *c = cli_commands; c->words != NULL; c++) {
		for (const struct cli_option *o = cli_command_options(c, &w->arena); o->key != NULL; o++) {
			struct names names = names_of_option(w, o);

			if (o->value != NULL)
				try_all(w, c, NOTHING, o, bad_of_option(o), &names);
		}
	}
	assert_int_equal(w->complaints, 0);
	assert_true(w->runs > 5000);
}

static void bad_global_options_are_refused(void **state)
{
	struct world *w = *state;

	for (const struct cli_option *o = cli_global_options; o->key != NULL; o++) {
		struct names names = names_of_option(w, o);

		for (const struct bad *b = o->value != NULL ? bad_of_option(o) : any_texts; b->value != NULL; b++) {
			const char *value = b->value == a_long_one ? w->longest : b->value;
			struct line line = {.words = {"today", ch_arena_printf(&w->arena, "--%s=%s", o->key, value)},
					    .count = 2};

			/* Preferences are those of the full screen: no command reads them. */
			bool unread = strcmp(o->key, "config") == 0;

			run(w, &line, o->value == NULL ? REFUSED : unread ? SAFE : b->verdict, value, &names);
		}
	}
	assert_int_equal(w->complaints, 0);
}

static void what_a_command_must_have_is_asked_for(void **state)
{
	struct world *w = *state;

	for (const struct cli_command *c = cli_commands; c->words != NULL; c++) {
		const struct cli_argument *a = c->arguments;

		for (int place = 0; a != NULL && a[place].name != NULL; place++) {
			struct line line = line_of(w, c, place, NULL, NULL);
			struct names names = {{a[place].name}};

			if (!(a[place].flags & CLI_OPTIONAL))
				run(w, &line, REFUSED, NULL, &names);
		}
		for (const struct cli_option *o = cli_command_options(c, &w->arena); o->key != NULL; o++) {
			struct line line = line_of(w, c, NOTHING, o, NULL);
			struct names names = {{ch_arena_printf(&w->arena, "--%s", o->key)}};

			if (o->flags & CLI_REQUIRED)
				run(w, &line, REFUSED, NULL, &names);
		}
	}
	assert_int_equal(w->complaints, 0);
}

static void keep_the_demonstration(void **state)
{
	struct world *w = *state;
	struct line warm = {.words = {"today"}, .count = 1};
	struct names none = {{NULL}};
	struct stat is;
	FILE *file;

	snprintf(w->path, sizeof(w->path), "%s", temp_dir_file(w->dir, "demo.db"));
	process_demonstration(w->path);
	run(w, &warm, SAFE, NULL, &none); /* what lapses at an opening has lapsed */
	assert_int_equal(stat(w->path, &is), 0);
	w->made = is.st_mtim;
	snprintf(w->sheet, sizeof(w->sheet), "%s.csv", w->path);
	file = fopen(w->sheet, "w");
	fputs("name,email,mentor,mentee,session date\nAnn Lee,no address,Ann,Bo,31 Feb\n", file);
	fclose(file);
	file = fopen(w->path, "rb");
	w->bytes = malloc(1 << 25);
	w->size = fread(w->bytes, 1, 1 << 25, file);
	assert_true(w->size > 0 && w->size < 1 << 25);
	fclose(file);
	w->complaints = 0;
}

int main(void)
{
	struct world w = {.arena = CH_ARENA_EMPTY, .longest = malloc(LONG + 1)};
	void *state = &w;
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_prestate(keep_the_demonstration, state),
		cmocka_unit_test_prestate(what_a_command_must_have_is_asked_for, state),
		cmocka_unit_test_prestate(bad_global_options_are_refused, state),
		cmocka_unit_test_prestate(bad_arguments_are_refused, state),
		cmocka_unit_test_prestate(bad_options_are_refused, state),
	};

	memset(w.longest, 'x', LONG);
	w.longest[LONG] = '\0';
	if (temp_dir_setup(&w.dir) != 0)
		return 1;
	int failed = cmocka_run_group_tests(tests, NULL, NULL);
	temp_dir_teardown(&w.dir);
	ch_arena_release(&w.arena);
	free(w.longest);
	free(w.bytes);
	return failed;
}
