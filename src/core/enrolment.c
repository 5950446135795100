#include "chiron/enrolment.h"

#include "chiron/person.h"
#include "chiron/programme.h"
#include "chiron/state.h"
#include "core/change.h"
#include "core/enrolment.h"
#include "core/id_list.h"
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
	if (enrolment->state == CH_ENROLMENT_READY)
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

static enum ch_status add(struct change *change, struct ch_enrolment *enrolment, struct ch_error *err)
{
	struct ch_programme programme;
	struct ch_person person;
	int64_t existing;

	TRY(change_get(change, CH_PROGRAMME, enrolment->programme_id, &programme, err));
	TRY(change_get(change, CH_PERSON, enrolment->person_id, &person, err));
	TRY(check_role(&programme, enrolment, err));
	TRY(find(change, enrolment, &existing, err));
	if (existing != 0)
		return ch_fail(err, CH_DATA, _("%s is enrolled in %s as %s already (no. %lld)"), person.name,
			       programme.name, _(choices_role[enrolment->role].label), (long long)existing);
	return enrolment_insert(change, &programme, enrolment, err);
}

enum ch_status ch_enrolment_add(struct ch_context *c, struct ch_enrolment *enrolment, struct ch_error *err)
{
	struct change change;

	TRY(change_begin(&change, c, CH_OP_ENROLMENT_ADD, CH_ENROLMENT, 0, err));
	return change_end(&change, add(&change, enrolment, err), err);
}

static enum ch_status set(struct change *change, struct ch_enrolment *enrolment, struct ch_error *err)
{
	struct ch_enrolment before;
	struct ch_person person;

	TRY(change_get(change, CH_ENROLMENT, enrolment->enrolment_id, &before, err));
	TRY(change_get(change, CH_PERSON, before.person_id, &person, err));
	enrolment->programme_id = before.programme_id;
	enrolment->person_id = before.person_id;
	enrolment->role = before.role;
	if (enrolment->state != before.state) {
		int state = before.state;
		TRY(state_move_to(CH_ENROLMENT, &state, CH_OP_ENROLMENT_SET, enrolment->state, person.name, err));
		if (state == CH_ENROLMENT_READY)
			enrolment->ready_on = change->today;
	}
	return change_update(change, CH_ENROLMENT, enrolment, err);
}

enum ch_status ch_enrolment_set(struct ch_context *c, struct ch_enrolment *enrolment, struct ch_error *err)
{
	struct change change;

	TRY(change_begin(&change, c, CH_OP_ENROLMENT_SET, CH_ENROLMENT, enrolment->enrolment_id, err));
	return change_end(&change, set(&change, enrolment, err), err);
}

enum ch_status ch_enrolment_get(struct ch_context *c, int64_t enrolment_id, struct ch_arena *arena,
				struct ch_enrolment *enrolment, struct ch_error *err)
{
	const struct ch_entity *entity = ch_entity_of(CH_ENROLMENT);

	TRY(may(c, CH_OP_ENROLMENT_READ, CH_ENROLMENT, enrolment_id, err));
	TRY(record_get(c->scheme->db, entity, enrolment_id, arena, enrolment, err));
	may_redact(c, entity, enrolment, true);
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

enum ch_status ch_enrolment_ready_all(struct ch_context *c, int64_t programme_id, int64_t *made_ready,
				      struct ch_error *err)
{
	struct change change;
	struct id_list applied = ID_LIST_EMPTY;

	*made_ready = 0;
	TRY(change_begin(&change, c, CH_OP_ENROLMENT_SET, CH_PROGRAMME, programme_id, err));
	struct stmt *q = stmt_ready(change.db, SQL_ENROLMENTS_IN_STATE);
	stmt_bind_int(q, "programme_id", programme_id);
	stmt_bind_text(q, "state", choices_enrolment_state[CH_ENROLMENT_APPLIED].code);
	enum ch_status status = id_list_read(&applied, q, "enrolment_id", err);
	for (size_t i = 0; status == CH_OK && i < applied.count; i++) {
		struct ch_enrolment enrolment;
		status = change_get(&change, CH_ENROLMENT, applied.ids[i], &enrolment, err);
		if (status != CH_OK)
			break;
		enrolment.state = CH_ENROLMENT_READY;
		status = set(&change, &enrolment, err);
		*made_ready += status == CH_OK;
	}
	id_list_release(&applied);
	return change_end(&change, status, err);
}
