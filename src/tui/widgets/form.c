/* The fields, saving and leaving. */
#include "tui/widgets/form.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "chiron/text.h"
#include "tui/widgets/form_parts.h"
#include "tui/widgets/override.h"
#include "tui/widgets/refusal.h"

const char *form_field_label(const struct form_field *field)
{
	return field->own_label ? field->label : _(field->label);
}

const char *form_field_help(const struct form_field *field)
{
	if (field->help == NULL)
		return "";
	return field->own_label ? field->help : _(field->help);
}

const char *form_choice_label(const struct form_field *field, const struct ch_choice *choice)
{
	return field->own_choices ? choice->label : _(choice->label);
}

enum { TITLE_MOST = 54, ABOUT_LEAST = 12 }; /* cells: the place in the form stays in sight at 80 */

struct form_entry *form_entry_named(const struct form *form, const char *key)
{
	for (size_t i = 0; i < form->entry_count; i++)
		if (strcmp(form->entries[i].field.key, key) == 0)
			return &form->entries[i];
	return NULL;
}

void form_set(struct form *form, const char *key, const char *text)
{
	struct form_entry *entry = form_entry_named(form, key);

	if (entry == NULL)
		return;
	input_set(&entry->input, text);
	ch_buffer_clear(&entry->was);
	ch_buffer_add(&entry->was, entry->input.text.text);
}

void form_type(struct form *form, const char *key, const char *text)
{
	struct form_entry *entry = form_entry_named(form, key);

	if (entry == NULL)
		return;
	input_set(&entry->input, text);
	form->draft.unkept++;
}

const char *form_value(const struct form *form, const char *key)
{
	const struct form_entry *entry = form_entry_named(form, key);

	return entry != NULL ? entry->input.text.text : "";
}

enum ch_status form_day(const struct form *form, const char *key, ch_date *day, struct ch_error *err)
{
	const struct form_entry *entry = form_entry_named(form, key);

	*day = CH_NO_DATE;
	if (entry != NULL && entry->input.text.length > 0 &&
	    ch_date_parse(entry->input.text.text, form->today, entry->field.ahead, day, err) != CH_OK)
		return ch_error_field(err, key);
	return err->status;
}

static void entry_refuse(const struct form *form, struct form_entry *entry, const char *message, const char *fix)
{
	ch_buffer_clear(&entry->error);
	refusal_add(&entry->error, message, fix, form->keymap);
	entry->advised = false;
}

bool form_refuse(struct form *form, const char *key, const char *message, const char *fix)
{
	struct form_entry *entry = form_entry_named(form, key);

	if (entry != NULL)
		entry_refuse(form, entry, message, fix);
	return entry != NULL;
}

void form_advise(struct form *form, const char *key, const char *message, const char *fix)
{
	if (form_refuse(form, key, message, fix))
		form_entry_named(form, key)->advised = true;
}

void form_edited(struct form *form)
{
	if (!form_focused(form)->field.answers)
		ch_buffer_clear(&form_focused(form)->error);
	form->draft.unkept++;
}

/* ---- Commands ---- */

static struct form *form_of(struct screen *screen)
{
	return (struct form *)screen;
}

/* Marks the required fields that are empty; whether there is one. */
static bool lacks_required(struct form *form)
{
	bool lacks = false;

	for (size_t i = 0; i < form->entry_count; i++) {
		struct form_entry *entry = &form->entries[i];

		ch_buffer_clear(&entry->error);
		if (entry->field.required && strspn(entry->input.text.text, " \n") == entry->input.text.length) {
			entry_refuse(form, entry, _("This is needed"), form_field_help(&entry->field));
			lacks = true;
		}
	}
	return lacks;
}

void form_run_save(struct app *app, struct screen *screen)
{
	struct form *form = form_of(screen);
	struct ch_error err = CH_NO_ERROR;

	popup_close(form);
	if (lacks_required(form)) {
		form_focus_first_error(form);
		return;
	}
	if (override_save(app, form, &err) == CH_OK) {
		form->saved = true;
		if (form->draft.keeper != NULL)
			form->draft.keeper->drop(form);
		app_pop(app);
		return;
	}
	if (err.field[0] == '\0' || !form_refuse(form, err.field, err.message, err.key_fix))
		app_say_error(app, &err);
	form_focus_first_error(form);
}

static void run_complete(struct app *app, struct screen *screen)
{
	struct form *form = form_of(screen);

	popup_update(form);
	if (!form->popup.open)
		app_say(app, "%s",
			form_focused(form)->input.text.length > 0 ? _("Nothing fits what the field holds")
								  : _("There is nobody and nothing to choose yet"));
}

static bool can_complete(const struct app *app, const struct screen *screen)
{
	(void)app;
	return popup_offers((const struct form *)screen);
}

/* As screen_ops.why. */
static void form_why(const struct screen *screen, const struct app *app, enum command command, struct ch_error *err)
{
	(void)screen;
	(void)app;
	if (command == COMMAND_COMPLETE)
		ch_fail(err, CH_DATA,
			choice_list(&form_focused((struct form *)screen)->field) != NULL
				? _("All choices are in sight: choose with Space, Left and Right, or the first letters")
				: _("There is nothing to choose from here: type it"));
}

static void leave_answered(struct app *app, void *data, char letter)
{
	(void)data;
	if (letter == 'y')
		app_pop(app);
}

/* Left with the program, what is only in memory is gone. */
static const char *gone_words(enum form_kept kept)
{
	return kept == FORM_KEPT_BUT_WORDING
		       ? _("Left; the facts are kept as a draft, the wording is not: it belongs to the two")
		       : _("Left; the wording belongs to the two, and is not kept");
}

static const char *left_words(enum form_kept kept, bool program_ends)
{
	if (program_ends && kept != FORM_KEPT)
		return gone_words(kept);
	switch (kept) {
	case FORM_KEPT:
		return _("Left; what you typed is kept as a draft");
	case FORM_KEPT_BUT_WORDING:
		return _("Left; the facts are kept as a draft, the wording until you leave chiron");
	default:
		return _("Left; what you typed is kept until you leave chiron");
	}
}

static void run_leave(struct app *app, struct screen *screen)
{
	struct form *form = form_of(screen);

	form_keep(form);
	if (!form_is_typed(form)) {
		app_say(app, "%s", ""); /* what was said of a field */
		app_pop(app);
	} else if (form->draft.keeper != NULL) {
		enum form_kept kept = form->draft.kept;

		app_pop(app); /* which frees the form, but where it is all there is */
		if (kept != FORM_NOT_KEPT)
			app_say(app, "%s", left_words(kept, app->quit));
	} else {
		question_ask(app, "yn", leave_answered, NULL, "%s",
			     _("Leave and lose what you typed? [y]es [n]o"));
	}
}

/* The list of candidates, as the text is now; a name that was emptied is nobody's until somebody asks who there is. */
static void follow_text(struct form *form)
{
	bool name = form_focused(form)->field.type == CH_TYPE_ID && popup_possible(form);

	if (name && form_focused(form)->input.text.length == 0)
		popup_close(form);
	else if (name || form->popup.open)
		popup_update(form);
}

static void after_edit(struct form *form, struct app *app, enum input_result result)
{
	if (result == INPUT_FULL)
		app_say(app, _("The field is full: it holds %d bytes at most"), INPUT_BYTES_MAX);
	else if (result == INPUT_CUT)
		app_say(app, _("The end of what you pasted is left out: a field holds %d bytes at most"),
			INPUT_BYTES_MAX);
	else if (result == INPUT_MOVED)
		popup_close(form); /* its candidates replace what stood before the cursor */
	if (result < INPUT_CHANGED)
		return;
	form_edited(form);
	follow_text(form);
}

static void edit_with(struct app *app, struct screen *screen, enum input_result (*edit)(struct field_input *input))
{
	struct form *form = form_of(screen);

	after_edit(form, app, edit(&form_focused(form)->input));
}

static void run_clear(struct app *app, struct screen *screen)
{
	edit_with(app, screen, input_clear);
}

static enum input_result erase_word(struct field_input *input)
{
	return input_key(input, K_CTRL('W'));
}

static void run_erase_word(struct app *app, struct screen *screen)
{
	edit_with(app, screen, erase_word);
}

static void run_undo_typing(struct app *app, struct screen *screen)
{
	edit_with(app, screen, input_undo);
}

static void run_redo_typing(struct app *app, struct screen *screen)
{
	edit_with(app, screen, input_redo);
}

static const struct binding form_bindings[] = {
	{.command = COMMAND_SAVE, .run = form_run_save},
	{.command = COMMAND_FIELD_NEXT, .run = form_run_next},
	{.command = COMMAND_FIELD_PREVIOUS, .run = form_run_previous},
	{.command = COMMAND_FIELDS_DOWN, .run = form_run_down},
	{.command = COMMAND_FIELDS_UP, .run = form_run_up},
	{.command = COMMAND_COMPLETE, .run = run_complete, .offered = can_complete},
	{.command = COMMAND_LEAVE, .run = run_leave},
	{.command = COMMAND_CLEAR, .run = run_clear},
	{.command = COMMAND_ERASE_WORD, .run = run_erase_word},
	{.command = COMMAND_UNDO_TYPING, .run = run_undo_typing},
	{.command = COMMAND_REDO_TYPING, .run = run_redo_typing},
	{.command = COMMAND_AFRESH, .run = form_run_afresh, .offered = form_can_start_afresh},
};

/* ---- As a screen ---- */

/* Keys that move within many lines before they move between fields. */
static bool is_row_key(uint32_t key)
{
	return key == K_UP || key == K_DOWN || key == K_ENTER;
}

/* A day, a length, an interval or a number: typed anew rather than gone on with. */
static bool is_short_value(enum ch_type type)
{
	return type == CH_TYPE_DATE || type == CH_TYPE_MINUTES || type == CH_TYPE_INTERVAL || type == CH_TYPE_NUMBER;
}

/*
 * What stood there to be replaced goes with the first letter, as in a cell of a spreadsheet; Left, End or Backspace
 * go on with it instead.
 */
static void type_over(struct form_entry *entry, bool text)
{
	bool replaced = entry->field.typed_over || is_short_value(entry->field.type);

	if (replaced && text && !entry->touched && !form_entry_is_typed(entry))
		input_clear(&entry->input);
	entry->touched = true;
}

static bool use_event(struct screen *screen, struct app *app, const struct event *event)
{
	struct form *form = form_of(screen);
	struct form_entry *entry = form_focused(form);
	bool chosen = choice_list(&entry->field) != NULL;
	char save_key[KEY_NAME_SIZE];
	enum input_result result;

	if (event->type == EVENT_PASTE) {
		if (chosen) {
			app_say(app, "%s", _("Choose with Space, Left and Right, or the first letters"));
			return true;
		}
		type_over(entry, true);
		after_edit(form, app, input_paste(&entry->input, event->text));
		return true;
	}
	if (event->key == K_TAB && popup_undecided(form)) {
		app_say(app, _("%zu fit: Down and Enter take one, more letters narrow, Esc leaves it as it is"),
			form->popup.count);
		return true;
	}
	if (popup_key(form, event->key) || (chosen && choice_key(form, event->key)))
		return true;
	if (!key_is_text(event->key) && command_of_key(app->keymap, event->key, IN_FORM) != COMMAND_NONE &&
	    !(entry->input.lines && is_row_key(event->key)))
		return false;
	if (chosen && key_is_text(event->key))
		choice_tell_none(form, app);
	if (chosen)
		return key_is_text(event->key);
	type_over(entry, key_is_text(event->key));
	result = input_key(&entry->input, event->key);
	after_edit(form, app, result);
	if (event->key == K_ENTER && result == INPUT_CHANGED && form->focus + 1 == form->entry_count)
		app_say(app, _("A new line. %s saves"), command_key(app->keymap, COMMAND_SAVE, IN_FORM, save_key));
	return result != INPUT_UNUSED || !is_row_key(event->key);
}

static bool form_event(struct screen *screen, struct app *app, const struct event *event)
{
	bool used = use_event(screen, app, event);

	form_keep_in_time(form_of(screen), app->now);
	return used;
}

static bool form_settle(struct screen *screen, struct app *app)
{
	return form_keep_at_rest(form_of(screen), &app->outside);
}

/* Whom it is about, cut where the whole would be too long. */
static void add_about(const struct form *form, struct ch_buffer *out)
{
	const char *about = form->draft.about;
	int width, room = TITLE_MOST - ch_text_width(form->title);
	size_t length;

	if (about == NULL)
		return;
	length = ch_text_fit(about, room > ABOUT_LEAST ? room : ABOUT_LEAST, &width);
	ch_buffer_printf(out, ": %.*s%s", (int)length, about, about[length] != '\0' ? "…" : "");
}

static void form_title(const struct screen *screen, struct ch_buffer *out)
{
	const struct form *form = (const struct form *)screen;

	ch_buffer_add(out, form->title);
	add_about(form, out);
	if (*form->draft.time != '\0')
		ch_buffer_printf(out, _(" | draft kept %s"), form->draft.time);
	ch_buffer_printf(out, _(" | %zu of %zu"), form->focus + 1, form->entry_count);
}

/* Why the entry cannot be saved as it is; NULL: it can. */
static const char *fault_of(const struct form *form, size_t index)
{
	struct ch_buffer meaning = CH_BUFFER_EMPTY;
	const char *fault = NULL;

	form_meaning(form, index, &meaning);
	if (form->entries[index].error.length > 0 && !form->entries[index].advised)
		fault = _("is not right yet: why stands under it");
	else if (form->entries[index].input.text.length > 0 && meaning.text[0] == '?')
		fault = _("is not understood yet");
	ch_buffer_release(&meaning);
	return fault;
}

static void add_needed(const struct form *form, struct ch_buffer *out)
{
	const char *before = _("Still needed: ");

	for (size_t i = 0; i < form->entry_count; i++)
		if (form->entries[i].field.required && form->entries[i].input.text.length == 0) {
			ch_buffer_printf(out, "%s%s", before, form_field_label(&form->entries[i].field));
			before = ", ";
		}
}

static void form_status(const struct screen *screen, struct ch_buffer *out)
{
	const struct form *form = (const struct form *)screen;
	struct ch_buffer lacks = CH_BUFFER_EMPTY;
	char keys[KEY_NAME_SIZE];

	add_needed(form, out);
	for (size_t i = 0; i < form->entry_count && out->length == 0; i++)
		if (fault_of(form, i) != NULL)
			ch_buffer_printf(out, "\"%s\" %s", form_field_label(&form->entries[i].field),
					 fault_of(form, i));
	if (out->length > 0)
		return;
	if (form->ops->lacks != NULL)
		form->ops->lacks(form, form->data, &lacks);
	command_key(form->keymap, COMMAND_SAVE, IN_FORM, keys);
	if (lacks.length > 0)
		ch_buffer_printf(out, _("%s saves; %s"), keys, lacks.text);
	else
		ch_buffer_printf(out, _("Nothing else is needed. %s %s"), keys,
				 form->ops->does != NULL ? _(form->ops->does) : _("saves"));
	ch_buffer_release(&lacks);
}

static void add_field_help(const struct form_field *field, struct ch_buffer *out)
{
	ch_buffer_printf(out, "%s: %s\n", form_field_label(field), form_field_help(field));
}

/* The field that one is in stands first. */
static void form_help(const struct screen *screen, struct ch_buffer *out)
{
	const struct form *form = (const struct form *)screen;

	add_field_help(&form->entries[form->focus].field, out);
	for (size_t i = 0; i < form->entry_count; i++)
		if (i != form->focus)
			add_field_help(&form->entries[i].field, out);
}

/* What is being typed is nobody else's: changes from outside leave it alone, but for whom a name means. */
static void form_changed(struct screen *screen, struct app *app)
{
	(void)app;
	form_forget_meanings(form_of(screen));
	ch_buffer_clear(&form_of(screen)->popup.none);
}

/* Also when the program is told to end, or the connection drops: what was typed stays as a draft. */
static void form_close(struct screen *screen, struct app *app)
{
	struct form *form = form_of(screen);

	(void)app;
	form_keep(form);
	if (form->ops->close != NULL)
		form->ops->close(form->data);
	for (size_t i = 0; i < form->entry_count; i++) {
		input_release(&form->entries[i].input);
		ch_buffer_release(&form->entries[i].error);
		ch_buffer_release(&form->entries[i].was);
		ch_buffer_release(&form->entries[i].asked);
		ch_buffer_release(&form->entries[i].meaning);
	}
	ch_buffer_release(&form->popup.none);
	ch_buffer_release(&form->overriding.values);
	form_aside_free(form->aside);
	free(form->draft.form);
	free(form->draft.about);
	free(form->draft.marked);
	ch_arena_release(&form->popup.arena);
	free(form->entries);
	free(form);
}

static const struct screen_ops form_screen = {
	.context = IN_FORM,
	.why = form_why,
	.bindings = form_bindings,
	.binding_count = sizeof(form_bindings) / sizeof(form_bindings[0]),
	.title = form_title,
	.draw = form_draw,
	.line = form_line,
	.event = form_event,
	.status = form_status,
	.help = form_help,
	.changed = form_changed,
	.settle = form_settle,
	.close = form_close,
};

void form_add_field(struct form *form, const struct form_field *field)
{
	struct form_entry *entry = &form->entries[form->entry_count++];

	*entry = (struct form_entry){.field = *field,
				     .input = INPUT_EMPTY,
				     .was = CH_BUFFER_EMPTY,
				     .error = CH_BUFFER_EMPTY,
				     .asked = CH_BUFFER_EMPTY,
				     .meaning = CH_BUFFER_EMPTY,
				     .choice = 1};
	entry->input.lines = field->type == CH_TYPE_LINES;
}

struct form *form_new(const struct form_ops *ops, void *data, const char *title, ch_date today,
		      const struct form_field *fields, size_t count)
{
	struct form *form = calloc(1, sizeof(*form));

	if (form == NULL)
		ch_abort("out of memory");
	*form = (struct form){.screen = {.ops = &form_screen},
			      .ops = ops,
			      .data = data,
			      .title = title,
			      .today = today,
			      .entries = calloc(count + 1, sizeof(*form->entries)),
			      .overriding = {.values = CH_BUFFER_EMPTY},
			      .popup = {.none = CH_BUFFER_EMPTY}};
	if (form->entries == NULL)
		ch_abort("out of memory");
	for (size_t i = 0; i < count; i++)
		form_add_field(form, &fields[i]);
	return form;
}

void form_open(struct app *app, struct form *form)
{
	form->keymap = app->keymap;
	app_push(app, &form->screen);
	if (form->draft.keeper != NULL)
		form->draft.keeper->restore(app, form);
}
