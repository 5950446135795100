/*
 * What the session followed: a choice of framework, and below it a field for
 * each heading. Another choice brings other headings; what was typed under a
 * heading is there again whenever that heading is.
 */
#include <stdio.h>
#include <string.h>

#include "chiron/text.h"
#include "tui/screens/log_form_parts.h"

static bool is_for(const struct ch_framework *framework, int kind)
{
	return framework->kind == CH_NO_KIND || framework->kind == kind;
}

static void add_framework(struct log_form *log, struct ch_framework *to, const struct ch_framework *from)
{
	to[log->framework_count] = *from;
	log->framework_choices[log->framework_count++] = (struct ch_choice){.code = from->name, .label = from->title};
}

enum ch_status log_sections_read(struct log_form *log, const struct ch_pairing *pairing, struct ch_error *err)
{
	struct ch_framework *all, *fitting, usual;
	const char *first = log_asked_framework(log);
	size_t count;

	if (ch_framework_list(log->desk->c, &log->arena, &all, &count, err) != CH_OK ||
	    ch_framework_usual(log->desk->c, pairing->pairing_id, &log->arena, &usual, err) != CH_OK)
		return err->status;
	if (first == NULL)
		first = usual.name;
	fitting = ch_arena_array(&log->arena, count + 1, sizeof(*fitting));
	log->framework_choices = ch_arena_array(&log->arena, count + 2, sizeof(*log->framework_choices));
	fitting[0] = (struct ch_framework){.name = ""};
	log->framework_choices[0] = (struct ch_choice){.code = "", .label = ""};
	log->framework_count = 1;
	for (size_t i = 0; i < count; i++) {
		if (!is_for(&all[i], pairing->kind) && strcmp(all[i].name, first) != 0)
			continue;
		if (strcmp(all[i].name, first) == 0)
			log->framework = &fitting[log->framework_count];
		add_framework(log, fitting, &all[i]);
	}
	log->framework_choices[log->framework_count] = (struct ch_choice){.code = NULL};
	log->frameworks = fitting;
	for (size_t i = 0; i < CH_MOST_HEADINGS; i++)
		log->section_keys[i] = ch_arena_printf(&log->arena, "section_%zu", i + 1);
	return CH_OK;
}

/* ---- Entries -------------------------------------------------------------------------- */

void log_entries_release(struct form *form, size_t at)
{
	for (size_t i = at; i < form->entry_count; i++) {
		input_release(&form->entries[i].input);
		ch_buffer_release(&form->entries[i].was);
		ch_buffer_release(&form->entries[i].error);
	}
}

void log_entry_set(struct form *form, size_t at, struct form_field field, const char *value)
{
	struct form_entry *entry = &form->entries[at];

	entry->field = field;
	entry->input.lines = field.type == CH_TYPE_LINES;
	input_set(&entry->input, value);
	ch_buffer_clear(&entry->was);
	ch_buffer_add(&entry->was, entry->input.text.text);
	ch_buffer_clear(&entry->error);
}

void log_sections_keep(struct log_form *log, const struct form *form)
{
	for (size_t i = 0; log->framework != NULL && i < log->framework->heading_count; i++) {
		const char *text = form_value(form, log->section_keys[i]);

		if (*text == '\0')
			continue;
		if (log->typed_count == TYPED_MAX)
			memmove(log->typed, log->typed + 1, --log->typed_count * sizeof(*log->typed));
		log->typed[log->typed_count++] = (struct ch_session_section){
			.heading = ch_arena_copy(&log->typed_arena, log->framework->headings[i].title),
			.text = ch_arena_copy(&log->typed_arena, text)};
	}
}

/* What was typed under that heading before; NULL: nothing. */
static const char *typed_before(const struct log_form *log, const char *heading)
{
	for (size_t i = log->typed_count; i > 0; i--)
		if (strcmp(log->typed[i - 1].heading, heading) == 0)
			return log->typed[i - 1].text;
	return NULL;
}

size_t log_sections_fit(struct log_form *log, struct form *form, size_t at)
{
	const struct ch_framework *framework = log->framework;

	if (framework == NULL)
		return at;
	log_entry_set(form, at++,
		      (struct form_field){.key = "framework",
					  .label = N_("Framework"),
					  .help = N_("What the session followed; each has its own headings"),
					  .heading = N_("under headings, if you like"),
					  .type = CH_TYPE_CHOICE,
					  .choices = log->framework_choices},
		      framework->name);
	for (size_t i = 0; log->sides.wording && i < framework->heading_count; i++) {
		const char *before = typed_before(log, framework->headings[i].title);

		log_entry_set(form, at,
			      (struct form_field){.key = log->section_keys[i],
						  .label = framework->headings[i].title,
						  .help = framework->headings[i].asks,
						  .type = CH_TYPE_LINES,
						  .wording = true},
			      NULL);
		if (before != NULL)
			input_set(&form->entries[at].input, before);
		at++;
	}
	return at;
}

bool log_sections_chosen(struct log_form *log, struct form *form)
{
	struct form_entry *chosen = form_entry_named(form, "framework");
	const struct ch_framework *to = NULL;
	struct ch_arena arena = CH_ARENA_EMPTY;

	if (chosen == NULL || log->framework == NULL || strcmp(chosen->input.text.text, log->framework->name) == 0)
		return false;
	for (size_t i = 1; i < log->framework_count; i++)
		if (strcmp(log->frameworks[i].name, chosen->input.text.text) == 0)
			to = &log->frameworks[i];
	if (to == NULL)
		return false;
	const char *was = ch_arena_copy(&arena, chosen->was.text);
	size_t at = (size_t)(chosen - form->entries);

	log_sections_keep(log, form);
	log->framework = to;
	log_entries_release(form, at + 1);
	form->entry_count = log_sections_fit(log, form, at);
	ch_buffer_clear(&chosen->was);
	ch_buffer_add(&chosen->was, was);
	ch_arena_release(&arena);
	return true;
}

/* ---- Saving --------------------------------------------------------------------------- */

void log_sections_take(const struct log_form *log, const struct form *form, struct ch_arena *arena,
		       struct ch_session_record *record)
{
	const struct form_entry *chosen = form_entry_named(form, "framework");
	struct ch_session_section *sections = ch_arena_array(arena, CH_MOST_HEADINGS, sizeof(*sections));

	record->sections = sections;
	if (log->framework == NULL || chosen == NULL)
		return;
	for (size_t i = 0; i < log->framework->heading_count; i++) {
		const char *text = ch_text_tidy_lines(arena, form_value(form, log->section_keys[i]));

		if (text != NULL)
			sections[record->section_count++] = (struct ch_session_section){
				.heading = log->framework->headings[i].title, .text = text};
	}
	if (record->section_count > 0 || log_asked_framework(log) != NULL ||
	    strcmp(chosen->was.text, log->framework->name) != 0)
		record->framework = log->framework->name;
}
