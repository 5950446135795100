/*
 * Two records of one person, side by side: Enter chooses whose value stays, Tab
 * which of the two records, and = makes them one. Undo takes that back, so that
 * nothing is asked before.
 */
#include <stdlib.h>
#include <string.h>

#include "tui/desk.h"
#include "tui/screens/report_view.h"
#include "tui/screens/screens.h"
#include "tui/widgets/list_rows.h"
#include "tui/widgets/prompt.h"

enum { KEY, FIELD, KEEP, OTHER, STAYS, TAKEN_MOST = 64 };

struct merge_screen {
	struct screen screen;
	struct list list;
	const struct desk *desk;
	struct ch_arena arena;
	struct ch_arena before;
	struct ch_merging merging;
	const char *taken[TAKEN_MOST];
	struct ch_merge_told told;
	struct ch_column columns[STAYS];
	struct ch_grid grid; /* as told.fields, without their keys */
	struct ch_buffer about;
};

static struct merge_screen *merge_of(struct screen *screen)
{
	return (struct merge_screen *)screen;
}

/* ---- As a source ---- */

static enum ch_status merge_fetch(void *data, const struct list_request *request, struct ch_arena *arena,
				  struct ch_grid *page, struct ch_error *err)
{
	struct merge_screen *merge = data;

	(void)arena, (void)err;
	*page = merge->grid;
	list_rows_page(merge->grid.rows, merge->grid.row_count, request, page);
	return CH_OK;
}

static int64_t merge_count(void *data)
{
	return (int64_t)((const struct merge_screen *)data)->grid.row_count;
}

static const char **told_cells(const struct merge_screen *merge, const struct ch_row *row)
{
	return merge->told.fields.rows[row->id - 1].cells;
}

/* Both values in full, which the columns may cut. */
static void merge_name(void *data, const struct ch_row *row, struct ch_buffer *out)
{
	const char **cells = told_cells(data, row);

	ch_buffer_printf(out, "%s: %s | %s", cells[FIELD], *cells[KEEP] != '\0' ? cells[KEEP] : "-",
			 *cells[OTHER] != '\0' ? cells[OTHER] : "-");
}

static char merge_sign(void *data, const struct ch_row *row)
{
	const char *stays = told_cells(data, row)[STAYS];

	if (strcmp(stays, "same") == 0)
		return ' ';
	return strcmp(stays, "both") == 0 ? '+' : strcmp(stays, "taken") == 0 ? '>' : '<';
}

static const struct list_source merge_source = {
	.fetch = merge_fetch, .count = merge_count, .name = merge_name, .sign = merge_sign};

/* ---- What there is to tell ---- */

static void tell_moved(struct merge_screen *merge)
{
	const struct ch_grid *moved = &merge->told.moved;

	ch_buffer_clear(&merge->about);
	for (size_t i = 0; i < moved->row_count; i++)
		ch_buffer_printf(&merge->about, "%s%s (%s)", i > 0 ? ", " : _("Also becomes theirs: "),
				 moved->rows[i].cells[0], moved->rows[i].cells[1]);
	ch_buffer_add(&merge->about, moved->row_count > 0 ? ". " : "");
	if (merge->told.noted != NULL)
		ch_buffer_printf(&merge->about, _("To the notes goes: %s. "), merge->told.noted);
	ch_buffer_printf(&merge->about,
			 _("The number and address of %s lead to %s from then on. Nothing of either is lost, "
			   "and " KEY_(UNDO) " "
			   "takes it back."),
			 merge->told.other, merge->told.keep);
}

/* The rows before stay in merge->before until the list has let go of them. */
static enum ch_status tell(struct merge_screen *merge, struct ch_error *err)
{
	struct ch_arena arena = CH_ARENA_EMPTY;
	struct ch_merge_told told;

	merge->merging.take = merge->taken;
	if (ch_merge_tell(merge->desk->c, &merge->merging, &arena, &told, err) != CH_OK) {
		merge->told.close_first = told.close_first;
		ch_arena_release(&arena);
		return err->status;
	}
	for (size_t i = 0; i < merge->merging.take_count; i++)
		merge->taken[i] = ch_arena_copy(&arena, merge->taken[i]);
	ch_arena_release(&merge->before);
	merge->before = merge->arena;
	merge->arena = arena;
	merge->told = told;
	memcpy(merge->columns, told.fields.columns + FIELD, sizeof merge->columns);
	merge->columns[0].extra = false;
	merge->grid = (struct ch_grid){.columns = merge->columns, .column_count = STAYS};
	for (size_t i = 0; i < told.fields.row_count; i++) {
		const char **cells = ch_grid_append(&merge->grid, 0, &merge->arena);
		memcpy(cells, told.fields.rows[i].cells + FIELD, STAYS * sizeof *cells);
	}
	list_rows_number(&merge->grid);
	tell_moved(merge);
	return CH_OK;
}

static void tell_again(struct app *app, struct merge_screen *merge)
{
	struct ch_error err = CH_NO_ERROR;

	if (tell(merge, &err) != CH_OK)
		desk_say_error(app, &err);
	list_reload(&merge->list);
	ch_arena_release(&merge->before);
}

/* ---- Commands ---- */

/* The key of the focused field, or of the one that it goes by; NULL where both
 * say the same. */
static const char *focused_key(const struct merge_screen *merge)
{
	const struct ch_row *row = list_row((struct list *)&merge->list);
	int64_t at = row != NULL ? row->id : 0;

	if (row == NULL || strcmp(told_cells(merge, row)[STAYS], "same") == 0)
		return NULL;
	while (at > 1 && merge->told.fields.rows[at - 1].cells[KEY] == NULL)
		at--;
	return merge->told.fields.rows[at - 1].cells[KEY];
}

static bool can_choose(const struct app *app, const struct screen *screen)
{
	(void)app;
	return focused_key((const struct merge_screen *)screen) != NULL;
}

static void run_choose(struct app *app, struct screen *screen)
{
	struct merge_screen *merge = merge_of(screen);
	const char *key = focused_key(merge);
	size_t at = 0;

	while (at < merge->merging.take_count && strcmp(merge->taken[at], key) != 0)
		at++;
	if (at < merge->merging.take_count)
		merge->taken[at] = merge->taken[--merge->merging.take_count];
	else if (at < TAKEN_MOST)
		merge->taken[merge->merging.take_count++] = key;
	tell_again(app, merge);
}

static void run_swap(struct app *app, struct screen *screen)
{
	struct merge_screen *merge = merge_of(screen);

	merge->merging = (struct ch_merging){.keep_id = merge->merging.other_id, .other_id = merge->merging.keep_id};
	tell_again(app, merge);
	app_say(app, _("%s stays, %s goes"), merge->told.keep, merge->told.other);
}

static void run_join(struct app *app, struct screen *screen)
{
	struct merge_screen *merge = merge_of(screen);
	struct ch_arena arena = CH_ARENA_EMPTY;
	struct ch_error err = CH_NO_ERROR;
	int64_t keep_id = merge->merging.keep_id, other_id = merge->merging.other_id;
	struct ch_merge_told told;
	struct list *list;

	if (ch_person_merge(merge->desk->c, &merge->merging, &arena, &told, &err) == CH_OK) {
		app_pop(app);
		list = app->top->list;
		if (list != NULL && list_is_marked(list, keep_id) && list_is_marked(list, other_id))
			list_unmark(list);
		desk_done(app, CH_OK, &err, _("%s and %s are one"), told.keep, told.other);
	} else {
		desk_say_error(app, &err);
	}
	ch_arena_release(&arena);
}

static const struct binding bindings[] = {
	{.command = COMMAND_JOIN, .run = run_join, .label = N_("make one"), .help = N_("Make the two records one")},
	{.command = COMMAND_OPEN,
	 .run = run_choose,
	 .offered = can_choose,
	 .label = N_("other value"),
	 .help = N_("Let the other's value stay, or not")},
	{.command = COMMAND_PANE_NEXT,
	 .run = run_swap,
	 .label = N_("swap"),
	 .help = N_("The other of the two records stays")},
};

/* ---- As a screen ---- */

static void merge_title(const struct screen *screen, struct ch_buffer *out)
{
	const struct merge_screen *merge = (const struct merge_screen *)screen;

	ch_buffer_printf(out, _("One person? %s and %s"), merge->told.keep, merge->told.other);
}

static void merge_draw(struct screen *screen, struct app *app, struct canvas *canvas, struct rect body)
{
	struct merge_screen *merge = merge_of(screen);

	(void)app;
	report_view_draw_about(canvas, &body, report_view_about_rows(canvas, body, merge->about.text),
			       merge->about.text);
	list_draw(&merge->list, canvas, body, true);
}

static void merge_help(const struct screen *screen, struct ch_buffer *out)
{
	(void)screen;
	ch_buffer_add(out, _("Signs: < the first's value stays, > the second's, + both are put together.\n"));
}

/* One of them may be gone, as when the same was done elsewhere: then the keys
 * say so. */
static void merge_changed(struct screen *screen, struct app *app)
{
	struct ch_error ignored = CH_NO_ERROR;

	(void)app;
	if (tell(merge_of(screen), &ignored) == CH_OK)
		list_reload(screen->list);
	ch_arena_release(&merge_of(screen)->before);
}

static void merge_close(struct screen *screen, struct app *app)
{
	struct merge_screen *merge = merge_of(screen);

	(void)app;
	list_release(&merge->list);
	ch_arena_release(&merge->before);
	ch_buffer_release(&merge->about);
	ch_arena_release(&merge->arena);
	free(merge);
}

static const struct screen_ops merge_screen = {
	.context = IN_LIST,
	.bindings = bindings,
	.binding_count = sizeof(bindings) / sizeof(bindings[0]),
	.title = merge_title,
	.draw = merge_draw,
	.help = merge_help,
	.changed = merge_changed,
	.close = merge_close,
};

void merge_open(struct app *app, int64_t keep_id, int64_t other_id)
{
	struct merge_screen *merge = calloc(1, sizeof(*merge));
	struct ch_error err = CH_NO_ERROR;

	if (merge == NULL)
		ch_abort("out of memory");
	*merge = (struct merge_screen){.screen = {.ops = &merge_screen, .list = &merge->list},
				       .desk = desk_of(app),
				       .arena = CH_ARENA_EMPTY,
				       .merging = {.keep_id = keep_id, .other_id = other_id},
				       .about = CH_BUFFER_EMPTY};
	list_init(&merge->list, &merge_source, merge, merge->desk->today);
	if (tell(merge, &err) != CH_OK) {
		/* What has to end first is opened, where the key that is said ends it. */
		if (merge->told.close_first != 0)
			pairing_open(app, merge->told.close_first);
		desk_say_error(app, &err);
		merge_close(&merge->screen, app);
		return;
	}
	app_push(app, &merge->screen);
}

/* ---- Who the other is ---- */

static void note_found(void *data, const char *text, struct ch_buffer *out)
{
	const struct merge_asking *asking = data;
	struct ch_arena arena = CH_ARENA_EMPTY;
	struct ch_error err = CH_NO_ERROR;
	int64_t id;

	if (*text != '\0' && ch_find(asking->desk->c, CH_PERSON, text, &id, &err) == CH_OK)
		ch_buffer_printf(out, "= %s (%lld)", desk_name(asking->desk, CH_PERSON, id, &arena), (long long)id);
	else if (*text != '\0')
		ch_buffer_printf(out, "? %s", err.message);
	ch_arena_release(&arena);
}

static enum ch_status asked(struct app *app, void *data, const char *text, struct ch_error *err)
{
	const struct merge_asking *asking = data;
	int64_t id;

	if (ch_find(asking->desk->c, CH_PERSON, text, &id, err) == CH_OK)
		merge_open(app, asking->person_id, id);
	return err->status;
}

static const struct prompt_spec who_prompt = {
	.label = N_("The same person as: "),
	.hint = N_("A name, address or number   Esc: leave it"),
	.typed = N_("Who is the same person: a name, an address or a number"),
	.note = note_found,
	.done = asked,
};

void merge_ask(struct app *app, struct merge_asking *asking, int64_t person_id)
{
	*asking = (struct merge_asking){.desk = desk_of(app), .person_id = person_id};
	prompt_open(app, &who_prompt, asking, NULL, NULL);
}
