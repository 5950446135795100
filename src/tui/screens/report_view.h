/*
 * What the screens of reports share: the definition below a list, what is
 * reported on, and writing it to a file.
 */
#ifndef TUI_REPORT_VIEW_H
#define TUI_REPORT_VIEW_H

#include "chiron/report.h"
#include "tui/widgets/file_write.h"
#include "tui/widgets/list.h"

/* A screen of one report or page begins with this. */
struct report_view {
	struct screen screen;
	struct list list;
	struct ch_arena info_arena;
	const struct ch_report_info *info; /* a copy: own reports may be changed meanwhile */
	struct ch_report_query query;
	struct ch_buffer about; /* the definition, and what was reported on */
	struct file_write writing;
};

/* `view` is all zeros. Its list must be initialised already. */
void report_view_init(struct report_view *view, const struct screen_ops *ops, const struct ch_report_info *info,
		      ch_date today);
void report_view_release(struct report_view *view);

/*
 * Calls `run`, which reads the scheme, as long work (work.h): how far it is is shown, and Esc stops it, which is
 * CH_STOPPED.
 */
enum ch_status report_view_work(struct app *app, enum ch_status (*run)(void *data, struct ch_error *err), void *data,
				struct ch_error *err);

/* Makes view->about anew, after the query changed. */
void report_view_tell(struct report_view *view, struct app *app);

/* The bindings of `f`, what is reported on, and `w`, to a file: REPORT_VIEW_BINDINGS among a screen's own. */
void report_view_run_scope(struct app *app, struct screen *screen);
void report_view_run_write(struct app *app, struct screen *screen);
#define REPORT_VIEW_BINDINGS                                                                                           \
	{.command = COMMAND_FILTER, .run = report_view_run_scope, .label = N_("period"),                         \
	 .help = N_("The programme, cohort or time it is of")},                                                   \
	{.command = COMMAND_WRITE, .run = report_view_run_write}

/* Rows that the words take below a list. */
int report_view_about_rows(struct canvas *canvas, struct rect body, const char *about);

/*
 * Draws them in the last `rows` rows of *body, at most a quarter of all, and takes these off; where the list needs
 * them, false.
 */
bool report_view_draw_about(struct canvas *canvas, struct rect *body, int rows, const char *about);

/* Opens one: on a page `query` says what it is about, else NULL. */
void report_open(struct app *app, const struct ch_report_info *info, const struct ch_report_query *query);
void report_page_open(struct app *app, const struct ch_report_info *info);

#endif
