#include "core/check/check_gate.h"

#include <stdlib.h>
#include <string.h>

#include "core/check/check_run.h"
#include "core/check/override.h"

struct gate {
	enum ch_operation operation;
	enum ch_entity_id subject;
};

static bool guards(const struct check_file *check, struct gate gate)
{
	return check->gates[gate.operation] && check->info.subject == gate.subject;
}

static enum ch_status collect(struct ch_context *c, struct gate gate, int64_t subject_id, struct ch_arena *arena,
			      struct finding_list *list, struct ch_error *err)
{
	struct query_scope scope = {.subject_id = subject_id};
	enum ch_status status = CH_OK;
	size_t count;
	const struct check_file *files = check_file_all(&count);

	for (size_t i = 0; status == CH_OK && i < count; i++)
		if (guards(&files[i], gate))
			status = check_run(c, &files[i], &scope, arena, list, err);
	return status;
}

/* The absolute one whose rule comes first in the life of a pairing; NULL where there is none. */
static const struct ch_finding *first_absolute(const struct finding_list *list)
{
	const struct ch_finding *first = NULL;

	for (size_t i = 0; i < list->count; i++) {
		const struct ch_finding *finding = &list->items[i];

		if (check_severity(finding) == CH_SEVERITY_ABSOLUTE &&
		    (first == NULL || atoi(finding->check->rule + 1) < atoi(first->check->rule + 1)))
			first = finding;
	}
	return first;
}

/* A pairing or proposal that is refused is none: it has no number that a command could name. */
static bool is_about_what_is_not_made(const struct ch_finding *finding, enum ch_operation operation)
{
	const char *command = finding->check->command;
	bool makes = operation == CH_OP_PAIRING_ADD || operation == CH_OP_PROPOSAL_ACCEPT ||
		     operation == CH_OP_PROPOSAL_MAKE;

	return makes && (strstr(command, "{pairing_id}") != NULL || strstr(command, "{subject_id}") != NULL);
}

static enum ch_status refuse(const struct ch_finding *finding, enum ch_operation operation, struct ch_error *err)
{
	ch_fail_rule(err, finding->check->rule, "%s", finding->says);
	if (is_about_what_is_not_made(finding, operation))
		return ch_error_fix(err, "%s", _(finding->check->fix));
	return ch_error_fix(err, "%s: `%s`", _(finding->check->fix), finding->command);
}

static int rule_number(const struct ch_finding *finding)
{
	return atoi(finding->check->rule + 1);
}

/* The refused ones that no reason is given against, in the order of their rules; of one rule in the order found. */
static size_t sort_refused(const struct ch_context *c, const struct finding_list *list,
			   const struct ch_finding **sorted)
{
	size_t count = 0;

	for (size_t i = 0; i < list->count; i++) {
		size_t at = count;

		if (check_severity(&list->items[i]) != CH_SEVERITY_REFUSE ||
		    override_covers(c, list->items[i].check->rule))
			continue;
		for (; at > 0 && rule_number(sorted[at - 1]) > rule_number(&list->items[i]); at--)
			sorted[at] = sorted[at - 1];
		sorted[at] = &list->items[i];
		count++;
	}
	return count;
}

/* The rules of the findings, each once: "R8 R13". */
static const char *rules_of(const struct ch_finding **sorted, size_t count, struct ch_arena *arena)
{
	const char *rules = sorted[0]->check->rule;

	for (size_t i = 1; i < count; i++)
		if (strcmp(sorted[i]->check->rule, sorted[i - 1]->check->rule) != 0)
			rules = ch_arena_printf(arena, "%s %s", rules, sorted[i]->check->rule);
	return rules;
}

/* All of them at once: a reason that is given then names each rule that it is against. */
static enum ch_status refuse_all(const struct ch_context *c, const struct finding_list *list,
				 enum ch_operation operation, struct ch_arena *arena, struct ch_error *err)
{
	const struct ch_finding **sorted = ch_arena_array(arena, list->count, sizeof(*sorted));
	size_t count = sort_refused(c, list, sorted);
	struct ch_buffer says = CH_BUFFER_EMPTY, fix = CH_BUFFER_EMPTY;

	if (count == 0)
		return CH_OK;
	if (count == 1) {
		refuse(sorted[0], operation, err);
		return ch_error_overridable(err, sorted[0]->check->rule);
	}
	for (size_t i = 0; i < count; i++) {
		ch_buffer_printf(&says, "%s%s (%s)", i > 0 ? "; " : "", sorted[i]->says, sorted[i]->check->rule);
		ch_buffer_printf(&fix, "%s%s: %s", i > 0 ? "; " : "", sorted[i]->check->rule, _(sorted[i]->check->fix));
	}
	ch_fail_rule(err, sorted[0]->check->rule, "%s", says.text);
	ch_error_fix(err, "%s",
		     fix.length < sizeof(err->fix)
			     ? fix.text
			     : _("mend each of them, or record one reason that is right for all"));
	ch_buffer_release(&says);
	ch_buffer_release(&fix);
	return ch_error_overridable(err, rules_of(sorted, count, arena));
}

static enum ch_status record_overrides(struct ch_context *c, const struct finding_list *list, struct ch_error *err)
{
	enum ch_status status = CH_OK;

	for (size_t i = 0; status == CH_OK && i < list->count; i++) {
		const struct ch_finding *finding = &list->items[i];

		if (check_severity(finding) == CH_SEVERITY_REFUSE && override_covers(c, finding->check->rule))
			status = override_record(c, finding->check->rule, finding->check->name, finding->pairing_id,
						 finding->programme_id, err);
	}
	return status;
}

enum ch_status check_gate(struct ch_context *c, enum ch_operation operation, enum ch_entity_id subject_entity,
			  int64_t subject_id, struct ch_error *err)
{
	struct ch_arena arena = CH_ARENA_EMPTY;
	struct finding_list list = {0};
	struct gate gate = {.operation = operation, .subject = subject_entity};

	/* Most operations have no gate; they must not pay for one. */
	if (!check_file_any_gates(operation))
		return CH_OK;
	enum ch_status status = collect(c, gate, subject_id, &arena, &list, err);

	if (status == CH_OK) {
		const struct ch_finding *absolute = first_absolute(&list);

		if (absolute != NULL)
			status = refuse(absolute, operation, err);
		else
			status = refuse_all(c, &list, operation, &arena, err);
		if (status == CH_OK)
			status = record_overrides(c, &list, err);
	}
	ch_arena_release(&arena);
	return status;
}
