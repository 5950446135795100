/* From field to field. */
#include <string.h>

#include "tui/widgets/form_parts.h"

void form_focus_on(struct form *form, size_t entry)
{
	popup_close(form);
	form->letters[0] = '\0';
	form->letters_astray = false;
	form->steered = false;
	form_keep(form);
	ch_buffer_clear(&form->popup.none);
	/* Leaving a field may have taken others away. */
	form->focus = entry < form->entry_count ? entry : form->entry_count - 1;
}

void form_begin_at(struct form *form, const char *key)
{
	for (size_t i = 0; i < form->entry_count; i++)
		if (strcmp(form->entries[i].field.key, key) == 0)
			form->focus = i;
}

bool form_focus_first_error(struct form *form)
{
	for (size_t i = 0; i < form->entry_count; i++)
		if (form->entries[i].error.length > 0) {
			form_focus_on(form, i);
			return true;
		}
	return false;
}

void form_run_next(struct app *app, struct screen *screen)
{
	struct form *form = (struct form *)screen;

	if (form->focus + 1 < form->entry_count)
		form_focus_on(form, form->focus + 1);
	else if (app->key == K_ENTER)
		form_run_save(app, screen);
	else if (app->key == K_TAB)
		form_focus_on(form, 0);
}

void form_run_previous(struct app *app, struct screen *screen)
{
	struct form *form = (struct form *)screen;

	(void)app;
	if (form->focus > 0)
		form_focus_on(form, form->focus - 1);
	else if (app->key == K_BACK_TAB)
		form_focus_on(form, form->entry_count - 1);
}

/* The last field in sight, and from there as many further as were in sight. */
void form_run_down(struct app *app, struct screen *screen)
{
	struct form *form = (struct form *)screen;
	size_t to = form->focus < form->last ? form->last : form->focus + (form->last - form->first);

	(void)app;
	form_focus_on(form, to > form->focus ? to : to + 1);
}

void form_run_up(struct app *app, struct screen *screen)
{
	struct form *form = (struct form *)screen;
	size_t shown = form->last - form->first + (form->last == form->first);
	size_t above = form->focus > shown ? form->focus - shown : 0;

	(void)app;
	form_focus_on(form, form->focus > form->first ? form->first : above);
}
