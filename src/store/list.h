/*
 * Lists: what they consist of, and the composing of their statements.
 *
 * A list is described by constant fragments of SQL (list_fragments.c, the one
 * place that has them). A statement is put together from them for one filter
 * and one order: what nobody asked for is not in it, so that the planner sees
 * the plain query. Pages go by key: the rows after (sort value, id).
 */
#ifndef STORE_LIST_H
#define STORE_LIST_H

#include "chiron/list.h"
#include "store/db.h"

enum {
	LIST_MOST_COLUMNS = 64,
	LIST_MOST_TERMS = 16, /* of one filter */
	LIST_MOST_VALUES = 16 /* of one term: SQLite bounds the depth of an expression */
};

struct list_column {
	const char *key;
	const char *aliases; /* further names a filter knows it by, blank-separated; NULL: none */

	/* The field whose label, type, choices, width and class it has; CH_NO_ENTITY: it has its own. */
	enum ch_entity_id entity;
	const char *field; /* NULL: the key is the field's */
	const char *label; /* own ones, or instead of the field's */
	enum ch_type type;
	enum ch_class access;
	const struct ch_choice *choices;
	int width;

	const char *select; /* the cell */
	const char *sort;   /* NOT NULL and indexed; NULL: the list is not sorted by it */
	const char *lead;   /* the joined table that `sort` is of; NULL: the list's own */
	const char *within; /* what holds the cell's text, folded, in the index that the list walks; NULL: nothing */
	bool terms;	    /* filtered by what its terms begin with, not by any part of its text */
	bool numeric;	    /* `sort` gives whole numbers, not text */
	bool ranked;	    /* `sort` gives ranks, which no value of a filter compares with */
	bool ahead;	    /* a date that lies ahead: "fri" is the next one */
	bool extra;	    /* not on screens unless asked for */
	bool shared;	    /* in a list with `self`: shown of the others, too */
};

struct list_table {
	const char *alias;
	const char *table;
	const char *on;	   /* NULL: the list's own table, the first */
	const char *needs; /* another alias that `on` mentions; NULL: only the list's own */
	bool optional;	   /* a LEFT JOIN */
};

struct list_info {
	const char *name;  /* in messages: "pairings" */
	const char *title; /* translated where it is shown */
	enum ch_operation read;
	enum ch_entity_id entity; /* what a row is; CH_NO_ENTITY: no entity */
	const char *id;
	const char *order; /* key of the column it is sorted by, "-" before it for descending */
	const struct list_table *tables;
	size_t table_count;
	const struct list_column *columns;
	size_t column_count;

	/* Where plain words look, NULL-terminated: people, by their alias; and other texts. */
	const char *const *people;
	const char *const *texts;

	/*
	 * Conditions that narrow it; NULL where it cannot be narrowed so. In
	 * `of_person` "@" stands for the person, so that it serves for the query's
	 * person and for the actor who may see only their own.
	 */
	const char *of_pairing, *of_person, *of_programme;
	const char *of_me; /* whose own they are, :me; NULL: as of_person */
	const char *self; /* the row is about the actor (:me); in their own scope unshared cells of others are hidden */
};

/* NULL where there is no such list. */
const struct list_info *list_info(enum ch_list_id list);

/* The list that shows records of this entity; 0 where there is none. */
enum ch_list_id list_of_entity(enum ch_entity_id entity);

/* Its columns as faces see them; one for each of list_info's. */
const struct ch_column *list_columns(enum ch_list_id list);

/* A column as faces see it. */
struct ch_column list_column_face(const struct list_column *column);

/* Who may read the column: its field's class, or its own. */
enum ch_class list_column_access(const struct list_column *column);

/* By key or alias; NULL where there is none. */
const struct list_column *list_column_named(const struct list_info *info, const char *name);

/* A parsed filter: each term must fit. */
enum list_match {
	LIST_WORD,	 /* a plain word: no column */
	LIST_CONTAINS,	 /* folded text somewhere in the text */
	LIST_TERM,	 /* a term of the list begins with it, folded */
	LIST_CODE,	 /* a set of choices has it */
	LIST_EQUAL,
	LIST_LESS,
	LIST_LESS_EQUAL,
	LIST_MORE,
	LIST_MORE_EQUAL,
	LIST_NOT_KNOWN	 /* no value */
};

struct list_value {
	const char *text; /* folded as the match wants it, or canonical */
	int64_t number;	  /* where text is NULL */
};

struct list_term {
	const struct list_column *column; /* NULL: a plain word */
	enum ch_type type;
	enum list_match match;
	bool negated;
	struct list_value values[LIST_MOST_VALUES]; /* one of them must fit */
	size_t value_count;
};

struct list_filter {
	struct list_term terms[LIST_MOST_TERMS];
	size_t count;
};

struct list_request {
	const struct ch_list_query *query;
	const struct list_info *info;
	const struct ch_column *faces; /* of its columns; needed only where rows are fetched or tallied */
	const struct list_filter *filter;
	const struct list_column *sort;
	bool descending;
	bool own; /* only what is the actor's */
	const char *people; /* only of their pairings: numbers, "1,2"; NULL: of all */
	int64_t me;
	ch_date today;
};

/* A page into `arena`, in list order. CH_MISSING where the row it begins at was to be looked up and is gone. */
enum ch_status list_fetch(struct db *db, const struct list_request *request, struct ch_arena *arena,
			  struct ch_grid *grid, struct ch_error *err);

enum ch_status list_count(struct db *db, const struct list_request *request, int64_t *count, struct ch_error *err);

/* How many rows come before the query's `from`, whose sort value must be given. */
enum ch_status list_place(struct db *db, const struct list_request *request, int64_t *count, struct ch_error *err);

/* Builds what makes looking for words in the list quick, as far as whoever looks on lets it; see word_map.h. */
enum ch_status list_prepare(struct db *db, const struct list_info *info, struct ch_error *err);

/* How many rows for each value of request->sort, which need have no order: `rows` of value and count. */
enum ch_status list_tally(struct db *db, const struct list_request *request, struct ch_arena *arena,
			  struct ch_row **rows, size_t *count, struct ch_error *err);

/* Whether the list, as far as the actor may see it, has a row with this id. */
enum ch_status list_has(struct db *db, const struct list_info *info, int64_t id, bool own, int64_t me, bool *there,
			struct ch_error *err);

#endif
