/* The columns of one pairing's sessions and open actions. */
#include <inttypes.h>
#include <string.h>

#include "tui/screens/screen_pairing_parts.h"

#define COUNT(array) (sizeof(array) / sizeof((array)[0]))

static struct pairing_sheet *sheet_of(const struct scheme_list *list)
{
	return list->data;
}

static bool is(const struct scheme_list *list, const struct ch_row *row, const char *key, const char *code)
{
	const char *cell = scheme_list_cell(list, row, key);

	return cell != NULL && strcmp(cell, code) == 0;
}

static const char *first_line(const char *text, struct ch_arena *arena)
{
	return text != NULL ? ch_arena_copy_bytes(arena, text, strcspn(text, "\n")) : NULL;
}

/* ---- Sessions ------------------------------------------------------------------------- */

static const char *label_of(const struct scheme_list *list, const struct ch_row *row, const char *key)
{
	const struct ch_field *field = ch_field_named(ch_entity_of(CH_SESSION), key);
	const char *cell = scheme_list_cell(list, row, key);
	int choice = cell != NULL ? ch_choice_find(field->choices, cell) : 0;

	return choice > 0 ? _(field->choices[choice].label) : NULL;
}

/* How a session was held; for others, what became of it. */
static const char *how_cell(const struct scheme_list *list, const struct ch_row *row, struct ch_arena *arena)
{
	(void)arena;
	return label_of(list, row, is(list, row, "state", "held") ? "medium" : "state");
}

static const char *number_cell(const struct scheme_list *list, const struct ch_row *row, struct ch_arena *arena)
{
	(void)arena;
	return is(list, row, "state", "held") ? scheme_list_cell(list, row, "number") : NULL;
}

static const char *minutes_cell(const struct scheme_list *list, const struct ch_row *row, struct ch_arena *arena)
{
	(void)arena;
	return is(list, row, "state", "held") ? scheme_list_cell(list, row, "minutes") : NULL;
}

static bool was_late(const struct scheme_list *list, const struct ch_row *row)
{
	return is(list, row, "guide_attendance", "late") || is(list, row, "learner_attendance", "late");
}

static const char *cancelled_by(const struct scheme_list *list, const struct ch_row *row)
{
	const char *cell = scheme_list_cell(list, row, "cancelled_by");
	int by = cell != NULL
			 ? ch_choice_find(ch_field_named(ch_entity_of(CH_SESSION), "cancelled_by")->choices, cell)
			 : 0;

	return pairing_sheet_initiator(sheet_of(list), by);
}

/* The first line of what was learned; NULL where the actor is not of the pair. A session may be of an earlier spell. */
static const char *learned_in(const struct pairing_sheet *sheet, int64_t session_id, struct ch_arena *arena)
{
	if (!pairing_sheet_is_of_pair(sheet))
		return NULL;
	return first_line(pairing_sheet_wording(sheet, CH_TEXT_LEARNING, session_id, arena), arena);
}

/* What was learned, for the two; else how far the record is. */
static const char *record_cell(const struct scheme_list *list, const struct ch_row *row, struct ch_arena *arena)
{
	const char *learned = learned_in(sheet_of(list), row->id, arena);

	if (learned != NULL)
		return learned;
	if (!is(list, row, "state", "held"))
		return ch_arena_copy(arena, cancelled_by(list, row));
	if (!is(list, row, "complete", "yes"))
		return was_late(list, row) ? _("unfinished, late") : _("unfinished");
	return was_late(list, row) ? _("complete, late") : _("complete");
}

static char session_sign(const struct scheme_list *list, const struct ch_row *row)
{
	if (is(list, row, "state", "no_show"))
		return '!';
	if (is(list, row, "state", "held"))
		return is(list, row, "complete", "yes") ? '+' : '~';
	return '.';
}

static void session_name(const struct scheme_list *list, const struct ch_row *row, struct ch_buffer *out)
{
	char shown[16];

	ch_date_show(ch_date_from_iso(scheme_list_cell(list, row, "session_date")), list->desk->today, shown);
	ch_buffer_add(out, shown);
	if (is(list, row, "state", "arranged"))
		ch_buffer_add(out, _(", arranged: " KEY_(OPEN) " logs it"));
	else if (session_sign(list, row) == '~')
		ch_buffer_add(out, _(", unfinished record: " KEY_(OPEN) " finishes it"));
	else if (label_of(list, row, "state") != NULL)
		ch_buffer_printf(out, ", %s", label_of(list, row, "state"));
}

static const char *sessions_empty(const struct scheme_list *list)
{
	return ch_pairing_has_ended(sheet_of(list)->pairing.state) ? _("They never met.")
								    : _("No session yet. " KEY_(LOG) " logs "
									"one, " KEY_(ARRANGE) " arranges one.");
}

static const struct scheme_column session_columns[] = {
	{.key = "session_date", .rank = 0, .width = 11},
	{.key = "nth", .label = N_("No."), .type = CH_TYPE_NUMBER, .rank = 4, .width = 3, .make = number_cell},
	{.key = "took", .label = N_("Length"), .type = CH_TYPE_MINUTES, .rank = 2, .width = 6, .make = minutes_cell},
	{.key = "way", .label = N_("How"), .type = CH_TYPE_PHONE, .rank = 1, .width = 9, .make = how_cell},
	{.key = "record", .label = N_("Record"), .rank = 3, .width = 10, .make = record_cell},
};

const struct scheme_list_spec pairing_session_list = {
	.list = CH_LIST_SESSIONS,
	.columns = session_columns,
	.column_count = COUNT(session_columns),
	.fixed = true,
	.sign = session_sign,
	.name = session_name,
	.empty = sessions_empty,
};

/* ---- Actions -------------------------------------------------------------------------- */

static const char *whose_cell(const struct scheme_list *list, const struct ch_row *row, struct ch_arena *arena)
{
	const struct pairing_sheet *sheet = sheet_of(list);
	const struct ch_person *person = is(list, row, "owner", "guide") ? &sheet->guide : &sheet->learner;

	return ch_arena_copy(arena, person->first_name != NULL ? person->first_name : person->name);
}

static const char *what_cell(const struct scheme_list *list, const struct ch_row *row, struct ch_arena *arena)
{
	const struct pairing_sheet *sheet = sheet_of(list);

	return first_line(pairing_sheet_wording(sheet, CH_TEXT_ACTION, row->id, arena), arena);
}

static char action_sign(const struct scheme_list *list, const struct ch_row *row)
{
	return scheme_list_number(list, row, "overdue_days") > 0 ? '!' : '.';
}

static void action_name(const struct scheme_list *list, const struct ch_row *row, struct ch_buffer *out)
{
	struct ch_arena arena = CH_ARENA_EMPTY;
	const char *what = what_cell(list, row, &arena), *due = scheme_list_cell(list, row, "due_on");
	char shown[16];

	if (due != NULL)
		ch_buffer_printf(out, _("%s, action of %s"),
				 ch_date_show(ch_date_from_iso(due), list->desk->today, shown),
				 whose_cell(list, row, &arena));
	else
		ch_buffer_printf(out, _("Action of %s"), whose_cell(list, row, &arena));
	if (what != NULL)
		ch_buffer_printf(out, ": %s", what);
	int64_t days = scheme_list_number(list, row, "overdue_days");

	if (days > 0)
		ch_buffer_printf(out, _n(", %" PRId64 " day overdue", ", %" PRId64 " days overdue", days), days);
	ch_arena_release(&arena);
}

static const char *actions_empty(const struct scheme_list *list)
{
	(void)list;
	return _("No action is open. " KEY_(ADD) " adds one.");
}

/* What a list of open actions is but for its columns. */
#define ACTION_LIST(shown)                                                                                             \
	{                                                                                                              \
		.list = CH_LIST_ACTIONS,                                                                               \
		.columns = (shown),                                                                                    \
		.column_count = COUNT(shown),                                                                          \
		.filter = "state:open",                                                                                \
		.fixed = true,                                                                                         \
		.sign = action_sign,                                                                                   \
		.name = action_name,                                                                                   \
		.empty = actions_empty,                                                                                \
	}

static const struct scheme_column action_columns[] = {
	{.key = "due_on", .rank = 1, .width = 11},
	{.key = "whose", .label = N_("Whose"), .rank = 0, .width = 14, .make = whose_cell},
	{.key = "what", .label = N_("What"), .rank = 2, .width = 10, .make = what_cell},
};

const struct scheme_list_spec pairing_action_list = ACTION_LIST(action_columns);

/* The two know whose it is by what it says, which a narrow pane has room for and little else. */
static const struct scheme_column own_action_columns[] = {
	{.key = "due_on", .rank = 1, .width = 11},
	{.key = "what", .label = N_("What"), .rank = 0, .width = 14, .make = what_cell},
	{.key = "whose", .label = N_("Whose"), .rank = 2, .width = 14, .make = whose_cell},
};

const struct scheme_list_spec pairing_own_action_list = ACTION_LIST(own_action_columns);
