#include <stdbool.h>
#include <string.h>

#include "chiron/exchange.h"
#include "chiron/scheme.h"
#include "chiron/text.h"
#include "core/import/import_kind.h"
#include "core/import/lexicon.h"

/* Signs that part things in a line of headings; a heading that has them is known by what is left. */
static const char *without_signs(const char *heading, struct ch_arena *arena)
{
	char *copy = ch_arena_copy(arena, heading);

	for (char *at = strpbrk(copy, "|\n\r"); at; at = strpbrk(at, "|\n\r"))
		*at = ' ';
	return ch_text_tidy(arena, copy);
}

static bool is_field(const char *field)
{
	return import_kind_takes(import_kind_of(CH_IMPORT_PEOPLE), field) ||
	       import_kind_takes(import_kind_of(CH_IMPORT_PAIRINGS), field) ||
	       import_kind_takes(import_kind_of(CH_IMPORT_SESSIONS), field);
}

static enum ch_status add(struct ch_context *c, const char *heading, const char *field, struct ch_arena *arena,
			  struct ch_error *err)
{
	struct ch_scheme_settings settings;
	const char *text = without_signs(heading, arena);

	if (!text || *import_key(arena, text) == '\0')
		return ch_fail(err, CH_DATA, _("\"%s\" is no heading: it has neither letters nor digits"), heading);
	bool ignored = strcmp(field, "ignore") == 0;

	if (!ignored && !is_field(field)) {
		ch_fail(err, CH_DATA, _("\"%s\" is no field of a person, a pairing or a session"), field);
		return ch_error_fix(err, "%s", _("`chiron export people` shows the fields in its first row"));
	}
	if (ch_scheme_settings_get(c, arena, &settings, err) != CH_OK)
		return err->status;
	settings.headings = ch_arena_printf(arena, "%s%sheading %s: %s", settings.headings ? settings.headings : "",
					    settings.headings ? "\n" : "", ignored ? "-asked" : field, text);
	return ch_scheme_settings_set(c, &settings, err);
}

enum ch_status ch_heading_add(struct ch_context *c, const char *heading, const char *field, struct ch_error *err)
{
	struct ch_arena arena = CH_ARENA_EMPTY;
	enum ch_status status = add(c, heading, field, &arena, err);

	ch_arena_release(&arena);
	return status;
}
