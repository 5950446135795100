/*
 * The linter and the first screen. Both run checks in the order in which their
 * findings are wanted, so that nothing is sorted afterwards.
 */
#include "chiron/check.h"

#include <stdlib.h>
#include <string.h>

#include "core/check_run.h"
#include "core/may.h"
#include "core/own_file.h"
#include "store/db.h"

size_t ch_check_count(void)
{
	size_t count;

	check_file_all(&count);
	return count;
}

const struct ch_check_info *ch_check_at(size_t index)
{
	size_t count;
	const struct check_file *files = check_file_all(&count);

	return index < count ? &files[index].info : NULL;
}

typedef int compare_checks(const void *a, const void *b);

/* Those that are not for the first screen come last. */
static int harm_of(const struct check_file *check)
{
	return check->info.harm > 0 ? check->info.harm : INT32_MAX;
}

static int by_harm(const void *a, const void *b)
{
	const struct check_file *one = *(const struct check_file *const *)a;
	const struct check_file *two = *(const struct check_file *const *)b;

	if (harm_of(one) != harm_of(two))
		return harm_of(one) < harm_of(two) ? -1 : 1;
	return strcmp(one->info.name, two->info.name);
}

static int by_severity(const void *a, const void *b)
{
	const struct check_file *one = *(const struct check_file *const *)a;
	const struct check_file *two = *(const struct check_file *const *)b;

	if (one->info.severity != two->info.severity)
		return one->info.severity < two->info.severity ? -1 : 1;
	return by_harm(a, b);
}

/* Those of the program and the scheme's own. */
static enum ch_status checks_in_order(struct ch_context *c, compare_checks *compare, struct ch_arena *arena,
				      const struct check_file ***ordered, size_t *count, struct finding_list *list,
				      struct ch_error *err)
{
	size_t builtin_count, own_count;
	const struct check_file *builtin = check_file_all(&builtin_count);
	struct check_file *own;

	*count = 0;
	enum ch_status status = own_checks(c, arena, &own, &own_count, list, err);

	if (status != CH_OK)
		return status;
	const struct check_file **order = ch_arena_array(arena, builtin_count + own_count, sizeof(*order));

	for (size_t i = 0; i < builtin_count; i++)
		order[(*count)++] = &builtin[i];
	for (size_t i = 0; i < own_count; i++)
		order[(*count)++] = &own[i];
	qsort(order, *count, sizeof(*order), compare);
	*ordered = order;
	return CH_OK;
}

/* Runs one. What is wrong with one of the scheme's own is a finding, and the others run. */
static enum ch_status run(struct ch_context *c, const struct check_file *check, const struct query_scope *scope,
			  struct ch_arena *arena, struct finding_list *list, struct ch_error *err)
{
	struct ch_error wrong = CH_NO_ERROR;
	size_t first = list->count;

	if (!check->own)
		return check_run(c, check, scope, arena, list, err);
	if (check_run(c, check, scope, arena, list, &wrong) != CH_OK) {
		list->count = first;
		own_check_broken(c, check->info.name, &wrong, arena, list);
	}
	return CH_OK;
}

static bool is_named(const struct check_file *check, const char *rule)
{
	return rule == NULL || strcmp(check->info.name, rule) == 0 || strcmp(check->info.rule, rule) == 0;
}

static enum ch_status require_some(const struct check_file **checks, size_t count, const char *rule,
				   struct ch_error *err)
{
	for (size_t i = 0; i < count; i++)
		if (is_named(checks[i], rule))
			return CH_OK;
	ch_fail(err, CH_MISSING, _("no check has the name \"%.60s\" or looks after a rule of that number"), rule);
	return ch_error_fix(err, _("name a rule that has a check, as R2, or a check, as never-started"));
}

static void count_put_off(const struct ch_finding *finding, struct ch_findings *findings)
{
	findings->snoozed += finding->put_off == CH_SNOOZED;
	findings->acknowledged += finding->put_off == CH_ACKNOWLEDGED;
}

/* Drops the findings from `first` on that are less severe than asked for, and, unless wanted, what is put off. */
static void keep_wanted(struct finding_list *list, size_t first, const struct ch_check_query *query,
			struct ch_findings *findings)
{
	size_t kept = first;

	for (size_t i = first; i < list->count; i++) {
		const struct ch_finding *finding = &list->items[i];

		if (query->severity != CH_NO_SEVERITY && check_severity(finding) > query->severity)
			continue;
		count_put_off(finding, findings);
		if (query->all || finding->put_off == CH_NOT_PUT_OFF)
			list->items[kept++] = *finding;
	}
	list->count = kept;
}

/* Who may not see all sees what is found of their own pairings. */
static int64_t actor_to_narrow_to(const struct ch_context *c)
{
	return may_all(c, CH_OP_CHECK) ? 0 : c->actor.person_id;
}

enum ch_status ch_check_run(struct ch_context *c, const struct ch_check_query *query, struct ch_arena *arena,
			    struct ch_findings *findings, struct ch_error *err)
{
	struct query_scope scope = {.subject_id = query->subject_id, .programme_id = query->programme_id};
	struct finding_list list = {0};
	const struct check_file **order = NULL;
	size_t count = 0;
	enum ch_status status = may(c, CH_OP_CHECK, CH_SCHEME, 0, err);

	*findings = (struct ch_findings){0};
	if (status == CH_OK)
		status = checks_in_order(c, by_severity, arena, &order, &count, &list, err);
	if (status == CH_OK)
		status = require_some(order, count, query->rule, err);
	scope.actor_id = actor_to_narrow_to(c);
	for (size_t i = 0; status == CH_OK && i < count; i++) {
		size_t first = list.count;

		if (!is_named(order[i], query->rule))
			continue;
		if (query->severity != CH_NO_SEVERITY && order[i]->info.severity > query->severity)
			continue;
		status = run(c, order[i], &scope, arena, &list, err);
		keep_wanted(&list, first, query, findings);
	}
	findings->items = list.items;
	findings->count = list.count;
	return status;
}

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
 * already. One that is snoozed stands for its pairing, unseen: putting one off does not bring up the next.
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
		if (finding->pairing_id != 0 && !pairing_set_add(seen, finding->pairing_id, arena))
			continue;
		count_put_off(finding, findings);
		if (finding->put_off == CH_NOT_PUT_OFF)
			list->items[kept++] = *finding;
	}
	list->count = kept;
}

enum ch_status ch_attention(struct ch_context *c, struct ch_arena *arena, struct ch_findings *findings,
			    struct ch_error *err)
{
	struct finding_list list = {0};
	struct pairing_set seen = {0};
	const struct check_file **order = NULL;
	size_t count = 0;
	enum ch_status status = may(c, CH_OP_CHECK, CH_SCHEME, 0, err);

	*findings = (struct ch_findings){0};
	if (status == CH_OK)
		status = checks_in_order(c, by_harm, arena, &order, &count, &list, err);
	struct query_scope scope = {.actor_id = actor_to_narrow_to(c)};

	for (size_t i = 0; status == CH_OK && i < count && order[i]->info.harm > 0; i++) {
		size_t first = list.count;

		status = run(c, order[i], &scope, arena, &list, err);
		keep_worst(&list, first, &seen, arena, findings);
	}
	findings->items = list.items;
	findings->count = list.count;
	return status;
}
