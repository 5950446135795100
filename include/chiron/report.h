/*
 * Reports: queries as files (data/reports, docs/reports.md), and pages, which
 * put several of them under headings with words between (data/pages).
 *
 * A report cannot read the pair's wording: the connection refuses it (R58,
 * R59). Definitions stand beside the figures: they are the report's `about`.
 */
#ifndef CHIRON_REPORT_H
#define CHIRON_REPORT_H

#include "chiron/buffer.h"
#include "chiron/context.h"
#include "chiron/grid.h"

struct ch_report_info {
	const char *name;
	const char *title;
	const char *about; /* what it tells, and its definitions */
	const char *none;  /* what it means that there are no rows; NULL: nothing more is known */
	bool page;	   /* a page, else one report */
	bool monthly;	   /* is about a month where no period is asked for */
};

/* What is said where a report has no rows, translated. */
const char *ch_report_nothing(const struct ch_report_info *info);

/* The pages and then the reports that are part of the program, each by name. All texts are static. */
size_t ch_report_count(void);
const struct ch_report_info *ch_report_at(size_t index);

/* Those, and behind them the scheme's own (own_file.h); texts live in `arena`. */
enum ch_status ch_report_list(struct ch_context *c, struct ch_arena *arena, struct ch_report_info **infos,
			      size_t *count, struct ch_error *err);

struct ch_report_query {
	const char *name;
	int64_t programme_id;  /* 0: all */
	int64_t cohort_id;     /* 0: all; else programme_id is its programme, or 0, which means the same */
	ch_date from, to;      /* CH_NO_DATE: from the beginning, until today */
};

/*
 * Where neither `from` nor `to` is asked for and the report is monthly: the month so far, and in its first week the
 * month before, which is then being reported on.
 */
void ch_report_period(const struct ch_report_info *info, ch_date today, struct ch_report_query *query);

/*
 * Reads what a report is to be about from one line: a period ("october"), or
 * "programme:NAME cohort:NAME from:DAY to:DAY" in any order, each once or not at all; a
 * value goes on to the next key, or is in quotes. query->name stays. On failure *query is as it was.
 */
enum ch_status ch_report_scope_parse(struct ch_context *c, const char *text, struct ch_report_query *query,
				     struct ch_error *err);

/* The rows of one report. CH_USAGE where the name is a page's, CH_MISSING where it is nobody's. */
enum ch_status ch_report_run(struct ch_context *c, const struct ch_report_query *query, struct ch_arena *arena,
			     struct ch_grid *grid, struct ch_error *err);

enum ch_page_part_kind { CH_PAGE_HEADING, CH_PAGE_TEXT, CH_PAGE_REPORT };

struct ch_page_part {
	enum ch_page_part_kind kind;
	const char *text;		   /* of a heading or a paragraph */
	const struct ch_report_info *info; /* of a report */
	struct ch_grid grid;		   /* its rows */
};

struct ch_page {
	const struct ch_report_info *info;
	const char *scheme;    /* its name */
	const char *programme; /* NULL: all */
	const char *cohort;    /* NULL: all */
	ch_date from, to, made_on;
	struct ch_page_part *parts;
	size_t part_count;
};

/* A page with all its reports, or one report as a page of its own. What the page points to lives in the arena. */
enum ch_status ch_page_run(struct ch_context *c, const struct ch_report_query *query, struct ch_arena *arena,
			   struct ch_page *page, struct ch_error *err);

/* "Riverside, programme Autumn, from 1 Oct 2026 to 23 Nov 2026": what the figures are about. */
void ch_page_scope(const struct ch_page *page, struct ch_buffer *out);

/*
 * The page as one self-contained HTML 5 file: no script, nothing fetched.
 * Tables have captions and headers with scopes; a chart is bars beside the
 * figures they repeat, its extremes said in words (WCAG 2.2, 1.1.1 and 1.3.1);
 * colours keep a contrast of 4.5 in light, dark and print.
 */
void ch_page_add_html(const struct ch_page *page, struct ch_buffer *out);

/* Draws the rows of a report as text. */
typedef void ch_page_draw(void *context, const struct ch_grid *grid, struct ch_buffer *out);

/*
 * The page as text, its sentences wrapped at `width` cells. `draw` draws the rows of each report; NULL: as tables with
 * their bars, as wide as they get, for a file.
 */
void ch_page_add_text(const struct ch_page *page, int width, ch_page_draw *draw, void *context, struct ch_buffer *out);

/* The page as JSON: an object of the reports by name, each with its rows; of one report by itself, its rows. */
void ch_page_add_json(const struct ch_page *page, struct ch_arena *arena, struct ch_buffer *out);

#endif
