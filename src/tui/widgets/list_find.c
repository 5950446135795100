/* Finding rows, and filtering. */
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "chiron/text.h"
#include "tui/widgets/list.h"
#include "tui/widgets/list_window.h"

enum {
	FIND_ROWS_MAX = 5000 /* looked at before giving up: the keyboard must not wait */
};

/* ---- Finding ---- */

/* Whether a cell of the row that is not left out, as it is shown, has `key`, a search key. */
static bool row_has(const struct list *list, const struct ch_row *row, const char *key, struct ch_arena *arena)
{
	const struct ch_grid *grid = window_grid(list);

	for (size_t i = 0; i < grid->column_count; i++) {
		const char *shown = ch_cell_show(&grid->columns[i], row->cells[i], list->today, arena);

		if (!grid->columns[i].extra && strstr(ch_text_search_key(arena, shown), key) != NULL)
			return true;
	}
	return false;
}

/* One row on, round the end of the list; false where no row is left. */
static bool step_round(struct list *list, bool backward)
{
	const struct ch_row *row = list_row(list);
	int64_t id;

	if (row == NULL)
		return false;
	id = row->id;
	list_move(list, backward ? -1 : 1);
	if (list_row(list)->id == id)
		window_start(list, backward ? LIST_LAST : LIST_FIRST);
	return list_row(list) != NULL;
}

/* Looks at the cells of row after row. */
static bool find_in_cells(struct list *list, const char *text, bool backward)
{
	struct ch_arena arena = CH_ARENA_EMPTY, kept = CH_ARENA_EMPTY;
	const char *key = ch_text_search_key(&kept, text);
	int64_t start = list_row(list) != NULL ? list_row(list)->id : 0;
	size_t moved = 0;
	bool found = false, round = false;

	while (*key != '\0' && !found && !round && moved < FIND_ROWS_MAX && step_round(list, backward)) {
		moved++;
		ch_arena_reset(&arena);
		found = row_has(list, list_row(list), key, &arena);
		round = list_row(list)->id == start;
	}
	/* Not found: back by as many rows, round the end where the search went round it. */
	while (!found && !round && moved-- > 0 && step_round(list, !backward))
		;
	ch_arena_release(&arena);
	ch_arena_release(&kept);
	return found;
}

/* Puts the cursor on a row of the list, moving no further than need be. */
static void go_to_row(struct list *list, const struct ch_row *row)
{
	size_t offset = list->cursor - list->top;

	for (size_t i = 0; i < window_rows(list); i++)
		if (window_row(list, i)->id == row->id) {
			list->cursor = i;
			window_settle(list);
			return;
		}
	list->before = -1;
	window_keep_count(list);
	window_restart(list, row, offset);
}

/* Lets the source look, from the cursor on and then from the other end. */
static enum ch_status find_in_source(struct list *list, const char *text, bool backward, struct ch_error *err)
{
	const struct ch_row *here = list_row(list), *found = NULL;
	int64_t id = here != NULL ? here->id : 0;
	struct ch_arena arena = CH_ARENA_EMPTY;
	enum ch_status status;

	status = list->source->find(list->data, text, here, backward, &arena, &found, err);
	if (status == CH_OK && found == NULL)
		status = list->source->find(list->data, text, NULL, backward, &arena, &found, err);
	if (status == CH_OK && found == NULL)
		status = ch_fail(err, CH_MISSING, _("No row has \"%s\""), text);
	else if (status == CH_OK && found->id != id)
		go_to_row(list, found);
	ch_arena_release(&arena);
	return status;
}

/*
 * To the next row (backward: the one before) that has `text`, from the other end when need be; it may be the focused
 * one. CH_MISSING where none has it; CH_DATA where `text` is not understood.
 */
static enum ch_status find_text(struct list *list, const char *text, bool backward, struct ch_error *err)
{
	if (list->source->find != NULL)
		return find_in_source(list, text, backward, err);
	if (find_in_cells(list, text, backward))
		return CH_OK;
	return ch_fail(err, CH_MISSING, _("No row has \"%s\""), text);
}

/* Not finding is no mistake; what is not understood is said by whoever asked. */
static enum ch_status search(struct app *app, struct list *list, bool backward, struct ch_error *err)
{
	if (find_text(list, list->wanted.text, backward, err) != CH_MISSING)
		return err->status;
	app_say(app, "%s", err->message);
	*err = CH_NO_ERROR;
	return CH_OK;
}

static enum ch_status search_done(struct app *app, void *data, const char *text, struct ch_error *err)
{
	struct list *list = data;

	if (*text != '\0') {
		ch_buffer_clear(&list->wanted);
		ch_buffer_add(&list->wanted, text);
	}
	return list->wanted.length > 0 ? search(app, list, false, err) : CH_OK;
}

static const struct prompt_spec search_prompt = {
	.label = N_("Find: "),
	.hint = N_("Enter:find  n N:next, previous  Up:earlier ones  Esc:back"),
	.done = search_done,
};

void list_ask_search(struct app *app, struct screen *screen)
{
	prompt_open(app, &search_prompt, screen->list, &screen->list->filters, NULL);
}

static void search_on(struct app *app, struct list *list, bool backward)
{
	const struct ch_row *row = list_row(list);
	int64_t id = row != NULL ? row->id : 0;
	struct ch_error err = CH_NO_ERROR;

	if (search(app, list, backward, &err) != CH_OK)
		app_say_error(app, &err);
	else if (app->message.length == 0 && list_row(list) != NULL && list_row(list)->id == id)
		app_say(app, _("No other row has \"%s\""), list->wanted.text);
}

void list_search_next(struct app *app, struct screen *screen)
{
	search_on(app, screen->list, false);
}

void list_search_previous(struct app *app, struct screen *screen)
{
	search_on(app, screen->list, true);
}

/* ---- Filtering ---- */

bool list_read_filtered(struct list *list)
{
	list->unsettled = !window_renew(list) && list->err.status == CH_STOPPED;
	if (list->err.status != CH_OK && !list->unsettled)
		window_start(list, LIST_FIRST); /* which says what is wrong */
	return !list->unsettled;
}

enum ch_status list_set_filter(struct list *list, const char *filter, struct ch_error *err)
{
	enum ch_status status = list->source->filter(list->data, filter, err);

	if (status != CH_OK)
		return status;
	ch_buffer_clear(&list->filter);
	ch_buffer_add(&list->filter, filter);
	list->shown_known = false;
	list_read_filtered(list);
	return CH_OK;
}

enum ch_status list_begin_filtered(struct list *list, const char *filter, struct ch_error *err)
{
	if (list_set_filter(list, filter, err) != CH_OK)
		return err->status;
	ch_buffer_clear(&list->begun);
	ch_buffer_add(&list->begun, filter);
	return CH_OK;
}

void list_push_filtered(struct app *app, struct screen *screen, const char *filter)
{
	struct ch_error err = CH_NO_ERROR;

	app_push(app, screen);
	if (list_begin_filtered(screen->list, filter, &err) != CH_OK)
		app_say_error(app, &err);
}

/* Each letter gives up the search for the rows of the one before: the rows shown wait for the last. */
static void filter_changed(struct app *app, void *data, const char *text)
{
	struct list *list = data;

	if (list->source->pace != NULL)
		list->source->pace(list->data, LIST_TYPING);
	list_set_filter(list, text, &app->prompt.err);
	if (list->source->pace != NULL)
		list->source->pace(list->data, LIST_WHOLE);
	app->prompt.unsettled = list->unsettled;
}

const char *list_advice(const struct list *list, struct ch_arena *arena)
{
	if (list->count != 0 || list->unsettled || list->source->advise == NULL)
		return NULL;
	return list->source->advise(list->data, list->filter.text, arena);
}

static void filter_note(void *data, const char *text, struct ch_buffer *out)
{
	const struct list *list = data;
	struct ch_arena arena = CH_ARENA_EMPTY;
	const char *advice = list_advice(list, &arena);

	(void)text;
	if (advice != NULL)
		ch_buffer_printf(out, _("Tab: %s, "), advice);
	ch_arena_release(&arena);
	if (list->unsettled || list->count < 0)
		ch_buffer_add(out, _("looking"));
	else
		ch_buffer_printf(out, _("%" PRId64 " found"), list->count);
}

static void filter_tab(struct app *app, void *data, struct field_input *input)
{
	struct list *list = data;
	struct ch_arena arena = CH_ARENA_EMPTY;
	const char *advice = list_advice(list, &arena);

	(void)app;
	if (advice != NULL)
		input_set(input, advice);
	else if (list->source->complete != NULL)
		list->source->complete(list->data, input);
	ch_arena_release(&arena);
}

static enum ch_status filter_done(struct app *app, void *data, const char *text, struct ch_error *err)
{
	(void)app;
	return list_set_filter(data, text, err);
}

static void filter_dropped(struct app *app, void *data)
{
	struct list *list = data;
	struct ch_error err = CH_NO_ERROR;

	if (strcmp(list->filter.text, list->restored.text) == 0 && !list->unsettled)
		return;
	if (list_set_filter(list, list->restored.text, &err) != CH_OK)
		app_say_error(app, &err);
}

static const struct prompt_spec filter_prompt = {
	.label = N_("Filter: "),
	.hint = N_("Enter:keep  Tab:complete  Up:earlier ones  Esc:as it was"),
	.typed = N_("Words of names, or field:value."),
	.top = true,
	.changed = filter_changed,
	.note = filter_note,
	.tab = filter_tab,
	.tab_does = N_("completes the word"),
	.done = filter_done,
	.dropped = filter_dropped,
};

/* The filter in force is there to be typed over; any other key keeps it, to be changed. */
void list_ask_filter(struct app *app, struct screen *screen)
{
	struct list *list = screen->list;

	ch_buffer_clear(&list->restored);
	ch_buffer_add(&list->restored, list->filter.text);
	prompt_open(app, &filter_prompt, list, &list->filters, list->filter.text);
	app->prompt.suggested = list->filter.length > 0;
}

/* Counted once for what was read, and not while somebody types. */
int64_t list_whole(struct list *list)
{
	if (list->filter.length == 0)
		list->whole = list->count;
	else if (!list->whole_asked && list->source->whole != NULL)
		list->whole = list->source->whole(list->data);
	list->whole_asked = true;
	return list->whole;
}

void list_title(struct list *list, const char *name, struct ch_buffer *out)
{
	int64_t whole = list_whole(list);

	ch_buffer_add(out, name);
	if (list->count < 0 && list->filter.length == 0)
		return;
	ch_buffer_add(out, " | ");
	if (list->count >= 0 && list->filter.length > 0 && whole >= 0)
		ch_buffer_printf(out, _("%" PRId64 " of %" PRId64), list->count, whole);
	else if (list->count >= 0)
		ch_buffer_printf(out, "%" PRId64, list->count);
	if (list->filter.length > 0)
		ch_buffer_printf(out, "%s%s", list->count >= 0 ? ": " : "", list->filter.text);
}
