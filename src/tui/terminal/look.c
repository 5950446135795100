#include "tui/terminal/look.h"

#include <stdlib.h>

void look_read(struct look *look, struct ch_preferences *preferences, bool plain)
{
	const char *none = getenv("NO_COLOR");

	theme_read(&look->theme, preferences);
	look->colour = ch_preference_is(preferences, CH_PREFERENCE_COLOR, "auto") && (none == NULL || *none == '\0');
	look->ascii = plain || ch_preference_is(preferences, CH_PREFERENCE_LINES, "ascii");
	look->mouse = ch_preference_is(preferences, CH_PREFERENCE_MOUSE, "auto");
	look->whole_frames = ch_preference_is(preferences, CH_PREFERENCE_WHOLE_FRAMES, "on");
	look->escape_delay = ch_preference_number(preferences, CH_PREFERENCE_ESCAPE_DELAY);
}
