/* A page: its file's parts, each report of it run. */
#include <string.h>

#include "chiron/programme.h"
#include "chiron/scheme.h"
#include "chiron/text.h"
#include "core/journal/change.h"
#include "core/own_file.h"

/* The page of that name, of the program or of the scheme's own; NULL where it is none: then it may be a report's. */
static const struct page_file *page_named(struct ch_context *c, const char *name, struct ch_arena *arena)
{
	struct ch_error ignored = CH_NO_ERROR;
	size_t count;
	const struct page_file *files = page_file_all(&count);
	struct page_file *own;

	for (size_t i = 0; i < count; i++)
		if (strcmp(files[i].info.name, name) == 0)
			return &files[i];
	own = ch_arena_array(arena, 1, sizeof(*own));
	return report_named(name) == NULL && own_page(c, name, arena, own, &ignored) == CH_OK ? own : NULL;
}

static enum ch_status run_part(struct ch_context *c, const struct ch_report_query *query, const char *report,
			       struct ch_arena *arena, struct ch_page_part *part, struct ch_error *err)
{
	struct ch_report_query own = *query;
	struct report_file *file = ch_arena_array(arena, 1, sizeof(*file));

	TRY(report_find(c, report, arena, file, err));
	own.name = report;
	*part = (struct ch_page_part){.kind = CH_PAGE_REPORT, .info = &file->info};
	return ch_report_run(c, &own, arena, &part->grid, err);
}

static enum ch_status run_parts(struct ch_context *c, const struct ch_report_query *query, struct ch_arena *arena,
				struct ch_page *page, struct ch_error *err)
{
	const struct page_file *file = page_named(c, query->name, arena);
	const struct page_file_part single = {.kind = CH_PAGE_REPORT, .text = query->name};
	const struct page_file_part *parts = file != NULL ? file->parts : &single;
	struct ch_report_query asked = *query;
	enum ch_status status = CH_OK;

	if (file != NULL)
		ch_report_period(&file->info, page->made_on, &asked);
	page->from = asked.from;
	page->to = asked.to;

	page->part_count = file != NULL ? file->part_count : 1;
	page->parts = ch_arena_array(arena, page->part_count, sizeof(*page->parts));
	for (size_t i = 0; status == CH_OK && i < page->part_count; i++) {
		status = ch_work_look(c->work, (int64_t)i, (int64_t)page->part_count, err);
		if (status != CH_OK)
			break;
		page->parts[i] = (struct ch_page_part){.kind = parts[i].kind, .text = parts[i].text};
		if (parts[i].kind == CH_PAGE_REPORT)
			status = run_part(c, &asked, parts[i].text, arena, &page->parts[i], err);
	}
	if (status == CH_OK)
		page->info = file != NULL ? &file->info : page->parts[0].info;
	return status;
}

enum ch_status ch_page_run(struct ch_context *c, const struct ch_report_query *query, struct ch_arena *arena,
			   struct ch_page *page, struct ch_error *err)
{
	struct ch_scheme_settings settings;
	struct ch_report_query scope = *query;
	struct ch_programme programme;
	enum ch_status status;

	*page = (struct ch_page){.made_on = ch_clock_today(&c->clock)};
	TRY(report_place_cohort(c, &scope, &page->cohort, arena, err));
	status = run_parts(c, &scope, arena, page, err);
	if (status == CH_OK)
		status = ch_scheme_settings_get(c, arena, &settings, err);
	if (status == CH_OK && scope.programme_id != 0)
		status = ch_programme_get(c, scope.programme_id, arena, &programme, err);
	if (status != CH_OK)
		return status;
	page->scheme = settings.name;
	page->programme = scope.programme_id != 0 ? programme.name : NULL;
	return CH_OK;
}

void ch_page_scope(const struct ch_page *page, struct ch_buffer *out)
{
	char from[CH_DATE_WORDS_SIZE], to[CH_DATE_WORDS_SIZE];

	ch_text_add_safe(out, page->scheme);
	if (page->programme != NULL) {
		ch_buffer_add(out, _(", programme "));
		ch_text_add_safe(out, page->programme);
	} else {
		ch_buffer_add(out, _(", all programmes"));
	}
	if (page->cohort != NULL) {
		ch_buffer_add(out, _(", cohort "));
		ch_text_add_safe(out, page->cohort);
	}
	ch_date_words(page->to == CH_NO_DATE ? page->made_on : page->to, CH_NO_DATE, to);
	if (page->from == CH_NO_DATE)
		ch_buffer_printf(out, _(", from the beginning to %s"), to);
	else
		ch_buffer_printf(out, _(", from %s to %s"), ch_date_words(page->from, CH_NO_DATE, from), to);
}
