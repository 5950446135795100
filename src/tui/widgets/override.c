#include "tui/widgets/override.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "tui/widgets/form_draft.h"
#include "tui/widgets/form_parts.h"

#define REASON "override_reason"

static const struct form_field below_a_form = {
	.key = REASON,
	.label = N_("All the same"),
	.help = N_("Why it is right all the same; it is kept, and listed among the overrides"),
	.heading = N_("a rule speaks against it"),
	.answers = true,
	.type = CH_TYPE_LINES,
};

static const struct form_field by_itself = {
	.key = REASON,
	.label = N_("Because"),
	.help = N_(KEY_(LEAVE) " to mend it; or why it is right all the same, kept and listed"),
	.answers = true,
	.type = CH_TYPE_LINES,
	.required = true,
};

/* All that the form says but the reason. */
static void put_values(const struct form *form, struct ch_buffer *out)
{
	ch_buffer_clear(out);
	for (size_t i = 0; i < form->entry_count; i++)
		if (strcmp(form->entries[i].field.key, REASON) != 0)
			ch_buffer_printf(out, "%s\n", form->entries[i].input.text.text);
}

static void forget_if_changed(struct form *form)
{
	struct ch_buffer now = CH_BUFFER_EMPTY;

	put_values(form, &now);
	if (form->overriding.values.text == NULL || strcmp(now.text, form->overriding.values.text) != 0)
		form->overriding.rules[0] = '\0';
	ch_buffer_release(&now);
}

static bool can_override(const struct desk *desk, const struct ch_error *err)
{
	return *err->overridable != '\0' && desk_may(desk, CH_OP_OVERRIDE_MAKE);
}

/* Shows what refuses under the field for the reason. */
static void show(struct form *form, const struct form_field *field, struct ch_error *err)
{
	size_t length = strlen(form->overriding.rules);

	snprintf(form->overriding.rules + length, sizeof(form->overriding.rules) - length, "%s%s",
		 length > 0 ? " " : "", err->overridable);
	put_values(form, &form->overriding.values);
	if (form_entry_named(form, REASON) == NULL)
		form_add_field(form, field);
	desk_tell_rule(err);
	ch_error_field(err, REASON);
}

bool override_put_back(struct form *form, const char *key)
{
	if (strcmp(key, REASON) != 0)
		return false;
	form_add_field(form, &below_a_form);
	return true;
}

enum ch_status override_save(struct app *app, struct form *form, struct ch_error *err)
{
	struct ch_context *c;
	enum ch_status status;

	if (form_entry_named(form, REASON) == NULL) {
		status = form->ops->save(app, form, form->data, err);
	} else {
		c = desk_of(app)->c;
		forget_if_changed(form);
		c->override_reason = *form_value(form, REASON) != '\0' ? form_value(form, REASON) : NULL;
		c->override_rules = form->overriding.rules;
		status = form->ops->save(app, form, form->data, err);
		c->override_reason = c->override_rules = NULL;
	}
	if (status != CH_OK && can_override(desk_of(app), err))
		show(form, &below_a_form, err);
	return status;
}

/* ---- By itself ---- */

static enum ch_status retry(struct app *app, struct form *form, void *data, struct ch_error *err)
{
	const struct override_request *request = data;

	(void)form;
	return request->retry(app, request->data, err);
}

static void close_request(void *data)
{
	struct override_request *request = data;

	free(request->data);
	free(request);
}

static const struct form_ops request_ops = {.save = retry, .close = close_request};

bool override_ask(struct app *app, const struct override_request *request, struct ch_error *err)
{
	struct override_request *kept;
	struct form *form;

	if (!can_override(desk_of(app), err))
		return false;
	kept = malloc(sizeof(*kept));
	if (kept == NULL)
		ch_abort("out of memory");
	*kept = *request;
	form = form_new(&request_ops, kept, _("Refused"), desk_of(app)->today, NULL, 0);
	show(form, &by_itself, err);
	form_refuse(form, REASON, err->message, err->key_fix);
	form_draft_keep_as(app, form, request->draft, request->subject_id, request->about);
	form_open(app, form);
	return true;
}
