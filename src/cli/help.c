#include "cli/help.h"

#include <string.h>

enum { LEFT_CELLS = 30, TEXT_CELLS = 79, LIST_CELLS = 12 };

const char *cli_argument_help(const struct cli_argument *argument)
{
	static const char *const by_entity[CH_ENTITY_COUNT] = {
		[CH_PERSON] = N_("a person: e-mail, name or number"),
		[CH_COORDINATOR] = N_("a coordinator: their name or number"),
		[CH_PROGRAMME] = N_("a programme: its name or number"),
		[CH_PAIRING] = N_("a pairing: its number, one of its people, or GUIDE:LEARNER"),
		[CH_ENROLMENT] = N_("an enrolment: its number; with --programme a person"),
		[CH_PROPOSAL] = N_("a proposal: its number"),
		[CH_COHORT] = N_("a cohort: its number, or how its name begins"),
		[CH_OBJECTIVE] = N_("an objective: its number, or how it begins"),
		[CH_REQUIREMENT] = N_("a required check: its number in `chiron requirement list`"),
		[CH_ELIGIBILITY] = N_("an eligibility rule: its number in `chiron eligibility list`"),
		[CH_CREDENTIAL] = N_("training or a check: its number in `chiron credential list`"),
		[CH_PAIR_RULE] = N_("a pin, forbid or avoidance: its number, as `chiron pair-rule list` has it"),
		[CH_WISH] = N_("a wish: its number, as `chiron wish list` has it"),
		[CH_COMMITTEE_MEMBER] = N_("a membership: its number, as `chiron committee list` has it"),
		[CH_SESSION] = N_("a session: its number"),
		[CH_ACTION] = N_("an action: its number; or a pairing, then which of its open ones, the oldest is 1"),
		[CH_FEEDBACK] = N_("feedback: its number in `chiron feedback list`"),
		[CH_REFERRAL] = N_("a referral: its number in `chiron referral list`"),
		[CH_RELEASE] = N_("a release: its number in `chiron share list`"),
		[CH_INTRODUCTION] = N_("an introduction: its number in `chiron introduction list`"),
		[CH_ASSESSMENT] = N_("an assessment: its number in `chiron assessment list`"),
		[CH_MANAGER_FEEDBACK] = N_("feedback of a manager: its number in `chiron manager list`"),
		[CH_GOAL] = N_("a goal: its number"),
		[CH_IMPORT_BATCH] = N_("an import: its number"),
		[CH_CUSTOM_FIELD] = N_("a field of the scheme's own: its name, key or number"),
		[CH_STEP] = N_("a change: its number in `chiron history`"),
	};

	return argument->help ? argument->help : by_entity[argument->entity];
}

void cli_add_usage(const struct cli_command *command, struct ch_buffer *out)
{
	ch_buffer_printf(out, "chiron %s", command->words);
	for (const struct cli_argument *a = command->arguments; a && a->name; a++) {
		bool optional = a->flags & CLI_OPTIONAL;

		ch_buffer_printf(out, " %s%s%s%s", optional ? "[" : "", a->name, optional ? "]" : "",
				 a->flags & CLI_REPEATED ? "..." : "");
	}
	if (command->options || command->fields != CLI_FIELDS_NONE)
		ch_buffer_add(out, _(" [OPTION]..."));
}

/* Two columns; a left side that is too long gets a line of its own. */
static void add_row(struct ch_buffer *out, const char *left, const char *right)
{
	int width = ch_text_width(left);

	ch_buffer_printf(out, "  %s", left);
	if (width > LEFT_CELLS - 2)
		ch_buffer_printf(out, "\n  %*s", LEFT_CELLS, "");
	else
		ch_buffer_printf(out, "%*s", LEFT_CELLS - width, "");
	ch_text_add_hanging(out, right, TEXT_CELLS, 2 + LEFT_CELLS);
}

/* Lines that are broken for the one who writes the text are filled; one that begins with a blank stands as it is. */
static void add_filled(const char *lines, struct cli *cli, struct ch_buffer *out)
{
	char *text = ch_arena_copy(&cli->arena, lines);

	for (char *at = text; *at != '\0'; at++)
		if (at[0] == '\n' && at[1] != ' ' && at[1] != '\n' && at[1] != '\0' && at > text && at[-1] != '\n')
			*at = ' ';
	ch_text_add_wrapped(out, text, TEXT_CELLS);
}

/* ---- One command ----------------------------------------------------------------------- */

/* The words that are allowed, on as many lines of the right column as they need. */
static void add_choices(const struct ch_choice *choices, struct ch_buffer *out)
{
	int width = TEXT_CELLS;

	for (const struct ch_choice *c = choices + 1; c->code; c++) {
		int length = ch_text_width(c->code) + 2;

		if (width + length > TEXT_CELLS) {
			ch_buffer_printf(out, "%s  %*s", c == choices + 1 ? "" : ",\n", LEFT_CELLS, "");
			width = 2 + LEFT_CELLS;
		} else {
			ch_buffer_add(out, ", ");
		}
		ch_buffer_add(out, c->code);
		width += length;
	}
	ch_buffer_add_char(out, '\n');
}

static void add_option(const struct cli_option *option, struct ch_buffer *out)
{
	struct ch_buffer left = CH_BUFFER_EMPTY, right = CH_BUFFER_EMPTY;

	if (option->letter)
		ch_buffer_printf(&left, "-%c, ", option->letter);
	ch_buffer_printf(&left, "--%s%s%s", option->key, option->value ? " " : "", option->value ? option->value : "");
	ch_buffer_add(&right, _(option->help));
	if (option->flags & CLI_REQUIRED)
		ch_buffer_add(&right, _(" (needed)"));
	if (option->flags & CLI_REPEATED)
		ch_buffer_add(&right, _(" (may be repeated)"));
	add_row(out, left.text, right.text);
	if (option->choices)
		add_choices(option->choices, out);
	ch_buffer_release(&left);
	ch_buffer_release(&right);
}

static void add_indented(const char *lines, struct ch_buffer *out)
{
	while (*lines) {
		size_t length = strcspn(lines, "\n");

		ch_buffer_printf(out, "  %.*s\n", (int)length, lines);
		lines += length + (lines[length] == '\n');
	}
}

static void add_command(struct cli *cli, const struct cli_command *command, struct ch_buffer *out)
{
	const struct cli_option *options = cli_command_options(command, &cli->arena);

	cli_add_usage(command, out);
	ch_buffer_add(out, "\n\n");
	ch_text_add_wrapped(out, ch_arena_printf(&cli->arena, "%s.", _(command->summary)), TEXT_CELLS);
	if (command->more)
		add_filled(_(command->more), cli, out);
	if (command->arguments) {
		ch_buffer_add_char(out, '\n');
		for (const struct cli_argument *a = command->arguments; a->name; a++)
			add_row(out, a->name, _(cli_argument_help(a)));
	}
	if (options->key) {
		ch_buffer_add(out, _("\nOptions\n"));
		for (; options->key; options++)
			add_option(options, out);
	}
	ch_buffer_add(out, _("\nExample\n"));
	add_indented(command->example, out);
	if (command->rules)
		ch_buffer_printf(out, _("\nRules: %s\n"), command->rules);
	ch_buffer_add(out, _("\n`chiron --help` has the options that every command takes.\n"));
}

/* ---- A group, and everything ---------------------------------------------------------------- */

static void add_group(const char *group, struct ch_buffer *out)
{
	size_t length = strlen(group);

	ch_buffer_printf(out, "chiron %s ...\n\n", group);
	for (const struct cli_command *c = cli_commands; c->words; c++) {
		if (strncmp(c->words, group, length) == 0 && c->words[length] == ' ')
			add_row(out, c->words, _(c->summary));
	}
	ch_buffer_printf(out, _("\n`chiron %s COMMAND --help` shows one of them.\n"), group);
}

/* The words of a section on lines of their own, groups as "person add|list|show", some by their name alone. */
static void add_section(const char *section, struct ch_buffer *out)
{
	struct ch_buffer line = CH_BUFFER_EMPTY, item = CH_BUFFER_EMPTY;
	size_t count = 0;

	for (const struct cli_command *c = cli_commands; c->words; c++) {
		size_t group = strcspn(c->words, " ");
		bool goes_on = c > cli_commands && c[-1].section == c->section && c->words[group] == ' ' &&
			       strncmp(c[-1].words, c->words, group + 1) == 0;
		bool more = c[1].words && c->words[group] == ' ' && c[1].section == c->section &&
			    strncmp(c[1].words, c->words, group + 1) == 0;

		if (strcmp(c->section, section) != 0)
			continue;
		if (c->flags & CLI_BY_GROUP && !goes_on)
			ch_buffer_printf(&item, "%.*s", (int)group, c->words);
		else if (c->flags & CLI_BY_GROUP)
			; /* named already */
		else if (goes_on)
			ch_buffer_printf(&item, "|%s", c->words + group + 1);
		else
			ch_buffer_printf(&item, "%s", c->words);
		if (more)
			continue;
		if (line.length && LIST_CELLS + ch_text_width(line.text) + ch_text_width(item.text) + 2 > TEXT_CELLS) {
			ch_buffer_printf(out, "%-*s%s\n", LIST_CELLS, count++ ? "" : _(section), line.text);
			ch_buffer_clear(&line);
		}
		ch_buffer_printf(&line, "%s%s", line.length ? "  " : "", item.text);
		ch_buffer_clear(&item);
	}
	ch_buffer_printf(out, "%-*s%s\n", LIST_CELLS, count ? "" : _(section), line.text);
	ch_buffer_release(&line);
	ch_buffer_release(&item);
}

static void add_program(struct ch_buffer *out)
{
	ch_buffer_add(out, _("chiron runs mentoring and coaching programmes. Alone it opens the full screen.\n\n"
			     "  chiron import people sign-ups.csv     bring people in from a spreadsheet\n"
			     "  chiron today                          what needs attention\n"
			     "  chiron log 'Catrin Oldroyd'           record a session, question by question\n\n"));
	for (const struct cli_command *c = cli_commands; c->words; c++) {
		if (c == cli_commands || strcmp(c[-1].section, c->section) != 0)
			add_section(c->section, out);
	}
	ch_buffer_add(out, _("\nAnywhere    -d FILE  --as WHO  --today DATE  --format table|lines|csv|json  --plain\n"
			     "            -q  --override REASON  --yes  --help  --version\n"
			     "`chiron COMMAND --help` shows a command or a group of them, `chiron help TOPIC`:\n"));
	for (const struct cli_topic *topic = cli_topics; topic->name; topic++)
		ch_buffer_printf(out, "%s%s", topic == cli_topics ? "" : ", ", topic->name);
	ch_buffer_add(out, ".\n");
}

void cli_show_help(struct cli *cli, const struct cli_args *args)
{
	struct ch_buffer out = CH_BUFFER_EMPTY;

	if (args->command)
		add_command(cli, args->command, &out);
	else if (args->group)
		add_group(args->group, &out);
	else
		add_program(&out);
	cli_print(cli, &out);
	ch_buffer_release(&out);
}

/* ---- `chiron help TOPIC` --------------------------------------------------------------------- */

/* Help for the words of a command, as if they stood before --help. */
static enum ch_status help_for_words(struct cli *cli, const struct cli_args *args, struct ch_error *err)
{
	char **words = ch_arena_array(&cli->arena, args->word_count + 1, sizeof(*words));
	struct cli_args named;

	for (size_t i = 0; i < args->word_count; i++)
		words[i] = ch_arena_copy(&cli->arena, args->words[i]);
	words[args->word_count] = ch_arena_copy(&cli->arena, "--help");
	if (cli_args_parse(cli_commands, args->word_count + 1, words, &cli->arena, &named, err) != CH_OK)
		return ch_error_fix(err, _("`chiron help` lists the topics, `chiron --help` the commands"));
	cli_show_help(cli, &named);
	return CH_OK;
}

enum ch_status cli_help(struct cli *cli, const struct cli_args *args, struct ch_error *err)
{
	struct ch_buffer out = CH_BUFFER_EMPTY;
	const struct cli_topic *topic = cli_topics;

	while (args->word_count == 1 && topic->name && strcmp(topic->name, args->words[0]) != 0)
		topic++;
	if (args->word_count > 1 || (args->word_count == 1 && !topic->name))
		return help_for_words(cli, args, err);
	if (args->word_count == 1) {
		if (topic->text)
			ch_buffer_add(&out, _(topic->text));
		else
			topic->add(&out);
	} else {
		ch_buffer_add(&out, _("chiron help TOPIC\n\n"));
		for (topic = cli_topics; topic->name; topic++)
			add_row(&out, topic->name, _(topic->summary));
		ch_buffer_add(&out, _("\n`chiron --help` lists the commands.\n"));
	}
	cli_print(cli, &out);
	ch_buffer_release(&out);
	return CH_OK;
}
