/* What the session form asks only where the programme has switched it on. */
#include <stdio.h>
#include <string.h>

#include "chiron/programme.h"
#include "chiron/setting.h"
#include "tui/screens/log_form_parts.h"

static const char *const place_keys[] = {"place", "place_rating"};
static const char *const enjoyed_keys[] = {[CH_SIDE_GUIDE] = "guide_enjoyed", [CH_SIDE_LEARNER] = "learner_enjoyed"};

enum { PLACE_KEYS = sizeof(place_keys) / sizeof(place_keys[0]) };

_Static_assert((int)PLACE_KEYS + 2 <= (int)LOG_RATINGS_MAX, "the form has room for what is asked besides");

enum ch_status log_ratings_read(struct log_form *log, const struct ch_pairing *pairing, struct ch_error *err)
{
	struct ch_settings settings;

	if (ch_settings_get(log->desk->c, pairing->programme_id, &log->arena, &settings, err) == CH_OK) {
		log->rates_places = settings.place_ratings == CH_YES;
		log->rates_enjoyment = settings.enjoyment_ratings == CH_YES;
	}
	return err->status;
}

static const struct ch_field *place_field(const char *key)
{
	return ch_field_named(ch_entity_of(CH_SESSION), key);
}

static size_t fit_places(struct form *form, size_t at)
{
	for (size_t i = 0; i < PLACE_KEYS; i++) {
		const struct ch_field *field = place_field(place_keys[i]);

		log_entry_set(form, at++,
			      (struct form_field){.key = field->key,
						  .label = field->label,
						  .help = field->help,
						  .heading = i == 0 ? N_("the place") : NULL,
						  .type = field->type},
			      NULL);
	}
	return at;
}

/* Each at their own desk is asked of themselves, the coordinator of both. */
static size_t fit_enjoyed(const struct log_form *log, struct form *form, size_t at)
{
	const struct ch_field *field = ch_field_named(ch_entity_of(CH_FEEDBACK), "enjoyment");
	const char *heading = N_("the other side is never shown this");

	for (enum ch_side side = CH_SIDE_GUIDE; side <= CH_SIDE_LEARNER; side++) {
		if (log->sides.me != CH_NO_SIDE && log->sides.me != side)
			continue;
		log_entry_set(form, at++,
			      (struct form_field){.key = enjoyed_keys[side],
						  .label = log->sides.me == side ? field->label : log->enjoyed[side],
						  .help = _(field->help),
						  .heading = heading,
						  .type = field->type,
						  .own_label = log->sides.me != side},
			      NULL);
		heading = NULL;
	}
	return at;
}

size_t log_ratings_fit(struct log_form *log, struct form *form, size_t at)
{
	if (log->finishing)
		return at;
	if (log->rates_places)
		at = fit_places(form, at);
	for (int side = CH_SIDE_GUIDE; side <= CH_SIDE_LEARNER; side++)
		log->enjoyed[side] = ch_arena_printf(&log->arena, _("%s enjoyed it"), log->came[side].label);
	return log->rates_enjoyment ? fit_enjoyed(log, form, at) : at;
}

bool log_is_rating(const char *key)
{
	for (size_t i = 0; i < PLACE_KEYS; i++)
		if (strcmp(key, place_keys[i]) == 0)
			return true;
	return strcmp(key, enjoyed_keys[CH_SIDE_GUIDE]) == 0 || strcmp(key, enjoyed_keys[CH_SIDE_LEARNER]) == 0;
}

bool log_rating_is_given(const struct ch_session_asked *asked, const char *key)
{
	if (strcmp(key, enjoyed_keys[CH_SIDE_GUIDE]) == 0)
		return asked->enjoyed.guide != CH_UNKNOWN;
	if (strcmp(key, enjoyed_keys[CH_SIDE_LEARNER]) == 0)
		return asked->enjoyed.learner != CH_UNKNOWN;
	return ch_field_known(place_field(key), asked->given);
}

enum ch_status log_ratings_take(const struct log_form *log, const struct form *form, struct ch_session *session,
				struct ch_arena *arena, struct ch_error *err)
{
	for (size_t i = 0; i < PLACE_KEYS; i++) {
		const char *text = form_value(form, place_keys[i]);

		if (*text != '\0' &&
		    ch_field_set(place_field(place_keys[i]), session, text, log->desk->today, arena, err) != CH_OK)
			return err->status;
	}
	return CH_OK;
}

static enum ch_status take_enjoyed(const struct form *form, int side, int64_t *enjoyed, struct ch_arena *arena,
				   struct ch_error *err)
{
	const struct ch_entity *entity = ch_entity_of(CH_FEEDBACK);
	const char *text = form_value(form, enjoyed_keys[side]);
	struct ch_feedback said;

	ch_record_clear(entity, &said);
	if (*text == '\0')
		return CH_OK;
	if (ch_field_set(ch_field_named(entity, "enjoyment"), &said, text, CH_NO_DATE, arena, err) != CH_OK)
		return ch_error_field(err, enjoyed_keys[side]);
	*enjoyed = said.enjoyment;
	return CH_OK;
}

enum ch_status log_enjoyed_take(const struct log_form *log, const struct form *form, struct ch_enjoyed *enjoyed,
				struct ch_arena *arena, struct ch_error *err)
{
	*enjoyed = log->asked != NULL ? log->asked->enjoyed : CH_NOT_ENJOYED;
	if (take_enjoyed(form, CH_SIDE_GUIDE, &enjoyed->guide, arena, err) != CH_OK)
		return err->status;
	return take_enjoyed(form, CH_SIDE_LEARNER, &enjoyed->learner, arena, err);
}
