/* Reading one pairing and drawing it: the head, three panes, and below them the focused thing in full. */
#include <inttypes.h>
#include <string.h>

#include "chiron/text.h"
#include "tui/screens/feedback_due.h"
#include "tui/screens/overrides_told.h"
#include "tui/screens/pairing_past.h"
#include "tui/screens/screen_pairing_parts.h"

enum {
	HEAD_ROWS = 3,
	FOOT_ROWS = 5, /* at least, */
	FOOT_PART = 4, /* and one in so many */
	ROWS_FOR_FOOT = 17,
	ROWS_FOR_HEAD = 10,
	BESIDE = 76, /* columns: from here on the panes stand beside each other, */
	NAME_LEAST = 11, /* cells of a name that the word for its role may leave */
	ROWS_FOR_STACK = 12 /* with fewer and so many rows under each other, where none of them has the focus */
};

/* ---- What was agreed -------------------------------------------------------------------- */

/* ", rated +1" behind a goal that the two rated, where they look on. */
static const char *rating_of(struct pairing_sheet *sheet, int64_t goal_id)
{
	struct ch_error ignored = CH_NO_ERROR;
	struct ch_goal goal;

	if (ch_goal_get(sheet->desk->c, goal_id, &sheet->arena, &goal, &ignored) != CH_OK ||
	    goal.attained == CH_UNKNOWN)
		return "";
	return ch_arena_printf(&sheet->arena, _(", rated %+d"), (int)goal.attained);
}

static void add_goals(struct pairing_sheet *sheet)
{
	const struct ch_list_query query = {.list = CH_LIST_GOALS, .pairing_id = sheet->pairing_id};
	struct ch_error ignored = CH_NO_ERROR;
	int64_t hundredths, rated;
	struct ch_grid grid;

	if (ch_list_fetch(sheet->desk->c, &query, &sheet->arena, &grid, &ignored) != CH_OK)
		return;
	for (size_t i = 0; i < grid.row_count; i++) {
		const char *state = "", *text;
		bool area = false;

		for (size_t j = 0; j < grid.column_count; j++) {
			const char *shown = ch_cell_show(&grid.columns[j], grid.rows[i].cells[j], sheet->desk->today,
							 &sheet->arena);

			if (strcmp(grid.columns[j].key, "kind") == 0)
				area = strcmp(grid.rows[i].cells[j], "focus_area") == 0;
			else if (strcmp(grid.columns[j].key, "state") == 0)
				state = shown;
		}
		text = pairing_sheet_wording(sheet, CH_TEXT_GOAL, grid.rows[i].id,
					     &sheet->arena);
		fact_list_mark(&sheet->agreed, grid.rows[i].id);
		fact_list_printf(&sheet->agreed, ' ', area ? _("Focus area") : _("Goal"), "%s%s%s%s%s",
				 text != NULL ? text : "", text != NULL ? " (" : "", state,
				 rating_of(sheet, grid.rows[i].id), text != NULL ? ")" : "");
	}
	fact_list_mark(&sheet->agreed, 0);
	if (ch_goal_attained(sheet->desk->c, sheet->pairing_id, &hundredths, &rated, &ignored) == CH_OK &&
	    hundredths != CH_UNKNOWN)
		fact_list_printf(&sheet->agreed, ' ', _("Goals attained"),
				 _("T-score %.2f of %" PRId64 " rated; 50 is as expected"), (double)hundredths / 100,
				 rated);
}

static void add_ending(struct pairing_sheet *sheet)
{
	const struct ch_entity *entity = ch_entity_of(CH_SPELL);

	for (size_t i = 0; i < entity->field_count; i++) {
		const struct ch_field *field = &entity->fields[i];

		if (field->type != CH_TYPE_CHOICE && field->type != CH_TYPE_DATE)
			continue;
		fact_list_add(&sheet->agreed, ' ', _(field->label),
			      ch_field_show(field, &sheet->spell, sheet->desk->today, &sheet->arena));
	}
}

/* As long as one of them has not: then its day stands among those of this time together. */
static void add_three_way(struct pairing_sheet *sheet)
{
	struct ch_error ignored = CH_NO_ERROR;
	const char *told = NULL;

	if (sheet->spell.three_way_on == CH_NO_DATE &&
	    ch_three_way_told(sheet->desk->c, sheet->pairing_id, &sheet->arena, &told, &ignored) == CH_OK)
		fact_list_add(&sheet->agreed, '~', _(ch_field_named(ch_entity_of(CH_SPELL), "three_way_on")->label),
			      told);
}

/* Whose yes the start still needs (R29). */
static void add_missing_yes(struct pairing_sheet *sheet)
{
	struct ch_error ignored = CH_NO_ERROR;
	struct ch_yes_days days;

	if (ch_agreement_yes_days(sheet->desk->c, sheet->pairing_id, &days, &ignored) != CH_OK ||
	    (days.guide != CH_NO_DATE && days.learner != CH_NO_DATE))
		return;
	fact_list_printf(&sheet->agreed, '~', _("Yes still needed"), _("%s%s%s: " KEY_(AGREE)),
			 days.guide == CH_NO_DATE ? sheet->guide.name : "",
			 days.guide == CH_NO_DATE && days.learner == CH_NO_DATE ? _(" and ") : "",
			 days.learner == CH_NO_DATE ? sheet->learner.name : "");
}

static void add_agreed(struct pairing_sheet *sheet)
{
	const struct ch_entity *entity = ch_entity_of(CH_AGREEMENT);

	fact_list_clear(&sheet->agreed);
	if (sheet->agreement.agreement_id == 0)
		fact_list_add(&sheet->agreed, '~', _("Agreement"), _("not yet: " KEY_(AGREE)));
	else if (sheet->pairing.state == CH_PAIRING_CONTRACTING)
		add_missing_yes(sheet);
	feedback_due_add(&sheet->agreed, sheet->desk, sheet->pairing_id, 0, &sheet->arena);
	overrides_told_add(&sheet->agreed, sheet->desk, sheet->pairing_id, 0, &sheet->arena);
	add_three_way(sheet);
	add_goals(sheet);
	contacts_past_add(&sheet->agreed, sheet->desk, &sheet->pairing, &sheet->arena);
	for (size_t i = 0; i < entity->field_count; i++) {
		const struct ch_field *field = &entity->fields[i];

		if ((field->flags & (CH_FIELD_HIDDEN | CH_FIELD_KEPT)) == 0 && field->type != CH_TYPE_ID)
			fact_list_add(&sheet->agreed, ' ', _(field->label),
				      ch_field_show(field, &sheet->agreement, sheet->desk->today, &sheet->arena));
	}
	if (sheet->agreement.objective_id != 0)
		fact_list_add(&sheet->agreed, ' ', _(ch_field_named(entity, "objective_id")->label),
			      desk_name(sheet->desk, CH_OBJECTIVE, sheet->agreement.objective_id, &sheet->arena));
	add_ending(sheet);
	for (int kind = CH_TEXT_BRIEF; kind <= CH_TEXT_THREE_WAY; kind++)
		fact_list_add(&sheet->agreed, ' ', _(ch_text_kind_label(kind)),
			      pairing_sheet_wording(sheet, kind, sheet->spell.spell_id, &sheet->arena));
}

/* ---- Reading ----------------------------------------------------------------------------- */

void pairing_sheet_init(struct pairing_sheet *sheet, const struct desk *desk)
{
	*sheet = (struct pairing_sheet){.desk = desk, .arena = CH_ARENA_EMPTY, .told = CH_ARENA_EMPTY};
	scheme_list_init(&sheet->sessions, &pairing_session_list, desk, NULL, sheet);
	scheme_list_init(&sheet->actions,
			 desk_is_coordinator(desk) ? &pairing_action_list : &pairing_own_action_list, desk, NULL,
			 sheet);
	fact_list_init(&sheet->agreed, "", _("Nothing is recorded yet. " KEY_(AGREE) " records "
					     "it."), true, desk->today);
}

void pairing_sheet_release(struct pairing_sheet *sheet)
{
	scheme_list_release(&sheet->sessions);
	scheme_list_release(&sheet->actions);
	fact_list_release(&sheet->agreed);
	ch_arena_release(&sheet->arena);
	ch_arena_release(&sheet->told);
}

static bool is_worse(int severity, int harm, const struct ch_finding *than)
{
	return than->check == NULL || severity < (int)than->severity ||
	       (severity == (int)than->severity && harm < than->check->harm);
}

/* The gravest of what the checks for the first screen find about it, and of the equally grave the most harmful. */
static void find_worst(struct pairing_sheet *sheet)
{
	struct ch_error ignored = CH_NO_ERROR;
	struct ch_findings findings;

	sheet->worst = (struct ch_finding){0};
	for (size_t i = 0; i < ch_check_count(); i++) {
		const struct ch_check_info *check = ch_check_at(i);
		const struct ch_check_query query = {.rule = check->name, .subject_id = sheet->pairing_id};

		if (check->subject != CH_PAIRING || check->harm == 0 ||
		    !is_worse((int)check->severity, check->harm, &sheet->worst))
			continue;
		if (ch_check_run(sheet->desk->c, &query, &sheet->arena, &findings, &ignored) == CH_OK &&
		    findings.count > 0 && findings.items[0].overridden == NULL &&
		    is_worse((int)findings.items[0].severity, check->harm, &sheet->worst))
			sheet->worst = findings.items[0];
	}
}

static enum ch_status read_all(struct pairing_sheet *sheet)
{
	struct ch_context *c = sheet->desk->c;
	struct ch_arena *arena = &sheet->arena;
	struct ch_error *err = &sheet->err;

	if (ch_pairing_get(c, sheet->pairing_id, arena, &sheet->pairing, err) != CH_OK ||
	    ch_spell_get(c, sheet->pairing.spell_id, arena, &sheet->spell, err) != CH_OK ||
	    ch_pairing_unrecorded(c, sheet->pairing_id, &sheet->unrecorded, err) != CH_OK ||
	    ch_agreement_draft(c, sheet->pairing_id, arena, &sheet->agreement, err) != CH_OK ||
	    ch_programme_get(c, sheet->pairing.programme_id, arena, &sheet->programme, err) != CH_OK ||
	    ch_person_get(c, sheet->pairing.guide_id, arena, &sheet->guide, err) != CH_OK)
		return err->status;
	return ch_person_get(c, sheet->pairing.learner_id, arena, &sheet->learner, err);
}

void pairing_sheet_load(struct pairing_sheet *sheet, int64_t pairing_id)
{
	const struct ch_list_query narrow = {.pairing_id = pairing_id};
	bool same = sheet->pairing_id == pairing_id;

	ch_arena_reset(&sheet->arena);
	sheet->err = CH_NO_ERROR;
	sheet->pairing_id = pairing_id;
	if (read_all(sheet) != CH_OK)
		return;
	sheet->names = ch_arena_printf(&sheet->arena, "%s - %s", sheet->guide.name, sheet->learner.name);
	find_worst(sheet);
	add_agreed(sheet);
	if (same) {
		list_reload(&sheet->sessions.list);
		list_reload(&sheet->actions.list);
	} else {
		scheme_list_narrow(&sheet->sessions, &narrow);
		scheme_list_narrow(&sheet->actions, &narrow);
		list_go_first(&sheet->agreed.list);
	}
}

struct list *pairing_sheet_list(struct pairing_sheet *sheet, enum pairing_pane pane)
{
	switch (pane) {
	case PAIRING_ACTIONS:
		return &sheet->actions.list;
	case PAIRING_AGREED:
		return &sheet->agreed.list;
	case PAIRING_SESSIONS:
	case PAIRING_PANES:
		break;
	}
	return &sheet->sessions.list;
}

bool pairing_sheet_is_of_pair(const struct pairing_sheet *sheet)
{
	int64_t actor = sheet->desk->c->actor.person_id;

	return actor != 0 && (actor == sheet->pairing.guide_id || actor == sheet->pairing.learner_id);
}

const char *pairing_sheet_wording(const struct pairing_sheet *sheet, enum ch_text_kind kind,
				  int64_t object_id, struct ch_arena *arena)
{
	struct ch_error ignored = CH_NO_ERROR;
	enum ch_text_state state;
	const char *text;

	if (ch_pair_text_read(sheet->desk->c, kind, object_id, arena, &text, &state, &ignored) != CH_OK)
		return NULL;
	return state == CH_TEXT_THERE ? text : NULL;
}

const char *pairing_sheet_initiator(const struct pairing_sheet *sheet, int initiator)
{
	switch (initiator) {
	case CH_BY_GUIDE:
		return sheet->guide.name;
	case CH_BY_LEARNER:
		return sheet->learner.name;
	case CH_BY_BOTH:
		return _("both");
	case CH_BY_COORDINATOR:
		return _("the coordinator");
	default:
		return "";
	}
}

const char *pairing_sheet_names(const struct pairing_sheet *sheet)
{
	return sheet->err.status == CH_OK ? sheet->names : "";
}

/* ---- Drawing ----------------------------------------------------------------------------- */

static const char *choice_label(enum ch_entity_id entity, const char *key, int value)
{
	return _(ch_field_named(ch_entity_of(entity), key)->choices[value].label);
}

static const char *role_word(int role)
{
	return _(ch_field_named(ch_entity_of(CH_ENROLMENT), "role")->choices[role].label);
}

/* "mentor Wen Patel", the word for the role first where there is room for it. */
static void draw_person(struct canvas *canvas, struct rect area, int x, int width, int role, const char *name)
{
	const char *word = role_word(role);
	int cells = 0, least = ch_text_width(name);

	least = least < NAME_LEAST ? least : NAME_LEAST;
	if (width > ch_text_width(word) + least)
		cells = canvas_text(canvas, area, x, 0, CANVAS_QUIET, word) + 1;
	canvas_fit(canvas, area, x + cells, 0, width - cells, CANVAS_LEFT, CANVAS_BOLD, name);
}

static void tell_progress(const struct pairing_sheet *sheet, struct ch_buffer *out)
{
	const struct ch_pairing *pairing = &sheet->pairing;
	ch_date today = sheet->desk->today;
	char shown[16];

	ch_buffer_add(out, choice_label(CH_PAIRING, "state", pairing->state));
	if (sheet->spell.number > 1)
		ch_buffer_printf(out, _(", time together %" PRId64), sheet->spell.number);
	ch_buffer_printf(out, pairing->sessions_held == 1 ? _("   %" PRId64 " session") : _("   %" PRId64 " sessions"),
			 pairing->sessions_held);
	if (pairing->last_session_on != CH_NO_DATE)
		ch_buffer_printf(out, _(", last %s"), ch_date_show(pairing->last_session_on, today, shown));
	if (sheet->unrecorded > 0)
		ch_buffer_printf(out, _(", %" PRId64 " before the record began"), sheet->unrecorded);
	if (pairing->last_session_on == CH_NO_DATE && sheet->spell.last_met_on != CH_NO_DATE)
		ch_buffer_printf(out, _(", last met %s"), ch_date_show(sheet->spell.last_met_on, today, shown));
	if (pairing->next_session_on != CH_NO_DATE)
		ch_buffer_printf(out, _("   next arranged %s"), ch_date_show(pairing->next_session_on, today, shown));
	else if (sheet->agreement.agreement_id != 0 && sheet->agreement.planned_sessions > 0 &&
		 pairing->sessions_held + sheet->unrecorded >= sheet->agreement.planned_sessions &&
		 !ch_pairing_has_ended(pairing->state))
		ch_buffer_printf(out, _("   all %" PRId64 " planned are held"), sheet->agreement.planned_sessions);
	else if (pairing->next_due_on != CH_NO_DATE)
		ch_buffer_printf(out, pairing->next_due_on < today ? _("   was due %s") : _("   next due %s"),
				 ch_date_show(pairing->next_due_on, today, shown));
	if (pairing->unfinished_records > 0)
		ch_buffer_printf(out, _("   unfinished %" PRId64), pairing->unfinished_records);
}

static char severity_sign(enum ch_severity severity)
{
	return severity == CH_SEVERITY_INFORM ? '.' : severity == CH_SEVERITY_WARN ? '~' : '!';
}

/* The programme, and since when where `room` cells have room for that, too. */
static void tell_programme(const struct pairing_sheet *sheet, int room, struct ch_buffer *out)
{
	ch_date since = sheet->spell.started_on != CH_NO_DATE ? sheet->spell.started_on : sheet->spell.made_on;
	char shown[16];

	ch_buffer_printf(out, _("%s, since %s"), sheet->programme.name,
			 ch_date_show(since, sheet->desk->today, shown));
	if (ch_text_width(out->text) <= room)
		return;
	ch_buffer_clear(out);
	ch_buffer_add(out, sheet->programme.name);
}

/* Cells of a role's word and a name. */
static int person_width(int role, const char *name)
{
	return ch_text_width(role_word(role)) + 1 + ch_text_width(name);
}

/* The two, and at the right, where there is room, the programme: what the names leave, or a third at most. */
static void draw_people(struct pairing_sheet *sheet, struct canvas *canvas, struct rect area)
{
	int learner_role = ch_kind_learner_role(sheet->pairing.kind);
	int guide_role = ch_kind_guide_role(sheet->pairing.kind);
	int learner = person_width(learner_role, sheet->learner.name) + 3;
	int guide = person_width(guide_role, sheet->guide.name) + 3;
	int left = area.width - 1 - learner - guide; /* what the names leave */
	struct ch_buffer line = CH_BUFFER_EMPTY;
	int width, half;

	tell_programme(sheet, left - 1, &line);
	width = ch_text_width(line.text) + 1;
	if (area.width < LAYOUT_NARROW)
		width = 0;
	else if (width > left && width > area.width / 3)
		width = area.width / 3;
	half = (area.width - width) / 2;
	if (width <= left && half < learner + 1)
		half = learner + 1;
	else if (width <= left && half > area.width - width - guide)
		half = area.width - width - guide;
	draw_person(canvas, area, 1, half - 2, learner_role, sheet->learner.name);
	draw_person(canvas, area, half, area.width - width - half - 2, guide_role, sheet->guide.name);
	if (width > 0)
		canvas_fit(canvas, area, area.width - width, 0, width - 1, CANVAS_RIGHT, CANVAS_PLAIN, line.text);
	ch_buffer_release(&line);
}

static void draw_head(struct pairing_sheet *sheet, struct canvas *canvas, struct rect area)
{
	struct ch_buffer line = CH_BUFFER_EMPTY;

	draw_people(sheet, canvas, rect_part(area, 0, 0, area.width, 1));
	tell_progress(sheet, &line);
	canvas_fit(canvas, area, 1, 1, area.width - 2, CANVAS_LEFT, CANVAS_PLAIN, line.text);
	if (sheet->worst.check != NULL && area.height > 2) {
		char sign = severity_sign(sheet->worst.check->severity);

		ch_buffer_clear(&line);
		ch_buffer_printf(&line, "%c %s: %s", sign, _(sheet->worst.check->title), sheet->worst.says);
		canvas_fit(canvas, area, 1, 2, area.width - 2, CANVAS_LEFT,
			   sign == '!' ? CANVAS_URGENT : sign == '~' ? CANVAS_SOON : CANVAS_PLAIN, line.text);
	}
	ch_buffer_release(&line);
}

static const char *pane_title(enum pairing_pane pane)
{
	static const char *const titles[] = {
		[PAIRING_SESSIONS] = N_("Sessions"),
		[PAIRING_ACTIONS] = N_("Open actions"),
		[PAIRING_AGREED] = N_("Agreed"),
	};

	return _(titles[pane]);
}

static void draw_pane(struct pairing_sheet *sheet, struct canvas *canvas, struct rect area, enum pairing_pane pane,
		      enum pairing_pane focus)
{
	struct rect rows = rect_part(area, 0, 1, area.width, area.height);
	struct list *list = pairing_sheet_list(sheet, pane);
	bool focused = pane == focus;

	list_row(list); /* so that its count is known */
	list_draw_title(pane == PAIRING_AGREED ? NULL : list, pane_title(pane), canvas, area, focused);
	if (pane == PAIRING_AGREED)
		fact_list_draw(&sheet->agreed, canvas, rows, focused);
	else
		scheme_list_draw(pane == PAIRING_SESSIONS ? &sheet->sessions : &sheet->actions, canvas, rows, focused);
}

/* Rows of a pane: as many as there are, at most `most`. */
static int pane_rows(struct list *list, int most)
{
	int wanted;

	list_row(list);
	wanted = list->count > 0 ? (int)list->count + 2 : 4;
	return wanted < most ? wanted : most;
}

static void draw_beside(struct pairing_sheet *sheet, struct canvas *canvas, struct rect panes, enum pairing_pane focus)
{
	int left = panes.width * 6 / 10, top = pane_rows(&sheet->actions.list, panes.height / 2);

	draw_pane(sheet, canvas, rect_part(panes, 0, 0, left - 1, panes.height), PAIRING_SESSIONS, focus);
	draw_pane(sheet, canvas, rect_part(panes, left, 0, panes.width, top), PAIRING_ACTIONS, focus);
	draw_pane(sheet, canvas, rect_part(panes, left, top, panes.width, panes.height), PAIRING_AGREED, focus);
}

/* Beside a list of pairings there is height, and no width for two: names and labels would break over lines. */
static void draw_stacked(struct pairing_sheet *sheet, struct canvas *canvas, struct rect panes,
			 enum pairing_pane focus)
{
	int sessions = pane_rows(&sheet->sessions.list, panes.height / 3);
	int actions = pane_rows(&sheet->actions.list, panes.height / 3), y = sessions + actions;

	draw_pane(sheet, canvas, rect_part(panes, 0, 0, panes.width, sessions), PAIRING_SESSIONS, focus);
	draw_pane(sheet, canvas, rect_part(panes, 0, sessions, panes.width, actions), PAIRING_ACTIONS, focus);
	draw_pane(sheet, canvas, rect_part(panes, 0, y, panes.width, panes.height - y), PAIRING_AGREED, focus);
}

static void draw_foot(struct pairing_sheet *sheet, struct canvas *canvas, struct rect area, enum pairing_pane focus)
{
	struct ch_buffer text = CH_BUFFER_EMPTY;

	canvas_line_across(canvas, area, 0, 0, area.width, CANVAS_QUIET);
	pairing_sheet_tell(sheet, focus, &text);
	canvas_wrap(canvas, rect_part(area, 2, 1, area.width - 4, area.height - 1), 0, 0, CANVAS_PLAIN, text.text);
	ch_buffer_release(&text);
}

/* The same for every row of the panes, so that these do not jump. */
static int foot_rows(int height)
{
	if (height < ROWS_FOR_FOOT)
		return 0;
	return height / FOOT_PART > FOOT_ROWS ? height / FOOT_PART : FOOT_ROWS;
}

void pairing_sheet_draw(struct pairing_sheet *sheet, struct canvas *canvas, struct rect area, enum pairing_pane focus)
{
	int head = area.height >= ROWS_FOR_HEAD ? HEAD_ROWS : HEAD_ROWS - 1;
	int foot = foot_rows(area.height);
	struct rect panes = rect_part(area, 0, head, area.width, area.height - head - foot);

	if (sheet->err.status != CH_OK) {
		canvas_wrap(canvas, rect_part(area, 1, 0, area.width - 2, area.height), 0, 0, CANVAS_URGENT,
			    sheet->err.message);
		canvas_cursor(canvas, area, 0, 0);
		return;
	}
	if (sheet->worst.check == NULL && head == HEAD_ROWS) {
		panes.y--;
		panes.height++;
	}
	draw_head(sheet, canvas, rect_part(area, 0, 0, area.width, head));
	if (area.width < BESIDE && panes.height >= ROWS_FOR_STACK && focus == PAIRING_PANES)
		draw_stacked(sheet, canvas, panes, focus);
	else if (area.width < LAYOUT_NARROW)
		draw_pane(sheet, canvas, panes, focus == PAIRING_PANES ? PAIRING_SESSIONS : focus, focus);
	else
		draw_beside(sheet, canvas, panes, focus);
	if (foot > 0)
		draw_foot(sheet, canvas, rect_part(area, 0, area.height - foot, area.width, foot), focus);
}
