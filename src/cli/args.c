/*
 * Parsing goes once through the words: a word with dashes is an option of the
 * command, or a global one; any other first finds the command, then is an
 * argument. What is missing is looked for at the end.
 */
#include <stdlib.h>
#include <string.h>

#include "chiron/text.h"
#include "cli/args.h"

struct parser {
	const struct cli_command *commands;
	const struct cli_option *options; /* of the command, once it is known */
	size_t argc;
	char *const *argv;
	size_t at;
	bool options_ended;
	struct ch_arena *arena;
	struct cli_args *args;
};

static size_t first_word(const char *words)
{
	return strcspn(words, " ");
}

static bool in_group(const struct cli_command *command, const char *group)
{
	size_t length = first_word(command->words);

	return strlen(group) == length && strncmp(command->words, group, length) == 0;
}

static enum ch_status no_such_command(const struct parser *p, const char *word, struct ch_error *err)
{
	struct ch_nearest nearest = CH_NEAREST(word);

	for (const struct cli_command *c = p->commands; c->words; c++)
		ch_nearest_try(&nearest, ch_arena_copy_bytes(p->arena, c->words, first_word(c->words)));
	ch_fail(err, CH_USAGE, _("there is no command \"%s\""), ch_text_excerpt(p->arena, word));
	if (nearest.word)
		return ch_error_fix(err, _("Did you mean `chiron %s`?"), nearest.word);
	return ch_error_fix(err, _("`chiron --help` lists them"));
}

/* The commands of a group, as "add, list or show". */
static const char *group_words(const struct parser *p, const char *group)
{
	struct ch_buffer words = CH_BUFFER_EMPTY;
	const char *before = NULL;
	const char *text;

	for (const struct cli_command *c = p->commands; c->words; c++) {
		if (!in_group(c, group))
			continue;
		if (before)
			ch_buffer_printf(&words, "%s%s", words.length ? ", " : "", before);
		before = c->words + first_word(c->words) + 1;
	}
	ch_buffer_printf(&words, _("%s%s"), words.length ? _(" or ") : "", before ? before : "");
	text = ch_arena_copy(p->arena, words.text);
	ch_buffer_release(&words);
	return text;
}

static enum ch_status no_such_second_word(const struct parser *p, const char *group, const char *word,
					  struct ch_error *err)
{
	struct ch_nearest nearest = CH_NEAREST(word ? word : "");

	for (const struct cli_command *c = p->commands; word && c->words; c++) {
		if (in_group(c, group))
			ch_nearest_try(&nearest, c->words + first_word(c->words) + 1);
	}
	if (!word)
		return ch_fail(err, CH_USAGE, _("`chiron %s` needs a word more: %s"), group, group_words(p, group));
	ch_fail(err, CH_USAGE, _("there is no command \"%s %s\""), group,
		ch_text_excerpt(p->arena, word));
	if (nearest.word)
		return ch_error_fix(err, _("Did you mean `chiron %s %s`?"), group, nearest.word);
	return ch_error_fix(err, _("After \"%s\" comes %s"), group, group_words(p, group));
}

/* One more word of the command's name. */
static enum ch_status take_command_word(struct parser *p, const char *word, struct ch_error *err)
{
	bool is_group = false;

	for (const struct cli_command *c = p->commands; c->words; c++) {
		if (!p->args->group && strcmp(c->words, word) == 0)
			p->args->command = c;
		else if (!p->args->group && in_group(c, word))
			is_group = true;
		else if (p->args->group && in_group(c, p->args->group) &&
			 strcmp(c->words + first_word(c->words) + 1, word) == 0)
			p->args->command = c;
	}
	if (p->args->command) {
		p->options = cli_command_options(p->args->command, p->arena);
		return CH_OK;
	}
	if (p->args->group)
		return no_such_second_word(p, p->args->group, word, err);
	if (!is_group)
		return no_such_command(p, word, err);
	p->args->group = word;
	return CH_OK;
}

/* The option in `options` whose key is the `length` bytes at `key`. */
static const struct cli_option *find_key(const struct cli_option *options, const char *key, size_t length)
{
	for (const struct cli_option *o = options; o && o->key; o++) {
		if (strlen(o->key) == length && strncmp(o->key, key, length) == 0)
			return o;
	}
	return NULL;
}

static const struct cli_option *find_letter(const struct cli_option *options, char letter)
{
	for (const struct cli_option *o = options; o && o->key; o++) {
		if (o->letter == letter)
			return o;
	}
	return NULL;
}

static enum ch_status no_such_option(const struct parser *p, const char *word, size_t length, struct ch_error *err)
{
	const char *key = ch_arena_copy_bytes(p->arena, word, length);
	struct ch_nearest nearest = CH_NEAREST(key + strspn(key, "-"));

	for (const struct cli_option *o = cli_global_options; o->key; o++)
		ch_nearest_try(&nearest, o->key);
	for (const struct cli_option *o = p->options; o && o->key; o++)
		ch_nearest_try(&nearest, o->key);
	if (!p->args->command) {
		ch_fail(err, CH_USAGE, _("there is no option %s before a command"), ch_text_excerpt(p->arena, key));
		if (!nearest.word)
			return ch_error_fix(err, _("Put it after the command"));
	} else {
		ch_fail(err, CH_USAGE, _("`chiron %s` has no option %s"), p->args->command->words,
			ch_text_excerpt(p->arena, key));
	}
	if (nearest.word)
		return ch_error_fix(err, _("Did you mean --%s?"), nearest.word);
	return ch_error_fix(err, _("`chiron %s --help` lists its options"), p->args->command->words);
}

static enum ch_status keep(struct parser *p, const struct cli_option *option, const char *value, struct ch_error *err)
{
	bool own = p->options && find_key(p->options, option->key, strlen(option->key)) == option;

	if (own && !(option->flags & CLI_REPEATED) && cli_args_has(p->args, option->key))
		return ch_fail(err, CH_USAGE, _("--%s is given twice"), option->key);
	p->args->given[p->args->given_count++] = (struct cli_given){.option = option, .value = value};
	return CH_OK;
}

static bool is_yes_or_no(const struct cli_option *option)
{
	const struct ch_field *field =
		option->field ? ch_field_named(ch_entity_of(option->entity), option->field) : NULL;

	return field && field->type == CH_TYPE_YES;
}

static bool says_yes_or_no(const char *word)
{
	return ch_text_equal_ascii(word, "yes") || ch_text_equal_ascii(word, "no") || *word == '\0';
}

/* The value of an option: what is attached to it, else the next word; of a yes-or-no that may be left out: yes. */
static enum ch_status take_value(struct parser *p, const struct cli_option *option, const char *attached,
				 struct ch_error *err)
{
	if (!option->value && attached)
		return ch_fail(err, CH_USAGE, _("--%s takes no value; \"%s\" was given"), option->key,
			       ch_text_excerpt(p->arena, attached));
	if (!option->value || attached)
		return keep(p, option, attached, err);
	if (is_yes_or_no(option) && (p->at + 1 >= p->argc || !says_yes_or_no(p->argv[p->at + 1])))
		return keep(p, option, "yes", err);
	if (p->at + 1 >= p->argc) {
		ch_fail(err, CH_USAGE, _("--%s needs a value"), option->key);
		return ch_error_fix(err, "--%s %s: %s", option->key, option->value, _(option->help));
	}
	return keep(p, option, p->argv[++p->at], err);
}

static enum ch_status take_long(struct parser *p, const char *word, struct ch_error *err)
{
	size_t length = strcspn(word + 2, "=");
	const char *attached = word[2 + length] == '=' ? word + 3 + length : NULL;
	const struct cli_option *option = find_key(p->options, word + 2, length);

	if (!option)
		option = find_key(cli_global_options, word + 2, length);
	if (!option)
		return no_such_option(p, word, 2 + length, err);
	return take_value(p, option, attached, err);
}

/* "-q", "-d FILE", "-dFILE"; several letters in one word end at the first that takes a value. */
static enum ch_status take_letters(struct parser *p, const char *word, struct ch_error *err)
{
	for (size_t i = 1; word[i]; i++) {
		const struct cli_option *option = find_letter(p->options, word[i]);

		if (!option)
			option = find_letter(cli_global_options, word[i]);
		if (!option)
			return no_such_option(p, (char[]){'-', word[i], '\0'}, 2, err);
		if (option->value)
			return take_value(p, option, word[i + 1] ? word + i + 1 : NULL, err);
		if (keep(p, option, NULL, err) != CH_OK)
			return err->status;
	}
	return CH_OK;
}

/* A negative number, as a date or a value: no option begins with a digit. */
static bool is_option_word(const struct parser *p, const char *word)
{
	return !p->options_ended && word[0] == '-' && word[1] && !(word[1] >= '0' && word[1] <= '9');
}

static enum ch_status take_word(struct parser *p, struct ch_error *err)
{
	const char *word = p->argv[p->at];

	if (!p->options_ended && strcmp(word, "--") == 0) {
		p->options_ended = true;
		return CH_OK;
	}
	if (is_option_word(p, word))
		return word[1] == '-' ? take_long(p, word, err) : take_letters(p, word, err);
	if (!p->args->command)
		return take_command_word(p, word, err);
	p->args->words[p->args->word_count++] = word;
	return CH_OK;
}

static enum ch_status check_arguments(const struct cli_args *args, struct ch_arena *arena, struct ch_error *err)
{
	const struct cli_command *command = args->command;
	size_t count = 0;

	for (const struct cli_argument *a = command->arguments; a && a->name; a++) {
		if (a->flags & CLI_REPEATED)
			count = args->word_count > count ? args->word_count : count + !(a->flags & CLI_OPTIONAL);
		else if (count < args->word_count || !(a->flags & CLI_OPTIONAL))
			count++;
		if (count > args->word_count) {
			ch_fail(err, CH_USAGE, _("`chiron %s` needs %s"), command->words, a->name);
			return ch_error_fix(err, _("As in: %.*s"), (int)strcspn(command->example, "\n"),
					    command->example);
		}
	}
	if (args->word_count > count) {
		ch_fail(err, CH_USAGE, _("`chiron %s` has no use for \"%s\""), command->words,
			ch_text_excerpt(arena, args->words[count]));
		return ch_error_fix(err, _("Put a text with blanks in quotes; `chiron %s --help` shows what it takes"),
				    command->words);
	}
	return CH_OK;
}

static enum ch_status check_required(const struct parser *p, struct ch_error *err)
{
	for (const struct cli_option *o = p->options; o && o->key; o++) {
		if (o->flags & CLI_REQUIRED && !cli_args_has(p->args, o->key)) {
			ch_fail(err, CH_USAGE, _("`chiron %s` needs --%s %s"), p->args->command->words, o->key,
				o->value);
			return ch_error_fix(err, "%s", _(o->help));
		}
	}
	return CH_OK;
}

enum ch_status cli_args_parse(const struct cli_command *commands, size_t argc, char *const *argv,
			      struct ch_arena *arena, struct cli_args *args, struct ch_error *err)
{
	struct parser p = {.commands = commands, .argc = argc, .argv = argv, .arena = arena, .args = args};
	size_t letters = 0;

	for (size_t i = 0; i < argc; i++)
		letters += strlen(argv[i]);
	*args = (struct cli_args){
		.words = ch_arena_array(arena, argc + 1, sizeof(*args->words)),
		.given = ch_arena_array(arena, letters + 1, sizeof(*args->given)),
	};
	for (; p.at < argc; p.at++) {
		if (take_word(&p, err) != CH_OK)
			return err->status;
	}
	if (cli_args_has(args, "help") || cli_args_has(args, "version"))
		return CH_OK;
	if (!args->command && args->group)
		return no_such_second_word(&p, args->group, NULL, err);
	if (!args->command)
		return CH_OK;
	if (check_arguments(args, arena, err) != CH_OK)
		return err->status;
	return check_required(&p, err);
}

/* ---- Reading what was given -------------------------------------------------- */

static const struct cli_given *find_given(const struct cli_args *args, const char *key)
{
	for (size_t i = args->given_count; i-- > 0;) {
		if (strcmp(args->given[i].option->key, key) == 0)
			return &args->given[i];
	}
	return NULL;
}

bool cli_args_has(const struct cli_args *args, const char *key)
{
	return find_given(args, key) != NULL;
}

const char *cli_args_value(const struct cli_args *args, const char *key)
{
	const struct cli_given *given = find_given(args, key);

	return given ? given->value : NULL;
}

const char **cli_args_values(const struct cli_args *args, const char *key, struct ch_arena *arena, size_t *count)
{
	const char **values = ch_arena_array(arena, args->given_count + 1, sizeof(*values));

	*count = 0;
	for (size_t i = 0; i < args->given_count; i++) {
		if (strcmp(args->given[i].option->key, key) == 0)
			values[(*count)++] = args->given[i].value;
	}
	return values;
}

const char *cli_args_joined(const struct cli_args *args, struct ch_arena *arena)
{
	const char *joined = NULL;

	for (size_t i = 0; i < args->word_count; i++)
		joined = joined ? ch_arena_printf(arena, "%s %s", joined, args->words[i]) : args->words[i];
	return joined;
}

int cli_args_choice(const struct cli_args *args, const char *key)
{
	const struct cli_given *given = find_given(args, key);

	return given ? ch_choice_find(given->option->choices, given->value) : 0;
}

void cli_add_codes(const struct ch_choice *choices, struct ch_buffer *out)
{
	for (const struct ch_choice *c = choices + 1; c->code; c++) {
		if (c > choices + 1)
			ch_buffer_add(out, c[1].code ? ", " : _(" or "));
		ch_buffer_add(out, c->code);
	}
}

int64_t cli_args_number(const struct cli_args *args, const char *key, int64_t otherwise)
{
	const char *value = cli_args_value(args, key);

	return value ? strtoll(value, NULL, 10) : otherwise;
}
