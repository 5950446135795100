/* Read line by line; a paragraph is its lines joined by blanks. */
#include "core/report/page_file.h"

#include <string.h>

#include "core/text_file.h"
#include "generated/data.h"

#define PERIOD "month" /* the one period that a page can have of itself */

enum { MOST_PARTS = 200, NEEDED_KEYS = 3, HEADER_KEYS };

struct reading {
	struct text_file file;
	struct ch_arena *arena;
	struct page_file *page;
	const char *period;
	bool in_paragraph;
};

static void name_keys(struct reading *at, struct text_file_key keys[HEADER_KEYS])
{
	keys[0] = (struct text_file_key){"page", &at->page->info.name};
	keys[1] = (struct text_file_key){"title", &at->page->info.title};
	keys[2] = (struct text_file_key){"about", &at->page->info.about};
	keys[3] = (struct text_file_key){"period", &at->period};
}

static enum ch_status add_part(struct reading *at, enum ch_page_part_kind kind, const char *text, struct ch_error *err)
{
	struct page_file *page = at->page;

	if (*text == '\0')
		return text_file_fail(&at->file, err, _("there is nothing after the mark of a heading or report"));
	if (page->part_count == MOST_PARTS)
		return text_file_fail(&at->file, err, _("a page has at most %d parts"), MOST_PARTS);
	page->parts[page->part_count++] = (struct page_file_part){.kind = kind, .text = text};
	return CH_OK;
}

static enum ch_status read_header(struct reading *at, const char *line, bool *is_header, struct ch_error *err)
{
	struct text_file_key keys[HEADER_KEYS];

	name_keys(at, keys);
	if (text_file_take_header(&at->file, line, keys, HEADER_KEYS, is_header, err) != CH_OK)
		return err->status;
	if (at->period != NULL && strcmp(at->period, PERIOD) != 0)
		return text_file_fail(&at->file, err, _("\"%s\" is no period; \"%s\" is one"), at->period, PERIOD);
	at->page->info.monthly = at->period != NULL;
	return CH_OK;
}

static enum ch_status read_line(void *data, const char *line, struct ch_error *err)
{
	struct reading *at = data;
	struct page_file *page = at->page;
	bool goes_on = at->in_paragraph, is_header = false;
	enum ch_status status = page->part_count == 0 ? read_header(at, line, &is_header, err) : CH_OK;
	const char *report = text_file_value(line, "report");

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

enum ch_status page_file_parse(const char *file, const char *text, struct ch_arena *arena, struct page_file *page,
			       struct ch_error *err)
{
	struct reading at = {.file.name = file, .arena = arena, .page = page};
	struct text_file_key keys[HEADER_KEYS];

	*page = (struct page_file){.info.page = true};
	page->parts = ch_arena_array(arena, MOST_PARTS, sizeof(*page->parts));
	if (text_file_read(&at.file, text, arena, read_line, &at, err) != CH_OK)
		return err->status;
	name_keys(&at, keys);
	if (text_file_need(&at.file, keys, NEEDED_KEYS, err) != CH_OK)
		return err->status;
	if (page->part_count == 0)
		return text_file_fail(&at.file, err, _("there is nothing below the header"));
	return CH_OK;
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
