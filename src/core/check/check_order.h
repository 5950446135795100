/*
 * All checks in an order, and running any of them: for the linter (check.c) and
 * the first screen (attention.c).
 */
#ifndef CORE_CHECK_ORDER_H
#define CORE_CHECK_ORDER_H

#include "core/check/check_run.h"

/*
 * The gravest first, and among the equally grave the most harmful; those that are not for the first screen come last
 * of these. Those of the program and the scheme's own, in the arena. What is wrong with one of the latter is
 * found.
 */
enum ch_status checks_in_order(struct ch_context *c, struct ch_arena *arena, const struct check_file ***ordered,
			       size_t *count, struct finding_list *list, struct ch_error *err);

/*
 * As check_run(). What is wrong with one of the scheme's own is a finding, and no failure; that somebody stopped it is
 * one.
 */
enum ch_status check_run_any(struct ch_context *c, const struct check_file *check, const struct query_scope *scope,
			     struct ch_arena *arena, struct finding_list *list, struct ch_error *err);

/* Counts the finding among those that are snoozed or acknowledged, if it is. */
void count_put_off(const struct ch_finding *finding, struct ch_findings *findings);

/* Who may not see all sees what is found of their own pairings: their number, or 0. */
int64_t actor_to_narrow_to(const struct ch_context *c);

#endif
