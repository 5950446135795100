/*
 * The checks there are, and the linter. The first screen is in attention.c. Both run checks in the order in which
 * their findings are wanted, so that nothing is sorted afterwards.
 */
#include "core/check/check_order.h"

#include <stdlib.h>
#include <string.h>

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

/* Those that are not for the first screen come last. */
static int harm_of(const struct ch_check_info *check)
{
	return check->harm > 0 ? check->harm : INT32_MAX;
}

static int compare_checks(const struct ch_check_info *one, const struct ch_check_info *two)
{
	if (one->severity != two->severity)
		return one->severity < two->severity ? -1 : 1;
	if (harm_of(one) != harm_of(two))
		return harm_of(one) < harm_of(two) ? -1 : 1;
	return strcmp(one->name, two->name);
}

static int compare(const void *a, const void *b)
{
	const struct check_file *one = *(const struct check_file *const *)a;
	const struct check_file *two = *(const struct check_file *const *)b;

	return compare_checks(&one->info, &two->info);
}

enum ch_status checks_in_order(struct ch_context *c, struct ch_arena *arena,
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

enum ch_status check_run_any(struct ch_context *c, const struct check_file *check, const struct query_scope *scope,
			     struct ch_arena *arena, struct finding_list *list, struct ch_error *err)
{
	struct ch_error wrong = CH_NO_ERROR;
	size_t first = list->count;

	if (!check->own)
		return check_run(c, check, scope, arena, list, err);
	if (check_run(c, check, scope, arena, list, &wrong) == CH_STOPPED) {
		*err = wrong;
		return CH_STOPPED;
	}
	if (wrong.status != CH_OK) {
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

void count_put_off(const struct ch_finding *finding, struct ch_findings *findings)
{
	findings->snoozed += finding->put_off == CH_SNOOZED;
	findings->acknowledged += finding->put_off == CH_ACKNOWLEDGED;
}

/* ---- What yields to another check's finding ---- */

static bool is_among(const char *names, const char *name)
{
	size_t length = strlen(name);

	for (; *names != '\0'; names += strcspn(names, " "), names += strspn(names, " "))
		if (strncmp(names, name, length) == 0 && (names[length] == ' ' || names[length] == '\0'))
			return true;
	return false;
}

/* By what they are about and what mends it. */
static int by_mending(const void *a, const void *b)
{
	const struct ch_finding *one = *(const struct ch_finding *const *)a;
	const struct ch_finding *two = *(const struct ch_finding *const *)b;

	if (one->subject_id != two->subject_id)
		return one->subject_id < two->subject_id ? -1 : 1;
	return strcmp(one->command, two->command);
}

/* Drops the findings from `first` on, all of `check`, that those before say already. */
static void drop_yielding(struct finding_list *list, size_t first, const struct check_file *check,
			  struct ch_arena *arena)
{
	const struct ch_finding **said;
	size_t count = 0, kept = first;

	if (check->yields == NULL || first == 0)
		return;
	said = ch_arena_array(arena, first, sizeof(*said));
	for (size_t i = 0; i < first; i++)
		if (list->items[i].check->subject == check->info.subject &&
		    is_among(check->yields, list->items[i].check->name))
			said[count++] = &list->items[i];
	if (count == 0)
		return;
	qsort(said, count, sizeof(*said), by_mending);
	for (size_t i = first; i < list->count; i++) {
		const struct ch_finding *finding = &list->items[i];

		if (bsearch(&finding, said, count, sizeof(*said), by_mending) == NULL)
			list->items[kept++] = *finding;
	}
	list->count = kept;
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

int64_t actor_to_narrow_to(const struct ch_context *c)
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
		status = checks_in_order(c, arena, &order, &count, &list, err);
	if (status == CH_OK)
		status = require_some(order, count, query->rule, err);
	scope.actor_id = actor_to_narrow_to(c);
	for (size_t i = 0; status == CH_OK && i < count; i++) {
		size_t first = list.count;

		if (!is_named(order[i], query->rule))
			continue;
		if (query->severity != CH_NO_SEVERITY && order[i]->info.severity > query->severity)
			continue;
		status = check_run_any(c, order[i], &scope, arena, &list, err);
		drop_yielding(&list, first, order[i], arena);
		keep_wanted(&list, first, query, findings);
	}
	findings->items = list.items;
	findings->count = list.count;
	return status;
}
