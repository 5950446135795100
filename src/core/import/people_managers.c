/*
 * Somebody new has nobody below them, so their manager can be set without
 * asking whether that closes a loop. Whoever waits until the end has no manager
 * yet, which makes them the top of a tree; a loop is closed only where their
 * manager's tree is their own. The tops of those who came are found with path
 * halving (Tarjan and van Leeuwen, Worst-case analysis of set union algorithms,
 * 1984); where somebody who was here before is involved, the store is asked.
 * Who came and was written below the manager that was expected (people_new.h)
 * is left as they are; each of the others is a row written once more.
 */
#include "core/import/people_managers.h"

#include <stdlib.h>
#include <string.h>

#include "chiron/check.h"
#include "chiron/text.h"
#include "core/person_keys.h"
#include "store/record.h"
#include "store/stmt.h"

enum { FIRST_CAPACITY = 256 };

#define WAS_HERE UINT32_MAX /* in the place of somebody who came */

static void wait_for(struct people_managers *managers, int64_t id, uint64_t manager)
{
	if (managers->waiting_count == managers->waiting_capacity) {
		size_t capacity = managers->waiting_capacity == 0 ? FIRST_CAPACITY : managers->waiting_capacity * 2;
		managers->waiting = realloc(managers->waiting, capacity * sizeof *managers->waiting);
		if (managers->waiting == NULL)
			ch_abort("out of memory");
		managers->waiting_capacity = capacity;
	}
	managers->waiting[managers->waiting_count++] = (struct people_waiting){.id = id, .manager = manager};
}

enum ch_status people_managers_begin(struct people_managers *managers, struct change *change,
				     struct people_known *known, struct people_new *new,
				     struct import_findings *findings, struct ch_error *err)
{
	struct stmt *q = stmt_ready(change->db, SQL_PEOPLE_WITHOUT_RESOLVED_MANAGER);
	bool row = false;
	enum ch_status status;

	*managers = (struct people_managers){
		.change = change, .known = known, .new = new, .findings = findings, .in_loops = ID_LIST_EMPTY};
	while ((status = stmt_step(q, &row, err)) == CH_OK && row)
		wait_for(managers, stmt_id(q, "person_id"), 0);
	stmt_reset(q);
	return status;
}

void people_managers_release(struct people_managers *managers)
{
	free(managers->waiting);
	managers->waiting = NULL;
	free(managers->above);
	free(managers->later);
	managers->above = managers->later = NULL;
	id_list_release(&managers->in_loops);
}

enum ch_status people_managers_find(struct people_managers *managers, struct person_new *made, uint64_t hash,
				    int64_t *expected, struct ch_error *err)
{
	int64_t *manager_id = &made->person.manager_id;

	*expected = 0;
	if (made->manager_key == NULL)
		return CH_OK;
	TRY(people_known_email(managers->known, made->manager_key, hash, manager_id, err));
	if (*manager_id == 0)
		*expected = people_known_expected(managers->known, hash, managers->new->next_id);
	if (*manager_id != 0 || *expected != 0)
		return CH_OK;
	return people_known_wait(managers->known, err);
}

/* ---- Trees of those who came ------------------------------------------------------ */

static uint32_t place_of(const struct people_managers *managers, int64_t id)
{
	return people_known_came(managers->known, id) ? (uint32_t)(id - managers->known->first_id) + 1 : 0;
}

static void put_below(struct people_managers *managers, int64_t id, int64_t manager_id)
{
	size_t place = place_of(managers, id);

	if (place == 0)
		return;
	if (place > managers->capacity) {
		size_t capacity = managers->known->capacity;
		managers->above = realloc(managers->above, capacity * sizeof *managers->above);
		if (managers->above == NULL)
			ch_abort("out of memory");
		memset(managers->above + managers->capacity, 0,
		       (capacity - managers->capacity) * sizeof *managers->above);
		managers->capacity = capacity;
	}
	uint32_t above = place_of(managers, manager_id);
	managers->above[place - 1] = above != 0 ? above : WAS_HERE;
}

static bool came_above(const struct people_managers *managers, uint32_t place)
{
	return place <= managers->capacity && managers->above[place - 1] != 0 &&
	       managers->above[place - 1] != WAS_HERE;
}

static uint32_t top_of(struct people_managers *managers, uint32_t place)
{
	uint32_t *above = managers->above;

	while (came_above(managers, place)) {
		uint32_t next = above[place - 1];
		if (came_above(managers, next))
			above[place - 1] = above[next - 1];
		place = next;
	}
	return place;
}

void people_managers_note(struct people_managers *managers, const struct ch_person *person, uint64_t hash)
{
	if (hash != 0 && person->manager_id == 0)
		wait_for(managers, person->person_id, hash);
	else if (person->manager_id != 0)
		put_below(managers, person->person_id, person->manager_id);
}

/* ---- After the last row ----------------------------------------------------------- */

static void say_loop(struct people_managers *managers, const struct ch_person *person, const char *message)
{
	struct import_issue issue = {.row = people_known_row(managers->known, person->person_id),
				     .field = "manager_email",
				     .value = person->manager_email,
				     .reason = IMPORT_MANAGER_LOOP,
				     .message = message,
				     .fix = _("the line manager was left open; correct the cell")};

	import_issue_add(managers->findings, &issue);
}

/* What is to be written of somebody who came; nothing where it was expected and so is. */
static void set_later(struct people_managers *managers, int64_t id, uint32_t manager_id)
{
	uint32_t expected = people_new_expected(managers->new, id);

	if (expected != 0 && manager_id == 0)
		manager_id = PEOPLE_NEW_NOBODY;
	managers->later[id - managers->known->first_id] = manager_id == expected ? 0 : manager_id;
}

/* Somebody who came, below somebody whose line ends with somebody who came: no one else is concerned. */
static void give_newcomer(struct people_managers *managers, int64_t id, int64_t manager_id)
{
	uint32_t place = place_of(managers, id);

	if (top_of(managers, place_of(managers, manager_id)) == place) {
		id_list_add(&managers->in_loops, id);
		set_later(managers, id, 0);
		return;
	}
	put_below(managers, id, manager_id);
	set_later(managers, id, (uint32_t)manager_id);
}

/* When all are written. */
static enum ch_status say_loops(struct people_managers *managers, struct ch_arena *arena, struct ch_error *err)
{
	for (size_t i = 0; i < managers->in_loops.count; i++) {
		struct ch_error loop = CH_NO_ERROR;
		struct ch_person person;

		TRY(record_get(managers->change->db, ch_entity_of(CH_PERSON), managers->in_loops.ids[i], arena, &person,
			       err));
		person_fail_loop(&person, &loop);
		say_loop(managers, &person, loop.message);
	}
	return CH_OK;
}

static enum ch_status give_anybody(struct people_managers *managers, int64_t id, int64_t manager_id,
				   struct ch_arena *arena, struct ch_error *err)
{
	struct ch_error loop = CH_NO_ERROR;
	struct ch_person read, *person = &read;

	TRY(record_get(managers->change->db, ch_entity_of(CH_PERSON), id, arena, person, err));
	person->manager_id = manager_id;
	TRY(change_update(managers->change, CH_PERSON, person, err));
	enum ch_status status = person_refuse_loop(managers->change, person, &loop);
	if (status != CH_DATA) {
		managers->given = true;
		*err = loop;
		return status;
	}
	person->manager_id = 0;
	TRY(change_update(managers->change, CH_PERSON, person, err));
	say_loop(managers, person, loop.message);
	return CH_OK;
}

/* Whether only people who came stand above the manager. Else somebody who was here may close a loop. */
static bool are_newcomers(struct people_managers *managers, int64_t id, int64_t manager_id)
{
	uint32_t place = place_of(managers, manager_id);

	if (place_of(managers, id) == 0 || place == 0)
		return false;
	uint32_t top = top_of(managers, place);
	return top > managers->capacity || managers->above[top - 1] != WAS_HERE;
}

/* Who the address is that somebody waits for; 0: nobody here, or they wait no longer. */
static enum ch_status find_waited_for(struct people_managers *managers, const struct people_waiting *waiting,
				      int64_t *manager_id, int64_t *unresolved, struct ch_arena *arena,
				      struct ch_error *err)
{
	struct stmt *q;
	bool row = false;

	*manager_id = 0;
	if (waiting->manager != 0 && people_known_holds(managers->known)) {
		*manager_id = key_map_find(&managers->known->keys, waiting->manager);
	} else {
		q = stmt_ready(managers->change->db, SQL_MANAGER_WAITED_FOR);
		stmt_bind_int(q, "person_id", waiting->id);
		TRY(stmt_step(q, &row, err));
		if (!row)
			return CH_OK;
		const char *key = ch_text_fold(arena, stmt_text(q, "manager_email"));
		stmt_reset(q);
		TRY(people_known_email(managers->known, key, key_hash(people_known_seed(managers->known), key),
				       manager_id, err));
	}
	if (*manager_id == waiting->id)
		*manager_id = 0;
	*unresolved += *manager_id == 0;
	return CH_OK;
}

/*
 * Those who came below such as came. Who is left is for give_others(), when all are written: in the first *others
 * places of `waiting`, each with the number of their manager.
 */
static enum ch_status give_newcomers(struct people_managers *managers, size_t *others, int64_t *unresolved,
				     struct ch_arena *arena, struct ch_error *err)
{
	struct people_waiting *waiting = managers->waiting;
	int64_t manager_id;

	*others = 0;
	for (size_t i = 0; i < managers->waiting_count; i++) {
		int64_t id = waiting[i].id;

		if (i > 0 && id == waiting[i - 1].id)
			continue;
		ch_arena_reset(arena);
		TRY(find_waited_for(managers, &waiting[i], &manager_id, unresolved, arena, err));
		if (manager_id != 0 && are_newcomers(managers, id, manager_id)) {
			give_newcomer(managers, id, manager_id);
			continue;
		}
		if (place_of(managers, id) != 0)
			set_later(managers, id, 0);
		if (manager_id != 0)
			waiting[(*others)++] = (struct people_waiting){.id = id, .manager = (uint64_t)manager_id};
	}
	return CH_OK;
}

static enum ch_status give_others(struct people_managers *managers, size_t others, struct ch_arena *arena,
				  struct ch_error *err)
{
	for (size_t i = 0; i < others; i++) {
		ch_arena_reset(arena);
		TRY(give_anybody(managers, managers->waiting[i].id, (int64_t)managers->waiting[i].manager, arena,
				 err));
	}
	return CH_OK;
}

static int by_id(const void *a, const void *b)
{
	const struct people_waiting *one = a, *other = b;

	return (one->id > other->id) - (one->id < other->id);
}

/* Mostly they came in the order of their numbers. */
static void sort_waiting(struct people_managers *managers)
{
	for (size_t i = 1; i < managers->waiting_count; i++)
		if (managers->waiting[i].id < managers->waiting[i - 1].id) {
			qsort(managers->waiting, managers->waiting_count, sizeof *managers->waiting, by_id);
			return;
		}
}

/* No pairing is ended by it: that is for the coordinator. What was accepted with a reason is not told again. */
static enum ch_status look_at_pairs_again(struct people_managers *managers, struct ch_error *err)
{
	const struct ch_check_query query = {.rule = "mentor-in-reporting-line", .all = true};
	struct ch_arena arena = CH_ARENA_EMPTY;
	struct ch_findings findings;
	int64_t pairs = 0;
	enum ch_status status = ch_check_run(managers->change->c, &query, &arena, &findings, err);

	for (size_t i = 0; status == CH_OK && i < findings.count; i++)
		pairs += findings.items[i].overridden == NULL;
	if (pairs > 0)
		import_notice_add(managers->findings, IMPORT_TOPIC_ROWS,
				  _("%lld live mentoring pairings have one in the other's reporting line: they go on, "
				    "and `chiron check` lists them"),
				  (long long)pairs);
	ch_arena_release(&arena);
	return status;
}

enum ch_status people_managers_resolve(struct people_managers *managers, struct ch_error *err)
{
	struct ch_arena arena = CH_ARENA_EMPTY;
	int64_t unresolved = 0;
	size_t others = 0;
	enum ch_status status;

	managers->later = calloc(managers->known->came + 1, sizeof *managers->later);
	if (managers->later == NULL)
		ch_abort("out of memory");
	sort_waiting(managers);
	status = give_newcomers(managers, &others, &unresolved, &arena, err);
	if (status == CH_OK)
		status = people_new_write_below(managers->new, managers->known->first_id, managers->later,
						managers->known->came, err);
	if (status == CH_OK)
		status = give_others(managers, others, &arena, err);
	if (status == CH_OK)
		status = say_loops(managers, &arena, err);
	ch_arena_release(&arena);
	if (status == CH_OK && unresolved > 0)
		import_notice_add(managers->findings, IMPORT_TOPIC_ROWS,
				  _n("%lld person has a line manager whose address is nobody's here yet; it is kept "
				     "until that manager comes in",
				     "%lld people have a line manager whose address is nobody's here yet; it is kept "
				     "until that manager comes in",
				     unresolved),
				  (long long)unresolved);
	return status == CH_OK && managers->given ? look_at_pairs_again(managers, err) : status;
}
