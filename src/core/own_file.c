/* Own files in the scheme: adding, reading, removing. What is added is parsed and compiled before it is kept. */
#include "core/own_file.h"

#include <string.h>

#include "core/journal/change.h"
#include "core/check/check_template.h"
#include "core/framework.h"
#include "core/may.h"
#include "core/scheme_private.h"
#include "generated/data.h"
#include "store/query.h"
#include "store/record.h"
#include "store/stmt.h"

/* ---- What a text is ---- */

static enum ch_own_kind kind_of(const char *text)
{
	if (strncmp(text, "-- check:", strlen("-- check:")) == 0)
		return CH_OWN_CHECK;
	if (strncmp(text, "-- report:", strlen("-- report:")) == 0)
		return CH_OWN_REPORT;
	if (strncmp(text, "page:", strlen("page:")) == 0)
		return CH_OWN_PAGE;
	if (strncmp(text, "framework:", strlen("framework:")) == 0)
		return CH_OWN_FRAMEWORK;
	return CH_NO_OWN_KIND;
}

int own_line_at(const char *text, const char *at)
{
	int line = 1;

	for (; text < at; text++)
		line += *text == '\n';
	return line;
}

static enum ch_status expect_column(const struct query *q, const char *file, const char *column, struct ch_error *err)
{
	if (query_has_column(q, column))
		return CH_OK;
	return ch_fail(err, CH_DATA, _("%s: the query gives no column \"%s\""), file, column);
}

static enum ch_status expect_template(const struct query *q, const char *file, const char *text, struct ch_error *err)
{
	struct check_slot slot;
	size_t plain;

	while (check_template_next(&text, &plain, &slot, err) == CH_FOUND)
		TRY(expect_column(q, file, slot.column, err));
	return CH_OK;
}

static enum ch_status expect_check_columns(struct db *db, const char *file, const struct check_file *check,
					   struct ch_error *err)
{
	static const char *const always[] = {"subject_id", "pairing_id", "programme_id", "who"};
	struct query *q = query_new(db, check->sql);
	enum ch_status status = CH_OK;

	for (size_t i = 0; status == CH_OK && i < sizeof(always) / sizeof(always[0]); i++)
		status = expect_column(q, file, always[i], err);
	if (status == CH_OK)
		status = expect_template(q, file, check->info.says, err);
	if (status == CH_OK)
		status = expect_template(q, file, check->info.command, err);
	query_free(q);
	return status;
}

static enum ch_status try_check(struct ch_context *c, const char *file, const char *text, struct ch_arena *arena,
				const char **name, struct ch_error *err)
{
	struct check_file check;
	size_t count;
	const struct check_file *builtin = check_file_all(&count);

	TRY(check_file_parse(file, text, arena, &check, err));
	*name = check.info.name;
	if (check.info.severity < CH_SEVERITY_WARN) {
		ch_fail(err, CH_DATA, _("%s: a check of your own warns or informs; it refuses nothing"), file);
		return ch_error_fix(err, _("write -- severity: warn"));
	}
	for (size_t i = 0; i < count; i++)
		if (strcmp(builtin[i].info.name, *name) == 0)
			return ch_fail(err, CH_DATA,
				       _("%s: chiron has a check of that name; write another into its first line"),
				       file);
	TRY(query_try(c->scheme->db, check.sql, file, own_line_at(text, check.sql), err));
	return expect_check_columns(c->scheme->db, file, &check, err);
}

static enum ch_status refuse_taken(const char *file, const char *name, struct ch_error *err)
{
	for (size_t i = 0; i < ch_report_count(); i++)
		if (strcmp(ch_report_at(i)->name, name) == 0)
			return ch_fail(err, CH_DATA,
				       _("%s: chiron has a report of that name; write another into its first line"),
				       file);
	return CH_OK;
}

static enum ch_status try_report(struct ch_context *c, const char *file, const char *text, struct ch_arena *arena,
				 const char **name, struct ch_error *err)
{
	struct report_file report;

	TRY(report_file_parse(file, text, arena, &report, err));
	*name = report.info.name;
	TRY(refuse_taken(file, *name, err));
	TRY(query_try(c->scheme->db, report.sql, file, own_line_at(text, report.sql), err));
	struct query *q = query_new(c->scheme->db, report.sql);
	size_t given = query_column_count(q);

	query_free(q);
	if (given != report.column_count)
		return ch_fail(err, CH_DATA, _("%s: the query gives %zu columns, its header names %zu"), file, given,
			       report.column_count);
	return CH_OK;
}

static enum ch_status try_page(struct ch_context *c, const char *file, const char *text, struct ch_arena *arena,
			       const char **name, struct ch_error *err)
{
	struct page_file page;
	struct report_file report;

	TRY(page_file_parse(file, text, arena, &page, err));
	*name = page.info.name;
	TRY(refuse_taken(file, *name, err));
	for (size_t i = 0; i < page.part_count; i++)
		if (page.parts[i].kind == CH_PAGE_REPORT && report_named(page.parts[i].text) == NULL)
			TRY(own_report(c, page.parts[i].text, arena, &report, err));
	return CH_OK;
}

static enum ch_status try_framework(struct ch_context *c, const char *file, const char *text, struct ch_arena *arena,
				    const char **name, struct ch_error *err)
{
	struct ch_framework framework;

	(void)c;
	TRY(framework_file_parse(file, text, arena, &framework, err));
	*name = framework.name;
	if (framework_named(*name) != NULL)
		return ch_fail(err, CH_DATA, _("%s: chiron has a framework of that name; choose another"), file);
	return CH_OK;
}

/* ---- In the scheme ---- */

static enum ch_status find(struct ch_context *c, const char *name, int64_t *id, struct ch_error *err)
{
	struct stmt *q = stmt_ready(c->scheme->db, SQL_OWN_FILE_NAMED);
	bool row = false;

	*id = 0;
	stmt_bind_text(q, "name", name);
	enum ch_status status = stmt_step(q, &row, err);

	if (status == CH_OK && row)
		*id = stmt_id(q, "own_file_id");
	stmt_reset(q);
	return status;
}

static enum ch_status need(struct ch_context *c, const char *name, int64_t *id, struct ch_error *err)
{
	TRY(find(c, name, id, err));
	if (*id != 0)
		return CH_OK;
	ch_fail(err, CH_MISSING, _("the scheme has no check, report, page or framework of its own called \"%.60s\""),
		name);
	return ch_error_fix(err, _("`chiron own list` lists those there are"));
}

static enum ch_status save(struct change *change, const struct ch_own_file *wanted, struct ch_own_file *saved,
			   struct ch_error *err)
{
	if (wanted->own_file_id == 0) {
		*saved = *wanted;
		saved->added_on = change->today;
		saved->added_by = change->c->actor.person_id;
		return change_insert(change, CH_OWN_FILE, saved, err);
	}
	TRY(change_get(change, CH_OWN_FILE, wanted->own_file_id, saved, err));
	if (saved->kind != wanted->kind)
		return ch_fail(err, CH_DATA, _("the scheme has something else of the name \"%s\"; choose another"),
			       wanted->name);
	saved->text = wanted->text;
	saved->added_on = change->today;
	saved->added_by = change->c->actor.person_id;
	return change_update(change, CH_OWN_FILE, saved, err);
}

typedef enum ch_status try_file(struct ch_context *c, const char *file, const char *text, struct ch_arena *arena,
				const char **name, struct ch_error *err);

enum ch_status ch_own_file_add(struct ch_context *c, const char *file, const char *text, struct ch_arena *arena,
			       struct ch_own_file *added, bool *replaced, struct ch_error *err)
{
	static try_file *const tries[] = {
		[CH_OWN_CHECK] = try_check, [CH_OWN_REPORT] = try_report, [CH_OWN_PAGE] = try_page,
		[CH_OWN_FRAMEWORK] = try_framework};
	struct ch_own_file wanted;
	struct change change;
	enum ch_own_kind kind = kind_of(text);

	ch_record_clear(ch_entity_of(CH_OWN_FILE), &wanted);
	TRY(may(c, CH_OP_OWN_FILE_ADD, CH_OWN_FILE, 0, err));
	if (kind == CH_NO_OWN_KIND) {
		ch_fail(err, CH_DATA, _("%s:1: this is no check, report, page or framework"), file);
		return ch_error_fix(err,
				    _("its first line is \"-- check: NAME\", \"-- report: NAME\", \"page: NAME\" "
				      "or \"framework: NAME\"; `chiron own show activity` prints one of chiron's own "
				      "to begin from"));
	}
	wanted.kind = kind;
	wanted.text = text;
	TRY(change_begin(&change, c, CH_OP_OWN_FILE_ADD, CH_OWN_FILE, 0, err));
	enum ch_status status = tries[kind](c, file, text, arena, &wanted.name, err);

	if (status == CH_OK)
		status = find(c, wanted.name, &wanted.own_file_id, err);
	*replaced = wanted.own_file_id != 0;
	if (status == CH_OK)
		status = save(&change, &wanted, added, err);
	added->name = wanted.name;
	return change_end(&change, status, err);
}

/* That of chiron which has the name, without the extension of its file. */
static bool get_builtin(const char *name, struct ch_arena *arena, struct ch_own_file *file)
{
	static const struct embedded_file *const folders[] = {
		[CH_OWN_CHECK] = check_files, [CH_OWN_REPORT] = report_files, [CH_OWN_PAGE] = page_files,
		[CH_OWN_FRAMEWORK] = framework_files};
	size_t length = strlen(name);

	for (int kind = CH_NO_OWN_KIND + 1; kind <= CH_OWN_FRAMEWORK; kind++)
		for (const struct embedded_file *at = folders[kind]; at->name != NULL; at++)
			if (strncmp(at->name, name, length) == 0 && strcspn(at->name, ".") == length) {
				ch_record_clear(ch_entity_of(CH_OWN_FILE), file);
				file->kind = kind;
				file->name = ch_arena_copy(arena, name);
				file->text = at->text;
				return true;
			}
	return false;
}

enum ch_status ch_own_file_get(struct ch_context *c, const char *name, struct ch_arena *arena, struct ch_own_file *file,
			       struct ch_error *err)
{
	int64_t id;

	TRY(may(c, CH_OP_OWN_FILE_READ, CH_OWN_FILE, 0, err));
	TRY(find(c, name, &id, err));
	if (id == 0 && get_builtin(name, arena, file))
		return CH_OK;
	TRY(need(c, name, &id, err));
	return record_get(c->scheme->db, ch_entity_of(CH_OWN_FILE), id, arena, file, err);
}

enum ch_status ch_own_file_remove(struct ch_context *c, const char *name, struct ch_error *err)
{
	struct change change;
	int64_t id;

	TRY(may(c, CH_OP_OWN_FILE_REMOVE, CH_OWN_FILE, 0, err));
	TRY(need(c, name, &id, err));
	TRY(change_begin(&change, c, CH_OP_OWN_FILE_REMOVE, CH_OWN_FILE, id, err));
	return change_end(&change, change_delete(&change, CH_OWN_FILE, id, err), err);
}
