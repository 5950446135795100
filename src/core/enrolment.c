#include "chiron/enrolment.h"

#include <string.h>

#include "chiron/part.h"
#include "chiron/person.h"
#include "chiron/programme.h"
#include "chiron/state.h"
#include "core/journal/change.h"
#include "core/check/override.h"
#include "core/custom_field.h"
#include "core/enrolment.h"
#include "core/fact_day.h"
#include "core/id_list.h"
#include "core/match/proposal.h"
#include "core/may.h"
#include "core/scheme_private.h"
#include "core/state_change.h"
#include "model/choices.h"
#include "store/record.h"
#include "store/stmt.h"

enum ch_status enrolment_find(struct change *change, int64_t programme_id, int64_t person_id, int role,
			      int64_t *enrolment_id, struct ch_error *err)
{
	struct stmt *q = stmt_ready(change->db, SQL_ENROLMENT_OF);
	bool row = false;

	stmt_bind_int(q, "programme_id", programme_id);
	stmt_bind_int(q, "person_id", person_id);
	stmt_bind_text(q, "role", choices_role[role].code);
	enum ch_status status = stmt_step(q, &row, err);
	*enrolment_id = status == CH_OK && row ? stmt_id(q, "enrolment_id") : 0;
	stmt_reset(q);
	return status;
}

static enum ch_status other_goes_on(struct change *change, const struct ch_pairing *pairing, bool *other,
				    struct ch_error *err)
{
	struct stmt *q = stmt_ready(change->db, SQL_OTHER_OF_LEARNER_IN_PROGRAMME);

	stmt_bind_int(q, "programme_id", pairing->programme_id);
	stmt_bind_int(q, "learner_id", pairing->learner_id);
	stmt_bind_int(q, "pairing_id", pairing->pairing_id);
	enum ch_status status = stmt_step(q, other, err);
	stmt_reset(q);
	return status;
}

/* To `state`, where they are in one of the two. */
static enum ch_status move_learner(struct change *change, const struct ch_pairing *pairing, int from, int or_from,
				   int state, struct ch_error *err)
{
	struct ch_enrolment enrolment;
	int64_t enrolment_id;

	TRY(enrolment_find(change, pairing->programme_id, pairing->learner_id, ch_kind_learner_role(pairing->kind),
			   &enrolment_id, err));
	if (enrolment_id == 0)
		return CH_OK;
	TRY(change_get(change, CH_ENROLMENT, enrolment_id, &enrolment, err));
	if (enrolment.state != from && enrolment.state != or_from)
		return CH_OK;
	enrolment.state = state;
	return change_update(change, CH_ENROLMENT, &enrolment, err);
}

enum ch_status enrolment_end_learner(struct change *change, const struct ch_pairing *pairing,
				     enum ch_enrolment_state state, struct ch_error *err)
{
	bool other = false;

	TRY(other_goes_on(change, pairing, &other, err));
	return other ? CH_OK
		     : move_learner(change, pairing, CH_ENROLMENT_READY, CH_ENROLMENT_APPLIED, state, err);
}

enum ch_status enrolment_withdraw_all(struct change *change, int64_t person_id, struct ch_error *err)
{
	struct id_list parts = ID_LIST_EMPTY;
	struct ch_enrolment enrolment;
	struct stmt *q = stmt_ready(change->db, SQL_OPEN_ENROLMENTS_OF_PERSON);

	stmt_bind_int(q, "person_id", person_id);
	enum ch_status status = id_list_read(&parts, q, "id", err);
	for (size_t i = 0; status == CH_OK && i < parts.count; i++) {
		status = change_get(change, CH_ENROLMENT, parts.ids[i], &enrolment, err);
		enrolment.state = CH_ENROLMENT_WITHDRAWN;
		if (status == CH_OK)
			status = change_update(change, CH_ENROLMENT, &enrolment, err);
	}
	id_list_release(&parts);
	return status;
}

enum ch_status enrolment_withdraw_gone(struct change *change, int64_t person_id, struct ch_error *err)
{
	struct ch_person person;
	bool goes_on = false;

	TRY(change_get(change, CH_PERSON, person_id, &person, err));
	if (!ch_person_has_left(&person, change->today))
		return CH_OK;
	struct stmt *q = stmt_ready(change->db, SQL_LIVE_PAIRING_OF_PERSON);

	stmt_bind_int(q, "person_id", person_id);
	enum ch_status status = stmt_step(q, &goes_on, err);
	stmt_reset(q);
	return status != CH_OK || goes_on ? status : enrolment_withdraw_all(change, person_id, err);
}

enum ch_status enrolment_resume_learner(struct change *change, const struct ch_pairing *pairing, bool withdrew,
					struct ch_error *err)
{
	int also = withdrew ? CH_ENROLMENT_WITHDRAWN : CH_ENROLMENT_COMPLETED;

	return move_learner(change, pairing, CH_ENROLMENT_COMPLETED, also, CH_ENROLMENT_READY, err);
}

static enum ch_status find(struct change *change, const struct ch_enrolment *enrolment, int64_t *id,
			   struct ch_error *err)
{
	return enrolment_find(change, enrolment->programme_id, enrolment->person_id, enrolment->role, id, err);
}

static enum ch_status check_role(const struct ch_programme *programme, const struct ch_enrolment *enrolment,
				 struct ch_error *err)
{
	int guide = ch_kind_guide_role(programme->kind), learner = ch_kind_learner_role(programme->kind);

	if (enrolment->role == guide || enrolment->role == learner)
		return CH_OK;
	return ch_fail_field(err, "role", _("%s is a %s programme: its roles are %s and %s, not %s"), programme->name,
			     _(choices_kind[programme->kind].label), _(choices_role[guide].label),
			     _(choices_role[learner].label),
			     enrolment->role == 0 ? _("nothing") : _(choices_role[enrolment->role].label));
}

enum ch_status enrolment_insert(struct change *change, const struct ch_programme *programme,
				struct ch_enrolment *enrolment, struct ch_error *err)
{
	TRY(check_role(programme, enrolment, err));
	enrolment->enrolment_id = 0;
	enrolment->row_version = 0;
	enrolment->batch_id = change->c->scheme->batch_id;
	if (enrolment->state == CH_NO_ENROLMENT_STATE)
		enrolment->state = CH_ENROLMENT_APPLIED;
	if (enrolment->applied_on == CH_NO_DATE)
		enrolment->applied_on = change->today;
	if (enrolment->state == CH_ENROLMENT_READY && enrolment->ready_on == CH_NO_DATE)
		enrolment->ready_on = change->today;
	return change_insert(change, CH_ENROLMENT, enrolment, err);
}

enum ch_status enrolment_ensure(struct change *change, const struct ch_programme *programme, int64_t person_id,
				int role, enum ch_enrolment_state state, bool *made, struct ch_error *err)
{
	struct ch_enrolment enrolment;
	int64_t id;

	*made = false;
	ch_record_clear(ch_entity_of(CH_ENROLMENT), &enrolment);
	enrolment.programme_id = programme->programme_id;
	enrolment.person_id = person_id;
	enrolment.role = role;
	enrolment.state = (int)state;
	TRY(find(change, &enrolment, &id, err));
	if (id != 0)
		return CH_OK;
	*made = true;
	return enrolment_insert(change, programme, &enrolment, err);
}

enum ch_status enrolment_take_guide(struct change *change, const struct ch_programme *programme, int64_t person_id,
				    enum ch_enrolment_state state, struct ch_error *err)
{
	int role = ch_kind_guide_role(programme->kind);
	struct ch_enrolment enrolment;
	int64_t id;
	bool made;

	TRY(enrolment_ensure(change, programme, person_id, role, state, &made, err));
	if (made || state != CH_ENROLMENT_READY)
		return CH_OK;
	TRY(enrolment_find(change, programme->programme_id, person_id, role, &id, err));
	TRY(change_get(change, CH_ENROLMENT, id, &enrolment, err));
	if (enrolment.state != CH_ENROLMENT_APPLIED)
		return CH_OK;
	enrolment.state = CH_ENROLMENT_READY;
	enrolment.ready_on = change->today;
	return change_update(change, CH_ENROLMENT, &enrolment, err);
}

/* ---- Adding ------------------------------------------------------------------------ */

/* A cohort is of the same programme. */
static enum ch_status check_cohort(struct change *change, const struct ch_enrolment *enrolment, struct ch_error *err)
{
	struct ch_cohort cohort;

	if (enrolment->cohort_id == 0)
		return CH_OK;
	TRY(change_get(change, CH_COHORT, enrolment->cohort_id, &cohort, err));
	if (cohort.programme_id == enrolment->programme_id)
		return CH_OK;
	ch_fail_field(err, "cohort_id", _("the cohort %s is of another programme"), cohort.name);
	return ch_error_fix(err, _("choose a cohort of this programme: `chiron cohort list --programme %lld`"),
			    (long long)enrolment->programme_id);
}

/* Who comes back is not enrolled twice: the enrolment that ended goes on. */
static enum ch_status refuse_enrolled(struct change *change, const struct ch_programme *programme,
				      const struct ch_person *person, int64_t existing, struct ch_error *err)
{
	struct ch_enrolment enrolment;

	TRY(change_get(change, CH_ENROLMENT, existing, &enrolment, err));
	ch_fail(err, CH_DATA, _("%s is enrolled in %s as %s already (no. %lld): %s"), person->name, programme->name,
		_(choices_role[enrolment.role].label), (long long)existing,
		_(choices_enrolment_state[enrolment.state].label));
	if (enrolment.state != CH_ENROLMENT_WITHDRAWN && enrolment.state != CH_ENROLMENT_COMPLETED)
		return err->status;
	if (person->left_on != CH_NO_DATE)
		return ch_error_fix(err, _("they have left; `chiron person return %lld` takes them in again"),
				    (long long)person->person_id);
	return ch_error_fix(err, _("they take part again with `chiron enrolment set %lld --state %s`"),
			    (long long)existing,
			    enrolment.state == CH_ENROLMENT_COMPLETED ? "ready" : "applied");
}

/* Who is known only as a learner does not become a guide by a slip: that role is given to them first. */
static enum ch_status refuse_learner_as_guide(struct change *change, const struct ch_programme *programme,
					      const struct ch_person *person, int role, struct ch_error *err)
{
	const int guides = 1 << CH_ROLE_COACH | 1 << CH_ROLE_MENTOR;
	const struct ch_field *roles = ch_field_named(ch_entity_of(CH_PERSON), "roles");
	struct ch_person with = *person;

	if (role != ch_kind_guide_role(programme->kind) || person->roles == 0 || (person->roles & guides) != 0)
		return CH_OK;
	with.roles |= 1 << role;
	ch_fail_field(err, "role", _("%s is a %s, not a %s"), person->name,
		      ch_roles_show(person->roles, &change->arena), _(choices_role[role].label));
	return ch_error_fix(err, _("enrol them as %s, or give them that role first: "
				   "`chiron person set %lld --roles '%s'`"),
			    _(choices_role[ch_kind_learner_role(programme->kind)].label), (long long)person->person_id,
			    ch_field_text(roles, &with, &change->arena));
}

static enum ch_status add(struct change *change, struct ch_enrolment *enrolment, struct ch_error *err)
{
	struct ch_programme programme;
	struct ch_person person;
	int64_t existing;

	TRY(change_get(change, CH_PROGRAMME, enrolment->programme_id, &programme, err));
	TRY(change_get(change, CH_PERSON, enrolment->person_id, &person, err));
	TRY(check_role(&programme, enrolment, err));
	TRY(refuse_learner_as_guide(change, &programme, &person, enrolment->role, err));
	TRY(check_cohort(change, enrolment, err));
	TRY(fact_day_check(change, CH_ENROLMENT, "applied_on", enrolment->applied_on, err));
	TRY(find(change, enrolment, &existing, err));
	if (existing != 0)
		return refuse_enrolled(change, &programme, &person, existing, err);
	TRY(enrolment_insert(change, &programme, enrolment, err));
	if (enrolment->state != CH_ENROLMENT_READY)
		return CH_OK;
	return readiness_confirm(change, enrolment, person.name, &(struct ch_said){.on = CH_NO_DATE}, err);
}

enum ch_status ch_enrolment_add(struct ch_context *c, struct ch_enrolment *enrolment, struct ch_error *err)
{
	struct change change;

	TRY(change_begin(&change, c, CH_OP_ENROLMENT_ADD, CH_ENROLMENT, 0, err));
	return change_end(&change, add(&change, enrolment, err), err);
}

/* ---- Changing ------------------------------------------------------------------- */

/* A pairing of the learner in the programme that is not ending; 0: none. */
static enum ch_status live_pairing(struct change *change, int64_t person_id, int64_t programme_id,
				   int64_t *pairing_id, struct ch_error *err)
{
	struct stmt *q = stmt_ready(change->db, SQL_LIVE_PAIRING_OF_LEARNER);
	bool live = false;

	stmt_bind_int(q, "person_id", person_id);
	stmt_bind_int(q, "programme_id", programme_id);
	enum ch_status status = stmt_step(q, &live, err);
	*pairing_id = status == CH_OK && live ? stmt_id(q, "pairing_id") : 0;
	stmt_reset(q);
	return status;
}

enum ch_status enrolment_refuse_recommending(struct change *change, int64_t programme_id, int64_t learner_id,
					     struct ch_error *err)
{
	struct ch_person learner;
	int64_t pairing_id;
	bool excused;

	TRY(live_pairing(change, learner_id, programme_id, &pairing_id, err));
	if (pairing_id == 0)
		return CH_OK;
	TRY(override_excuses(change, "R17", "late-recommendation", pairing_id, programme_id, &excused, err));
	if (excused)
		return CH_OK;
	TRY(change_get(change, CH_PERSON, learner_id, &learner, err));
	ch_fail_rule(err, "R17", _("%s is paired already (pairing %lld): a manager recommends before that, not after"),
		     learner.name, (long long)pairing_id);
	ch_error_overridable(err, "R17");
	return ch_error_fix(err, _("leave it out; in mentoring the manager has no part in a pairing (R61)"));
}

static bool is_recommended_anew(const struct ch_enrolment *before, const struct ch_enrolment *enrolment)
{
	const struct ch_field *field = ch_field_named(ch_entity_of(CH_ENROLMENT), "recommendation");

	return enrolment->recommendation != NULL && !ch_field_equal(field, before, enrolment);
}

/* Whoever is found not ready, stands aside or withdraws is proposed to nobody. */
static enum ch_status waits_no_longer(struct change *change, const struct ch_enrolment *enrolment,
				      struct ch_error *err)
{
	bool learner = readiness_is_asked(enrolment);

	if (enrolment->state == CH_ENROLMENT_APPLIED || enrolment->state == CH_ENROLMENT_READY)
		return CH_OK;
	return proposal_supersede(change, enrolment->programme_id, learner ? 0 : enrolment->person_id,
				  learner ? enrolment->person_id : 0, CH_OP_ENROLMENT_SET, err);
}

enum ch_status enrolment_set(struct change *change, struct ch_enrolment *enrolment, const struct ch_said *said,
			     struct ch_error *err)
{
	struct ch_enrolment before;
	struct ch_person person;

	TRY(change_get(change, CH_ENROLMENT, enrolment->enrolment_id, &before, err));
	TRY(change_get(change, CH_PERSON, before.person_id, &person, err));
	enrolment->programme_id = before.programme_id;
	enrolment->person_id = before.person_id;
	enrolment->role = before.role;
	if (readiness_is_asked(enrolment) && is_recommended_anew(&before, enrolment))
		TRY(enrolment_refuse_recommending(change, enrolment->programme_id, enrolment->person_id, err));
	TRY(check_cohort(change, enrolment, err));
	if (enrolment->applied_on != before.applied_on)
		TRY(fact_day_check(change, CH_ENROLMENT, "applied_on", enrolment->applied_on, err));
	if (enrolment->state != before.state) {
		int state = before.state;
		TRY(state_move_to(CH_ENROLMENT, &state, CH_OP_ENROLMENT_SET, enrolment->state, person.name, err));
		if (state == CH_ENROLMENT_READY) {
			enrolment->ready_on = change->today;
			enrolment->not_ready_because = NULL;
		}
		TRY(waits_no_longer(change, enrolment, err));
	}
	if (enrolment->state == CH_ENROLMENT_READY && (said != NULL || before.state != CH_ENROLMENT_READY))
		TRY(readiness_confirm(change, enrolment, person.name,
				      said != NULL ? said : &(struct ch_said){.on = CH_NO_DATE}, err));
	return change_update(change, CH_ENROLMENT, enrolment, err);
}

enum ch_status ch_enrolment_set(struct ch_context *c, struct ch_enrolment *enrolment, struct ch_error *err)
{
	struct change change;

	TRY(change_begin(&change, c, CH_OP_ENROLMENT_SET, CH_ENROLMENT, enrolment->enrolment_id, err));
	return change_end(&change, enrolment_set(&change, enrolment, NULL, err), err);
}

enum ch_status ch_enrolment_get(struct ch_context *c, int64_t enrolment_id, struct ch_arena *arena,
				struct ch_enrolment *enrolment, struct ch_error *err)
{
	const struct ch_entity *entity = ch_entity_of(CH_ENROLMENT);

	TRY(may(c, CH_OP_ENROLMENT_READ, CH_ENROLMENT, enrolment_id, err));
	TRY(record_get(c->scheme->db, entity, enrolment_id, arena, enrolment, err));
	may_redact(c, entity, enrolment, true);
	enrolment->custom_values = custom_values_redacted(c, CH_ENROLMENT, enrolment->custom_values, arena);
	return CH_OK;
}

static enum ch_status enrol_role(struct change *change, const struct ch_programme *programme, int role,
				 int64_t *enrolled,
				 struct ch_error *err)
{
	struct id_list people = ID_LIST_EMPTY;
	struct stmt *q = stmt_ready(change->db, SQL_PEOPLE_TO_ENROL);

	stmt_bind_text(q, "role", choices_role[role].code);
	stmt_bind_int(q, "programme_id", programme->programme_id);
	enum ch_status status = id_list_read(&people, q, "person_id", err);
	for (size_t i = 0; status == CH_OK && i < people.count; i++) {
		bool made;
		status = enrolment_ensure(change, programme, people.ids[i], role, CH_ENROLMENT_APPLIED, &made, err);
		*enrolled += made;
	}
	id_list_release(&people);
	return status;
}

enum ch_status ch_enrolment_add_all(struct ch_context *c, int64_t programme_id, int64_t *enrolled, struct ch_error *err)
{
	struct change change;
	struct ch_programme programme;

	*enrolled = 0;
	TRY(change_begin(&change, c, CH_OP_ENROLMENT_ADD, CH_PROGRAMME, programme_id, err));
	enum ch_status status = change_get(&change, CH_PROGRAMME, programme_id, &programme, err);
	if (status == CH_OK)
		status = enrol_role(&change, &programme, ch_kind_guide_role(programme.kind), enrolled, err);
	if (status == CH_OK)
		status = enrol_role(&change, &programme, ch_kind_learner_role(programme.kind), enrolled, err);
	return change_end(&change, status, err);
}

enum ch_status ch_enrolment_usual_role(struct ch_context *c, int64_t person_id, int64_t programme_id, int *role,
				       struct ch_error *err)
{
	struct ch_arena arena = CH_ARENA_EMPTY;
	struct ch_programme programme;
	struct ch_person person;
	int guide, learner;

	if (ch_person_get(c, person_id, &arena, &person, err) == CH_OK &&
	    ch_programme_get(c, programme_id, &arena, &programme, err) == CH_OK) {
		guide = ch_kind_guide_role(programme.kind);
		learner = ch_kind_learner_role(programme.kind);
		*role = person.roles & 1 << guide ? guide : learner;
		if (!(person.roles & 1 << guide) == !(person.roles & 1 << learner)) {
			ch_fail_field(err, "role", _("it is not said as what %s takes part in %s"), person.name,
				      programme.name);
			ch_error_fix(err, _("Say which side they are on"));
		}
	}
	ch_arena_release(&arena);
	return err->status;
}
