/*
 * An import from end to end: the file is opened and understood, its rows are
 * applied within one change, and that change is kept or taken back.
 */
#include <string.h>

#include "chiron/enrolment.h"
#include "chiron/scheme.h"
#include "base/heap.h"
#include "core/import/corrections.h"
#include "core/import/custom_column.h"
#include "core/import/import_file.h"
#include "core/import/import_kind.h"
#include "core/import/memory.h"
#include "core/import/mend.h"
#include "core/import/mended.h"
#include "core/import/pair_import.h"
#include "core/import/people.h"
#include "core/import/result.h"
#include "core/import/row_ahead.h"
#include "core/import/said_row.h"
#include "core/journal/step.h"
#include "core/may.h"
#include "core/scheme_private.h"
#include "store/record.h"

enum { ROWS_FETCHED = 6 }; /* so far ahead of the row at hand what is known of somebody is fetched */

static const struct import_issue *after(const struct import_findings *findings, const struct import_issue *last)
{
	return last == NULL ? findings->first_issue : last->next;
}

static bool any_to_correct(const struct import_issue *first)
{
	for (; first != NULL; first = first->next)
		if (first->rejected || first->held_back)
			return true;
	return false;
}

/* Rows that could not be split into cells, each with its one problem. */
static void add_unread(struct corrections *corrections, const struct import_file *file,
		       const struct import_issue *issue)
{
	for (; issue != NULL; issue = issue->next) {
		struct import_issue alone = *issue;
		alone.next = NULL;
		if (alone.rejected)
			corrections_add(corrections, &file->columns, NULL, &alone);
	}
}

/* The last stage: one of the two, as the kind of the import says. */
struct stage {
	enum ch_import_kind kind;
	bool dry_run, corrects; /* corrects: rejected rows are written to a file */
	struct change *change;
	struct import_findings *findings;
	struct said_row said;
	struct people_import people;
	struct pair_import pairs;
	struct near_names near; /* to a name in a pair that is nobody's */
	struct pair_phones phones;
};

/* What a row of a people's list says is read by whoever reads ahead. */
static void begin_reading(struct row_ahead *ahead, struct stage *stage, struct import_file *file)
{
	bool people = stage->kind == CH_IMPORT_PEOPLE;

	row_ahead_begin(ahead, &file->columns, file->columns.records, people ? people_import_read : NULL,
			people ? &stage->people.reader : NULL);
}

/* `soon`: what was read of a row a little further on; NULL: nothing is known of it. */
static enum ch_status stage_row(struct stage *stage, const struct ahead_row *row, const void *soon,
				struct ch_arena *arena, struct ch_error *err)
{
	if (stage->kind == CH_IMPORT_PEOPLE && soon != NULL)
		people_import_fetch(&stage->people, soon);
	if (stage->kind == CH_IMPORT_PEOPLE)
		return people_import_row(&stage->people, row->read, arena, err);
	return pair_import_row(&stage->pairs, &row->row, arena, err);
}

static const char *name_of(const struct stage *stage, const struct ahead_row *row, struct ch_arena *arena)
{
	return stage->kind == CH_IMPORT_PEOPLE ? person_row_name(row->read, arena) : NULL;
}

/* Applies every row; a row that does not come in goes to the corrections, its cells as they were. */
static enum ch_status apply_rows(struct stage *stage, struct import_file *file, struct corrections *corrections,
				 struct ch_error *err)
{
	struct import_findings *findings = stage->findings;
	struct ch_arena arena = CH_ARENA_EMPTY;
	struct row_ahead ahead;
	struct ahead_row *row = NULL;
	enum ch_status status = CH_OK;

	begin_reading(&ahead, stage, file);
	do {
		import_findings_next(findings);
		const struct import_issue *last = findings->last_issue;
		ch_arena_reset(&arena);
		status = row_ahead_next(&ahead, findings, &row, err);
		add_unread(corrections, file, after(findings, last));
		if (status != CH_OK || row == NULL)
			break;
		bool left_out = said_row_leaves_out(&stage->said, &row->row);

		last = findings->last_issue;
		row_ahead_tell(&ahead, left_out ? NULL : findings);
		if (left_out)
			continue;
		if (stage->said.answer_count > 0)
			said_row_ask(&stage->said, &row->row, name_of(stage, row, &arena), &arena, findings);
		status = stage_row(stage, row, row_ahead_peek(&ahead, ROWS_FETCHED), &arena, err);
		if (status == CH_OK && any_to_correct(after(findings, last)))
			corrections_add(corrections, &file->columns, row->row.cells, after(findings, last));
		if (status == CH_OK)
			status = ch_work_look(stage->change->c->work, row->rows, 0, err);
	} while (status == CH_OK);
	row_ahead_end(&ahead);
	ch_arena_release(&arena);
	return status;
}

static const char *base_name(const char *path)
{
	const char *slash = strrchr(path, '/');

	return slash == NULL ? path : slash + 1;
}

static void describe_batch(struct ch_import_batch *batch, const struct ch_context *c,
			   const struct ch_import_options *options, const struct import_file *file, const char *now)
{
	ch_record_clear(ch_entity_of(CH_IMPORT_BATCH), batch);
	batch->kind = import_kind_code(import_kind_of(options->kind));
	batch->file_name = base_name(options->path);
	batch->file_hash = file->hash;
	batch->programme_id = options->programme_id;
	batch->imported_at = now;
	batch->imported_by = c->actor.person_id;
	batch->coordinator_id = c->actor.coordinator_id;
	batch->rows_read = batch->rows_new = batch->rows_changed = 0;
	batch->rows_same = batch->rows_rejected = batch->rows_skipped = 0;
}

static void count(struct ch_import_batch *batch, const struct stage *stage, const struct import_file *file,
		  struct ch_arena *arena)
{
	batch->rows_read = file->columns.rows;
	batch->rows_new = stage->people.created + stage->pairs.created;
	batch->rows_changed = stage->people.changed + stage->pairs.changed;
	batch->rows_same = stage->people.same + stage->pairs.same;
	batch->rows_skipped = stage->people.skipped + stage->pairs.skipped + said_row_count(&stage->said);
	/* Rows that could not even be read were rejected by the stages before. */
	batch->rows_rejected = batch->rows_read - batch->rows_new - batch->rows_changed - batch->rows_same -
			       batch->rows_skipped;
	batch->decisions = import_decisions(stage->findings, arena);
}

static void tell_enrolled(const struct people_import *people)
{
	people_programmes_tell(people);
	if (people->answered > 0)
		import_notice_add(people->findings, IMPORT_TOPIC_ROWS,
				  _n("%lld person said whether they are ready: the answers are recorded as given on a "
				     "form",
				     "%lld people said whether they are ready: their answers are recorded as given on "
				     "a form",
				     people->answered),
				  (long long)people->answered);
	if (people->not_asked > 0)
		import_notice_add(people->findings, IMPORT_TOPIC_ROWS,
				  _n("%lld row says whether somebody is ready who is no mentee or coachee of a "
				     "programme, so that is left out" CH_WAY "; --programme enrols them" CH_KEY
				     "; " KEY_(EDIT) ", \"Programme\", enrols them",
				     "%lld rows say whether somebody is ready who is no mentee or coachee of a "
				     "programme, so that is left out" CH_WAY "; --programme enrols them" CH_KEY
				     "; " KEY_(EDIT) ", \"Programme\", enrols them",
				     people->not_asked),
				  (long long)people->not_asked);
	if (people->not_of_programme > 0)
		import_notice_add(people->findings, IMPORT_TOPIC_ROWS,
				  _n("%lld row says something of an enrolment of somebody who is not enrolled in the "
				     "programme, so that is left out"
				     CH_WAY "; --programme and --role enrol them" CH_KEY
				     "; " KEY_(EDIT) ", \"Programme\" and \"All of them as\", enrols them",
				     "%lld rows say something of an enrolment of people who are not enrolled in the "
				     "programme, so that is left out"
				     CH_WAY "; --programme and --role enrol them" CH_KEY
				     "; " KEY_(EDIT) ", \"Programme\" and \"All of them as\", enrols them",
				     people->not_of_programme),
				  (long long)people->not_of_programme);
	if (people->without_role > 1 && people->without_role == people->created && people->not_enrolled == 0)
		import_notice_add(people->findings, IMPORT_TOPIC_ROWS,
				  _("Nothing in the list says who is a mentor and who a mentee" CH_WAY
				    "; --role gives everybody one, and 'HEADING=roles' of --map says which column does"
				    CH_KEY "; " KEY_(EDIT) ", \"All of them as\", gives everybody one, and "
				    KEY_(OPEN) " on a column "
				    "says that it does"));
}

/* A list with checks in it is of a programme that asks for them, as a rule (R78): said where it requires none. */
static enum ch_status tell_checks(const struct people_import *people, struct ch_error *err)
{
	const struct credential_columns *columns = &people->reader.credentials;
	struct stmt *q = stmt_ready(people->change->db, SQL_REQUIREMENT_OF_PROGRAMME);
	const char *check = NULL;
	bool required = false;

	for (size_t i = 0; check == NULL && i < columns->count; i++)
		if (columns->list[i].kind == CH_CREDENTIAL_CHECK)
			check = columns->list[i].called;
	if (check == NULL || people->programme.programme_id == 0)
		return CH_OK;
	stmt_bind_int(q, "programme_id", people->programme.programme_id);
	enum ch_status status = stmt_step(q, &required, err);
	stmt_reset(q);
	if (status == CH_OK && !required)
		import_notice_add(people->findings, IMPORT_TOPIC_ROWS,
				  _("%s requires no check; where nobody begins without it: "
				    "`chiron requirement add '%s' --programme %lld`"),
				  people->programme.name, import_excerpt(people->findings, check),
				  (long long)people->programme.programme_id);
	return status;
}

/* What waits for the last row. */
static enum ch_status stage_end(struct stage *stage, struct ch_error *err)
{
	if (stage->kind != CH_IMPORT_PEOPLE)
		return pair_import_end(&stage->pairs, err);
	TRY(people_import_end(&stage->people, err));
	tell_enrolled(&stage->people);
	return tell_checks(&stage->people, err);
}

static enum ch_status import_within(struct change *change, struct stage *stage, struct import_file *file,
				    struct ch_import_batch *batch, struct corrections *corrections,
				    struct ch_arena *arena, struct ch_error *err)
{
	struct ch_scheme_settings settings;

	TRY(change_get(change, CH_SCHEME, 1, &settings, err));
	stage->people.scheme_id = stage->pairs.scheme_id = settings.scheme_id;
	if (batch->programme_id != 0)
		TRY(change_get(change, CH_PROGRAMME, batch->programme_id, &stage->people.programme, err));
	TRY(change_insert(change, CH_IMPORT_BATCH, batch, err));
	change->c->scheme->batch_id = batch->import_batch_id;
	TRY(import_customs_make(change, &file->columns, stage->dry_run, stage->findings, err));
	if (stage->kind == CH_IMPORT_PEOPLE)
		TRY(people_import_begin(&stage->people, file->columns.records, &file->coming, err));
	else
		TRY(pair_import_begin(&stage->pairs, err));
	said_row_begin(&stage->said, &file->columns, stage->people.options, arena);
	TRY(apply_rows(stage, file, corrections, err));
	TRY(import_file_check_unchanged(file, err));
	TRY(stage_end(stage, err));
	said_row_ask_apart(&stage->said, change->c, stage->findings);
	if (!stage->dry_run)
		TRY(import_mended_keep(change, &file->columns, err));
	if (!stage->dry_run)
		TRY(import_memory_keep(change, &file->columns, &file->wanted, stage->corrects && corrections->rows > 0,
				       stage->findings, err));
	import_same_tell(stage->kind == CH_IMPORT_PEOPLE ? &stage->people.same_rows : &stage->pairs.same_rows,
			 stage->findings);
	import_mends_tell(&file->columns, file->today, stage->findings);
	said_row_tell(&stage->said, stage->findings);
	count(batch, stage, file, arena);
	return change_update(change, CH_IMPORT_BATCH, batch, err);
}

static void stage_begin(struct stage *stage, struct change *change, const struct ch_import_options *options,
			const struct import_file *file, struct import_findings *findings)
{
	*stage = (struct stage){
		.kind = options->kind,
		.dry_run = options->dry_run,
		.corrects = options->corrections != NULL,
		.change = change,
		.findings = findings,
	};
	stage->people = (struct people_import){
		.change = change, .options = options, .columns = &file->columns, .findings = findings};
	stage->near = NEAR_NAMES_EMPTY;
	stage->phones = PAIR_PHONES_EMPTY;
	stage->pairs = (struct pair_import){.change = change,
					    .options = options,
					    .columns = &file->columns,
					    .findings = findings,
					    .near = &stage->near,
					    .phones = &stage->phones};
	step_changes_begin(&stage->pairs.replaced);
}

static void stage_release(struct stage *stage)
{
	people_import_release(&stage->people);
	row_map_release(&stage->pairs.seen);
	row_map_release(&stage->pairs.touched);
	row_map_release(&stage->pairs.open);
	near_names_release(&stage->near);
	pair_phones_release(&stage->phones);
}

/* Of which nothing is here, nothing stays: no import to take back, and nothing remembered of what was said of it. */
static bool brought_something(const struct ch_import_batch *batch)
{
	return batch->rows_new + batch->rows_changed + batch->rows_same > 0;
}

static enum ch_status run(struct ch_context *c, const struct ch_import_options *options, struct import_file *file,
			  struct import_findings *findings, struct ch_arena *arena, struct ch_import_result *result,
			  struct ch_error *err)
{
	struct change change;
	struct stage stage;
	struct ch_import_batch batch;
	struct corrections corrections = CORRECTIONS_FOR(options->dry_run ? NULL : options->corrections);

	TRY(change_begin(&change, c, CH_OP_IMPORT, CH_IMPORT_BATCH, 0, err));
	stage_begin(&stage, &change, options, file, findings);
	describe_batch(&batch, c, options, file, change.now);
	enum ch_status status = import_within(&change, &stage, file, &batch, &corrections, arena, err);
	c->scheme->batch_id = 0;
	bool real = status == CH_OK && !options->dry_run && !(options->all_or_nothing && batch.rows_rejected > 0);
	bool keep = real && brought_something(&batch);
	if (real)
		status = corrections_write(&corrections, err);
	result->enrolled = stage.people.enrolled;
	result->replaced = options->kind == CH_IMPORT_PEOPLE ? stage.people.replaced : stage.pairs.replaced;
	step_changes_by_hand_first(&result->replaced, arena);
	if (status == CH_OK)
		import_result_count(result, &batch, keep, real && corrections.rows > 0 ? options->corrections : NULL,
				    arena);
	if (status == CH_OK && !keep)
		change_end(&change, CH_FOUND, err);
	else
		status = change_end(&change, status, err);
	stage_release(&stage);
	corrections_release(&corrections);
	return status;
}

static enum ch_status verdict(const struct ch_import_options *options, const struct ch_import_result *result,
			      struct ch_error *err)
{
	if (result->rejected == 0)
		return CH_OK;
	if (options->all_or_nothing && !options->dry_run) {
		ch_fail(err, CH_DATA, _("%lld of %lld rows cannot come in, so none did"), (long long)result->rejected,
			(long long)result->read);
		return ch_error_fix(err, _("correct them, or leave out --all-or-nothing"));
	}
	if (result->read == 1)
		return ch_fail(err, CH_DATA, _("its one row did not come in"));
	return ch_fail(err, CH_DATA, _("%lld of %lld rows did not come in"), (long long)result->rejected,
		       (long long)result->read);
}

/* No fewer than there are people: the number of the last. */
static enum ch_status last_person(struct db *db, int64_t *number, struct ch_error *err)
{
	struct stmt *q = stmt_ready(db, SQL_NEXT_PERSON_ID);
	bool row = false;
	enum ch_status status = stmt_step(q, &row, err);

	*number = row ? stmt_id(q, "person_id") - 1 : 0;
	stmt_reset(q);
	return status;
}

static enum ch_status import(struct ch_context *c, const struct ch_import_options *options, bool look,
			     struct ch_arena *arena, struct ch_import_result *result, struct ch_error *err)
{
	struct import_file file = {.text_open = false};
	struct import_findings findings = IMPORT_FINDINGS_IN(arena);
	struct ch_scheme_settings settings;
	struct import_memory memory = {.count = 0};
	struct import_mended mended = {.count = 0};
	struct import_customs customs = {.make_unknown = false};

	*result = (struct ch_import_result){.where = base_name(options->path), .likely = options->kind};
	TRY(may(c, CH_OP_IMPORT, CH_IMPORT_BATCH, 0, err));
	TRY(ch_scheme_settings_get(c, arena, &settings, err));
	if (!options->afresh)
		TRY(import_memory_read(c, import_kind_code(import_kind_of(options->kind)), arena, &memory, err));
	if (!options->afresh && options->mended != CH_MENDED_NONE)
		TRY(import_mended_read(c, import_kind_code(import_kind_of(options->kind)), arena, &mended, err));
	bool has_customs = import_kind_has_customs(options->kind);
	if (has_customs)
		TRY(import_customs_read(c->scheme->db, options->kind, arena, &customs, err));
	customs.make_unknown = options->new_fields;
	file.today = ch_clock_today(&c->clock);
	TRY(last_person(c->scheme->db, &file.people_before, err));
	enum ch_status status =
		import_file_open(&file, options, settings.headings, &memory, &mended,
				 has_customs ? &customs : NULL, arena, &findings, err);
	result->refused = status == CH_DATA;
	import_result_decided(result, &file, arena);
	if (status == CH_OK && !look) {
		status = run(c, options, &file, &findings, arena, result, err);
	}
	import_findings_end(&findings);
	import_result_findings(result, &findings, arena);
	import_file_close(&file);
	return status == CH_OK ? verdict(options, result, err) : status;
}

enum ch_status ch_import(struct ch_context *c, const struct ch_import_options *options, struct ch_arena *arena,
			 struct ch_import_result *result, struct ch_error *err)
{
	heap_begin_large_job();
	enum ch_status status = import(c, options, false, arena, result, err);
	heap_end_large_job();
	return status;
}

enum ch_status ch_import_look(struct ch_context *c, const struct ch_import_options *options, struct ch_arena *arena,
			      struct ch_import_result *result, struct ch_error *err)
{
	return import(c, options, true, arena, result, err);
}
