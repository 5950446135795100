/*
 * What was typed and is not saved. A draft is kept when a field is left, when
 * the form closes for whatever reason, while typing after so many edits or so
 * much time, and once the keys rest: a machine that is switched off in the
 * middle of a field takes no more with it than the last second's letters.
 * Nothing wakes after that until the next key.
 */
#include <stdlib.h>
#include <string.h>

#include "tui/widgets/form_parts.h"

enum { UNKEPT_EDITS = 20, UNKEPT_MS = 3000, REST_MS = 700 };

/* What was set aside: texts by key. */
struct form_aside {
	struct ch_arena arena;
	size_t count;
	const char **keys, **texts;
};

bool form_entry_is_typed(const struct form_entry *entry)
{
	return strcmp(entry->input.text.text, entry->was.text) != 0;
}

bool form_is_typed(const struct form *form)
{
	for (size_t i = 0; i < form->entry_count; i++)
		if (form_entry_is_typed(&form->entries[i]))
			return true;
	return false;
}

static void keep_now(struct form *form)
{
	form->draft.kept = form->draft.keeper->keep(form);
	form->draft.unkept = 0;
	form->draft.timed = false;
}

void form_keep(struct form *form)
{
	struct form_draft *draft = &form->draft;

	if (form->saved)
		return;
	if (form->ops->settle != NULL && form_is_typed(form) && !form_focused(form)->field.answers)
		form->ops->settle(form, form->data);
	if (draft->keeper != NULL && draft->unkept > 0)
		keep_now(form);
}

void form_keep_in_time(struct form *form, int64_t now)
{
	struct form_draft *draft = &form->draft;

	if (draft->keeper == NULL || draft->unkept == 0)
		return;
	if (!draft->timed)
		draft->unkept_at = now;
	draft->timed = true;
	if (draft->unkept >= UNKEPT_EDITS || now - draft->unkept_at >= UNKEPT_MS)
		keep_now(form);
}

bool form_keep_at_rest(struct form *form, const struct app_outside *outside)
{
	const struct form_draft *draft = &form->draft;

	if (draft->keeper == NULL || draft->unkept == 0 || outside->rest == NULL ||
	    outside->rest(outside->data, REST_MS))
		return false;
	keep_now(form);
	return true;
}

/* ---- Starting afresh ---- */

void form_aside_free(struct form_aside *aside)
{
	if (aside == NULL)
		return;
	ch_arena_release(&aside->arena);
	free(aside);
}

static struct form_aside *set_aside(struct form *form)
{
	struct form_aside *aside = calloc(1, sizeof(*aside));

	if (aside == NULL)
		ch_abort("out of memory");
	*aside = (struct form_aside){.arena = CH_ARENA_EMPTY};
	aside->keys = ch_arena_array(&aside->arena, form->entry_count, sizeof(*aside->keys));
	aside->texts = ch_arena_array(&aside->arena, form->entry_count, sizeof(*aside->texts));
	for (size_t i = 0; i < form->entry_count; i++) {
		struct form_entry *entry = &form->entries[i];

		if (!form_entry_is_typed(entry))
			continue;
		aside->keys[aside->count] = ch_arena_copy(&aside->arena, entry->field.key);
		aside->texts[aside->count++] = ch_arena_copy(&aside->arena, entry->input.text.text);
		form_type(form, entry->field.key, entry->was.text);
		entry->touched = false;
	}
	for (size_t i = 0; i < form->entry_count; i++)
		ch_buffer_clear(&form->entries[i].error);
	return aside;
}

void form_run_afresh(struct app *app, struct screen *screen)
{
	struct form *form = (struct form *)screen;
	char key[KEY_NAME_SIZE];

	popup_close(form);
	if (form_is_typed(form)) {
		form_aside_free(form->aside);
		form->aside = set_aside(form);
		form->focus = 0;
		app_say(app, _("As it was before you typed. %s brings what you typed back"),
			command_key(app->keymap, COMMAND_AFRESH, IN_FORM, key));
	} else {
		for (size_t i = 0; i < form->aside->count; i++)
			form_type(form, form->aside->keys[i], form->aside->texts[i]);
		app_say(app, "%s", _("What you typed is here again"));
	}
	form_keep(form);
}

bool form_can_start_afresh(const struct app *app, const struct screen *screen)
{
	const struct form *form = (const struct form *)screen;

	(void)app;
	return form->aside != NULL || form_is_typed(form);
}
