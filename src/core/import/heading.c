#include "core/import/heading.h"

#include <string.h>

#include "chiron/text.h"
#include "core/import/credential_column.h"
#include "core/import/heading_prefix.h"
#include "core/import/import_kind.h"

bool import_field_names_person(const char *field)
{
	static const char *const fields[] = {"name", "first_name", "last_name", "email"};

	for (size_t i = 0; field && i < sizeof(fields) / sizeof(*fields); i++)
		if (strcmp(field, fields[i]) == 0)
			return true;
	return false;
}

static bool is_address(const char *cell)
{
	return strchr(cell, '@') != NULL && strchr(cell, ' ') == NULL;
}

bool import_record_is_headings(const struct import_lexicon *lexicon, const struct import_record *record)
{
	struct ch_arena arena = CH_ARENA_EMPTY;
	const char **fields = ch_arena_array(&arena, record->count, sizeof(*fields));
	const char **bare = import_headings_bare(lexicon, record->cells, record->count, &arena);
	size_t known = 0, filled = 0;
	bool named, address = false;

	for (size_t i = 0; i < record->count && !address; i++) {
		struct import_meaning meaning = import_lexicon_find(lexicon, bare[i]);

		address = is_address(record->cells[i]);
		filled += !import_cell_is_blank(record->cells[i]);
		known += meaning.field != NULL;
		fields[i] = meaning.field;
	}
	/* Courses that head columns are words that nobody can know. */
	if (lexicon->kind == import_kind_of(CH_IMPORT_CREDENTIALS))
		known = known > 0 ? filled : 0;
	named = known >= 2 && !address && import_kind_is_named(lexicon->kind, fields, record->count);
	ch_arena_release(&arena);
	return named;
}

size_t import_record_filled(const struct import_record *record)
{
	size_t filled = 0;

	for (size_t i = 0; i < record->count; i++)
		filled += !import_cell_is_blank(record->cells[i]);
	return filled;
}

bool import_record_is_one_heading(const struct import_lexicon *lexicon, const struct import_record *record)
{
	const char *field;
	size_t at = 0;

	if (lexicon->kind != import_kind_of(CH_IMPORT_PEOPLE) || import_record_filled(record) != 1)
		return false;
	while (import_cell_is_blank(record->cells[at]))
		at++;
	field = import_lexicon_find(lexicon, record->cells[at]).field;
	return field != NULL && (strcmp(field, "name") == 0 || strcmp(field, "email") == 0);
}

static bool is_number(const char *cell)
{
	return cell[strspn(cell, "0123456789.,")] == '\0';
}

/* In a list of credentials: the part of one, behind its name. */
static bool is_part_of(const struct import_lexicon *lexicon, const char *both, struct ch_arena *arena)
{
	const char *base;

	return lexicon->kind == import_kind_of(CH_IMPORT_CREDENTIALS) &&
	       import_credential_heading(lexicon, both, arena, &base) != CREDENTIAL_ITSELF;
}

/* The heading alone, or behind the name of its group where only the two together mean anything. */
static const char *in_group(const struct import_lexicon *lexicon, const char *group, const char *group_above,
			    const char *heading, struct ch_arena *arena)
{
	const char *both = ch_text_tidy(arena, ch_arena_printf(arena, "%s %s", group, heading));
	const char *kept = ch_arena_copy(arena, heading);

	if (import_cell_is_blank(heading))
		return group_above;
	if (both != NULL && *group != '\0' && is_part_of(lexicon, both, arena))
		return both;
	if (both == NULL || *group == '\0' || is_number(heading) || import_lexicon_find(lexicon, kept).field != NULL)
		return kept;
	return import_lexicon_find(lexicon, both).field != NULL ? both : kept;
}

bool import_record_is_grouped(const struct import_lexicon *lexicon, const struct import_record *groups,
			      const struct import_record *record, struct ch_arena *arena, const char ***headings)
{
	/* What stands in the upper row alone, at its end too, is a heading that spans both. */
	size_t count = groups->count > record->count ? groups->count : record->count;
	struct import_record below = {.row = record->row, .line = record->line, .count = count};
	const char **cells = ch_arena_array(arena, count, sizeof(*cells));
	const char *group = "";
	size_t known_above = 0, known = 0, filled = 0;

	for (size_t i = 0; i < count; i++) {
		const char *cell = i < record->count ? record->cells[i] : "";
		bool blank = i >= groups->count || import_cell_is_blank(groups->cells[i]);

		group = blank ? group : groups->cells[i];
		const char *above = blank ? "" : groups->cells[i];
		known_above += !blank && import_lexicon_find(lexicon, groups->cells[i]).field != NULL;
		filled += blank && !import_cell_is_blank(cell);
		cells[i] = in_group(lexicon, group, above, cell, arena);
		known += is_part_of(lexicon, cells[i], arena) || import_lexicon_find(lexicon, cells[i]).field != NULL;
	}
	*headings = cells;
	below.cells = cells;
	return filled > 0 && known > known_above && import_record_is_headings(lexicon, &below);
}
