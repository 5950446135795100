/* What each column is taken for, how sure that is, and what it holds: a column a row, where it fits. */
#include <string.h>

#include "chiron/text.h"
#include "tui/screens/import_facts.h"

enum {
	LABEL_MOST = 16,   /* cells of a field's label beside its column, */
	HEADING_MOST = 18, /* of the headings that stand below each other, */
	SAMPLE_MOST = 32   /* and of a sample */
};

static const char *label_of_field(enum ch_import_kind kind, const char *code, struct ch_arena *arena)
{
	const struct ch_import_field *fields;
	size_t count = ch_import_fields(NULL, kind, arena, &fields);

	for (size_t i = 0; i < count; i++)
		if (strcmp(fields[i].code, code) == 0)
			return _(fields[i].label);
	return code;
}

/* How sure it is what the column is; "" where its heading says so. */
static const char *certainty_words(const char *certainty)
{
	static const struct {
		const char *code, *words;
	} words[] = {
		{"words", N_("by its words")},
		{"cells", N_("by its cells")},
		{"place", N_("by its place")},
		{"remembered", N_("remembered")},
		{"asked", N_("as you said")},
	};

	for (size_t i = 0; certainty != NULL && i < sizeof(words) / sizeof(words[0]); i++)
		if (strcmp(words[i].code, certainty) == 0)
			return _(words[i].words);
	return "";
}

/* The heading, quoted and padded so that what is said of the columns stands below each other. */
static void add_heading(struct ch_buffer *out, const struct ch_import_mapping *mapping, size_t index, int width)
{
	size_t start = out->length;

	if (*mapping->heading != '\0')
		ch_buffer_printf(out, "\"%s\":", mapping->heading);
	else
		ch_buffer_printf(out, _("column %zu:"), index + 1);
	for (int cells = ch_text_width(out->text + start); cells < width; cells++)
		ch_buffer_add_char(out, ' ');
}

static int heading_width(const struct ch_import_result *result)
{
	struct ch_buffer heading = CH_BUFFER_EMPTY;
	int widest = 0;

	for (size_t i = 0; i < result->mapping_count; i++) {
		ch_buffer_clear(&heading);
		add_heading(&heading, &result->mapping[i], i, 0);
		int cells = ch_text_width(heading.text);

		widest = cells > widest && cells <= HEADING_MOST ? cells : widest;
	}
	ch_buffer_release(&heading);
	return widest;
}

/* The start of a sample, so that three of them have room. */
static void add_sample(struct ch_buffer *out, const char *sample)
{
	int width;
	size_t fits = ch_text_fit(sample, SAMPLE_MOST, &width);

	ch_buffer_add_bytes(out, sample, fits);
	if (sample[fits] != '\0')
		ch_buffer_add(out, "...");
}

static bool is_guessed(const struct ch_import_mapping *mapping)
{
	return mapping->certainty != NULL &&
	       (strcmp(mapping->certainty, "words") == 0 || strcmp(mapping->certainty, "cells") == 0 ||
		strcmp(mapping->certainty, "place") == 0);
}

static void add_samples(struct ch_buffer *out, const struct ch_import_mapping *mapping)
{
	for (size_t i = 0; i < 3 && mapping->samples[i] != NULL; i++) {
		ch_buffer_add(out, i > 0 ? " | " : " ");
		add_sample(out, mapping->samples[i]);
	}
}

/* A field with a long name: `"When free?" is When people can meet, by its words: Tue am | Wed`. */
static void add_long(struct ch_buffer *out, const struct ch_import_mapping *mapping, size_t index, const char *label)
{
	const char *sure = certainty_words(mapping->certainty);

	if (*mapping->heading != '\0')
		ch_buffer_printf(out, _("\"%s\" is %s"), mapping->heading, label);
	else
		ch_buffer_printf(out, _("column %zu is %s"), index + 1, label);
	ch_buffer_printf(out, "%s%s%s", *sure != '\0' ? ", " : "", sure, mapping->samples[0] != NULL ? ":" : "");
	add_samples(out, mapping);
}

/* A column a row, where it fits: its field, its heading, how sure that is or why it is left out, what it holds. */
static void add_column(struct fact_list *facts, enum ch_import_kind kind, const struct ch_import_mapping *mapping,
		       size_t index, int width)
{
	struct ch_arena arena = CH_ARENA_EMPTY;
	struct ch_buffer text = CH_BUFFER_EMPTY;
	const char *sure = certainty_words(mapping->certainty);
	const char *label = mapping->label != NULL	 ? mapping->label
			    : *mapping->code != '\0' ? label_of_field(kind, mapping->code, &arena)
						      : _("(left out)");
	bool fits = ch_text_width(label) <= LABEL_MOST || mapping->why != NULL;

	if (!fits) {
		add_long(&text, mapping, index, label);
		label = ch_arena_printf(&arena, _("column %zu"), index + 1);
	} else {
		add_heading(&text, mapping, index, width);
		if (mapping->why != NULL)
			ch_buffer_printf(&text, " %s", mapping->key_why);
		else if (*sure != '\0')
			ch_buffer_printf(&text, " %s", sure);
		if ((mapping->why != NULL || *sure != '\0') && mapping->samples[0] != NULL)
			ch_buffer_add_char(&text, ':');
		add_samples(&text, mapping);
	}
	import_facts_about(facts, ABOUT_COLUMN, index);
	fact_list_add(facts, mapping->certainty == NULL ? '.' : is_guessed(mapping) ? '~' : ' ',
		      ch_arena_printf(&arena, "  %s", label), text.text);
	ch_buffer_release(&text);
	ch_arena_release(&arena);
}

void import_facts_columns(struct fact_list *facts, enum ch_import_kind kind, const struct ch_import_result *result)
{
	int width = heading_width(result);
	size_t left_out = 0;

	if (result->mapping_count == 0)
		return;
	for (size_t i = 0; i < result->mapping_count; i++)
		left_out += *result->mapping[i].code == '\0';
	if (left_out == 0)
		fact_list_printf(facts, ' ', _("Columns"), _("%zu. " KEY_(OPEN) " changes what one "
					       "is."), result->mapping_count);
	else
		fact_list_printf(facts, ' ', _("Columns"),
				 kind == CH_IMPORT_PEOPLE
					 ? _("%zu, %zu of them left out. " KEY_(OPEN) " changes one, or makes it a "
					     "field.")
					 : _("%zu, %zu of them left out. " KEY_(OPEN) " changes what one is."),
				 result->mapping_count, left_out);
	for (size_t i = 0; i < result->mapping_count; i++)
		add_column(facts, kind, &result->mapping[i], i, width);
	import_facts_about(facts, ABOUT_NOTHING, 0);
}
