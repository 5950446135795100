#include "tui/desk.h"

#include <inttypes.h>
#include <string.h>

#include "tui/widgets/refusal.h"

bool desk_may(const struct desk *desk, enum ch_operation operation)
{
	const enum ch_scope *scope = ch_operation_info(operation)->scope;

	if (desk_is_coordinator(desk))
		return scope[CH_ACTOR_COORDINATOR] != CH_SCOPE_NONE &&
		       !(desk->c->actor.limited && scope[CH_ACTOR_COORDINATOR] == CH_SCOPE_WHOLE);
	return scope[CH_ACTOR_GUIDE] != CH_SCOPE_NONE || scope[CH_ACTOR_LEARNER] != CH_SCOPE_NONE;
}

void desk_tell_rule(struct ch_error *err)
{
	struct ch_error told = CH_NO_ERROR;

	if (*err->rule == '\0' || strstr(err->message, err->rule) != NULL)
		return;
	ch_fail(&told, err->status, "%s (%s)", err->message, err->rule);
	memcpy(err->message, told.message, sizeof(err->message));
}

void desk_say_error(struct app *app, const struct ch_error *err)
{
	struct ch_error shown = *err;

	desk_tell_rule(&shown);
	app_say_error(app, &shown);
}

struct desk_task {
	struct ch_context *c;
	enum ch_status (*run)(void *data, struct ch_error *err);
	void *data;
};

static enum ch_status run_task(void *data, const struct ch_work *work, struct ch_error *err)
{
	const struct desk_task *task = data;

	task->c->work = work;
	task->run(task->data, err);
	task->c->work = NULL;
	return err->status;
}

enum ch_status desk_work(struct app *app, const struct work_spec *spec,
			 enum ch_status (*run)(void *data, struct ch_error *err), void *data, struct ch_error *err)
{
	struct desk_task task = {.c = desk_of(app)->c, .run = run, .data = data};

	return work_run(app, spec, run_task, &task, err);
}

/* Behind the first line of the message: what is pointed out below is no part of what is undone. */
static void add_to_first_line(struct ch_buffer *message, const char *text)
{
	struct ch_buffer whole = CH_BUFFER_EMPTY;
	size_t first = strcspn(message->text, "\n");

	ch_buffer_printf(&whole, "%.*s%s%s", (int)first, message->text, text, message->text + first);
	ch_buffer_release(message);
	*message = whole;
}

/* What cannot be undone is not offered to be. */
static void offer_undo(struct app *app, int64_t step_id)
{
	struct ch_arena arena = CH_ARENA_EMPTY;
	struct ch_error ignored = CH_NO_ERROR;
	struct ch_undone step;
	char key[KEY_NAME_SIZE];

	if (ch_step_get(desk_of(app)->c, step_id, &arena, &step, &ignored) == CH_OK &&
	    step.step.final == CH_NOT_FINAL && *command_key(app->keymap, COMMAND_UNDO, IN_VIEWS, key) != '\0')
		add_to_first_line(&app->message, ch_arena_printf(&arena, _(" (%s: undo)"), key));
	ch_arena_release(&arena);
}

void desk_handling(struct app *app, bool over)
{
	struct ch_scheme *scheme = desk_of(app)->c->scheme;

	if (scheme == NULL)
		return;
	if (!over) {
		ch_steps_join(scheme);
		return;
	}
	int64_t step_id = ch_steps_part(scheme);
	if (step_id != 0) {
		struct desk *desk = desk_of(app);

		desk->first_step = desk->first_step == 0 ? step_id : desk->first_step;
		desk->last_step = step_id;
	}
	if (step_id != 0 && app->message.length > 0 && app->message_keys == 0)
		offer_undo(app, step_id);
}

bool desk_done(struct app *app, enum ch_status status, const struct ch_error *err, const char *format, ...)
{
	struct ch_buffer message = CH_BUFFER_EMPTY;
	va_list args;

	if (status != CH_OK) {
		desk_say_error(app, err);
		return false;
	}
	va_start(args, format);
	ch_buffer_vprintf(&message, format, args);
	va_end(args);
	app_changed(app);
	app_say(app, "%s", message.text);
	ch_buffer_release(&message);
	return true;
}

enum { POINTED_OUT_MOST = 3 /* more than these are read in Today, not at the foot of a screen */ };

void desk_point_out(struct app *app, enum ch_occasion occasion, int64_t subject_id)
{
	struct ch_arena arena = CH_ARENA_EMPTY;
	struct ch_error ignored = CH_NO_ERROR;
	struct ch_findings found;

	if (ch_point_out(desk_of(app)->c, occasion, subject_id, &arena, &found, &ignored) != CH_OK)
		found.count = 0;
	for (size_t i = 0; i < found.count && i < POINTED_OUT_MOST; i++) {
		const struct ch_finding *finding = &found.items[i];

		ch_buffer_printf(&app->message, "\n~ %s (%s): ", finding->says, ch_check_source(finding->check));
		refusal_add_fix(&app->message,
				ch_arena_printf(&arena, "%s: `%s`", _(finding->check->fix), finding->command),
				app->keymap);
	}
	if (found.count > POINTED_OUT_MOST)
		ch_buffer_printf(&app->message, _("\n~ and %zu more, in Today"), found.count - POINTED_OUT_MOST);
	ch_arena_release(&arena);
}

const char *desk_pair_name(const struct desk *desk, int64_t pairing_id, struct ch_arena *arena)
{
	struct ch_error ignored = CH_NO_ERROR;
	struct ch_pairing pairing;

	if (ch_pairing_get(desk->c, pairing_id, arena, &pairing, &ignored) != CH_OK)
		return "";
	return ch_arena_printf(arena, "%s - %s", desk_name(desk, CH_PERSON, pairing.guide_id, arena),
			       desk_name(desk, CH_PERSON, pairing.learner_id, arena));
}

const char *desk_short_name(const struct ch_person *person, const struct ch_person *other)
{
	if (person->first_name == NULL ||
	    (other->first_name != NULL && strcmp(person->first_name, other->first_name) == 0))
		return person->name;
	return person->first_name;
}

int desk_kind(const struct desk *desk, int64_t programme_id)
{
	struct ch_arena arena = CH_ARENA_EMPTY;
	struct ch_error ignored = CH_NO_ERROR;
	struct ch_programme programme;
	int kind = CH_KIND_MENTORING;

	if (ch_programme_get(desk->c, programme_id, &arena, &programme, &ignored) == CH_OK)
		kind = programme.kind;
	ch_arena_release(&arena);
	return kind;
}

const char *desk_name(const struct desk *desk, enum ch_entity_id entity, int64_t id, struct ch_arena *arena)
{
	struct ch_error ignored = CH_NO_ERROR;
	struct ch_enrolment enrolment;
	struct ch_programme programme;
	struct ch_person person;

	if (id == 0)
		return "";
	if (entity == CH_PAIRING)
		return desk_pair_name(desk, id, arena);
	if (entity == CH_PERSON && ch_person_get(desk->c, id, arena, &person, &ignored) == CH_OK)
		return person.name;
	if (entity == CH_PROGRAMME && ch_programme_get(desk->c, id, arena, &programme, &ignored) == CH_OK)
		return programme.name;
	if (entity == CH_ENROLMENT && ch_enrolment_get(desk->c, id, arena, &enrolment, &ignored) == CH_OK)
		return desk_name(desk, CH_PERSON, enrolment.person_id, arena);
	if (ch_part_owner(entity) != CH_NO_ENTITY) {
		const char *name = ch_part_name(desk->c, entity, id, arena);

		return name != NULL ? name : "";
	}
	if (entity == CH_GOAL)
		return ch_arena_printf(arena, "%" PRId64, id);
	return "";
}
