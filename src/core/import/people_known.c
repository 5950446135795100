#include "core/import/people_known.h"

#include <stdlib.h>
#include <string.h>

#include "core/import/value.h"
#include "core/journal/change.h"
#include "store/record.h"
#include "store/stmt.h"

enum { FEW = 1000, MANY = 2000, FIRST_CAPACITY = 1024 };

/* So many may come out of an order: a list that is in another one is found out by its first rows. */
enum { ASTRAY_FEW = 50, ASTRAY_SHARE = 64 };

/* Of those without an address, those who wait for a manager, and those who have left: mostly few. */
#define BY_IMPORT_KEY "person_by_import_key"
#define BY_MANAGER_EMAIL "person_by_manager_email"
#define BY_LEFT "person_by_left"

/* A list may be in the order of either: what goes in at the end of an index costs less than to sort it later. */
static const char *const ordered_indexes[] = {[PEOPLE_BY_EMAIL] = "person_by_email",
					      [PEOPLE_BY_SORT_NAME] = "person_by_sort_name"};

static enum ch_status drop_indexes(struct people_known *known, struct ch_error *err)
{
	const char *left[PEOPLE_ORDERS + 4];
	size_t count = 0;

	left[count++] = BY_LEFT;
	if (known->import_keys < FEW)
		left[count++] = BY_IMPORT_KEY;
	if (known->waiting < FEW)
		left[count++] = BY_MANAGER_EMAIL;
	for (size_t i = 0; i < PEOPLE_ORDERS; i++)
		if (!known->orders[i].lost)
			left[count++] = ordered_indexes[i];
	left[count] = NULL;
	return bulk_begin(&known->bulk, known->db, "person", left, err);
}

/* `key` is that of whoever came next. The index goes, too, where the list proves not to be in its order. */
static enum ch_status note_order(struct people_known *known, enum people_order which, const char *key,
				 struct ch_error *err)
{
	struct key_order *order = &known->orders[which];

	if (key == NULL || order->lost)
		return CH_OK;
	if (order->highest.length > 0 && strcmp(key, order->highest.text) < 0) {
		order->astray++;
	} else {
		ch_buffer_clear(&order->highest);
		ch_buffer_add(&order->highest, key);
	}
	order->lost = order->astray > ASTRAY_FEW + known->came / ASTRAY_SHARE;
	return order->lost ? bulk_drop(&known->bulk, "person", ordered_indexes[which], err) : CH_OK;
}

static void hold_keys(struct people_known *known, int64_t id, uint64_t email, const char *import_key)
{
	if (email != 0)
		key_map_set(&known->keys, email, id);
	if (import_key != NULL)
		key_map_set(&known->keys, key_map_hash(&known->keys, import_key), id);
}

static enum ch_status read_keys(struct people_known *known, struct ch_error *err)
{
	struct stmt *q = stmt_ready(known->db, SQL_KEYS_OF_PEOPLE);
	bool row = false;
	enum ch_status status;

	while ((status = stmt_step(q, &row, err)) == CH_OK && row)
		key_map_set(&known->keys, key_map_hash(&known->keys, stmt_text(q, "key")), stmt_id(q, "person_id"));
	stmt_reset(q);
	return status;
}

enum { PHONE_DIGITS_LEAST = 7 };

/*
 * What two records of one person have in common although their names are not alike: the phone with the first name
 * (after a marriage), or with the family name and a first letter (Jon and Jonathan). A household shares less.
 */
static void hash_phone(struct people_hashes *hashes, const struct key_seed *seed, const char *phone,
		       const char *sort_name, struct ch_arena *arena)
{
	const char *comma = phone != NULL ? strstr(sort_name, ", ") : NULL;

	memset(hashes->phone, 0, sizeof hashes->phone);
	if (comma == NULL)
		return;
	const char *digits = import_phone_digits(phone, arena), *first = comma + 2;
	size_t length = strlen(digits);
	if (length < PHONE_DIGITS_LEAST)
		return;
	uint64_t number = key_hash_part(seed, 0, digits, length);
	hashes->phone[0] = key_hash_part(seed, number, first, strlen(first));
	hashes->phone[1] = key_hash_part(seed, number, sort_name, (size_t)(first + 1 - sort_name));
}

void people_hashes_of_person(struct people_hashes *hashes, const struct key_seed *seed, bool compared,
			     const struct ch_person *person, struct ch_arena *arena)
{
	hashes->sort_name = key_hash(seed, person->sort_name);
	if (!compared)
		return;
	hashes->name = near_parts_of(person->sort_name, seed, arena);
	hash_phone(hashes, seed, person->phone, person->sort_name, arena);
}

static void keep_phone(struct people_known *known, const struct people_hashes *hashes, int64_t id)
{
	for (size_t i = 0; i < PEOPLE_PHONE_KEYS && hashes->phone[i] != 0; i++)
		key_map_keep(&known->phones, hashes->phone[i], id);
}

int64_t people_known_phone(const struct people_known *known, const struct people_hashes *hashes, int64_t id)
{
	int64_t found = 0;

	for (size_t i = PEOPLE_PHONE_KEYS; i > 0 && found == 0; i--)
		if (hashes->phone[i - 1] != 0)
			found = key_map_find(&known->phones, hashes->phone[i - 1]);
	return found == id ? 0 : found;
}

/* Everybody's names, to find somebody's namesake, and to compare: each where it is wanted. */
static enum ch_status read_names(struct people_known *known, struct ch_error *err)
{
	struct stmt *q = stmt_ready(known->db, SQL_NAMES_OF_PEOPLE);
	struct people_hashes hashes;
	bool row = false;
	enum ch_status status;

	known->names_read = true;
	while ((status = stmt_step(q, &row, err)) == CH_OK && row) {
		int64_t id = stmt_id(q, "person_id");
		const char *sort_name = stmt_text(q, "sort_name"), *name = stmt_text(q, "name");
		if (!known->near.off) {
			hashes.name = near_parts_of(sort_name, &known->keys.seed, &known->scratch);
			near_names_add(&known->near, &hashes.name, name, id);
			hash_phone(&hashes, &known->keys.seed, stmt_text(q, "phone"), sort_name, &known->scratch);
			keep_phone(known, &hashes, id);
			ch_arena_reset(&known->scratch);
		}
		if (known->held)
			key_map_keep(&known->names, key_map_hash(&known->names, sort_name), id);
	}
	stmt_reset(q);
	return status;
}

enum ch_status people_known_begin(struct people_known *known, struct db *db, int64_t rows,
				  struct people_coming *coming, int64_t next_id, struct ch_error *err)
{
	*known = (struct people_known){.db = db, .bulk = BULK_EMPTY, .to_come = next_id - 1,
					 .scratch = CH_ARENA_EMPTY};
	for (size_t i = 0; i < PEOPLE_ORDERS; i++)
		known->orders[i].highest = CH_BUFFER_EMPTY;
	known->keys = people_coming_take(coming);
	key_map_begin_like(&known->names, &known->keys);
	key_map_begin_like(&known->phones, &known->keys);
	enum ch_status status = record_count(db, ch_entity_of(CH_PERSON), &known->before, err);
	near_names_begin(&known->near, known->before + rows, people_known_seed(known));
	if (people_known_compares(known))
		key_map_reserve(&known->phones, PEOPLE_PHONE_KEYS * (size_t)(known->before + rows));
	known->held = status == CH_OK && known->before <= rows + FEW;
	if (status == CH_OK && known->held)
		status = read_keys(known, err);
	/* Most rows can only be somebody new. */
	if (status == CH_OK && known->held && rows >= MANY && known->before <= rows / 4)
		status = drop_indexes(known, err);
	known->expects = known->bulk.db != NULL;
	if (known->expects)
		key_map_reserve(&known->names, (size_t)rows);
	return status;
}

enum ch_status people_known_end(struct people_known *known, struct ch_error *err)
{
	/* Sorting wants memory, and nobody else comes. */
	key_map_release(&known->keys);
	key_map_release(&known->names);
	return bulk_end(&known->bulk, err);
}

void people_known_release(struct people_known *known)
{
	key_map_release(&known->keys);
	key_map_release(&known->names);
	key_map_release(&known->phones);
	ch_arena_release(&known->scratch);
	near_names_release(&known->near);
	row_map_release(&known->others);
	bulk_release(&known->bulk);
	for (size_t i = 0; i < PEOPLE_ORDERS; i++)
		ch_buffer_release(&known->orders[i].highest);
	free(known->rows);
	known->rows = NULL;
}

bool people_known_holds(const struct people_known *known)
{
	return known->held && !known->outdated;
}

const struct key_seed *people_known_seed(const struct people_known *known)
{
	return &known->keys.seed;
}

bool people_known_compares(const struct people_known *known)
{
	return !known->near.off;
}

void people_known_fetch(const struct people_known *known, const struct people_hashes *hashes)
{
	if (!known->held)
		return;
	if (hashes->email != 0)
		key_map_fetch(&known->keys, hashes->email);
	if (hashes->manager != 0)
		key_map_fetch(&known->keys, hashes->manager);
	if (hashes->sort_name == 0)
		return;
	key_map_fetch(&known->names, hashes->sort_name);
	if (!people_known_compares(known))
		return;
	near_names_fetch(&known->near, &hashes->name);
	for (size_t i = 0; i < PEOPLE_PHONE_KEYS && hashes->phone[i] != 0; i++)
		key_map_fetch(&known->phones, hashes->phone[i]);
}

static enum ch_status ask(struct people_known *known, enum statement_id statement, const char *parameter,
			  const char *key, int64_t *id, struct ch_error *err)
{
	struct stmt *q = stmt_ready(known->db, statement);
	bool row = false;

	stmt_bind_text(q, parameter, key);
	enum ch_status status = stmt_step(q, &row, err);
	*id = status == CH_OK && row ? stmt_id(q, "person_id") : 0;
	stmt_reset(q);
	return status;
}

/* An address that somebody no longer has finds nobody. */
static enum ch_status forget_outdated(struct people_known *known, const char *email_key, int64_t *id,
				      struct ch_error *err)
{
	struct stmt *q = stmt_ready(known->db, SQL_HAS_EMAIL_KEY);
	bool row = false;

	stmt_bind_int(q, "person_id", *id);
	stmt_bind_text(q, "email_key", email_key);
	enum ch_status status = stmt_step(q, &row, err);
	stmt_reset(q);
	if (!row)
		*id = 0;
	return status;
}

enum ch_status people_known_email(struct people_known *known, const char *email_key, uint64_t hash, int64_t *id,
				  struct ch_error *err)
{
	*id = 0;
	if (email_key == NULL)
		return CH_OK;
	if (!known->held)
		return ask(known, SQL_PERSON_BY_EMAIL, "email_key", email_key, id, err);
	*id = key_map_find(&known->keys, hash);
	return *id != 0 && known->outdated ? forget_outdated(known, email_key, id, err) : CH_OK;
}

enum ch_status people_known_import_key(struct people_known *known, const char *import_key, int64_t *id,
				       struct ch_error *err)
{
	*id = 0;
	if (import_key == NULL)
		return CH_OK;
	if (!known->held)
		return ask(known, SQL_PERSON_BY_IMPORT_KEY, "import_key", import_key, id, err);
	*id = key_map_find(&known->keys, key_map_hash(&known->keys, import_key));
	return CH_OK;
}

int64_t people_known_expected(const struct people_known *known, uint64_t hash, int64_t id)
{
	uint32_t number = known->expects ? key_map_expected(&known->keys, hash) : 0;

	return number != 0 && known->to_come + number > id ? known->to_come + number : 0;
}

enum ch_status people_known_namesake(struct people_known *known, const struct ch_person *person, uint64_t hash,
				     int64_t *id, struct ch_error *err)
{
	bool row = false;

	if (!known->names_read && (known->held || !known->near.off))
		TRY(read_names(known, err));
	if (known->held) {
		int64_t found = key_map_find(&known->names, hash);
		*id = found == person->person_id ? 0 : found;
		return CH_OK;
	}
	struct stmt *q = stmt_ready(known->db, SQL_NAMESAKE);
	stmt_bind_text(q, "sort_name", person->sort_name);
	stmt_bind_int(q, "person_id", person->person_id);
	enum ch_status status = stmt_step(q, &row, err);
	*id = status == CH_OK && row ? stmt_id(q, "person_id") : 0;
	stmt_reset(q);
	return status;
}

const char *people_known_name(const struct people_known *known, int64_t id)
{
	return near_names_of(&known->near, id);
}

const struct near_name *people_known_near(const struct people_known *known, const struct people_hashes *hashes)
{
	return near_names_find(&known->near, &hashes->name);
}

static bool same_text(const char *a, const char *b)
{
	return a == b || (a != NULL && b != NULL && strcmp(a, b) == 0);
}

static void note_row(struct people_known *known, int64_t row)
{
	if (known->came == known->capacity) {
		known->capacity = known->capacity == 0 ? FIRST_CAPACITY : known->capacity * 2;
		known->rows = realloc(known->rows, known->capacity * sizeof *known->rows);
		if (known->rows == NULL)
			ch_abort("out of memory");
	}
	known->rows[known->came++] = (uint32_t)row;
}

enum ch_status people_known_add(struct people_known *known, const struct ch_person *person,
				const struct people_hashes *hashes, struct ch_error *err)
{
	if (known->first_id == 0)
		known->first_id = person->person_id;
	if (person->person_id == known->first_id + (int64_t)known->came)
		note_row(known, 0);
	near_names_add(&known->near, &hashes->name, person->name, person->person_id);
	keep_phone(known, hashes, person->person_id);
	if (!known->held)
		return CH_OK;
	TRY(note_order(known, PEOPLE_BY_EMAIL, person->email_key, err));
	TRY(note_order(known, PEOPLE_BY_SORT_NAME, person->sort_name, err));
	uint32_t number = 0;
	if (known->expects && hashes->email != 0)
		number = key_map_expected(&known->keys, hashes->email);
	if (number != 0)
		known->to_come = person->person_id - number;
	hold_keys(known, person->person_id, hashes->email, person->import_key);
	key_map_keep(&known->names, hashes->sort_name, person->person_id);
	if (person->import_key != NULL && ++known->import_keys == FEW)
		TRY(bulk_drop(&known->bulk, "person", BY_IMPORT_KEY, err));
	if (known->bulk.db != NULL || known->came != MANY + (size_t)known->before)
		return CH_OK;
	return drop_indexes(known, err);
}

enum ch_status people_known_wait(struct people_known *known, struct ch_error *err)
{
	return ++known->waiting == FEW ? bulk_drop(&known->bulk, "person", BY_MANAGER_EMAIL, err) : CH_OK;
}

void people_known_changed(struct people_known *known, const struct ch_person *before, const struct ch_person *person)
{
	known->outdated |= !same_text(before->email_key, person->email_key);
	if (known->held)
		hold_keys(known, person->person_id, key_map_hash(&known->keys, person->email_key), person->import_key);
	if (known->held && known->names_read)
		key_map_keep(&known->names, key_map_hash(&known->names, person->sort_name), person->person_id);
}

bool people_known_came(const struct people_known *known, int64_t id)
{
	return known->first_id != 0 && id >= known->first_id && id < known->first_id + (int64_t)known->came;
}

int64_t people_known_row(const struct people_known *known, int64_t id)
{
	if (people_known_came(known, id))
		return known->rows[id - known->first_id];
	return row_map_find(&known->others, id);
}

void people_known_met(struct people_known *known, int64_t id, int64_t row)
{
	if (people_known_row(known, id) != 0)
		return;
	if (people_known_came(known, id))
		known->rows[id - known->first_id] = (uint32_t)row;
	else
		row_map_set(&known->others, id, row);
}
