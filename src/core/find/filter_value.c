#include "core/find/filter_value.h"

#include <ctype.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "base/excerpt.h"
#include "base/length.h"
#include "chiron/text.h"

enum { NEAR_DISTANCE = 3 };

static enum ch_status refuse(const struct ch_column *column, const char *text, const char *allowed,
			     struct ch_error *err)
{
	char given[EXCERPT_SIZE];

	return ch_fail(err, CH_DATA, _("\"%s\" cannot be looked for in %s: it takes %s"), excerpt_of(text, given),
		       column->key, allowed);
}

static struct list_value text_value(const char *text)
{
	return (struct list_value){.text = text};
}

/* The choice that a slip or two turned into the text; NULL: none. */
static const char *nearest_choice(const struct ch_choice *choices, const char *text)
{
	const char *nearest = NULL;
	int best = NEAR_DISTANCE;

	for (size_t i = 1; choices[i].code != NULL; i++) {
		int distance = ch_text_distance(text, choices[i].code);

		if (distance < best) {
			best = distance;
			nearest = choices[i].code;
		}
	}
	return nearest;
}

static enum ch_status choice_value(const struct ch_column *column, const char *text, struct list_value *value,
				   struct ch_error *err)
{
	int choice = ch_choice_find(column->choices, text);
	const char *nearest = nearest_choice(column->choices, text);
	struct ch_buffer allowed = CH_BUFFER_EMPTY;
	char given[EXCERPT_SIZE];

	if (choice > 0) {
		*value = text_value(column->choices[choice].code);
		return CH_OK;
	}
	if (nearest != NULL) {
		ch_fail(err, CH_DATA, _("\"%s\" cannot be looked for in %s"), excerpt_of(text, given), column->key);
		return ch_error_fix(err, _("did you mean %s?"), nearest);
	}
	ch_choice_list(column->choices, &allowed);
	refuse(column, text, allowed.text, err);
	ch_buffer_release(&allowed);
	return err->status;
}

static bool is_word(const char *text, const char *word, const char *letter)
{
	return ch_text_equal_ascii(text, word) || ch_text_equal_ascii(text, letter) || strcmp(text, _(word)) == 0;
}

static enum ch_status yes_value(const struct ch_column *column, const char *text, struct list_value *value,
				struct ch_error *err)
{
	if (is_word(text, "yes", "y"))
		*value = text_value("yes");
	else if (is_word(text, "no", "n"))
		*value = text_value("no");
	else
		return refuse(column, text, _("yes or no"), err);
	return CH_OK;
}

static enum ch_status number_value(const struct ch_column *column, const char *text, struct list_value *value,
				   struct ch_error *err)
{
	char *end;

	value->text = NULL;
	errno = 0;
	value->number = strtoll(text, &end, 10);
	/* INT64_MIN stands for "not known" everywhere. */
	if (errno != 0 || end == text || *end != '\0' || value->number == CH_UNKNOWN)
		return refuse(column, text, _("a whole number"), err);
	return CH_OK;
}

static enum ch_status length_value(const struct ch_column *column, const char *text, struct list_value *value,
				   struct ch_error *err)
{
	enum length_bare bare = column->type == CH_TYPE_HOURS ? LENGTH_BARE_HOURS : LENGTH_BARE_MINUTES;

	value->text = NULL;
	if (length_read(text, bare, &value->number))
		return CH_OK;
	return refuse(column, text,
		      bare == LENGTH_BARE_HOURS ? _("hours, as 2 or 1.5") : _("a length of time, as 45 or 1h15"), err);
}

static enum ch_status time_value(const struct ch_column *column, const char *text, struct list_value *value,
				 struct ch_error *err)
{
	int minute;

	if (!time_of_day_read(text, &minute))
		return refuse(column, text, _("a time of day, as 17:30"), err);
	*value = (struct list_value){.number = minute};
	return CH_OK;
}

static enum list_match turned(enum list_match match)
{
	switch (match) {
	case LIST_LESS:
		return LIST_MORE;
	case LIST_LESS_EQUAL:
		return LIST_MORE_EQUAL;
	case LIST_MORE:
		return LIST_LESS;
	case LIST_MORE_EQUAL:
		return LIST_LESS_EQUAL;
	default:
		return match;
	}
}

/*
 * A date as date.h reads it. A length without a sign is a distance from today,
 * ahead where the column's dates lie ahead, else back: longer ago is earlier.
 */
static enum ch_status date_value(const struct filter_context *context, struct list_term *term, const char *text,
				 struct list_value *value, struct ch_error *err)
{
	const char *distance = ch_arena_printf(context->arena, term->column->ahead ? "in %s" : "%s ago", text);
	struct ch_error ignored = CH_NO_ERROR;
	char iso[CH_DATE_SIZE];
	ch_date date;

	if (ch_date_parse(text, context->today, term->column->ahead, &date, err) != CH_OK) {
		if (!isdigit((unsigned char)*text) ||
		    ch_date_parse(distance, context->today, term->column->ahead, &date, &ignored) != CH_OK)
			return err->status;
		*err = CH_NO_ERROR;
		if (!term->column->ahead)
			term->match = turned(term->match);
	}
	*value = text_value(ch_arena_copy(context->arena, ch_date_iso(date, iso)));
	return CH_OK;
}

/* Types that have an order; the others are only searched. */
static bool is_ordered(enum ch_type type)
{
	switch (type) {
	case CH_TYPE_ID:
	case CH_TYPE_NUMBER:
	case CH_TYPE_MINUTES:
	case CH_TYPE_TIME:
	case CH_TYPE_HOURS:
	case CH_TYPE_DATE:
	case CH_TYPE_INSTANT:
		return true;
	default:
		return false;
	}
}

static enum ch_status text_or_list_value(const struct filter_context *context, struct list_term *term,
					 const char *text, struct list_value *value)
{
	term->match = term->column->terms ? LIST_TERM : LIST_CONTAINS;
	*value = text_value(ch_text_search_key(context->arena, text));
	return CH_OK;
}

static enum ch_status read_value(const struct filter_context *context, struct list_term *term,
				 const struct ch_column *column, const char *text, struct list_value *value,
				 struct ch_error *err)
{
	switch (column->type) {
	case CH_TYPE_ID:
	case CH_TYPE_NUMBER:
		return number_value(column, text, value, err);
	case CH_TYPE_MINUTES:
	case CH_TYPE_HOURS:
		return length_value(column, text, value, err);
	case CH_TYPE_TIME:
		return time_value(column, text, value, err);
	case CH_TYPE_DATE:
	case CH_TYPE_INSTANT:
		return date_value(context, term, text, value, err);
	case CH_TYPE_YES:
		return yes_value(column, text, value, err);
	case CH_TYPE_CHOICES:
		term->match = LIST_CODE;
		return choice_value(column, text, value, err);
	case CH_TYPE_CHOICE:
		return choice_value(column, text, value, err);
	default:
		return text_or_list_value(context, term, text, value);
	}
}

enum ch_status filter_value(const struct filter_context *context, struct list_term *term,
			    const struct ch_column *column, const char *text, struct ch_error *err)
{
	char given[EXCERPT_SIZE];

	if (term->match >= LIST_LESS && term->match <= LIST_MORE_EQUAL && !is_ordered(column->type))
		return ch_fail(err, CH_DATA, _("%s has no order, so it cannot be compared with < or >: write %s:%s"),
			       column->key, column->key, excerpt_of(text, given));
	return read_value(context, term, column, text, &term->values[term->value_count++], err);
}
