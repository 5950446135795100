/* Rules that warn, where the work happens: what checks find of a record that was just written. */
#include "core/check/check_order.h"
#include "core/may.h"

struct occasion {
	enum ch_entity_id subject;
	enum ch_operation gate;
};

static const struct occasion occasions[] = {
#define X(name, code, entity, operation, label) [CH_AT_##name] = {entity, operation},
	CH_OCCASIONS(X)
#undef X
};

/* Whether what the check finds may have to be said: the severity of each finding decides in the end. */
static bool speaks(const struct check_file *check, enum ch_occasion occasion)
{
	enum ch_operation gate = occasions[occasion].gate;

	return check->occasions[occasion] ||
	       (gate != CH_NO_OPERATION && check->gates[gate] && check->info.subject == occasions[occasion].subject);
}

/*
 * Of what is refused there, what is a warning in this programme; of what is pointed out, all that nobody accepted. That
 * a check of the scheme's own is broken is no word about the record.
 */
static void keep_what_warns(struct finding_list *list, size_t first, const struct check_file *check,
			    enum ch_occasion occasion)
{
	size_t kept = first;

	for (size_t i = first; i < list->count; i++) {
		const struct ch_finding *finding = &list->items[i];
		bool warns = check->occasions[occasion] ? finding->overridden == NULL
							: check_severity(finding) == CH_SEVERITY_WARN;

		if (warns && finding->check == &check->info && finding->put_off == CH_NOT_PUT_OFF)
			list->items[kept++] = *finding;
	}
	list->count = kept;
}

enum ch_status ch_point_out(struct ch_context *c, enum ch_occasion occasion, int64_t subject_id,
			    struct ch_arena *arena, struct ch_findings *findings, struct ch_error *err)
{
	struct query_scope scope = {.subject_id = subject_id, .actor_id = actor_to_narrow_to(c)};
	const struct check_file **order = NULL;
	struct finding_list list = {0}, broken = {0};
	size_t count = 0;
	enum ch_status status = may(c, CH_OP_CHECK, CH_SCHEME, 0, err);

	*findings = (struct ch_findings){0};
	if (status == CH_OK)
		status = checks_in_order(c, arena, &order, &count, &broken, err);
	for (size_t i = 0; status == CH_OK && i < count; i++) {
		size_t first = list.count;

		if (!speaks(order[i], occasion))
			continue;
		status = check_run_any(c, order[i], &scope, arena, &list, err);
		keep_what_warns(&list, first, order[i], occasion);
	}
	findings->items = list.items;
	findings->count = list.count;
	return status;
}
