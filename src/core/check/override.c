#include "core/check/override.h"

#include <string.h>

#include "core/journal/change.h"
#include "chiron/text.h"
#include "store/stmt.h"

enum { SHORTEST_REASON = 3 };

bool override_covers(const struct ch_context *c, const char *rule)
{
	size_t length = strlen(rule);

	if (c->override_reason == NULL || c->override_rules == NULL)
		return false;
	for (const char *at = c->override_rules; (at = strstr(at, rule)) != NULL; at += length)
		if ((at == c->override_rules || at[-1] == ' ') && (at[length] == ' ' || at[length] == '\0'))
			return true;
	return false;
}

enum ch_status override_record(struct ch_context *c, const char *rule, const char *check_name, int64_t pairing_id,
			       int64_t programme_id, struct ch_error *err)
{
	struct ch_override override;
	struct change change;
	struct ch_arena arena = CH_ARENA_EMPTY;

	char *reason = ch_text_tidy(&arena, c->override_reason);
	if (reason == NULL || ch_text_width(reason) < SHORTEST_REASON) {
		ch_arena_release(&arena);
		ch_fail_rule(err, rule, _("an override needs a reason in words"));
		return ch_error_fix(err, _("say why this is right, as the next coordinator will read it"));
	}
	ch_record_clear(ch_entity_of(CH_OVERRIDE), &override);
	override.rule = rule;
	override.check_name = check_name;
	override.pairing_id = pairing_id;
	override.programme_id = programme_id;
	override.reason = reason;
	override.made_by = c->actor.person_id;
	override.coordinator_id = c->actor.coordinator_id;
	override.made_on = ch_clock_today(&c->clock);
	enum ch_status status = change_begin(&change, c, CH_OP_OVERRIDE_MAKE, CH_OVERRIDE, 0, err);
	if (status == CH_OK)
		status = change_end(&change, change_insert(&change, CH_OVERRIDE, &override, err), err);
	ch_arena_release(&arena);
	return status;
}

const char *override_title(const char *check_name)
{
	static const struct {
		const char *name, *title;
	} beside[] = {
		{"late-recommendation", N_("Recommended after the match")},
		{"unapproved-proposal", N_("Accepted without approval")},
		{"manager-in-mentoring", N_("The manager has part in mentoring")},
		{"custom-field", N_("A field that rates performance")},
		{"position-in-coaching", N_("Position counts in coaching")},
	};

	for (size_t i = 0; i < sizeof(beside) / sizeof(beside[0]); i++)
		if (strcmp(beside[i].name, check_name) == 0)
			return _(beside[i].title);
	return NULL;
}

enum ch_status override_lowered(struct db *db, int64_t programme_id, const char *rule, bool *lowered,
				struct ch_error *err)
{
	struct stmt *q = stmt_ready(db, SQL_RULE_LOWERED);
	bool row = false;

	stmt_bind_id(q, "programme_id", programme_id);
	stmt_bind_text(q, "rule", rule);
	enum ch_status status = stmt_step(q, &row, err);
	*lowered = status == CH_OK && row && stmt_id(q, "programme_id") != 0;
	stmt_reset(q);
	return status;
}

enum ch_status override_excuses(struct change *change, const char *rule, const char *check_name, int64_t pairing_id,
				int64_t programme_id, bool *excused, struct ch_error *err)
{
	TRY(override_lowered(change->db, programme_id, rule, excused, err));
	if (*excused || !override_covers(change->c, rule))
		return CH_OK;
	*excused = true;
	return override_record(change->c, rule, check_name, pairing_id, programme_id, err);
}
