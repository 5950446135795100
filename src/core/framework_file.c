/* Read line by line; what a heading asks is its lines joined by blanks. */
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "chiron/programme.h"
#include "core/framework.h"

struct reading {
	const char *file;
	struct ch_arena *arena;
	struct ch_framework *framework;
	struct ch_framework_heading *headings;
	const char *kind;
	int line;
};

static enum ch_status fail(const struct reading *at, struct ch_error *err, const char *format, ...) CH_PRINTF(3, 4);

static enum ch_status fail(const struct reading *at, struct ch_error *err, const char *format, ...)
{
	char what[300];
	va_list args;

	va_start(args, format);
	vsnprintf(what, sizeof(what), format, args);
	va_end(args);
	return ch_fail(err, CH_DATA, "%s:%d: %s", at->file, at->line, what);
}

static enum ch_status read_kind(struct reading *at, struct ch_error *err)
{
	const struct ch_choice *kinds = ch_field_named(ch_entity_of(CH_PROGRAMME), "kind")->choices;

	at->framework->kind = ch_choice_find(kinds, at->kind);
	if (at->framework->kind > CH_NO_KIND)
		return CH_OK;
	return fail(at, err, _("\"%.40s\" is no kind: coaching or mentoring, or leave the line out"), at->kind);
}

static enum ch_status read_header(struct reading *at, const char *line, struct ch_error *err)
{
	struct ch_framework *framework = at->framework;
	const struct {
		const char *key;
		const char **value;
	} keys[] = {{"framework", &framework->name},
		    {"title", &framework->title},
		    {"about", &framework->about},
		    {"kind", &at->kind}};

	for (size_t i = 0; i < sizeof(keys) / sizeof(keys[0]); i++) {
		size_t length = strlen(keys[i].key);

		if (strncmp(line, keys[i].key, length) != 0 || line[length] != ':')
			continue;
		line += length + 1 + strspn(line + length + 1, " ");
		if (*keys[i].value != NULL)
			return fail(at, err, _("\"%s\" is given twice"), keys[i].key);
		if (*line == '\0')
			return fail(at, err, _("\"%s\" has no value"), keys[i].key);
		*keys[i].value = line;
		return keys[i].value == &at->kind ? read_kind(at, err) : CH_OK;
	}
	fail(at, err, _("\"%.60s\" is neither a line of the header nor a heading"), line);
	return ch_error_fix(err, _("the header has framework, title, about and kind; a heading begins with \"# \""));
}

static enum ch_status add_heading(struct reading *at, const char *title, struct ch_error *err)
{
	struct ch_framework *framework = at->framework;

	if (*title == '\0')
		return fail(at, err, _("there is nothing after the mark of a heading"));
	if (framework->heading_count == CH_MOST_HEADINGS)
		return fail(at, err, _("a framework has at most %d headings"), CH_MOST_HEADINGS);
	for (size_t i = 0; i < framework->heading_count; i++)
		if (strcmp(at->headings[i].title, title) == 0)
			return fail(at, err, _("the heading \"%.60s\" is there already"), title);
	at->headings[framework->heading_count++] = (struct ch_framework_heading){.title = title};
	return CH_OK;
}

static enum ch_status read_line(struct reading *at, const char *line, struct ch_error *err)
{
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

static enum ch_status check_header(struct reading *at, struct ch_error *err)
{
	const struct ch_framework *framework = at->framework;
	size_t length = framework->name != NULL ? strlen(framework->name) : 0;

	at->line = 1;
	if (framework->name == NULL || framework->title == NULL || framework->about == NULL)
		return fail(at, err, _("the header has no \"%s\""),
			    framework->name == NULL    ? "framework"
			    : framework->title == NULL ? "title"
						       : "about");
	if (strncmp(at->file, framework->name, length) != 0 || strcmp(at->file + length, ".txt") != 0)
		return fail(at, err, _("\"%s\" is not the name of its file"), framework->name);
	return CH_OK;
}

enum ch_status framework_file_parse(const char *file, const char *text, struct ch_arena *arena,
				    struct ch_framework *framework, struct ch_error *err)
{
	struct reading at = {.file = file, .arena = arena, .framework = framework};
	enum ch_status status = CH_OK;

	*framework = (struct ch_framework){.kind = CH_NO_KIND};
	framework->headings = at.headings = ch_arena_array(arena, CH_MOST_HEADINGS, sizeof(*at.headings));
	while (status == CH_OK && *text != '\0') {
		size_t length = strcspn(text, "\n");
		char *line = ch_arena_copy_bytes(arena, text, length);

		for (size_t end = length; end > 0 && strchr(" \t\r", line[end - 1]) != NULL; end--)
			line[end - 1] = '\0';
		at.line++;
		status = read_line(&at, line, err);
		text += length + (text[length] == '\n');
	}
	return status == CH_OK ? check_header(&at, err) : status;
}
