/*
 * Columns that are fields of the scheme's own (R80): those there are, by name or key, and those that a column which
 * fits nothing becomes, by choice. What a new one is to be is guessed from its cells, unless somebody says it.
 *
 * As --map has it: "t_shirt_size" a field of people, "enrolment.interviewed_on" one of enrolments, "custom" a new one
 * of people, "custom:date" a new one of that kind; one that is there also goes by its name, as "T-shirt size".
 */
#ifndef CHIRON_CORE_IMPORT_CUSTOM_COLUMN_H
#define CHIRON_CORE_IMPORT_CUSTOM_COLUMN_H

#include "chiron/exchange.h"
#include "chiron/text.h"
#include "core/custom_field.h"
#include "core/import/column.h"
#include "core/import/column_cells.h"

/* What there is when an import begins. */
struct import_customs {
	struct custom_fields people, enrolments; /* a list of enrolments has none of people */
	enum ch_custom_owner new_of;		 /* whose a new field is */
	bool make_unknown; /* a column that fits nothing becomes a field without being named */
};

/* How a column is one. */
struct import_custom {
	struct ch_custom_field *field; /* its id is 0 until it is made */
	struct ch_field row;	       /* as ch_field_set() takes its values, into a number or text of its own */
	bool said;		       /* its kind, where it is new */
	bool too_many;		       /* values for a choice */
	const char *code;	       /* for --map */
	const char *asked;	       /* the code that makes it where there is none, "custom"; NULL: none was said */
};

/* What the cells of a column are like that becomes a new field. */
struct import_guess {
	size_t filled, numbers, yes, dates;
	struct ch_terms options; /* each once, in the order of the file */
	bool words;		 /* some are too long for an option, or hold what parts options */
	bool too_many;		 /* options for a choice */
};

/* Whether rows of such a list may have fields of the scheme's own. */
bool import_kind_has_customs(enum ch_import_kind kind);

enum ch_status import_customs_read(struct db *db, enum ch_import_kind kind, struct ch_arena *arena,
				   struct import_customs *customs, struct ch_error *err);

/* Makes the column what its heading, or the code, names; false where they name no field of the scheme's own. */
bool import_custom_headed(const struct import_customs *customs, struct import_column *column,
			  const struct import_lexicon *lexicon, struct ch_arena *arena);
bool import_custom_coded(const struct import_customs *customs, struct import_column *column, const char *code,
			 const struct import_lexicon *lexicon, struct ch_arena *arena);

/* As import_custom_coded(), for what is remembered: a field that was new then is the one of that name, if there is. */
bool import_custom_remembered(const struct import_customs *customs, struct import_column *column, const char *code,
			      const struct import_lexicon *lexicon, struct ch_arena *arena);

/* Looks at a cell, not blank, of a column whose field is new. */
void import_custom_look(struct import_guess *guess, const struct import_lexicon *lexicon, const char *cell,
			struct ch_arena *arena);

/* Decides what the new field of the column is, and says it. */
void import_custom_settle(struct import_column *column, const struct import_guess *guess, struct ch_arena *arena,
			  struct import_findings *findings);

/*
 * Makes the new ones, within the import, and says so; in a dry run, that it would. CH_DATA where one cannot be, as
 * custom_field_insert() says.
 */
enum ch_status import_customs_make(struct change *change, struct import_columns *columns, bool dry_run,
				   struct import_findings *findings, struct ch_error *err);

/* The values with that of the cell; what is wrong with it goes to the findings. `values` where there is none. */
const char *import_custom_value(const struct import_columns *columns, const struct import_row *row, size_t column,
				const char *values, struct ch_arena *arena, struct import_findings *findings);

/* What a person reads the column to be: the field's name, or what it will be. */
const char *import_custom_label(const struct import_column *column, struct ch_arena *arena);

#endif
