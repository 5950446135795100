/*
 * A value is judged by a field: the one that it gives, or one made here of what
 * the option's row says. So every type is read, and refused, in one way.
 */
#include <string.h>

#include "chiron/text.h"
#include "cli/args.h"

/* Said before all else: what is no text cannot even be looked for. */
static enum ch_status check_utf8(const char *what, const char *given, struct ch_arena *arena, struct ch_error *err)
{
	size_t length = strlen(given);

	if (ch_text_valid(given, length) == length)
		return CH_OK;
	return ch_fail(err, CH_USAGE, _("%s: \"%s\" is not valid UTF-8; allowed is text in UTF-8"), what,
		       ch_text_excerpt(arena, given));
}

static enum ch_status needs_value(const struct cli_option *option, struct ch_error *err)
{
	ch_fail(err, CH_USAGE, _("--%s needs a value"), option->key);
	return ch_error_fix(err, "--%s %s: %s", option->key, option->value, _(option->help));
}

/* Names and fields of the scheme's own are known once it is open; a date to come is read where it is used. */
static bool is_judged_later(const struct cli_option *option, const struct ch_field *field)
{
	return field ? field->type == CH_TYPE_ID || strcmp(field->key, "custom_values") == 0 : !option->type;
}

static enum ch_status check_choice(const char *what, const struct ch_choice *choices, const char *given,
				   struct ch_arena *arena, struct ch_error *err)
{
	struct ch_buffer allowed = CH_BUFFER_EMPTY;

	if (ch_choice_find(choices, given) > 0)
		return CH_OK;
	cli_add_codes(choices, &allowed);
	ch_fail(err, CH_USAGE, _("%s is %s; \"%s\" was given"), what, allowed.text, ch_text_excerpt(arena, given));
	ch_buffer_release(&allowed);
	return err->status;
}

static enum ch_status check_value(const struct cli_given *given, ch_date today, struct ch_arena *arena,
				  struct ch_error *err)
{
	const struct cli_option *option = given->option;
	const struct ch_field *field =
		option->field ? ch_field_named(ch_entity_of(option->entity), option->field) : NULL;
	bool blank = given->value[strspn(given->value, " \t")] == '\0';
	struct ch_field typed = {.key = option->key,
				 .label = ch_arena_printf(arena, "--%s", option->key),
				 .type = option->type,
				 .min = option->min,
				 .max = option->max};
	int64_t scratch[2];
	void *record = scratch;

	/* Blank makes a field not known; of what no field holds it says nothing. */
	if (check_utf8(typed.label, given->value, arena, err) != CH_OK)
		return err->status;
	if (blank && (option->flags & (CLI_REQUIRED | CLI_FILE) || (!field && (option->type || option->entity))))
		return needs_value(option, err);
	bool unknown = blank && field && !(option->flags & CLI_SELECTS);

	if (option->choices && !unknown && !(field && field->type == CH_TYPE_CHOICES))
		return check_choice(typed.label, option->choices, given->value, arena, err);
	if (is_judged_later(option, field))
		return CH_OK;
	if (field) {
		record = ch_arena_alloc(arena, ch_entity_of(option->entity)->size);
		ch_record_clear(ch_entity_of(option->entity), record);
	}
	return ch_field_set(field ? field : &typed, record, given->value, today, arena, err);
}

static enum ch_status check_words(const struct cli_args *args, struct ch_arena *arena, struct ch_error *err)
{
	const struct cli_argument *a = args->command->arguments;

	for (size_t i = 0; i < args->word_count && a && a->name; i++) {
		const char *word = args->words[i];

		if (check_utf8(a->name, word, arena, err) != CH_OK)
			return err->status;
		if (word[strspn(word, " \t")] == '\0' && !(a->flags & CLI_MAY_BE_BLANK)) {
			ch_fail(err, CH_USAGE, _("%s is empty"), a->name);
			return ch_error_fix(err, _("As in: %.*s"), (int)strcspn(args->command->example, "\n"),
					    args->command->example);
		}
		if (a->choices && check_choice(a->name, a->choices, word, arena, err) != CH_OK)
			return err->status;
		a += !(a->flags & CLI_REPEATED);
	}
	return CH_OK;
}

enum ch_status cli_args_check(const struct cli_args *args, ch_date today, struct ch_arena *arena,
			      struct ch_error *err)
{
	for (size_t i = 0; i < args->given_count; i++)
		if (args->given[i].value && check_value(&args->given[i], today, arena, err) != CH_OK)
			return err->status;
	return args->command ? check_words(args, arena, err) : CH_OK;
}
