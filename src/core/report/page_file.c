/* Read line by line; a paragraph is its lines joined by blanks. */
#include "core/report/page_file.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "generated/data.h"

#define PERIOD "month" /* the one period that a page can have of itself */

enum { MOST_PARTS = 200 };

struct reading {
	const char *file;
	struct ch_arena *arena;
	struct page_file *page;
	int line;
	bool in_paragraph;
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

/* What follows "KEY: ", or NULL where the line does not begin so. */
static const char *value_of(const char *line, const char *key)
{
	size_t length = strlen(key);

	if (strncmp(line, key, length) != 0 || line[length] != ':')
		return NULL;
	return line + length + 1 + strspn(line + length + 1, " ");
}

static enum ch_status add_part(struct reading *at, enum ch_page_part_kind kind, const char *text, struct ch_error *err)
{
	struct page_file *page = at->page;

	if (*text == '\0')
		return fail(at, err, _("there is nothing after the mark of a heading or report"));
	if (page->part_count == MOST_PARTS)
		return fail(at, err, _("a page has at most %d parts"), MOST_PARTS);
	page->parts[page->part_count++] = (struct page_file_part){.kind = kind, .text = text};
	return CH_OK;
}

static enum ch_status read_header(struct reading *at, const char *line, bool *is_header, struct ch_error *err)
{
	struct ch_report_info *info = &at->page->info;
	const char *period = info->monthly ? PERIOD : NULL;
	const struct {
		const char *key;
		const char **value;
	} keys[] = {{"page", &info->name}, {"title", &info->title}, {"about", &info->about}, {"period", &period}};

	*is_header = false;
	for (size_t i = 0; i < sizeof(keys) / sizeof(keys[0]); i++) {
		const char *value = value_of(line, keys[i].key);

		if (value == NULL)
			continue;
		*is_header = true;
		if (*keys[i].value != NULL)
			return fail(at, err, _("\"%s\" is given twice"), keys[i].key);
		if (*value == '\0')
			return fail(at, err, _("\"%s\" has no value"), keys[i].key);
		*keys[i].value = value;
	}
	if (period != NULL && strcmp(period, PERIOD) != 0)
		return fail(at, err, _("\"%s\" is no period; \"%s\" is one"), period, PERIOD);
	info->monthly = period != NULL;
	return CH_OK;
}

static enum ch_status read_line(struct reading *at, const char *line, struct ch_error *err)
{
	struct page_file *page = at->page;
	bool goes_on = at->in_paragraph, is_header = false;
	enum ch_status status = page->part_count == 0 ? read_header(at, line, &is_header, err) : CH_OK;
	const char *report = value_of(line, "report");

	at->in_paragraph = false;
	if (status != CH_OK || is_header || *line == '\0')
		return status;
	if (line[0] == '#')
		return add_part(at, CH_PAGE_HEADING, line + 1 + strspn(line + 1, " "), err);
	if (report != NULL)
		return add_part(at, CH_PAGE_REPORT, report, err);
	at->in_paragraph = true;
	if (!goes_on)
		return add_part(at, CH_PAGE_TEXT, line, err);
	struct page_file_part *paragraph = &page->parts[page->part_count - 1];

	paragraph->text = ch_arena_printf(at->arena, "%s %s", paragraph->text, line);
	return CH_OK;
}

static enum ch_status check_header(struct reading *at, struct ch_error *err)
{
	const struct ch_report_info *info = &at->page->info;
	size_t length = info->name != NULL ? strlen(info->name) : 0;

	at->line = 1;
	if (info->name == NULL || info->title == NULL || info->about == NULL)
		return fail(at, err, _("the header has no \"%s\""),
			    info->name == NULL	  ? "page"
			    : info->title == NULL ? "title"
						  : "about");
	if (strncmp(at->file, info->name, length) != 0 || strcmp(at->file + length, ".txt") != 0)
		return fail(at, err, _("\"%s\" is not the name of its file"), info->name);
	if (at->page->part_count == 0)
		return fail(at, err, _("there is nothing below the header"));
	return CH_OK;
}

enum ch_status page_file_parse(const char *file, const char *text, struct ch_arena *arena, struct page_file *page,
			       struct ch_error *err)
{
	struct reading at = {.file = file, .arena = arena, .page = page};
	enum ch_status status = CH_OK;

	*page = (struct page_file){.info.page = true};
	page->parts = ch_arena_array(arena, MOST_PARTS, sizeof(*page->parts));
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

const struct page_file *page_file_all(size_t *count)
{
	static struct {
		struct ch_arena arena;
		struct page_file *files;
		size_t count;
	} parsed;

	if (parsed.files == NULL) {
		struct ch_error err = CH_NO_ERROR;

		while (page_files[parsed.count].name != NULL)
			parsed.count++;
		parsed.files = ch_arena_array(&parsed.arena, parsed.count, sizeof(*parsed.files));
		for (size_t i = 0; i < parsed.count; i++)
			if (page_file_parse(page_files[i].name, page_files[i].text, &parsed.arena, &parsed.files[i],
					    &err) != CH_OK)
				ch_abort(err.message);
	}
	*count = parsed.count;
	return parsed.files;
}
