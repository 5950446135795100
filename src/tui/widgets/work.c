#include "tui/widgets/work.h"

#include <inttypes.h>

#include "chiron/stop.h"

static void take_event(struct work *work, const struct event *event)
{
	struct app *app = work->app;

	switch (event->type) {
	case EVENT_KEY:
		if (event->key == K_ESC || event->key == K_CTRL('C'))
			work->stop = true;
		else if (event->key == K_CTRL('L'))
			app->redraw = true;
		else
			break;
		work->drawn = 1; /* long ago: drawn now */
		break;
	case EVENT_RESIZE:
		app->width = event->width;
		app->height = event->height;
		work->drawn = 1;
		break;
	case EVENT_END:
		app->quit = work->stop = true;
		break;
	default:
		break;
	}
}

static bool is_time_to_draw(const struct work *work)
{
	if (work->drawn == 0)
		return work->looked - work->began >= WORK_SILENT_MS;
	return work->looked - work->drawn >= WORK_DRAW_MS;
}

static bool look(void *data, int64_t done, int64_t total)
{
	struct work *work = data;
	const struct app_outside *outside = &work->app->outside;
	int64_t now;
	struct event event;

	if (done > 0 || total > 0) { /* else it only looks at the keyboard, in the midst of one of them */
		work->done = done;
		work->total = total > 0 ? total : work->spec->total;
	}
	work->stop = work->stop || ch_stop_signal() != 0; /* in the line mode Ctrl-C is no key */
	if (outside->next == NULL || work->stop)
		return !work->stop;
	now = outside->now(outside->data);
	if (now - work->looked < WORK_LOOK_MS)
		return true;
	work->looked = now;
	while (!work->stop && outside->next(outside->data, &event))
		take_event(work, &event);
	if (!work->app->quit && is_time_to_draw(work)) {
		work->drawn = now;
		outside->draw(outside->data);
	}
	return !work->stop;
}

enum ch_status work_run(struct app *app, const struct work_spec *spec,
			enum ch_status (*task)(void *data, const struct ch_work *work, struct ch_error *err),
			void *data, struct ch_error *err)
{
	struct work work = {.spec = spec, .app = app, .total = spec->total};
	const struct ch_work looks = {.look = look, .data = &work};
	enum ch_status status;

	if (app->outside.now != NULL)
		work.began = work.looked = app->outside.now(app->outside.data);
	app->work = &work;
	status = task(data, &looks, err);
	app->work = NULL;
	return status;
}

/* ---- Drawing ---- */

static void add_length(struct ch_buffer *out, int64_t seconds)
{
	if (seconds < 60)
		ch_buffer_printf(out, _("%" PRId64 " s left"), seconds);
	else
		ch_buffer_printf(out, _("%" PRId64 " min left"), (seconds + 59) / 60);
}

/* "Importing: 12400 of 50000 rows, 8200 a second, 5 s left" */
static void add_line(const struct work *work, struct ch_buffer *out)
{
	int64_t passed = work->looked - work->began, rate = passed > 0 ? work->done * 1000 / passed : 0;

	ch_buffer_printf(out, "%s: ", _(work->spec->label));
	if (work->stop) {
		ch_buffer_add(out, _("stopping"));
		return;
	}
	if (work->total == 0 && work->done == 0) {
		ch_buffer_printf(out, _("%" PRId64 " s"), passed / 1000);
		return;
	}
	if (work->total > 0)
		ch_buffer_printf(out, _("%" PRId64 " of %" PRId64), work->done, work->total);
	else
		ch_buffer_printf(out, "%" PRId64, work->done);
	ch_buffer_printf(out, " %s", _(work->spec->unit));
	if (rate > 0)
		ch_buffer_printf(out, _(", %" PRId64 " a second"), rate);
	if (rate > 0 && work->total > work->done) {
		ch_buffer_add(out, ", ");
		add_length(out, (work->total - work->done + rate - 1) / rate);
	}
}

void work_draw(const struct work *work, struct canvas *canvas)
{
	struct rect all = canvas_area(canvas);
	struct rect foot = rect_part(all, 0, all.height > 1 ? all.height - 2 : 0, all.width, 2);
	struct ch_buffer line = CH_BUFFER_EMPTY;

	add_line(work, &line);
	canvas_fill(canvas, foot, CANVAS_PLAIN);
	canvas_fit(canvas, foot, 1, 0, foot.width - 1, CANVAS_LEFT, CANVAS_BOLD, line.text);
	canvas_fit(canvas, foot, 1, 1, foot.width - 1, CANVAS_LEFT, CANVAS_PLAIN, _("Esc:stop, nothing is kept"));
	ch_buffer_release(&line);
}
