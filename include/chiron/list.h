/*
 * Lists: the records of a kind, filtered, sorted, and paged by key.
 *
 * A page is fetched from a key, never by counting rows, so that any page of a
 * million costs the same. What an actor may not read is not in the list; what
 * they may read of it is decided by the permission table.
 *
 * The filter is one small language, the same on the command line and on the
 * screen: plain words search names (any order, each must fit); field:value,
 * field>value, field<value, quotes for blanks, a leading "-" for not. Dates and
 * lengths as date.h reads them; "-" alone as a value means "not known". A comma
 * between values means either of them. A length without a sign is counted from
 * today: last>14d is more than 14 days ago, due<7d within 7 days to come.
 */
#ifndef CHIRON_LIST_H
#define CHIRON_LIST_H

#include "chiron/context.h"
#include "chiron/grid.h"

enum ch_list_id {
	CH_LIST_PEOPLE = 1,
	CH_LIST_PROGRAMMES,
	CH_LIST_ENROLMENTS,
	CH_LIST_PROPOSALS,
	CH_LIST_PAIR_RULES,
	CH_LIST_WISHES,
	CH_LIST_COMMITTEE,
	CH_LIST_PAIRINGS,
	CH_LIST_SESSIONS,
	CH_LIST_ACTIONS,
	CH_LIST_GOALS,
	CH_LIST_CHECKINS,
	CH_LIST_FEEDBACK,
	CH_LIST_REFERRALS,
	CH_LIST_RELEASES,
	CH_LIST_INTRODUCTIONS,
	CH_LIST_ASSESSMENTS,
	CH_LIST_MANAGER_FEEDBACK,
	CH_LIST_OVERRIDES,
	CH_LIST_COHORTS,
	CH_LIST_OBJECTIVES,
	CH_LIST_REQUIREMENTS,
	CH_LIST_ELIGIBILITIES,
	CH_LIST_CREDENTIALS,
	CH_LIST_CUSTOM_FIELDS,
	CH_LIST_IMPORTS,
	CH_LIST_AUDIT,
	CH_LIST_STEPS,
	CH_LIST_HANDLINGS,
	CH_LIST_COORDINATORS,
	CH_LIST_COUNT
};

struct ch_list_query {
	enum ch_list_id list;
	const char *filter; /* NULL or "": everything */
	const char *sort;   /* a column's key, "-key" for descending; NULL: the list's own order */
	int64_t pairing_id; /* only of this pairing; 0: of all */
	int64_t person_id;  /* only those this person has a part in; 0: of all */
	int64_t programme_id;
	/* It begins after (backward: before) the row with this id and sort value; id 0: at the end it comes from. */
	int64_t from_id;
	const char *from_value; /* the row's sort_value; NULL: looked up, and the record must still be there */
	bool backward; /* the page before; its rows still come in list order */
	size_t limit;  /* rows; 0: all */
};

/* What it is called in messages and files: "people", "check-ins". */
const char *ch_list_name(enum ch_list_id list);

/*
 * The columns of a list, in their order on screens; in *sort, as ch_list_query
 * has it, what it is sorted by when nothing is asked for. The last are the
 * custom fields of the scheme (custom_field.h), in `arena`; none where `c` is
 * NULL.
 */
const struct ch_column *ch_list_columns(struct ch_context *c, enum ch_list_id list, struct ch_arena *arena,
					size_t *count, const char **sort);

/*
 * Fetching, counting and placing are stopped by whoever looks on at the context (ch_context.work), with CH_STOPPED:
 * a person types on while a list of a million is searched.
 */

/* CH_DATA where the filter does not parse: which word, and what is allowed; nothing is read. */
enum ch_status ch_list_check(struct ch_context *c, const struct ch_list_query *query, struct ch_error *err);

/* Fetches a page into `arena`. CH_DATA as ch_list_check(). */
enum ch_status ch_list_fetch(struct ch_context *c, const struct ch_list_query *query, struct ch_arena *arena,
			     struct ch_grid *grid, struct ch_error *err);

/* The words of `text`, whatever they consist of, as plain words of a filter, in `arena`: of "Okafor, C / Wen" three. */
const char *ch_list_words(const char *text, struct ch_arena *arena);

/*
 * Prepares for words being looked up in the list, while nobody waits: afterwards, until people change, a word that few
 * people have is found at once among a million. Stopped, it goes on from there at the next call.
 */
enum ch_status ch_list_prepare(struct ch_context *c, enum ch_list_id list, struct ch_error *err);

/*
 * Words are looked up in names alone. Where a filter lets nothing through and a word of it begins a state or another
 * choice of the list's columns, the filter that looks there instead: "state:contracting" for "contract". NULL: none.
 */
const char *ch_list_advice(struct ch_context *c, enum ch_list_id list, const char *filter, struct ch_arena *arena);

/* How many rows the filter lets through in all. */
enum ch_status ch_list_count(struct ch_context *c, const struct ch_list_query *query, int64_t *count,
			     struct ch_error *err);

/* How many rows come before the one of the query's from_id and from_value, both of which must be given. */
enum ch_status ch_list_place(struct ch_context *c, const struct ch_list_query *query, int64_t *count,
			     struct ch_error *err);

/*
 * How many rows the filter lets through for each value of the column `key`: a grid of values, in order, and their
 * counts; rows without a value come first. CH_USAGE where there is no such column, or not for this actor. The query's
 * sort and place are of no account.
 */
enum ch_status ch_list_tally(struct ch_context *c, const struct ch_list_query *query, const char *key,
			     struct ch_arena *arena, struct ch_grid *grid, struct ch_error *err);

/*
 * Finds the one record that `text` names: an id; for people also e-mail or
 * name; for programmes a name; for pairings "GUIDE / LEARNER", or one of its
 * people where they have only one live pairing. CH_MISSING where nothing fits,
 * CH_DATA with the candidates named where several do.
 */
enum ch_status ch_find(struct ch_context *c, enum ch_entity_id entity, const char *text, int64_t *id,
		       struct ch_error *err);

/* The same among the cohorts or objectives of one programme; 0: of any. Other records are found as ever. */
enum ch_status ch_find_in(struct ch_context *c, enum ch_entity_id entity, int64_t programme_id, const char *text,
			  int64_t *id, struct ch_error *err);

#endif
