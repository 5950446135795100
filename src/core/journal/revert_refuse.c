#include "core/journal/revert_refuse.h"

#include "chiron/answer.h"
#include "chiron/pair_text.h"
#include "core/in_use.h"
#include "core/journal/step.h"
#include "model/choices.h"
#include "store/record.h"
#include "store/stmt.h"

/* Who changed a record last, and when. */
struct toucher {
	int64_t step;
	const char *name; /* NULL: the coordinator */
	bool me;
	const char *when; /* "12 Nov"; NULL: not in the journal */
};

static enum ch_status find_toucher(struct change *change, const struct ch_entity *entity, int64_t id,
				   struct toucher *toucher, struct ch_error *err)
{
	struct stmt *q = stmt_ready(change->db, SQL_NEWEST_CHANGE_OF);
	struct ch_arena *arena = &change->arena;
	char shown[CH_DATE_WORDS_SIZE];
	bool row = false;

	*toucher = (struct toucher){0};
	stmt_bind_text(q, "entity", entity->name);
	stmt_bind_int(q, "object_id", id);
	enum ch_status status = stmt_step(q, &row, err);
	if (status == CH_OK && row) {
		const char *at = stmt_copy(q, "at", arena);
		toucher->step = stmt_int(q, "step");
		toucher->name = stmt_copy(q, "actor", arena);
		toucher->me = stmt_id(q, "actor_id") == ch_actor_key(&change->c->actor);
		ch_date on = ch_date_from_iso(ch_arena_copy_bytes(arena, at, 10));
		toucher->when = ch_arena_copy(arena, ch_date_words(on, change->today, shown));
	}
	stmt_reset(q);
	return status;
}

static const char *by_whom(const struct toucher *toucher, struct ch_arena *arena)
{
	if (toucher->when == NULL)
		return _("meanwhile");
	if (toucher->me)
		return ch_arena_printf(arena, _("by you on %s"), toucher->when);
	return ch_arena_printf(arena, _("by %s on %s"), toucher->name == NULL ? _("the coordinator") : toucher->name,
			       toucher->when);
}

/* One's own later change can be undone first; what others did is mended by hand. */
static enum ch_status say_fix(const struct toucher *toucher, struct ch_error *err)
{
	if (toucher->me && toucher->when != NULL)
		return ch_error_fix(err, _("undo change %lld first, which `chiron history` lists"),
				    (long long)toucher->step);
	return ch_error_fix(err, _("nothing was changed; correct it by hand instead"));
}

enum ch_status refuse_changed(struct change *change, const struct ch_entity *entity, int64_t id,
			      const struct ch_field *field, struct ch_error *err)
{
	const char *name = step_record_name(change->db, entity->id, id, change->today, &change->arena);
	struct toucher toucher;

	TRY(find_toucher(change, entity, id, &toucher, err));
	if (field == NULL)
		ch_fail(err, CH_DATA, _("%s was made or removed since, %s"), name, by_whom(&toucher, &change->arena));
	else
		ch_fail(err, CH_DATA, _("%s was changed since: %s, %s"), name, _(field->label),
			by_whom(&toucher, &change->arena));
	return say_fix(&toucher, err);
}

static enum ch_status refuse_referred(struct change *change, const struct ch_entity *entity, int64_t id,
				      struct ch_error *err)
{
	const struct ch_entity *by;
	struct toucher toucher;
	int64_t by_id;

	TRY(record_referrer(change->db, entity, id, &by, &by_id, err));
	if (by == NULL)
		return CH_OK;
	const char *name = step_record_name(change->db, entity->id, id, change->today, &change->arena);
	TRY(find_toucher(change, by, by_id, &toucher, err));
	ch_fail(err, CH_DATA, _("%s is needed by %s, %s"), name,
		step_record_name(change->db, by->id, by_id, change->today, &change->arena),
		by_whom(&toucher, &change->arena));
	return say_fix(&toucher, err);
}

static enum ch_status finds(struct stmt *q, bool *found, struct ch_error *err)
{
	enum ch_status status = stmt_step(q, found, err);

	stmt_reset(q);
	return status;
}

/* What somebody else wrote about a session, action or goal would be left without it. */
static enum ch_status refuse_written(struct change *change, const struct ch_step *step,
				     const struct ch_entity *entity, int64_t id, struct ch_error *err)
{
	static const struct {
		enum ch_entity_id entity;
		enum ch_text_kind kind;
	} written[] = {{CH_SESSION, CH_TEXT_TOPICS},
		       {CH_SESSION, CH_TEXT_LEARNING},
		       {CH_ACTION, CH_TEXT_ACTION},
		       {CH_ACTION, CH_TEXT_TRIED},
		       {CH_GOAL, CH_TEXT_GOAL},
		       {CH_RELEASE, CH_TEXT_RELEASE},
		       {CH_INTRODUCTION, CH_TEXT_INTRODUCTION},
		       {CH_ASSESSMENT, CH_TEXT_ASSESSMENT},
		       {CH_MANAGER_FEEDBACK, CH_TEXT_MANAGER_FEEDBACK}};
	bool found = false;

	for (size_t i = 0; i < sizeof written / sizeof written[0] && !found; i++) {
		if (written[i].entity != entity->id)
			continue;
		struct stmt *q = stmt_ready(change->db, SQL_TEXT_OF_OTHERS);
		stmt_bind_text(q, "kind", choices_text_kind[written[i].kind].code);
		stmt_bind_int(q, "object_id", id);
		stmt_bind_int(q, "step", step->step_id);
		TRY(finds(q, &found, err));
	}
	if (!found)
		return CH_OK;
	ch_fail(err, CH_DATA, _("somebody has written more about %s since"),
		step_record_name(change->db, entity->id, id, change->today, &change->arena));
	return ch_error_fix(err, _("nothing was changed; what the pair wrote is not left without its record"));
}

static enum ch_status refuse_answered(struct change *change, const struct ch_entity *entity, int64_t id,
				      struct ch_error *err)
{
	bool found = false;

	if (entity->id != CH_SPELL && entity->id != CH_ENROLMENT)
		return CH_OK;
	struct stmt *q = stmt_ready(change->db, SQL_ANSWER_ABOUT);
	stmt_bind_text(q, "subject",
		       choices_subject[entity->id == CH_SPELL ? CH_ABOUT_SPELL : CH_ABOUT_ENROLMENT].code);
	stmt_bind_int(q, "subject_id", id);
	TRY(finds(q, &found, err));
	if (!found)
		return CH_OK;
	ch_fail(err, CH_DATA, _("%s has answers of the people in it, and those are never undone"),
		step_record_name(change->db, entity->id, id, change->today, &change->arena));
	return ch_error_fix(err, entity->id == CH_SPELL ? _("close the pairing instead: `chiron pairing close`")
							: _("withdraw the enrolment instead: `chiron enrolment set`"));
}

/* A pairing refers to its people, not to their enrolments. */
static enum ch_status refuse_used(struct change *change, const struct ch_entity *entity, int64_t id,
				  struct ch_error *err)
{
	const char *why;

	if (entity->id != CH_ENROLMENT)
		return CH_OK;
	TRY(in_use_by(change->db, SQL_ENROLMENT_IS_USED, id, &why, err));
	if (why == NULL)
		return CH_OK;
	ch_fail(err, CH_DATA, "%s %s", step_record_name(change->db, entity->id, id, change->today, &change->arena),
		why);
	return ch_error_fix(err, _("take that back first, or withdraw the enrolment: `chiron enrolment set`"));
}

enum ch_status refuse_needed(struct change *change, const struct ch_step *step, const struct ch_entity *entity,
			     int64_t id, struct ch_error *err)
{
	TRY(refuse_answered(change, entity, id, err));
	TRY(refuse_used(change, entity, id, err));
	TRY(refuse_written(change, step, entity, id, err));
	return refuse_referred(change, entity, id, err);
}
