/*
 * Field tables: what every entity consists of, said once.
 *
 * An entity is a plain C struct (person.h, pairing.h, ...) whose every member
 * has a row in the entity's field table (src/model/<entity>.c). The table
 * drives the forms, the columns of lists, the `--key value` options, the
 * columns of import and export, JSON keys, validation messages, the change
 * journal, the columns of the entity's table in the file, and docs/fields.md.
 *
 * How a member holds its value, and "not known":
 *   text, list, instant   const char *   NULL
 *   whole numbers, ids    int64_t        CH_UNKNOWN (ids: 0)
 *   dates                 ch_date        CH_NO_DATE
 *   choices, yes/no       int            0
 * So the record to start from is ch_record_clear()'s, not all zeros.
 *
 * As text (files, options, JSON, the store) a value is canonical: dates ISO,
 * choices by their code, hours with a decimal point, lists joined by "; ".
 */
#ifndef CHIRON_FIELD_H
#define CHIRON_FIELD_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "chiron/arena.h"
#include "chiron/buffer.h"
#include "chiron/date.h"

#define CH_UNKNOWN INT64_MIN

enum ch_type {
	CH_TYPE_ID = 1,	  /* int64_t, the id of a record of `refers_to` (0: of none) */
	CH_TYPE_TEXT,	  /* one line */
	CH_TYPE_LINES,	  /* several lines */
	CH_TYPE_LIST,	  /* terms joined by "; ": text.h, struct ch_terms */
	CH_TYPE_EMAIL,	  /* one line, one "@", kept as typed */
	CH_TYPE_PHONE,	  /* one line, kept as typed, never a number */
	CH_TYPE_NUMBER,	  /* int64_t */
	CH_TYPE_MINUTES,  /* int64_t, a length of time */
	CH_TYPE_TIME,	  /* int64_t, minute of the day, "17:30" */
	CH_TYPE_HOURS,	  /* int64_t, in minutes; as text in hours: "1.5" */
	CH_TYPE_DATE,	  /* ch_date */
	CH_TYPE_INSTANT,  /* text, UTC */
	CH_TYPE_CHOICE,	  /* int, index into `choices` */
	CH_TYPE_CHOICES,  /* int, a set: bit (1 << i) for choices[i]; as text a list of codes */
	CH_TYPE_YES,	  /* int: 0 not known, 1 no, 2 yes */
	CH_TYPE_INTERVAL  /* text, canonical as ch_interval_text() writes it: "2 weeks" */
};

/* Whether a member of the type is a text; else it is a number. */
static inline bool ch_type_holds_text(enum ch_type type)
{
	switch (type) {
	case CH_TYPE_TEXT:
	case CH_TYPE_LINES:
	case CH_TYPE_LIST:
	case CH_TYPE_EMAIL:
	case CH_TYPE_PHONE:
	case CH_TYPE_INSTANT:
	case CH_TYPE_INTERVAL:
		return true;
	case CH_TYPE_ID:
	case CH_TYPE_NUMBER:
	case CH_TYPE_MINUTES:
	case CH_TYPE_TIME:
	case CH_TYPE_HOURS:
	case CH_TYPE_DATE:
	case CH_TYPE_CHOICE:
	case CH_TYPE_CHOICES:
	case CH_TYPE_YES:
		return false;
	}
	return false;
}


/*
 * Who may read a field (design: confidentiality; R58, R79). There is no default: a field without a class does not
 * compile.
 */
enum ch_class {
	CH_CLASS_FACT = 1,    /* coordinator, and the two of a pairing */
	CH_CLASS_COORDINATOR, /* coordinator; the person's own access export */
	CH_CLASS_OWN_SIDE,    /* the person and the coordinator, never the other side */
	CH_CLASS_PAIR	      /* the two of the pairing; never a coordinator */
};

enum ch_yes { CH_UNSAID, CH_NO, CH_YES };

/* A word a choice field may hold. Index 0 of a choice list stands for "not known" and has the code "". */
struct ch_choice {
	const char *code;  /* in files and options: "ended_early" */
	const char *label; /* on screens, translated: "ended early" */
};

enum {
	CH_FIELD_REQUIRED = 1 << 0, /* a record without it is refused */
	CH_FIELD_KEPT = 1 << 1,	    /* set by chiron itself: shown, exported, never edited or imported */
	CH_FIELD_SEARCHED = 1 << 2, /* plain words of a filter look here */
	CH_FIELD_HIDDEN = 1 << 3,   /* internal key: stored and journalled, in no form, list or export */
	CH_FIELD_FIXED = 1 << 4,    /* given when the record is made, not edited afterwards */
	CH_FIELD_MORE = 1 << 5,	    /* in a form's second part, for those who want it */
	CH_FIELD_AHEAD = 1 << 6,    /* a date that lies ahead, as a due date: "fri" is the next one, not the last */
	CH_FIELD_COUNTED = 1 << 7,  /* follows from other records: undo leaves it and counts anew */

	/* Of dates: what one in a list that lacks its day or its year is taken for. Others may be past or to come. */
	CH_FIELD_PAST = 1 << 8,	   /* something that was */
	CH_FIELD_UNTIL = 1 << 9,   /* up to when something holds: of a month its last day */
	CH_FIELD_MEETING = 1 << 10 /* the day that two met: of a month it would say nothing */
};

/* The entities, in the order in which records depend on each other. */
#define CH_ENTITIES(X)                                                                                                 \
	X(SCHEME, scheme)                                                                                              \
	X(PERSON, person)                                                                                              \
	X(PROGRAMME, programme)                                                                                        \
	X(SETTINGS, settings)                                                                                          \
	X(COORDINATOR, coordinator)                                                                                    \
	X(CHARGE, charge)                                                                                              \
	X(COHORT, cohort)                                                                                              \
	X(OBJECTIVE, objective)                                                                                        \
	X(REQUIREMENT, requirement)                                                                                    \
	X(ELIGIBILITY, eligibility)                                                                                    \
	X(CREDENTIAL, credential)                                                                                      \
	X(ENROLMENT, enrolment)                                                                                        \
	X(COMMITTEE_MEMBER, committee_member)                                                                          \
	X(MATCH_WEIGHT, match_weight)                                                                                  \
	X(PAIR_RULE, pair_rule)                                                                                        \
	X(WISH, wish)                                                                                                  \
	X(MATCH_RUN, match_run)                                                                                        \
	X(PROPOSAL, proposal)                                                                                          \
	X(APPROVAL, approval)                                                                                          \
	X(PAIRING, pairing)                                                                                            \
	X(SPELL, spell)                                                                                                \
	X(AGREEMENT, agreement)                                                                                        \
	X(SESSION, session)                                                                                            \
	X(GOAL, goal)                                                                                                  \
	X(ACTION, action)                                                                                              \
	X(CHECKIN, checkin)                                                                                            \
	X(FEEDBACK, feedback)                                                                                          \
	X(REFERRAL, referral)                                                                                          \
	X(RELEASE, release)                                                                                            \
	X(INTRODUCTION, introduction)                                                                                  \
	X(ASSESSMENT, assessment)                                                                                      \
	X(MANAGER_FEEDBACK, manager_feedback)                                                                          \
	X(ANSWER, answer)                                                                                              \
	X(OVERRIDE, override)                                                                                          \
	X(OWN_FILE, own_file)                                                                                          \
	X(IMPORT_BATCH, import_batch)                                                                                  \
	X(MAPPING, mapping)                                                                                            \
	X(CUSTOM_FIELD, custom_field)                                                                                  \
	X(HANDLING, handling)                                                                                          \
	X(MERGED, merged)                                                                                              \
	X(STEP, step)

enum ch_entity_id {
	CH_NO_ENTITY,
#define X(upper, lower) CH_##upper,
	CH_ENTITIES(X)
#undef X
		CH_ENTITY_COUNT
};

struct ch_field {
	const char *key;   /* snake_case: the option, the column, the JSON key, the member */
	const char *label; /* translated where it is shown */
	const char *help;  /* one line: what it is for, what is allowed */
	const char *rules; /* it is there for: "R31, R32"; NULL: none */
	size_t offset;
	enum ch_type type;
	enum ch_class access;
	unsigned flags;
	/* Numbers: range, lengths in minutes (0, 0: all of the type). Text: max is the most characters (0: 500). */
	int64_t min, max;
	const char *initial; /* canonical text that a new record starts with; NULL: not known */
	const struct ch_choice *choices; /* ends with a NULL code */
	enum ch_entity_id refers_to;
	int width; /* cells of its column in lists; 0: by type */
};

struct ch_entity {
	enum ch_entity_id id;
	const char *name;   /* "person": table, JSON, `chiron person` */
	const char *noun;   /* in sentences: "person", "check-in" */
	const char *plural; /* "people", "pairings" */
	const char *label;  /* "Person" */
	size_t size;	    /* of its struct */
	const struct ch_field *fields;
	size_t field_count;
};

/*
 * Every record begins with its id and its row version. The version counts the
 * times the record was saved; a save that brings another version than the
 * file's is a conflict (CH_BUSY), never a silent overwrite.
 */
struct ch_record {
	int64_t id;
	int64_t row_version;
};

const struct ch_entity *ch_entity_of(enum ch_entity_id id);
const struct ch_entity *ch_entity_named(const char *name); /* name or plural; NULL where there is none */

const struct ch_field *ch_field_named(const struct ch_entity *entity, const char *key); /* NULL where there is none */

/* Makes every member "not known"; id and row_version 0. */
void ch_record_clear(const struct ch_entity *entity, void *record);

/* As ch_record_clear(), then gives every field that has one its initial value. */
void ch_record_start(const struct ch_entity *entity, void *record);

/* A copy whose texts live in `arena`. */
void ch_record_copy(const struct ch_entity *entity, void *to, const void *from, struct ch_arena *arena);

bool ch_field_known(const struct ch_field *field, const void *record);
bool ch_field_equal(const struct ch_field *field, const void *a, const void *b);

/* The canonical text of the value; NULL where it is not known. */
const char *ch_field_text(const struct ch_field *field, const void *record, struct ch_arena *arena);

/*
 * As screens show it: choices by their label, dates and lengths in full, "" where not known. `today` as for
 * ch_date_show().
 */
const char *ch_field_show(const struct ch_field *field, const void *record, ch_date today, struct ch_arena *arena);

/*
 * Sets the value from what a person typed or a file holds: canonical text and
 * every form that date.h reads; choices by code, label or unambiguous start.
 * NULL or blank makes it "not known". Refuses (CH_DATA, field named) what is
 * out of range or too long, has control characters, or is no such choice, and
 * says what is allowed. The record is unchanged on failure. An id must be a
 * number here: names are resolved by ch_find() in core.
 */
enum ch_status ch_field_set(const struct ch_field *field, void *record, const char *text, ch_date today,
			    struct ch_arena *arena, struct ch_error *err);

/* Refuses a record that lacks a required field or has a value out of range, naming the first such field. */
enum ch_status ch_record_validate(const struct ch_entity *entity, const void *record, struct ch_error *err);

/*
 * The same, where some of the values are as ch_field_set() let them in: those of whichever fields[i] has bit i in
 * `checked` are not looked at again.
 */
enum ch_status ch_record_validate_rest(const struct ch_entity *entity, const void *record, uint64_t checked,
				       struct ch_error *err);

/* Finds a choice by code, label, or a start that fits only one; -1 where there is none. */
int ch_choice_find(const struct ch_choice *choices, const char *text);

/* "active, paused or closed": what is allowed, for messages. */
void ch_choice_list(const struct ch_choice *choices, struct ch_buffer *out);

#endif
