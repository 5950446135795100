#include "tui/screens/person_view.h"
#include "tui/screens/feedback_due.h"

#include <inttypes.h>
#include <string.h>

enum {
	HEAD_ROWS = 2,
	SIDE_BY_SIDE = 72,
	LISTS_MOST = 60, /* cells, or two fifths, that enrolments and pairings take of a wide window */
	PANE_LEAST = 5	 /* title, heading, a row or two */
};

/* ---- Enrolments ---- */

static const char *enrolments_empty(const struct scheme_list *list)
{
	return desk_may(list->desk, CH_OP_ENROLMENT_ADD) ? _("Enrolled nowhere. " KEY_(ADD) " enrols.") : _("Enrolled "
							     "nowhere.");
}

static const struct scheme_column enrolment_columns[] = {
	{.key = "programme", .rank = 0, .width = 16},
	{.key = "role", .rank = 2, .width = 7},
	{.key = "state", .rank = 1, .width = 9},
	{.key = "applied_on", .label = N_("Since"), .rank = 3},
};

static void enrolment_name(const struct scheme_list *list, const struct ch_row *row, struct ch_buffer *out)
{
	ch_buffer_printf(out, "%s, %s", scheme_list_cell(list, row, "programme"), row->cells[1]);
}

#define COUNT(array) (sizeof(array) / sizeof((array)[0]))

static const struct scheme_list_spec enrolment_list = {
	.list = CH_LIST_ENROLMENTS,
	.columns = enrolment_columns,
	.column_count = COUNT(enrolment_columns),
	.fixed = true,
	.name = enrolment_name,
	.empty = enrolments_empty,
};

/* ---- Pairings ---- */

/* The other one of the two. */
static const char *with_cell(const struct scheme_list *list, const struct ch_row *row, struct ch_arena *arena)
{
	const struct person_view *view = list->data;
	bool guides = scheme_list_number(list, row, "guide_id") == view->person_id;

	(void)arena;
	return scheme_list_cell(list, row, guides ? "learner" : "guide");
}

static const struct scheme_column pairing_columns[] = {
	{.key = "with", .label = N_("With"), .rank = 0, .width = 18, .make = with_cell},
	{.key = "state", .rank = 1, .width = 11},
	{.key = "last_session_on", .label = N_("Last"), .rank = 2},
	{.key = "programme", .rank = 3, .width = 14, .from = 60},
};

static const char *pairings_empty(const struct scheme_list *list)
{
	(void)list;
	return _("In no pairing yet.");
}

static const struct scheme_list_spec pairing_list = {
	.list = CH_LIST_PAIRINGS,
	.columns = pairing_columns,
	.column_count = COUNT(pairing_columns),
	.fixed = true,
	.empty = pairings_empty,
};

/* ---- The person ---- */

void person_view_init(struct person_view *view, const struct desk *desk)
{
	*view = (struct person_view){.desk = desk, .arena = CH_ARENA_EMPTY};
	fact_list_init(&view->facts, "", _("Nothing more is known."), false, desk->today);
	scheme_list_init(&view->enrolments, &enrolment_list, desk, NULL, view);
	scheme_list_init(&view->pairings, &pairing_list, desk, NULL, view);
}

void person_view_release(struct person_view *view)
{
	fact_list_release(&view->facts);
	scheme_list_release(&view->enrolments);
	scheme_list_release(&view->pairings);
	ch_arena_release(&view->arena);
}

/* What stands in the head, or is said by another, is no fact of its own. */
static bool is_said(const struct ch_person *person, const char *key)
{
	static const char *const head[] = {"person_id", "name", "first_name", "last_name", "roles", "email", "phone"};

	for (size_t i = 0; i < COUNT(head); i++)
		if (strcmp(key, head[i]) == 0)
			return true;
	return strcmp(key, "manager_email") == 0 && person->manager_id != 0;
}

static void add_facts(struct person_view *view)
{
	const struct ch_entity *entity = ch_entity_of(CH_PERSON), *wide;
	struct ch_error ignored = CH_NO_ERROR;
	void *record = &view->person;

	if (ch_custom_widen(view->desk->c, CH_PERSON, &view->person, &view->arena, &wide, &record, &ignored) == CH_OK)
		entity = wide;
	fact_list_clear(&view->facts);
	feedback_due_add(&view->facts, view->desk, 0, view->person_id, &view->arena);
	for (size_t i = 0; i < entity->field_count; i++) {
		const struct ch_field *field = &entity->fields[i];
		const char *shown;

		if ((field->flags & CH_FIELD_HIDDEN) != 0 || is_said(&view->person, field->key))
			continue;
		shown = field->type == CH_TYPE_ID && field->refers_to == CH_PERSON
				? desk_name(view->desk, CH_PERSON, view->person.manager_id, &view->arena)
				: ch_field_show(field, record, view->desk->today, &view->arena);
		fact_list_add(&view->facts, ' ', _(field->label), shown);
	}
}

/* "has the time: yes, Tue 3 Mar, spoken, recorded by the coordinator": an answer with its provenance. */
static void add_answers(struct person_view *view)
{
	struct ch_error ignored = CH_NO_ERROR;
	struct ch_grid grid;

	if (ch_answer_list(view->desk->c, view->person_id, &view->arena, &grid, &ignored) != CH_OK)
		return;
	for (size_t i = 0; i < grid.row_count; i++) {
		const char *shown[6];

		for (size_t j = 0; j < COUNT(shown); j++)
			shown[j] = ch_cell_show(&grid.columns[j], grid.rows[i].cells[j], view->desk->today,
						&view->arena);
		fact_list_printf(&view->facts, ' ', _("Answered"), _("%s: %s, %s, %s, recorded by %s (%s)"), shown[0],
				 shown[1], shown[2], shown[3], *shown[4] != '\0' ? shown[4] : _("the coordinator"),
				 shown[5]);
	}
}

static bool leaves_parts(struct person_view *view)
{
	const struct ch_list_query query = {.list = CH_LIST_ENROLMENTS, .filter = "-state:withdrawn -state:completed",
					    .person_id = view->person_id, .limit = 1};
	struct ch_error ignored = CH_NO_ERROR;
	struct ch_grid grid;

	return view->person.left_on != CH_NO_DATE &&
	       ch_list_fetch(view->desk->c, &query, &view->arena, &grid, &ignored) == CH_OK && grid.row_count > 0;
}

void person_view_load(struct person_view *view, int64_t person_id)
{
	struct ch_list_query narrow = {.person_id = person_id};
	bool same = view->person_id == person_id;

	ch_arena_reset(&view->arena);
	view->err = CH_NO_ERROR;
	view->person_id = person_id;
	if (ch_person_get(view->desk->c, person_id, &view->arena, &view->person, &view->err) != CH_OK)
		return;
	view->leaves_parts = leaves_parts(view);
	add_facts(view);
	add_answers(view);
	if (same) {
		list_reload(&view->enrolments.list);
		list_reload(&view->pairings.list);
		return;
	}
	list_go_first(&view->facts.list);
	scheme_list_narrow(&view->enrolments, &narrow);
	scheme_list_narrow(&view->pairings, &narrow);
}

struct list *person_view_list(struct person_view *view, enum person_pane pane)
{
	switch (pane) {
	case PERSON_ENROLMENTS:
		return &view->enrolments.list;
	case PERSON_PAIRINGS:
		return &view->pairings.list;
	case PERSON_FACTS:
	case PERSON_PANES:
		break;
	}
	return &view->facts.list;
}

/* ---- Drawing ---- */

/* "Left on Tue 3 Nov (has died).  ", "Leaves on Tue 1 Dec.  " */
static void add_left(struct ch_buffer *line, const struct ch_person *person, ch_date today)
{
	const struct ch_choice *reasons = ch_field_named(ch_entity_of(CH_PERSON), "left_because")->choices;
	char shown[16];

	if (!ch_person_has_left(person, today))
		ch_buffer_printf(line, _("Leaves on %s.  "), ch_date_show(person->left_on, today, shown));
	else if (person->left_because == CH_NO_LEAVING_REASON)
		ch_buffer_printf(line, _("Left on %s.  "), ch_date_show(person->left_on, today, shown));
	else
		ch_buffer_printf(line, _("Left on %s (%s).  "), ch_date_show(person->left_on, today, shown),
				 _(reasons[person->left_because].label));
}

static void draw_head(struct person_view *view, struct canvas *canvas, struct rect area)
{
	const struct ch_person *person = &view->person;
	struct ch_arena arena = CH_ARENA_EMPTY;
	const char *roles = person->roles != 0 ? ch_roles_show(person->roles, &arena) : _("no role yet");
	struct ch_buffer line = CH_BUFFER_EMPTY;
	int width = ch_text_width(roles);

	width = width < area.width / 2 ? width : area.width / 2;
	canvas_fit(canvas, area, 1, 0, area.width - width - 4, CANVAS_LEFT, CANVAS_BOLD, person->name);
	canvas_fit(canvas, area, area.width - width - 1, 0, width, CANVAS_RIGHT, CANVAS_PLAIN, roles);
	if (person->left_on != CH_NO_DATE)
		add_left(&line, person, view->desk->today);
	ch_buffer_printf(&line, "%s  %s", person->email != NULL ? person->email : _("no e-mail"),
			 person->phone != NULL ? person->phone : "");
	canvas_fit(canvas, area, 1, 1, area.width - 2, CANVAS_LEFT, CANVAS_PLAIN, line.text);
	ch_buffer_release(&line);
	ch_arena_release(&arena);
}

static const char *pane_title(enum person_pane pane)
{
	switch (pane) {
	case PERSON_ENROLMENTS:
		return _("Enrolments");
	case PERSON_PAIRINGS:
		return _("Pairings");
	case PERSON_FACTS:
	case PERSON_PANES:
		break;
	}
	return _("About");
}

static void draw_pane(struct person_view *view, struct canvas *canvas, struct rect area, enum person_pane pane,
		      enum person_pane focus)
{
	struct rect rows = rect_part(area, 0, 1, area.width, area.height);
	bool focused = pane == focus;

	if (pane == PERSON_FACTS)
		fact_list_draw(&view->facts, canvas, rows, focused);
	else if (pane == PERSON_ENROLMENTS)
		scheme_list_draw(&view->enrolments, canvas, rows, focused);
	else
		scheme_list_draw(&view->pairings, canvas, rows, focused);
	list_draw_title(pane == PERSON_FACTS ? NULL : person_view_list(view, pane), pane_title(pane), canvas, area,
			focused);
}

/* Enrolments and pairings share the height by how many there are. */
static int enrolment_height(const struct person_view *view, int height)
{
	int wanted = (int)(view->enrolments.list.count > 0 ? view->enrolments.list.count : 0) + 4;
	int most = height / 2 > PANE_LEAST ? height / 2 : PANE_LEAST;

	return wanted < PANE_LEAST ? PANE_LEAST : wanted < most ? wanted : most;
}

void person_view_draw(struct person_view *view, struct canvas *canvas, struct rect area, enum person_pane focus)
{
	struct rect body = rect_part(area, 0, HEAD_ROWS, area.width, area.height);
	int lists = area.width * 2 / 5 > LISTS_MOST ? area.width * 2 / 5 : LISTS_MOST;
	int left = area.width - (lists < area.width / 2 ? lists : area.width - area.width / 2), top;

	if (view->err.status != CH_OK) {
		canvas_wrap(canvas, area, 1, 0, CANVAS_URGENT, view->err.message);
		canvas_cursor(canvas, area, 0, 0);
		return;
	}
	draw_head(view, canvas, area);
	if (area.width < SIDE_BY_SIDE && focus != PERSON_PANES) {
		draw_pane(view, canvas, body, focus, focus);
		return;
	}
	list_row(&view->enrolments.list);
	if (focus == PERSON_PANES) { /* beside a list: all under each other */
		top = body.height / 2;
		draw_pane(view, canvas, rect_part(body, 0, 0, body.width, top), PERSON_FACTS, focus);
		body = rect_part(body, 0, top, body.width, body.height);
		left = 0;
	} else {
		draw_pane(view, canvas, rect_part(body, 0, 0, left - 1, body.height), PERSON_FACTS, focus);
	}
	top = enrolment_height(view, body.height);
	draw_pane(view, canvas, rect_part(body, left, 0, body.width, top), PERSON_ENROLMENTS, focus);
	draw_pane(view, canvas, rect_part(body, left, top, body.width, body.height), PERSON_PAIRINGS, focus);
}
