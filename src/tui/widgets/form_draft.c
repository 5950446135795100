/* A draft is what differs from what stood there before: a record that others changed meanwhile stays changed. */
#include "tui/widgets/form_draft.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "tui/widgets/marked.h"
#include "tui/widgets/override.h"

/* Stands among the texts of a draft about several: their numbers, each with a blank behind it. */
#define MARKED "marked"

/* What the file did not take. */
struct draft_memory {
	struct draft_memory *next;
	struct ch_arena arena; /* of the draft */
	struct ch_draft draft;
};

/* ---- In memory ---- */

void draft_memory_free(struct draft_memory *memory)
{
	while (memory != NULL) {
		struct draft_memory *next = memory->next;

		ch_arena_release(&memory->arena);
		free(memory);
		memory = next;
	}
}

static bool is_of(const struct ch_draft *draft, const struct form_draft *of)
{
	return draft->subject_id == of->subject_id && strcmp(draft->form, of->form) == 0;
}

static struct draft_memory **find_memory(struct desk *desk, const struct form_draft *of)
{
	struct draft_memory **link = &desk->drafts;

	while (*link != NULL && !is_of(&(*link)->draft, of))
		link = &(*link)->next;
	return link;
}

static void forget(struct desk *desk, const struct form_draft *of)
{
	struct draft_memory **link = find_memory(desk, of), *found = *link;

	if (found == NULL)
		return;
	*link = found->next;
	found->next = NULL;
	draft_memory_free(found);
}

/* Keeps the texts of the draft, or those of them that are wording. */
static void remember(struct desk *desk, const struct ch_draft *draft, bool wording_only)
{
	struct draft_memory *memory = calloc(1, sizeof(*memory));
	struct ch_draft_text *texts;

	if (memory == NULL)
		ch_abort("out of memory");
	*memory = (struct draft_memory){.next = desk->drafts, .arena = CH_ARENA_EMPTY, .draft = *draft};
	texts = ch_arena_array(&memory->arena, draft->text_count, sizeof(*texts));
	memory->draft.form = ch_arena_copy(&memory->arena, draft->form);
	memory->draft.title = ch_arena_copy(&memory->arena, draft->title);
	memory->draft.text_count = 0;
	memory->draft.texts = texts;
	for (size_t i = 0; i < draft->text_count; i++)
		if (draft->texts[i].wording || !wording_only)
			texts[memory->draft.text_count++] = (struct ch_draft_text){
				.key = ch_arena_copy(&memory->arena, draft->texts[i].key),
				.text = ch_arena_copy(&memory->arena, draft->texts[i].text),
				.was = ch_arena_copy(&memory->arena, draft->texts[i].was),
				.wording = draft->texts[i].wording};
	desk->drafts = memory;
}

const char *form_draft_lost(const struct app *app)
{
	const struct draft_memory *newest = desk_of(app)->drafts;

	return newest != NULL ? newest->draft.title : NULL;
}

/* ---- Keeping ---- */

static struct ch_draft draft_of(const struct form *form, struct ch_arena *arena)
{
	struct ch_draft_text *texts = ch_arena_array(arena, form->entry_count + 1, sizeof(*texts));
	const struct form_draft *of = &form->draft;
	struct ch_draft draft = {.form = of->form, .subject_id = of->subject_id, .texts = texts};

	draft.title = of->about != NULL ? ch_arena_printf(arena, "%s: %s", form->title, of->about) : form->title;
	for (size_t i = 0; i < form->entry_count && draft.text_count < CH_DRAFT_TEXTS_MAX - 1; i++) {
		const struct form_entry *entry = &form->entries[i];

		if (strcmp(entry->input.text.text, entry->was.text) != 0 &&
		    !(entry->field.refilled && entry->input.text.length == 0))
			texts[draft.text_count++] = (struct ch_draft_text){
				.key = entry->field.key,
				.text = entry->input.text.text,
				.was = entry->field.wording ? "" : entry->was.text,
				.wording = entry->field.wording};
	}
	if (of->marked != NULL && draft.text_count > 0)
		texts[draft.text_count++] = (struct ch_draft_text){.key = MARKED, .text = of->marked, .was = ""};
	return draft;
}

static void drop(struct form *form)
{
	struct desk *desk = form->draft.data;
	struct ch_arena arena = CH_ARENA_EMPTY;
	struct ch_error ignored = CH_NO_ERROR;
	struct ch_draft draft;

	forget(desk, &form->draft);
	if (desk->c->scheme != NULL &&
	    ch_draft_find(desk->c, form->draft.form, form->draft.subject_id, &arena, &draft, &ignored) == CH_OK)
		ch_draft_drop(desk->c, draft.draft_id, &ignored);
	form->draft.time[0] = '\0';
	ch_arena_release(&arena);
}

/* The time of day of an instant, as screens show instants. */
static void note_time(struct form *form, const char *kept_at)
{
	static const struct ch_column column = {.type = CH_TYPE_INSTANT};
	struct ch_arena arena = CH_ARENA_EMPTY;
	const char *shown = ch_cell_show(&column, kept_at, form->today, &arena), *time = strrchr(shown, ' ');

	snprintf(form->draft.time, sizeof(form->draft.time), "%s", time != NULL ? time + 1 : shown);
	ch_arena_release(&arena);
}

static enum form_kept keep(struct form *form)
{
	struct desk *desk = form->draft.data;
	struct ch_arena arena = CH_ARENA_EMPTY;
	struct ch_error ignored = CH_NO_ERROR;
	struct ch_draft draft = draft_of(form, &arena);
	enum form_kept kept = FORM_KEPT_IN_MEMORY;
	bool whole = false;

	if (draft.text_count == 0) {
		drop(form);
		kept = FORM_NOT_KEPT;
	} else {
		forget(desk, &form->draft);
		if (desk->c->scheme != NULL && ch_draft_keep(desk->c, &draft, &arena, &whole, &ignored) == CH_OK) {
			kept = whole ? FORM_KEPT : draft.draft_id != 0 ? FORM_KEPT_BUT_WORDING : FORM_KEPT_IN_MEMORY;
			form->draft.time[0] = '\0';
			if (draft.draft_id != 0)
				note_time(form, draft.kept_at);
		}
		if (kept != FORM_KEPT)
			remember(desk, &draft, kept == FORM_KEPT_BUT_WORDING);
	}
	ch_arena_release(&arena);
	return kept;
}

/* ---- Bringing it back ---- */

/* Others saved the field meanwhile, and differently: that is said under it. */
static void warn_of_change(struct form *form, const struct form_entry *entry, const char *was)
{
	struct ch_buffer why = CH_BUFFER_EMPTY;

	if (entry->was.length == 0)
		ch_buffer_printf(&why, _("\"%s\" stood here when you typed this, and nothing now"), was);
	else
		ch_buffer_printf(&why, _("\"%s\" stands here now, which did not when you typed this"),
				 entry->was.text);
	form_refuse(form, entry->field.key, why.text, _("Saving keeps what you typed"));
	ch_buffer_release(&why);
}

/* Types what was kept of a field that was typed into since: many lines go before those, one line gives way. */
static void join_text(struct form *form, const struct form_entry *entry, const char *kept)
{
	struct ch_buffer both = CH_BUFFER_EMPTY;

	if (!entry->input.lines || strcmp(entry->input.text.text, kept) == 0)
		return;
	ch_buffer_printf(&both, "%s\n%s", kept, entry->input.text.text);
	form_type(form, entry->field.key, both.text);
	ch_buffer_release(&both);
}

/* Types what is in the draft; whether there was anything. */
static bool type_draft(struct form *form, const struct ch_draft *draft)
{
	bool typed = false;

	for (size_t i = 0; i < draft->text_count; i++) {
		const struct ch_draft_text *text = &draft->texts[i];
		const struct form_entry *entry = form_entry_named(form, text->key);

		/* A field that is there only for what was typed before it. */
		if (entry == NULL && form->ops->settle != NULL) {
			form->ops->settle(form, form->data);
			entry = form_entry_named(form, text->key);
		}
		if (entry == NULL && override_put_back(form, text->key))
			entry = form_entry_named(form, text->key);
		if (entry == NULL)
			continue;
		typed = true;
		if (strcmp(entry->input.text.text, entry->was.text) != 0) {
			join_text(form, entry, text->text);
			continue;
		}
		form_type(form, text->key, text->text);
		if (!text->wording && strcmp(entry->was.text, text->was) != 0 &&
		    strcmp(entry->was.text, text->text) != 0)
			warn_of_change(form, entry, text->was);
	}
	return typed;
}

/* Types what the file and the memory have of it; whether there was anything. */
static bool type_kept(struct form *form)
{
	struct desk *desk = form->draft.data;
	const struct draft_memory *memory = *find_memory(desk, &form->draft);
	struct ch_arena arena = CH_ARENA_EMPTY;
	struct ch_error ignored = CH_NO_ERROR;
	struct ch_draft draft;
	bool typed = false;

	if (desk->c->scheme != NULL &&
	    ch_draft_find(desk->c, form->draft.form, form->draft.subject_id, &arena, &draft, &ignored) == CH_OK) {
		typed = type_draft(form, &draft);
		note_time(form, draft.kept_at);
		form->draft.kept = memory != NULL ? FORM_KEPT_BUT_WORDING : FORM_KEPT;
	} else if (memory != NULL) {
		form->draft.kept = FORM_KEPT_IN_MEMORY;
	}
	if (memory != NULL)
		typed = type_draft(form, &memory->draft) || typed;
	ch_arena_release(&arena);
	return typed;
}

static void restore(struct app *app, struct form *form)
{
	char key[KEY_NAME_SIZE];

	if (!type_kept(form))
		return;
	form->draft.unkept = 0; /* it is kept already */
	command_key(app->keymap, COMMAND_AFRESH, IN_FORM, key);
	if (*form->draft.time != '\0')
		app_say(app, _("Your draft of %s is here again (%s: start afresh)"), form->draft.time, key);
	else
		app_say(app, _("What you typed before is here again (%s: start afresh)"), key);
}

static const struct form_keeper form_draft_keeper = {.keep = keep, .restore = restore, .drop = drop};

static void set_about(struct form *form, int64_t subject_id, const char *about)
{
	free(form->draft.about);
	form->draft.about = about != NULL && *about != '\0' ? strdup(about) : NULL;
	form->draft.subject_id = subject_id;
}

void form_draft_keep_as(struct app *app, struct form *form, const char *name, int64_t subject_id, const char *about)
{
	form->draft = (struct form_draft){.keeper = &form_draft_keeper, .data = desk_of(app), .form = strdup(name)};
	set_about(form, subject_id, about);
}

int64_t form_draft_subject(const char *text, const char *more)
{
	uint64_t sum = 0;

	for (; *text != '\0'; text++)
		sum = (sum ^ (unsigned char)*text) * 0x9E3779B97F4A7C15u;
	for (; *more != '\0'; more++)
		sum = (sum ^ (unsigned char)*more) * 0xBF58476D1CE4E5B9u;
	return (int64_t)(sum >> 1 | 1);
}

void form_draft_keep_marked(struct app *app, struct form *form, const char *name, const int64_t *ids, size_t count)
{
	struct ch_buffer numbers = CH_BUFFER_EMPTY;

	for (size_t i = 0; i < count; i++)
		ch_buffer_printf(&numbers, "%" PRId64 " ", ids[i]);
	form_draft_keep_as(app, form, name, marked_subject(ids, count), NULL);
	form->draft.marked = strdup(numbers.text);
	ch_buffer_release(&numbers);
}

size_t form_draft_marked(const struct ch_draft *draft, struct ch_arena *arena, int64_t **ids)
{
	size_t count = 0;

	for (size_t i = 0; i < draft->text_count; i++) {
		const char *at = draft->texts[i].text;

		if (strcmp(draft->texts[i].key, MARKED) != 0)
			continue;
		*ids = ch_arena_array(arena, strlen(at) / 2 + 1, sizeof(**ids));
		for (char *end; (*ids)[count] = strtoll(at, &end, 10), end != at; at = end)
			count++;
	}
	return count;
}

void form_draft_move(struct form *form, int64_t subject_id, const char *about)
{
	if (form->draft.subject_id == subject_id)
		return;
	drop(form);
	set_about(form, subject_id, about);
	type_kept(form);
}
