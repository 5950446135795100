#include "tui/screens/import_plan.h"

#include <string.h>
#include <unistd.h>

#include "chiron/own_folder.h"

enum { NAMES_TRIED = 100 };

void import_plan_init(struct import_plan *plan)
{
	*plan = (struct import_plan){.arena = CH_ARENA_EMPTY};
}

void import_plan_release(struct import_plan *plan)
{
	ch_arena_release(&plan->arena);
}

static bool differs(const char *a, const char *b)
{
	return strcmp(a != NULL ? a : "", b != NULL ? b : "") != 0;
}

static const char *keep(struct import_plan *plan, const char *text)
{
	return text != NULL && *text != '\0' ? ch_arena_copy(&plan->arena, text) : NULL;
}

/* What was said of cells and rows is dropped. */
static void unmend(struct import_plan *plan)
{
	plan->options.mend_count = plan->options.left_out_count = 0;
	plan->options.leave_out_refused = plan->options.keep_last = false;
	plan->options.mended = CH_MENDED_OF_FILE;
}

void import_plan_read(struct import_plan *plan, const struct ch_import_options *wanted)
{
	struct ch_import_options *options = &plan->options;

	if (options->kind != wanted->kind || options->header_row != wanted->header_row ||
	    differs(options->path, wanted->path) || differs(options->sheet, wanted->sheet) ||
	    differs(options->delimiter, wanted->delimiter)) {
		options->map_count = 0;
		unmend(plan);
	}
	options->kind = wanted->kind;
	options->path = keep(plan, wanted->path);
	options->programme_id = wanted->programme_id;
	options->role = wanted->role;
	options->records_kept = wanted->records_kept;
	options->new_people = wanted->new_people;
	options->sheet = keep(plan, wanted->sheet);
	options->header_row = wanted->header_row;
	options->encoding = keep(plan, wanted->encoding);
	options->delimiter = keep(plan, wanted->delimiter);
	options->date_order = keep(plan, wanted->date_order);
}

void import_plan_map(struct import_plan *plan, size_t column, const char *code)
{
	struct ch_import_options *options = &plan->options;
	const char *name = ch_arena_printf(&plan->arena, "#%zu=", column + 1);
	const char *map = ch_arena_printf(&plan->arena, "%s%s", name, code);

	for (size_t i = 0; i < options->map_count; i++)
		if (strncmp(plan->maps[i], name, strlen(name)) == 0) {
			plan->maps[i] = map;
			return;
		}
	plan->maps = ch_arena_room(&plan->arena, plan->maps, options->map_count, &plan->map_room, sizeof(*plan->maps));
	plan->maps[options->map_count++] = map;
	options->maps = plan->maps;
}

/* A cell that is mended once more: the earlier mend of it; NULL where it was not mended yet. */
static struct ch_import_mend *mended_before(const struct import_plan *plan, const struct ch_import_mend *mend)
{
	for (size_t i = 0; i < plan->options.mend_count; i++) {
		struct ch_import_mend *earlier = &plan->mends[i];

		if (strcmp(earlier->column, mend->column) == 0 && earlier->row == mend->row &&
		    (mend->row != 0 || strcmp(earlier->to, mend->was) == 0))
			return earlier;
	}
	return NULL;
}

const struct ch_import_mend *import_plan_mend(struct import_plan *plan, const struct ch_import_mend *mend)
{
	struct ch_import_options *options = &plan->options;
	struct ch_import_mend *earlier = mended_before(plan, mend);

	if (earlier != NULL) {
		earlier->to = ch_arena_copy(&plan->arena, mend->to);
		return earlier;
	}
	plan->mends =
		ch_arena_room(&plan->arena, plan->mends, options->mend_count, &plan->mend_room, sizeof(*plan->mends));
	plan->mends[options->mend_count++] = (struct ch_import_mend){
		.row = mend->row,
		.column = ch_arena_copy(&plan->arena, mend->column),
		.was = ch_arena_copy(&plan->arena, mend->was),
		.to = ch_arena_copy(&plan->arena, mend->to),
	};
	options->mends = plan->mends;
	return &plan->mends[options->mend_count - 1];
}

bool import_plan_says(const struct import_plan *plan)
{
	const struct ch_import_options *options = &plan->options;

	return options->map_count + options->mend_count + options->left_out_count > 0 || options->leave_out_refused ||
	       options->keep_last || options->mended != CH_MENDED_OF_FILE;
}

void import_plan_leave_out(struct import_plan *plan, int64_t row)
{
	struct ch_import_options *options = &plan->options;

	plan->left_out = ch_arena_room(&plan->arena, plan->left_out, options->left_out_count, &plan->left_out_room,
				       sizeof(*plan->left_out));
	plan->left_out[options->left_out_count++] = row;
	options->left_out = plan->left_out;
}

void import_plan_leave_refused(struct import_plan *plan)
{
	plan->options.leave_out_refused = true;
}

void import_plan_as_it_stands(struct import_plan *plan)
{
	unmend(plan);
	plan->options.mended = CH_MENDED_NONE;
}

void import_plan_forget_rows(struct import_plan *plan)
{
	size_t kept = 0;

	for (size_t i = 0; i < plan->options.mend_count; i++)
		if (plan->mends[i].row == 0)
			plan->mends[kept++] = plan->mends[i];
	plan->options.mend_count = kept;
	plan->options.left_out_count = 0;
}

/* A name that is free in the folder, which ends with "/" or is ""; NULL where nothing can be written there. */
static const char *free_name(struct import_plan *plan, const char *folder, const char *stem)
{
	if (access(*folder != '\0' ? folder : ".", W_OK) != 0)
		return NULL;
	for (int i = 1; i <= NAMES_TRIED; i++) {
		const char *name =
			i == 1 ? ch_arena_printf(&plan->arena, _("%s%s-corrections.csv"), folder, stem)
			       : ch_arena_printf(&plan->arena, _("%s%s-corrections-%d.csv"), folder, stem, i);

		if (access(name, F_OK) != 0)
			return name;
	}
	return NULL;
}

const char *import_plan_corrections(struct import_plan *plan)
{
	const char *path = plan->options.path, *slash = strrchr(path, '/');
	const char *file = slash != NULL ? slash + 1 : path, *dot = strrchr(file, '.');
	const char *stem = ch_arena_copy_bytes(&plan->arena, file,
					       dot != NULL && dot > file ? (size_t)(dot - file) : strlen(file));
	const char *name = free_name(plan, ch_arena_copy_bytes(&plan->arena, path, (size_t)(file - path)), stem);

	if (name == NULL)
		name = free_name(plan, ch_arena_printf(&plan->arena, "%s/", ch_home_folder(&plan->arena)), stem);
	return name != NULL ? name : "";
}
