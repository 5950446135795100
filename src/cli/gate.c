#include "cli/gate.h"

#include <inttypes.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include "cli/cli.h"
#include "cli/split.h"
#include "cli/ssh_key.h"

extern char **environ; /* which POSIX has declared by whoever uses it */

enum { TERMINAL_LONGEST = 32 };

/* ---- What may come in ------------------------------------------------------------------- */

static enum ch_status refuse_option(const struct cli_option *option, struct ch_error *err)
{
	ch_fail(err, CH_NOT_ALLOWED, _("--%s is for whoever sits at the scheme's computer"), option->key);
	if (strcmp(option->key, "output") == 0)
		return ch_error_fix(err, _("Leave it out: `ssh ... > FILE` keeps on yours what is printed"));
	return ch_error_fix(err, _("Leave it out: you are yourself here, today, in your scheme"));
}

enum ch_status cli_gate_judge(const struct cli_args *args, struct ch_error *err)
{
	const struct cli_command *command = args->command;

	for (size_t i = 0; i < args->given_count; i++)
		if (args->given[i].option->flags & (CLI_FILE | CLI_HERE))
			return refuse_option(args->given[i].option, err);
	if (command == NULL)
		return CH_OK;
	bool here = (command->flags & CLI_NO_SCHEME) != 0 && command->run != cli_help;

	for (const struct cli_argument *argument = command->arguments; argument && argument->name; argument++)
		here = here || (argument->flags & CLI_FILE) != 0;
	if (!here)
		return CH_OK;
	ch_fail(err, CH_NOT_ALLOWED, _("`chiron %s` is for whoever sits at the scheme's computer"), command->words);
	return ch_error_fix(err, _("`help` says what there is; nothing at all opens the screens (with ssh -t)"));
}

/* ---- Letting somebody in ------------------------------------------------------------------ */

static bool is_terminal_name(const char *name)
{
	size_t length = strspn(name, "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+-.");

	return length > 0 && length <= TERMINAL_LONGEST && name[length] == '\0' && name[0] != '.';
}

/*
 * Nothing of the account that all share, nor of what a client may send, is left: no folder where anything is kept
 * (HOME), no other scheme or day, no files of its own terminal (TERMINFO).
 */
static void empty_environment(struct ch_arena *arena)
{
	static char *nothing[] = {NULL};
	static const struct rlimit none = {0, 0};
	const char *terminal = getenv("TERM"), *zone = getenv("TZ");

	terminal = terminal != NULL && is_terminal_name(terminal) ? ch_arena_copy(arena, terminal) : "vt100";
	zone = zone != NULL ? ch_arena_copy(arena, zone) : NULL;
	environ = nothing;
	setenv("TERM", terminal, 1);
	setenv("LANG", "C.UTF-8", 1);
	setenv("PATH", "/usr/bin:/bin", 1);
	if (zone != NULL)
		setenv("TZ", zone, 1);
	umask(077);
	setrlimit(RLIMIT_CORE, &none); /* a copy of the memory would have what was typed */
}

static enum ch_status let_in(struct cli *cli, int64_t person_id, struct ch_error *err)
{
	const char *wanted = getenv("SSH_ORIGINAL_COMMAND");
	const struct cli_remote remote = {.path = cli->path, .person_id = person_id};
	struct cli streams = {.in = cli->in,
			      .out = cli->out,
			      .err = cli->err,
			      .asks = cli->asks,
			      .width = cli->width,
			      .front = cli->front,
			      .channel = "ssh",
			      .remote = &remote};
	char *words[CLI_WORDS_MOST];
	size_t count, skipped = 0;

	if (cli_split(ch_arena_copy(&cli->arena, wanted != NULL ? wanted : ""), words, &count, err) != CH_OK)
		return err->status;
	empty_environment(&cli->arena);
	if (count > 0 && strcmp(words[0], "chiron") == 0) /* as it would be typed there */
		skipped = 1;
	ch_scheme_close(cli->context.scheme);
	cli->context.scheme = NULL;
	return cli_execute(&streams, count - skipped, words + skipped);
}

/* ---- The line for authorized_keys ---------------------------------------------------------- */

/* A path as sshd and then a shell take it apart: refused where it would need more than one kind of quotes. */
static enum ch_status quote_path(struct cli *cli, const char *given, const char *path, const char **quoted,
				 struct ch_error *err)
{
	if (strpbrk(path, "'\"\\`$\n") != NULL) {
		ch_fail(err, CH_DATA, _("no key can lead to %s: its name, or its folder's, has quotes or the like"),
			given);
		return ch_error_fix(err, _("Give them plain names first"));
	}
	*quoted = strpbrk(path, " &;()<>|*?[]#~!{}") != NULL ? ch_arena_printf(&cli->arena, "'%s'", path) : path;
	return CH_OK;
}

static enum ch_status print_line(struct cli *cli, int64_t person_id, const char *given, struct ch_error *err)
{
	char program[PATH_MAX], scheme[PATH_MAX];
	ssize_t length = readlink("/proc/self/exe", program, sizeof(program) - 1);
	const char *key, *program_quoted, *scheme_quoted;

	if (cli_ssh_key(given, &cli->arena, &key, err) != CH_OK)
		return err->status;
	program[length > 0 ? length : 0] = '\0';
	if (realpath(cli->path, scheme) == NULL)
		return ch_fail(err, CH_MISSING, _("there is no scheme file %s"), cli->path);
	if (quote_path(cli, "chiron", *program != '\0' ? program : "chiron", &program_quoted, err) != CH_OK ||
	    quote_path(cli, cli->path, scheme, &scheme_quoted, err) != CH_OK)
		return err->status;
	fprintf(cli->out, "restrict,pty,command=\"%s -d %s gate %" PRId64 "\" %s\n", program_quoted, scheme_quoted,
		person_id, key);
	cli_note(cli, _("This key opens chiron as %s, and nothing else. Put the line into the file authorized_keys of "
			"the account that has the scheme; without the line the door is shut."),
		 cli_name(cli, CH_PERSON, person_id));
	return CH_OK;
}

enum ch_status cli_gate(struct cli *cli, const struct cli_args *args, struct ch_error *err)
{
	const char *key = cli_args_value(args, "key");
	int64_t person_id;

	if (cli_open(cli, args, err) != CH_OK || cli_which(cli, CH_PERSON, args->words[0], &person_id, err) != CH_OK)
		return err->status;
	return key != NULL ? print_line(cli, person_id, key, err) : let_in(cli, person_id, err);
}
