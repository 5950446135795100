#include "core/import/section.h"

#include <inttypes.h>
#include <string.h>
#include <strings.h>

#include "chiron/text.h"
#include "core/import/heading.h"
#include "core/import/import_kind.h"

#define HEADINGS_SHOWN 6
#define SECTIONS_TOLD 50 /* one by one */
#define HEADING_MOST 60 /* bytes */

/* ---- Roles ------------------------------------------------------------------ */

static bool is_one_role(int roles)
{
	return roles != 0 && (roles & (roles - 1)) == 0;
}

/* The title without numbers and what belongs to them; NULL where nothing is left. */
static const char *words_of_title(const char *title, struct ch_arena *arena)
{
	char *words = ch_arena_copy(arena, title);

	for (char *at = words; *at != '\0'; at++)
		if (strchr("0123456789/()", *at) || (*at == '-' && at > words && strchr("0123456789 ", at[-1])))
			*at = ' ';
	return ch_text_tidy(arena, words);
}

bool import_section_is_of_leavers(const struct import_columns *columns, const char *title)
{
	struct ch_arena arena = CH_ARENA_EMPTY;
	const char *bare = words_of_title(title, &arena);
	bool left = bare != NULL && import_word_is(columns->lexicon, "state.withdrawn", bare);

	ch_arena_release(&arena);
	return left;
}

/* The roles that a title names, with numbers beside: "Mentors 2026-27 (12)". */
static int roles_of_title(const struct import_columns *columns, const char *title)
{
	struct ch_arena arena = CH_ARENA_EMPTY;
	const char *bare = words_of_title(title, &arena);
	int roles = bare == NULL ? 0 : import_roles(columns->lexicon, bare, false);
	ch_arena_release(&arena);
	return roles;
}

void import_section_above(struct import_columns *columns, const struct import_record *record)
{
	size_t filled = 0, at = 0;

	for (size_t i = 0; i < record->count; i++) {
		if (import_cell_is_blank(record->cells[i]))
			continue;
		filled++;
		at = i;
	}
	int roles = filled == 1 ? roles_of_title(columns, record->cells[at]) : 0;
	if (is_one_role(roles))
		columns->section.title = roles;
}

static bool has_roles(const struct import_columns *columns)
{
	for (size_t i = 0; i < columns->count; i++)
		if (columns->columns[i].field && strcmp(columns->columns[i].field, "roles") == 0)
			return true;
	return false;
}

/* Two columns of one heading, left of a blank one and right of it. */
static bool begins_again(const struct import_columns *columns, size_t second)
{
	const struct import_column *column = &columns->columns[second];
	bool parted = false;

	if (column->why == NULL || strcmp(column->why, "taken") != 0)
		return false;
	for (size_t i = second; i-- > 0;) {
		parted = parted || *columns->columns[i].heading == '\0';
		if (parted && strcasecmp(columns->columns[i].heading, column->heading) == 0)
			return true;
	}
	return false;
}

static void tell_beside(const struct import_columns *columns, struct import_findings *findings)
{
	size_t again = 0, first = 0;

	for (size_t i = 1; i < columns->count; i++)
		if (begins_again(columns, i) && again++ == 0)
			first = i;
	if (again >= 2)
		import_notice_add(findings, IMPORT_TOPIC_IGNORED,
				  _("A second list stands beside the first, from column %zu on: whoever is in it does "
				    "not come in. Move it to a sheet of its own, and import that too"),
				  first + 1);
}

void import_sections_begin(struct import_columns *columns, bool role_given, struct import_findings *findings)
{
	const struct import_kind *kind = columns->lexicon->kind;
	const char *sheet = columns->source->sheet;

	tell_beside(columns, findings);
	columns->section.counts = !role_given && kind == import_kind_of(CH_IMPORT_PEOPLE) && !has_roles(columns);
	if (!columns->section.counts) {
		columns->section.title = 0;
		return;
	}
	if (columns->section.title != 0) {
		import_notice_add(findings, IMPORT_TOPIC_ROWS,
				  _("The title above the headings gives everybody their role" CH_WAY
				    "; --role gives another" CH_KEY
				    "; " KEY_(EDIT) ", \"All of them as\", gives another"));
		return;
	}
	int roles = sheet ? roles_of_title(columns, sheet) : 0;
	if (!is_one_role(roles))
		return;
	columns->section.title = roles;
	import_notice_add(findings, IMPORT_TOPIC_ROWS,
			  _("The sheet's name, \"%s\", gives everybody their role" CH_WAY "; --role gives another"
			    CH_KEY
			    "; " KEY_(EDIT) ", \"All of them as\", gives another"),
			  sheet);
}

bool import_section_enter(struct import_columns *columns, const struct import_record *record, const char *cell,
			  struct import_findings *findings)
{
	int roles = columns->section.counts ? roles_of_title(columns, cell) : 0;

	if (roles == 0)
		return false;
	columns->section.roles = roles;
	if (columns->section.told++ >= SECTIONS_TOLD) {
		columns->remarks++;
		return true;
	}
	import_notice_add(findings, IMPORT_TOPIC_ROWS,
			  _("Row %" PRId64 " (\"%s\") gives the people below it their role" CH_WAY
			    "; --role gives one to all" CH_KEY "; " KEY_(EDIT) ", \"All of them as\", gives one to "
			    "all"),
			  record->row, import_excerpt(findings, cell));
	return true;
}

/* ---- Another list below ------------------------------------------------------- */

/*
 * Whether a cell that should say who the row is about may be a heading. It is asked of every row, so it is cheap: the
 * lexicon is asked only of what stands for an address and is none, and only for whole headings.
 */
static bool may_be_heading(struct import_columns *columns, const struct import_column *column, const char *cell)
{
	if (!column->names_person || *cell == '\0')
		return false;
	/* Whether a letter is a capital shows in one bit. */
	if ((*cell | 0x20) == (*column->heading | 0x20) && strcasecmp(cell, column->heading) == 0)
		return true;
	if (column->how.field == NULL || column->how.field->type != CH_TYPE_EMAIL || strchr(cell, '@') ||
	    strlen(cell) > HEADING_MOST)
		return false;
	return import_lexicon_has(columns->lexicon, cell);
}

static void list_headings(struct ch_buffer *out, const struct import_record *record)
{
	size_t shown = 0;

	for (size_t i = 0; i < record->count && shown < HEADINGS_SHOWN; i++)
		if (!import_cell_is_blank(record->cells[i]))
			ch_buffer_printf(out, "%s%s", shown++ > 0 ? ", " : "", record->cells[i]);
}

bool import_section_is_other_list(struct import_columns *columns, const struct import_record *record,
				  struct ch_arena *arena, struct import_findings *findings)
{
	struct ch_buffer headings = CH_BUFFER_EMPTY;
	bool maybe = false;

	for (size_t i = 0; i < columns->count && i < record->count && !maybe; i++)
		maybe = may_be_heading(columns, &columns->columns[i], record->cells[i]);
	if (!maybe || !import_record_is_headings(columns->lexicon, record))
		return false;
	list_headings(&headings, record);
	struct import_issue issue = {
		.row = record->row,
		.line = record->line,
		.value = ch_arena_copy(arena, headings.text),
		.reason = IMPORT_OTHER_LIST,
		.rejected = true,
		.message = _("are the headings of another list, which was not read"),
		.fix = ch_arena_printf(arena, _("Import the file once more, with " CH_WAY "--header-row %" PRId64
						 CH_KEY "\"Headings in row\" %" PRId64),
				       record->row, record->row),
	};
	import_issue_add(findings, &issue);
	ch_buffer_release(&headings);
	return true;
}
