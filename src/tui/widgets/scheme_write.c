#include "tui/widgets/scheme_write.h"

#include <errno.h>
#include <inttypes.h>
#include <string.h>

#include "chiron/exchange.h"

struct task {
	struct ch_context *c;
	struct ch_export_options options;
	FILE *out;
};

static enum ch_status write_piece(void *context, const char *bytes, size_t length, struct ch_error *err)
{
	if (fwrite(bytes, 1, length, context) != length)
		return ch_fail(err, CH_IO, _("the export cannot be written: %s"), strerror(errno));
	return CH_OK;
}

static enum ch_status run_export(void *data, struct ch_error *err)
{
	struct task *task = data;

	return ch_export(task->c, &task->options, write_piece, task->out, err);
}

/* Of which there is more than a file may have (include/chiron/stays.def). */
static bool is_of_a_pair(enum ch_entity_id entity)
{
	return entity == CH_PAIRING || entity == CH_SESSION || entity == CH_ACTION;
}

/* "1 of 121 people, those that fit: claire" */
static void tell_how_much(struct scheme_list *list)
{
	const char *name = ch_list_name(list->spec->list), *filter = list->list.filter.text;
	int64_t count = list->list.count, whole = list_whole(&list->list);

	ch_buffer_clear(&list->written);
	if (*filter == '\0' && count >= 0)
		ch_buffer_printf(&list->written, _("%" PRId64 " %s"), count, _(name));
	else if (*filter != '\0' && count >= 0 && whole >= 0)
		ch_buffer_printf(&list->written, _("%" PRId64 " of %" PRId64 " %s, those that fit: %s"), count, whole,
				 _(name), filter);
	else if (*filter != '\0')
		ch_buffer_printf(&list->written, _("Those %s that fit: %s"), _(name), filter);
	if (list->written.length > 0 && is_of_a_pair(list->spec->exported))
		ch_buffer_add(&list->written, _("; what the two wrote and answered stays here"));
	list->writing.then = list->written.length > 0 ? list->written.text : NULL;
}

static enum ch_status allow(void *data, const char *path, struct ch_error *err)
{
	enum ch_export_format format;

	(void)data;
	return ch_export_format_named(path, &format, err);
}

static enum ch_status write_list(struct app *app, void *data, const char *path, FILE *out, struct ch_error *err)
{
	struct scheme_list *list = data;
	struct task task = {
		.c = desk_of(app)->c,
		.options = {.entity = list->spec->exported, .filter = list->query.filter},
		.out = out,
	};
	struct work_spec spec = {
		.label = N_("Writing the file"),
		.unit = N_("rows"),
		.total = list->list.count > 0 ? list->list.count : 0,
	};

	if (ch_export_format_named(path, &task.options.format, err) != CH_OK)
		return err->status;
	tell_how_much(list);
	return desk_work(app, &spec, run_export, &task, err);
}

void scheme_write_ask(struct app *app, void *data)
{
	struct scheme_list *list = data;
	struct ch_buffer name = CH_BUFFER_EMPTY;
	char today[CH_DATE_SIZE];

	list->writing.hint = N_("The name ends in .csv, .xlsx or .json: every row that the list shows   Esc: leave it");
	list->writing.allow = allow;
	list->writing.write = write_list;
	list->writing.data = list;
	ch_buffer_printf(&name, "%s-%s.csv", ch_entity_of(list->spec->exported)->plural,
			 ch_date_iso(list->desk->today, today));
	file_write_ask(app, &list->writing, name.text);
	ch_buffer_release(&name);
}
