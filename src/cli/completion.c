/*
 * `chiron completion bash`: a script made from the command table. It finds the
 * command among the words typed so far, then offers second words, options, the
 * words an option or argument may be, or files.
 */
#include <string.h>

#include "cli/cli.h"

static void add_choices(const struct ch_choice *choices, struct ch_buffer *out)
{
	for (const struct ch_choice *c = choices + 1; c->code; c++)
		ch_buffer_printf(out, "%s%s", c == choices + 1 ? "" : " ", c->code);
}

/* "person) echo 'add list show';;" for each first word that needs a second. */
static void add_second_words(struct ch_buffer *out)
{
	for (const struct cli_command *c = cli_commands; c->words; c++) {
		size_t group = strcspn(c->words, " ");
		bool same = c > cli_commands && strncmp(c[-1].words, c->words, group + 1) == 0;

		if (!c->words[group])
			continue;
		if (!same)
			ch_buffer_printf(out, "\t%.*s) words='", (int)group, c->words);
		ch_buffer_printf(out, "%s%s", same ? " " : "", c->words + group + 1);
		if (!c[1].words || strncmp(c[1].words, c->words, group + 1) != 0)
			ch_buffer_add(out, "' ;;\n");
	}
}

static void add_first_words(struct ch_buffer *out)
{
	for (const struct cli_command *c = cli_commands; c->words; c++) {
		size_t group = strcspn(c->words, " ");

		if (c > cli_commands && c->words[group] && strncmp(c[-1].words, c->words, group + 1) == 0)
			continue;
		ch_buffer_printf(out, "%s%.*s", c == cli_commands ? "" : " ", (int)group, c->words);
	}
}

static void add_keys(const struct cli_option *options, struct ch_buffer *out)
{
	for (; options->key; options++)
		ch_buffer_printf(out, " --%s", options->key);
}

static bool takes_file(const struct cli_command *command)
{
	for (const struct cli_argument *a = command->arguments; a && a->name; a++) {
		if (a->flags & CLI_FILE)
			return true;
	}
	return false;
}

/* The options of each command, and whether its arguments are files or words. */
static void add_commands(struct cli *cli, struct ch_buffer *out)
{
	for (const struct cli_command *c = cli_commands; c->words; c++) {
		ch_buffer_printf(out, "\t'%s') options='", c->words);
		add_keys(cli_command_options(c, &cli->arena), out);
		ch_buffer_printf(out, "' files=%s words='", takes_file(c) ? "yes" : "");
		if (c->arguments && c->arguments[0].choices)
			add_choices(c->arguments[0].choices, out);
		ch_buffer_add(out, "' ;;\n");
	}
}

/* What may follow an option: its words, a file, or what only the person knows. */
static void add_values_of(const char *lead, const struct cli_option *options, struct ch_buffer *out)
{
	for (; options->key; options++) {
		if (!options->value)
			continue;
		ch_buffer_printf(out, "\t'%s--%s'", lead, options->key);
		if (options->letter)
			ch_buffer_printf(out, "|'%s-%c'", lead, options->letter);
		ch_buffer_add(out, ") values='");
		if (options->choices)
			add_choices(options->choices, out);
		else
			ch_buffer_add(out, options->flags & CLI_FILE ? "FILES" : "ANY");
		ch_buffer_add(out, "' ;;\n");
	}
}

/* The words typed so far give $command; then come the tables. */
static void add_command_words(struct ch_buffer *out)
{
	ch_buffer_add(out, "\tfor word in \"${COMP_WORDS[@]:1:COMP_CWORD-1}\"; do\n"
			   "\t\t[[ $word == -* ]] && continue\n"
			   "\t\tif [[ -z $first ]]; then first=$word\n"
			   "\t\telif [[ -z $second ]]; then second=$word; fi\n"
			   "\tdone\n"
			   "\tcommand=$first\n"
			   "\tcase $first in\n"
			   "\t'') words='");
	add_first_words(out);
	ch_buffer_add(out, "' ;;\n");
	add_second_words(out);
	ch_buffer_add(out, "\tesac\n"
			   "\t[[ -n $first && -n $words ]] && command=\"$first $second\"\n");
}

static void add_answer(struct ch_buffer *out)
{
	ch_buffer_add(out, "\tcase $values in\n"
			   "\tFILES) COMPREPLY=($(compgen -f -- \"$current\")) ;;\n"
			   "\tANY) COMPREPLY=() ;;\n"
			   "\t'')\n"
			   "\t\tif [[ $current == -* ]]; then\n"
			   "\t\t\tCOMPREPLY=($(compgen -W \"$options $everywhere\" -- \"$current\"))\n"
			   "\t\telif [[ -n $files ]]; then\n"
			   "\t\t\tCOMPREPLY=($(compgen -f -- \"$current\"))\n"
			   "\t\telse\n"
			   "\t\t\tCOMPREPLY=($(compgen -W \"$words\" -- \"$current\"))\n"
			   "\t\tfi ;;\n"
			   "\t*) COMPREPLY=($(compgen -W \"$values\" -- \"$current\")) ;;\n"
			   "\tesac\n"
			   "}\n"
			   "complete -o filenames -F _chiron chiron\n");
}

enum ch_status cli_completion(struct cli *cli, const struct cli_args *args, struct ch_error *err)
{
	struct ch_buffer out = CH_BUFFER_EMPTY;

	(void)args; /* there is one shell that it is for */
	(void)err;
	ch_buffer_add(&out, "# Completion of chiron for bash, made by `chiron completion bash`.\n"
			    "_chiron()\n"
			    "{\n"
			    "\tlocal current=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD-1]}\n"
			    "\tlocal first= second= command= options= files= words= values= word\n"
			    "\tlocal everywhere='");
	add_keys(cli_global_options, &out);
	ch_buffer_add(&out, "'\n");
	add_command_words(&out);
	ch_buffer_add(&out, "\tcase $command in\n");
	add_commands(cli, &out);
	ch_buffer_add(&out, "\tesac\n\tcase $before in\n");
	add_values_of("", cli_global_options, &out);
	ch_buffer_add(&out, "\tesac\n\tcase \"$command $before\" in\n");
	for (const struct cli_command *c = cli_commands; c->words; c++)
		add_values_of(ch_arena_printf(&cli->arena, "%s ", c->words),
			      cli_command_options(c, &cli->arena), &out);
	ch_buffer_add(&out, "\tesac\n");
	add_answer(&out);
	cli_print(cli, &out);
	ch_buffer_release(&out);
	return CH_OK;
}
