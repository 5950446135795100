#include "chiron/pair_rule.h"

#include "chiron/person.h"
#include "chiron/programme.h"
#include "core/journal/change.h"
#include "model/choices.h"
#include "store/stmt.h"

/* Two people by name, for messages. */
struct names {
	struct ch_person guide, learner;
	struct ch_programme programme;
};

static enum ch_status refuse_same(struct change *change, const struct ch_pair_rule *rule, const struct names *names,
				  struct ch_error *err)
{
	struct stmt *q = stmt_ready(change->db, SQL_PAIR_RULE_SAME);
	enum ch_status status;
	int kind = CH_NO_PAIR_RULE_KIND;
	int64_t id = 0;
	bool row = false;

	stmt_bind_int(q, "guide_id", rule->guide_id);
	stmt_bind_int(q, "learner_id", rule->learner_id);
	stmt_bind_id(q, "programme_id", rule->programme_id);
	/* An avoidance besides a forbid says more than it; all else contradicts or repeats. */
	while ((status = stmt_step(q, &row, err)) == CH_OK && row) {
		int found = ch_choice_find(choices_pair_rule_kind, stmt_text(q, "kind"));

		if (found == CH_PAIR_RULE_FORBID && rule->kind == CH_PAIR_RULE_AVOID)
			continue;
		kind = found;
		id = stmt_id(q, "pair_rule_id");
	}
	stmt_reset(q);
	if (status != CH_OK || kind == CH_NO_PAIR_RULE_KIND)
		return status;
	ch_fail(err, CH_DATA, _("%s and %s are %s already (no. %lld)"), names->guide.name, names->learner.name,
		_(choices_pair_rule_kind[kind].label), (long long)id);
	return ch_error_fix(err,
			    kind == rule->kind ? _("nothing is left to do")
					       : _("take that back first: `chiron pair-rule remove %lld`"),
			    (long long)id);
}

static enum ch_status refuse_second_pin(struct change *change, const struct ch_pair_rule *rule,
					const struct names *names, struct ch_error *err)
{
	struct stmt *q = stmt_ready(change->db, SQL_PAIR_RULE_OTHER_PIN);
	struct ch_person other;
	bool row = false;

	if (rule->kind != CH_PAIR_RULE_PIN)
		return CH_OK;
	stmt_bind_int(q, "programme_id", rule->programme_id);
	stmt_bind_int(q, "guide_id", rule->guide_id);
	stmt_bind_int(q, "learner_id", rule->learner_id);
	enum ch_status status = stmt_step(q, &row, err);
	int64_t other_id = status == CH_OK && row ? stmt_id(q, "guide_id") : 0;
	stmt_reset(q);
	if (status != CH_OK || other_id == 0)
		return status;
	TRY(change_get(change, CH_PERSON, other_id, &other, err));
	ch_fail(err, CH_DATA, _("%s is pinned to %s already in %s"), names->learner.name, other.name,
		names->programme.name);
	return ch_error_fix(err, _("take that pin back first: `chiron pair-rule list`"));
}

static enum ch_status refuse_programme(const struct ch_pair_rule *rule, struct ch_error *err)
{
	if (rule->kind == CH_PAIR_RULE_AVOID ? rule->programme_id == 0 : rule->programme_id != 0)
		return CH_OK;
	if (rule->kind != CH_PAIR_RULE_AVOID)
		return ch_fail_field(err, "programme_id", _("a pin or forbid is of a programme, and none is given"));
	ch_fail_field(err, "programme_id", _("the avoid list holds for all programmes"));
	return ch_error_fix(err, _("leave the programme out, or forbid the two in it"));
}

static enum ch_status add(struct change *change, struct ch_pair_rule *rule, struct ch_error *err)
{
	struct names names;

	TRY(refuse_programme(rule, err));
	if (rule->programme_id != 0)
		TRY(change_get(change, CH_PROGRAMME, rule->programme_id, &names.programme, err));
	TRY(change_get(change, CH_PERSON, rule->guide_id, &names.guide, err));
	TRY(change_get(change, CH_PERSON, rule->learner_id, &names.learner, err));
	if (rule->guide_id == rule->learner_id)
		return ch_fail_rule(err, "R1", _("%s is one person: a pair rule is about two"), names.guide.name);
	TRY(refuse_same(change, rule, &names, err));
	TRY(refuse_second_pin(change, rule, &names, err));
	rule->pair_rule_id = rule->row_version = 0;
	rule->made_on = change->today;
	return change_insert(change, CH_PAIR_RULE, rule, err);
}

enum ch_status ch_pair_rule_add(struct ch_context *c, struct ch_pair_rule *rule, struct ch_error *err)
{
	struct change change;

	TRY(change_begin(&change, c, CH_OP_PAIR_RULE_ADD, CH_PAIR_RULE, 0, err));
	return change_end(&change, add(&change, rule, err), err);
}

enum ch_status ch_pair_rule_remove(struct ch_context *c, int64_t pair_rule_id, struct ch_error *err)
{
	struct change change;

	TRY(change_begin(&change, c, CH_OP_PAIR_RULE_REMOVE, CH_PAIR_RULE, pair_rule_id, err));
	return change_end(&change, change_delete(&change, CH_PAIR_RULE, pair_rule_id, err), err);
}
