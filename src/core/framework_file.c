/* Read line by line; what a heading asks is its lines joined by blanks. */
#include <string.h>

#include "chiron/programme.h"
#include "core/framework.h"
#include "core/text_file.h"

enum { NEEDED_KEYS = 3, HEADER_KEYS };

struct reading {
	struct text_file file;
	struct ch_arena *arena;
	struct ch_framework *framework;
	struct ch_framework_heading *headings;
	const char *kind;
};

static void name_keys(struct reading *at, struct text_file_key keys[HEADER_KEYS])
{
	keys[0] = (struct text_file_key){"framework", &at->framework->name};
	keys[1] = (struct text_file_key){"title", &at->framework->title};
	keys[2] = (struct text_file_key){"about", &at->framework->about};
	keys[3] = (struct text_file_key){"kind", &at->kind};
}

static enum ch_status read_kind(struct reading *at, struct ch_error *err)
{
	const struct ch_choice *kinds = ch_field_named(ch_entity_of(CH_PROGRAMME), "kind")->choices;

	at->framework->kind = at->kind != NULL ? ch_choice_find(kinds, at->kind) : CH_NO_KIND;
	if (at->kind == NULL || at->framework->kind > CH_NO_KIND)
		return CH_OK;
	return text_file_fail(&at->file, err, _("\"%.40s\" is no kind: coaching or mentoring, or leave the line out"),
			      at->kind);
}

static enum ch_status read_header(struct reading *at, const char *line, struct ch_error *err)
{
	struct text_file_key keys[HEADER_KEYS];
	bool is_header;

	name_keys(at, keys);
	if (text_file_take_header(&at->file, line, keys, HEADER_KEYS, &is_header, err) != CH_OK)
		return err->status;
	if (is_header)
		return read_kind(at, err);
	text_file_fail(&at->file, err, _("\"%.60s\" is neither a line of the header nor a heading"), line);
	return ch_error_fix(err, _("the header has framework, title, about and kind; a heading begins with \"# \""));
}

static enum ch_status add_heading(struct reading *at, const char *title, struct ch_error *err)
{
	struct ch_framework *framework = at->framework;

	if (*title == '\0')
		return text_file_fail(&at->file, err, _("there is nothing after the mark of a heading"));
	if (framework->heading_count == CH_MOST_HEADINGS)
		return text_file_fail(&at->file, err, _("a framework has at most %d headings"), CH_MOST_HEADINGS);
	for (size_t i = 0; i < framework->heading_count; i++)
		if (strcmp(at->headings[i].title, title) == 0)
			return text_file_fail(&at->file, err, _("the heading \"%.60s\" is there already"), title);
	at->headings[framework->heading_count++] = (struct ch_framework_heading){.title = title};
	return CH_OK;
}

static enum ch_status read_line(void *data, const char *line, struct ch_error *err)
{
	struct reading *at = data;
	struct ch_framework_heading *heading;

	if (*line == '\0')
		return CH_OK;
	if (*line == '#')
		return add_heading(at, line + 1 + strspn(line + 1, " "), err);
	if (at->framework->heading_count == 0)
		return read_header(at, line, err);
	heading = &at->headings[at->framework->heading_count - 1];
	heading->asks = heading->asks == NULL ? line : ch_arena_printf(at->arena, "%s %s", heading->asks, line);
	return CH_OK;
}

enum ch_status framework_file_parse(const char *file, const char *text, struct ch_arena *arena,
				    struct ch_framework *framework, struct ch_error *err)
{
	struct reading at = {.file.name = file, .arena = arena, .framework = framework};
	struct text_file_key keys[HEADER_KEYS];

	*framework = (struct ch_framework){.kind = CH_NO_KIND};
	framework->headings = at.headings = ch_arena_array(arena, CH_MOST_HEADINGS, sizeof(*at.headings));
	if (text_file_read(&at.file, text, arena, read_line, &at, err) != CH_OK)
		return err->status;
	name_keys(&at, keys);
	return text_file_need(&at.file, keys, NEEDED_KEYS, err);
}
