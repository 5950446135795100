/*
 * What an import has to say: decisions and problems.
 *
 * A notice is one decision in one line ("Columns are separated by commas").
 * An issue is one problem, with everything that a person needs in order to
 * find and mend it. Both are kept in the order in which they arose and live
 * in the arena of the findings. No text here ends in a full stop, and values
 * are as they were in the file: the face makes them safe.
 */
#ifndef CHIRON_CORE_IMPORT_ISSUE_H
#define CHIRON_CORE_IMPORT_ISSUE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "chiron/arena.h"
#include "chiron/buffer.h"
#include "chiron/status.h"

/* How a notice or a fix is said that tells what to do by a command and by a key: CH_WAY in chiron/status.h. */
enum import_face { IMPORT_BY_COMMAND, IMPORT_BY_KEY, IMPORT_BY_NEITHER /* what was decided, and no way out */ };

/* The text as it is said there, in `arena` unless it is the same everywhere; NULL of NULL. */
const char *import_said(struct ch_arena *arena, const char *text, enum import_face face);

#define IMPORT_CELL_SHOWN 1000 /* bytes of a cell, as kept in an issue: more than anybody reads */

/* Why something is an issue. The code is what programs read and what issues are grouped by. */
#define IMPORT_REASONS(X)                                                                                              \
	X(QUOTE_NOT_CLOSED, "quote_not_closed")                                                                        \
	X(STRAY_QUOTE, "stray_quote")                                                                                  \
	X(ROW_TOO_LONG, "row_too_long")                                                                                \
	X(CELL_TOO_LONG, "cell_too_long")                                                                              \
	X(TOO_MANY_COLUMNS, "too_many_columns")                                                                        \
	X(TOO_MANY_CELLS, "too_many_cells")                                                                            \
	X(TOO_FEW_CELLS, "too_few_cells")                                                                              \
	X(SAID_ABOVE, "said_above")                                                                                    \
	X(NO_VALUE, "no_value")                                                                                        \
	X(ERROR_VALUE, "error_value")                                                                                  \
	X(OTHER_LIST, "other_list")                                                                                    \
	X(ONE_CELL, "one_cell")                                                                                        \
	X(CONTROL_CHARACTERS, "control_characters")                                                                    \
	X(BAD_EMAIL, "bad_email")                                                                                      \
	X(EMAIL_MENDED, "email_mended")                                                                                \
	X(SUGGESTION_TAKEN, "suggestion_taken")                                                                        \
	X(EMAIL_UNUSUAL, "email_unusual")                                                                              \
	X(EMAIL_DOMAIN, "email_domain")                                                                                \
	X(PHONE_ZERO, "phone_zero")                                                                                    \
	X(BAD_NAME, "bad_name")                                                                                        \
	X(SHORT_LENGTH, "short_length")                                                                                \
	X(NAME_TURNED, "name_turned")                                                                                  \
	X(NAME_UNUSUAL, "name_unusual")                                                                                \
	X(MANGLED, "mangled")                                                                                          \
	X(BAD_PHONE, "bad_phone")                                                                                      \
	X(BAD_DATE, "bad_date")                                                                                        \
	X(SHORT_DATE, "short_date")                                                                                    \
	X(DATE_ORDER, "date_order")                                                                                    \
	X(BAD_NUMBER, "bad_number")                                                                                    \
	X(NUMBER_RANGE, "number_range")                                                                                \
	X(BAD_HOURS, "bad_hours")                                                                                      \
	X(BAD_ROLE, "bad_role")                                                                                        \
	X(BAD_YES_NO, "bad_yes_no")                                                                                    \
	X(BAD_CHOICE, "bad_choice")                                                                                    \
	X(TOO_LONG, "too_long")                                                                                        \
	X(NO_NAME, "no_name")                                                                                          \
	X(REPEATED, "repeated")                                                                                        \
	X(NEAR_NAME, "near_name")                                                                                      \
	X(SAME_NAME, "same_name")                                                                                      \
	X(SHARED_PHONE, "shared_phone")                                                                                \
	X(JOINED, "joined")                                                                                            \
	X(NAME_CHANGED, "name_changed")                                                                                \
	X(WAS_ERASED, "was_erased")                                                                                    \
	X(OTHER_PERSON, "other_person")                                                                                \
	X(OWN_MANAGER, "own_manager")                                                                                  \
	X(MANAGER_LOOP, "manager_loop")                                                                                \
	X(UNKNOWN_PERSON, "unknown_person")                                                                            \
	X(AMBIGUOUS_PERSON, "ambiguous_person")                                                                        \
	X(SAID_LEFT, "said_left")                                                                                      \
	X(KEPT_APART, "kept_apart")                                                                                    \
	X(CONSENT_REFUSED, "consent_refused")                                                                          \
	X(SAME_PERSON, "same_person")                                                                                  \
	X(NO_PERSON, "no_person")                                                                                      \
	X(NO_PROGRAMME, "no_programme")                                                                                \
	X(NO_PAIRING, "no_pairing")                                                                                    \
	X(OTHER_WAY_ROUND, "other_way_round")                                                                          \
	X(NEAR_DATE, "near_date")                                                                                      \
	X(NO_DATE, "no_date")                                                                                          \
	X(FUTURE_DATE, "future_date")                                                                                  \
	X(DATES_DISAGREE, "dates_disagree")                                                                            \
	X(AGAINST_RULE, "against_rule")                                                                                \
	X(ALREADY_KNOWN, "already_known")                                                                              \
	X(NOT_STORED, "not_stored")

enum import_reason {
	IMPORT_NO_REASON,
#define X(name, code) IMPORT_##name,
	IMPORT_REASONS(X)
#undef X
};

struct import_issue {
	int64_t row;	    /* as a spreadsheet counts them, from 1; 0: the whole file or column */
	int64_t line;	    /* of the text, where the row begins; 0: none */
	const char *column; /* heading as in the file; NULL: the whole row */
	const char *field;  /* key of the field the column is; NULL: none */
	const char *value;  /* as found, of a cell its first 1,000 bytes; NULL: none */
	enum import_reason reason;
	bool rejected;		/* the row does not come in; else only this value is left out or mended */
	bool held_back;		/* nothing of the row comes in, though no cell of it is wrong */
	bool replaces;		/* it may count instead of the earlier row: ch_import_options.keep_last */
	const char *const *cells; /* of a row that does not fit under the headings, all of them; NULL: none */
	size_t cell_count;
	const char *message;	/* goes on after the value: "has no @" */
	const char *fix;	/* a sentence; NULL where the message says it all */
	const char *suggestion; /* a value that may be meant; NULL: none */
	int64_t person_id;	/* who was here before and may be meant; 0: nobody */
	int64_t other_row;	/* likewise the person of that row; 0: none */
	const char *who;	/* of a cell: what the one of the row is called; NULL: not said, or what is wrong */
	const char *other_name; /* what the one of the other row is called; NULL: none */
	bool is_cell;		/* `value` is the whole cell */
	struct import_issue *next;
};

enum import_topic {
	IMPORT_TOPIC_ENCODING,
	IMPORT_TOPIC_DELIMITER,
	IMPORT_TOPIC_SHEET,
	IMPORT_TOPIC_HEADING_ROW,
	IMPORT_TOPIC_MAPPING,
	IMPORT_TOPIC_MEMORY,
	IMPORT_TOPIC_IGNORED,
	IMPORT_TOPIC_DATE_ORDER,
	IMPORT_TOPIC_MENDED,
	IMPORT_TOPIC_MENDED_BEFORE,
	IMPORT_TOPIC_ROWS
};

struct import_notice {
	enum import_topic topic;
	const char *text;
	struct import_notice *next;
};

enum { IMPORT_ISSUES_MOST = 5000 };

/*
 * Starts as IMPORT_FINDINGS_IN(arena). All are counted; of a file that is wrong all over the first
 * IMPORT_ISSUES_MOST issues are kept, and those of the present row.
 */
struct import_findings {
	struct ch_arena *arena;
	struct ch_arena spare; /* of issues that are not kept */
	struct import_issue *last_kept;
	size_t kept;
	struct import_issue *first_issue, *last_issue;
	struct import_notice *first_notice, *last_notice;
	size_t issue_count, rejected_count;
};

#define IMPORT_FINDINGS_IN(arena_) ((struct import_findings){.arena = (arena_), .spare = CH_ARENA_EMPTY})

/* Lets go of what is not kept, before the next row; and at the end, when how many there were becomes a notice. */
void import_findings_next(struct import_findings *findings);
void import_findings_end(struct import_findings *findings);

/* Whether the next issue is kept; else it is only counted, unless it rejects its row or holds that back. */
bool import_findings_keep(const struct import_findings *findings);

/* Adds a copy, whose texts are copied too. `findings` may be NULL: nothing is kept. */
void import_issue_add(struct import_findings *findings, const struct import_issue *issue);
void import_notice_add(struct import_findings *findings, enum import_topic topic, const char *format, ...)
	CH_PRINTF(3, 4);

/* The start of a text from the file, for a notice: at most 40 characters. Lives as long as the findings. */
const char *import_excerpt(const struct import_findings *findings, const char *text);

/* The start of a cell, whole characters of it, to be shown as a sample. */
const char *import_cell_start(struct ch_arena *arena, const char *cell);

/* The code of a topic, as "heading_row". */
const char *import_topic_code(enum import_topic topic);

/* The code of a reason, as "bad_email"; "" for none. */
const char *import_reason_code(enum import_reason reason);

/* What to do, said there: the suggestion, then issue->fix. NULL where there is neither. */
const char *import_issue_fix(const struct import_issue *issue, enum import_face face, struct ch_arena *arena);

/* As ch_import_issue_sentence() (exchange.h). */
void import_issue_sentence(struct ch_buffer *out, const char *where, const struct import_issue *issue);

#endif
