#include "core/setting.h"

#include <string.h>

#include "chiron/rule.h"
#include "chiron/text.h"
#include "core/id_list.h"
#include "core/may.h"
#include "core/pairing.h"
#include "core/scheme_private.h"
#include "store/record.h"
#include "store/stmt.h"

/* Gives each setting the preset's value; with `blank_only` those that have none. */
static enum ch_status take_preset(struct ch_settings *settings, bool blank_only, struct ch_arena *arena,
				  struct ch_error *err)
{
	const struct ch_entity *entity = ch_entity_of(CH_SETTINGS);
	size_t count;
	const struct ch_setting *all = ch_setting_all(&count);

	if (settings->preset == CH_NO_PRESET)
		settings->preset = CH_PRESET_LIGHT;
	for (size_t i = 0; i < count; i++) {
		const struct ch_field *field = ch_field_named(entity, all[i].key);

		if (!blank_only || !ch_field_known(field, settings))
			TRY(ch_field_set(field, settings, all[i].preset[settings->preset], CH_NO_DATE, arena, err));
	}
	return CH_OK;
}

enum ch_status settings_insert(struct change *change, int64_t programme_id, struct ch_error *err)
{
	struct ch_settings settings;

	ch_record_clear(ch_entity_of(CH_SETTINGS), &settings);
	settings.programme_id = programme_id;
	TRY(take_preset(&settings, false, &change->arena, err));
	return change_insert(change, CH_SETTINGS, &settings, err);
}

static enum ch_status refuse_rule(const char *given, const struct ch_rule *rule, struct ch_error *err)
{
	if (rule == NULL) {
		ch_fail_field(err, "lowered_rules", _("\"%.20s\" is no rule"), given);
		return ch_error_fix(err, _("name rules by their number, as R8; `chiron help rules` lists them"));
	}
	ch_fail_field(err, "lowered_rules",
		      strchr(rule->strength, 'A') != NULL ? _("%s is absolute: nobody can lower it")
							  : _("%s refuses nothing by itself, so it cannot be lowered"),
		      rule->code);
	return ch_error_fix(err, "%s", _(rule->text));
}

/* Only rules of strength H, written as "R8; R14". */
static enum ch_status check_lowered(struct ch_settings *settings, struct ch_arena *arena, struct ch_error *err)
{
	struct ch_terms given = ch_terms_split(arena, settings->lowered_rules);
	const char *list = NULL;

	for (size_t i = 0; i < given.count; i++) {
		const struct ch_rule *rule = ch_rule_named(given.terms[i]);

		if (rule == NULL || !ch_rule_can_be_lowered(rule))
			return refuse_rule(given.terms[i], rule, err);
		list = list == NULL ? rule->code : ch_arena_printf(arena, "%s; %s", list, rule->code);
	}
	settings->lowered_rules = list;
	return CH_OK;
}

static enum ch_status check_order(const struct ch_settings *settings, struct ch_error *err)
{
	if (settings->silent_days < settings->quiet_days) {
		ch_fail_field(err, "silent_days",
			      _("a pairing would be silent after %lld days, before it is quiet after %lld"),
			      (long long)settings->silent_days, (long long)settings->quiet_days);
		return ch_error_fix(err, _("give at least as many days as quiet_days has"));
	}
	if (settings->silent_percent < settings->quiet_percent) {
		ch_fail_field(err, "silent_percent",
			      _("a pairing would be silent after %lld%% of the interval, quiet after %lld%%"),
			      (long long)settings->silent_percent, (long long)settings->quiet_percent);
		return ch_error_fix(err, _("give at least as many percent as quiet_percent has"));
	}
	if (settings->longest_gap_days <= settings->shortest_gap_days) {
		ch_fail_field(err, "longest_gap_days", _("every gap would be too long or too short"));
		return ch_error_fix(err, _("give more days than shortest_gap_days has, %lld"),
				    (long long)settings->shortest_gap_days);
	}
	return CH_OK;
}

/* The records that are unfinished by a rule that only warns from now on are complete. */
static enum ch_status refresh_unfinished(struct change *change, int64_t programme_id, struct ch_error *err)
{
	struct id_list pairings = ID_LIST_EMPTY;
	struct pairing_view view;
	struct stmt *q = stmt_ready(change->db, SQL_UNFINISHED_OF_PROGRAMME);

	stmt_bind_id(q, "programme_id", programme_id);
	enum ch_status status = id_list_read(&pairings, q, "pairing_id", err);
	for (size_t i = 0; status == CH_OK && i < pairings.count; i++) {
		status = pairing_view_get(change, pairings.ids[i], &view, err);
		if (status == CH_OK)
			status = pairing_refresh(change, &view, err);
	}
	id_list_release(&pairings);
	return status;
}

/* Whether a record is complete without the review that coaching asks for (R44, R45). */
static bool is_review_asked(const struct ch_settings *settings)
{
	return !ch_settings_lower(settings, "R44") && !ch_settings_lower(settings, "R45");
}

static enum ch_status set(struct change *change, struct ch_settings *settings, struct ch_error *err)
{
	struct ch_settings before;

	TRY(change_get(change, CH_SETTINGS, settings->programme_id, &before, err));
	bool other = settings->preset != CH_NO_PRESET && settings->preset != before.preset;
	TRY(take_preset(settings, !other, &change->arena, err));
	TRY(check_order(settings, err));
	TRY(check_lowered(settings, &change->arena, err));
	TRY(change_update(change, CH_SETTINGS, settings, err));
	return is_review_asked(&before) && !is_review_asked(settings)
		       ? refresh_unfinished(change, settings->programme_id, err)
		       : CH_OK;
}

enum ch_status ch_settings_set(struct ch_context *c, struct ch_settings *settings, struct ch_error *err)
{
	struct ch_settings given = *settings;
	struct change change;

	TRY(change_begin_on(&change, c, CH_OP_SETTING_SET, CH_SETTINGS, settings->programme_id, CH_PROGRAMME,
			    settings->programme_id, err));
	return change_end(&change, set(&change, &given, err), err);
}

enum ch_status ch_settings_get(struct ch_context *c, int64_t programme_id, struct ch_arena *arena,
			       struct ch_settings *settings, struct ch_error *err)
{
	TRY(may(c, CH_OP_PROGRAMME_READ, CH_PROGRAMME, programme_id, err));
	return record_get(c->scheme->db, ch_entity_of(CH_SETTINGS), programme_id, arena, settings, err);
}
