/* Which frameworks there are, and the texts under their headings as one. */
#include <stdio.h>
#include <string.h>

#include "chiron/pairing.h"
#include "chiron/programme.h"
#include "chiron/text.h"
#include "core/journal/change.h"
#include "core/framework.h"
#include "core/may.h"
#include "core/own_file.h"
#include "core/scheme_private.h"
#include "generated/data.h"
#include "store/record.h"

static const struct ch_framework *builtins(size_t *count)
{
	static struct {
		struct ch_arena arena;
		struct ch_framework *frameworks;
		size_t count;
	} parsed;

	if (parsed.frameworks == NULL) {
		struct ch_error err = CH_NO_ERROR;

		while (framework_files[parsed.count].name != NULL)
			parsed.count++;
		parsed.frameworks = ch_arena_array(&parsed.arena, parsed.count, sizeof(*parsed.frameworks));
		for (size_t i = 0; i < parsed.count; i++)
			if (framework_file_parse(framework_files[i].name, framework_files[i].text, &parsed.arena,
						 &parsed.frameworks[i], &err) != CH_OK)
				ch_abort(err.message);
	}
	*count = parsed.count;
	return parsed.frameworks;
}

const struct ch_framework *framework_named(const char *name)
{
	size_t count;
	const struct ch_framework *frameworks = builtins(&count);

	for (size_t i = 0; i < count; i++)
		if (ch_text_equal_ascii(frameworks[i].name, name))
			return &frameworks[i];
	return NULL;
}

enum ch_status ch_framework_list(struct ch_context *c, struct ch_arena *arena, struct ch_framework **frameworks,
				 size_t *count, struct ch_error *err)
{
	size_t builtin_count, own_count;
	const struct ch_framework *builtin = builtins(&builtin_count);
	struct ch_framework *own;

	TRY(own_frameworks(c, arena, &own, &own_count, err));
	*count = builtin_count + own_count;
	*frameworks = ch_arena_array(arena, *count, sizeof(**frameworks));
	memcpy(*frameworks, builtin, builtin_count * sizeof(*builtin));
	if (own_count > 0)
		memcpy(*frameworks + builtin_count, own, own_count * sizeof(*own));
	return CH_OK;
}

enum ch_status ch_framework_find(struct ch_context *c, const char *name, struct ch_arena *arena,
				 struct ch_framework *framework, struct ch_error *err)
{
	struct ch_buffer names = CH_BUFFER_EMPTY;
	struct ch_framework *frameworks;
	size_t count;

	TRY(ch_framework_list(c, arena, &frameworks, &count, err));
	for (size_t i = 0; i < count; i++) {
		if (ch_text_equal_ascii(frameworks[i].name, name) || ch_text_equal_ascii(frameworks[i].title, name)) {
			*framework = frameworks[i];
			ch_buffer_release(&names);
			return CH_OK;
		}
		ch_buffer_printf(&names, "%s%s", i == 0 ? "" : ", ", frameworks[i].name);
	}
	ch_fail(err, CH_DATA, _("there is no framework \"%.60s\" for sessions"), name);
	ch_error_fix(err, _("give one of %s; `chiron own add FILE` adds your own"), names.text);
	ch_buffer_release(&names);
	return CH_DATA;
}

enum ch_status framework_expect(struct ch_context *c, const char *key, const char *name, const char *before,
				struct ch_error *err)
{
	struct ch_arena arena = CH_ARENA_EMPTY;
	struct ch_framework framework;
	bool stood = name == NULL || (before != NULL && strcmp(name, before) == 0);
	enum ch_status status = stood ? CH_OK : ch_framework_find(c, name, &arena, &framework, err);

	if (status == CH_OK && !stood && strcmp(framework.name, name) != 0) {
		status = ch_fail(err, CH_DATA, _("\"%.60s\" is not how the framework is stored"), name);
		ch_error_fix(err, _("write %s"), framework.name);
	}
	ch_arena_release(&arena);
	if (status == CH_DATA)
		snprintf(err->field, sizeof(err->field), "%s", key);
	return status;
}

enum ch_status ch_framework_usual(struct ch_context *c, int64_t pairing_id, struct ch_arena *arena,
				  struct ch_framework *framework, struct ch_error *err)
{
	struct ch_error unknown = CH_NO_ERROR;
	struct ch_pairing pairing;
	struct ch_programme programme;

	TRY(may(c, CH_OP_PAIRING_READ, CH_PAIRING, pairing_id, err));
	TRY(record_get(c->scheme->db, ch_entity_of(CH_PAIRING), pairing_id, arena, &pairing, err));
	TRY(record_get(c->scheme->db, ch_entity_of(CH_PROGRAMME), pairing.programme_id, arena, &programme, err));
	*framework = *framework_named(pairing.kind == CH_KIND_COACHING ? "grow" : "free");
	if (programme.usual_framework != NULL &&
	    ch_framework_find(c, programme.usual_framework, arena, framework, &unknown) != CH_OK)
		*framework = *framework_named("free");
	return CH_OK;
}

/* ---- Texts under headings -------------------------------------------------------------- */

/* Where the section of that heading begins in `text`, and how many bytes it has with its heading; NULL: nowhere. */
static const char *section_in(const char *text, const char *heading, size_t *length)
{
	size_t heading_length = strlen(heading);
	const char *begin = NULL;

	for (const char *line = text; *line != '\0';) {
		size_t line_length = strcspn(line, "\n");
		bool is_heading = strncmp(line, "# ", 2) == 0;

		if (begin != NULL && is_heading) {
			*length = (size_t)(line - begin);
			return begin;
		}
		if (is_heading && line_length == heading_length + 2 && memcmp(line + 2, heading, heading_length) == 0)
			begin = line;
		line += line_length + (line[line_length] == '\n');
	}
	*length = begin != NULL ? strlen(begin) : 0;
	return begin;
}

const char *framework_sections_put(const char *text, const struct ch_session_section *sections, size_t count,
				   struct ch_arena *arena)
{
	const char *whole = text != NULL ? text : "";

	for (size_t i = 0; i < count; i++) {
		const char *said = sections[i].text != NULL ? ch_text_tidy_lines(arena, sections[i].text) : NULL;
		size_t length;

		if (said == NULL)
			continue;
		const char *at = section_in(whole, sections[i].heading, &length);
		const char *after = at != NULL ? at + length : "";
		size_t before = at != NULL ? (size_t)(at - whole) : strlen(whole);
		const char *gap = before > 0 && whole[before - 1] != '\n' ? "\n" : "";

		whole = ch_arena_printf(arena, "%.*s%s# %s\n%s\n%s", (int)before, whole, gap, sections[i].heading,
					said, after);
	}
	return *whole != '\0' ? whole : NULL;
}
