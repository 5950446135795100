#include "core/merge_records.h"

#include <string.h>

#include "chiron/check.h"
#include "chiron/custom_field.h"
#include "chiron/enrolment.h"
#include "chiron/feedback.h"
#include "chiron/handling.h"
#include "core/id_list.h"
#include "core/merge_fields.h"
#include "model/choices.h"
#include "store/merge_rows.h"
#include "store/stmt.h"

/* ---- What is about them ---- */

/* A finding is about the subject that its check says; one of a check of the
 * scheme's own, about a person. */
static bool is_check_about(const char *name, enum ch_entity_id subject)
{
	for (size_t i = 0; i < ch_check_count(); i++)
		if (strcmp(ch_check_at(i)->name, name) == 0)
			return ch_check_at(i)->subject == subject;
	return subject == CH_PERSON;
}

static enum ch_status move_handling(const struct merge *m, int64_t handling_id, enum ch_entity_id subject, int64_t to,
				    struct ch_error *err)
{
	struct ch_handling handling;
	bool taken = false;

	TRY(change_get(m->change, CH_HANDLING, handling_id, &handling, err));
	if (!is_check_about(handling.check_name, subject))
		return CH_OK;
	struct stmt *q = stmt_ready(m->change->db, SQL_HANDLING_OF_FINDING);
	stmt_bind_text(q, "check_name", handling.check_name);
	stmt_bind_int(q, "subject_id", to);
	enum ch_status status = stmt_step(q, &taken, err);
	stmt_reset(q);
	if (status != CH_OK)
		return status;
	if (taken)
		return change_delete(m->change, CH_HANDLING, handling_id, err);
	handling.subject_id = to;
	return change_update(m->change, CH_HANDLING, &handling, err);
}

/* What was put off or assigned about a record becomes the other's. */
static enum ch_status move_handlings(const struct merge *m, enum ch_entity_id subject, int64_t from, int64_t to,
				     struct ch_error *err)
{
	struct id_list ids = ID_LIST_EMPTY;
	struct stmt *q = stmt_ready(m->change->db, SQL_HANDLINGS_OF_SUBJECT);

	stmt_bind_int(q, "subject_id", from);
	enum ch_status status = id_list_read(&ids, q, "handling_id", err);
	for (size_t i = 0; status == CH_OK && i < ids.count; i++)
		status = move_handling(m, ids.ids[i], subject, to, err);
	id_list_release(&ids);
	return status;
}

static enum ch_status move_answers(const struct merge *m, int64_t from, int64_t to, struct ch_error *err)
{
	struct id_list ids = ID_LIST_EMPTY;
	struct stmt *q = stmt_ready(m->change->db, SQL_ANSWERS_ABOUT);
	struct ch_answer answer;

	stmt_bind_text(q, "subject", choices_subject[CH_ABOUT_ENROLMENT].code);
	stmt_bind_int(q, "subject_id", from);
	enum ch_status status = id_list_read(&ids, q, "answer_id", err);
	for (size_t i = 0; status == CH_OK && i < ids.count; i++) {
		status = change_get(m->change, CH_ANSWER, ids.ids[i], &answer, err);
		answer.subject_id = to;
		if (status == CH_OK)
			status = change_update(m->change, CH_ANSWER, &answer, err);
	}
	id_list_release(&ids);
	return status;
}

/* ---- Records of which there is one already ---- */

/* Of two enrolments the one that is more alive counts. */
static int livelier(int keep, int other)
{
	static const int order[] = {CH_ENROLMENT_READY,	  CH_ENROLMENT_PAUSED,	  CH_ENROLMENT_NOT_READY,
				    CH_ENROLMENT_APPLIED, CH_ENROLMENT_COMPLETED, CH_ENROLMENT_WITHDRAWN};

	for (size_t i = 0; i < sizeof order / sizeof order[0]; i++)
		if (keep == order[i] || other == order[i])
			return order[i];
	return keep;
}

static enum ch_status join_enrolments(const struct merge *m, int64_t kept_id, int64_t id, struct ch_error *err)
{
	struct ch_enrolment keep, other;
	const struct ch_entity *wide;
	void *wide_keep, *wide_other;

	TRY(change_get(m->change, CH_ENROLMENT, kept_id, &keep, err));
	TRY(change_get(m->change, CH_ENROLMENT, id, &other, err));
	int state = livelier(keep.state, other.state);
	TRY(ch_custom_widen(m->change->c, CH_ENROLMENT, &keep, &m->change->arena, &wide, &wide_keep, err));
	TRY(ch_custom_widen(m->change->c, CH_ENROLMENT, &other, &m->change->arena, &wide, &wide_other, err));
	merge_into(wide, NULL, wide_keep, wide_other, &m->change->arena);
	ch_custom_fold(wide, wide_keep, &m->change->arena);
	keep = *(struct ch_enrolment *)wide_keep;
	keep.state = state;
	if (state != CH_ENROLMENT_NOT_READY)
		keep.not_ready_because = NULL;
	/* Who applied twice waits since the first time. */
	if (other.applied_on != CH_NO_DATE && other.applied_on < keep.applied_on)
		keep.applied_on = other.applied_on;
	TRY(move_answers(m, id, kept_id, err));
	TRY(move_handlings(m, CH_ENROLMENT, id, kept_id, err));
	TRY(change_delete(m->change, CH_ENROLMENT, id, err));
	return change_update(m->change, CH_ENROLMENT, &keep, err);
}

static enum ch_status join_plain(const struct merge *m, const struct ch_entity *entity, int64_t kept_id, int64_t id,
				 struct ch_error *err)
{
	void *keep = ch_arena_alloc(&m->change->arena, entity->size);
	void *other = ch_arena_alloc(&m->change->arena, entity->size);

	TRY(change_get(m->change, entity->id, kept_id, keep, err));
	TRY(change_get(m->change, entity->id, id, other, err));
	merge_into(entity, NULL, keep, other, &m->change->arena);
	TRY(change_delete(m->change, entity->id, id, err));
	return change_update(m->change, entity->id, keep, err);
}

/* The record that who stays has in its place; 0: there may be several of its
 * kind, or there is none. */
static enum ch_status find_same(const struct merge *m, enum ch_entity_id entity, int64_t id, int64_t *kept_id,
				struct ch_error *err)
{
	enum statement_id statement = entity == CH_ENROLMENT	      ? SQL_MERGE_SAME_ENROLMENT
				      : entity == CH_COMMITTEE_MEMBER ? SQL_MERGE_SAME_SEAT
				      : entity == CH_WISH	      ? SQL_MERGE_SAME_WISH
								      : SQL_STATEMENT_COUNT;
	bool row = false;

	*kept_id = 0;
	if (statement == SQL_STATEMENT_COUNT)
		return CH_OK;
	struct stmt *q = stmt_ready(m->change->db, statement);
	stmt_bind_int(q, "keep", m->merging->keep_id);
	if (stmt_has_parameter(q, "other"))
		stmt_bind_int(q, "other", m->merging->other_id);
	stmt_bind_int(q, "id", id);
	enum ch_status status = stmt_step(q, &row, err);
	if (status == CH_OK && row)
		*kept_id = stmt_id(q, "kept_id");
	stmt_reset(q);
	return status;
}

/* ---- The records ---- */

/* Whatever figures were cut by the number before are cut by it after (R72). */
static void keep_counting(const struct ch_entity *entity, void *record, int64_t other_id)
{
	struct ch_feedback *feedback = record;

	if (entity->id == CH_FEEDBACK && feedback->person_id == other_id &&
	    feedback->state == CH_FEEDBACK_IS_RECEIVED && feedback->counted_as == CH_UNKNOWN)
		feedback->counted_as = other_id;
}

static enum ch_status move_record(const struct merge *m, const struct ch_entity *entity, int64_t id,
				  struct ch_error *err)
{
	void *record = ch_arena_alloc(&m->change->arena, entity->size);
	int64_t kept_id;

	TRY(find_same(m, entity->id, id, &kept_id, err));
	if (kept_id != 0)
		return entity->id == CH_ENROLMENT ? join_enrolments(m, kept_id, id, err)
						  : join_plain(m, entity, kept_id, id, err);
	TRY(change_get(m->change, entity->id, id, record, err));
	keep_counting(entity, record, m->merging->other_id);
	for (size_t i = 2; i < entity->field_count; i++) {
		int64_t *value = (int64_t *)(void *)((char *)record + entity->fields[i].offset);
		if (merge_names_person(&entity->fields[i]) && *value == m->merging->other_id)
			*value = m->merging->keep_id;
	}
	return change_update(m->change, entity->id, record, err);
}

static enum ch_status move_entity(const struct merge *m, const struct ch_entity *entity, struct ch_error *err)
{
	struct id_list ids = ID_LIST_EMPTY;
	struct stmt *q = merge_records_naming(m->change->db, entity, m->merging->other_id, &m->change->arena);

	if (q == NULL || entity->id == CH_STEP) {
		stmt_free(q);
		return CH_OK;
	}
	enum ch_status status = id_list_read(&ids, q, "id", err);
	stmt_free(q);
	for (size_t i = 0; status == CH_OK && i < ids.count; i++)
		status = move_record(m, entity, ids.ids[i], err);
	id_list_release(&ids);
	return status;
}

/* Enrolments last: one that goes is needed by nothing by then, also when it
 * goes again by redo. */
enum ch_status merge_records_move(const struct merge *m, struct ch_error *err)
{
	for (int id = CH_NO_ENTITY + 1; id < CH_ENTITY_COUNT; id++)
		if (id != CH_ENROLMENT)
			TRY(move_entity(m, ch_entity_of((enum ch_entity_id)id), err));
	TRY(move_entity(m, ch_entity_of(CH_ENROLMENT), err));
	TRY(move_handlings(m, CH_PERSON, m->merging->other_id, m->merging->keep_id, err));
	return merge_rows_move(m->change->db, m->merging->other_id, m->merging->keep_id, err);
}
