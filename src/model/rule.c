#include "chiron/rule.h"

#include <string.h>
#include <strings.h>

#include "chiron/status.h"

/* R26 refuses nothing by itself: a change of kind asks the rules of the new kind, and each of them can be lowered. */
enum { ASKS_OTHER_RULES = 26 };

static const struct ch_rule rules[] = {
#define RULE(number_, strength_, text_)                                                                                \
	{.number = (number_), .code = "R" #number_, .strength = strength_, .text = text_},
#include "chiron/rule.def"
#undef RULE
};

const struct ch_rule *ch_rule_all(size_t *count)
{
	*count = sizeof(rules) / sizeof(rules[0]);
	return rules;
}

const struct ch_rule *ch_rule_named(const char *code)
{
	for (size_t i = 0; i < sizeof(rules) / sizeof(rules[0]); i++)
		if (strcasecmp(rules[i].code, code) == 0)
			return &rules[i];
	return NULL;
}

bool ch_rule_can_be_lowered(const struct ch_rule *rule)
{
	if (rule->number == ASKS_OTHER_RULES)
		return false;
	return strchr(rule->strength, 'H') != NULL && strchr(rule->strength, 'A') == NULL;
}
