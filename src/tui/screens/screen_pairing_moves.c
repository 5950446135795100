/* From state to state, one pairing or many; and the reason that overrides a rule. */
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "tui/widgets/marked.h"
#include "tui/widgets/override.h"
#include "tui/screens/screen_pairing_parts.h"

bool pairing_can(const struct desk *desk, int state, enum ch_operation operation)
{
	return ch_state_after(CH_PAIRING, state, operation) != 0 && desk_may(desk, operation);
}

/* ---- Why not --------------------------------------------------------------------------------- */

/* From state to state. */
static enum ch_operation move_of(enum command command, int state)
{
	switch (command) {
	case COMMAND_START:
		return CH_OP_PAIRING_START;
	case COMMAND_PAUSE:
		return state == CH_PAIRING_PAUSED ? CH_OP_PAIRING_RESUME : CH_OP_PAIRING_PAUSE;
	case COMMAND_CLOSE:
		return CH_OP_PAIRING_CLOSE;
	case COMMAND_REOPEN:
		return CH_OP_PAIRING_REOPEN;
	default:
		return CH_NO_OPERATION;
	}
}

/* What only two who go on together do. */
static enum ch_operation live_operation(enum command command)
{
	switch (command) {
	case COMMAND_AGREE:
		return CH_OP_PAIRING_AGREE;
	case COMMAND_ARRANGE:
		return CH_OP_SESSION_ARRANGE;
	case COMMAND_ADD:
		return CH_OP_ACTION_ADD;
	case COMMAND_GOAL:
		return CH_OP_GOAL_ADD;
	case COMMAND_KIND:
		return CH_OP_PAIRING_CHANGE;
	case COMMAND_RATE:
		return CH_OP_GOAL_RATE;
	case COMMAND_HAND_OVER:
		return CH_OP_PAIRING_HAND_OVER;
	case COMMAND_SO_FAR:
		return CH_OP_PAIRING_SO_FAR;
	case COMMAND_BRIEF:
		return CH_OP_BRIEF_WRITE;
	case COMMAND_CHECKIN:
		return CH_OP_CHECKIN_ADD;
	default:
		return CH_NO_OPERATION;
	}
}

/* "Ann Lee and Bo Vega", as refusals name two. */
static const char *names_of(const struct desk *desk, int64_t pairing_id, struct ch_arena *arena)
{
	struct ch_error ignored = CH_NO_ERROR;
	struct ch_pairing pairing;

	if (ch_pairing_get(desk->c, pairing_id, arena, &pairing, &ignored) != CH_OK)
		return "";
	return ch_arena_printf(arena, _("%s and %s"), desk_name(desk, CH_PERSON, pairing.guide_id, arena),
			       desk_name(desk, CH_PERSON, pairing.learner_id, arena));
}

bool pairing_why_unfocused(enum command command, struct ch_error *err)
{
	const char *lacks = command == COMMAND_EDIT ? _("no session or goal is in focus")
			    : command == COMMAND_DONE || command == COMMAND_FORWARD || command == COMMAND_DELETE
				    ? _("no action or goal is in focus")
				    : NULL;

	if (lacks == NULL)
		return false;
	ch_fail(err, CH_DATA, "%s", lacks);
	ch_error_fix(err, "%s", _(KEY_(PANE_NEXT) " goes to their panes"));
	return true;
}

void pairing_why(const struct desk *desk, int64_t pairing_id, int state, int kind, enum command command,
		 struct ch_error *err)
{
	enum ch_operation move = move_of(command, state), live = live_operation(command);
	struct ch_arena arena = CH_ARENA_EMPTY;
	const char *names = names_of(desk, pairing_id, &arena);

	if (move != CH_NO_OPERATION && desk_may(desk, move))
		ch_state_check(CH_PAIRING, state, move, names, err);
	else if (live != CH_NO_OPERATION && desk_may(desk, live) && ch_pairing_has_ended(state))
		ch_state_live_check(state, live, names, err);
	else if (command == COMMAND_INTRODUCTIONS && kind == CH_KIND_COACHING)
		ch_fail(err, CH_DATA, "%s", _("a mentor opens doors, and this is coaching"));
	else if ((command == COMMAND_MANAGER || command == COMMAND_THREE_WAY) && kind == CH_KIND_MENTORING)
		ch_fail(err, CH_DATA, "%s", _("a line manager has a part in coaching, and this is mentoring"));
	ch_arena_release(&arena);
}

/* ---- One move ------------------------------------------------------------------------------ */

static enum ch_status move(struct ch_context *c, int64_t pairing_id, enum ch_operation operation, ch_date until,
			   struct ch_error *err)
{
	switch (operation) {
	case CH_OP_PAIRING_START:
		return ch_pairing_start(c, pairing_id, CH_NO_DATE, err);
	case CH_OP_PAIRING_PAUSE:
		return ch_pairing_pause(c, pairing_id, CH_NO_DATE, until, err);
	case CH_OP_PAIRING_RESUME:
		return ch_pairing_resume(c, pairing_id, CH_NO_DATE, err);
	case CH_OP_PAIRING_REOPEN:
		return ch_pairing_reopen(c, pairing_id, CH_NO_DATE, err);
	default:
		ch_abort("a pairing has no such move");
	}
}

static const char *done_words(enum ch_operation operation)
{
	switch (operation) {
	case CH_OP_PAIRING_START:
		return _("started: sessions are due from today on");
	case CH_OP_PAIRING_PAUSE:
		return _("paused: nothing is due until it resumes");
	case CH_OP_PAIRING_RESUME:
		return _("active again: sessions are due from today on");
	default:
		return _("a new time together begins; " KEY_(AGREE) " records what they agree now");
	}
}

static void say_done(struct app *app, int64_t pairing_id, enum ch_operation operation)
{
	struct ch_arena arena = CH_ARENA_EMPTY;

	app_changed(app);
	app_say(app, "%s: %s", desk_pair_name(desk_of(app), pairing_id, &arena), done_words(operation));
	if (operation == CH_OP_PAIRING_START)
		desk_point_out(app, CH_AT_START, pairing_id);
	ch_arena_release(&arena);
}

struct retried {
	int64_t pairing_id;
	enum ch_operation operation;
	ch_date until;
};

static enum ch_status move_again(struct app *app, void *data, struct ch_error *err)
{
	const struct retried *retried = data;

	if (move(desk_of(app)->c, retried->pairing_id, retried->operation, retried->until, err) == CH_OK)
		say_done(app, retried->pairing_id, retried->operation);
	return err->status;
}

void pairing_move(struct app *app, int64_t pairing_id, enum ch_operation operation, ch_date until)
{
	struct retried *retried = malloc(sizeof(*retried));
	struct ch_arena arena = CH_ARENA_EMPTY;
	struct ch_error err = CH_NO_ERROR;

	if (retried == NULL)
		ch_abort("out of memory");
	*retried = (struct retried){pairing_id, operation, until};
	const struct override_request request = {.draft = ch_operation_info(operation)->code,
						 .subject_id = pairing_id,
						 .about = desk_pair_name(desk_of(app), pairing_id, &arena),
						 .retry = move_again,
						 .data = retried};
	if (move_again(app, retried, &err) == CH_OK || !override_ask(app, &request, &err)) {
		free(retried);
		if (err.status != CH_OK)
			desk_say_error(app, &err);
	}
	ch_arena_release(&arena);
}

/* ---- Until when a pause lasts ---- */

void pairing_pause_note(const struct desk *desk, const char *text, struct ch_buffer *out)
{
	struct ch_error err = CH_NO_ERROR;
	char shown[16];
	ch_date date;

	if (*text == '\0')
		ch_buffer_add(out, _("Enter alone: nobody knows yet   Esc: back"));
	else if (ch_date_parse(text, desk->today, true, &date, &err) == CH_OK)
		ch_buffer_printf(out, _("= %s   Enter: pause   Esc: back"), ch_date_show(date, desk->today, shown));
	else
		ch_buffer_add(out, _("+2w, in 3 months and 4 dec all work"));
}

enum ch_status pairing_pause_day(const struct desk *desk, const char *text, ch_date *until, struct ch_error *err)
{
	*until = CH_NO_DATE;
	if (*text == '\0')
		return CH_OK;
	if (ch_date_parse(text, desk->today, true, until, err) == CH_OK && *until <= desk->today)
		ch_fail(err, CH_DATA, "%s", _("that day is no day ahead: when do they mean to go on?"));
	return err->status;
}

/* ---- Many ------------------------------------------------------------------------------------- */

static const char *done_to_all(enum ch_operation operation)
{
	switch (operation) {
	case CH_OP_PAIRING_START:
		return _("started");
	case CH_OP_PAIRING_PAUSE:
		return _("paused");
	default:
		return _("active again");
	}
}

struct move_of_all {
	struct ch_context *c;
	enum ch_operation operation;
	ch_date until;
	int64_t *left; /* those that refused */
	size_t left_count;
};

static enum ch_status move_one(void *data, int64_t pairing_id, struct ch_error *err)
{
	struct move_of_all *all = data;

	if (move(all->c, pairing_id, all->operation, all->until, err) != CH_OK)
		all->left[all->left_count++] = pairing_id;
	return err->status;
}

void pairing_move_marked(struct app *app, enum ch_operation operation, ch_date until, struct list *list)
{
	struct ch_arena arena = CH_ARENA_EMPTY;
	const int64_t *ids;
	size_t count = list_marked(list, &ids);
	struct move_of_all all = {
		desk_of(app)->c, operation, until, ch_arena_array(&arena, count, sizeof(*ids)), 0};
	struct marked marked = marked_each(ids, count, move_one, &all);

	list_unmark(list);
	for (size_t i = 0; i < all.left_count; i++)
		list_mark(list, all.left[i], true);
	marked_tell(app, &marked, done_to_all(operation), desk_pair_name(desk_of(app), marked.first, &arena));
	ch_arena_release(&arena);
}
