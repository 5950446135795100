/*
 * A filter is cut into words at blanks outside quotes. A word that begins with
 * a name and one of : = < > is about a column; every other word is plain.
 */
#include "core/find/filter.h"

#include <ctype.h>
#include <string.h>

#include "base/excerpt.h"
#include "chiron/list.h"
#include "chiron/text.h"
#include "core/find/filter_value.h"

enum { NAME_SIZE = 32, NEAR_DISTANCE = 3 };

struct word {
	bool negated;
	char name[NAME_SIZE]; /* "": a plain word */
	enum list_match match;
	const char *values; /* as typed, with quotes and commas */
	size_t length;	    /* of `values` */
	const char *whole;  /* the word as typed, for messages */
};

static bool is_blank(char c)
{
	return c == ' ' || c == '\t' || c == '\n';
}

/* Bytes of the text from `at` to the first of `ends` (or the end of the text) outside quotes. */
static size_t length_to(const char *at, size_t most, const char *ends)
{
	bool quoted = false;
	size_t i = 0;

	for (; i < most && (quoted || strchr(ends, at[i]) == NULL); i++)
		if (at[i] == '"')
			quoted = !quoted;
	return i;
}

static bool quotes_are_closed(const char *at, size_t length)
{
	size_t quotes = 0;

	for (size_t i = 0; i < length; i++)
		quotes += at[i] == '"';
	return quotes % 2 == 0;
}

/* The name and the sign at the start of a word, as "last<="; their length, 0 where the word is plain. */
static size_t read_name(const char *at, size_t length, struct word *word)
{
	size_t i = 0;

	while (i < length && i < NAME_SIZE && (isalpha((unsigned char)at[i]) || (i > 0 && at[i] == '_') ||
					       (i > 0 && isdigit((unsigned char)at[i]))))
		i++;
	if (i == 0 || i == NAME_SIZE || i == length || strchr(":=<>", at[i]) == NULL)
		return 0;
	for (size_t j = 0; j < i; j++)
		word->name[j] = (char)tolower((unsigned char)at[j]);
	word->name[i] = '\0';
	bool or_equal = i + 1 < length && at[i + 1] == '=';
	switch (at[i]) {
	case '<':
		word->match = or_equal ? LIST_LESS_EQUAL : LIST_LESS;
		return i + 1 + or_equal;
	case '>':
		word->match = or_equal ? LIST_MORE_EQUAL : LIST_MORE;
		return i + 1 + or_equal;
	default:
		word->match = LIST_EQUAL;
		return i + 1;
	}
}

/* The next word of *text, which moves behind it; false at the end. */
static bool next_word(const char **text, struct word *word, struct ch_arena *arena)
{
	const char *at = *text;

	while (is_blank(*at))
		at++;
	if (*at == '\0')
		return false;
	size_t length = length_to(at, strlen(at), " \t\n");
	*text = at + length;
	*word = (struct word){.match = LIST_WORD, .whole = ch_arena_copy_bytes(arena, at, length)};
	if (*at == '-' && length > 1) {
		word->negated = true;
		at++;
		length--;
	}
	size_t skipped = read_name(at, length, word);
	word->values = at + skipped;
	word->length = length - skipped;
	return true;
}

/* The text without its quotes. */
static char *unquoted(struct ch_arena *arena, const char *text, size_t length)
{
	char *plain = ch_arena_copy_bytes(arena, text, length);
	size_t kept = 0;

	for (size_t i = 0; i < length; i++)
		if (plain[i] != '"')
			plain[kept++] = plain[i];
	plain[kept] = '\0';
	return plain;
}

static bool may_use(const struct filter_context *context, const struct list_column *column)
{
	return !context->own || list_column_access(column) == CH_CLASS_FACT;
}

void filter_columns(const struct filter_context *context, bool sorted, struct ch_buffer *out)
{
	const struct list_info *info = context->info;
	const struct list_column *last = NULL;

	for (size_t i = 0; i < info->column_count; i++) {
		const struct list_column *column = &info->columns[i];

		if (!may_use(context, column) || (sorted && column->sort == NULL))
			continue;
		if (last != NULL)
			ch_buffer_printf(out, "%s%s", out->length > 0 ? ", " : "", last->key);
		last = column;
	}
	if (last != NULL)
		ch_buffer_printf(out, "%s%s", out->length > 0 ? _(" or ") : "", last->key);
}

static const char *nearest_column(const struct filter_context *context, const char *name)
{
	const struct list_info *info = context->info;
	const char *nearest = NULL;
	int best = NEAR_DISTANCE;

	for (size_t i = 0; i < info->column_count; i++) {
		int distance = ch_text_distance(name, info->columns[i].key);
		bool begins = strncmp(info->columns[i].key, name, strlen(name)) == 0;

		if (may_use(context, &info->columns[i]) && (begins ? 0 : distance) < best) {
			best = begins ? 0 : distance;
			nearest = info->columns[i].key;
		}
	}
	return nearest;
}

static enum ch_status refuse_name(const struct filter_context *context, const char *name, struct ch_error *err)
{
	const char *nearest = nearest_column(context, name), *list = context->info->name;
	struct ch_buffer columns = CH_BUFFER_EMPTY;

	if (nearest != NULL) {
		ch_fail(err, CH_DATA, _("%s have no field \"%s\" to filter by"), list, name);
		return ch_error_fix(err, _("did you mean %s?"), nearest);
	}
	filter_columns(context, false, &columns);
	ch_fail(err, CH_DATA, _("%s have no field \"%s\" to filter by; there is %s"), list, name, columns.text);
	ch_buffer_release(&columns);
	return ch_error_fix(err, _("to look for a text with a sign in it, put it in quotes: \"%s:...\""), name);
}

static enum ch_status plain_word(const struct filter_context *context, const struct word *word,
				 struct list_filter *filter)
{
	const char *key = ch_text_search_key(context->arena, unquoted(context->arena, word->values, word->length));

	if (*key != '\0')
		filter->terms[filter->count++] = (struct list_term){
			.match = LIST_WORD,
			.negated = word->negated,
			.values = {{.text = key}},
			.value_count = 1,
		};
	return CH_OK;
}

static enum ch_status refuse_no_value(const struct word *word, struct ch_error *err)
{
	char given[EXCERPT_SIZE];

	ch_fail(err, CH_DATA, _("\"%s\" lacks a value"), excerpt_of(word->whole, given));
	return ch_error_fix(err, _("write what to look for right behind the sign, or %s:- for what is not known"),
			    word->name);
}

static enum ch_status read_values(const struct filter_context *context, const struct word *word,
				  const struct ch_column *column, struct list_term *term, struct ch_error *err)
{
	const char *at = word->values, *end = word->values + word->length;
	enum ch_status status = CH_OK;

	while (status == CH_OK && at <= end) {
		size_t length = length_to(at, (size_t)(end - at), ",");
		const char *value = ch_text_tidy(context->arena, unquoted(context->arena, at, length));

		if (value == NULL)
			return refuse_no_value(word, err);
		if (term->value_count == LIST_MOST_VALUES)
			return ch_fail(err, CH_DATA, _("%s is given over %d values; split the filter"), word->name,
				       LIST_MOST_VALUES);
		if (term->value_count == 1 && word->match != LIST_EQUAL)
			return ch_fail(err, CH_DATA, _("%s is compared with more than one value: give one"),
				       word->name);
		status = filter_value(context, term, column, value, err);
		at += length + 1;
	}
	return status;
}

static enum ch_status column_word(const struct filter_context *context, const struct word *word,
				  struct list_filter *filter, struct ch_error *err)
{
	const struct list_info *info = context->info;
	const struct list_column *column = list_column_named(info, word->name);
	struct list_term *term = &filter->terms[filter->count];

	if (column == NULL || !may_use(context, column))
		return refuse_name(context, word->name, err);
	const struct ch_column *face = &context->faces[column - info->columns];
	*term = (struct list_term){
		.column = column,
		.type = face->type,
		.match = word->match,
		.negated = word->negated,
	};
	filter->count++;
	if (word->length == 1 && *word->values == '-' && word->match == LIST_EQUAL) {
		term->match = LIST_NOT_KNOWN;
		term->value_count = 1;
		return CH_OK;
	}
	return read_values(context, word, face, term, err);
}

enum ch_status filter_parse(const struct filter_context *context, const char *text, struct list_filter *filter,
			    struct ch_error *err)
{
	enum ch_status status = CH_OK;
	char given[EXCERPT_SIZE];
	struct word word;

	filter->count = 0;
	if (text == NULL)
		return CH_OK;
	if (ch_text_valid(text, strlen(text)) != strlen(text))
		return ch_fail(err, CH_DATA, _("the filter \"%s\" is not valid UTF-8"), excerpt_of(text, given));
	if (!quotes_are_closed(text, strlen(text))) {
		ch_fail(err, CH_DATA, _("a quote of the filter is not closed: %s"), excerpt_of(text, given));
		return ch_error_fix(err, _("quotes come in pairs, as in department:\"social care\""));
	}
	while (status == CH_OK && next_word(&text, &word, context->arena)) {
		if (filter->count == LIST_MOST_TERMS)
			return ch_fail(err, CH_DATA, _("the filter has over %d words; \"%s\" is one too many"),
				       LIST_MOST_TERMS, excerpt_of(word.whole, given));
		if (word.name[0] == '\0')
			status = plain_word(context, &word, filter);
		else
			status = column_word(context, &word, filter, err);
	}
	return status;
}

/* Whether a word would mean something else than itself. */
static bool needs_quotes(const char *word, size_t length)
{
	return *word == '-' || strcspn(word, ":<>=") < length;
}

const char *ch_list_words(const char *text, struct ch_arena *arena)
{
	struct ch_buffer words = CH_BUFFER_EMPTY;
	const char *filter;

	while (*(text += strspn(text, " ,\"/")) != '\0') {
		size_t length = strcspn(text, " ,\"/");
		const char *quote = needs_quotes(text, length) ? "\"" : "";

		ch_buffer_printf(&words, "%s%s%.*s%s", words.length > 0 ? " " : "", quote, (int)length, text, quote);
		text += length;
	}
	filter = ch_arena_copy(arena, words.text);
	ch_buffer_release(&words);
	return filter;
}
