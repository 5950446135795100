/*
 * Who is here already, while people come in: by address, by the remembered row
 * of a person without one, by name; and in which row of the file each was met.
 *
 * Where the file may double the people or more, everybody's keys are held in
 * memory (key_map.h), which needs no index: the indexes are then taken away,
 * at once where most rows can only be somebody new, else as soon as more people
 * came than were there, and made again at the end. One in whose order people
 * come, by and large, stays. Where the file is small beside the store, the
 * store is asked.
 */
#ifndef CHIRON_CORE_IMPORT_PEOPLE_KNOWN_H
#define CHIRON_CORE_IMPORT_PEOPLE_KNOWN_H

#include <stdbool.h>

#include "chiron/buffer.h"
#include "chiron/person.h"
#include "core/import/key_map.h"
#include "core/import/near_names.h"
#include "core/import/people_coming.h"
#include "core/import/row_map.h"
#include "store/bulk.h"

/* Orders in which people may come. */
enum people_order { PEOPLE_BY_EMAIL, PEOPLE_BY_SORT_NAME, PEOPLE_ORDERS };

/* Whether they do, by the keys of those who came. */
struct key_order {
	struct ch_buffer highest;
	size_t astray; /* so many came with a lower one: they go in among others, and not at the end */
	bool lost;     /* they were too many */
};

enum { PEOPLE_PHONE_KEYS = 2 };

/* What a row's keys are known by; 0 each: it has none. */
struct people_hashes {
	uint64_t email, manager, sort_name;
	uint64_t phone[PEOPLE_PHONE_KEYS]; /* with a part of the name each; where people are compared */
	struct near_parts name; /* the same; its texts live as long as the row */
};

struct people_known {
	struct db *db;
	bool held; /* the keys are held in memory */
	bool outdated; /* some of them are no longer anybody's */
	bool expects; /* who is to come is known as well, from the first look at the file */
	int64_t to_come; /* the number that would be given before the first of them */
	int64_t before; /* people who were here */
	struct key_map keys; /* addresses and remembered rows */
	struct key_map names; /* by sort_name, the first of each */
	bool names_read; /* those of whoever was here: when the first comes who was not */
	struct near_names near;
	struct ch_arena scratch; /* of their phones */
	struct key_map phones; /* where people are compared */
	int64_t import_keys; /* of those who came */
	int64_t waiting; /* of those who came: for a manager */
	int64_t first_id; /* of those who came; 0: nobody yet */
	uint32_t *rows; /* of those who came, from first_id on */
	size_t came, capacity;
	struct key_order orders[PEOPLE_ORDERS];
	struct row_map others; /* the rows of those who were here */
	struct bulk bulk;
};

/*
 * `rows`: about how many the file has; `coming`: who is said to come by it, taken over; `next_id`: of whoever comes
 * first. people_known_release() is due in any case.
 */
enum ch_status people_known_begin(struct people_known *known, struct db *db, int64_t rows,
				  struct people_coming *coming, int64_t next_id, struct ch_error *err);

/* Makes the indexes again that were taken away. */
enum ch_status people_known_end(struct people_known *known, struct ch_error *err);
void people_known_release(struct people_known *known);

/* Whether nothing about people is asked of the store, so that somebody new may be written later. */
bool people_known_holds(const struct people_known *known);

/* The seed of all hashes here, from people_known_begin() on: whoever reads ahead makes them with key_hash(). */
const struct key_seed *people_known_seed(const struct people_known *known);

/* Whether a person's name and phone are compared with everybody's: of a very long list they are not. */
bool people_known_compares(const struct people_known *known);

/* Fills in what is known once the person is made ready: the name; if `compared`, its parts and the phone. */
void people_hashes_of_person(struct people_hashes *hashes, const struct key_seed *seed, bool compared,
			     const struct ch_person *person, struct ch_arena *arena);

/* Begins to read what is known of these: they are asked for soon. */
void people_known_fetch(const struct people_known *known, const struct people_hashes *hashes);

/* The person with that folded address, of that hash, or that remembered row; 0 where there is none. NULL: nobody. */
enum ch_status people_known_email(struct people_known *known, const char *email_key, uint64_t hash, int64_t *id,
				  struct ch_error *err);
enum ch_status people_known_import_key(struct people_known *known, const char *import_key, int64_t *id,
				       struct ch_error *err);

/*
 * The number that whoever has the address of that hash will probably be given, by somebody who is `id` themselves; 0:
 * nobody is expected. It proves wrong where a row between is no new person.
 */
int64_t people_known_expected(const struct people_known *known, uint64_t hash, int64_t id);

/* Somebody else than the person with the same sort_name, of that hash; 0 where there is none. */
enum ch_status people_known_namesake(struct people_known *known, const struct ch_person *person, uint64_t hash,
				     int64_t *id, struct ch_error *err);

/* Somebody else than `id` with that phone and one of these names, as Jon and Jonathan Smith; 0: nobody. */
int64_t people_known_phone(const struct people_known *known, const struct people_hashes *hashes, int64_t id);

/* What whoever has that number is called; NULL where names are not compared. */
const char *people_known_name(const struct people_known *known, int64_t id);

/* Somebody whose name is much like the person's; NULL where there is nobody. */
const struct near_name *people_known_near(const struct people_known *known, const struct people_hashes *hashes);

/* Says that the person, made just now, is here. */
enum ch_status people_known_add(struct people_known *known, const struct ch_person *person,
				const struct people_hashes *hashes, struct ch_error *err);

/* Says that one more who is about to be written has no manager yet whom they name. */
enum ch_status people_known_wait(struct people_known *known, struct ch_error *err);

/* Says that somebody is saved, as they were `before` and as they are. */
void people_known_changed(struct people_known *known, const struct ch_person *before, const struct ch_person *person);

/* The row in which the person was met first; 0: in none. */
int64_t people_known_row(const struct people_known *known, int64_t id);
void people_known_met(struct people_known *known, int64_t id, int64_t row);

/* Whether the person came by this import. */
bool people_known_came(const struct people_known *known, int64_t id);

#endif
