#include "demo.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "canvas_dump.h"
#include "chiron/text.h"

/* 16 November 2026 */
#define DEMO_TODAY 20773

static const char *const names[] = {
	"Okafor, Amina",
	"山田, 太郎",				     /* wide */
	"Nu\u0301n\u0303ez, Jose\u0301",		     /* combining marks */
	"\u05db\u05d4\u05df, \u05d3\u05d5\u05d3",    /* right to left */
	"\U0001F469\u200d\U0001F52C Rossi \U0001F1EE\U0001F1F9", /* joined emoji, a flag */
	"Mallory \033]0;title\a\033[2J",	     /* escapes */
	"Smith\u202e, Bidi",			     /* override */
	"O'Brien-Featherstonehaugh-Cholmondeley, Maximiliana Wilhelmina",
};

#define NAME_COUNT (sizeof(names) / sizeof(names[0]))

static const struct ch_choice states[] = {
	{"", ""}, {"on_track", "on track"}, {"at_risk", "at risk"}, {"silent", "silent"}, {NULL, NULL}};

static const struct ch_column columns[] = {
	{.key = "name", .label = "Name", .type = CH_TYPE_TEXT, .width = 24},
	{.key = "state", .label = "State", .type = CH_TYPE_CHOICE, .width = 9, .choices = states},
	{.key = "area", .label = "Area", .type = CH_TYPE_TEXT, .width = 16},
	{.key = "last", .label = "Last", .type = CH_TYPE_DATE},
	{.key = "sessions", .label = "Sessions", .type = CH_TYPE_NUMBER},
};

#define COLUMN_COUNT (sizeof(columns) / sizeof(columns[0]))

/* ---- The source ---- */

static const char *row_name(struct ch_arena *arena, int64_t id)
{
	return ch_arena_printf(arena, "%s %" PRId64, names[(size_t)id % NAME_COUNT], id);
}

static bool row_exists(const struct demo *demo, int64_t id)
{
	struct ch_arena arena = CH_ARENA_EMPTY;
	bool exists = id >= 1 && id <= demo->rows && id != demo->removed &&
		      strstr(row_name(&arena, id), demo->needle) != NULL;

	ch_arena_release(&arena);
	return exists;
}

static struct ch_row make_row(struct ch_arena *arena, int64_t id)
{
	struct ch_row row = {.id = id, .cells = ch_arena_array(arena, COLUMN_COUNT, sizeof(*row.cells))};

	row.cells[0] = row_name(arena, id);
	row.cells[1] = id % 4 == 0 ? NULL : states[id % 4].code;
	row.cells[2] = id % 5 == 0 ? NULL : "career plan";
	row.cells[3] = "2026-11-02";
	row.cells[4] = ch_arena_printf(arena, "%" PRId64, id % 30);
	return row;
}

static enum ch_status demo_fetch(void *data, const struct list_request *request, struct ch_arena *arena,
				 struct ch_grid *page, struct ch_error *err)
{
	struct demo *demo = data;
	bool backward = request->end == LIST_LAST || request->end == LIST_BEFORE;
	int64_t id = request->end == LIST_FIRST ? 1 : request->end == LIST_LAST ? demo->rows : request->from->id;
	size_t count = 0;

	demo->fetches++;
	if (demo->broken)
		return ch_fail(err, CH_IO, "the disk is on fire");
	if (demo->key_waits && demo->pace != LIST_WHOLE)
		return ch_fail(err, CH_STOPPED, "a key waits");
	*page = (struct ch_grid){.columns = columns, .column_count = COLUMN_COUNT};
	page->rows = ch_arena_array(arena, request->count, sizeof(*page->rows));
	if (request->end == LIST_AFTER || request->end == LIST_BEFORE)
		id += backward ? -1 : 1;
	for (; id >= 1 && id <= demo->rows && count < request->count; id += backward ? -1 : 1)
		if (row_exists(demo, id))
			page->rows[count++] = make_row(arena, id);
	for (size_t i = 0; backward && i < count / 2; i++) {
		struct ch_row row = page->rows[i];

		page->rows[i] = page->rows[count - 1 - i];
		page->rows[count - 1 - i] = row;
	}
	page->row_count = count;
	demo->fetched += count;
	return CH_OK;
}

static int64_t demo_count(void *data)
{
	struct demo *demo = data;
	int64_t count = 0;

	if (demo->needle[0] == '\0')
		return demo->rows - (demo->removed != 0);
	for (int64_t id = 1; id <= demo->rows; id++)
		count += row_exists(demo, id);
	return count;
}

static void demo_pace(void *data, enum list_pace pace)
{
	((struct demo *)data)->pace = pace;
}

static char demo_sign(void *data, const struct ch_row *row)
{
	(void)data;
	return "+~! "[row->id % 4];
}

static const char *demo_empty(void *data)
{
	(void)data;
	return "No people yet. a adds the first.";
}

static enum ch_status demo_filter(void *data, const char *filter, struct ch_error *err)
{
	struct demo *demo = data;

	if (strchr(filter, '!') != NULL)
		return ch_fail(err, CH_DATA, "\"!\" is not part of a filter");
	snprintf(demo->needle, sizeof(demo->needle), "%s", filter);
	return CH_OK;
}

static void demo_complete_filter(void *data, struct field_input *input)
{
	(void)data;
	if (strcmp(input->text.text, "Ok") == 0)
		input_set(input, "Okafor");
}

static const struct list_source demo_source = {
	.fetch = demo_fetch,
	.count = demo_count,
	.pace = demo_pace,
	.sign = demo_sign,
	.empty = demo_empty,
	.filter = demo_filter,
	.complete = demo_complete_filter,
};

/* ---- The form ---- */

static const struct ch_choice ways[] = {
	{"", ""}, {"video", "video"}, {"in_person", "in person"}, {"phone", "phone"}, {"visit", "visit"},
	{NULL, NULL}};
static const struct ch_choice sides[] = {{"", ""}, {"chen", "Chen"}, {"wen", "Wen"}, {NULL, NULL}};

static const struct form_field demo_fields[] = {
	{.key = "pair", .label = "Pair", .help = "Any part of a name", .type = CH_TYPE_ID, .required = true},
	{.key = "date", .label = "Date", .help = "today, -1d, mon, 2 nov all work", .type = CH_TYPE_DATE},
	{.key = "length",
	 .label = "Length",
	 .help = "45, 45m, 1h15, 1:15 or 17:30-18:45 all work",
	 .type = CH_TYPE_MINUTES,
	 .required = true},
	{.key = "how", .label = "How", .help = "Where it took place", .type = CH_TYPE_CHOICE, .choices = ways},
	{.key = "came", .label = "Came", .help = "Space ticks", .type = CH_TYPE_CHOICES, .choices = sides},
	{.key = "learned",
	 .label = "Learned",
	 .help = "What was learned, in a few words",
	 .heading = "only Chen and Wen can read this",
	 .type = CH_TYPE_LINES},
	{.key = "areas", .label = "Areas", .help = "Terms, parted by ;", .type = CH_TYPE_LIST},
	{.key = "again", .label = "Again?", .help = "Will they meet again", .type = CH_TYPE_YES},
};

static enum ch_status demo_save(struct app *app, struct form *form, void *data, struct ch_error *err)
{
	struct demo *demo = data;
	int minutes;

	if (ch_minutes_parse(form_value(form, "length"), &minutes, NULL, err) != CH_OK) {
		struct ch_error why = *err;

		ch_fail_field(err, "length", "%s", why.message);
		return ch_error_fix(err, "%s", why.fix);
	}
	demo->saves++;
	snprintf(demo->saved, sizeof(demo->saved), "%d %s %s %s", minutes, form_value(form, "pair"),
		 form_value(form, "how"), form_value(form, "came"));
	app_say(app, "Saved: session of %d minutes (u: undo)", minutes);
	return CH_OK;
}

static enum form_kept demo_keep(struct form *form)
{
	((struct demo *)form->draft.data)->drafts++;
	return FORM_KEPT;
}

static void demo_restore(struct app *app, struct form *form)
{
	(void)app;
	(void)form;
}

static void demo_drop(struct form *form)
{
	((struct demo *)form->draft.data)->dropped++;
}

static const struct form_keeper demo_keeper = {.keep = demo_keep, .restore = demo_restore, .drop = demo_drop};

static size_t demo_candidates(const struct form *form, void *data, size_t field, const char *prefix,
			      struct ch_arena *arena, const struct form_candidate **candidates)
{
	static const struct form_candidate all[] = {{"Okafor, Chen - Patel, Wen", "3 of 118"},
						    {"Okafor, Bo - Moreau, Tariq", NULL},
						    {"山田, 太郎 - Costa, Nils", "new"}};
	struct form_candidate *found = ch_arena_array(arena, 3, sizeof(*found));
	size_t count = 0;

	(void)data;
	for (size_t i = 0; i < 3; i++)
		if (strstr(ch_text_search_key(arena, all[i].text), ch_text_search_key(arena, prefix)) != NULL)
			found[count++] = all[i];
	*candidates = found;
	return strcmp(form->entries[field].field.key, "pair") == 0 || form->entries[field].field.type == CH_TYPE_LIST
		       ? count
		       : 0;
}

static void demo_form_closed(void *data)
{
	((struct demo *)data)->closed_forms++;
}

static const struct form_ops demo_form = {
	.save = demo_save, .complete = demo_candidates, .close = demo_form_closed};

static void run_log(struct app *app, struct screen *screen)
{
	struct form *form = form_new(&demo_form, app->data, "Log a session", DEMO_TODAY, demo_fields,
				     sizeof(demo_fields) / sizeof(demo_fields[0]));

	(void)screen;
	form_set(form, "date", "today");
	form->draft = (struct form_draft){.keeper = &demo_keeper, .data = app->data, .form = strdup("session.log")};
	form_open(app, form);
}

static void run_add(struct app *app, struct screen *screen)
{
	(void)screen;
	form_open(app, form_new(&demo_form, app->data, "Add", DEMO_TODAY, demo_fields, 3));
}

/* ---- Screens ---- */

struct demo_screen {
	struct screen screen;
	struct list list;
	const char *title;
};

static void demo_title(const struct screen *screen, struct ch_buffer *out)
{
	const struct demo_screen *people = (const struct demo_screen *)screen;

	ch_buffer_printf(out, "%s | %" PRId64, people->title, people->list.count);
}

static void demo_draw(struct screen *screen, struct app *app, struct canvas *canvas, struct rect body)
{
	(void)app;
	list_draw(screen->list, canvas, body, true);
}

static void demo_close(struct screen *screen, struct app *app)
{
	(void)app;
	list_release(screen->list);
	free(screen);
}

static void answered(struct app *app, void *data, char letter)
{
	((struct demo *)data)->answer = letter;
	app_say(app, "Answer: %s", letter == 'y' ? "yes" : "no");
}

static void run_delete(struct app *app, struct screen *screen)
{
	(void)screen;
	question_ask(app, "yn", answered, app->data, "Delete %s? [y]es [n]o", "Okafor");
}

static void run_decline(struct app *app, struct screen *screen)
{
	size_t marked = list_marked(screen->list, NULL);

	question_confirm(app, "yes", answered, app->data, "Erase %zu people for good?", marked);
}

static bool has_marks(const struct app *app, const struct screen *screen)
{
	(void)app;
	return list_marked(screen->list, NULL) > 0;
}

static const struct binding people_bindings[] = {
	{.command = COMMAND_OPEN, .run = run_add},
	{.command = COMMAND_ADD, .run = run_add},
	{.command = COMMAND_DELETE, .run = run_delete, .on_marks = true},
	{.command = COMMAND_DECLINE, .run = run_decline, .offered = has_marks, .label = "erase"},
};

static const struct screen_ops people_screen = {
	.context = IN_LIST,
	.bindings = people_bindings,
	.binding_count = sizeof(people_bindings) / sizeof(people_bindings[0]),
	.title = demo_title,
	.draw = demo_draw,
	.close = demo_close,
};

static struct screen *open_list(struct app *app, const char *title)
{
	struct demo_screen *people = calloc(1, sizeof(*people));

	if (people == NULL)
		abort();
	people->screen = (struct screen){.ops = &people_screen, .list = &people->list};
	people->title = title;
	list_init(&people->list, &demo_source, app->data, DEMO_TODAY);
	return &people->screen;
}

static struct screen *open_people(struct app *app)
{
	return open_list(app, "People");
}

static struct screen *open_pairs(struct app *app)
{
	return open_list(app, "Pairs");
}

static const struct app_tab tabs[] = {{"Today", open_people}, {"People", open_pairs}, {"Pairs", open_pairs}};
static const struct binding program_bindings[] = {{.command = COMMAND_LOG, .run = run_log}};

/* ---- What tests call ---- */

void demo_start(struct demo *demo, int64_t rows)
{
	*demo = (struct demo){.rows = rows, .answer = '-', .dump = CH_BUFFER_EMPTY};
	app_init(&demo->app);
	demo->app.title = "Riverside Mentoring 2026";
	demo->app.data = demo;
	demo->app.tabs = tabs;
	demo->app.tab_count = sizeof(tabs) / sizeof(tabs[0]);
	demo->app.bindings = program_bindings;
	demo->app.binding_count = sizeof(program_bindings) / sizeof(program_bindings[0]);
	app_go(&demo->app, 0);
}

void demo_stop(struct demo *demo)
{
	app_release(&demo->app);
	ch_buffer_release(&demo->dump);
}

struct list *demo_list(struct demo *demo)
{
	return demo->app.roots[0]->list;
}

const char *demo_screen(struct demo *demo, struct canvas *canvas, int width, int height)
{
	canvas_resize(canvas, width, height);
	app_draw(&demo->app, canvas);
	ch_buffer_clear(&demo->dump);
	canvas_dump(canvas, &demo->dump);
	return demo->dump.text;
}

const char *demo_row(struct demo *demo, struct canvas *canvas, int number)
{
	static char text[2048];
	const char *line = demo_screen(demo, canvas, canvas->width, canvas->height);

	while (number-- > 0)
		line = strchr(line, '\n') + 1;
	snprintf(text, sizeof(text), "%.*s", (int)strcspn(line, "\n"), line);
	return text;
}

static void demo_event(struct demo *demo, struct canvas *canvas, struct event event)
{
	event.at = demo->app.now + 5000;
	app_handle(&demo->app, &event);
	app_draw(&demo->app, canvas);
}

void demo_keys(struct demo *demo, struct canvas *canvas, const char *keys)
{
	while (*keys != '\0') {
		size_t length = strcspn(keys, " ");
		uint32_t key = key_named(keys, length);

		if (key == K_NONE) {
			fprintf(stderr, "no key is called %.*s\n", (int)length, keys);
			abort();
		}
		demo_event(demo, canvas, (struct event){.type = EVENT_KEY, .key = key});
		keys += length;
		keys += strspn(keys, " ");
	}
}

void demo_type(struct demo *demo, struct canvas *canvas, const char *text)
{
	for (; *text != '\0'; text++)
		demo_event(demo, canvas, (struct event){.type = EVENT_KEY, .key = (unsigned char)*text});
}
