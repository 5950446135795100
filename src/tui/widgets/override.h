/*
 * The reason that overrides a rule of strength H: asked for where one refused,
 * below the fields of the form, or in a form of its own.
 *
 * It is against the rules that were shown and no other: where a further one
 * refuses, or something else in the form was changed meanwhile, those are
 * shown first (decision 44).
 */
#ifndef TUI_OVERRIDE_H
#define TUI_OVERRIDE_H

#include "tui/desk.h"
#include "tui/widgets/form.h"

/* Saves the form by its owner, with the reason typed; what can be overridden is shown with a field for the reason. */
enum ch_status override_save(struct app *app, struct form *form, struct ch_error *err);

/*
 * Puts the field for the reason back below a form whose draft has one; false where `key` is none for a reason. The
 * rules are shown anew at the next save, before the reason holds.
 */
bool override_put_back(struct form *form, const char *key);

/* What is tried again, with a reason. */
struct override_request {
	const char *draft; /* under which what is typed is kept (form_draft.h), with the next two */
	int64_t subject_id;
	const char *about;
	enum ch_status (*retry)(struct app *app, void *data, struct ch_error *err);
	void *data;		     /* the form frees it */
};

/* Asks for the reason; false, with nothing asked or freed, where whoever acts cannot override what `err` refuses. */
bool override_ask(struct app *app, const struct override_request *request, struct ch_error *err);

#endif
