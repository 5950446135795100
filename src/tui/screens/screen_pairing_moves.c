/* From state to state, one pairing or many; and the reason that overrides a rule. */
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "tui/widgets/form_draft.h"
#include "tui/widgets/marked.h"
#include "tui/screens/screen_pairing_parts.h"

bool pairing_can(const struct desk *desk, int state, enum ch_operation operation)
{
	return ch_state_after(CH_PAIRING, state, operation) != 0 && desk_may(desk, operation);
}

bool override_show(struct override_shown *shown, const struct desk *desk, const struct ch_error *err)
{
	size_t length = strlen(shown->rules);

	if (*err->overridable == '\0' || !desk_may(desk, CH_OP_OVERRIDE_MAKE))
		return false;
	snprintf(shown->rules + length, sizeof(shown->rules) - length, "%s%s", length > 0 ? " " : "",
		 err->overridable);
	return true;
}

void override_give(struct override_shown *shown, struct ch_context *c, const char *reason, int64_t programme_id,
		   int64_t guide_id, int64_t learner_id)
{
	if (shown->programme_id != programme_id || shown->guide_id != guide_id || shown->learner_id != learner_id)
		*shown = (struct override_shown){
			.programme_id = programme_id, .guide_id = guide_id, .learner_id = learner_id};
	c->override_reason = *reason != '\0' ? reason : NULL;
	c->override_rules = shown->rules;
}

void override_take_back(struct ch_context *c)
{
	c->override_reason = NULL;
	c->override_rules = NULL;
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
	ch_error_fix(err, "%s", _("Tab goes to their panes"));
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

static enum ch_status move(struct ch_context *c, int64_t pairing_id, enum ch_operation operation, struct ch_error *err)
{
	switch (operation) {
	case CH_OP_PAIRING_START:
		return ch_pairing_start(c, pairing_id, CH_NO_DATE, err);
	case CH_OP_PAIRING_PAUSE:
		return ch_pairing_pause(c, pairing_id, CH_NO_DATE, err);
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
		return _("a new time together begins; y records what they agree now");
	}
}

static void say_done(struct app *app, int64_t pairing_id, enum ch_operation operation)
{
	struct ch_arena arena = CH_ARENA_EMPTY;

	app_changed(app);
	app_say(app, "%s: %s", desk_pair_name(desk_of(app), pairing_id, &arena), done_words(operation));
	ch_arena_release(&arena);
}

/* ---- All the same: the reason that overrides a rule ------------------------------------------- */

struct override {
	const struct desk *desk;
	struct override_shown shown;
	int64_t pairing_id;
	enum ch_operation operation;
};

static const struct form_field override_fields[] = {
	{.key = "reason",
	 .label = N_("Because"),
	 .help = N_("Esc to mend it; or why it is right all the same, kept and listed"),
	 .answers = true,
	 .type = CH_TYPE_LINES,
	 .required = true},
};

static enum ch_status override_save(struct app *app, struct form *form, void *data, struct ch_error *err)
{
	struct override *override = data;
	struct ch_context *c = override->desk->c;
	enum ch_status status;

	override_give(&override->shown, c, form_value(form, "reason"), 0, 0, 0);
	status = move(c, override->pairing_id, override->operation, err);
	override_take_back(c);
	if (status == CH_OK) {
		say_done(app, override->pairing_id, override->operation);
		return status;
	}
	if (override_show(&override->shown, override->desk, err))
		snprintf(err->field, sizeof(err->field), "reason");
	desk_tell_rule(err);
	return status;
}

static const struct form_ops override_ops = {.save = override_save, .close = free};

static void ask_override(struct app *app, int64_t pairing_id, enum ch_operation operation, struct ch_error *err)
{
	struct override *override = calloc(1, sizeof(*override));
	struct ch_arena arena = CH_ARENA_EMPTY;
	struct form *form;

	if (override == NULL)
		ch_abort("out of memory");
	*override = (struct override){.desk = desk_of(app), .pairing_id = pairing_id, .operation = operation};
	form = form_new(&override_ops, override, _("Refused"), override->desk->today,
			override_fields, 1);
	override_show(&override->shown, override->desk, err);
	desk_tell_rule(err);
	form_refuse(form, "reason", err->message, err->fix);
	form_draft_keep_as(app, form, ch_operation_info(operation)->code, pairing_id,
			   desk_pair_name(override->desk, pairing_id, &arena));
	form_open(app, form);
	ch_arena_release(&arena);
}

void pairing_move(struct app *app, int64_t pairing_id, enum ch_operation operation)
{
	struct desk *desk = desk_of(app);
	struct ch_error err = CH_NO_ERROR;

	if (move(desk->c, pairing_id, operation, &err) == CH_OK)
		say_done(app, pairing_id, operation);
	else if (override_show(&(struct override_shown){0}, desk, &err))
		ask_override(app, pairing_id, operation, &err);
	else
		desk_say_error(app, &err);
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
};

static enum ch_status move_one(void *data, int64_t pairing_id, struct ch_error *err)
{
	const struct move_of_all *all = data;

	return move(all->c, pairing_id, all->operation, err);
}

void pairing_move_all(struct app *app, enum ch_operation operation, const int64_t *ids, size_t count)
{
	struct move_of_all all = {desk_of(app)->c, operation};
	struct marked marked = marked_each(ids, count, move_one, &all);
	struct ch_arena arena = CH_ARENA_EMPTY;

	marked_tell(app, &marked, done_to_all(operation), desk_pair_name(desk_of(app), marked.first, &arena));
	ch_arena_release(&arena);
}
