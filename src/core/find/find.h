/* The parts of ch_find(). For find*.c only. */
#ifndef CORE_FIND_H
#define CORE_FIND_H

#include "chiron/list.h"

enum { FIND_MOST_NAMED = 5, FIND_MOST_WORDS = 8 };

/* One of several records that a text may mean; `what` tells it from the others, in the find's arena. */
struct find_candidate {
	int64_t id;
	const char *what;
	bool exact; /* the text is all of its name */
	bool goes_on; /* a pairing that is neither closed nor closing */
	bool live;  /* a pairing that is not closed */
	bool in_order; /* a pairing whose guide was named first */
};

struct find {
	struct ch_context *c;
	struct ch_arena *arena;
	const char *text; /* tidied */
	int64_t programme_id; /* whose cohorts and objectives are meant; 0: any */
	bool own;	  /* only what is the actor's may be found */
	struct find_candidate found[FIND_MOST_NAMED + 1];
	size_t count; /* FIND_MOST_NAMED + 1 stands for "and more" */
};

/* A name as it is searched: its words, folded, each of which must be somewhere in a name. */
struct find_name {
	const char *key; /* all of it */
	const char *words[FIND_MOST_WORDS];
	size_t count;
	const char *longest;
	const char *email_key;
};

struct find_name find_name_of(const char *text, struct ch_arena *arena);

/* How the name fits a person's; `email` may be NULL. */
enum find_fit { FIND_NO_FIT, FIND_PART, FIND_WHOLE };
enum find_fit find_fit(const struct find_name *wanted, const char *name, const char *sort_name, const char *email,
		       struct ch_arena *arena);

/* Keeps a candidate, as far as there is room. */
void find_keep(struct find *find, struct find_candidate candidate);

/* The one candidate's id; CH_MISSING or CH_DATA as ch_find(). */
enum ch_status find_decide(struct find *find, enum ch_entity_id entity, int64_t *id, struct ch_error *err);

/* One person named by e-mail or name. */
enum ch_status find_person(struct find *find, int64_t *id, struct ch_error *err);

/* One programme or coordinator, by how its name begins. */
enum ch_status find_named(struct find *find, enum ch_entity_id entity, int64_t *id, struct ch_error *err);

/* One cohort or objective, by how its name begins. */
enum ch_status find_part(struct find *find, enum ch_entity_id entity, int64_t *id, struct ch_error *err);

/* One pairing named by its two people, or by one of them. */
enum ch_status find_pairing(struct find *find, int64_t *id, struct ch_error *err);

#endif
