#include "core/journal/step.h"

#include <string.h>

#include "chiron/agreement.h"
#include "chiron/answer.h"
#include "chiron/feedback.h"
#include "chiron/release.h"
#include "core/check/check_template.h"
#include "core/scheme_private.h"
#include "store/record.h"
#include "store/stmt.h"

static const enum statement_id called[CH_ENTITY_COUNT] = {
	[CH_SCHEME] = SQL_CALLED_SCHEME,
	[CH_PERSON] = SQL_CALLED_PERSON,
	[CH_PROGRAMME] = SQL_CALLED_PROGRAMME,
	[CH_SETTINGS] = SQL_CALLED_SETTINGS,
	[CH_COORDINATOR] = SQL_CALLED_COORDINATOR,
	[CH_CHARGE] = SQL_CALLED_CHARGE,
	[CH_COHORT] = SQL_CALLED_COHORT,
	[CH_OBJECTIVE] = SQL_CALLED_OBJECTIVE,
	[CH_REQUIREMENT] = SQL_CALLED_REQUIREMENT,
	[CH_ELIGIBILITY] = SQL_CALLED_ELIGIBILITY,
	[CH_CREDENTIAL] = SQL_CALLED_CREDENTIAL,
	[CH_ENROLMENT] = SQL_CALLED_ENROLMENT,
	[CH_PROPOSAL] = SQL_CALLED_PROPOSAL,
	[CH_COMMITTEE_MEMBER] = SQL_CALLED_COMMITTEE_MEMBER,
	[CH_MATCH_WEIGHT] = SQL_CALLED_MATCH_WEIGHT,
	[CH_PAIR_RULE] = SQL_CALLED_PAIR_RULE,
	[CH_WISH] = SQL_CALLED_WISH,
	[CH_MATCH_RUN] = SQL_CALLED_MATCH_RUN,
	[CH_APPROVAL] = SQL_CALLED_APPROVAL,
	[CH_PAIRING] = SQL_CALLED_PAIRING,
	[CH_SPELL] = SQL_CALLED_SPELL,
	[CH_AGREEMENT] = SQL_CALLED_AGREEMENT,
	[CH_SESSION] = SQL_CALLED_SESSION,
	[CH_GOAL] = SQL_CALLED_GOAL,
	[CH_ACTION] = SQL_CALLED_ACTION,
	[CH_CHECKIN] = SQL_CALLED_CHECKIN,
	[CH_REFERRAL] = SQL_CALLED_REFERRAL,
	[CH_RELEASE] = SQL_CALLED_RELEASE,
	[CH_INTRODUCTION] = SQL_CALLED_INTRODUCTION,
	[CH_ASSESSMENT] = SQL_CALLED_ASSESSMENT,
	[CH_MANAGER_FEEDBACK] = SQL_CALLED_MANAGER_FEEDBACK,
	[CH_FEEDBACK] = SQL_CALLED_FEEDBACK,
	[CH_ANSWER] = SQL_CALLED_ANSWER,
	[CH_OVERRIDE] = SQL_CALLED_OVERRIDE,
	[CH_OWN_FILE] = SQL_CALLED_OWN_FILE,
	[CH_IMPORT_BATCH] = SQL_CALLED_IMPORT_BATCH,
	[CH_MAPPING] = SQL_CALLED_MAPPING,
	[CH_CUSTOM_FIELD] = SQL_CALLED_CUSTOM_FIELD,
	[CH_HANDLING] = SQL_CALLED_HANDLING,
	[CH_MERGED] = SQL_CALLED_MERGED,
	[CH_STEP] = SQL_CALLED_STEP,
};

enum ch_status step_called(struct db *db, enum ch_entity_id entity, int64_t id, struct ch_arena *arena,
			   const char **who, ch_date *about_on, struct ch_error *err)
{
	struct stmt *q = stmt_ready(db, called[entity]);
	bool row = false;

	*who = NULL;
	*about_on = CH_NO_DATE;
	stmt_bind_int(q, "id", id);
	enum ch_status status = stmt_step(q, &row, err);
	if (status == CH_OK && row) {
		*who = stmt_copy(q, "who", arena);
		*about_on = stmt_date(q, "about_on");
	}
	stmt_reset(q);
	return status;
}

/* ---- While a change is open ---- */

enum ch_status step_begin(struct change *change, struct ch_error *err)
{
	change->c->scheme->notes = (struct step_notes){0};
	if (change->object_id == 0)
		return CH_OK;
	return step_called(change->db, change->entity, change->object_id, &change->arena, &change->who,
			   &change->about_on, err);
}

static bool is_answered(const struct ch_release *release)
{
	return release != NULL && release->approved != CH_UNSAID;
}

/* An answer that counts in outcomes stays: taken out of its batch of five, it could be told from the figures (R72). */
static bool is_counted(const struct ch_feedback *feedback)
{
	return feedback != NULL && feedback->state == CH_FEEDBACK_IS_RECEIVED && feedback->form != CH_FEEDBACK_COMFORT;
}

/*
 * What the two answered of each other, and what they consented to, is never undone. Readiness, which a coordinator may
 * confirm of many with one key, is, and so is a comfort check, which is no figure: a slip there is taken back.
 */
static int final_of(const struct ch_entity *entity, const void *before, const void *after)
{
	const struct ch_agreement *old = before, *new = after;
	const struct ch_answer *answer = after != NULL ? after : before;

	if (entity->id == CH_REFERRAL)
		return CH_FINAL_ANSWER;
	if (entity->id == CH_RELEASE)
		return is_answered(before) || is_answered(after) ? CH_FINAL_ANSWER : CH_NOT_FINAL;
	if (entity->id == CH_FEEDBACK)
		return is_counted(after) ? CH_FINAL_ANSWER : CH_NOT_FINAL;
	if (entity->id == CH_ANSWER)
		return answer->subject == CH_ABOUT_ENROLMENT ? CH_NOT_FINAL : CH_FINAL_ANSWER;
	if (entity->id != CH_AGREEMENT)
		return CH_NOT_FINAL;
	bool was = old != NULL && old->share_action_wording == CH_YES;
	bool is = new != NULL && new->share_action_wording == CH_YES;
	return was != is ? CH_FINAL_ANSWER : CH_NOT_FINAL;
}

void step_note(struct change *change, const struct ch_entity *entity, const void *before, const void *after)
{
	struct step_notes *notes = &change->c->scheme->notes;

	notes->changed++;
	if (entity->id == ch_operation_info(change->operation)->entity) {
		notes->of_kind++;
		notes->made |= before == NULL;
	}
	/* Made one, what people answered bears another number, and says what it said. */
	if (notes->final == CH_NOT_FINAL && change->operation != CH_OP_PERSON_MERGE)
		notes->final = final_of(entity, before, after);
}

void step_note_text(struct change *change, bool removed)
{
	struct step_notes *notes = &change->c->scheme->notes;

	notes->wrote = true;
	if (removed)
		notes->final = CH_FINAL_REMOVED;
}

/* ---- When it ends ---- */

/* Done to all of a programme, say, and not to one record. */
static bool is_of_many(enum ch_operation operation, enum ch_entity_id entity)
{
	return ch_operation_info(operation)->entity != entity;
}

static bool is_import(enum ch_operation operation)
{
	return operation == CH_OP_IMPORT || operation == CH_OP_IMPORT_UNDO;
}

static enum ch_status grow(struct change *change, int final, struct ch_error *err)
{
	struct stmt *q = stmt_ready(change->db, SQL_STEP_GROWS);
	const struct ch_choice *finals = ch_field_named(ch_entity_of(CH_STEP), "final")->choices;

	stmt_bind_int(q, "step_id", change->c->scheme->step);
	stmt_bind_text(q, "operation", ch_operation_info(change->operation)->code);
	stmt_bind_text(q, "final", final == CH_NOT_FINAL ? NULL : finals[final].code);
	return stmt_run(q, NULL, err);
}

static void describe(const struct change *change, struct ch_step *step)
{
	const struct ch_scheme *scheme = change->c->scheme;

	step->operation = ch_operation_info(change->operation)->code;
	step->entity = ch_entity_of(change->entity)->name;
	step->object_id = change->object_id;
	step->who = change->who;
	step->about_on = change->about_on;
	step->records = is_of_many(change->operation, change->entity) ? scheme->notes.of_kind : 1;
}

static enum ch_status insert(struct change *change, int final, struct ch_error *err)
{
	struct ch_step step;

	ch_record_clear(ch_entity_of(CH_STEP), &step);
	step.step_id = change->c->scheme->step;
	step.at = change->now;
	step.actor_id = ch_actor_key(&change->c->actor);
	step.final = final;
	describe(change, &step);
	return record_insert(change->db, ch_entity_of(CH_STEP), &step, err);
}

/*
 * What was made says more of what was done than what was changed on the way, and a pairing more than the enrolment it
 * needed (entities stand in that order): it gives the step its name.
 */
static enum ch_status rename_step(struct change *change, int final, struct ch_error *err)
{
	const struct ch_entity *entity = ch_entity_of(CH_STEP);
	struct ch_step step;

	TRY(record_get(change->db, entity, change->c->scheme->step, &change->arena, &step, err));
	if (step.final == CH_NOT_FINAL)
		step.final = final;
	describe(change, &step);
	return record_update(change->db, entity, &step, err);
}

static enum ch_status name_object(struct change *change, struct ch_error *err)
{
	if (change->who != NULL)
		return CH_OK;
	return step_called(change->db, change->entity, change->object_id, &change->arena, &change->who,
			   &change->about_on, err);
}

enum ch_status step_record(struct change *change, struct ch_error *err)
{
	struct ch_scheme *scheme = change->c->scheme;
	int final = is_import(change->operation) ? CH_FINAL_IMPORT : scheme->notes.final;

	if (change->operation == CH_OP_FEEDBACK_LAPSE) /* nobody's action */
		return CH_OK;
	if (!change->outermost || change->operation == CH_OP_STEP_UNDO || change->operation == CH_OP_STEP_REDO)
		return CH_OK;
	if (scheme->notes.changed == 0 && !scheme->notes.wrote && !is_import(change->operation))
		return CH_OK;
	bool further = scheme->joined && scheme->joined_step == scheme->step;
	int kind = scheme->notes.made ? (int)ch_operation_info(change->operation)->entity : CH_NO_ENTITY;
	if (further && kind <= scheme->joined_kind)
		return grow(change, final, err);
	TRY(name_object(change, err));
	TRY(further ? rename_step(change, final, err) : insert(change, final, err));
	if (scheme->joined)
		scheme->joined_step = scheme->step;
	scheme->joined_kind = kind;
	return CH_OK;
}

void ch_steps_join(struct ch_scheme *scheme)
{
	scheme->joined = true;
	scheme->joined_step = 0;
}

int64_t ch_steps_part(struct ch_scheme *scheme)
{
	scheme->joined = false;
	return scheme->joined_step;
}

/* ---- In words ---- */

struct words {
	const char *who, *on;
};

static const char *value_of(void *context, const char *column)
{
	const struct words *words = context;

	return strcmp(column, "on") == 0 ? words->on : words->who;
}

/* "12 Nov": within a line of the history the weekday is in the way. */
static const char *day(ch_date date, ch_date today, struct ch_arena *arena)
{
	char shown[16];
	const char *first = ch_date_show(date, today, shown);

	return ch_arena_copy(arena, first + strcspn(first, "0123456789"));
}

/* "Bo Diaz / Ann Lee" is "Bo Diaz and Ann Lee" in a sentence. */
static const char *names(const char *who, struct ch_arena *arena)
{
	const char *slash = who == NULL ? NULL : strstr(who, " / ");

	if (slash == NULL)
		return who;
	return ch_arena_printf(arena, _("%.*s and %s"), (int)(slash - who), who, slash + 3);
}

const char *ch_step_words(const struct ch_step *step, ch_date today, struct ch_arena *arena)
{
	const struct ch_entity *entity = ch_entity_named(step->entity);
	enum ch_operation operation = ch_operation_named(step->operation);
	struct words words = {.who = names(step->who, arena), .on = day(step->about_on, today, arena)};

	if (operation == CH_NO_OPERATION || entity == NULL)
		return step->operation;
	const struct ch_operation_info *info = ch_operation_info(operation);
	bool of_many = is_of_many(operation, entity->id);
	if (of_many)
		words.who = ch_arena_printf(arena, _("%lld in %s"), (long long)step->records,
					    words.who == NULL ? "-" : words.who);
	const char *text = check_template_fill(*info->done == '\0' ? _(info->label) : _(info->done), value_of, &words,
					       today, arena);
	if (!of_many && step->records > 1)
		text = ch_arena_printf(arena, _("%s, and %lld more"), text, (long long)step->records - 1);
	return text;
}

const char *step_record_name(struct db *db, enum ch_entity_id entity, int64_t id, ch_date today,
			     struct ch_arena *arena)
{
	struct ch_error ignored = CH_NO_ERROR;
	const char *noun = _(ch_entity_of(entity)->noun), *who;
	ch_date on;

	if (step_called(db, entity, id, arena, &who, &on, &ignored) != CH_OK || who == NULL)
		return ch_arena_printf(arena, "%s %lld", noun, (long long)id);
	if (entity == CH_PERSON || entity == CH_PROGRAMME || entity == CH_SCHEME)
		return who;
	if (on == CH_NO_DATE)
		return ch_arena_printf(arena, _("the %s of %s"), noun, names(who, arena));
	return ch_arena_printf(arena, _("the %s of %s with %s"), noun, day(on, today, arena), names(who, arena));
}
