/*
 * Reports: a report file's query into a grid.
 *
 * What is reported are activity, states and the coordinator's own work: facts,
 * which are not suppressed for small groups. Outcomes, ratings and feedback are
 * read from the view `outcome` alone, in whole batches of five (R72).
 */
#include "chiron/text.h"
#include "chiron/report.h"

#include <string.h>

#include "chiron/check.h"
#include "core/check/override.h"
#include "core/journal/change.h"
#include "core/look.h"
#include "core/may.h"
#include "core/own_file.h"
#include "chiron/part.h"
#include "chiron/programme.h"
#include "core/scheme_private.h"
#include "store/query.h"

const char *ch_report_nothing(const struct ch_report_info *info)
{
	return info->none != NULL ? _(info->none) : _("Nothing to report.");
}

size_t ch_report_count(void)
{
	size_t pages, reports;

	page_file_all(&pages);
	report_file_all(&reports);
	return pages + reports;
}

const struct ch_report_info *ch_report_at(size_t index)
{
	size_t page_count, report_count;
	const struct page_file *pages = page_file_all(&page_count);
	const struct report_file *reports = report_file_all(&report_count);

	if (index < page_count)
		return &pages[index].info;
	return index - page_count < report_count ? &reports[index - page_count].info : NULL;
}

const struct report_file *report_named(const char *name)
{
	size_t count;
	const struct report_file *files = report_file_all(&count);

	for (size_t i = 0; i < count; i++)
		if (strcmp(files[i].info.name, name) == 0)
			return &files[i];
	return NULL;
}

enum ch_status report_refuse_name(const char *name, struct ch_error *err)
{
	struct ch_nearest nearest = CH_NEAREST(name);

	for (size_t i = 0; i < ch_report_count(); i++)
		ch_nearest_try(&nearest, ch_report_at(i)->name);
	ch_fail(err, CH_MISSING, _("there is no report \"%.60s\""), name);
	if (nearest.word != NULL)
		return ch_error_fix(err, _("did you mean %s?"), nearest.word);
	return ch_error_fix(err, _("`chiron report` lists those there are"));
}

enum ch_status ch_report_list(struct ch_context *c, struct ch_arena *arena, struct ch_report_info **infos,
			      size_t *count, struct ch_error *err)
{
	struct ch_report_info *own = NULL;
	size_t own_count = 0;

	if (may_all(c, CH_OP_OWN_FILE_READ))
		TRY(own_report_infos(c, arena, &own, &own_count, err));
	*count = ch_report_count() + own_count;
	*infos = ch_arena_array(arena, *count, sizeof(**infos));
	for (size_t i = 0; i < ch_report_count(); i++)
		(*infos)[i] = *ch_report_at(i);
	for (size_t i = 0; i < own_count; i++)
		(*infos)[ch_report_count() + i] = own[i];
	return CH_OK;
}

/* A name that is no report's: a page's, or nobody's. */
static enum ch_status refuse_page(struct ch_context *c, const char *name, struct ch_arena *arena, struct ch_error *err)
{
	struct ch_report_info *infos;
	size_t count;

	TRY(ch_report_list(c, arena, &infos, &count, err));
	for (size_t i = 0; i < count; i++)
		if (infos[i].page && strcmp(infos[i].name, name) == 0) {
			ch_fail(err, CH_USAGE, _("%s is a page of several reports, not one list of rows"), name);
			return ch_error_fix(err, _("read it as text or HTML, or ask for one report that is on it"));
		}
	return CH_OK;
}

enum ch_status report_place_cohort(struct ch_context *c, struct ch_report_query *query, const char **name,
				   struct ch_arena *arena, struct ch_error *err)
{
	struct ch_cohort cohort;

	if (query->cohort_id == 0)
		return CH_OK;
	TRY(ch_part_get(c, CH_COHORT, query->cohort_id, arena, &cohort, err));
	if (query->programme_id != 0 && query->programme_id != cohort.programme_id) {
		ch_fail_field(err, "cohort", _("%s is a cohort of another programme"), cohort.name);
		return ch_error_fix(err, _("leave the programme out: a cohort has its own"));
	}
	query->programme_id = cohort.programme_id;
	if (name != NULL)
		*name = cohort.name;
	return CH_OK;
}

enum ch_status report_find(struct ch_context *c, const char *name, struct ch_arena *arena, struct report_file *report,
			   struct ch_error *err)
{
	const struct report_file *builtin = report_named(name);

	if (builtin == NULL)
		return own_report(c, name, arena, report, err);
	*report = *builtin;
	return CH_OK;
}

/* The title of the check of that name, for whoever reads the report; an own check that is gone keeps its name. */
static const char *check_title(const char *name)
{
	const char *beside = name != NULL ? override_title(name) : NULL;

	for (size_t i = 0; name != NULL && i < ch_check_count(); i++)
		if (strcmp(ch_check_at(i)->name, name) == 0)
			return _(ch_check_at(i)->title);
	return beside != NULL ? beside : name;
}

/* Of a report of sentences, which has one column, a sentence that is not there is no row. */
static void add_row(struct ch_grid *grid, struct query *q, struct ch_arena *arena)
{
	const char **cells;

	if (grid->column_count == 1 && query_text_at(q, 0) == NULL)
		return;
	cells = ch_grid_append(grid, 0, arena);

	for (size_t i = 0; i < grid->column_count; i++) {
		const char *cell = query_text_at(q, i);

		if (strcmp(grid->columns[i].key, "check_name") == 0)
			cell = check_title(cell);
		cells[i] = ch_arena_copy(arena, cell);
	}
}

enum ch_status ch_report_run(struct ch_context *c, const struct ch_report_query *query, struct ch_arena *arena,
			     struct ch_grid *grid, struct ch_error *err)
{
	struct report_file report;
	enum ch_status status;
	struct ch_report_query scope = *query;
	bool row = false;

	*grid = (struct ch_grid){0};
	TRY(may(c, CH_OP_REPORT, CH_SCHEME, 0, err));
	TRY(report_check_period(&scope, err));
	TRY(report_place_cohort(c, &scope, NULL, arena, err));
	TRY(refuse_page(c, query->name, arena, err));
	TRY(report_find(c, query->name, arena, &report, err));
	*grid = (struct ch_grid){.title = _(report.info.title),
				 .columns = report.columns,
				 .column_count = report.column_count,
				 .chart_label = report.chart_label,
				 .chart_value = report.chart_value};
	struct query *q = query_new(c->scheme->db, report.sql);

	if (report.own)
		query_limit(q, OWN_FILE_MILLIONS);
	query_bind_id(q, "programme", scope.programme_id);
	query_bind_id(q, "cohort", scope.cohort_id);
	query_bind_date(q, "from", query->from);
	query_bind_date(q, "to", query->to);
	query_bind_date(q, "today", ch_clock_today(&c->clock));
	status = look_begin(c, err);
	while (status == CH_OK && (status = query_step(q, &row, err)) == CH_OK && row)
		add_row(grid, q, arena);
	look_end(c);
	query_free(q);
	return status;
}
