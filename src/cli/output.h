/*
 * What a command shows, in the format that was asked for.
 *
 * table: columns sized by their content, fitted to the terminal where there is
 * one, never cut in a pipe. lines: "label: value", a blank line between
 * records. csv: RFC 4180, guarded against formulas. json: an array of objects,
 * or one object; keys are field keys in their order; numbers, yes and no, and
 * lists are what they are; what is not known is null.
 *
 * Text that came from data reaches people only through ch_text_add_safe().
 */
#ifndef CLI_OUTPUT_H
#define CLI_OUTPUT_H

#include "chiron/json.h"
#include "cli/cli.h"

enum { CLI_COLUMNS_MOST = 128 };

/* A list. `none`: the sentence for people where it has no rows. */
void cli_show_grid(struct cli *cli, const struct ch_grid *grid, const char *none);

/*
 * A list that comes in pages, of which one is held at a time: begun by the first, gone on with by others of the same
 * columns, ended. In a table the first page says how wide the columns are.
 */
struct cli_pages {
	struct cli *cli;
	struct ch_buffer out;
	struct ch_json_writer json;
	int widths[CLI_COLUMNS_MOST];
	bool table; /* it fits as one */
	size_t rows;
};
void cli_pages_begin(struct cli_pages *pages, struct cli *cli, const struct ch_grid *first, const char *none);
void cli_pages_add(struct cli_pages *pages, const struct ch_grid *grid);
void cli_pages_end(struct cli_pages *pages, bool more); /* more: there are rows that were not asked for */

/* A grid of one row as one object; in other formats as cli_show_grid(). */
void cli_show_object(struct cli *cli, const struct ch_grid *grid);

/* What stands below the head of a record: a list, another record, or a sentence. */
struct cli_part {
	const char *key;   /* in JSON */
	const char *title; /* for people */
	const struct ch_grid *grid;
	enum ch_entity_id entity; /* with `record` */
	const void *record;
	const char *text; /* for people only, instead of both */
};

/* One record with its parts. In CSV only the record itself. */
void cli_show_record(struct cli *cli, enum ch_entity_id entity, const void *record, const struct cli_part *parts,
		     size_t part_count);

/*
 * The overrides that the query narrows the list of them to, for a part of the record they are of: what was overridden,
 * when and why. Without rows for whoever may not read them. The grid lives in cli->arena.
 */
void cli_overrides_of(struct cli *cli, const struct ch_list_query *narrow, struct ch_grid *grid);

/*
 * What was made or changed: the record for programs, and for people one
 * sentence. Inside cli_each_...() the records are elements of one list.
 */
void cli_done(struct cli *cli, enum ch_entity_id entity, const void *record, const char *format, ...)
	CH_PRINTF(4, 5);

/*
 * Says, a line each, what rules that warn have to say of a record that was just written (ch_point_out()), and the
 * command that mends it. Nothing of one of several, nor where a program reads.
 */
void cli_point_out(struct cli *cli, enum ch_occasion occasion, int64_t subject_id);

/* ---- Between the files of output --------------------------------------------- */

/* As a table with its bars, or as lines. */
void cli_add_for_people(struct cli *cli, const struct ch_grid *grid, struct ch_buffer *out);

/* An array with an object for each row. */
void cli_json_grid(struct cli *cli, struct ch_json_writer *json, const struct ch_grid *grid);

/* The keys and values of a row, inside an object that is open. */
void cli_json_row(struct cli *cli, struct ch_json_writer *json, const struct ch_grid *grid, size_t row);

/* The keys and values of a record, inside an object that is open. */
/* The entity with the scheme's custom fields behind its own, and in *record the record with their values. */
const struct ch_entity *cli_widen(struct cli *cli, enum ch_entity_id entity, const void **record);

void cli_json_fields(struct cli *cli, struct ch_json_writer *json, enum ch_entity_id entity, const void *record);

#endif
