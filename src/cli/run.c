/* From argv to a command, and from its status to an exit status. */
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "chiron/own_folder.h"
#include "chiron/stop.h"
#include "cli/gate.h"
#include "cli/help.h"

ch_date cli_today(const struct cli *cli)
{
	return ch_clock_today(&cli->context.clock);
}

/* The value of an environment variable; NULL where it is unset or empty. */
static const char *environment(const char *name)
{
	const char *value = getenv(name);

	return value && value[0] ? value : NULL;
}

static const char *default_path(struct ch_arena *arena)
{
	if (environment("CHIRON_DB"))
		return environment("CHIRON_DB");
	return ch_arena_printf(arena, "%s/chiron/scheme.db", ch_own_folder(arena, "XDG_DATA_HOME", ".local/share"));
}

/* ---- The global options ------------------------------------------------------- */

static enum ch_status read_today(struct cli *cli, const struct cli_args *args, struct ch_error *err)
{
	const char *given = cli_args_value(args, "today");

	cli->context.clock.fixed_today = CH_NO_DATE;
	if (!given)
		given = environment("CHIRON_TODAY");
	return given ? ch_date_parse(given, cli_today(cli), false, &cli->context.clock.fixed_today, err) : CH_OK;
}

/* "R8 R13: why": the rules that the reason is against, each one that a reason may override; then the reason. */
static enum ch_status read_override(struct cli *cli, const struct cli_args *args, struct ch_error *err)
{
	const char *given = cli_args_value(args, "override");
	const char *colon = given ? strchr(given, ':') : NULL, *rules = "";
	char *rest = NULL;

	if (!given)
		return CH_OK;
	for (char *word = strtok_r(ch_arena_copy_bytes(&cli->arena, given, colon ? (size_t)(colon - given) : 0), " ,",
				   &rest);
	     word; word = strtok_r(NULL, " ,", &rest)) {
		const struct ch_rule *rule = ch_rule_named(word);

		if (!rule || !strchr(rule->strength, 'H'))
			return ch_fail(err, CH_USAGE, rule ? _("--override: no reason overrides %s: %s")
							   : _("--override: \"%s\" is no rule, as R13%s"),
				       ch_text_excerpt(&cli->arena, word), rule ? _(rule->text) : "");
		rules = ch_arena_printf(&cli->arena, "%s%s%s", rules, *rules ? " " : "", rule->code);
	}
	if (!*rules) {
		ch_fail(err, CH_USAGE, _("--override: \"%s\" names no rule that it is against"),
			ch_text_excerpt(&cli->arena, given));
		return ch_error_fix(err, _("Name each, then say why: --override 'R13: a third place until Easter'"));
	}
	cli->context.override_rules = rules;
	cli->context.override_reason = colon + 1;
	return CH_OK;
}

static enum ch_status read_globals(struct cli *cli, const struct cli_args *args, struct ch_error *err)
{
	const char *path = cli_args_value(args, "db");
	int format = cli_args_choice(args, "format");

	cli->quiet = cli_args_has(args, "quiet");
	cli->yes = cli_args_has(args, "yes");
	cli->plain = cli_args_has(args, "plain");
	if (cli->remote)
		cli->path = cli->remote->path;
	else
		cli->path = path ? path : default_path(&cli->arena);
	if (cli_args_has(args, "ready")) {
		cli->ready = cli_said(args);
		cli->context.learner_ready = &cli->ready;
	}
	if (read_override(cli, args, err) != CH_OK)
		return err->status;
	cli->format = format ? (enum cli_format)format : cli->plain ? CLI_LINES : CLI_TABLE;
	if (cli->format == CLI_XLSX && (!args->command || strcmp(args->command->words, "export") != 0))
		return ch_fail(err, CH_USAGE, _("only an export can be xlsx; this is table, lines, csv or json"));
	return read_today(cli, args, err);
}

/* ---- Opening the scheme --------------------------------------------------------- */

static enum ch_status read_actor(struct cli *cli, const struct cli_args *args, struct ch_error *err)
{
	const char *who = cli_args_value(args, "as");
	int64_t id = 0;
	bool found;

	if (cli->remote)
		return ch_person_act(&cli->context, cli->remote->person_id, &cli->arena, err);
	if (ch_coordinator_act(&cli->context, who, &cli->arena, &found, err) != CH_OK)
		return err->status;
	if (found || !who)
		return CH_OK;
	if (cli_which(cli, CH_PERSON, who, &id, err) != CH_OK)
		return err->status;
	if (ch_coordinator_open_desk(&cli->context, id, &cli->arena, err) != CH_OK)
		return err->status;
	if (isatty(fileno(cli->err)))
		cli_note(cli, _("This is the desk of %s: that it was opened is in the audit log, where they see it, "
				"too (`chiron audit list`)."), cli->context.actor.name);
	return CH_OK;
}

/*
 * What cannot be done now, as while somebody else writes, is done at the next opening; nothing is given up by a day
 * that is only supposed (--today).
 */
static void lapse_feedback(struct cli *cli)
{
	struct ch_error ignored = CH_NO_ERROR;
	int64_t lapsed;

	ch_feedback_lapse(&cli->context, &lapsed, &ignored);
}

enum ch_status cli_open(struct cli *cli, const struct cli_args *args, struct ch_error *err)
{
	struct stat found;

	if (stat(cli->path, &found) != 0 && (errno == ENOENT || errno == ENOTDIR)) {
		ch_fail(err, CH_MISSING, _("there is no scheme file %s"), cli->path);
		return ch_error_fix(err, _("`chiron init` makes one; `chiron demo` shows one with people in it"));
	}
	if (ch_scheme_open(cli->path, &cli->context.scheme, err) != CH_OK ||
	    ch_scheme_settings_get(&cli->context, &cli->arena, &cli->settings, err) != CH_OK)
		return err->status;
	if (cli->context.clock.fixed_today == CH_NO_DATE)
		cli->context.clock.fixed_today = cli->settings.today;
	if (read_actor(cli, args, err) == CH_OK && !cli_args_has(args, "today"))
		lapse_feedback(cli);
	return err->status;
}

/* ---- Running -------------------------------------------------------------------- */

struct cli_front cli_front_for(const struct cli *cli, const struct cli_args *args)
{
	return (struct cli_front){.path = cli->path,
				  .config = cli_args_value(args, "config"),
				  .as = cli_args_value(args, "as"),
				  .recorded = cli->context.scheme != NULL,
				  .remote_person_id = cli->remote ? cli->remote->person_id : 0,
				  .today = cli->context.clock.fixed_today,
				  .supposed = cli_args_has(args, "today"),
				  .plain = cli->plain};
}

static enum ch_status open_front(struct cli *cli, const struct cli_args *args, struct ch_error *err)
{
	const struct cli_front front = cli_front_for(cli, args);

	if (cli->front && ((cli->asks && cli->width) || cli->plain))
		return cli->front(&front, err);
	ch_fail(err, CH_USAGE, _("`chiron` alone opens the full screen, and this is no terminal"));
	return ch_error_fix(err, _("`chiron today` prints what needs attention; `chiron --help` lists the commands"));
}

/* Whether a day is given that nothing else says back: a report tells its period, a command until when it puts off. */
static bool is_day(const struct cli_args *args, const struct cli_given *given)
{
	const struct cli_option *option = given->option;

	if (!given->value || option->flags & CLI_HERE || strcmp(args->command->words, "report") == 0)
		return false;
	if (option->field)
		return ch_field_named(ch_entity_of(option->entity), option->field)->type == CH_TYPE_DATE;
	return option->type == CH_TYPE_DATE && !(option->flags & CLI_AHEAD);
}

void cli_say_far_day(struct cli *cli, const char *given, ch_date date)
{
	char day[CH_DATE_WORDS_SIZE], year[16];

	snprintf(year, sizeof(year), "%d", ch_date_split(date).year);
	if (ch_date_needs_year(date, cli_today(cli)) && !strstr(given, year))
		cli_note(cli, _("\"%s\" is %s"), given, ch_date_words(date, cli_today(cli), day));
}

static void say_far_days(struct cli *cli, const struct cli_args *args)
{
	for (size_t i = 0; i < args->given_count; i++) {
		const struct cli_given *given = &args->given[i];
		const struct cli_option *option = given->option;
		struct ch_error ignored = CH_NO_ERROR;
		bool ahead;
		ch_date date;

		if (!is_day(args, given))
			continue;
		ahead = option->field &&
			ch_field_named(ch_entity_of(option->entity), option->field)->flags & CH_FIELD_AHEAD;
		if (ch_date_parse(given->value, cli_today(cli), ahead, &date, &ignored) == CH_OK)
			cli_say_far_day(cli, given->value, date);
	}
}

static enum ch_status run_command(struct cli *cli, const struct cli_args *args, struct ch_error *err)
{
	if (cli_args_has(args, "version")) {
		fprintf(cli->out, "chiron %s\n", CH_VERSION);
		return CH_OK;
	}
	if (cli_args_has(args, "help")) {
		cli_show_help(cli, args);
		return CH_OK;
	}
	if (!args->command)
		return open_front(cli, args, err);
	if (args->command->flags & CLI_NO_SCHEME)
		return args->command->run(cli, args, err);
	if (cli_open(cli, args, err) != CH_OK)
		return err->status;
	ch_steps_join(cli->context.scheme); /* a command is one thing to undo, however much it changes */
	enum ch_status status = args->command->run(cli, args, err);
	ch_steps_part(cli->context.scheme);
	if (status == CH_OK)
		say_far_days(cli, args);
	return status;
}

/* The format that the words ask for, also where they cannot be taken apart: a program reads that error, too. */
static enum cli_format format_meant(size_t argc, char *const *argv)
{
	for (size_t i = 0; i < argc; i++) {
		if (strcmp(argv[i], "--format=json") == 0 ||
		    (i > 0 && strcmp(argv[i - 1], "--format") == 0 && strcmp(argv[i], "json") == 0))
			return CLI_JSON;
	}
	return CLI_TABLE;
}

static enum ch_status finish_output(struct cli *cli, struct ch_error *err)
{
	bool failed = fflush(cli->out) != 0 || ferror(cli->out);

	/* Nobody reads on: that is the reader's choice, and what was done is done. */
	if (failed && errno == EPIPE)
		return CH_OK;
	return failed ? ch_fail(err, CH_IO, _("standard output cannot be written: %s"), strerror(errno)) : CH_OK;
}

enum ch_status cli_execute(const struct cli *streams, size_t argc, char *const *argv)
{
	struct cli cli = {.in = streams->in,
			  .out = streams->out,
			  .err = streams->err,
			  .asks = streams->asks,
			  .width = streams->width,
			  .front = streams->front,
			  .remote = streams->remote,
			  .format = format_meant(argc, argv),
			  .context = {.actor = {.name = _("coordinator"),
						.channel = streams->channel ? streams->channel : "cli"},
				      .clock = {.fixed_today = CH_NO_DATE}},
			  .arena = CH_ARENA_EMPTY};
	struct ch_error err = CH_NO_ERROR;
	struct cli_args args = {0};
	enum ch_status status = cli_args_parse(cli_commands, argc, argv, &cli.arena, &args, &err);

	if (status == CH_OK && cli.remote)
		status = cli_gate_judge(&args, &err);
	if (status == CH_OK)
		status = cli_args_check(&args, cli_today(&cli), &cli.arena, &err);
	if (status == CH_OK)
		status = read_globals(&cli, &args, &err);
	if (status == CH_OK)
		status = run_command(&cli, &args, &err);
	if (err.status == CH_OK && finish_output(&cli, &err) != CH_OK)
		status = err.status;
	if (err.status != CH_OK)
		cli_complain(&cli, &err);
	ch_scheme_close(cli.context.scheme);
	ch_arena_release(&cli.arena);
	return status;
}

static int terminal_width(int descriptor)
{
	struct winsize size;

	if (!isatty(descriptor))
		return 0;
	return ioctl(descriptor, TIOCGWINSZ, &size) == 0 && size.ws_col > 0 ? size.ws_col : 80;
}

int cli_main(size_t argc, char *const *argv, cli_front_open *front)
{
	struct cli streams = {.in = stdin,
			      .out = stdout,
			      .err = stderr,
			      .asks = isatty(STDIN_FILENO),
			      .width = terminal_width(STDOUT_FILENO),
			      .front = front};
	enum ch_status status;

	if (streams.asks)
		setvbuf(stdin, NULL, _IONBF, 0);
	status = cli_execute(&streams, argc, argv);
	ch_stop_end();
	return (int)status;
}
