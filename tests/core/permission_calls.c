#include "permission_calls.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

static enum ch_status sink(void *context, const char *bytes, size_t length, struct ch_error *err)
{
	return (void)context, (void)bytes, (void)length, (void)err, CH_OK;
}

enum ch_status call_list(struct world *w, enum ch_list_id id)
{
	struct ch_list_query query = {.list = id, .pairing_id = 0, .limit = 5};
	struct ch_grid grid;

	return ch_list_fetch(&w->f->c, &query, &w->f->arena, &grid, &w->f->err);
}

/* Of two of a pair, which is refused to whoever may do it. */
static enum ch_status call_merge(struct world *w)
{
	const struct ch_merging merging = {.keep_id = w->guide, .other_id = w->learner};
	struct ch_merge_told told;

	return ch_person_merge(&w->f->c, &merging, &w->f->arena, &told, &w->f->err);
}

/* Whoever acts is afterwards who they were: the other operations are theirs. */
static enum ch_status call_desk(struct world *w)
{
	const struct ch_actor actor = w->f->c.actor;
	enum ch_status status = ch_coordinator_open_desk(&w->f->c, w->guide, &w->f->arena, &w->f->err);

	w->f->c.actor = actor;
	return status;
}

static enum ch_status call_coordinator(struct world *w, enum ch_operation op)
{
	struct scheme_fixture *f = w->f;
	struct ch_coordinator coordinator;

	ch_record_start(ch_entity_of(CH_COORDINATOR), &coordinator);
	switch (op) {
	case CH_OP_PERSON_MERGE:
		return call_merge(w);
	case CH_OP_DESK_OPEN:
		return call_desk(w);
	case CH_OP_COORDINATOR_READ:
		return call_list(w, CH_LIST_COORDINATORS);
	case CH_OP_COORDINATOR_ADD:
		return ch_coordinator_add(&f->c, &coordinator, NULL, &f->err);
	case CH_OP_COORDINATOR_SET:
		coordinator.coordinator_id = 99;
		return ch_coordinator_set(&f->c, &coordinator, NULL, &f->err);
	case CH_OP_COORDINATOR_REMOVE:
		return ch_coordinator_remove(&f->c, 99, &f->err);
	default:
		fail_msg("operation %s has no call in this test", ch_operation_info(op)->code);
		return CH_INTERNAL;
	}
}

static enum ch_status call_finding(struct world *w, enum ch_operation op)
{
	struct scheme_fixture *f = w->f;
	struct ch_finding_key finding = {.check_name = "gone-quiet", .subject_id = 99};

	switch (op) {
	case CH_OP_CREDENTIAL_SET:
		return ch_part_add(&f->c, CH_CREDENTIAL, &(struct ch_credential){.person_id = w->guide}, &f->err);
	case CH_OP_PERSON_RETURN:
		return ch_person_return(&f->c, w->guide, &(int64_t){0}, &f->err);
	case CH_OP_FINDING_SNOOZE:
		return ch_finding_snooze(&f->c, &finding, CH_NO_DATE, &f->err);
	case CH_OP_FINDING_ASSIGN:
		return ch_finding_assign(&f->c, &finding, (struct ch_assignee){0}, &f->err);
	case CH_OP_FINDING_ACKNOWLEDGE:
		return ch_finding_acknowledge(&f->c, &finding, CH_NO_DATE, NULL, &f->err);
	case CH_OP_FINDING_RELEASE:
		return ch_finding_release(&f->c, &finding, &f->err);
	case CH_OP_FINDING_READ:
		return call_list(w, CH_LIST_HANDLINGS);
	default:
		return call_coordinator(w, op);
	}
}

static enum ch_status call_field(struct world *w, enum ch_operation op)
{
	struct scheme_fixture *f = w->f;
	struct ch_custom_field field;
	int64_t values;

	ch_record_start(ch_entity_of(CH_CUSTOM_FIELD), &field);
	field.name = "Shirt";
	field.custom_field_id = 99;
	switch (op) {
	case CH_OP_FIELD_READ:
		return call_list(w, CH_LIST_CUSTOM_FIELDS);
	case CH_OP_FIELD_ADD:
		return ch_custom_field_add(&f->c, &field, &f->err);
	case CH_OP_FIELD_SET:
		return ch_custom_field_set(&f->c, &field, &f->err);
	case CH_OP_FIELD_DROP:
		return ch_custom_field_drop(&f->c, 99, &values, &f->err);
	default:
		return call_finding(w, op);
	}
}

enum ch_status call_scheme(struct world *w, enum ch_operation op)
{
	struct scheme_fixture *f = w->f;
	struct ch_scheme_settings settings;
	struct ch_import_result imported;
	struct ch_import_undone undone;
	struct ch_import_options import = {.path = "tests/fixtures/rosters/yes-no-columns.csv", .dry_run = true};
	struct ch_export_options export = {.entity = CH_PERSON};
	struct ch_check_query check = {.rule = "R2"};
	struct ch_report_query report = {.name = "activity", .from = CH_NO_DATE, .to = CH_NO_DATE};
	struct ch_findings findings;
	struct ch_own_file own;
	struct ch_grid grid;
	bool replaced;

	switch (op) {
	case CH_OP_SCHEME_READ:
		return ch_scheme_settings_get(&f->c, &f->arena, &settings, &f->err);
	case CH_OP_SCHEME_SET:
		ch_record_start(ch_entity_of(CH_SCHEME), &settings);
		settings.scheme_row = 1;
		return ch_scheme_settings_set(&f->c, &settings, &f->err);
	case CH_OP_VERIFY:
		return ch_scheme_verify(&f->c, &f->arena, &grid, &f->err);
	case CH_OP_IMPORT:
		return ch_import(&f->c, &import, &f->arena, &imported, &f->err);
	case CH_OP_IMPORT_READ:
		return call_list(w, CH_LIST_IMPORTS);
	case CH_OP_IMPORT_UNDO:
		return ch_import_undo(&f->c, 99, &f->arena, &undone, &f->err);
	case CH_OP_MAPPING_FORGET:
		return ch_mapping_forget(&f->c, 99, &f->err);
	case CH_OP_EXPORT:
		return ch_export(&f->c, &export, sink, NULL, &f->err);
	case CH_OP_CHECK:
		return ch_check_run(&f->c, &check, &f->arena, &findings, &f->err);
	case CH_OP_REPORT:
		return ch_report_run(&f->c, &report, &f->arena, &grid, &f->err);
	case CH_OP_DRAFT:
		return ch_draft_list(&f->c, &f->arena, &grid, &f->err);
	case CH_OP_OWN_FILE_READ:
		return ch_own_file_list(&f->c, &f->arena, &grid, &f->err);
	case CH_OP_OWN_FILE_ADD:
		return ch_own_file_add(&f->c, "x.sql", "page: x\n", &f->arena, &own, &replaced, &f->err);
	case CH_OP_OWN_FILE_REMOVE:
		return ch_own_file_remove(&f->c, "x", &f->err);
	case CH_OP_AUDIT_READ:
		return call_list(w, CH_LIST_AUDIT);
	case CH_OP_BACKUP:
		return ch_scheme_backup(&f->c, f->path, &f->err);
	case CH_OP_CHECKIN_READ:
		return call_list(w, CH_LIST_CHECKINS);
	case CH_OP_OVERRIDE_READ:
		return call_list(w, CH_LIST_OVERRIDES);
	case CH_OP_PROPOSAL_READ:
		return call_list(w, CH_LIST_PROPOSALS);
	default:
		return call_field(w, op);
	}
}
