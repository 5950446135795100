/* Own files for those who run them. They are few, so each is parsed anew. */
#include "core/own_file.h"

#include <string.h>

#include "core/journal/change.h"
#include "core/framework.h"
#include "core/may.h"
#include "core/scheme_private.h"
#include "store/query.h"
#include "store/stmt.h"

static const struct ch_check_info broken_info = {
	.name = "own-check-broken",
	.rule = "",
	.severity = CH_SEVERITY_WARN,
	.subject = CH_OWN_FILE,
	.title = N_("A check of your own does not run"),
	.says = N_("Your own check did not run"),
	.why = N_("Nobody sees what it was written to find."),
	.fix = N_("copy it to a file, correct it there, and add it again; or remove it"),
	.command = "",
	.key = "",
	.screen = "",
	.harm = 99,
};

void own_check_broken(struct ch_context *c, const char *name, const struct ch_error *err, struct ch_arena *arena,
		      struct finding_list *list)
{
	const struct ch_finding finding = {
		.check = &broken_info,
		.who = ch_arena_copy(arena, name),
		.says = ch_arena_printf(arena, _("Your own check %s did not run: %s"), name, err->message),
		.command = ch_arena_printf(arena, "chiron own show %s", name),
		.screen = ch_arena_printf(arena, "own %s", name),
	};

	if (c->actor.person_id == 0)
		finding_list_add(list, &finding, arena);
}

/* The rows of the table, of one kind or (CH_NO_OWN_KIND) of all. */
static enum ch_status read_all(struct ch_context *c, enum ch_own_kind kind, struct ch_arena *arena,
			       struct ch_own_file **files, size_t *count, struct ch_error *err)
{
	const struct ch_choice *kinds = ch_field_named(ch_entity_of(CH_OWN_FILE), "kind")->choices;
	struct stmt *q = stmt_ready(c->scheme->db, SQL_OWN_FILES);
	size_t room = 0;
	enum ch_status status;
	bool row = false;

	*files = NULL;
	*count = 0;
	while ((status = stmt_step(q, &row, err)) == CH_OK && row) {
		int found = ch_choice_find(kinds, stmt_text(q, "kind"));

		if (kind != CH_NO_OWN_KIND && found != (int)kind)
			continue;
		*files = ch_arena_room(arena, *files, *count, &room, sizeof(**files));
		(*files)[(*count)++] = (struct ch_own_file){.own_file_id = stmt_id(q, "own_file_id"),
							    .kind = found,
							    .name = stmt_copy(q, "name", arena),
							    .text = stmt_copy(q, "text", arena),
							    .added_on = stmt_date(q, "added_on")};
	}
	stmt_reset(q);
	return status;
}

static const char *file_name(const struct ch_own_file *file, struct ch_arena *arena)
{
	return ch_arena_printf(arena, file->kind == CH_OWN_PAGE || file->kind == CH_OWN_FRAMEWORK ? "%s.txt" : "%s.sql",
			       file->name);
}

/* A query that was right when it was added may not be any more: its tables can change with the program. */
static enum ch_status try_query(struct ch_context *c, const struct ch_own_file *file, const char *sql,
				struct ch_arena *arena, struct ch_error *err)
{
	return query_try(c->scheme->db, sql, file_name(file, arena), own_line_at(file->text, sql), err);
}

enum ch_status own_checks(struct ch_context *c, struct ch_arena *arena, struct check_file **checks, size_t *count,
			  struct finding_list *list, struct ch_error *err)
{
	struct ch_own_file *files;
	size_t found;

	*count = 0;
	TRY(read_all(c, CH_OWN_CHECK, arena, &files, &found, err));
	*checks = ch_arena_array(arena, found, sizeof(**checks));
	for (size_t i = 0; i < found; i++) {
		struct check_file *check = &(*checks)[*count];
		struct ch_error wrong = CH_NO_ERROR;

		if (check_file_parse(file_name(&files[i], arena), files[i].text, arena, check, &wrong) == CH_OK &&
		    try_query(c, &files[i], check->sql, arena, &wrong) == CH_OK) {
			check->own = true;
			memset(check->gates, 0, sizeof(check->gates));
			++*count;
		} else {
			own_check_broken(c, files[i].name, &wrong, arena, list);
		}
	}
	return CH_OK;
}

/* The own file of that name and kind; CH_MISSING with the names of all reports where there is none. */
static enum ch_status read_one(struct ch_context *c, enum ch_own_kind kind, const char *name, struct ch_arena *arena,
			       struct ch_own_file *file, struct ch_error *err)
{
	struct ch_own_file *files;
	size_t count;

	TRY(read_all(c, kind, arena, &files, &count, err));
	for (size_t i = 0; i < count; i++)
		if (strcmp(files[i].name, name) == 0) {
			*file = files[i];
			return CH_OK;
		}
	return report_refuse_name(name, err);
}

enum ch_status own_report(struct ch_context *c, const char *name, struct ch_arena *arena, struct report_file *report,
			  struct ch_error *err)
{
	struct ch_own_file file;

	TRY(read_one(c, CH_OWN_REPORT, name, arena, &file, err));
	TRY(report_file_parse(file_name(&file, arena), file.text, arena, report, err));
	report->own = true;
	return try_query(c, &file, report->sql, arena, err);
}

enum ch_status own_page(struct ch_context *c, const char *name, struct ch_arena *arena, struct page_file *page,
			struct ch_error *err)
{
	struct ch_own_file file;

	TRY(read_one(c, CH_OWN_PAGE, name, arena, &file, err));
	return page_file_parse(file_name(&file, arena), file.text, arena, page, err);
}

enum ch_status own_frameworks(struct ch_context *c, struct ch_arena *arena, struct ch_framework **frameworks,
			      size_t *count, struct ch_error *err)
{
	struct ch_error unreadable = CH_NO_ERROR;
	struct ch_own_file *files;
	size_t found;

	*count = 0;
	TRY(read_all(c, CH_OWN_FRAMEWORK, arena, &files, &found, err));
	*frameworks = ch_arena_array(arena, found, sizeof(**frameworks));
	for (size_t i = 0; i < found; i++)
		if (framework_file_parse(file_name(&files[i], arena), files[i].text, arena, &(*frameworks)[*count],
					 &unreadable) == CH_OK)
			++*count;
	return CH_OK;
}

/* What it is called, also where it does not parse any more. */
static struct ch_report_info info_of(const struct ch_own_file *file, struct ch_arena *arena)
{
	struct ch_report_info broken = {.name = file->name, .title = file->name, .about = ""};
	const char *name = file_name(file, arena);
	struct ch_error err = CH_NO_ERROR;
	struct report_file report;
	struct check_file check;
	struct page_file page;
	struct ch_framework framework;

	if (file->kind == CH_OWN_FRAMEWORK && framework_file_parse(name, file->text, arena, &framework, &err) == CH_OK)
		return (struct ch_report_info){
			.name = file->name, .title = framework.title, .about = framework.about};
	if (file->kind == CH_OWN_PAGE && page_file_parse(name, file->text, arena, &page, &err) == CH_OK)
		return page.info;
	if (file->kind == CH_OWN_REPORT && report_file_parse(name, file->text, arena, &report, &err) == CH_OK)
		return report.info;
	if (file->kind == CH_OWN_CHECK && check_file_parse(name, file->text, arena, &check, &err) == CH_OK)
		return (struct ch_report_info){.name = file->name, .title = check.info.title, .about = check.info.why};
	broken.about = ch_arena_copy(arena, err.message);
	return broken;
}

enum ch_status own_report_infos(struct ch_context *c, struct ch_arena *arena, struct ch_report_info **infos,
				size_t *count, struct ch_error *err)
{
	struct ch_own_file *files;
	size_t found;

	*count = 0;
	TRY(read_all(c, CH_NO_OWN_KIND, arena, &files, &found, err));
	*infos = ch_arena_array(arena, found, sizeof(**infos));
	for (size_t i = 0; i < found; i++)
		if (files[i].kind == CH_OWN_REPORT || files[i].kind == CH_OWN_PAGE)
			(*infos)[(*count)++] = info_of(&files[i], arena);
	return CH_OK;
}

enum ch_status ch_own_file_list(struct ch_context *c, struct ch_arena *arena, struct ch_grid *grid,
				struct ch_error *err)
{
	static const struct ch_column columns[] = {
		{.key = "name", .label = N_("Name"), .type = CH_TYPE_TEXT},
		{.key = "kind", .label = N_("Kind"), .type = CH_TYPE_CHOICE},
		{.key = "title", .label = N_("Title"), .type = CH_TYPE_TEXT},
		{.key = "about", .label = N_("About"), .type = CH_TYPE_TEXT, .extra = true},
		{.key = "added_on", .label = N_("Added on"), .type = CH_TYPE_DATE},
	};
	const struct ch_choice *kinds = ch_field_named(ch_entity_of(CH_OWN_FILE), "kind")->choices;
	struct ch_own_file *files;
	size_t count;

	TRY(may(c, CH_OP_OWN_FILE_READ, CH_OWN_FILE, 0, err));
	TRY(read_all(c, CH_NO_OWN_KIND, arena, &files, &count, err));
	*grid = (struct ch_grid){.column_count = sizeof(columns) / sizeof(columns[0]), .row_count = count};
	struct ch_column *own = ch_arena_array(arena, grid->column_count, sizeof(*own));

	memcpy(own, columns, sizeof(columns));
	own[1].choices = kinds;
	grid->columns = own;
	grid->rows = ch_arena_array(arena, count, sizeof(*grid->rows));
	for (size_t i = 0; i < count; i++) {
		const char **cells = ch_arena_array(arena, grid->column_count, sizeof(*cells));
		struct ch_report_info info = info_of(&files[i], arena);
		char date[CH_DATE_SIZE];

		cells[0] = files[i].name;
		cells[1] = kinds[files[i].kind].code;
		cells[2] = info.title;
		cells[3] = info.about;
		cells[4] = ch_arena_copy(arena, ch_date_iso(files[i].added_on, date));
		grid->rows[i] = (struct ch_row){.id = files[i].own_file_id, .cells = cells};
	}
	return CH_OK;
}
