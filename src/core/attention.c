/*
 * The first screen: the checks one after the other, the gravest first and of
 * the equally grave the most harmful, and of each pairing what is found of it first.
 */
#include <stdlib.h>
#include <string.h>

#include "core/check/check_order.h"
#include "core/may.h"

/* A set of pairings: open addressing, at most half full. */
struct pairing_set {
	int64_t *slots;
	size_t size, count; /* size is a power of two */
};

static int64_t *slot_of(const struct pairing_set *set, int64_t pairing_id)
{
	size_t at = (size_t)((uint64_t)pairing_id * 0x9e3779b97f4a7c15u >> 20) & (set->size - 1);

	while (set->slots[at] != 0 && set->slots[at] != pairing_id)
		at = (at + 1) & (set->size - 1);
	return &set->slots[at];
}

static bool pairing_set_has(const void *data, int64_t pairing_id)
{
	const struct pairing_set *set = data;

	return pairing_id != 0 && set->size > 0 && *slot_of(set, pairing_id) != 0;
}

/* Adds it; false where it was there already. */
static bool pairing_set_add(struct pairing_set *set, int64_t pairing_id, struct ch_arena *arena)
{
	if (2 * set->count >= set->size) {
		struct pairing_set larger = {.size = set->size > 0 ? 2 * set->size : 64, .count = set->count};

		larger.slots = ch_arena_array(arena, larger.size, sizeof(*larger.slots));
		for (size_t i = 0; i < set->size; i++)
			if (set->slots[i] != 0)
				*slot_of(&larger, set->slots[i]) = set->slots[i];
		*set = larger;
	}
	int64_t *slot = slot_of(set, pairing_id);

	if (*slot != 0)
		return false;
	*slot = pairing_id;
	set->count++;
	return true;
}

/*
 * Drops, from `first` on, what is accepted or acknowledged, and what is about a pairing that has a worse finding
 * already (`seen`; NULL: that stays). One that is snoozed stands for its pairing, unseen: putting one off does not
 * bring up the next.
 */
static void keep_worst(struct finding_list *list, size_t first, struct pairing_set *seen, struct ch_arena *arena,
		       struct ch_findings *findings)
{
	size_t kept = first;

	for (size_t i = first; i < list->count; i++) {
		const struct ch_finding *finding = &list->items[i];

		if (finding->overridden != NULL)
			continue;
		if (finding->put_off == CH_ACKNOWLEDGED) {
			count_put_off(finding, findings);
			continue;
		}
		if (seen != NULL && finding->pairing_id != 0 && !pairing_set_add(seen, finding->pairing_id, arena))
			continue;
		count_put_off(finding, findings);
		if (finding->put_off == CH_NOT_PUT_OFF)
			list->items[kept++] = *finding;
	}
	list->count = kept;
}

struct ch_attention {
	bool all; /* not only the worst of each pairing, and of all checks */
	struct ch_arena *arena;
	struct ch_arena own;
	const struct check_file **order; /* NULL: not begun */
	size_t count, next;		 /* checks, and the first of them that is still to run */
	struct query_scope scope;
	struct finding_list list;
	struct finding_list lowered; /* what only warns since a programme lowered its rule: behind all that does not */
	size_t brought;		     /* of these, that are in the list */
	struct pairing_set seen;
	struct ch_findings found;
};

static enum ch_status begin(struct ch_context *c, struct ch_attention *reading, struct ch_error *err)
{
	size_t count = 0;
	enum ch_status status = may(c, CH_OP_CHECK, CH_SCHEME, 0, err);

	if (status == CH_OK)
		status = checks_in_order(c, reading->arena, &reading->order, &count, &reading->list, err);
	if (status != CH_OK) {
		reading->order = NULL;
		reading->list.count = 0;
		return status;
	}
	for (size_t i = 0; i < count; i++)
		if (reading->all || reading->order[i]->info.harm > 0)
			reading->order[reading->count++] = reading->order[i];
	reading->scope = (struct query_scope){.actor_id = actor_to_narrow_to(c)};
	return CH_OK;
}

static void add_worst(struct ch_attention *reading, size_t first)
{
	keep_worst(&reading->list, first, reading->all ? NULL : &reading->seen, reading->arena, &reading->found);
}

/* Takes out, from `first` on, what is less grave than its check. */
static void set_lowered_aside(struct ch_attention *reading, size_t first)
{
	struct finding_list *list = &reading->list;
	size_t kept = first;

	for (size_t i = first; i < list->count; i++)
		if (list->items[i].severity > list->items[i].check->severity)
			finding_list_add(&reading->lowered, &list->items[i], reading->arena);
		else
			list->items[kept++] = list->items[i];
	list->count = kept;
}

/* Whether `finding`, which only warns, comes before what the next check finds. */
static bool is_next(const struct ch_attention *reading, const struct ch_finding *finding)
{
	const struct ch_check_info *next;

	if (ch_attention_whole(reading))
		return true;
	next = &reading->order[reading->next]->info;
	if (next->severity != CH_SEVERITY_WARN)
		return next->severity > CH_SEVERITY_WARN;
	return next->harm == 0 || (finding->check->harm > 0 && finding->check->harm <= next->harm);
}

/* What was set aside, which is in the order of harm, takes its place among the warnings. */
static void bring_lowered(struct ch_attention *reading)
{
	size_t first = reading->list.count;

	while (reading->brought < reading->lowered.count &&
	       is_next(reading, &reading->lowered.items[reading->brought]))
		finding_list_add(&reading->list, &reading->lowered.items[reading->brought++], reading->arena);
	add_worst(reading, first);
}

enum ch_status ch_attention_step(struct ch_context *c, struct ch_attention *reading, struct ch_error *err)
{
	size_t first, left_out;
	enum ch_status status = reading->order == NULL ? begin(c, reading, err) : CH_OK;

	if (status != CH_OK || ch_attention_whole(reading))
		return status;
	first = reading->list.count;
	left_out = reading->list.left_out;
	status = check_run_any(c, reading->order[reading->next], &reading->scope, reading->arena, &reading->list, err);
	if (status != CH_OK) {
		reading->list.count = first;
		reading->list.left_out = left_out;
		return status;
	}
	set_lowered_aside(reading, first);
	add_worst(reading, first);
	reading->next++;
	bring_lowered(reading);
	reading->found.items = reading->list.items;
	reading->found.count = reading->list.count;
	reading->found.left_out = reading->list.left_out;
	return CH_OK;
}

bool ch_attention_whole(const struct ch_attention *reading)
{
	return reading->order != NULL && reading->next >= reading->count;
}

const struct ch_findings *ch_attention_found(const struct ch_attention *reading, size_t *checks, size_t *run)
{
	*checks = reading->count;
	*run = reading->next;
	return &reading->found;
}

struct ch_attention *ch_attention_new(size_t most, bool all)
{
	struct ch_attention *reading = calloc(1, sizeof(*reading));

	if (reading == NULL)
		ch_abort("out of memory");
	reading->own = CH_ARENA_EMPTY;
	reading->all = all;
	reading->list = (struct finding_list){.most = most, .known = pairing_set_has, .data = &reading->seen};
	reading->arena = &reading->own;
	return reading;
}

void ch_attention_free(struct ch_attention *reading)
{
	if (reading == NULL)
		return;
	ch_arena_release(&reading->own);
	free(reading);
}

enum ch_status ch_attention(struct ch_context *c, struct ch_arena *arena, struct ch_findings *findings,
			    struct ch_error *err)
{
	struct ch_attention reading = {.arena = arena};
	enum ch_status status = ch_attention_step(c, &reading, err);

	while (status == CH_OK && !ch_attention_whole(&reading))
		status = ch_attention_step(c, &reading, err);
	*findings = reading.found;
	return status;
}
