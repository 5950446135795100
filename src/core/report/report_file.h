/*
 * Report files (data/reports): a header (check_header.h) and one query, one
 * report a file.
 *
 *     report   its name, that of the file
 *     title
 *     about    what it tells, and the definition of what it counts
 *     columns  key:type:Label, ... in the order of the query; type is one of
 *              enum ch_type in lower case, or ENTITY.FIELD: as that field, with its choices;
 *              a column with the key check_name holds names of checks and shows their titles
 *     none     optional: what is said where there are no rows, and why
 *     chart    optional: LABEL FIGURE, two of the columns: bars of the figures, one for each label
 *     rules    optional: those that it reports on, "R18 R25"
 *     scan     optional: why its plan is right to hold a SCAN
 *
 * The query has the parameters :programme, :cohort, :from, :to (NULL: not
 * narrowed) and :today, and none else.
 */
#ifndef CORE_REPORT_FILE_H
#define CORE_REPORT_FILE_H

#include "chiron/report.h"

struct report_file {
	struct ch_report_info info;
	struct ch_column *columns;
	size_t column_count;
	size_t chart_label, chart_value; /* as those of ch_grid */
	const char *sql;
	const char *rules; /* NULL: none */
	const char *scan;  /* NULL where no SCAN is expected */
	bool own;	  /* of the scheme, not of the program */
};

/* As check_file_parse(). */
enum ch_status report_file_parse(const char *file, const char *text, struct ch_arena *arena, struct report_file *report,
				 struct ch_error *err);

/* The report files that are part of the program, by name. */
const struct report_file *report_file_all(size_t *count);

/* One of them, or of the scheme's own; its texts live in `arena`. CH_MISSING. */
enum ch_status report_find(struct ch_context *c, const char *name, struct ch_arena *arena, struct report_file *report,
			   struct ch_error *err);

/* Of those of the program: NULL where none has the name. */
const struct report_file *report_named(const char *name);

/* A cohort stands for its programme, too; *name becomes its name, unless NULL. CH_DATA for another programme's. */
enum ch_status report_place_cohort(struct ch_context *c, struct ch_report_query *query, const char **name,
				   struct ch_arena *arena, struct ch_error *err);

/* CH_DATA where it ends before it begins. */
enum ch_status report_check_period(const struct ch_report_query *query, struct ch_error *err);

/* CH_MISSING, with the names there are. */
enum ch_status report_refuse_name(const char *name, struct ch_error *err);

#endif
