/* The rules that checks, reports, forms and documents cite: rule.def. */
#ifndef CHIRON_RULE_H
#define CHIRON_RULE_H

#include <stdbool.h>
#include <stddef.h>

struct ch_rule {
	int number;
	const char *code;     /* "R12" */
	const char *strength; /* letters of A, H, W, F, I */
	const char *text;     /* one sentence */
};

/* In the order of their numbers. */
const struct ch_rule *ch_rule_all(size_t *count);

/* By its code, "R12" or "r12"; NULL where there is none. */
const struct ch_rule *ch_rule_named(const char *code);

/* Whether a programme may lower it to a warning: strength H, and no part of it absolute. */
bool ch_rule_can_be_lowered(const struct ch_rule *rule);

#endif
