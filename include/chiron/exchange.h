/*
 * Bringing people in from spreadsheets, and records out again.
 *
 * An import is a batch with a number: read, planned, then (unless it is a dry
 * run) committed in one transaction. The plan that a dry run shows is the very
 * plan that is committed. A batch can be undone: what it created goes, what it
 * changed gets its former values, what was touched since is listed and left.
 */
#ifndef CHIRON_EXCHANGE_H
#define CHIRON_EXCHANGE_H

#include "chiron/context.h"
#include "chiron/grid.h"

struct ch_import_batch {
	int64_t import_batch_id;
	int64_t row_version;
	const char *kind; /* code of enum ch_import_kind */
	const char *file_name;
	const char *file_hash;
	int64_t programme_id;
	const char *imported_at;
	int64_t imported_by;    /* the person; 0: a coordinator */
	int64_t coordinator_id; /* 0: nobody by name */
	int64_t rows_read;
	int64_t rows_new;
	int64_t rows_changed;
	int64_t rows_same;
	int64_t rows_rejected;
	int64_t rows_skipped;
	const char *decisions; /* what was decided, one a line */
	const char *undone_at;
};

/* What the rows of a file are, in the order in which somebody moves here: X(name, code, label). */
#define CH_IMPORT_KINDS(X)                                                                                             \
	X(PEOPLE, "people", N_("people"))                                                                              \
	X(PAIRINGS, "pairings", N_("pairings"))                                                                        \
	X(SESSIONS, "sessions", N_("past sessions"))                                                                   \
	X(ENROLMENTS, "enrolments", N_("enrolments"))                                                                  \
	X(CREDENTIALS, "credentials", N_("training and checks"))                                                       \
	X(ACTIONS, "actions", N_("actions"))                                                                           \
	X(FEEDBACK, "feedback", N_("ratings and feedback"))

enum ch_import_kind {
#define X(name, code, label) CH_IMPORT_##name,
	CH_IMPORT_KINDS(X)
#undef X
		CH_IMPORT_KIND_COUNT
};

/* As choices: that of a kind stands at its number and one. */
extern const struct ch_choice ch_import_kinds[];

/*
 * A cell that is mended on the way in; the file stays as it is. What is mended is told as a decision of the import,
 * and the corrections have the mended cell.
 */
#define CH_IMPORT_MEND_PERSON "person"
#define CH_IMPORT_MEND_NEW "new"
#define CH_IMPORT_MEND_ROW "row " /* with a number behind it */

struct ch_import_mend {
	int64_t row;	    /* as the spreadsheet counts; 0: every row whose cell is `was` */
	/*
	 * As headed, or "#3": the third. Of people also CH_IMPORT_MEND_PERSON where none is headed so: the row is about
	 * the person with the number `to`, whatever name it gives; CH_IMPORT_MEND_NEW: about nobody who is here;
	 * CH_IMPORT_MEND_ROW and a number: about whom that row is about, of which the earlier one counts.
	 */
	const char *column;
	const char *was;    /* the whole cell; NULL in a mend of one row */
	const char *to;	    /* "": as if it were empty */
};

/*
 * Reads "ROW:Heading=value", or with `everywhere` "Heading=was=value", into `mend`, whose texts live in `arena` and as
 * long as `text`. CH_USAGE.
 */
enum ch_status ch_import_mend_read(const char *text, bool everywhere, struct ch_arena *arena,
				   struct ch_import_mend *mend, struct ch_error *err);

/* What becomes of cells that were mended in an earlier import. */
enum ch_import_mended {
	CH_MENDED_OF_FILE, /* of the very same file they are mended again; those that say the same elsewhere are told */
	CH_MENDED_ALIKE,   /* those are mended, too */
	CH_MENDED_NONE
};

struct ch_import_options {
	enum ch_import_kind kind;
	const char *path;
	/*
	 * People: enrol each of them in it; 0: nowhere. Of the others: where a row
	 * names none; 0: the only programme, or that of the pairing.
	 */
	int64_t programme_id;
	int role; /* people: enum ch_role for everybody, enrolments: where a row has none; 0: as the file says */
	const char *const *maps; /* "Heading=field" */
	size_t map_count;
	const struct ch_import_mend *mends;
	size_t mend_count;
	enum ch_import_mended mended;
	bool take_suggestions;	 /* where chiron asks "Did you mean ...?", yes */
	bool keep_last; /* people: of rows of one person that say otherwise than each other, the last counts */
	int64_t header_row;	 /* 0: found by itself */
	const char *sheet; /* of a workbook: its name, or its number among the visible ones; NULL: found by itself */
	const char *seen_hash;	 /* of the file that was looked at; another one is refused, CH_BUSY; NULL: any */
	const char *encoding;	 /* as "windows-1252"; NULL: found by itself */
	const char *delimiter;	 /* ",", ";", "tab", "|"; NULL: found by itself */
	const char *date_order;	 /* "dmy", "mdy", "ymd"; NULL: found by itself */
	const char *corrections; /* path of the file of rejected rows; NULL: none */
	bool dry_run;
	bool all_or_nothing;
	bool clear_empty; /* people only */
	/*
	 * Sessions only: of a held session that says nothing of its record, the pair keep what was learned and what
	 * they will do. It is for whoever imports to say so (R42); else the record is unfinished.
	 */
	bool records_kept;
	/*
	 * Pairings only: whoever is not here yet comes in too, by name and address, with the role that their side has
	 * in the programme.
	 */
	bool new_people;
	const int64_t *left_out; /* rows that stay out, as the spreadsheet counts */
	size_t left_out_count;
	bool leave_out_refused; /* whoever said no where the form asked for consent stays out */
	bool new_fields;  /* people: a column that fits nothing becomes a field of the scheme's own (custom_field.h) */
	bool afresh;	  /* what is remembered of such headings (mapping.h), and what was mended before, is not used */
};

struct ch_import_issue {
	int64_t row, line; /* as the spreadsheet counts rows; as a text editor counts lines */
	const char *column; /* as headed; NULL: the whole row */
	const char *field;  /* NULL where none */
	const char *value;  /* as found; a face makes it safe */
	const char *reason; /* code: "bad_email" */
	const char *message;
	const char *fix; /* as whoever types commands does it, */
	const char *key_fix; /* and on the screen */
	const char *suggestion; /* a value that may be meant; NULL: none */
	int64_t person_id; /* who was here before and may be meant; 0: nobody */
	int64_t other_row; /* likewise the person of that row of the list; 0: none */
	const char *who; /* of a cell: what the row calls its person; NULL: nothing, or that is what is wrong */
	const char *other_name; /* what the one of the other row is called; NULL: none */
	bool rejected; /* the row did not come in */
	bool held_back; /* nothing of the row came in, though no cell of it is wrong: another row says otherwise */
	bool replaces; /* the row may count instead of the earlier one: ch_import_options.keep_last */
	bool is_cell;  /* `value` is the whole cell: it can be mended in all rows that say the same */
};

/*
 * Appends the issue as one sentence, in the order file and sheet (`where`), row
 * and line, column, value, what is wrong, what to do; the value is made safe and
 * cut at 40 characters:
 *
 *   sign-ups.csv row 7 (line 12), column "E-mail": "ann.lee@example,org" has a
 *   comma where a dot belongs. Did you mean ann.lee@example.org? Correct the cell.
 */
void ch_import_issue_sentence(struct ch_buffer *out, const char *where, const struct ch_import_issue *issue);

/* Issues that say the same of several rows. */
struct ch_import_group {
	const struct ch_import_issue *first;
	const struct ch_import_issue *cause; /* the first issue of the same cause: groups of one have the same */
	const struct ch_import_issue *const *issues; /* of the group, by row */
	size_t count;
};

struct ch_import_mapping {
	const char *heading;
	const char *field; /* NULL: ignored */
	const char *code;      /* what ch_import_options.maps calls the field: "is_mentor"; "": ignored */
	const char *label; /* of a field of the scheme's own, or of what becomes one; NULL: ch_import_fields() has it */
	const char *certainty; /* "heading", "words", "cells", "remembered", "asked"; NULL: ignored */
	const char *why;       /* it is ignored, translated, with what a command makes of it; NULL: it is not */
	const char *key_why;   /* the same on the screen */
	const char *samples[3]; /* the first cells that are not blank; NULL: fewer */
};

/* A row of the start of a file, to show where its headings may be. */
struct ch_import_first_row {
	int64_t row;
	const char **cells; /* the first of them */
	size_t count;
};

struct ch_import_result {
	int64_t batch; /* 0: nothing was written */
	bool refused;  /* the file as a whole */
	bool unnamed;  /* for want of headings, or of a column that says whom the rows are about */
	enum ch_import_kind likely; /* of a list that is refused: what it looks like; else what it was said to be */
	const char *where;     /* as sentences name the file: roster.xlsx, sheet "People" */
	const char *hash;      /* of the file: for ch_import_options.seen_hash */
	const char *format;    /* "csv", "xlsx", "ods" */
	const char *sheet;     /* of a workbook; else NULL */
	const char *encoding;  /* of a text; else NULL */
	const char *delimiter; /* of a text: "comma", "semicolon", "tab", "bar", "other"; else NULL */
	int64_t header_row;
	const char *date_order; /* NULL: there was nothing to decide */
	const char **sheets; /* the visible ones of a workbook */
	size_t sheet_count;
	struct ch_import_first_row *first_rows;
	size_t first_row_count;
	int64_t remembered; /* the mapping (mapping.h) that was used; 0: none */
	struct ch_import_mapping *mapping;
	size_t mapping_count;
	int64_t read, created, changed, same, rejected, skipped;
	int64_t enrolled; /* people newly enrolled in the programme */
	struct ch_import_issue *issues;
	size_t issue_count;
	struct ch_grid replaced; /* of the people changed the first, as ch_step_changes() has what was changed */
	const char **notices; /* one line each: what was decided, and the command that decides otherwise */
	const char **key_notices; /* the same lines with what the screen has for that */
	const char **topics;  /* of each notice: "encoding", "mapping", "rows", ... */
	size_t notice_count;
	const char *corrections; /* path of the corrections file written; NULL */
};

/* The issues of a result in groups: rejected rows first, then those held back, those of one cause together. */
size_t ch_import_groups(const struct ch_import_result *result, struct ch_arena *arena,
			struct ch_import_group **groups);

/* Appends the rows of a group: "5, 11, 12 and 9 more". */
void ch_import_group_rows(struct ch_buffer *out, const struct ch_import_group *group);

/* Appends it as one sentence, as ch_import_issue_sentence() does: "sign-ups.csv rows 5, 11, 12 and 9 more, ...". */
void ch_import_group_sentence(struct ch_buffer *out, const char *where, const struct ch_import_group *group);

/* Appends a row of `replaced` as a sentence: 'Ann Lee: Offers "CV writing" instead of "IT basics"'. */
void ch_import_replaced_sentence(struct ch_buffer *out, const struct ch_row *replaced);

/*
 * Imports what the rows of the file are. CH_DATA where a row was rejected or the
 * file refused (the good rows are in all the same, unless all_or_nothing); the
 * result is filled in either case and lives in `arena`.
 *
 * Pairings and sessions are of people who are here already: known by chiron's
 * number (of this scheme), their e-mail, or a name that only one person has.
 * They are what happened: rules warn about them and never refuse (R2, R13 and
 * the like); only what cannot be is rejected. What was said in a session is the
 * pair's: columns of it are left out aloud (R58).
 *
 * What of the options cannot be is named by err->field: "sheet", "header_row",
 * "encoding", "delimiter" or "date_order".
 *
 * Enrolments, credentials and actions are found by chiron's number (of this
 * scheme), else by whom and what they are of, and made where there are none:
 * what `chiron export` writes of each comes in again, here or in another scheme.
 */
enum ch_status ch_import(struct ch_context *c, const struct ch_import_options *options, struct ch_arena *arena,
			 struct ch_import_result *result, struct ch_error *err);

/* Opens the file and decides all there is to decide, without looking at the rows: what a form shows as one types. */
enum ch_status ch_import_look(struct ch_context *c, const struct ch_import_options *options, struct ch_arena *arena,
			      struct ch_import_result *result, struct ch_error *err);

/* What a column may be, in the order of a form. */
struct ch_import_field {
	const char *code;  /* for "Heading=code" */
	const char *label; /* translated where it is shown */
};

/* Of people also the fields of the scheme's own, and what a new one may be; `c` NULL: without those. */
size_t ch_import_fields(struct ch_context *c, enum ch_import_kind kind, struct ch_arena *arena,
			const struct ch_import_field **fields);

/* What the cells of such a column may be, as choices; NULL: anything. */
const struct ch_choice *ch_import_choices(enum ch_import_kind kind, const char *field);

/*
 * The code of the field that a column of such a list with this heading is, as "wants" is "seeks" of people: its label,
 * or any other word that is known for it, without those somebody added; NULL: none, or its cells would have to tell.
 */
const char *ch_import_field_called(enum ch_import_kind kind, const char *words);

/*
 * From here on a column with this heading is read as this field: the key of a
 * field of a person, "is_mentor" and the like for columns of yes and no, or
 * "ignore" to leave it out. Kept with the scheme (ch_scheme_settings.headings),
 * and stronger than what chiron knows. CH_DATA for a field there is not.
 */
enum ch_status ch_heading_add(struct ch_context *c, const char *heading, const char *field, struct ch_error *err);

struct ch_import_undone {
	int64_t removed, restored;
	/* How many of `removed` are of each kind; people are in the journal until they are erased (erasure.h). */
	int64_t removed_of[CH_ENTITY_COUNT];
	struct ch_grid kept; /* what was touched since, and why it was left */
};

/* What of each kind is removed, " (55 people, 55 enrolments)", where it is of several kinds; else "". */
const char *ch_import_removed_words(const struct ch_import_undone *undone, struct ch_arena *arena);

/* What undoing it would do: nothing is written. */
enum ch_status ch_import_undo_look(struct ch_context *c, int64_t batch, struct ch_arena *arena,
				   struct ch_import_undone *undone, struct ch_error *err);

enum ch_status ch_import_undo(struct ch_context *c, int64_t batch, struct ch_arena *arena,
			      struct ch_import_undone *undone, struct ch_error *err);

/* What no export carries, and why: include/chiron/stays.def, which has the columns, too. */
struct ch_stays_behind {
	const char *what, *why; /* translated where they are shown */
};

const struct ch_stays_behind *ch_export_stays(size_t *count);

enum ch_export_format { CH_EXPORT_CSV, CH_EXPORT_JSON, CH_EXPORT_XLSX };

/* The format that a file's name asks for by its ending: .csv, .json, .xlsx; CH_USAGE where it asks for none. */
enum ch_status ch_export_format_named(const char *path, enum ch_export_format *format, struct ch_error *err);

struct ch_export_options {
	enum ch_entity_id entity; /* CH_PERSON, and what else of it is imported */
	enum ch_export_format format;
	const char *filter; /* as for a list; NULL: all */
	char delimiter;	    /* 0: comma */
	bool raw;	    /* without byte order mark and formula guard: for machines */
};

/* Receives the export in pieces; anything but CH_OK ends it. c->work looks on, and may stop it, after every record. */
typedef enum ch_status ch_export_sink(void *context, const char *bytes, size_t length, struct ch_error *err);

enum ch_status ch_export(struct ch_context *c, const struct ch_export_options *options, ch_export_sink *sink,
			 void *sink_context, struct ch_error *err);

/*
 * Appends one row of CSV (RFC 4180, CRLF); a NULL cell is empty. `delimiter` 0
 * is a comma. Unless `raw`, what a spreadsheet would take for a formula is
 * guarded, as in an export.
 */
void ch_csv_add_row(struct ch_buffer *out, const char *const *cells, size_t count, char delimiter, bool raw);

/*
 * Appends the rows of the grid as CSV, guarded; the headings, its keys, first if wanted. `safe` is where cells are made
 * safe to be shown; NULL: they go to a file.
 */
void ch_csv_add_grid(struct ch_buffer *out, const struct ch_grid *grid, bool with_heading, struct ch_arena *safe);

/*
 * Everything that is the actor's own, as text to read or as JSON (R59): their record, enrolments and answers, and of
 * each pairing of theirs what was agreed, met and done, with their own feedback. Where they are the learner it has the
 * wording of the two as well, since coaching belongs to the one coached; a mentor's or coach's has none. Nothing of the
 * other side's own, and nothing of class coordinator, is in it. Coordinators have no record of their own: CH_USAGE.
 */
enum ch_status ch_export_mine(struct ch_context *c, bool json, struct ch_buffer *out, struct ch_error *err);

/*
 * The same for a coordinator whom the person asked what is held about them (UK GDPR, Article 15): besides what is the
 * person's own, what coordinators noted about them, their check-ins and wishes. Not the wording of their pairs (R58),
 * which they have by ch_export_mine(), nor what others answered (R79). The audit log says that it was made.
 */
enum ch_status ch_export_disclosed(struct ch_context *c, int64_t person_id, bool json, struct ch_buffer *out,
				   struct ch_error *err);

#endif
