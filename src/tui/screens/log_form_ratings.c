/* What the session form asks only where the programme has switched it on. */
#include <string.h>

#include "chiron/programme.h"
#include "chiron/setting.h"
#include "tui/screens/log_form_parts.h"

static const char *const place_keys[] = {"place", "place_rating"};

enum { PLACE_KEYS = sizeof(place_keys) / sizeof(place_keys[0]) };

_Static_assert((int)PLACE_KEYS <= (int)LOG_RATINGS_MAX, "the form has room for what is asked besides");

enum ch_status log_ratings_read(struct log_form *log, const struct ch_pairing *pairing, struct ch_error *err)
{
	struct ch_settings settings;

	if (ch_settings_get(log->desk->c, pairing->programme_id, &log->arena, &settings, err) == CH_OK)
		log->rates_places = settings.place_ratings == CH_YES;
	return err->status;
}

static const struct ch_field *field_of(const char *key)
{
	return ch_field_named(ch_entity_of(CH_SESSION), key);
}

size_t log_ratings_fit(const struct log_form *log, struct form *form, size_t at)
{
	for (size_t i = 0; log->rates_places && !log->finishing && i < PLACE_KEYS; i++) {
		const struct ch_field *field = field_of(place_keys[i]);

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

bool log_is_rating(const char *key)
{
	for (size_t i = 0; i < PLACE_KEYS; i++)
		if (strcmp(key, place_keys[i]) == 0)
			return true;
	return false;
}

enum ch_status log_ratings_take(const struct log_form *log, const struct form *form, struct ch_session *session,
				struct ch_arena *arena, struct ch_error *err)
{
	for (size_t i = 0; i < PLACE_KEYS; i++) {
		const char *text = form_value(form, place_keys[i]);

		if (*text != '\0' &&
		    ch_field_set(field_of(place_keys[i]), session, text, log->desk->today, arena, err) != CH_OK)
			return err->status;
	}
	return CH_OK;
}
