/* What an import found is shown, and the focus stays where it was. */
#include "tui/screens/import_screen.h"

#include <string.h>

#include "tui/desk.h"
#include "tui/screens/import_draft.h"

static struct import_found found_of(const struct import_screen *import)
{
	return (struct import_found){
		.result = &import->result,
		.groups = import->groups,
		.group_count = import->group_count,
		.err = &import->err,
		.unfolded = import->unfolded,
		.corrections = import->corrections,
	};
}

void import_show(struct import_screen *import)
{
	const struct import_found found = found_of(import);

	import_facts_show(&import->facts, &import->plan, &found);
}

struct import_task {
	struct ch_context *c;
	const struct ch_import_options *options;
	struct ch_arena arena;
	struct ch_import_result result;
};

static enum ch_status import_file(void *data, struct ch_error *err)
{
	struct import_task *task = data;

	return ch_import(task->c, task->options, &task->arena, &task->result, err);
}

/* Shows what a run found; the focus of a look ahead stays with what it is on. */
static void take_result(struct import_screen *import, const struct import_task *task, const struct ch_error *err)
{
	struct ch_arena old = import->arena;
	const struct ch_import_group *before = import->groups;
	size_t index, count = import->group_count;
	enum import_about what = import_facts_focus(&import->facts, &index);

	import->arena = task->arena;
	import->result = task->result;
	import->group_count = ch_import_groups(&import->result, &import->arena, &import->groups);
	import->err = *err;
	import->has_result = true;
	import->corrections = "";
	import->unfolded = import_facts_still(import->groups, import->group_count, import->unfolded);
	if (import_facts_any_out(&import->result, import->groups))
		import->corrections = import_plan_corrections(&import->plan);
	import_show(import);
	if (import->result.likely != import->plan.options.kind) {
		import_facts_go_to(&import->facts, ABOUT_KIND, 0);
	} else if (import->result.batch == 0) {
		const struct import_found found = found_of(import);

		import_facts_follow(&import->facts, what, index, before, count, &found);
	}
	ch_arena_release(&old);
}

/* Whether the file is none that was shown last. */
static bool is_another(const struct import_screen *import, const char *hash)
{
	return hash != NULL && (!import->has_result || import->result.hash == NULL ||
				strcmp(hash, import->result.hash) != 0);
}

enum ch_status import_run(struct app *app, struct import_screen *import, bool dry_run, struct ch_error *err)
{
	struct ch_import_options options = import->plan.options;
	struct import_task task = {.c = desk_of(app)->c, .options = &options, .arena = CH_ARENA_EMPTY};
	struct work_spec spec = {
		.label = dry_run ? N_("Reading the file") : N_("Importing"),
		.unit = N_("rows"),
		.total = import->has_result ? import->result.read : 0,
	};
	enum ch_status status;
	bool another;

	/* What comes in is what was looked at, or nothing. */
	options.seen_hash = dry_run ? NULL : import->result.hash;
	options.corrections = dry_run || *import->corrections == '\0' ? NULL : import->corrections;
	options.dry_run = dry_run;
	status = desk_work(app, &spec, import_file, &task, err);
	if (status != CH_OK && status != CH_DATA) {
		ch_arena_release(&task.arena);
		return status;
	}
	another = is_another(import, task.result.hash);
	take_result(import, &task, err);
	*err = CH_NO_ERROR;
	if (import->result.batch != 0) {
		import_draft_drop(desk_of(app), import_draft_subject(options.kind, import->result.hash));
	} else if (another && !import_plan_says(&import->plan) &&
		   import_draft_take(desk_of(app), import->result.hash, &import->plan)) {
		status = import_run(app, import, true, err);
		app_say(app, "%s", _("What you said of this file before is here again"));
		return status;
	} else {
		import_draft_keep(desk_of(app), &import->plan, import->result.hash);
	}
	return CH_OK;
}
