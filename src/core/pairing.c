/*
 * The life of a pairing, but for its closing and re-opening (closure.c).
 */
#include "chiron/pairing.h"

#include "chiron/person.h"
#include "chiron/programme.h"
#include "chiron/state.h"
#include "core/enrolment.h"
#include "core/fact_day.h"
#include "core/leave.h"
#include "core/match/proposal.h"
#include "core/may.h"
#include "core/pairing.h"
#include "core/scheme_private.h"
#include "core/state_change.h"
#include "store/record.h"
#include "store/stmt.h"

static enum ch_status is_above(struct db *db, int64_t above, int64_t person, bool *found, struct ch_error *err)
{
	struct stmt *q = stmt_ready(db, SQL_PERSON_ABOVE);

	stmt_bind_int(q, "person", person);
	stmt_bind_int(q, "above", above);
	enum ch_status status = stmt_step(q, found, err);
	stmt_reset(q);
	return status;
}

static enum ch_status refuse_programme(const struct ch_programme *programme, struct ch_error *err)
{
	if (programme->state == CH_PROGRAMME_IS_OPEN || programme->state == CH_PROGRAMME_IS_RUNNING)
		return CH_OK;
	if (programme->state == CH_PROGRAMME_IS_DESIGN) {
		ch_fail_rule(err, "R20", _("%s is still in design: no pairing is made before it opens"),
			     programme->name);
		return ch_error_fix(err, _("open it: `chiron programme open`"));
	}
	ch_fail(err, CH_DATA, _("%s is closing or closed: no pairing is made in it, because its time is over"),
		programme->name);
	return ch_error_fix(err, _("make it in a programme that is open (`chiron programme list`), or begin another: "
				   "`chiron programme add`"));
}

static enum ch_status insert_spell(struct change *change, struct ch_pairing *pairing, int64_t number, ch_date made_on,
				   struct ch_error *err)
{
	struct ch_spell spell;

	ch_record_clear(ch_entity_of(CH_SPELL), &spell);
	spell.pairing_id = pairing->pairing_id;
	spell.number = number;
	spell.made_on = made_on;
	TRY(change_insert(change, CH_SPELL, &spell, err));
	pairing->spell_id = spell.spell_id;
	return change_update(change, CH_PAIRING, pairing, err);
}

/*
 * A mentee is not made somebody's mentor by a slip: who is known to be something else has to be enrolled as it first.
 */
static enum ch_status refuse_other_role(struct change *change, const struct ch_programme *programme, int64_t person_id,
					int role, const char *field_key, struct ch_error *err)
{
	const struct ch_choice *names = ch_field_named(ch_entity_of(CH_PERSON), "roles")->choices;
	struct ch_person person;
	int64_t enrolment_id;

	TRY(change_get(change, CH_PERSON, person_id, &person, err));
	TRY(enrolment_find(change, programme->programme_id, person_id, role, &enrolment_id, err));
	if (enrolment_id != 0 || person.roles == 0 || (person.roles & 1 << role))
		return CH_OK;
	ch_fail_field(err, field_key, _("%s is not a %s but a %s"), person.name, _(names[role].label),
		      ch_roles_show(person.roles, &change->arena));
	return ch_error_fix(err, _("choose another person, or give them that role first: `chiron person set`"));
}

static enum ch_status set_kind(struct change *change, const struct ch_programme *programme,
			       struct ch_pairing *pairing, struct ch_error *err)
{
	bool manages = false;

	if (programme->kind == CH_KIND_COACHING)
		TRY(is_above(change->db, pairing->guide_id, pairing->learner_id, &manages, err));
	pairing->programme_id = programme->programme_id;
	pairing->kind = programme->kind;
	pairing->manager_coach = manages ? CH_YES : CH_NO;
	return CH_OK;
}

enum ch_status pairing_place(struct change *change, const struct ch_programme *programme, int learner_state,
			     struct ch_pairing *pairing, struct ch_error *err)
{
	int guide_role = ch_kind_guide_role(programme->kind), learner_role = ch_kind_learner_role(programme->kind);
	bool made;

	TRY(refuse_programme(programme, err));
	TRY(refuse_other_role(change, programme, pairing->guide_id, guide_role, "guide_id", err));
	TRY(refuse_other_role(change, programme, pairing->learner_id, learner_role, "learner_id", err));
	TRY(enrolment_take_guide(change, programme, pairing->guide_id, CH_ENROLMENT_READY, err));
	TRY(enrolment_ensure(change, programme, pairing->learner_id, learner_role, learner_state, &made, err));
	return set_kind(change, programme, pairing, err);
}

enum ch_status pairing_insert(struct change *change, const struct ch_programme *programme, struct ch_pairing *pairing,
			      struct ch_error *err)
{
	TRY(set_kind(change, programme, pairing, err));
	pairing->pairing_id = 0;
	pairing->row_version = 0;
	pairing->spell_id = 0;
	pairing->sessions_held = pairing->open_actions = pairing->unfinished_records = 0;
	TRY(change_insert(change, CH_PAIRING, pairing, err));
	return insert_spell(change, pairing, 1, pairing->made_on, err);
}

enum ch_status pairing_make(struct change *change, struct ch_pairing *pairing, struct ch_error *err)
{
	struct ch_programme programme;

	if (pairing->guide_id == pairing->learner_id) {
		ch_fail_rule(err, "R1", _("nobody is paired with themself"));
		return ch_error_fix(err, _("choose two people"));
	}
	TRY(change_get(change, CH_PROGRAMME, pairing->programme_id, &programme, err));
	TRY(pairing_place(change, &programme, CH_ENROLMENT_APPLIED, pairing, err));
	if (change->c->learner_ready != NULL)
		TRY(readiness_of_learner(change, &programme, pairing->learner_id, change->c->learner_ready, err));
	pairing->state = CH_PAIRING_CONTRACTING;
	if (pairing->made_on == CH_NO_DATE)
		pairing->made_on = change->today;
	TRY(fact_day_check(change, CH_PAIRING, "made_on", pairing->made_on, err));
	TRY(leave_refuse_two(change, pairing->guide_id, pairing->learner_id, pairing->made_on, err));
	TRY(proposal_supersede(change, pairing->programme_id, 0, pairing->learner_id, CH_OP_PAIRING_ADD, err));
	return pairing_insert(change, &programme, pairing, err);
}

/* With whom else the learner is paired there; 0: with nobody else. The same two again are refused (R1). */
static enum ch_status paired_with(struct db *db, const struct ch_pairing *pairing, struct ch_arena *arena,
				  struct ch_person *guide, int64_t *pairing_id, struct ch_error *err)
{
	struct stmt *q = stmt_ready(db, SQL_LIVE_PAIRING_OF_LEARNER);
	struct ch_pairing live;
	bool row = false;

	stmt_bind_int(q, "person_id", pairing->learner_id);
	stmt_bind_int(q, "programme_id", pairing->programme_id);
	enum ch_status status = stmt_step(q, &row, err);
	*pairing_id = status == CH_OK && row ? stmt_id(q, "pairing_id") : 0;
	stmt_reset(q);
	if (status != CH_OK || *pairing_id == 0)
		return status;
	TRY(record_get(db, ch_entity_of(CH_PAIRING), *pairing_id, arena, &live, err));
	if (live.guide_id == pairing->guide_id)
		*pairing_id = 0;
	return record_get(db, ch_entity_of(CH_PERSON), live.guide_id, arena, guide, err);
}

enum ch_status ch_pairing_foresee(struct ch_context *c, const struct ch_pairing *pairing, struct ch_arena *arena,
				  const char **text, struct ch_error *err)
{
	struct db *db = c->scheme->db;
	struct ch_person guide, learner, with;
	int64_t pairing_id;
	bool above = false;

	*text = NULL;
	TRY(may(c, CH_OP_PAIRING_ADD, CH_PAIRING, 0, err));
	TRY(record_get(db, ch_entity_of(CH_PERSON), pairing->guide_id, arena, &guide, err));
	TRY(record_get(db, ch_entity_of(CH_PERSON), pairing->learner_id, arena, &learner, err));
	TRY(paired_with(db, pairing, arena, &with, &pairing_id, err));
	TRY(is_above(db, pairing->guide_id, pairing->learner_id, &above, err));
	if (pairing_id != 0)
		*text = ch_arena_printf(arena, _("%s is paired in this programme already, with %s (pairing %lld)"),
					learner.name, with.name, (long long)pairing_id);
	else if (above)
		*text = ch_arena_printf(arena, _("%s is above %s in the reporting line: let them speak of power (R35)"),
					guide.name, learner.name);
	return CH_OK;
}

enum ch_status ch_pairing_add(struct ch_context *c, struct ch_pairing *pairing, struct ch_error *err)
{
	struct change change;

	TRY(change_begin(&change, c, CH_OP_PAIRING_ADD, CH_PAIRING, 0, err));
	return change_end(&change, pairing_make(&change, pairing, err), err);
}

enum ch_status ch_pairing_get(struct ch_context *c, int64_t pairing_id, struct ch_arena *arena,
			      struct ch_pairing *pairing, struct ch_error *err)
{
	TRY(may(c, CH_OP_PAIRING_READ, CH_PAIRING, pairing_id, err));
	return record_get(c->scheme->db, ch_entity_of(CH_PAIRING), pairing_id, arena, pairing, err);
}

enum ch_status ch_spell_get(struct ch_context *c, int64_t spell_id, struct ch_arena *arena, struct ch_spell *spell,
			    struct ch_error *err)
{
	TRY(may(c, CH_OP_PAIRING_READ, CH_SPELL, spell_id, err));
	TRY(record_get(c->scheme->db, ch_entity_of(CH_SPELL), spell_id, arena, spell, err));
	may_redact(c, ch_entity_of(CH_SPELL), spell, true);
	return CH_OK;
}

enum ch_status ch_pairing_start(struct ch_context *c, int64_t pairing_id, ch_date on, struct ch_error *err)
{
	struct change change;
	struct pairing_view view;
	struct ch_programme programme;

	TRY(change_begin(&change, c, CH_OP_PAIRING_START, CH_PAIRING, pairing_id, err));
	enum ch_status status = pairing_view_get(&change, pairing_id, &view, err);
	if (status == CH_OK)
		status = state_move(CH_PAIRING, &view.pairing.state, CH_OP_PAIRING_START, view.names, err);
	if (status == CH_OK)
		status = change_get(&change, CH_PROGRAMME, view.pairing.programme_id, &programme, err);
	if (status == CH_OK && programme.state == CH_PROGRAMME_IS_OPEN) {
		programme.state = ch_state_after(CH_PROGRAMME, programme.state, CH_OP_PAIRING_START);
		status = change_update(&change, CH_PROGRAMME, &programme, err);
	}
	if (status == CH_OK && on != CH_NO_DATE)
		status = pairing_check_day(&change, &view, "started_on", on, err);
	if (status == CH_OK) {
		view.spell.started_on = on == CH_NO_DATE ? change.today : on;
		status = change_update(&change, CH_SPELL, &view.spell, err);
	}
	if (status == CH_OK)
		status = pairing_refresh(&change, &view, err);
	return change_end(&change, status, err);
}

/* Until when a pause lasts that begins on `day`; as facts are, it may be over already. */
static enum ch_status check_until(ch_date day, ch_date until, struct ch_error *err)
{
	if (until == CH_NO_DATE || until > day)
		return CH_OK;
	ch_fail_field(err, "pause_until", _("the pause would be over before it begins"));
	return ch_error_fix(err, _("give a later day, or none where nobody knows yet"));
}

static enum ch_status pause_or_resume(struct ch_context *c, int64_t pairing_id, enum ch_operation operation, ch_date on,
				      ch_date until, struct ch_error *err)
{
	bool pause = operation == CH_OP_PAIRING_PAUSE;
	struct change change;
	struct pairing_view view;

	TRY(change_begin(&change, c, operation, CH_PAIRING, pairing_id, err));
	enum ch_status status = pairing_view_get(&change, pairing_id, &view, err);
	if (status == CH_OK)
		status = state_move(CH_PAIRING, &view.pairing.state, operation, view.names, err);
	if (status == CH_OK && on != CH_NO_DATE)
		status = pairing_check_day(&change, &view,
					   pause ? "paused_on" : "resumed_on", on, err);
	if (status == CH_OK && pause)
		status = check_until(on == CH_NO_DATE ? change.today : on, until, err);
	if (status == CH_OK && !pause && on != CH_NO_DATE && on < view.spell.paused_on)
		status = ch_fail_field(err, "resumed_on", _("it would resume before it was paused"));
	if (status == CH_OK) {
		ch_date day = on == CH_NO_DATE ? change.today : on;
		view.spell.paused_on = pause ? day : CH_NO_DATE;
		view.spell.pause_until = pause ? until : CH_NO_DATE;
		view.spell.resumed_on = pause ? CH_NO_DATE : day;
		status = change_update(&change, CH_SPELL, &view.spell, err);
	}
	if (status == CH_OK)
		status = pairing_refresh(&change, &view, err);
	return change_end(&change, status, err);
}

enum ch_status ch_pairing_pause(struct ch_context *c, int64_t pairing_id, ch_date on, ch_date until,
				struct ch_error *err)
{
	return pause_or_resume(c, pairing_id, CH_OP_PAIRING_PAUSE, on, until, err);
}

enum ch_status ch_pairing_resume(struct ch_context *c, int64_t pairing_id, ch_date on, struct ch_error *err)
{
	return pause_or_resume(c, pairing_id, CH_OP_PAIRING_RESUME, on, CH_NO_DATE, err);
}
