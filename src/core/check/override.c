#include "core/check/override.h"

#include <string.h>

#include "core/journal/change.h"
#include "chiron/text.h"

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

enum ch_status override_record(struct ch_context *c, struct db *db, const char *rule, const char *check_name,
			       int64_t pairing_id, int64_t programme_id, struct ch_error *err)
{
	struct ch_override override;
	struct change change;
	struct ch_arena arena = CH_ARENA_EMPTY;

	(void)db;
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
	override.made_on = ch_clock_today(&c->clock);
	enum ch_status status = change_begin(&change, c, CH_OP_OVERRIDE_MAKE, CH_OVERRIDE, 0, err);
	if (status == CH_OK)
		status = change_end(&change, change_insert(&change, CH_OVERRIDE, &override, err), err);
	ch_arena_release(&arena);
	return status;
}
