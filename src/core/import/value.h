/*
 * From cells to values: what is meant, and what is wrong with it.
 *
 * A value comes out as the canonical text of its field (field.h), so that
 * ch_field_set() takes it as it is. A cell that is not understood leaves an
 * optional field not known, with an issue; only a bad e-mail or a name that
 * cannot be one rejects the row. Nothing is guessed without being said.
 */
#ifndef CHIRON_CORE_IMPORT_VALUE_H
#define CHIRON_CORE_IMPORT_VALUE_H

#include "chiron/person.h"
#include "core/import/email_domain.h"
#include "core/import/issue.h"
#include "core/import/lexicon.h"

enum import_date_order { IMPORT_ORDER_NONE, IMPORT_DMY, IMPORT_MDY, IMPORT_YMD };

/* Where the text of a column goes in its field, of which another column holds the rest. */
enum import_part {
	IMPORT_PART_WHOLE,
	IMPORT_PART_BEFORE,
	IMPORT_PART_AFTER,
	IMPORT_PART_LAST_FIRST /* the whole name, as "Lee, Ann" */
};

/* What the days of a column are of: it decides what one without a day, or without a year, is taken for. */
enum import_day_use {
	IMPORT_DAY_FREE,  /* before or after today */
	IMPORT_DAY_PAST,  /* something that was */
	IMPORT_DAY_END,	  /* up to when something holds: of a month its last day */
	IMPORT_DAY_EXACT  /* two met: of a month it would say nothing */
};

/* How the cells of one column are read. */
struct import_how {
	const struct import_lexicon *lexicon;
	const struct ch_field *field;
	enum ch_role role;	 /* of a yes/no column: what "yes" stands for; else CH_NO_ROLE */
	enum import_part part;
	bool coaching;		 /* "both" means coach and coachee, not mentor and mentee */
	enum import_date_order order;
	int serial_shift;	 /* days to add to a bare number that is a date: row_source.h */
	enum import_day_use use; /* of dates */
	ch_date today;		 /* CH_NO_DATE: a day without a year has none */
	int year_of_list;	 /* that the name of the sheet or file has; 0: it has none; -1: several */
	int year_of_samples;	 /* likewise of the first dates of the column */
	const char *day_sample;	 /* a date of the column that can be read in one way only; NULL: none */
	const struct email_domains *domains; /* of the column; NULL: not known */
	bool zeros;		 /* some phone numbers of the column begin with 0 */
	bool hours;		 /* numbers of a length without a unit are hours */
	bool bands;		 /* grades are bands, of which 8 is four: import_band() */
	const char *needed;	 /* what nothing says without it: the row is rejected; NULL: may be missing */
	bool order_unclear;	 /* some dates of the column are day first, others month first: none is read */
};

struct import_value {
	const char *text;	   /* canonical; NULL: not given, or not known */
	enum import_reason reason; /* IMPORT_NO_REASON: nothing to say */
	bool rejected;		   /* the row with it */
	const char *message, *fix, *suggestion; /* as in struct import_issue */
};

/* Reads one cell; texts live in `arena`, or are the cell's own. */
struct import_value import_value_read(const struct import_how *how, const char *cell, struct ch_arena *arena);

/* ---- The parsers behind it, for text that import_value_clean() returned ---- */

/*
 * The cell without an export's formula guard, without the ="..." that keeps
 * Excel from calculating, and without control characters; in *taken how many of
 * those there were. Invisible marks that are pasted along from address books
 * go too, uncounted. Valid UTF-8 in, and out.
 */
char *import_value_clean(struct ch_arena *arena, const char *cell, size_t *taken);

/* How many marks that turn the order of text are in the cell. */
size_t import_direction_marks(const char *cell);

/*
 * The terms of a cell: split at line breaks, ";", "|" and bullets where there
 * is one, else at ","; languages also at "/", "&" and "and". Canonical list,
 * or NULL.
 */
char *import_terms(struct ch_arena *arena, const char *cell, bool languages);

/*
 * The roles that the words of a cell name, as a set of 1 << enum ch_role; 0
 * where another word is among them, or none.
 */
int import_roles(const struct import_lexicon *lexicon, const char *cell, bool coaching);

/*
 * The same of a list of things, parted by line breaks, ";", "|" or ":::": the roles among them, and in *others (may be
 * NULL) whether there is anything else.
 */
int import_roles_among(const struct import_lexicon *lexicon, const char *cell, bool coaching, bool *others);

/* How much of a cell stands before a remark, as in "Completed - ended in May" or "Yes (late)"; 0: there is none. */
size_t import_before_remark(const char *text);

enum ch_yes import_yes(const struct import_lexicon *lexicon, const char *cell);

/*
 * What is wrong with text that a spreadsheet or another program put there: an
 * error such as #REF!, accents that were mangled before. A value without a
 * reason where nothing is.
 */
struct import_value import_damage(const char *text, struct ch_arena *arena);

/* Of names: what has no letter is none (rejected), what has an @ is asked about. */
struct import_value import_name(const char *text, struct ch_arena *arena);

/* Whether the name seems to be of a household, or of two people beside each other: "Ann and Bob Holt", "Ann / Bob". */
bool import_name_is_of_two(const char *text);

struct import_value import_email(const char *text, struct ch_arena *arena);

/* With `zeros` a number that lacks its first 0 is pointed out. */
struct import_value import_phone(const char *text, bool zeros, struct ch_arena *arena);

/* The digits alone: two ways to write one number have the same. */
const char *import_phone_digits(const char *phone, struct ch_arena *arena);

struct import_value import_number(const struct import_how *how, const char *text, struct ch_arena *arena);

/*
 * A band of the pay scale of the NHS (Agenda for Change), "8a" or "Band 8c", which are four grades one above the other:
 * 8 to 11. 0: it is none of the four.
 */
int import_band(const char *text);

/* A grade of a column that has such bands: "7" is 7, "8b" is 9, "9" is 12. An "8" alone may be any of the four. */
struct import_value import_band_grade(const struct import_how *how, const char *text, struct ch_arena *arena);
struct import_value import_hours(const struct import_how *how, const char *text, struct ch_arena *arena);

enum { IMPORT_FEW_HOURS = 8 }; /* up to here a length without a unit may be of hours as well as of minutes */

/*
 * A length of time as chiron writes it: "90 mins", "1½ hours", "an hour and a half", "1.5". A number without a unit is
 * minutes, unless it has decimals, or the column is of hours; one so small that hours may be meant is asked about.
 */
struct import_value import_minutes(const struct import_how *how, const char *text, struct ch_arena *arena);

/* Whether the cell is a bare number with decimals, "1.5": of a column of lengths that proves that it is of hours. */
bool import_is_decimal(const char *text);

/*
 * What one date tells of the order in its column: IMPORT_DMY or IMPORT_MDY
 * where a day over 12 proves it, else IMPORT_ORDER_NONE; in *open whether the
 * order matters.
 */
enum import_date_order import_date_proof(const struct import_lexicon *lexicon, const char *text, bool *open);

/* What stands for a date but lacks its day, or its year. */
struct import_short_date {
	int day, month, year; /* 0: it is lacking */
	bool unclear; /* the number may be the day or the year */
};

/* Whether the text is one, as "14 Sept", "14/9", "3/2026", "Sep-26"; `order` is what 2/3 is read by. */
bool import_date_short(const struct import_lexicon *lexicon, const char *text, enum import_date_order order,
		       struct import_short_date *out);

/*
 * The day that a cell of a column of days says. What lacks its day or its year is read where only one day can be meant,
 * and said; a suggestion else.
 */
struct import_value import_day(const struct import_how *how, const char *text, struct ch_arena *arena);

/* The date, or CH_NO_DATE. `order` is what 2/3/2026 is read by. */
ch_date import_date(const struct import_lexicon *lexicon, const char *text, enum import_date_order order);

#endif
