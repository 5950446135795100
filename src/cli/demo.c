/*
 * `chiron demo`: the demonstration scheme is made by the program's own
 * commands, run in process one after the other, each on its day and by its
 * actor, as data/demo/steps.txt tells them. Nothing in it is made any other
 * way, so what it shows is what the program does.
 */
#include "chiron/demo.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "cli/cli.h"
#include "cli/split.h"

#define STEPS_FILE "steps.txt"
#define SCHEME_NAME "Alderwick Vale"
#define DEMO_TODAY "2026-11-23"

struct step {
	size_t line; /* in the file of steps */
	const char *date, *actor;
	char *words[CLI_WORDS_MOST];
	size_t word_count;
	const char *input; /* standard input; NULL: none */
};

struct demo {
	struct cli *cli;
	const char *path;   /* of the scheme being made */
	char *folder;	    /* where the spreadsheets lie meanwhile */
	char *text;	    /* of the steps, cut up as it is read */
	size_t line;
	const struct ch_work *work; /* who looks on; NULL: nobody */
};

/* ---- Reading the steps ------------------------------------------------------------------ */

static char *next_line(struct demo *demo)
{
	char *line = demo->text;
	size_t length = strcspn(line, "\n");

	if (!*line)
		return NULL;
	demo->text += length + (line[length] == '\n');
	line[length] = '\0';
	demo->line++;
	return line;
}

static const char *read_input(struct demo *demo)
{
	struct ch_buffer input = CH_BUFFER_EMPTY;
	const char *text;
	char *line;

	while ((line = next_line(demo)) && strcmp(line, "END") != 0)
		ch_buffer_printf(&input, "%s\n", line);
	text = ch_arena_copy(&demo->cli->arena, input.text);
	ch_buffer_release(&input);
	return text;
}

/* The next step; a step without a date is the end. */
static enum ch_status next_step(struct demo *demo, struct step *step, struct ch_error *err)
{
	char *line, *actor, *command;

	do
		line = next_line(demo);
	while (line && (!*line || *line == '#'));
	*step = (struct step){.line = demo->line};
	if (!line)
		return CH_OK;
	actor = strchr(line, ' ');
	command = actor ? strstr(actor, ": ") : NULL;
	if (!command)
		return ch_fail(err, CH_INTERNAL, _("step in line %zu is not DATE ACTOR: COMMAND"), demo->line);
	*actor++ = '\0';
	*command = '\0';
	command += 2;
	step->date = line;
	step->actor = actor;
	if (cli_split(command, step->words, &step->word_count, err) != CH_OK)
		return ch_fail(err, CH_INTERNAL, _("the step in line %zu cannot be taken apart"), step->line);
	if (step->word_count && strcmp(step->words[step->word_count - 1], "<<END") == 0) {
		step->word_count--;
		step->input = read_input(demo);
	}
	return CH_OK;
}

/* ---- Running them ------------------------------------------------------------------------- */

/* Whether its third word is a file of the demonstration: a list of people, or a report of the scheme's own. */
static bool reads_file(const struct step *step)
{
	if (step->word_count < 3)
		return false;
	return strcmp(step->words[0], "own") == 0 ||
	       (strcmp(step->words[0], "import") == 0 && strcmp(step->words[1], "heading") != 0);
}

/* The command line of a step: its words with the file, the day and the actor before them. */
static size_t command_line(struct demo *demo, const struct step *step, char **argv)
{
	struct ch_arena *arena = &demo->cli->arena;
	size_t count = 0;

	argv[count++] = ch_arena_printf(arena, "--db=%s", demo->path);
	argv[count++] = ch_arena_printf(arena, "--today=%s", step->date);
	if (strcmp(step->actor, "coordinator") != 0)
		argv[count++] = ch_arena_printf(arena, "--as=%s", step->actor);
	for (size_t i = 0; i < step->word_count; i++) {
		bool is_file = reads_file(step) && i == 2;

		argv[count++] = is_file ? ch_arena_printf(arena, "%s/%s", demo->folder, step->words[i])
					: ch_arena_copy(arena, step->words[i]);
	}
	return count;
}

/* An import that leaves out a bad row has done its work: the demonstration's spreadsheets have one. */
static bool is_done(const struct step *step, enum ch_status status)
{
	return status == CH_OK || (status == CH_DATA && reads_file(step) && strcmp(step->words[0], "import") == 0);
}

static enum ch_status run_step(struct demo *demo, const struct step *step, struct ch_error *err)
{
	char *argv[CLI_WORDS_MOST + 3];
	size_t argc = command_line(demo, step, argv);
	char *input = step->input && *step->input ? ch_arena_copy(&demo->cli->arena, step->input) : NULL;
	char *said = NULL;
	size_t said_length;
	struct cli streams = {.channel = "demo"};
	enum ch_status status;

	streams.in = input ? fmemopen(input, strlen(input), "r") : fopen("/dev/null", "r");
	streams.out = fopen("/dev/null", "w");
	streams.err = open_memstream(&said, &said_length);
	if (!streams.in || !streams.out || !streams.err)
		ch_abort("no memory for the demonstration");
	status = cli_execute(&streams, argc, argv);
	fclose(streams.in);
	fclose(streams.out);
	fclose(streams.err);
	if (!is_done(step, status)) {
		ch_fail(err, CH_INTERNAL, _("line %zu of the demonstration's steps failed, saying \"%.*s\""),
			step->line, (int)strcspn(said, "\n"), said);
		ch_error_fix(err, _("this is a fault in chiron: please report it"));
	}
	free(said);
	return err->status;
}

/* How many steps there are: each begins with its date. */
static int64_t count_steps(const char *text)
{
	int64_t count = 0;

	for (; *text; text += strcspn(text, "\n"), text += *text == '\n')
		count += strncmp(text, "20", 2) == 0;
	return count;
}

static enum ch_status run_steps(struct demo *demo, struct ch_error *err)
{
	int64_t done = 0, total = count_steps(demo->text);
	struct step step;

	while (next_step(demo, &step, err) == CH_OK && step.date) {
		if (ch_work_look(demo->work, done++, total, err) != CH_OK || run_step(demo, &step, err) != CH_OK)
			return err->status;
	}
	return err->status;
}

/* ---- Its files ------------------------------------------------------------------------------ */

static enum ch_status make_folder(struct cli *cli, const char *name, char **folder, struct ch_error *err)
{
	const char *base = getenv("TMPDIR");

	*folder = ch_arena_printf(&cli->arena, "%s/%s.XXXXXX", base && *base ? base : "/tmp", name);
	if (!mkdtemp(*folder))
		return ch_fail(err, CH_CANT_CREATE, _("a temporary folder %s cannot be made: %s"), *folder,
			       strerror(errno));
	return CH_OK;
}

static enum ch_status write_spreadsheets(struct demo *demo, struct ch_error *err)
{
	struct ch_demo_file file;

	for (size_t i = 0; (file = ch_demo_file_at(i)).name; i++) {
		const char *path = ch_arena_printf(&demo->cli->arena, "%s/%s", demo->folder, file.name);
		FILE *out = fopen(path, "wx");
		bool written = out && fwrite(file.text, 1, file.length, out) == file.length;

		if ((out && fclose(out) != 0) || !written)
			return ch_fail(err, CH_IO, _("%s cannot be written: %s"), path, strerror(errno));
		if (strcmp(file.name, STEPS_FILE) == 0)
			demo->text = ch_arena_copy_bytes(&demo->cli->arena, file.text, file.length);
	}
	return demo->text ? CH_OK : ch_fail(err, CH_INTERNAL, _("the demonstration has no steps"));
}

static void remove_spreadsheets(struct demo *demo)
{
	struct ch_demo_file file;

	for (size_t i = 0; (file = ch_demo_file_at(i)).name; i++)
		unlink(ch_arena_printf(&demo->cli->arena, "%s/%s", demo->folder, file.name));
	rmdir(demo->folder);
}

/* ---- Making it -------------------------------------------------------------------------------- */

/* Gives the scheme its own today, so that it looks the same on any day. */
static enum ch_status keep_today(struct demo *demo, struct ch_error *err)
{
	struct cli *cli = demo->cli;

	if (ch_scheme_open(demo->path, &cli->context.scheme, err) != CH_OK ||
	    ch_scheme_settings_get(&cli->context, &cli->arena, &cli->settings, err) != CH_OK)
		return err->status;
	cli->context.actor.channel = "demo";
	cli->settings.today = ch_date_from_iso(DEMO_TODAY);
	cli->context.clock.fixed_today = cli->settings.today;
	ch_scheme_settings_set(&cli->context, &cli->settings, err);
	ch_scheme_close(cli->context.scheme);
	cli->context.scheme = NULL;
	return err->status;
}

static enum ch_status make_demo(struct demo *demo, struct ch_error *err)
{
	struct ch_clock clock = {.fixed_today = ch_date_from_iso("2026-03-02")};

	if (ch_scheme_create(demo->path, SCHEME_NAME, CH_NOTES_APART, &clock, err) != CH_OK)
		return err->status;
	if (make_folder(demo->cli, "chiron-rosters", &demo->folder, err) != CH_OK)
		return err->status;
	if (write_spreadsheets(demo, err) == CH_OK && run_steps(demo, err) == CH_OK)
		keep_today(demo, err);
	remove_spreadsheets(demo);
	if (err->status != CH_OK) {
		unlink(demo->path);
		unlink(ch_arena_printf(&demo->cli->arena, "%s-journal", demo->path)); /* empty, and left lying */
	}
	return err->status;
}

/* As make_demo(), in a temporary folder of its own, which is kept. */
static enum ch_status make_temporary_demo(struct demo *demo, struct ch_error *err)
{
	char *folder;

	if (make_folder(demo->cli, "chiron-demo", &folder, err) != CH_OK)
		return err->status;
	demo->path = ch_arena_printf(&demo->cli->arena, "%s/demo.db", folder);
	if (make_demo(demo, err) != CH_OK)
		rmdir(folder);
	return err->status;
}

enum ch_status cli_demo_make(const struct ch_work *work, char *path_out, size_t size, struct ch_error *err)
{
	struct cli cli = {.arena = CH_ARENA_EMPTY};
	struct demo demo = {.cli = &cli, .work = work};

	cli.context.actor.name = _("coordinator");
	if (make_temporary_demo(&demo, err) == CH_OK && strlen(demo.path) >= size)
		ch_fail(err, CH_CANT_CREATE, _("the path %s is too long"), demo.path);
	else if (err->status == CH_OK)
		strcpy(path_out, demo.path);
	ch_arena_release(&cli.arena);
	return err->status;
}

/* ---- The tour ------------------------------------------------------------------------------------ */

/* Prints a command, and below it what it prints. */
static void tour_stop(struct demo *demo, const char *const *words, size_t count)
{
	struct ch_arena *arena = &demo->cli->arena;
	struct cli streams = *demo->cli;
	char *argv[CLI_WORDS_MOST];
	const char *shown = "";

	argv[0] = ch_arena_printf(arena, "--db=%s", demo->path);
	for (size_t i = 0; i < count; i++) {
		bool quoted = strchr(words[i], ' ') != NULL;

		argv[i + 1] = ch_arena_copy(arena, words[i]);
		shown = ch_arena_printf(arena, quoted ? "%s '%s'" : "%s %s", shown, words[i]);
	}
	cli_say(demo->cli, "\n$ chiron -d %s%s", demo->path, shown);
	cli_execute(&streams, count + 1, argv);
}

#define TOUR_STOP(demo, ...)                                                                                           \
	tour_stop(demo, (const char *const[]){__VA_ARGS__}, sizeof((const char *const[]){__VA_ARGS__}) / sizeof(char *))

static void print_tour(struct demo *demo)
{
	cli_say(demo->cli, _("The demonstration scheme is %s. Its today is %s."), demo->path, DEMO_TODAY);
	TOUR_STOP(demo, "today");
	TOUR_STOP(demo, "person", "show", "bethan.rowlands@example.com");
	TOUR_STOP(demo, "pairing", "show", "bethan.rowlands@example.com");
	TOUR_STOP(demo, "check", "--severity", "refuse");
	TOUR_STOP(demo, "report", "programme-summary");
}

enum ch_status cli_demo(struct cli *cli, const struct cli_args *args, struct ch_error *err)
{
	struct demo demo = {.cli = cli, .path = args->word_count ? args->words[0] : NULL};

	if (cli->asks)
		cli_note(cli, _("Making the demonstration scheme ..."));
	if ((demo.path ? make_demo(&demo, err) : make_temporary_demo(&demo, err)) != CH_OK)
		return err->status;
	if (cli->front && cli->asks && cli->width) {
		const struct cli_front front = {.path = demo.path, .today = CH_NO_DATE, .plain = cli->plain};

		return cli->front(&front, err);
	}
	print_tour(&demo);
	return CH_OK;
}
