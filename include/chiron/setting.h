/*
 * The settings of a programme: every threshold that the rules and checks use.
 * setting.def is the one list; its rows are the fields of this record, so that
 * forms, commands, the journal and docs/settings.md follow from it.
 *
 * A programme has one row of settings, made with it from a preset: light (the
 * default: little is asked) or full. Blank means what the preset says.
 */
#ifndef CHIRON_SETTING_H
#define CHIRON_SETTING_H

#include "chiron/context.h"

#define CH_PRESETS(X)                                                                                                  \
	X(LIGHT, "light", N_("light"))                                                                                 \
	X(FULL, "full", N_("full"))

enum ch_preset {
	CH_NO_PRESET,
#define X(name, code, label) CH_PRESET_##name,
	CH_PRESETS(X)
#undef X
};

#define SETTING_MEMBER_NUMBER int64_t
#define SETTING_MEMBER_HOURS int64_t
#define SETTING_MEMBER_YES int

struct ch_settings {
	int64_t programme_id; /* whose they are */
	int64_t row_version;
	int preset; /* enum ch_preset: what the values began as */
#define SETTING(key, type, min, max, light, full, rule, label, help) SETTING_MEMBER_##type key;
#include "chiron/setting.def"
#undef SETTING
	const char *lowered_rules; /* list of rules of strength H that only warn in this programme: "R8; R14" */
};

/* A row of setting.def. */
struct ch_setting {
	const char *key;
	const char *rule;
	const char *preset[3]; /* canonical text by enum ch_preset; NULL: not set */
};

/* Whether a rule, "R16", only warns by these settings. */
bool ch_settings_lower(const struct ch_settings *settings, const char *rule);

/* The settings in the order of the list; *count of them. */
const struct ch_setting *ch_setting_all(size_t *count);

enum ch_status ch_settings_get(struct ch_context *c, int64_t programme_id, struct ch_arena *arena,
			       struct ch_settings *settings, struct ch_error *err);

/*
 * Saves them. Where `preset` changed, all values become the new preset's; what
 * is blank becomes the preset's. A rule of strength A, or one that is not H, is
 * refused among `lowered_rules` (CH_DATA names it).
 */
enum ch_status ch_settings_set(struct ch_context *c, struct ch_settings *settings, struct ch_error *err);

#endif
