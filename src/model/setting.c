#include "chiron/setting.h"

#include <string.h>

#include "model/choices.h"
#include "model/field_table.h"

#define RECORD ch_settings

static const struct ch_field settings_fields[] = {
	RECORD_HEAD(programme_id),
	FIELD(preset, CHOICE, FACT, .label = N_("Preset"), .choices = choices_preset, .initial = "light",
	      .flags = CH_FIELD_REQUIRED,
	      .help = N_("light asks for little, full for more; choosing one sets all below")),
#define SETTING(key, type, min_, max_, light, full, rule, label_, help_)                                               \
	FIELD(key, type, FACT, .label = label_, .help = help_, .min = (min_), .max = (max_), .initial = light),
#include "chiron/setting.def"
#undef SETTING
	FIELD(lowered_rules, LIST, FACT, .label = N_("Rules that only warn"), .max = 500,
	      .help = N_("numbers of rules that refuse and only warn in this programme; absolute ones never do")),
};

ENTITY(SETTINGS, settings, "settings of programme", "settings", N_("Settings of a programme"), settings_fields);

static const struct ch_setting settings[] = {
#define SETTING(key_, type, min, max, light, full, rule_, label, help)                                                 \
	{.key = #key_, .rule = rule_, .preset = {[CH_PRESET_LIGHT] = light, [CH_PRESET_FULL] = full}},
#include "chiron/setting.def"
#undef SETTING
};

const struct ch_setting *ch_setting_all(size_t *count)
{
	*count = sizeof(settings) / sizeof(settings[0]);
	return settings;
}

bool ch_settings_lower(const struct ch_settings *of, const char *rule)
{
	size_t length = strlen(rule);

	for (const char *at = of->lowered_rules; at != NULL; at = strchr(at, ' ')) {
		at += strspn(at, " ");
		if (strncmp(at, rule, length) == 0 && (at[length] == ';' || at[length] == '\0'))
			return true;
	}
	return false;
}
