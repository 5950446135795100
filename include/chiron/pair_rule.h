/*
 * Pair rules: what the coordinator says of two people before anything is
 * matched. A pin keeps the two together in a programme's proposals, a forbid
 * keeps them apart there. On the avoid list two people stand for every
 * programme and kind, whichever of them guides.
 *
 * The reason is of class coordinator: no participant ever reads it, and no
 * proposal, explanation or refusal repeats it.
 */
#ifndef CHIRON_PAIR_RULE_H
#define CHIRON_PAIR_RULE_H

#include "chiron/context.h"

#define CH_PAIR_RULE_KINDS(X)                                                                                          \
	X(PIN, "pin", N_("pinned"))                                                                                    \
	X(FORBID, "forbid", N_("forbidden"))                                                                           \
	X(AVOID, "avoid", N_("to be avoided"))

enum ch_pair_rule_kind {
	CH_NO_PAIR_RULE_KIND,
#define X(name, code, label) CH_PAIR_RULE_##name,
	CH_PAIR_RULE_KINDS(X)
#undef X
};

struct ch_pair_rule {
	int64_t pair_rule_id;
	int64_t row_version;
	int kind;
	int64_t programme_id; /* of a pin and a forbid; 0 on the avoid list */
	int64_t guide_id;     /* on the avoid list either of the two */
	int64_t learner_id;
	const char *reason;
	ch_date made_on;
};

/*
 * Adds it; pair_rule_id is set. Refused (CH_DATA): a person with themself, what
 * is there already, a pin of what is forbidden or avoided and the reverse, a
 * second pin of the same learner in the programme, a pin or forbid without
 * programme. Whether a pin breaks a rule is said when pairs are proposed.
 */
enum ch_status ch_pair_rule_add(struct ch_context *c, struct ch_pair_rule *rule, struct ch_error *err);
enum ch_status ch_pair_rule_remove(struct ch_context *c, int64_t pair_rule_id, struct ch_error *err);

#endif
